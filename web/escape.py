"""Text from documents and readers, made safe to stand in a page."""

import html
import re

# Gradio runs an HTML component's value through a template engine: braces, dollars and backticks would be code to it.
_TEMPLATE_CHARACTERS = str.maketrans({"{": "&#123;", "}": "&#125;", "$": "&#36;", "`": "&#96;"})
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


def text(value: object) -> str:
    """HTML of plain text, safe in an element and a quoted attribute; direction marks and control characters go."""
    return html.escape(_INVISIBLE.sub("", str(value))).translate(_TEMPLATE_CHARACTERS)


def foreign(value: object) -> str:
    """As `text`, in an element of its own that can't turn the direction of what stands around it."""
    return f"<bdi>{text(value)}</bdi>"
