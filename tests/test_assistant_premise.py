"""What a question takes for granted is corrected where the documents decide it, and never passed over in silence."""

import pytest

from assistant.assistant import Assistant
from assistant.compose.premise_moves import went_the_other_way
from assistant.draft import Draft
from assistant.understand.premise import claim_of


@pytest.mark.parametrize(
    ("question", "kind", "check"),
    [
        ("Nu hvor Bo Holm er formand for BL, hvem er så direktør?", "role", "Hvem er formand for BL?"),  # and then asks
        ("Er Bo Holm direktør for BL?", "role", "Hvem er direktør for BL?"),  # yes or no
        ("Er det rigtigt, at Bo Holm er formand?", "role", "Hvem er formand for BL?"),  # of BL where none is named
        ("Mødet blev holdt i Skive, ikke?", "place", "Hvor blev mødet holdt?"),  # a tag
        ("Der er 900 boliger i Skive, ikke?", "tag", "Er der 900 boliger i Skive?"),  # a number
        ("Puljen var på 24 mia. kr., ikke?", "tag", "Hvor meget var puljen på?"),  # an amount
        ("Hvorfor har A flere boliger end B?", "why", "Har A flere boliger end B?"),  # a comparison
        ("Hvorfor er der kun to mål i 2026-2028?", "goals", "Hvorfor er der kun to mål i 2026-2028?"),  # a count
        (
            "Når nu Skive har 900 boliger, hvor mange er så til unge?",
            "clause",
            "Er det rigtigt, at Skive har 900 boliger?",
        ),
        ("Hvilket hotel i Skive lagde lokaler til Fuglemødet?", "place", "Hvor holdt man Fuglemødet?"),  # where it was
        ("Hvilken fynsk sal husede Fuglemødet?", "place", "Hvor holdt man Fuglemødet?"),  # a place as an adjective
        ("Hvilken dag i maj blev loven vedtaget?", "place", "Hvornår blev loven vedtaget?"),  # a month
        ("Hvilket hotel lagde lokaler til Fuglemødet?", None, ""),  # nothing is claimed
        ("Hvem er formand for BL?", None, ""),  # nothing is claimed
        ("Hvor mange stillede op, da BL skulle have ny formand?", None, ""),  # when, not a claim
        ("Nu skal vi i gang, hvor mange boliger er der i Herning?", None, ""),  # no claim that can be checked
    ],
)
def test_claim_of(question: str, kind: str | None, check: str) -> None:
    claim = claim_of(question)
    assert (claim.kind if claim else None) == kind
    assert (claim.check if claim else "") == check


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        ("Nu hvor Bent Madsen er formand for BL, hvem er så næstformand?", ["Allan Werge", "Vinie Hansen"], "Ja."),
        ("Er Bent Madsen formand for BL?", ["Nej.", "Allan Werge"], "Ja."),  # another holds it
        ("Er Allan Werge formand for BL?", ["Ja.", "Allan Werge"], "Nej."),  # right
        ("Der er 5.000 almene boliger i Herning, ikke?", ["Nej.", "7.971"], "Ja."),  # a sum
        ("Der er 6.355 familieboliger i Herning, ikke?", ["Ja.", "6.355"], "Nej."),  # right
        ("Der er over 5.000 familieboliger i Herning, ikke?", ["Ja.", "6.355"], "Nej."),  # a bound
        ("Der er under 5.000 familieboliger i Herning, ikke?", ["Nej.", "6.355"], "Ja."),  # the other way
        ("Hvorfor er der kun to pejlemærker i Almene mål 2026-2028?", ["tre mål", "samfundskontrakt"], "to mål"),
        ("Hvorfor har Kalundborg flere familieboliger end Herning?", ["Nej.", "6.355", "3.372"], "Ja."),  # not so
        ("Hvorfor har Herning flere familieboliger end Kalundborg?", ["6.355", "Hvorfor det er sådan"], "Nej."),  # so
        ("Hvorfor er fraflytningsprocenten i Herning på 30 pct.?", ["Nej.", "14 pct."], "30"),  # another number
        ("Slutkonferencen var på Nyborg Strand, ikke?", ["Tivoli"], "Nyborg"),  # another place
        (
            "Når nu Kalundborg har over 5.000 familieboliger, hvor mange ældreboliger er der så?",
            ["3.372", "602"],
            "5.000",
        ),
    ],
)
def test_a_false_premise_is_corrected(assistant: Assistant, question: str, says: list[str], never: str) -> None:
    answer = assistant.ask(question)
    assert answer.status in ("answered", "partial")
    assert [needle for needle in says if needle not in answer.answer] == [], answer.answer
    assert never not in answer.answer
    assert answer.citations


def test_a_premise_nothing_decides_is_refused(assistant: Assistant) -> None:
    answer = assistant.ask("Nu hvor Hans Hansen er formand for Boligselskabet Sydfyn, hvem er så næstformand?")
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor har BL kun fem kredse?", "11"),  # how many there are, not why there are so few
        ("Hvorfor var der kun to kandidater, da BL valgte formand?", "tre"),  # a number in words
        ("Hvorfor har BL droppet det grønne i målene for 2026-2028?", "grønne poten"),  # it is a goal
    ],
)
def test_what_is_taken_for_granted_is_put_right(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer.lower().split("\n")[0]


def test_what_no_goal_says_is_not_said_to_be_one(assistant: Assistant) -> None:
    answer = assistant.ask("Hvorfor har BL droppet cykelstierne i målene for 2026-2028?")
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("claim", "quote", "contradicted"),
    [
        ("Er trafikken steget?", "»Trafikken er faldet ti procent.«", True),
        ("Er trafikken faldet?", "»Trafikken steg i 2021.«", True),
        ("Er trafikken steget?", "»Trafikken er steget.«", False),  # it is so
        ("Er trafikken steget?", "»Trafikken steg først og er så faldet.«", False),  # both ways
        ("Er cykeltrafikken steget?", "»Trafikken er faldet.«", False),  # another thing
        ("Er trafikken farlig?", "»Trafikken er faldet.«", False),  # no movement is claimed
    ],
)
def test_what_went_the_other_way_contradicts(claim: str, quote: str, contradicted: bool) -> None:
    assert (went_the_other_way(claim, Draft(lines=[quote, "»Mere.«"])) is not None) is contradicted


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilket hotel i Aarhus lagde lokaler til Topledertræf i 2022?", "Nyborg"),  # held elsewhere
        ("Hvilken dag i maj 2022 vedtog et flertal i Folketinget boligaftalen?", "juni 2022"),  # in another month
        ("Hvorfor tabte Allan Werge formandsvalget i 2022?", "vandt"),  # the contrary happened
    ],
)
def test_what_happened_otherwise_is_quoted(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer
