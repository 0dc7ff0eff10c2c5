"""Danish numbers in text: what each printed form is read as, exactly."""

from fractions import Fraction

import pytest

from ingest.numbers import exact, read_number, read_numbers, uses_dots

# (text, kind, value, unit, qualifier) of the first number in it
ROWS = [
    # counts
    ("1.086 boliger", "count", "1086", "", None),  # dot groups thousands
    ("595.000", "count", "595000", "", None),  # one tool read 566.000 as 566
    ("1.234.567 kroner", "money", "1234567", "kr.", None),  # two groups
    ("12,5", "count", "12.5", "", None),  # never 125
    ("0,75", "count", "0.75", "", None),  # leading zero
    ("12,50", "count", "12.5", "", None),  # trailing zero says nothing
    ("602", "count", "602", "", None),
    ("0", "count", "0", "", None),
    ("3\u00a0372 boliger", "count", "3372", "", None),  # hard blank groups too
    ("der var 24 arrangementer", "count", "24", "", None),
    # scales
    ("2,4 mia. kr.", "money", "2.4", "mia. kr.", None),
    ("2,4 mia.  \nkr. til", "money", "2.4", "mia. kr.", None),  # broken over a line
    ("1,1 mio. kr.", "money", "1.1", "mio. kr.", None),  # one tool read 11
    ("10 mio. kroner", "money", "10", "mio. kr.", None),
    ("10 milliarder kroner", "money", "10", "mia. kr.", None),
    ("fem milliarder kroner", "money", "5", "mia. kr.", None),
    ("1 million mennesker", "count", "1", "mio.", None),
    ("én million", "count", "1", "mio.", None),
    ("en million", "count", "1", "mio.", None),  # an article before a scale is a number
    ("25 millioner", "count", "25", "mio.", None),
    ("ca. 10. mia. kr.", "money", "10", "mia. kr.", "ca."),  # a stray full stop
    ("1,5 mia. kr. pr. år", "money", "1.5", "mia. kr. pr. år", None),
    # words
    ("to kredse", "count", "2", "", None),
    ("tre mål", "count", "3", "", None),
    ("elleve", "count", "11", "", None),
    ("tyve", "count", "20", "", None),
    ("femogtyve", "count", "25", "", None),
    ("halvtreds", "count", "50", "", None),
    ("nioghalvfems", "count", "99", "", None),
    ("fem tusind borgere", "count", "5000", "", None),
    ("to hundrede tusinde", "count", "200000", "", None),
    ("én gang", "count", "1", "", None),
    # percent
    ("18 pct. er børn", "percent", "18", "pct.", None),
    ("36%", "percent", "36", "pct.", None),
    ("ti procent", "percent", "10", "pct.", None),
    ("4,9 pct.", "percent", "4.9", "pct.", None),
    ("-3 pct.", "percent", "-3", "pct.", None),
    ("2 ‰", "percent", "2", "‰", None),
    ("to procentpoint", "points", "2", "procentpoint", None),
    ("1,5 pct.-point", "points", "1.5", "procentpoint", None),  # not percent
    # money
    ("3.200 kr.", "money", "3200", "kr.", None),
    ("3.500 kroner om måneden", "money", "3500", "kr. pr. måned", None),
    ("837 kr. pr. m²", "money", "837", "kr. pr. m²", None),
    ("837 kr./m2", "money", "837", "kr./m²", None),
    ("148 kr. pr. bolig", "money", "148", "kr. pr. bolig", None),
    ("kr. 4.500", "money", "4500", "kr.", None),  # unit first
    ("3.400,-", "money", "3400", "kr.", None),
    ("1.000,50 kr.", "money", "1000.5", "kr.", None),
    ("2 mio. euro", "money", "2", "mio. euro", None),
    # measures
    ("1000 m2", "area", "1000", "m²", None),
    ("75 kvm", "area", "75", "m²", None),
    ("75 kvadratmeter", "area", "75", "m²", None),
    ("163 hektar", "area", "163", "hektar", None),
    ("80.000 ton", "mass", "80000", "ton", None),
    ("2.340 tons", "mass", "2340", "ton", None),
    ("80.000 ton CO2-udledninger", "mass", "80000", "ton", None),  # a compound is no unit
    ("12 kg CO2-ækv./m²/år", "mass", "12", "kg CO2-ækv./m²/år", None),
    ("12 kg CO2ækv./m2/år", "mass", "12", "kg CO2-ækv./m²/år", None),  # hyphen lost
    ("21,7 GWh", "energy", "21.7", "GWh", None),
    ("4,5 år", "duration", "4.5", "år", None),
    ("14 måneder", "duration", "14", "måneder", None),
    ("1½ dag", "duration", "1.5", "dag", None),
    ("fjerde år i træk", "duration", "4", "år", None),
    ("16årige Salih", "age", "16", "år", None),  # hyphen lost
    ("31-årige", "age", "31", "år", None),
    ("10-års plan", "age", "10", "år", None),
    # ratios
    ("½", "ratio", "1/2", "", None),
    ("2/3 er lejligheder", "ratio", "2/3", "", None),
    ("1 ud af 6", "ratio", "1/6", "", None),
    ("én ud af syv", "ratio", "1/7", "", None),
    ("En ud af syv", "ratio", "1/7", "", None),
    ("118 ud af i alt 183 stemmer", "ratio", "118/183", "", None),
    ("hver fjerde af", "ratio", "1/4", "", None),
    ("mere end hver 3. adspurgte", "ratio", "1/3", "", "mere end"),
    ("to tredjedele", "ratio", "2/3", "", None),
    ("en fjerdedel", "ratio", "1/4", "", None),
    ("halvdelen", "ratio", "1/2", "", None),
    ("tre fjerdedele", "ratio", "3/4", "", None),
    # qualifiers
    ("knap 11 pct.", "percent", "11", "pct.", "knap"),
    ("over 200.000 borgere", "count", "200000", "", "over"),
    ("mere end 25 millioner", "count", "25", "mio.", "mere end"),
    ("op til 20 pct.", "percent", "20", "pct.", "op til"),
    ("næsten 1 million", "count", "1", "mio.", "næsten"),
    ("i omegnen af 1 mia. kroner", "money", "1", "mia. kr.", "i omegnen af"),
    ("mindst 90", "count", "90", "", "mindst"),
    ("godt 300", "count", "300", "", "godt"),
    ("ca. 40", "count", "40", "", "ca."),
    ("Knap 50", "count", "50", "", "knap"),  # at a sentence's start
    ("i gns. 25 pct.", "percent", "25", "pct.", "i gns."),
    # intervals
    ("51 – 60 m2", "interval", "51-60", "m²", None),
    ("0-17 år", "interval", "0-17", "år", None),
    ("mellem 18 og 29 år", "interval", "18-29", "år", None),
    ("fra 5 til 10 boliger", "interval", "5-10", "", None),
    ("65+", "interval", "65+", "", None),
    ("< 50 m2", "interval", "<50", "m²", None),
    ("> 85 m2", "interval", ">85", "m²", None),
    # time
    ("2024", "year", "2024", "", None),
    ("i 2024.", "year", "2024", "", None),
    ("efteråret 2027", "year", "2027", "", None),
    ("2022-2024", "period", "2022-2024", "", None),
    ("2024 – 2026", "period", "2024-2026", "", None),
    ("2022/23", "period", "2022-2023", "", None),
    ("20222035", "period", "2022-2035", "", None),  # its dash was lost
    ("for 2021\n2026.", "period", "2021-2026", "", None),  # lost at a line end
    ("14.-16. juni", "date", "--06-14/--06-16", "", None),
    ("16. – 19. juni 2022", "date", "2022-06-16/2022-06-19", "", None),
    ("3. 4. september", "date", "--09-03/--09-04", "", None),  # dash lost
    ("den 5. december 2023", "date", "2023-12-05", "", None),
    ("10. marts kl. 12.00", "date", "--03-10", "", None),
    ("juni 2022", "date", "2022-06", "", None),
    ("31.12.2025", "date", "2025-12-31", "", None),
    ("30/9-2023", "date", "2023-09-30", "", None),
    ("kl. 12.00 - 13.00", "time", "12:00/13:00", "", None),
    ("kl. 9", "time", "09:00", "", None),
    ("hvert andet år", "frequency", "hvert andet år", "", None),
    ("hvert halve år", "frequency", "hvert halve år", "", None),
    ("1950’erne", "frequency", "1950’erne", "", None),
    ("for 3. gang", "ordinal", "3", "", None),
    # numbers that count nothing
    ("§ 105", "reference", "§ 105", "", None),
    ("side 3", "reference", "side 3", "", None),
    ("Side 1 af 2", "reference", "Side 1 af 2", "", None),
    ("1) Boligstat", "reference", "1)", "", None),  # a note's mark
    ("Vestre Havnekaj 8", "reference", "Havnekaj 8", "", None),
    ("ring 70 12 13 14", "reference", "70 12 13 14", "", None),
    ("Linje 1: Afdeling", "reference", "Linje 1", "", None),  # a designation, no count
    ("Afdeling 1001 havde", "reference", "Afdeling 1001", "", None),
    ("i kvartal 1.", "reference", "kvartal 1", "", None),
    ("boligafdeling 12, som", "reference", "boligafdeling 12", "", None),  # a compound names the same
    ("sagsnr. 4417", "reference", "sagsnr. 4417", "", None),
    ("etape 1-3 er", "reference", "etape 1-3", "", None),
    ("afdeling 3 og 4.", "reference", "afdeling 3 og 4", "", None),  # both are named
    ("fase 40 boliger", "count", "40", "", None),  # the noun after the number is counted
    ("fase 40 nye boliger", "count", "40", "", None),  # also behind an adjective
    ("gruppe 7 pct.", "percent", "7", "pct.", None),  # a unit follows
    ("etape 12 mio. kr.", "money", "12", "mio. kr.", None),
    ("pr. opgang 12 af", "count", "12", "", None),  # "pr. opgang" is complete
    ("i hver afdeling 57", "count", "57", "", None),
    ("www.bl.dk/2025", "reference", "www.bl.dk/2025", "", None),
]


@pytest.mark.parametrize(("text", "kind", "value", "unit", "qualifier"), ROWS)
def test_first_number(text: str, kind: str, value: str, unit: str, qualifier: str | None) -> None:
    number = read_numbers(text, grouped=True)[0]
    assert (number.kind, number.value, number.unit, number.qualifier) == (kind, value, unit, qualifier)
    assert number.doubt is None


@pytest.mark.parametrize(
    "text",
    [
        "CO2-neutrale",  # a formula
        "CO₂ og m²",
        "lejeboliger.1",  # a note's mark after a full stop
        "over.³",
        "Al2bolig",  # a name
        "COVID-19",
        "en bolig og et fællesskab",  # articles
        "tilpasse",  # no number word inside a word
    ],
)
def test_no_number(text: str) -> None:
    assert read_numbers(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "67397 mio. kr. og 3.400 kr.",  # two numbers run together
        "8.740 og 45812 boliger",  # no dot where the document writes one
        "3.9581",  # a note's mark run into a number
        "12.5",  # English decimals
        "71 900 boliger",  # one number, or two beside each other
        "1,234 boliger",  # English thousands
        "012 boliger",
    ],
)
def test_doubted(text: str) -> None:
    assert any(number.doubt for number in read_numbers(text))


def test_spans_point_into_the_text() -> None:
    text = "I alt knap 11 pct. af 3.372 boliger i 2024"
    first, second, third = read_numbers(text)
    assert text[slice(*first.span)] == "knap 11 pct."
    assert text[slice(*first.digits)] == "11"
    assert first.unit_span is not None
    assert text[slice(*first.unit_span)] == "pct."
    assert text[slice(*second.digits)] == "3.372"
    assert third.kind == "year"


def test_parts_of_a_whole_keep_their_own_place() -> None:
    text = "med 118 ud af i alt 183 stemmer"
    part, whole = read_numbers(text)[0].parts
    assert [text[slice(*n.span)] for n in (part, whole)] == ["118", "183"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("2,4 mia. kr.", Fraction(2_400_000_000)),
        ("12,5 pct.", Fraction(25, 2)),
        ("2/3", Fraction(2, 3)),
        ("1½ dag", Fraction(3, 2)),
    ],
)
def test_amount_is_exact(text: str, amount: Fraction) -> None:
    assert read_numbers(text)[0].amount == amount


def test_a_table_row_of_years_stays_years() -> None:
    assert [n.value for n in read_numbers("2023 2024 2025")] == ["2023", "2024", "2025"]


def test_a_date_with_its_time_and_the_next() -> None:
    kinds = [n.kind for n in read_numbers("4. maj kl. 9.30 - 11.00 og 8. juni kl. 14.00")]
    assert kinds == ["date", "time", "date", "time"]


def test_one_number_or_none() -> None:
    assert read_number(" 3.958 ") is not None
    assert read_number("3.958 boliger") is None
    assert exact("1.086") == "1086"
    with pytest.raises(ValueError, match="no number"):
        exact("mange")


def test_dots_are_noticed() -> None:
    assert uses_dots("i alt 3.372 boliger")
    assert not uses_dots("kl. 12.00 den 3.4. og version 1.2")


def test_a_sentence_is_not_one_number() -> None:
    assert read_number("57" + " " * 100) is not None  # white space does not count
    assert read_number("mindst 57 " + "boliger og " * 10) is None


def test_every_rule_is_tried_where_it_can_match() -> None:
    """Each row's text alone and in the midst of a longer one: the look at its shape never hides a number."""
    for text, kind, value, _, _ in ROWS:
        around = f"Der stod\n\n{text}"
        assert any((n.kind, n.value) == (kind, value) for n in read_numbers(around, grouped=True)), text


def test_a_designation_may_follow_the_end_of_a_sentence() -> None:
    for gap in (" ", "\n"):
        numbers = read_numbers(f"7 pct. i kvartal 1.{gap}Linje 2: Afdeling 1001 havde 158 boliger")
        assert [n.value for n in numbers] == ["7", "kvartal 1", "Linje 2", "Afdeling 1001", "158"]


def test_an_ordinal_completes_the_noun_after_it() -> None:
    assert [(n.kind, n.value) for n in read_numbers("i 1. fase 40")] == [("ordinal", "1"), ("count", "40")]
