"""The check before an answer leaves: every number, unit, year, name and negation stands in its statement's quotes.

`prove` tells what fails and why; `enforce` takes away what fails and lowers the status. Nothing is ever repaired.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from assistant.answer import Answer, AnswerFigure, Status
from assistant.prove_evidence import gather
from assistant.prove_figures import proved_figures
from assistant.prove_numbers import numbers_in
from assistant.prove_rules import Case, Failure, statement_failures
from assistant.prove_statements import RULE, Statement, statements_of
from assistant.prove_words import bare_text, words_of
from ingest.document import DocumentInfo

TextOf: TypeAlias = Callable[[str], str]
InfoOf: TypeAlias = Callable[[str], DocumentInfo]
LONGEST = 2400
NOTHING_PROVED = {
    "da": "Det kan jeg ikke dokumentere ud fra dokumenterne.",
    "en": "I cannot prove an answer from the documents.",
}
_ENGLISH = re.compile(
    r"\b(?:the|is|are|was|of|and|has|have|were|not|for|in|with|this|there|than|from|which|one|out)\b", re.IGNORECASE
)
_DANISH = re.compile(r"\b(?:der|er|af|og|har|var|ikke|det|den|til|for|på|i|som|med|blev)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the check found. `bad_citations` and `bad_figures` are positions in the answer's citations and figures."""

    statements: tuple[Statement, ...]
    failures: tuple[Failure, ...]
    bad_citations: frozenset[int] = frozenset()
    bad_figures: frozenset[int] = frozenset()

    @property
    def ok(self) -> bool:
        return not self.failures

    @property
    def failed(self) -> frozenset[int]:
        """Positions of the statements in which something fails."""
        return frozenset(f.statement for f in self.failures if f.statement is not None)


def prove(draft: Answer, text_of: TextOf, info_of: InfoOf) -> Proof:
    """Checks a draft against the stored texts. `text_of` and `info_of` raise LookupError for an unknown document."""
    sources, wrong = gather(draft.citations, text_of, info_of)
    statements = statements_of(draft.answer)
    question = f"{draft.question}\n{draft.standalone_question}"
    case = Case(
        draft=draft,
        lang=language_of(draft.answer),
        sources=sources,
        good_figures=proved_figures(draft.figures, sources),
        asked=numbers_in(question) + numbers_in(question, "en"),
        asked_names=bare_text(question),
        asked_words=words_of(question),
    )
    bad_figures = frozenset(
        i
        for i, figure in enumerate(draft.figures)
        if i not in case.good_figures and (figure.certain or draft.status not in ("unclear_source", "partial"))
    )
    failures = [Failure("quote", reason) for reason in wrong.values()]
    failures += [Failure("figure", f"{draft.figures[i].label}: {draft.figures[i].value}") for i in sorted(bad_figures)]
    failures += _answer_failures(draft, statements, frozenset(sources))
    for position, statement in enumerate(statements):
        failures += [replace(f, statement=position) for f in statement_failures(case, statement)]
    return Proof(statements, tuple(failures), frozenset(wrong), bad_figures)


def language_of(text: str) -> str:
    """ "en" when more little English words than Danish ones stand in it, else "da"; quotes are left out."""
    plain = re.sub(r"»[^«]*«|“[^”]*”|”[^”]*”", " ", text)
    return "en" if len(_ENGLISH.findall(plain)) > len(_DANISH.findall(plain)) else "da"


def _answer_failures(draft: Answer, statements: tuple[Statement, ...], known: frozenset[int]) -> list[Failure]:
    used = frozenset(m for s in statements for m in s.own_markers)
    failures = [Failure("citation", f"[{m}] bruges ikke") for m in sorted({c.marker for c in draft.citations} - used)]
    failures += [Failure("marker", f"[{m}] har ingen kilde") for m in sorted(used - known)]
    if len(draft.answer) > LONGEST:
        failures.append(Failure("length", f"{len(draft.answer)} tegn"))
    return failures


def enforce(draft: Answer, text_of: TextOf, info_of: InfoOf) -> Answer:
    """The draft without what is not proved; its status is lowered where that was the fact or a part of a list."""
    kept, status = draft, draft.status
    for _ in range(6):  # taking away one statement can leave a lead-in or a derived figure without its proof
        proof = prove(kept, text_of, info_of)
        if proof.ok:
            return replace(kept, status=status) if kept.answer.strip() else _nothing(draft)
        status = _lowered(status, proof)
        kept = _without(kept, proof)
        if not _says_something(kept):
            return _nothing(draft)
    return _nothing(draft)


def _lowered(status: Status, proof: Proof) -> Status:
    facts = [i for i, s in enumerate(proof.statements) if s.kind in ("sentence", "item", "row")]
    parts = {i for i in facts if proof.statements[i].kind in ("item", "row")}
    hurt = proof.failed & (parts | set(facts[:1]))
    return "partial" if status == "answered" and hurt else status


def _without(draft: Answer, proof: Proof) -> Answer:
    citations = tuple(c for i, c in enumerate(draft.citations) if i not in proof.bad_citations)
    figures = _kept_figures(draft.figures, proof.bad_figures)
    text = draft.answer
    too_long = len(text) > LONGEST
    for position in reversed(range(len(proof.statements))):
        statement = proof.statements[position]
        if position in proof.failed or (too_long and statement.end > LONGEST):
            whole_line = statement.kind in ("item", "row")  # an empty line would break the list or table apart
            text = text[: statement.start] + text[statement.end + whole_line :]
    text = _tidy(text)
    used = {m for s in statements_of(text) for m in s.own_markers}
    citations = tuple(c for c in citations if c.marker in used)
    return replace(draft, answer=text, citations=citations, figures=figures)


def _tidy(text: str) -> str:
    """Without lead-ins, headers and rules that lead to nothing any more, and without the gaps."""
    while True:
        idle = [s for s in statements_of(text) if s.kind in ("lead_in", "header") and not s.items and not s.own_markers]
        if not idle:
            break
        text = text[: idle[-1].start] + text[idle[-1].end :]
    if not any(s.kind == "row" for s in statements_of(text)):
        text = "\n".join(line for line in text.split("\n") if not (line.strip() and RULE.match(line)))
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]{2,}", " ", text))).strip()


def _kept_figures(figures: tuple[AnswerFigure, ...], bad: frozenset[int]) -> tuple[AnswerFigure, ...]:
    """The other figures, with their inputs counted anew; whatever rests on a bad one goes too."""
    gone = set(bad)
    while more := {i for i, f in enumerate(figures) if i not in gone and gone & set(f.inputs)}:
        gone |= more
    new_place = {old: new for new, old in enumerate(i for i in range(len(figures)) if i not in gone)}
    return tuple(replace(figures[i], inputs=tuple(new_place[j] for j in figures[i].inputs)) for i in new_place)


def _says_something(draft: Answer) -> bool:
    return any(s.kind in ("sentence", "item", "row") for s in statements_of(draft.answer))


def _nothing(draft: Answer) -> Answer:
    text = NOTHING_PROVED[language_of(draft.answer)]
    return replace(draft, status="not_found", answer=text, citations=(), figures=())
