"""How well key figures are read from made sheets: `python -m bench.figures [layout …]`."""

import sys
import tempfile
from pathlib import Path

from ingest.document import Figure
from ingest.read import read_document

# A package named "tests" in site-packages hides ours outside pytest.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from sheets import LAYOUTS, Drawn, fits, make_sheet  # type: ignore[import-not-found]

SEEDS = range(6)


def measure(path: Path, drawn: list[Drawn]) -> tuple[int, list[Drawn], list[Figure]]:
    """(right and certain, missed, wrong and certain): a certain figure with a drawn value that says something else."""
    figures = [f for f in read_document(path).figures if f.certain]
    left = list(figures)
    missed: list[Drawn] = []
    for one in drawn:
        hit = next((f for f in left if fits(f, one)), None)
        if hit is None:
            missed.append(one)
        else:
            left.remove(hit)
    return len(drawn) - len(missed), missed, left


def main(layouts: list[str]) -> int:
    """Prints right / drawn and every miss, layout by layout."""
    for layout in layouts or list(LAYOUTS):
        right = total = 0
        with tempfile.TemporaryDirectory() as folder:
            for seed in SEEDS:
                path, drawn = make_sheet(layout, seed, Path(folder))
                got, missed, wrong = measure(path, drawn)
                right, total = right + got, total + len(drawn)
                for miss in missed:
                    print(f"  {layout}-{seed} missed {miss}")
                for figure in wrong:
                    print(
                        f"  {layout}-{seed} wrong  {figure.value} | {figure.unit} | {figure.label} | {figure.group} | {figure.period}"  # noqa: E501
                    )
        print(f"{layout}: {right} / {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
