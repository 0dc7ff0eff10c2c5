"""The word search of the index beside two others: `python -m bench.word_search [SET] [--documents FOLDER]`.

All search the same tokens. FTS5 is what the index uses; bm25s and tantivy are measured where they are installed
(`pip install bm25s tantivy`), the program itself needs neither. Told for each: recall@5 and @20 of the expected
evidence by words alone, and the median time of a search.
"""

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

from bench.recall import holds, question_of, read_cases, read_library, read_options, share
from index.library import Library
from index.offline import stay_offline
from index.words import index_text, match_expression, search_terms

DEPTH = 20
Search: TypeAlias = Callable[[str], list[int]]
"""A question to the places of the best passages, best first."""


def tokens_of(text: str) -> list[str]:
    """Stems and compound parts, as the index keeps them."""
    stems, pieces = index_text(text)
    return [*stems.split(), *pieces.split()]


def fts5(library: Library) -> Search:
    """The index's own table: stems, parts and context with weights of their own."""
    places: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for number, (document, _) in enumerate(library.snapshot().passages):
        places[document, counts.setdefault(document, 0)] = number
        counts[document] += 1
    catalogue = library._catalogue
    return lambda question: [places[hit] for hit in catalogue.search_words(match_expression(question), None, DEPTH)]


def bm25s_search(texts: list[list[str]]) -> Search:
    import bm25s  # type: ignore[import-not-found,unused-ignore]

    index = bm25s.BM25()
    index.index(texts, show_progress=False)
    return lambda question: index.retrieve([search_terms(question)], k=DEPTH, show_progress=False)[0][0].tolist()


def tantivy_search(texts: list[list[str]]) -> Search:
    import tantivy  # type: ignore[import-not-found,unused-ignore]

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("tokens", tokenizer_name="whitespace")
    schema.add_unsigned_field("place", stored=True)
    built = schema.build()
    index = tantivy.Index(built)
    writer = index.writer(heap_size=20_000_000, num_threads=1)
    for place, tokens in enumerate(texts):
        writer.add_document(tantivy.Document(tokens=" ".join(tokens), place=place))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> list[int]:
        terms = [tantivy.Query.term_query(built, "tokens", term) for term in search_terms(question)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return [searcher.doc(address)["place"][0] for _, address in searcher.search(query, DEPTH).hits]

    return search


def measure(name: str, search: Search, cases: list[dict[str, Any]], texts: list[str]) -> None:
    found: dict[int, list[bool]] = {5: [], DEPTH: []}
    times = []
    for case in cases:
        began = perf_counter()
        best = search(question_of(case))
        times.append((perf_counter() - began) * 1000)
        for depth, seen in found.items():
            seen.append(holds(case["evidence"], [texts[place] for place in best[:depth]]))
    recalls = ", ".join(f"recall@{depth} {share(seen)}" for depth, seen in found.items())
    print(f"{name:8}: {recalls}, median {statistics.median(times):.2f} ms")


def main() -> None:
    stay_offline()
    options = read_options(__doc__)
    cases = read_cases(options.set)
    with tempfile.TemporaryDirectory() as folder:
        library = read_library(Path(folder), options.documents)
        passages = [passage for _, passage in library.snapshot().passages]
        texts = [passage.text for passage in passages]
        tokens = [tokens_of(f"{passage.context} {passage.text}") for passage in passages]
        measure("FTS5", fts5(library), cases, texts)
        for name, make in (("bm25s", bm25s_search), ("tantivy", tantivy_search)):
            try:
                measure(name, make(tokens), cases, texts)
            except ModuleNotFoundError:
                print(f"{name:8}: not installed")
        library.close()


if __name__ == "__main__":
    main()
