"""The note under a chart or table that says when its numbers hold: "Tal for 2024. .. = ikke oplyst."."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.bare import is_only_time
from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft, dated, told_period
from ingest.figures.parts import own_heading
from ingest.figures.times import years_in

UNDER: Final = 3.5
"""Font sizes from the last row down to its note."""
_SENTENCES: Final = re.compile(r"(?<=[\w)][.;])\s+(?=[A-ZÆØÅ*.0-9–-])")
_TELLS: Final = re.compile(
    r"(?:alle )?(?:tal(?:lene)?|data|opgjort|opgørelsen|værdier(?:ne)?|andele(?:ne)?|beløb(?:ene)?)\b", re.IGNORECASE
)
_MARKED: Final = re.compile(r"^(?:[*†¹²³]|[0-9]\))")


def with_note_years(drafts: Sequence[Draft], cells: Sequence[Cell], drawn: Sequence[Box] = ()) -> list[Draft]:
    """The drafts; those of a chart, table or row under which a note tells the year take it where nothing over them does."""  # noqa: E501
    notes = [c for c in cells if not c.is_value and told_year(c.text)]
    if not notes:
        return list(drafts)
    sets: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        sets[draft.group].append(draft)
    given: dict[int, Cell] = {}
    for members in sets.values():
        if members[0].group:
            area = union(c.box for d in members for c in (d.value, *d.words, *(h for h in d.heads)))
            homes = [a for d in members if (a := _home(d.value.box, drawn)) is not None]
            area = union([area, *(a for a in homes if a.height < MAX_CARD)])
            edges = [area.x0, *(h.box.x0 for h in [own_heading(members[0])] if h is not None)]
            under = [c for c in notes if _under(c, area, edges)]
            given |= {id(d): under[0] for d in members if len(under) == 1}
    return [_told_by(d, given[id(d)]) if id(d) in given and not told_period(d) else d for d in drafts]


def _home(value: Box, drawn: Sequence[Box]) -> Box | None:
    """The largest area around a value that is no panel of many."""
    return max((a for a in drawn if a.holds(value) and a.height < MAX_CARD), key=lambda a: a.height, default=None)


def _told_by(draft: Draft, note: Cell) -> Draft:
    return replace(draft, context=(*draft.context, note), period=told_year(note.text))


def told_year(words: str) -> str | None:
    """The year that a note gives to all numbers over it, said in a sentence of nothing else; not in one a mark points to."""  # noqa: E501
    if not re.search(r"[a-zæøå]{2}", words):
        return None  # a year along an axis
    for at, sentence in enumerate(_SENTENCES.split(words)):
        tells = not at and is_only_time(sentence)
        tells = tells or (bool(_TELLS.match(sentence)) and len(sentence.split()) <= MAX_WORDS)
        if tells and not _MARKED.match(sentence):
            return years_in(sentence) or dated(sentence)
    return None


def tells_year(words: str) -> bool:
    """Whether a line says of its numbers when they were counted, in so many words ("Opgjort ultimo 2024")."""
    return bool(_TELLS.match(words)) and told_year(words) is not None


MAX_WORDS: Final = 12
MAX_CARD: Final = 120.0
"""Points: a higher area is a panel of its own."""


def _under(note: Cell, area: Box, edges: Sequence[float]) -> bool:
    gap = note.box.y0 - area.y1
    flush = any(abs(note.box.x0 - edge) < 40 for edge in edges)
    return -2 < gap < UNDER * max(note.size, 8) and note.box.x0 < area.x1 and flush
