"""Persons with role and organisation, events with time and place, dates with what happens."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.document import Block, Document, DocumentInfo, Mention, Page
from ingest.mention_dates import DATE, venue_in
from ingest.mentions import find_mentions
from ingest.read import read_document

SHARED = Path("../shared/bl-documents")
FACTS: dict[str, Any] = tomllib.loads(Path("tests/fixtures/facts.toml").read_text(encoding="utf-8"))["documents"]


def document(*lines: str) -> Document:
    """ "# heading", else a paragraph."""
    text, blocks = "", []
    for line in lines:
        said = line.removeprefix("# ")
        span = (len(text), len(text) + len(said))
        blocks.append(Block("heading" if line.startswith("# ") else "paragraph", span, 1, int(line.startswith("# "))))
        text += said + "\n\n"
    return Document("p", "p.txt", "0", "txt", DocumentInfo("Prøve"), text, (Page(1, (0, len(text))),), tuple(blocks))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Adm. direktør Bent Holm taler."], [("Bent Holm", "adm. direktør", None)]),  # role first, with abbreviation
        (["Lige nu er Karen Lund formand for Kystforbundet."], [("Karen Lund", "formand", "Kystforbundet")]),  # after
        (["Så blev Karen Lund valgt som ny formand for BL."], [("Karen Lund", "formand", "BL")]),  # elected; not "ny"
        (["Anton Krag, direktør i Havnefonden, sagde ja."], [("Anton Krag", "direktør", "Havnefonden")]),  # apposition
        (["Palle Dam, som har været formand i BL siden 2008."], [("Palle Dam", "formand", "BL")]),  # relative clause
        (["Karen Lund (formand) og Ole Skov mødtes."], [("Karen Lund", "formand", None), ("Ole Skov", None, None)]),
        (["Karen Lund", "Formand for Kystforbundet"], [("Karen Lund", "formand", "Kystforbundet")]),  # a signature
        (["Anton Krag fra Havnefonden fortalte."], [("Anton Krag", None, "Havnefonden")]),  # organisation alone
        (["Næstformand blev Mette Bach."], [("Mette Bach", "næstformand", None)]),  # inverted
        (
            ["Adm. direktør Bent Holm og viceadm. direktør Eva Ry fra BL fortæller."],
            [("Bent Holm", "adm. direktør", "BL"), ("Eva Ry", "viceadm. direktør", "BL")],
        ),  # one organisation for two
        (
            ["BL’s adm. direktør Bent Holm er både formand for Nordhus og præsident for Euro Homes."],
            [("Bent Holm", "formand", "Nordhus"), ("Bent Holm", "præsident", "Euro Homes")],
        ),  # two offices
        (
            ["# Bestyrelsen", "Karen Lund (formand), Ole Skov."],
            [("Karen Lund", "formand", None), ("Ole Skov", "bestyrelsesmedlem", None)],
        ),  # those listed under the board
        (["Klimaudvalget: Formand Karen Lund"], [("Karen Lund", "formand", "Klimaudvalget")]),  # what is led before it
        (["Formand for kredsbestyrelsen: Ole Skov"], [("Ole Skov", "formand", "kredsbestyrelsen")]),  # or after it
        (["Ansvarlig for mål B: Mette Bach"], [("Mette Bach", "ansvarlig", "mål B")]),
        (["Foto: Lars Dam"], [("Lars Dam", "fotograf", None)]),  # a credit is no office
        (["Almene Boligdage og Dansk Erhverv mødes i Nyborg."], []),  # capitals that are no persons
        (["Fonden for Blandede Byer får penge."], []),  # an organisation
    ],
)  # fmt: skip
def test_persons(lines: list[str], expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [(m.name, m.role, m.organisation) for m in find_mentions(document(*lines)) if m.kind == "person"]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("lines", "name", "when", "where"),
    [
        (["Folkemødet holdes den 16. – 19. juni 2022 på Bornholm."], "Folkemødet", "16. – 19. juni 2022", "Bornholm"),
        (["En konference den 3. maj 2030 på Hotel Havn i Nyborg."], "konference", "3. maj 2030", "Hotel Havn i Nyborg"),
        (["# Kalender 2031", "3. marts: Konference i Ringsted"], "Konference i Ringsted", "3. marts 2031", "Ringsted"),
        (["Næste møde holdes den 10. september 2025 kl. 19.00."], "Næste møde", "10. september 2025 kl. 19.00", None),
    ],
)  # fmt: skip
def test_events(lines: list[str], name: str, when: str, where: str | None) -> None:
    (event,) = (m for m in find_mentions(document(*lines)) if m.kind == "event")
    assert (event.name, event.when, event.where) == (name, when, where)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("den 5. december 2023", ["5. december 2023"]),  # a day
        ("11. april kl. 12.00 - 14.00 og 24. april", ["11. april kl. 12.00 - 14.00", "24. april"]),  # with hours
        ("3. 4. september", ["3. 4. september"]),  # a dash that was lost
        ("i foråret 2023 og medio april", ["foråret 2023", "medio april"]),  # season, part of a month
        ("i juni 2022", ["juni 2022"]),  # a month
        ("i perioden 2022-2035", ["2022-2035"]),  # a period
        ("siden 2008", ["2008"]),  # a year
        ("2.024 boliger, 12.00 og 1-2", []),  # no dates
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    assert [m[0] for m in DATE.finditer(text)] == dates


def test_a_date_tells_what_happens() -> None:
    (mention,) = (m for m in find_mentions(document("Strategien blev vedtaget den 14. maj 2025.")) if m.kind == "date")
    assert (mention.when, mention.name) == ("14. maj 2025", "Strategien blev vedtaget den 14. maj 2025.")
    dates = [
        m
        for m in find_mentions(document("# Webinar om lys", "11. april kl. 12.00 og 24. april kl. 17.00"))
        if m.kind == "date"
    ]
    assert [(m.name, m.when) for m in dates] == [
        ("Webinar om lys", "11. april kl. 12.00"),
        ("Webinar om lys", "24. april kl. 17.00"),
    ]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Det var på Tivoli Hotel i København.", "Tivoli Hotel i København"),  # venue and town
        ("Det var i Nyborg.", "Nyborg"),  # a town
        ("Det var på kontoret.", None),  # no name
    ],
)
def test_venue_in(sentence: str, where: str | None) -> None:
    assert venue_in(sentence) == where


@cache
def mentions_of(stem: str) -> tuple[Mention, ...]:
    return find_mentions(read_document(SHARED / f"{stem}.txt"))


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize("stem", list(FACTS))
def test_every_listed_person_and_date_is_read(stem: str) -> None:
    found = mentions_of(stem)
    missed = []
    for fact in FACTS[stem].get("facts", ()):
        if fact["kind"] in ("person", "date"):
            same = [m for m in found if m.kind == fact["kind"]]
            said = letters(fact["words"])
            if not any(said in letters(m.name + " " + (m.when or "")) or said in letters(m.quote) for m in same):
                missed.append(fact["words"])
    assert missed == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
def test_quotes_are_verbatim() -> None:
    for stem in FACTS:
        doc = read_document(SHARED / f"{stem}.txt")
        assert all(m.quote == doc.quote(m.spans[0]) for m in find_mentions(doc))
