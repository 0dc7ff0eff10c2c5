"""The library as a llama-index retriever, for whoever builds on llama-index."""

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index.evidence import Filters, PassageHit
from index.library import Library


class LibraryRetriever(BaseRetriever):
    """Passages of current documents as nodes, best first."""

    def __init__(self, library: Library, filters: Filters | None = None, top: int = 5) -> None:
        super().__init__()
        self._library, self._filters, self._top = library, filters, top

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        evidence = self._library.search(
            query_bundle.query_str,
            self._filters,
            passages=self._top,
            query_vector=query_bundle.embedding,
        )
        return [NodeWithScore(node=_node(hit), score=hit.score) for hit in evidence.passages]


def _node(hit: PassageHit) -> TextNode:
    passage = hit.passage
    metadata = {"document": hit.document, "page": passage.page, "section": " > ".join(passage.section)}
    return TextNode(id_=f"{hit.document}:{passage.ordinal}", text=passage.text, metadata=metadata)
