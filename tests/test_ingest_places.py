"""Places: every municipality in every form, and nothing that only looks like one."""

import pytest

from ingest.places import MUNICIPALITIES, REGION_OF, find_places, municipalities_in, municipality_named


def test_there_are_98_municipalities_in_five_regions() -> None:
    assert len(MUNICIPALITIES) == 98
    assert len(set(REGION_OF.values())) == 5


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_each_municipality_is_found_in_its_forms(name: str) -> None:
    ascii_form = name.lower().replace("å", "aa").replace("æ", "ae").replace("ø", "oe")
    genitive = name if name.endswith("s") else name + "s"
    for written in (name, genitive, name.upper(), ascii_form):
        text = f"Hvor mange almene boliger er der i {written} kommune?"
        assert municipalities_in(text) == (name,), written
    assert municipality_named(f"{genitive} Kommune") == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Århus og Ålborg", ["Aarhus", "Aalborg"]),  # the old spelling
        ("hvor mange boliger i hoeje taastrup", ["Høje-Taastrup"]),  # no æøå, no hyphen
        ("Københavns Kommune", ["København"]),  # genitive form is the official name
        ("Vesthimmerland", ["Vesthimmerlands"]),  # official name ends in s, people leave it out
        ("DIN PLADS I\n\nKALUNDBORGS BYRÅD", ["Kalundborg"]),  # capitals
        ("Er Vejen større end Skive?", ["Vejen", "Skive"]),  # capitals in the middle of a sentence
        ("flest boliger i skive?", ["Skive"]),  # lower case, but "i" before
        ("Bornholms Regionskommune", ["Bornholm"]),  # the one with its own word
        ("Herning\t6.355\nKalundborg\t3.372", ["Herning", "Kalundborg"]),  # table cells
        ("Herning Kalundborg", ["Herning", "Kalundborg"]),  # list without commas
        ("How many homes in Copenhagen?", ["København"]),  # English
        ("Assens' boliger", ["Assens"]),  # apostrophe genitive
        ("vejen til elbiler", []),  # a road
        ("’Vejen til elbiler’", []),  # capital only because a title begins
        ("det står i vejen for byggeri", []),  # "i" before, still a road
        ("de fylder tre tønder og en skive brød", []),  # ordinary words
        ("Peter Nyborg sagde", []),  # a person
        ("formand Karen Lund Viborg", []),  # a person with a middle name
        ("www.herning.dk", []),  # an address
        ("Lolland-Falster", []),  # wider than the municipality
        ("Kerteminderens", []),  # another word that begins like one
    ],
)
def test_municipalities_in_text(text: str, expected: list[str]) -> None:
    assert list(municipalities_in(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind", "municipality"),
    [
        ("I Aalborg Øst har en gruppe", "Aalborg Øst", "area", "Aalborg"),  # a quarter is not its municipality
        ("motorvejen ved Køge Bugt", "Køge Bugt", "area", "Køge"),  # a bay
        ("på Nyborg Strand til", "Nyborg Strand", "area", "Nyborg"),  # a hotel
        ("fra Middelfart Boligfond", "Middelfart Boligfond", "area", "Middelfart"),  # an organisation
        ("i Bogense by", "Bogense", "town", "Nordfyns"),  # a town
        ("bor i Ringe", "Ringe", "town", "Faaborg-Midtfyn"),  # a town that is also a word
        ("Region Sjælland", "Region Sjælland", "region", None),  # region
        ("tal for hele landet", "Danmark", "country", None),  # the whole country
        ("på landsplan", "Danmark", "country", None),  # the whole country
    ],
)
def test_other_places(text: str, name: str, kind: str, municipality: str | None) -> None:
    (found,) = find_places(text)
    assert (found.name, found.kind, found.municipality) == (name, kind, municipality)


def test_spans_point_at_the_text() -> None:
    text = "Tal for Danmarks Statistik: Kalundborgs boliger og Danmark."
    assert [text[slice(*place.span)] for place in find_places(text)] == ["Kalundborgs", "Danmark"]
