"""The small Markdown of answers as HTML: paragraphs, bold, lists, tables and [n] markers; all else is text."""

import html
import re
from collections.abc import Callable

MarkerHtml = Callable[[int], str]
Escape = Callable[[str], str]
_MARKER = re.compile(r"\[(\d{1,3})\]")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_BULLET = re.compile(r"^\s*[-*•]\s+(.*)$")
_NUMBERED = re.compile(r"^\s*\d{1,3}[.)]\s+(.*)$")
_TABLE_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
_TABLE_RULE = re.compile(r"^\s*\|(\s*:?-{2,}:?\s*\|)+\s*$")
_ESCAPED = re.compile(r"\\([\\`*_\[\]|#<>-])")
_HIDDEN = "\ue000"
_CELL_BREAK = re.compile(r"(?<!\\)\|")


def to_html(source: str, marker: MarkerHtml, escape: Escape = html.escape) -> str:
    """HTML of an answer. `marker(n)` gives the HTML for [n], `escape` that of plain text."""

    def inline(line: str) -> str:
        return _inline(line, marker, escape)

    parts: list[str] = []
    lines = source.replace("\r\n", "\n").split("\n")
    position = 0
    while position < len(lines):
        kind = _kind(lines[position])
        end = position + 1
        while end < len(lines) and _kind(lines[end]) == kind:
            end += 1
        parts.append(_block(kind, lines[position:end], inline))
        position = end
    return "".join(parts)


def to_plain(source: str) -> str:
    """The answer's words without emphasis, for a clipboard or a screen reader."""
    return _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", source))


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if _TABLE_ROW.match(line):
        return "table"
    if _BULLET.match(line):
        return "ul"
    if _NUMBERED.match(line):
        return "ol"
    return "p"


def _block(kind: str, lines: list[str], inline: Callable[[str], str]) -> str:
    if kind == "blank":
        return ""
    if kind == "table":
        return _table(lines, inline)
    if kind == "p":
        return f"<p>{'<br>'.join(inline(line.strip()) for line in lines)}</p>"
    pattern = _BULLET if kind == "ul" else _NUMBERED
    items = (match.group(1) for line in lines if (match := pattern.match(line)))
    return f"<{kind}>{''.join(f'<li>{inline(item)}</li>' for item in items)}</{kind}>"


def _table(lines: list[str], inline: Callable[[str], str]) -> str:
    rows = [_cells(line) for line in lines if not _TABLE_RULE.match(line)]
    headed = len(lines) > 1 and bool(_TABLE_RULE.match(lines[1]))
    head = ""
    if headed and rows:
        cells = "".join(f'<th scope="col">{inline(cell)}</th>' for cell in rows[0])
        head, rows = f"<thead><tr>{cells}</tr></thead>", rows[1:]
    body = "".join(f"<tr>{''.join(f'<td>{inline(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="bl-scroll" tabindex="0"><table>{head}<tbody>{body}</tbody></table></div>'


def _cells(line: str) -> list[str]:
    inner = line.strip()[1:-1]
    return [cell.strip() for cell in _CELL_BREAK.split(inner)]


def _inline(source: str, marker: MarkerHtml, escape: Escape) -> str:
    """Bold and markers; a backslash makes the next sign plain text."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match.group(1))
        return _HIDDEN

    hidden = _ESCAPED.sub(hide, source.replace(_HIDDEN, ""))
    out = escape(hidden)
    out = _BOLD.sub(r"<strong>\1</strong>", out)
    out = _MARKER.sub(lambda match: marker(int(match.group(1))), out)
    for sign in kept:
        out = out.replace(_HIDDEN, escape(sign), 1)
    return out
