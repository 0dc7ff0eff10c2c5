"""CSV in and out, as a Danish spreadsheet writes it: `;` or `,`, groups and alternatives within a cell, no formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from errors import UsageError
from eval import texts
from eval.sets import COLUMNS, REQUIRED, Case, case_to_json
from eval.textfile import Problems

GROUPS, ALTERNATIVES, TURNS = " & ", " | ", " > "
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FIGURE_FIELDS = ("value", "unit", "period", "municipality")
SHEET_ERROR = re.compile(r"#{3,}|#[A-ZÆØÅ/0]+[!?]|#(?:N/A|I/T|IKKE\.TILGÆNGELIG)|Err:\d{3}|Fejl:\d{3}")
"""What a sheet writes for a formula that failed, in Danish and English, or for a number wider than its column."""
YEARS = range(1900, 2101)
TRUE, FALSE = {"true", "sand", "ja", "j", "1", "x"}, {"false", "falsk", "nej", "n", "0"}


def csv_objects(text: str, problems: Problems) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every row as the JSON values it stands for, with the 1-based line it begins on; empty cells are left out."""
    lines = text.split("\n")
    skipped = 1 if re.fullmatch(r"sep=.", lines[0].strip('"')) else 0  # Excel's own hint line
    delimiter = _delimiter(lines[skipped] if len(lines) > skipped else "")
    reader = csv.reader(io.StringIO("\n".join(lines[skipped:]), newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        line = reader.line_num + skipped + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(line, texts.CSV_BROKEN.format(reason=_why_broken(str(error))))
            return
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip().casefold() for cell in row]
            if not _header_fits(header, line, problems):
                return
        elif len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            problems.add(line, texts.ROW_LONG.format(got=len(row), want=len(header)))
        else:
            yield line, _values(dict(zip(header, row, strict=False)), line, problems)


def write_set_csv(path: Path, cases: Iterable[Case]) -> None:
    """The cases as CSV that Excel opens with Danish letters. Raises UsageError where a text holds a separator."""
    rows = [_cells(case) for case in cases]
    columns = [*COLUMNS, *sorted({name for row in rows for name in row} - set(COLUMNS))]
    write_csv(path, columns, ([row.get(name, "") for name in columns] for row in rows))


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """`;`-separated UTF-8 with BOM; no cell can be taken for a formula."""
    path.write_text(csv_text(header, rows), encoding="utf-8-sig", newline="")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as CSV text; a cell that begins like a formula gets a ' in front, as spreadsheets understand it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def guarded(cell: object) -> str:
    """The cell as text that a spreadsheet shows and never computes."""
    text = "" if cell is None else str(cell)
    plain_number = re.fullmatch(r"-\d+([.,]\d+)?", text) is not None
    # White space in front hides a formula from the eye, not from every spreadsheet.
    return "'" + text if text.lstrip(" \n\xa0").startswith(FORMULA_STARTS) and not plain_number else text


def _why_broken(told: str) -> str:
    """csv's own English in Danish."""
    if "unexpected end" in told:
        return texts.QUOTE_OPEN
    return texts.FIELD_HUGE if "field larger" in told else texts.QUOTE_INSIDE


def _delimiter(header: str) -> str:
    bare = re.sub(r'"[^"]*"', "", header)
    return max(";,\t", key=bare.count)  # the first of equals


def _header_fits(header: list[str], line: int, problems: Problems) -> bool:
    before = len(problems.found)
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        pattern = texts.ONE_COLUMN if len(missing) == 1 else texts.NO_COLUMNS
        problems.add(line, pattern.format(names=", ".join(missing)))
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        problems.add(line, texts.DOUBLE_COLUMN, name)
    return len(problems.found) == before


def _values(row: dict[str, str], line: int, problems: Problems) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, cell in row.items():
        if not name or not cell.strip():
            continue
        if cell.lstrip().startswith("="):
            problems.add(line, texts.FORMULA, name)
            values |= {name: cell} if name in {"id", "question"} else {}  # or it would be told as empty as well
            continue
        if SHEET_ERROR.fullmatch(cell.strip()):
            problems.add(line, texts.SHEET_ERROR.format(value=cell.strip()[:20]), name)
            continue
        values[name] = _value(name, _unguarded(cell))
    # An empty required cell is told as empty text, not as a missing column.
    return values | {name: "" for name in ("question",) if name not in values}


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" \n\xa0").startswith(FORMULA_STARTS) else cell


def _value(name: str, cell: str) -> Any:
    """The JSON value a cell stands for; a cell that does not fit stays text, and the common check tells."""
    if name == "answerable":
        word = cell.strip().casefold()
        return True if word in TRUE else False if word in FALSE else cell
    if name in {"page", "max_length"}:
        whole = re.fullmatch(r"(\d{1,9})([.,]0+)?", cell.strip())
        return int(whole[1]) if whole else cell
    if name == "must":
        groups = cell.split(GROUPS)
        return [_alternatives(cell)] if len(groups) == 1 else [group.split(ALTERNATIVES) for group in groups]
    if name == "must_not":
        return _alternatives(cell)
    if name in {"docs", "quotes", "tags"}:
        return cell.split(ALTERNATIVES)
    if name == "history":
        return [{"question": question} for question in cell.split(TURNS)]
    if name == "figures":
        return [
            dict(zip(FIGURE_FIELDS, (part.strip() for part in figure.split(ALTERNATIVES)), strict=False))
            for figure in cell.split(GROUPS)
        ]
    return cell.strip() if name in {"id", "kind"} else cell


def _alternatives(cell: str) -> list[str]:
    """The alternatives; a cell that is one number also means it with its points.

    LibreOffice saves a cell typed as 6.355 without its point, and a document's 6.355 would never be met.
    """
    found = list(dict.fromkeys(cell.split(ALTERNATIVES)))
    return [cell, f"{int(cell):,}".replace(",", ".")] if _lost_its_point(cell) else found


def _lost_its_point(cell: str) -> bool:
    return re.fullmatch(r"[1-9]\d{3,8}", cell) is not None and int(cell) not in YEARS


def _cells(case: Case) -> dict[str, str]:
    body = case_to_json(case)
    cells = {name: str(value) for name, value in body.items() if isinstance(value, str | int)}
    cells["answerable"] = "ja" if case.answerable else "nej"
    cells["must"] = GROUPS.join(ALTERNATIVES.join(map(_whole, group)) for group in case.must)
    for name in ("must_not", "docs", "quotes", "tags"):
        cells[name] = ALTERNATIVES.join(map(_whole, getattr(case, name)))
    cells["history"] = TURNS.join(map(_whole, case.history))
    cells["figures"] = GROUPS.join(
        ALTERNATIVES.join(_whole(getattr(figure, name)) for name in FIGURE_FIELDS) for figure in case.figures
    )
    for name in ("must", "must_not"):
        if _lost_its_point(cells[name]):
            cells[name] = ALTERNATIVES.join([cells[name]] * 2)  # said twice, it comes back as it is
    return cells


def _whole(text: str) -> str:
    if any(separator in text for separator in (GROUPS, ALTERNATIVES, TURNS)):
        raise UsageError(texts.SEPARATOR.format(value=text[:60]))
    return text
