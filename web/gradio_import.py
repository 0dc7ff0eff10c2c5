"""Imports Gradio without the type stubs it writes beside its own source each time (half of the time it takes)."""

import inspect
from typing import Any


def import_gradio() -> None:
    """Imports `gradio`. `gradio.component_meta` skips the stub of a class whose file is not known, so here none is."""
    file_of = inspect.getfile

    def unknown(thing: Any) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError
        return file_of(thing)

    inspect.getfile = unknown  # type: ignore[assignment]
    try:
        import gradio  # noqa: F401 - imported for its side: the modules that use it find it ready
    finally:
        inspect.getfile = file_of
