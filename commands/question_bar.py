"""A bar of questions on stderr, for a batch and for a run."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")


def with_progress(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """The items, with a bar that says how many are done; silent where stderr is no terminal."""
    yield from progress_bar(total, what, items)


def progress_bar(total: int, what: str, items: Any = None) -> Any:
    """A bar to move by hand with `.update(1)`; a context manager."""
    from tqdm import tqdm

    return tqdm(items, total=total, desc=what, file=sys.stderr, disable=None, leave=False, unit="spørgsmål")
