"""How well and how fast files are read: `python -m bench.reading [FOLDER]` (default ../shared)."""

import gc
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from errors import FixTheFile
from ingest.layout.printed import loses_hyphens, printed_lines
from ingest.read import read_document
from ingest.readers.decode import decode
from ingest.worker import ReadingPool

OURS = sorted((Path(__file__).parent.parent / "corpus/documents").glob("*.pdf"))
WORD = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")


def words(text: str) -> Counter[str]:
    """Words with their inner hyphens, points and commas, so that a wrongly kept or lost hyphen counts."""
    return Counter(WORD.findall(text))


def word_scores(pdf: Path, truth: Path) -> tuple[float, float, list[str], list[str]]:
    """(recall, precision, words missed, words too many)."""
    wanted, found = words(truth.read_text(encoding="utf-8")), words(read_document(pdf).text)
    both = sum((wanted & found).values())
    return (
        both / wanted.total(),
        both / found.total(),
        list((wanted - found).elements()),
        list((found - wanted).elements()),
    )


def hyphen_joins(path: Path) -> tuple[int, int]:
    """(lines that end in a letter without a blank and go on in lower case, how many of them were joined)."""
    lines = printed_lines(decode(path.read_bytes()))
    if not loses_hyphens(lines):
        return 0, 0
    text = read_document(path).text
    places = [
        (above.text.split()[-1], below.text.split()[0])
        for above, below in pairwise(lines)
        if below.blanks == 0 and not above.trailing and above.text[-1].isalpha() and below.text[0].islower()
    ]
    return len(places), sum(first + second in text for first, second in places)


def bare_pages(pdf: Path) -> int:
    """The yardstick: the file's text by bare pypdf."""
    from pypdf import PdfReader

    return len([page.extract_text() for page in PdfReader(pdf).pages])


def read_as_child(pdf: Path) -> None:
    """Reads as the child does: without the garbage collector."""
    gc.disable()
    read_document(pdf)
    gc.enable()


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """(by the clock, of this process's processor time) that some work takes."""
    start, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - worked


def speed(pdfs: list[Path]) -> None:
    """Pages per second through the warm child and by bare pypdf text extraction, in turns, best of three.

    The last column compares the processor's time alone, ours measured in this process: others may load the machine.
    """
    print(f"{'fil':44}{'sider':>6}{'vores s/s':>11}{'pypdf s/s':>11}{'forhold':>9}{'processor':>11}")
    sums = [0.0] * 4
    with ReadingPool() as pool:
        pool.warm()
        for pdf in pdfs:
            pages = bare_pages(pdf)
            rounds = [
                (
                    seconds(partial(pool.read, pdf))[0],
                    *seconds(partial(bare_pages, pdf)),
                    seconds(partial(read_as_child, pdf))[1],
                )
                for _ in range(3)
            ]
            best = [min(times) for times in zip(*rounds, strict=True)]
            sums = [a + b for a, b in zip(sums, best, strict=True)]
            print(f"{pdf.name:44}{pages:>6}{pages / best[0]:>11.1f}{pages / best[1]:>11.1f}{_ratios(best)}")
    print(f"{'alle':72}{_ratios(sums)}")


def _ratios(times: list[float]) -> str:
    """Bare to ours: by the clock, of the processor's time."""
    ours, bare, bare_worked, worked = times
    return f"{bare / ours:>9.2f}{bare_worked / worked:>11.2f}"


def hostile(files: list[Path]) -> None:
    """Outcome, seconds and memory of each file through the child."""
    print(f"{'fil':40}{'udfald':>16}{'sek.':>8}{'MB':>7}")
    with ReadingPool() as pool:
        pool.warm()
        for path in files:
            start = time.perf_counter()
            try:
                document = pool.read(path)
                outcome = "læst" if all(page.source == "text" for page in document.pages) else "læst (scanning)"
            except FixTheFile as error:
                outcome = error.outcome
            print(f"{path.name:40}{outcome:>16}{time.perf_counter() - start:>8.2f}{pool.peak_mb:>7}")


def long_texts(folder: Path) -> list[Path]:
    """Files in which whatever compares everything with everything would show: many lines, one line, many rows."""
    said = "Afdeling {0} havde {1} boliger i 2024, og Kommunen vil bygge flere. "
    numbers = [(at, at * 101 % 907 + 10) for at in range(75_000)]
    made = {
        "linjer-200000.txt": "\n".join(f"Afdeling {at} har {at % 900 + 10} boliger." for at in range(200_000)),
        "en-linje-5-mb.txt": "".join(said.format(*pair) for pair in numbers),
        "afsnit-5-mb.html": "".join(f"<p>{said.format(*pair)}</p>" for pair in numbers),
        "raekker-20000.html": "<table>"
        + "".join(f"<tr><td>Afdeling {a}</td><td>{b}</td></tr>" for a, b in numbers[:20_000])
        + "</table>",
    }
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]


def main() -> None:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    truth = shared / "pdfs/aarsberetning-baeltet-demo.truth.txt"
    for name in ("aarsberetning-baeltet-demo.pdf", "aarsberetning-baeltet-demo-haard.pdf"):
        recall, precision, missed, extra = word_scores(shared / "pdfs" / name, truth)
        print(f"{name}: genfundne ord {recall:.2%}, rigtige ord {precision:.2%}; mangler {missed}; for meget {extra}")
    for path in sorted((shared / "bl-documents").glob("*.txt")):
        places, joined = hyphen_joins(path)
        print(f"{path.name}: {joined} af {places} linjeskift uden bindestreg samlet")
    print("hele læsningen, med nøgletal, mål og personer:")
    speed([*sorted((shared / "pdfs").glob("*.pdf")), *OURS, shared / "pdfs/hostile/lang-500-sider.pdf"])
    hostile(sorted((shared / "pdfs/hostile").iterdir()))
    with tempfile.TemporaryDirectory() as folder:
        hostile(long_texts(Path(folder)))


if __name__ == "__main__":
    main()
