"""The parts of a document as JSON and back. The layout (pages, blocks, repairs, word boxes) is large, so compressed."""

import zlib
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from ingest.document import Block, Document, DocumentInfo, Page, Repair, WordBox

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class _Layout:
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...]
    word_boxes: tuple[WordBox, ...]


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def dump(part: object) -> str:
    return _adapter(cast(Hashable, type(part))).dump_json(part).decode()


def load(kind: type[Part], body: str) -> Part:
    return cast(Part, _adapter(cast(Hashable, kind)).validate_json(body))


def plain(info: DocumentInfo) -> dict[str, Any]:
    """Plain values for a JSON column."""
    return _adapter(DocumentInfo).dump_python(info, mode="json")


def pack_layout(document: Document) -> bytes:
    layout = _Layout(document.pages, document.blocks, document.repairs, document.word_boxes)
    return zlib.compress(_adapter(_Layout).dump_json(layout))


def unpack_layout(packed: bytes) -> dict[str, Any]:
    """pages, blocks, repairs and word_boxes by name."""
    layout = _adapter(_Layout).validate_json(zlib.decompress(packed))
    return {name: getattr(layout, name) for name in ("pages", "blocks", "repairs", "word_boxes")}
