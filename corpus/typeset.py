"""Typesets the starter documents, `python -m corpus.typeset`: sources/<id>.typ becomes documents/<id>.pdf."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
DOCUMENTS = HERE / "documents"
TEMPLATE = "template.typ"
TIMESTAMP = datetime(2026, 1, 1, tzinfo=UTC)
"""Fixed, so that the same source gives the same bytes on any day."""


def source_ids() -> tuple[str, ...]:
    """The ids that have a source, in order."""
    return tuple(sorted(path.stem for path in SOURCES.glob("*.typ") if path.name != TEMPLATE))


def typeset(document_id: str, target: Path) -> Path:
    """Writes one PDF and returns its path. Raises typst.TypstError when the source is wrong."""
    # Only typst's embedded fonts: a font of the machine would change the bytes.
    compiler = typst.Compiler(SOURCES / f"{document_id}.typ", root=SOURCES, ignore_system_fonts=True)
    compiler.compile(output=target, format="pdf", timestamp=TIMESTAMP)
    return target


def main(arguments: list[str]) -> int:
    """Typesets the named ids, or all of them."""
    DOCUMENTS.mkdir(exist_ok=True)
    for document_id in arguments or source_ids():
        print(typeset(document_id, DOCUMENTS / f"{document_id}.pdf").relative_to(HERE.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
