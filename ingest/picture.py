"""A picture of how a page was read: its blocks by kind, numbered in reading order, drawn over the page."""

import io
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from errors import UsageError
from ingest.document import Block, Document, WordBox

SCALE = 2.0
"""Pixels per point."""
COLOURS = {
    "heading": "#b01030", "paragraph": "#1060c0", "list_item": "#108040", "table_row": "#a06000", "tile": "#d02090",
    "caption": "#7040b0", "credit": "#907090", "pull_quote": "#c07010", "note": "#607080", "header": "#a0a0a0",
    "footer": "#a0a0a0",
}  # fmt: skip


def draw_page(document: Document, pdf: Path | None, page: int, out: Path) -> None:
    """Writes a PNG of page `page` (1-based) to `out`, over the printed page where `pdf` is given. Raises UsageError."""
    found = next((other for other in document.pages if other.number == page), None)
    if found is None or not found.width:
        raise UsageError(f"{document.file_name} har ingen side {page}, der kan tegnes. Vælg en side af en PDF.")
    size = (int(found.width * SCALE), int(found.height * SCALE))
    image = _page_image(pdf, page, size) if pdf is not None else Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(size=14)
    boxes = [box for box in document.word_boxes if box.page == page]
    last: tuple[float, float] | None = None
    for number, block in enumerate((b for b in document.blocks if b.page == page), 1):
        frame = _frame(block, boxes)
        if frame is None:
            continue
        colour = COLOURS[block.kind]
        pen.rectangle(frame, outline=colour, width=2)
        pen.text((frame[0], max(frame[1] - 16, 0)), f"{number} {block.kind}", fill=colour, font=font)
        start = (frame[0], (frame[1] + frame[3]) / 2)
        if last is not None:
            pen.line((*last, *start), fill="#d0a000", width=1)
        last = start
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    out.write_bytes(buffer.getvalue())


def _page_image(pdf: Path, page: int, size: tuple[int, int]) -> Image.Image:
    """The page as printed, pale enough to draw on."""
    opened = pdfium.PdfDocument(pdf)
    try:
        printed = opened[page - 1].render(scale=SCALE).to_pil().convert("RGB").resize(size)
    finally:
        opened.close()
    return Image.blend(printed, Image.new("RGB", size, "white"), 0.35)


def _frame(block: Block, boxes: list[WordBox]) -> tuple[float, float, float, float] | None:
    """Pixel frame around a block's words."""
    inside = [box for box in boxes if block.span[0] <= box.span[0] < block.span[1]]
    if not inside:
        return None
    return (
        SCALE * min(box.x0 for box in inside) - 3,
        SCALE * min(box.y0 for box in inside) - 3,
        SCALE * max(box.x1 for box in inside) + 3,
        SCALE * max(box.y1 for box in inside) + 3,
    )
