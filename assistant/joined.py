"""Answers to the parts of one message, put together as one answer."""

import re
from dataclasses import replace

from assistant import texts
from assistant.answer import Answer, AnswerFigure, Citation

_MARKER = re.compile(r"\[(\d+)\]")
_Place = tuple[str, str | None]


def places_of(answers: list[Answer]) -> set[_Place]:
    """Document and section of every quote."""
    return {(citation.document, citation.section) for answer in answers for citation in answer.citations}


def join_answers(whole: Answer, parts: list[Answer], language: str) -> Answer:
    """The answered parts in order, `partial` with one sentence more when some is not; `whole` is what was asked."""
    known = [part for part in parts if part.status != "not_found"]
    said: list[str] = []
    citations: list[Citation] = []
    figures: list[AnswerFigure] = []
    for part in known:
        markers = _new_markers(part, citations)
        have = {citation.marker for citation in citations}
        citations += [replace(c, marker=markers[c.marker]) for c in part.citations if markers[c.marker] not in have]
        said += _MARKER.sub(lambda found, markers=markers: f"[{markers[int(found[1])]}]", part.answer).split("\n")  # type: ignore[misc]
        first = len(figures)
        figures += [
            replace(
                figure,
                marker=markers[figure.marker] if figure.marker else None,
                inputs=tuple(position + first for position in figure.inputs),
            )
            for figure in part.figures
        ]
    lines = _once([line for at, line in enumerate(said) if not line or line not in said[:at]])
    if len(known) < len(parts):
        refused = [part.answer.split("\n")[0] for part in parts if part.status == "not_found"]
        one = len(refused) == 1 and refused[0].count(":") == 1
        lines.append(refused[0] if one else texts.REST[language])
    return replace(
        whole,
        status="answered" if all(part.status == "answered" for part in parts) else "partial",
        answer="\n".join(lines),
        citations=tuple(citations),
        figures=tuple(figures),
    )


_OWN_WORDS = frozenset(said.strip(" :") for said in texts.SAYS.values())
_QUOTED = re.compile(r"»(?P<quote>[^»«]+)« (?P<marker>\[\d+\])")


def _once(lines: list[str]) -> list[str]:
    """Each quote said once: where it comes again, only the value in front of it stays, with its marker."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        found = _QUOTED.search(line)
        if found and found["quote"] in seen:
            lead = line[: found.start()].strip().rstrip(":")
            if lead and lead not in _OWN_WORDS:
                kept.append(f"{lead} {found['marker']}")
            continue
        if found:
            seen.add(found["quote"])
        kept.append(line)
    return kept


def _new_markers(part: Answer, before: list[Citation]) -> dict[int, int]:
    """Marker in the part → marker in the whole; the same quotes keep the marker they have there."""
    markers: dict[int, int] = {}
    top = max((citation.marker for citation in before), default=0)
    for marker in sorted({citation.marker for citation in part.citations}):
        spans = {(c.document, c.start, c.end) for c in part.citations if c.marker == marker}
        known = next(
            (
                m
                for m in {c.marker for c in before}
                if {(c.document, c.start, c.end) for c in before if c.marker == m} == spans
            ),
            None,
        )
        if known is None:
            top += 1
        markers[marker] = known or top
    return markers
