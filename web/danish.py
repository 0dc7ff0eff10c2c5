"""Gradio's own words in Danish, for the components that bring texts of their own (Gradio has no Danish)."""

from typing import Final

TRANSLATIONS: Final[dict[str, str]] = {}
