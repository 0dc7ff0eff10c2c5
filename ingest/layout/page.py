"""Pages of words become blocks in reading order. Each step is one pure function."""

from collections import Counter
from dataclasses import replace

from ingest.layout.blocks import build_blocks, join_columns
from ingest.layout.bullets import drawn_bullets
from ingest.layout.kinds import name_kinds
from ingest.layout.lines import build_lines
from ingest.layout.model import Line, RawBlock, RawPage
from ingest.layout.order import order_regions
from ingest.layout.running import split_running
from ingest.layout.tables import find_tables
from ingest.layout.tiles import merge_tiles


def arrange_pages(pages: tuple[RawPage, ...]) -> tuple[RawBlock, ...]:
    """Blocks of all pages: lines, running headers and footers, tables, columns, paragraphs, kinds."""
    lined = tuple(replace(page, lines=build_lines(page.words, glue=page.source != "ocr")) for page in pages)
    running = split_running(lined)
    body = body_size(tuple(page.body for page in running))
    blocks: list[RawBlock] = []
    drawn = {page.number: page.shapes for page in pages}
    for page in running:
        blocks += [RawBlock("header", (line,), page.number) for line in page.header]
        upright = tuple(line for line in page.body if not line.words[0].angle)
        turned = tuple(line for line in page.body if line.words[0].angle)
        table_rows, rest = find_tables(upright)
        rows = frozenset(id(row) for row in table_rows)
        regions = order_regions((*rest, *table_rows))
        items = drawn_bullets(rest, drawn[page.number])
        found = [block for region in regions for block in build_blocks(region, page.number, rows, items)]
        blocks += merge_tiles(join_columns(name_kinds(tuple(found), body)))
        blocks += [RawBlock("note", (line,), page.number) for line in turned]
        blocks += [RawBlock("footer", (line,), page.number) for line in page.footer]
    return tuple(blocks)


def body_size(pages: tuple[tuple[Line, ...], ...]) -> float:
    """The font size most letters are set in."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)
