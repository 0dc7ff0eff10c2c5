"""Goals, their points, promises and decisions: by hand-made documents, and against the hand-written list of facts."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.commitment_prose import quoted_goals, sign_of
from ingest.commitment_words import period_of, theme_of
from ingest.commitments import find_commitments
from ingest.document import Block, Commitment, Document, DocumentInfo, Page
from ingest.read import read_document

SHARED = Path("../shared/bl-documents")
STARTER = Path("corpus/documents")
FACTS: dict[str, Any] = tomllib.loads(Path("tests/fixtures/facts.toml").read_text(encoding="utf-8"))["documents"]
KINDS = {"#": "heading", "-": "list_item", "©": "caption"}


def document(*lines: str, kind: str = "maalprogram", **info: Any) -> Document:
    """A document by hand: "# heading", "- item", "© caption", "=" a page turn, else a paragraph."""
    text, blocks, pages, start, number = "", [], [], 0, 1
    for line in lines:
        if line == "=":
            pages.append(Page(number, (start, len(text))))
            start, number = len(text), number + 1
            continue
        mark = line[0] if line[0] in KINDS else ""
        said = ("• " if mark == "-" else "") + line[len(mark) :].strip()
        blocks.append(
            Block(KINDS.get(mark, "paragraph"), (len(text), len(text) + len(said)), number, 1 if mark == "#" else 0)
        )  # type: ignore[arg-type]
        text += said + "\n\n"
    pages.append(Page(number, (start, len(text))))
    fields: dict[str, Any] = {"publisher": "BL – Danmarks Almene Boliger", "period": "2030-2032"} | info
    about = DocumentInfo("Prøve", kind, **fields)  # type: ignore[arg-type]
    return Document("prøve", "prøve.txt", "0", "txt", about, text, tuple(pages), tuple(blocks))


def told(doc: Document) -> list[tuple[str | None, str | None, str]]:
    return [(c.status, c.parent, c.text) for c in find_commitments(doc)]


PROGRAMMES: list[tuple[str, Document, list[tuple[str | None, str | None, str]]]] = [
    (
        "capitals, points without bullets",
        document("# GRØNNE TAGE", "Meget at nå.", "# BL VIL", "Styrke tage.", "Sikre viden.", "På bl.dk står mere."),
        [("mål", None, "Grønne tage"), ("vil", "Grønne tage", "Styrke tage."), ("vil", "Grønne tage", "Sikre viden.")],
    ),
    (
        "bullets, a caption in between",
        document("# Tryghed", "Derfor vil vi:", "- styrke lys", "© Foto fra byen", "- bygge stier", "Og mere tekst."),
        [("mål", None, "Tryghed"), ("vil", "Tryghed", "styrke lys"), ("vil", "Tryghed", "bygge stier")],
    ),
    (
        "lead-in at the end of a paragraph",
        document("# Ledelse", "Det er svært. Det kræver:", "- en klar ledelse"),
        [("kræver", "Ledelse", "en klar ledelse")],
    ),
    (
        "goals listed first, described below",
        document("# Mål", "Vi har to mål:", "- Lys: mere lys", "- Luft", "# Luft", "BL vil:", "- åbne vinduer"),
        [("mål", None, "Lys"), ("mål", None, "Luft"), ("vil", "Luft", "åbne vinduer")],
    ),
    (
        "goals listed after a sentence about them",
        document("De to store målsætninger for 2028-2030 handler om byen:", "- Lys", "- Luft", kind="aarsberetning"),
        [("mål", None, "Lys"), ("mål", None, "Luft")],
    ),
    (
        "numbered goals",
        document("# Mål 1: Flere boliger", "Vi mangler dem.", "# Mål 2: Bedre boliger", "Vi har dem."),
        [("mål", None, "Flere boliger"), ("mål", None, "Bedre boliger")],
    ),
    (
        "a number over the goal's name, sub-goals, and a name over points that say who will",
        document(
            "Mål 1", "# Tag over hovedet", "# Delmål 1.1: Små boliger", "# Samvirket Bælt", "- vil bygge 90",
            "- vil købe grunde", "Mål 2", "# Varme stuer", "# Delmål 2.1: Isolering", "Samvirket Bælt vil:", "- tætne",
        ),
        [
            ("mål", None, "Tag over hovedet"), ("delmål", "Tag over hovedet", "Små boliger"),
            ("vil", "Små boliger", "bygge 90"), ("vil", "Små boliger", "købe grunde"), ("mål", None, "Varme stuer"),
            ("delmål", "Varme stuer", "Isolering"), ("vil", "Isolering", "tætne"),
        ],
    ),
    (
        "goals by letters",
        document("# Mål A: Gode naboer", "Udkast.", "# Delmål A1. Mødesteder", "Vi vil:", "- indrette huse"),
        [
            ("mål", None, "Gode naboer"), ("delmål", "Gode naboer", "Mødesteder"),
            ("vil", "Mødesteder", "indrette huse"),
        ],
    ),
    (
        "a name over points that are no promises, and a number that counts",
        document("# Samvirket Bælt", "- har ti huse", "- er fra 1960", "Mål 3 og 4 bliver fulgt op i 2031."),
        [],
    ),
    (
        "a point torn away before its own heading",
        document(
            "# Fællesskab", "Derfor vil vi:", "- samle naboer", "=",
            "For at nå det skal vi stå stærkt", "- partnere i byen", "# Grundlag",
            "For at nå det skal vi stå stærkt sammen.", "Det kræver:", "- klar ledelse", "# Brug", "De kan:", "- ses",
        ),
        [
            ("mål", None, "Fællesskab"), ("vil", "Fællesskab", "samle naboer"),
            ("kræver", "Grundlag", "partnere i byen"), ("kræver", "Grundlag", "klar ledelse"), ("kan", "Brug", "ses"),
        ],
    ),
    (
        "lists that promise nothing",
        document("# Hvem", "Boligerne er for:", "- unge", "- ældre", "Vi har:", "- haver"),
        [],
    ),
    (
        "chapter lists in a report stand under the chapter, which is no goal",
        document("# Byggeri", "Tal.", "Derfor vil forbundet i 2026:", "- bygge mere", kind="aarsberetning"),
        [("vil", "Byggeri", "bygge mere")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("doc", "expected"), [row[1:] for row in PROGRAMMES], ids=[row[0] for row in PROGRAMMES])
def test_goals_and_their_points(doc: Document, expected: list[tuple[str | None, str | None, str]]) -> None:
    assert told(doc) == expected


def test_a_point_has_its_place_actor_and_period() -> None:
    doc = document(
        "# Byggeri", "Derfor vil forbundet i 2026:", "- bygge mere", kind="aarsberetning", publisher="Forbundet Kyst"
    )
    (point,) = find_commitments(doc)
    assert (point.actor, point.period, point.page, point.quote) == ("Forbundet Kyst", "2026", 1, "• bygge mere")
    assert [doc.quote(span) for span in point.spans] == ["• bygge mere", "Derfor vil forbundet i 2026:", "Byggeri"]


@pytest.mark.parametrize(
    ("sentence", "status", "actor"),
    [
        ("I BL vil vi arbejde for, at flere får plads.", "vil", "BL"),  # inverted, in BL's own house
        ("Regeringen vil til efteråret fremlægge en plan.", "vil", "Regeringen"),  # government
        ("BL arbejder politisk for at fjerne reglen.", "vil", "BL"),  # present tense
        ("I 2030 fortsætter BL’s arbejde for sundhed.", "vil", "BL’s"),  # genitive
        ("Derfor vedtog repræsentantskabet en strategi.", "vedtaget", "repræsentantskabet"),  # decision
        ("Planen er vedtaget af BL's repræsentantskab i maj.", "vedtaget", "BL's repræsentantskab"),  # passive
        ("Til foråret besluttede BL’s bestyrelse at se på det.", "besluttet", "BL’s bestyrelse"),  # inverted
        ("BL kom med et forslag om billige boliger.", "foreslået", "BL"),  # proposal
        ("BL har derfor etableret et netværk.", "gennemført", "BL"),  # done
        ("Regeringen nedsatte et udvalg.", "igangsat", "Regeringen"),  # started
        ("Målet for 2030 er 100 lærlinge.", "mål", None),  # goal in prose
        ("Antallet vil falde de næste ti år.", None, None),  # a forecast commits nobody
        ("Vi vil gerne takke alle frivillige.", None, None),  # thanks
        ("Vil BL arbejde for det?", None, None),  # a question
        ("”Vi vil bygge mere,” siger han.", None, None),  # quoted speech
        ("BL fortsætter i 2030 arbejdet for sundhed.", "vil", "BL"),  # going on
        ("BL fik regeringen til at ændre loven.", "gennemført", "regeringen"),  # done by another
        ("Udvalget var midlertidigt, men er nu fast.", "besluttet", None),  # changed for good
        ("Kommunerne vil få fuld ret til det.", None, None),  # a consequence
    ],
)
def test_what_a_sentence_commits_to(sentence: str, status: str | None, actor: str | None) -> None:
    sign = sign_of(sentence)
    assert (sign.status if sign else None) == status
    assert status in (None, "mål") or actor is None or (sign is not None and sign.actor == actor)


def test_goals_named_in_quotation_marks() -> None:
    assert quoted_goals("De to målsætninger er ”Lys i byen” og ”Luft i huset”.") == ("Lys i byen", "Luft i huset")
    assert quoted_goals("Under overskriften ”Vi mødes” samles alle.") == ()  # no goal
    doc = document("De to mål for 2022 – 2024 er ”Lys i byen” og ”Luft”.", kind="aarsberetning", period="2023")
    assert [(c.text, c.period, c.status) for c in find_commitments(doc)] == [
        ("Lys i byen", "2022-2024", "mål"),
        ("Luft", "2022-2024", "mål"),
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("i perioden 2022 – 2024", "2022-2024"),  # spaces around the dash
        ("i 2022-24", "2022-2024"),  # two digits
        ("i juni 2022", "2022"),  # one year
        ("fra 2019, og igen i 2022", None),  # two years: neither
        ("2.024 boliger", None),  # no year
    ],
)
def test_period_of(text: str, period: str | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("sætte solceller på tagene", "klima og grøn omstilling"),  # compound beginning
        ("styrke beboerdemokratiet", "demokrati og fællesskab"),  # inflected
        ("lavere husleje", "økonomi og husleje"),  # plain
        ("et lokalt beredskab", "beredskab"),  # small theme
        ("noget helt andet", None),  # none
    ],
)
def test_theme_of(text: str, theme: str | None) -> None:
    assert theme_of(text) == theme


def test_key_issues_also_where_a_heading_ran_into_the_paragraph_above() -> None:
    doc = document(
        "# Lys", "Mere lys er godt. Mere luft i byen", "Luft er også godt.", "# MÆRKESAGER", kind="velkomstpakke"
    )
    assert told(doc) == [("mærkesag", None, "Lys"), ("mærkesag", None, "Mere luft i byen")]


def test_key_issues_of_a_section_go_over_a_page_turn() -> None:
    doc = document(
        "# Velkommen", "Kære alle.", "# Mærkesager", "=", "# Lys", "Mere lys.", "# Luft", "Mere luft.", kind="andet"
    )
    deeper = tuple(replace(b, level=2) if doc.quote(b.span) in ("Lys", "Luft") else b for b in doc.blocks)
    assert [c.text for c in find_commitments(replace(doc, blocks=deeper)) if c.status == "mærkesag"] == ["Lys", "Luft"]


# --- against the list of facts ----------------------------------------


@cache
def commitments_of(path: Path) -> tuple[Commitment, ...]:
    return find_commitments(read_document(path))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def missed(stem: str, path: Path, field: str) -> list[str]:
    """The listed goals and points that were not read, or with another parent, period or actor."""
    found = commitments_of(path)
    wrong = []
    for goal in FACTS[stem].get("goals", ()):
        if not any(
            letters(c.text) == letters(goal["name"]) and c.period == goal["period"] and c.status == goal["status"]
            for c in found
        ):
            wrong.append(goal["name"])
    for point in FACTS[stem].get("points", ()):
        hits = [c for c in found if letters(point[field]) in letters(c.text)]
        hits = [c for c in hits if letters(point["parent"]) in letters(c.parent or "")] if field == "words" else hits
        if not any(c.period == point["period"] and point.get("actor", c.actor) == c.actor for c in hits):
            wrong.append(point[field])
    return wrong


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize("stem", [stem for stem, facts in FACTS.items() if facts.get("goals") or facts.get("points")])
def test_every_listed_goal_and_point_is_read(stem: str) -> None:
    assert missed(stem, SHARED / f"{stem}.txt", "words") == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize(("stem", "points"), [("almene-maal-2024-2026", 3), ("almene-maal-2026-2028", 4)])
def test_a_goal_has_its_points_and_no_more(stem: str, points: int) -> None:
    found = commitments_of(SHARED / f"{stem}.txt")
    goals = [c.text for c in found if c.status == "mål" and c.parent is None]
    assert len(goals) == 3
    assert {goal: sum(c.parent == goal and c.status == "vil" for c in found) for goal in goals} == dict.fromkeys(
        goals, points
    )


@pytest.mark.parametrize("stem", [stem for stem, facts in FACTS.items() if facts.get("goals") or facts.get("points")])
def test_our_own_summaries_keep_goals_and_points(stem: str) -> None:
    assert missed(stem, STARTER / f"{FACTS[stem]['summary']}.pdf", "ours") == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
def test_every_quote_is_verbatim() -> None:
    for path in sorted(SHARED.glob("*.txt")):
        doc = read_document(path)
        for commitment in find_commitments(doc):
            assert commitment.quote == doc.quote(commitment.spans[0])
            assert letters(commitment.quote)
