"""The entry point of this room: a question in a conversation becomes a checked `Answer`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from threading import Lock
from time import perf_counter
from typing import Protocol

from assistant import texts
from assistant.answer import Answer, Conversation
from assistant.compose.compose import compose
from assistant.compose.context import Context, starts_of
from assistant.compose.finishing import finished
from assistant.compose.names_asked import lacks_names
from assistant.compose.pointing import points_nowhere
from assistant.compose.refusal import refuse
from assistant.compose.suggest import suggestions
from assistant.compose.whose_place import asks_population, tells_of_elsewhere
from assistant.draft import Citer, finish, page_finder
from assistant.editions import one_edition_each
from assistant.figures import build_cards
from assistant.gatherings import at_the_event
from assistant.joined import join_answers, places_of
from assistant.lexicon import Lexicon
from assistant.phrase import Model, may_be_phrased, phrase
from assistant.prove import enforce, prove
from assistant.score import Scorer
from assistant.understand.focus import told_before
from assistant.understand.followup import leans
from assistant.understand.parts import parts_of
from assistant.understand.query import Query
from assistant.understand.understand import LONGEST, understand
from assistant.units import build_units
from index.evidence import DocumentEntry, Evidence, Filters, Snapshot
from ingest.document import Document, DocumentInfo

_LEAD = re.compile(r"^\*\*[^*\n]+\*\*: »", re.MULTILINE)
"""A value in front of the quote it was taken from."""
_ALSO = {"da": "Og", "en": "And"}
"""How a part begins that leans on the one before it."""
MOST_CONTEXTS = 8
"""Choices of filters kept ready at a time."""


class Searchable(Protocol):
    """What the assistant needs of a library."""

    def snapshot(self) -> Snapshot: ...
    def document(self, id: str) -> Document: ...
    def text(self, id: str) -> str: ...
    def search(
        self,
        query: str,
        filters: Filters | None = None,
        *,
        passages: int = 20,
    ) -> Evidence: ...
    def near_figures(self, text: str) -> Mapping[tuple[str, int], float]: ...


class Assistant:
    """Answers from one library. Use it from any thread."""

    def __init__(self, library: Searchable, llm: Model | None = None) -> None:
        self._library, self._llm = library, llm
        self._contexts: dict[tuple[int, Filters], Context] = {}
        self._lock = Lock()

    def warm_up(self) -> None:
        """Makes what the first answer would otherwise wait for."""
        self._current(Filters())

    def ask(self, question: str, conversation: Conversation | None = None, filters: Filters | None = None) -> Answer:
        """One answer; never raises for what a question holds. Only documents that `filters` admit are answered from."""
        *_, whole = self.growing(question, conversation, filters)
        return whole

    def growing(
        self, question: str, conversation: Conversation | None = None, filters: Filters | None = None
    ) -> Iterator[Answer]:
        """The same while a language model words it: as far as it is proved, then whole. Without one, at once."""
        began = perf_counter()
        limits = filters or Filters()
        context = self._current(limits)
        asked, notice = _beginning(question.strip())
        if polite := _polite(asked, context.entries):
            yield replace(polite, timings_ms=_timings(began, began, began, perf_counter()))
            return
        talk = conversation or Conversation()
        query = understand(asked, talk, context.snapshot.documents, context.lexicon)
        understood = perf_counter()
        evidence = self._library.search(query.question[:400], limits, passages=20)
        retrieved = perf_counter()
        answer = self._answer(asked, query, context, evidence, limits)
        parts = parts_of(asked)
        if len(parts) > 1:
            resolved = parts_of(query.question)  # "… og hvor blev den holdt?" with what the conversation says it is
            parts = resolved if len(resolved) == len(parts) and query.question != asked else parts
            answer = self._in_parts(answer, query, parts, talk, context, evidence, limits)
        for said in self._worded(answer):
            told = " ".join(filter(None, (notice, said.notice))) or None
            times = _timings(began, understood, retrieved, perf_counter())
            yield replace(said, question=question, notice=told, timings_ms=times)

    def _answer(self, asked: str, query: Query, context: Context, evidence: Evidence, limits: Filters) -> Answer:
        """The proved answer to one question."""
        draft = None if asks_population(query) or points_nowhere(query) else compose(context, query, evidence, limits)
        if draft is None or tells_of_elsewhere(context, query, draft) or lacks_names(query, draft):
            draft = refuse(context, query, [])
        draft = finished(context, query, draft)
        draft.suggestions = suggestions(context, query)
        return self._proved(finish(draft, asked, query.question))

    def _in_parts(
        self,
        whole: Answer,
        query: Query,
        parts: tuple[str, ...],
        conversation: Conversation,
        context: Context,
        evidence: Evidence,
        limits: Filters,
    ) -> Answer:
        """The answers to the parts, each in the conversation of those before it; else the one to the whole.

        The evidence is the whole question's: embedding each part as well took three times as long and found no more;
        where a conversation goes before, the parts name what the whole leaves to a pronoun.
        """
        answers: list[Answer] = []
        told = told_before(query.asked)
        told_of = bool(conversation.turns)
        parts = (parts[0], *(at_the_event(part, " ".join(parts[:at])) for at, part in enumerate(parts[1:], 1)))
        also = _ALSO[_language(query)]
        for part in (parts[0], *(f"{also} {p[:1].lower()}{p[1:]}" if leans(p) else p for p in parts[1:])):
            read = understand(part, conversation, context.snapshot.documents, context.lexicon)
            if told_of:  # what the part is about was named before this message, so that its evidence is not of it
                evidence = self._library.search(read.question[:400], limits, passages=20)
            bound = _in_the_same(read, query, answers)
            answer = self._answer(part, bound, context, evidence, limits)
            if answer.status == "not_found" and bound.places == read.places:
                answer = self._answer(part, read, context, evidence, limits)
            if answer.status == "not_found" and answers and told:
                again = understand(f"{told} {part}", Conversation(), context.snapshot.documents, context.lexicon)
                answer = self._answer(part, again, context, evidence, limits)
            conversation = conversation.after(answer)
            # "… og hvad koster det?" is answered where the part before was, or not at all; a key figure anywhere.
            of_place = bool(answer.figures and read.places)
            if read.carried and not of_place and not places_of([answer]) & places_of(answers):
                answer = replace(answer, status="not_found", answer=texts.REST[_language(query)])
            answers.append(answer)
        known = [answer for answer in answers if answer.status != "not_found"]
        if len(known) == len(parts) or (known and whole.status == "not_found"):
            return join_answers(whole, answers, _language(query))
        return whole

    def _proved(self, answer: Answer) -> Answer:
        """The answer as far as it is proved; where a bold value fails its quote may still stand without it."""
        proved = enforce(answer, self._library.text, self._info_of)
        if proved.status == answer.status or answer.status == "not_found":
            return proved
        plain = replace(answer, answer=_LEAD.sub("»", answer.answer))
        again = enforce(plain, self._library.text, self._info_of) if plain.answer != answer.answer else proved
        return again if again.status == answer.status else proved

    def _info_of(self, document: str) -> DocumentInfo:
        """Raises LookupError for an unknown document."""
        for entry in self._library.snapshot().documents:  # all of them: a filter may choose any edition
            if entry.id == document:
                return entry.info
        raise LookupError(document)

    def _worded(self, answer: Answer) -> Iterator[Answer]:
        """The answer in the language model's words where there is one, as far as they are proved."""
        if self._llm is None or not may_be_phrased(answer):
            yield answer
            return
        yield from phrase(answer, self._llm, lambda said: prove(said, self._library.text, self._info_of).ok)

    def _current(self, filters: Filters) -> Context:
        """The context of the library as it is now, within the filters; made once for each version and choice."""
        snapshot = self._library.snapshot()
        key = (snapshot.version, filters)
        with self._lock:
            if key not in self._contexts:
                kept = {at: context for at, context in self._contexts.items() if at[0] == snapshot.version}
                while len(kept) >= MOST_CONTEXTS:
                    del kept[next(iter(kept))]
                self._contexts = {**kept, key: self._context_of(one_edition_each(snapshot.within(filters)))}
            return self._contexts[key]

    def _context_of(self, snapshot: Snapshot) -> Context:
        units = build_units(snapshot, self._library.text)
        lexicon = Lexicon(units)
        entries = {entry.id: entry for entry in snapshot.documents}
        return Context(
            snapshot,
            units,
            lexicon,
            Scorer(units, lexicon, entries),
            Citer(self._library.text, page_finder(self._library.document), entries),
            entries,
            build_cards(snapshot, entries),
            self._library.text,
            starts_of(units),
            self._library.near_figures,
        )


def _in_the_same(part: Query, whole: Query, before: list[Answer]) -> Query:
    """A part that names no document, place or time of its own, bound to the one that the message names.

    "Hvor mange familieboliger og hvor mange ungdomsboliger er der i Lemvig?": the place is that of both.
    """
    if part.wants("number", "share", "money") and not (part.places or part.country or part.here or part.documents):
        part = replace(part, places=whole.places) if len(whole.places) == 1 else part
    own = part.documents or part.places or part.periods or part.kinds or part.missing_document
    return part if own or not before or len(whole.documents) != 1 else replace(part, documents=whole.documents)


def _beginning(asked: str) -> tuple[str, str | None]:
    """As much of a question as is read, cut between words, and what to say when that is not all of it."""
    if len(asked) <= LONGEST:
        return asked, None
    return asked[:LONGEST].rsplit(maxsplit=1)[0], texts.ONLY_BEGINNING.format(
        characters=f"{LONGEST:,}".replace(",", ".")
    )


def _polite(asked: str, entries: dict[str, DocumentEntry]) -> Answer | None:
    """An answer that needs no evidence: no question, no documents."""
    if not any(c.isalnum() for c in asked):
        return Answer(asked, asked, "not_found", texts.EMPTY)
    if not entries:
        return Answer(asked, asked, "not_found", texts.NO_DOCUMENTS)
    return None


def _language(query: Query) -> str:
    return "en" if query.language == "en" else "da"


def _timings(began: float, understood: float, retrieved: float, done: float) -> dict[str, float]:
    """Milliseconds of each step."""
    return {
        "understand": round((understood - began) * 1000, 2),
        "retrieve": round((retrieved - understood) * 1000, 2),
        "compose": round((done - retrieved) * 1000, 2),
        "total": round((done - began) * 1000, 2),
    }
