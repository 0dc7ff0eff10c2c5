"""How well and how fast files are read: `python -m bench.reading [FOLDER]` (default ../shared)."""

import re
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

from errors import FixTheFile
from ingest.layout.printed import loses_hyphens, printed_lines
from ingest.read import read_document
from ingest.readers.decode import decode
from ingest.worker import ReadingPool

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


def speed(pdfs: list[Path]) -> None:
    """Pages per second through the warm child and by bare pypdf text extraction, in turns, best of three."""
    from pypdf import PdfReader

    print(f"{'fil':44}{'sider':>6}{'vores s/s':>11}{'pypdf s/s':>11}{'forhold':>9}")
    with ReadingPool() as pool:
        pool.warm()
        for pdf in pdfs:
            ours, bare, pages = [], [], 0
            for _ in range(3):
                start = time.perf_counter()
                pages = len(pool.read(pdf).pages)
                ours.append(time.perf_counter() - start)
                start = time.perf_counter()
                for page in PdfReader(pdf).pages:
                    page.extract_text()
                bare.append(time.perf_counter() - start)
            ratio = min(bare) / min(ours)
            print(f"{pdf.name:44}{pages:>6}{pages / min(ours):>11.1f}{pages / min(bare):>11.1f}{ratio:>9.2f}")


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
    speed([*sorted((shared / "pdfs").glob("*.pdf")), shared / "pdfs/hostile/lang-500-sider.pdf"])
    hostile(sorted((shared / "pdfs/hostile").iterdir()))


if __name__ == "__main__":
    main()
