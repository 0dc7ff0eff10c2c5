"""How far reading is: a bar over files and passages on stderr, and a line per file."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from commands.common import say

if TYPE_CHECKING:
    from index.loading import FileResult, Step


class ReadingProgress:
    """One bar over the files and the passages of each, and a line per file above it."""

    def __init__(self) -> None:
        from tqdm import tqdm

        form = "{percentage:3.0f} % |{bar:30}| {desc}"
        self._bar = tqdm(total=0, file=sys.stderr, disable=None, leave=False, bar_format=form)

    def __enter__(self) -> "ReadingProgress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def step(self, step: "Step") -> None:
        """Where the work is: a file counts as read when its last passage is embedded."""
        self._bar.total = step.of
        self._bar.n = step.number - 1 + (step.done / step.parts if step.parts else 0)
        doing = f"{step.done} af {step.parts} stykker" if step.parts else "læser"
        self._bar.set_description_str(f"{step.number} af {step.of}: {step.path.name} ({doing})")

    def result(self, result: "FileResult") -> None:
        """What became of one file."""
        self._bar.clear()
        say(f"  {result.line}")
