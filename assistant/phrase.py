"""A language model words a finished answer anew; each of its sentences is proved before anyone sees it.

The answer itself is decided before: what the model leaves out, adds or changes is not shown, and the extractive
sentence stands in for it. Tables, lists, refusals and unclear sources keep their own words.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Protocol

from assistant import texts_llm as texts
from assistant.answer import Answer
from assistant.words import stems
from errors import TryAgain
from ingest.numbers import read_numbers
from ingest.sentences import split_sentences

MOST = 900
"""Characters of a worded answer, and of the model's text that is read at all."""
COVERED = 0.6
"""Share of a sentence's stems that the model's sentences must hold for it to count as said."""

_MARKER = re.compile(r"\[(\d+)\]")
_STRUCTURE = re.compile(r"^\s*(?:[|#>]|[-*•]\s|\d+\.\s)", re.MULTILINE)
_NAME = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-ZÆØÅ][\w-]+")

IsProved = Callable[[Answer], bool]


class Model(Protocol):
    """What is needed of a language model."""

    name: str

    def stream(self, prompt: str) -> Iterator[str]: ...


def may_be_phrased(answer: Answer) -> bool:
    """Prose that answers; everything else is better in its own words."""
    return answer.status == "answered" and bool(answer.citations) and not _STRUCTURE.search(answer.answer)


def phrase(answer: Answer, model: Model, is_proved: IsProved) -> Iterator[Answer]:
    """The answer growing as proved sentences come; the last one is the answer to keep.

    `is_proved` tells whether an Answer, here always of one sentence, is said by its citations.
    """
    kept: list[str] = []
    notice: str | None = None
    try:
        for sentence in _sentences(model.stream(_prompt(answer))):
            if len(" ".join([*kept, sentence])) <= MOST and is_proved(_alone(answer, sentence)):
                kept.append(sentence)
                yield _worded(answer, " ".join(kept), model)
    except TryAgain:
        notice = texts.STOOD_IN
    if not kept:
        yield replace(answer, notice=notice or texts.NOT_PROVED)
        return
    # By lines: within one, a marker after a closing quotation mark would go to the sentence behind it.
    left_out = [line for line in answer.answer.split("\n") if line.strip() and not _is_said(line, kept)]
    whole = _worded(answer, "\n".join([" ".join(kept), *left_out]), model, notice)
    yield whole if is_proved(whole) else replace(answer, notice=notice or texts.NOT_PROVED)


def _prompt(answer: Answer) -> str:
    quotes = [
        json.dumps({"kilde": c.marker, "titel": c.title, "side": c.page, "citat": c.quote}, ensure_ascii=False)
        for c in answer.citations
    ]
    template = files("assistant").joinpath("prompts/phrase.md").read_text(encoding="utf-8")
    return template.format(most=MOST, question=answer.question, quotes="\n".join(quotes), draft=answer.answer)


def _sentences(pieces: Iterator[str]) -> Iterator[str]:
    """Whole sentences with their markers, as soon as the next one has begun."""
    text = ""
    for piece in pieces:
        text += piece
        sentences = _split(text)
        if len(sentences) > 1 and not sentences[-1].startswith("["):  # "[" may be the marker of the one before
            yield from sentences[:-1]
            text = sentences[-1] + (" " if text[-1:].isspace() else "")
        if len(text) > MOST:
            return
    yield from _split(text)


def _split(text: str) -> list[str]:
    """Sentences; a marker after the full stop belongs to the sentence before it."""
    text = re.sub(r"([.!?])((?:\s*\[\d+\])+)", r"\2\1", " ".join(text.split()))
    return [text[start:end].strip() for start, end in split_sentences(text) if text[start:end].strip()]


def _alone(answer: Answer, sentence: str) -> Answer:
    """The sentence as an answer of its own, with the citations it names."""
    markers = {int(number) for number in _MARKER.findall(sentence)}
    citations = tuple(citation for citation in answer.citations if citation.marker in markers)
    return replace(answer, answer=sentence, citations=citations)


def _worded(answer: Answer, text: str, model: Model, notice: str | None = None) -> Answer:
    used = {int(number) for number in _MARKER.findall(text)}
    citations = tuple(citation for citation in answer.citations if citation.marker in used)
    return replace(answer, answer=text, citations=citations, mode="llm", model=model.name, notice=notice)


def _is_said(sentence: str, kept: list[str]) -> bool:
    """Whether the model's sentences hold all numbers and names of a sentence, and most of its words."""
    said = " ".join(kept)
    numbers = {number.value for number in read_numbers(said)}
    if any(number.value not in numbers for number in read_numbers(_MARKER.sub("", sentence))):
        return False
    names = [name for name in _NAME.findall(sentence) if name != "Kommune"]
    if any(name.casefold() not in said.casefold() for name in names):
        return False
    own, theirs = set(stems(sentence)), set(stems(said))
    return len(own & theirs) >= COVERED * len(own)
