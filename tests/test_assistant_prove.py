"""The check before an answer leaves: a table of attacks that must fail and of faithful answers that must pass."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.answer import Answer, AnswerFigure, Citation
from assistant.prove import Proof, enforce, prove
from ingest.document import DocumentInfo

BL = "BL – Danmarks Almene Boliger"
INFOS = {
    "vest": DocumentInfo("Kommuneark for Herning Kommune 2024", "kommuneark", BL, "2024", 2024, "Herning"),
    "ost": DocumentInfo("Kommuneark for Kalundborg Kommune 2025", "kommuneark", BL, "2025", 2025, "Kalundborg"),
    "ber": DocumentInfo("Årsberetning 2023 – Kystforbundet", "aarsberetning", "Kystforbundet", "2023", 2023, None),
    "maal": DocumentInfo("Almene mål 2030-2032", "maalprogram", BL, "2030-2032", 2032, None),
    "tal": DocumentInfo("Boliger i tal 2024", "andet", BL, "2024", 2024, None),
}
TEXTS = {
    "vest": """Ungdomsboliger 1.086
Familieboliger 6.355
Ældreboliger 530
Almene boliger er 18 pct. af alle boliger (2024).
Huslejeomsætningen var 464 mio. kr. i 2023.
Fraflytningsprocenten var 12,5 pct. i 2023.
Der er renoveret for 353 mio. kr. i 2021-2023.
Kommunen anviser hver fjerde ledige bolig.
Huslejen er i snit 837 kr. pr. m².
Huslejen i en lille bolig er 3.200 kr. om måneden.
Kommunen har ingen tomme boliger.""",
    "ost": """Ungdomsboliger
Familieboliger
Ældreboliger
30
3.372
602
16
pct.
af boligmassen
263
mio. kr. i 2024.
67397 mio. kr. i kommunen.
Der blev igangsat 0 familieboliger og 24 ældreboliger i perioden 2022-2024.""",
    "ber": """Forbundet støtter ikke forslaget om salg.
Forbundet støtter planen om nye boliger.
Karen Lund blev genvalgt med 121 stemmer, mens modkandidaten Poul Egeskov fik 64 stemmer.
Direktør Anton Krag tiltrådte den 1. august 2023 og afløste Birthe Mose.
Mødet blev holdt den 16.-19. juni 2022 i Nyborg, og 210 medlemmer deltog.
Knap 11 pct. af boligerne er anvist af kommunen, og mere end 2.500 gæster kom til festivalen i Aalborg.
Huslejen er 25 pct. lavere end hos private, mens sygefraværet steg med 2 procentpoint.
Fonden får 10 milliarder kroner i perioden 2022-2035, heraf fem milliarder i første omgang.
Aftalen giver 2,4 mia. kr. til de udsatte og 350 mio. kr. til indsatser.
Der er 566.000 boliger i sektoren og 598.000 i alt.
Ud af 183 stemmer fik hun 118.
Antallet af udsættelser faldt til 204 fra 239 året før.
En ud af syv føler sig alene. 2/3 er lejligheder, og 1/3 er rækkehuse.
Forbundet arbejder for bedre rammer og uden profit.
Anlægget sparer næsten 80.000 ton CO2 og koster op til 20 pct. over beløbet.
Møder holdes aldrig om søndagen. Prisen er ca. 1,1 mio. kr. pr. bolig.
Mødet begynder kl. 12.00. Strategien evalueres i efteråret 2027.
Udvalget anbefaler at gå fra fem til fire kredse.""",
    "maal": """TRE MÅL
BL VIL
styrke det lokale samarbejde
bygge flere klimavenlige boliger
støtte unge i beboerdemokratiet
Ambitionen er ikke nået på to år.""",
    "tal": """I hele Danmark er der 595.000 almene boliger.
1 ud af 6 bor alment, i alt 975.000 personer.
18 pct. er børn, i alt 171.000 personer, og 24 pct. er over 65 år, i alt 231.000 personer.
< 50 m2
3.200 kr.
71 – 85 m2
5.700 kr.""",
}
Cites = dict[int, tuple[str, ...]]


def text_of(document: str) -> str:
    return TEXTS[document]


def info_of(document: str) -> DocumentInfo:
    return INFOS[document]


def draft(answer: str, cites: Cites, **fields: object) -> Answer:
    """`cites`: marker → (document, quote, quote, …)."""
    citations = []
    for marker, (document, *quotes) in cites.items():
        for quote in quotes:
            start = TEXTS[document].index(quote)
            title = INFOS[document].title
            citations.append(Citation(marker, document, title, 1, None, quote, start, start + len(quote)))
    base = Answer("Et spørgsmål?", "Et spørgsmål?", "answered", answer, tuple(citations))
    return replace(base, **fields)  # type: ignore[arg-type]


def check(answer: str, cites: Cites, **fields: object) -> Proof:
    return prove(draft(answer, cites, **fields), text_of, info_of)


FAM = {1: ("vest", "Familieboliger 6.355")}
SHARE = {1: ("vest", "Almene boliger er 18 pct. af alle boliger (2024).")}
RENT = {1: ("vest", "Huslejeomsætningen var 464 mio. kr. i 2023.")}
LEAVE = {1: ("vest", "Fraflytningsprocenten var 12,5 pct. i 2023.")}
RENOV = {1: ("vest", "Der er renoveret for 353 mio. kr. i 2021-2023.")}
FOURTH = {1: ("vest", "Kommunen anviser hver fjerde ledige bolig.")}
SQUARE = {1: ("vest", "Huslejen er i snit 837 kr. pr. m².")}
MONTH = {1: ("vest", "Huslejen i en lille bolig er 3.200 kr. om måneden.")}
EMPTY = {1: ("vest", "Kommunen har ingen tomme boliger.")}
TILE = {1: ("ost", "602", "Ældreboliger")}
TILE_SHARE = {1: ("ost", "16", "pct.", "af boligmassen")}
TILE_RENT = {1: ("ost", "263", "mio. kr. i 2024.")}
FUSED = {1: ("ost", "67397 mio. kr. i kommunen.")}
STARTED = {1: ("ost", "Der blev igangsat 0 familieboliger og 24 ældreboliger i perioden 2022-2024.")}
AGAINST = {1: ("ber", "Forbundet støtter ikke forslaget om salg.")}
FOR = {1: ("ber", "Forbundet støtter planen om nye boliger.")}
VOTES = {1: ("ber", "Karen Lund blev genvalgt med 121 stemmer, mens modkandidaten Poul Egeskov fik 64 stemmer.")}
CHIEF = {1: ("ber", "Direktør Anton Krag tiltrådte den 1. august 2023 og afløste Birthe Mose.")}
MEETING = {1: ("ber", "Mødet blev holdt den 16.-19. juni 2022 i Nyborg, og 210 medlemmer deltog.")}
NEARLY = {
    1: (
        "ber",
        "Knap 11 pct. af boligerne er anvist af kommunen, og mere end 2.500 gæster kom til festivalen i Aalborg.",
    )
}
LOWER = {1: ("ber", "Huslejen er 25 pct. lavere end hos private, mens sygefraværet steg med 2 procentpoint.")}
FUND = {1: ("ber", "Fonden får 10 milliarder kroner i perioden 2022-2035, heraf fem milliarder i første omgang.")}
DEAL = {1: ("ber", "Aftalen giver 2,4 mia. kr. til de udsatte og 350 mio. kr. til indsatser.")}
SECTOR = {1: ("ber", "Der er 566.000 boliger i sektoren og 598.000 i alt.")}
BALLOT = {1: ("ber", "Ud af 183 stemmer fik hun 118.")}
EVICT = {1: ("ber", "Antallet af udsættelser faldt til 204 fra 239 året før.")}
SEVENTH = {1: ("ber", "En ud af syv føler sig alene.")}
THIRDS = {1: ("ber", "2/3 er lejligheder, og 1/3 er rækkehuse.")}
PROFIT = {1: ("ber", "Forbundet arbejder for bedre rammer og uden profit.")}
SOLAR = {1: ("ber", "Anlægget sparer næsten 80.000 ton CO2 og koster op til 20 pct. over beløbet.")}
NEVER = {1: ("ber", "Møder holdes aldrig om søndagen.")}
PRICE = {1: ("ber", "Prisen er ca. 1,1 mio. kr. pr. bolig.")}
CLOCK = {1: ("ber", "Mødet begynder kl. 12.00.")}
AUTUMN = {1: ("ber", "Strategien evalueres i efteråret 2027.")}
CIRCLES = {1: ("ber", "Udvalget anbefaler at gå fra fem til fire kredse.")}
GOALS = {
    1: ("maal", "styrke det lokale samarbejde"),
    2: ("maal", "bygge flere klimavenlige boliger"),
    3: ("maal", "støtte unge i beboerdemokratiet"),
}
YET = {1: ("maal", "Ambitionen er ikke nået på to år.")}
ALL_HOMES = {1: ("tal", "I hele Danmark er der 595.000 almene boliger.")}
SIXTH = {1: ("tal", "1 ud af 6 bor alment, i alt 975.000 personer.")}
AGES = {
    1: (
        "tal",
        "18 pct. er børn, i alt 171.000 personer, og 24 pct. er over 65 år, i alt 231.000 personer.",
    )
}
BOTH = {1: ("vest", "Ældreboliger 530"), 2: ("ost", "602", "Ældreboliger")}

THREE = (
    "- styrke det lokale samarbejde [1]\n- bygge flere klimavenlige boliger [2]\n- støtte unge i beboerdemokratiet [3]"
)
TABLE = "| Kommune | Ældreboliger |\n|---|---|\n| Herning | {} [1][2] |\n| Kalundborg | {} [1][2] |"

ATTACKS: list[tuple[str, Cites, str]] = [
    # --- changed numbers --------------------
    ("Herning har 6.356 familieboliger. [1]", FAM, "number"),  # last digit
    ("Herning har 6.535 familieboliger. [1]", FAM, "number"),  # digits swapped
    ("Herning har 635 familieboliger. [1]", FAM, "number"),  # digit lost
    ("Herning har 63.550 familieboliger. [1]", FAM, "number"),  # digit added
    ("Herning har 6.400 familieboliger. [1]", FAM, "number"),  # rounded
    ("Herning har 6.355,5 familieboliger. [1]", FAM, "number"),  # decimals made up
    ("Herning har 6,355 familieboliger. [1]", FAM, "number"),  # a comma makes it six
    ("Fraflytningen var 125 pct. [1]", LEAVE, "number"),  # 12,5 read as 125
    ("Fraflytningen var 12 pct. [1]", LEAVE, "number"),  # decimals cut off
    ("Fraflytningen var 13 pct. [1]", LEAVE, "number"),  # rounded up
    ("Fraflytningen var 1,25 pct. [1]", LEAVE, "number"),  # comma moved
    ("Der er 598 boliger i sektoren. [1]", SECTOR, "number"),  # thousands lost
    ("Sektoren har 566 boliger. [1]", SECTOR, "number"),  # 566.000 read as 566
    ("Sektoren har 560.000 boliger. [1]", SECTOR, "number"),  # rounded thousands
    ("Prisen er ca. 11 mio. kr. pr. bolig. [1]", PRICE, "number"),  # 1,1 mio. read as 11
    ("Kalundborg har 3.372602 boliger. [1]", TILE, "number"),  # two tiles fused
    ("Kalundborg har 62 ældreboliger. [1]", TILE, "number"),  # zero lost
    ("Der er renoveret for 67 mio. kr. [1]", FUSED, "number"),  # a fused number split by guess
    ("Der er renoveret for 397 mio. kr. [1]", FUSED, "number"),  # the other half
    ("Der er renoveret for 67,4 mia. kr. [1]", FUSED, "number"),  # "67397 mio." rounded to mia.
    ("Kommunen anviser hver tredje ledige bolig. [1]", FOURTH, "number"),  # another share
    ("Kommunen anviser tre fjerdedele af de ledige boliger. [1]", FOURTH, "number"),  # 1/4 becomes 3/4
    ("Kommunen anviser 4 boliger. [1]", FOURTH, "number"),  # every fourth is not four
    ("Én ud af otte føler sig alene. [1]", SEVENTH, "number"),  # spelled share changed
    ("3/4 er lejligheder. [1]", THIRDS, "number"),  # fraction changed
    ("Fonden får 5 mia. kr. i første omgang og 9 mia. kr. siden. [1]", FUND, "number"),  # one of two made up
    ("Udvalget anbefaler at gå fra seks til fire kredse. [1]", CIRCLES, "number"),  # number word changed
    ("Udvalget anbefaler tre kredse. [1]", CIRCLES, "number"),  # number word made up
    ("Mødet begynder kl. 13.00. [1]", CLOCK, "year"),  # another hour
    ("Der er 10 gange så mange. [1]", FAM, "number"),  # factor from nowhere
    ("Herning har 6.355 familieboliger fordelt på 12 afdelinger. [1]", FAM, "number"),  # true fact, added number
    ("Herning og Kalundborg har tilsammen 1.132 ældreboliger. [1][2]", BOTH, "number"),  # a sum without its figures
    ("Kalundborg har 72 flere end Herning. [1][2]", BOTH, "number"),  # a difference without its figures
    ("- 602 ældreboliger [1]\n- 603 ungdomsboliger [1]", TILE, "number"),  # second item of a list
    ("| Kommune | Antal |\n|---|---|\n| Kalundborg | 620 [1] |", TILE, "number"),  # a table cell
    ("BL vil gøre fire ting:\n" + THREE, GOALS, "number"),  # miscounted
    ("There are 6,356 family homes in Herning. [1]", FAM, "number"),  # English, last digit
    ("There are 6.3 family homes in Herning. [1]", FAM, "number"),  # English, cut off
    ("One in five lives in social housing. [1]", SIXTH, "number"),  # English share
    ("BL vil gøre (3):\n" + THREE, GOALS, "number"),  # a count in digits that stands nowhere
    # --- units and scales --------------------
    ("Omsætningen var 464 mia. kr. [1]", RENT, "unit"),  # mio. becomes mia.
    ("Omsætningen var 464 kr. [1]", RENT, "unit"),  # scale lost
    ("Omsætningen var 464 pct. [1]", RENT, "unit"),  # money becomes a share
    ("Almene boliger er 18 procentpoint. [1]", SHARE, "unit"),  # share becomes points
    ("Almene boliger er 18 mio. kr. [1]", SHARE, "unit"),  # share becomes money
    ("Der er 18 almene boliger. [1]", SHARE, "unit"),  # unit dropped: a share becomes a count
    ("Sygefraværet steg med 2 pct. [1]", LOWER, "unit"),  # points become percent
    ("Huslejen er 837 kr. om måneden. [1]", SQUARE, "unit"),  # per square metre becomes per month
    ("Huslejen er 3.200 kr. om året. [1]", MONTH, "unit"),  # per month becomes per year
    ("Huslejen er 3.200 kr. pr. m². [1]", MONTH, "unit"),  # per month becomes per square metre
    ("Aftalen giver 2,4 mio. kr. til de udsatte. [1]", DEAL, "unit"),  # mia. becomes mio.
    ("Aftalen giver 350 mia. kr. til indsatser. [1]", DEAL, "unit"),  # mio. becomes mia.
    ("Anlægget sparer næsten 80.000 kr. [1]", SOLAR, "unit"),  # tonnes become money
    ("Karen Lund fik 121 pct. [1]", VOTES, "unit"),  # votes become a share
    ("Karen Lund fik 121 boliger. [1]", VOTES, "unit"),  # votes become homes
    ("16 mio. kr. af boligmassen er almene. [1]", TILE_SHARE, "unit"),  # a tile's unit changed
    ("Omsætningen var 263 mia. kr. [1]", TILE_RENT, "unit"),  # a tile's scale changed
    ("Omsætningen var 263 pct. [1]", TILE_RENT, "unit"),  # a tile's unit made up
    ("Turnover was DKK 464 billion. [1]", RENT, "unit"),  # English scale
    ("Social homes make up 18 percentage points. [1]", SHARE, "unit"),  # English points
    # --- qualifiers --------------------
    ("11 pct. af boligerne er anvist af kommunen. [1]", NEARLY, "qualifier"),  # "knap" dropped
    ("Over 11 pct. af boligerne er anvist af kommunen. [1]", NEARLY, "qualifier"),  # "knap" turned round
    ("Godt 11 pct. af boligerne er anvist af kommunen. [1]", NEARLY, "qualifier"),  # "knap" turned round
    ("Der kom 2.500 gæster til festivalen i Aalborg. [1]", NEARLY, "qualifier"),  # "mere end" dropped
    ("Der kom knap 2.500 gæster til festivalen i Aalborg. [1]", NEARLY, "qualifier"),  # "mere end" turned round
    ("Herning har knap 6.355 familieboliger. [1]", FAM, "qualifier"),  # added
    ("Herning har mindst 6.355 familieboliger. [1]", FAM, "qualifier"),  # added
    ("Prisen er 1,1 mio. kr. pr. bolig. [1]", PRICE, "qualifier"),  # "ca." dropped
    ("Anlægget sparer 80.000 ton CO2. [1]", SOLAR, "qualifier"),  # "næsten" dropped
    ("Det koster 20 pct. over beløbet. [1]", SOLAR, "qualifier"),  # "op til" dropped
    ("More than 11 percent are assigned by the municipality. [1]", NEARLY, "qualifier"),  # English, turned round
    # --- years and dates --------------------
    ("Herning har 6.355 familieboliger (2019). [1]", FAM, "year"),  # a year of nobody
    ("Herning har 6.355 familieboliger (2025). [1]", FAM, "year"),  # the other document's year
    ("Omsætningen var 464 mio. kr. i 2022. [1]", RENT, "year"),  # neighbouring year
    ("Der er renoveret for 353 mio. kr. i 2020-2024. [1]", RENOV, "year"),  # another period
    ("Der er renoveret for 353 mio. kr. i 2021. [1]", RENOV, "year"),  # one end of a period
    ("Fonden får 10 mia. kr. i perioden 2022-2030. [1]", FUND, "year"),  # period cut short
    ("Anton Krag tiltrådte den 11. august 2023. [1]", CHIEF, "year"),  # another day
    ("Anton Krag tiltrådte den 1. april 2023. [1]", CHIEF, "year"),  # another month
    ("Anton Krag tiltrådte den 1. august 2021. [1]", CHIEF, "year"),  # another year
    ("Mødet blev holdt den 17. juni 2022. [1]", MEETING, "year"),  # a day within a range, but not said
    ("Mødet blev holdt i juli 2022. [1]", MEETING, "year"),  # another month
    ("Strategien evalueres i foråret 2027. [1]", AUTUMN, "year"),  # another season
    ("Strategien evalueres i efteråret 2028. [1]", AUTUMN, "year"),  # another year
    ("BL vil i perioden 2028-2030:\n" + THREE, GOALS, "year"),  # the lead-in
    ("The meeting was held on 16-19 July 2022. [1]", MEETING, "year"),  # English month
    ("Herning har 530 ældreboliger (2025) og Kalundborg 602 (2024). [1][2]", BOTH, "year"),  # years swapped between two
    ("Tallene er ikke fra samme år: 2024. [1]", FAM, "negation"),  # only one year
    # --- names and places --------------------
    ("Kalundborg har 6.355 familieboliger. [1]", FAM, "name"),  # municipality swapped
    ("Kalundborg Kommune har 6.355 familieboliger. [1]", FAM, "name"),  # municipality swapped, two words
    ("I Svendborg er der 6.355 familieboliger. [1]", FAM, "name"),  # municipality from nowhere
    ("Der er 6.355 familieboliger i Herning og i Viborg. [1]", FAM, "name"),  # municipality added
    ("Karen Holm blev genvalgt med 121 stemmer. [1]", VOTES, "name"),  # surname changed
    ("Bente Lund blev genvalgt med 121 stemmer. [1]", VOTES, "name"),  # given name changed
    ("Poul Lund blev genvalgt med 121 stemmer. [1]", VOTES, "name"),  # two persons mixed
    ("Anton Mose tiltrådte den 1. august 2023. [1]", CHIEF, "name"),  # two persons mixed
    ("Direktøren afløste Allan Werge. [1]", CHIEF, "name"),  # a name from elsewhere
    ("Fonden for Blandede Byer får 10 mia. kr. [1]", FUND, "name"),  # organisation added
    ("Ifølge Danmarks Statistik har Herning 6.355 familieboliger. [1]", FAM, "name"),  # source made up
    ("Det siger Landsbyggefonden om de 6.355 familieboliger. [1]", FAM, "name"),  # single name mid sentence
    ("Mødet blev holdt den 16.-19. juni 2022 i Odense. [1]", MEETING, "name"),  # another town
    ("The meeting was held in Odense. [1]", MEETING, "name"),  # English, another town
    ("Anton Krag, som bor i Herning, tiltrådte den 1. august 2023. [1]", CHIEF, "name"),  # true plus an invented place
    # --- roles --------------------
    ("Karen Lund fik 64 stemmer, mens Poul Egeskov fik 121 stemmer. [1]", VOTES, "role"),  # numbers swapped
    ("Modkandidaten Poul Egeskov fik 121 stemmer, og Karen Lund fik 64. [1]", VOTES, "role"),  # swapped, other order
    ("Børn er 24 pct., og 18 pct. er over 65 år. [1]", AGES, "role"),  # shares swapped
    ("Herning har 602 ældreboliger og Kalundborg 530. [1][2]", BOTH, "role"),  # swapped between documents
    ("Der er 602 ældreboliger i Herning og 530 i Kalundborg. [1][2]", BOTH, "role"),  # swapped, place after
    ("Herning: 602. [1][2]", BOTH, "role"),  # the other's number
    (TABLE.format(602, 530), BOTH, "role"),  # in a table
    ("2/3 er rækkehuse, og 1/3 er lejligheder. [1]", THIRDS, "role"),  # fractions swapped
    ("Sektoren har 598.000 boliger, og i alt er der 566.000. [1]", SECTOR, "role"),  # highlighted beside the wrong one
    # --- comparisons --------------------
    ("Herning har flest ældreboliger: 530 mod 602 i Kalundborg. [1][2]", BOTH, "comparison"),  # wrong winner
    ("Herning har flere ældreboliger (530) end Kalundborg (602). [1][2]", BOTH, "comparison"),  # wrong way round
    ("Kalundborg har færre ældreboliger (602) end Herning (530). [1][2]", BOTH, "comparison"),  # wrong way round
    # --- negations and directions --------------------
    ("Forbundet støtter forslaget om salg. [1]", AGAINST, "negation"),  # "ikke" dropped
    ("Forbundet støtter ikke planen om nye boliger. [1]", FOR, "negation"),  # "ikke" added
    ("Forbundet støtter aldrig planen om nye boliger. [1]", FOR, "negation"),  # "aldrig" added
    ("Ambitionen er nået på to år. [1]", YET, "negation"),  # "ikke" dropped
    ("Herning har ingen ældreboliger. [1]", {1: ("vest", "Ældreboliger 530")}, "negation"),  # denies the number
    ("Forbundet arbejder uden bedre rammer. [1]", FOR, "negation"),  # "uden" added
    ("Møder holdes om søndagen. [1]", NEVER, "negation"),  # "aldrig" dropped
    ("Kommunen har tomme boliger. [1]", EMPTY, "negation"),  # "ingen" dropped
    ("The association does not support the plan. [1]", FOR, "negation"),  # English "not" added
    ("Huslejen er 25 pct. højere end hos private. [1]", LOWER, "direction"),  # lower becomes higher
    ("Udsættelserne steg til 204. [1]", EVICT, "direction"),  # fell becomes rose
    ("Sygefraværet faldt med 2 procentpoint. [1]", LOWER, "direction"),  # rose becomes fell
    # --- markers --------------------
    ("Herning har 6.355 familieboliger. [2]", FAM, "marker"),  # a marker of nothing
    ("Herning har 6.355 familieboliger. [1][7]", FAM, "marker"),  # one of two of nothing
    ("Herning har 6.355 familieboliger.", FAM, "marker"),  # no marker
    # a second, unproved statement
    ("Herning har 6.355 familieboliger. [1]\n\nBL støtter flere boliger.", FAM, "marker"),
    ("Herning har 6.355 familieboliger. [1] BL støtter flere boliger.", FAM, "marker"),  # right behind a proved one
    ("- Familieboliger: 6.355 [1]\n- Ungdomsboliger er der også", FAM, "marker"),  # item without one
    ("Herning har familieboliger. [1]", FAM | {2: ("vest", "Ældreboliger 530")}, "citation"),  # a source nobody uses
    ("Herning har 530 ældreboliger. [1]\n\nDer er 6.355 familieboliger. [2]",
     {1: ("vest", "Familieboliger 6.355"), 2: ("vest", "Ældreboliger 530")}, "number"),  # right numbers, wrong markers
]  # fmt: skip


@pytest.mark.parametrize(("answer", "cites", "kind"), ATTACKS, ids=[f"{k}-{a[:48]}" for a, _, k in ATTACKS])
def test_attack_is_caught(answer: str, cites: Cites, kind: str) -> None:
    proof = check(answer, cites)
    assert kind in {failure.kind for failure in proof.failures}, proof.failures


def test_there_are_enough_attacks() -> None:
    assert len(ATTACKS) >= 120


FAITHFUL: list[tuple[str, Cites]] = [
    ("Herning har **6.355** familieboliger (2024). [1]", FAM),  # year from the document's own period
    ("Der er **6.355** almene familieboliger i Herning Kommune. [1]", FAM),  # adjective between number and noun
    ("I Herning er der 6.355 familieboliger ifølge Kommuneark for Herning Kommune 2024. [1]", FAM),  # own title
    ("Herning har 6355 familieboliger. [1]", FAM),  # without the dot
    ("Herning har 6 355 familieboliger. [1]", FAM),  # with a space
    ("Almene boliger er 18 procent af boligmassen i Herning. [1]", SHARE),  # pct. = procent
    ("Almene boliger er 18 % af boligmassen. [1]", SHARE),  # pct. = %
    ("Huslejeomsætningen var 464 millioner kroner i 2023. [1]", RENT),  # mio. kr. spelled out
    ("Fraflytningsprocenten var **12,5 pct.** i 2023. [1]", LEAVE),  # decimals
    ("Der er renoveret for 353 mio. kr. i 2021-2023. [1]", RENOV),  # period
    ("Der er renoveret for 353 mio. kr. i perioden 2021–2023. [1]", RENOV),  # another dash
    ("Kommunen anviser hver fjerde ledige bolig. [1]", FOURTH),  # ratio in words
    ("Kommunen anviser hver 4. ledige bolig. [1]", FOURTH),  # ratio in digits
    ("Kommunen anviser en fjerdedel af de ledige boliger. [1]", FOURTH),  # the same ratio
    ("Huslejen er 837 kr. pr. m². [1]", SQUARE),  # per unit
    ("Huslejen i en lille bolig er 3.200 kr. pr. måned. [1]", MONTH),  # om måneden = pr. måned
    ("Kalundborg har 602 ældreboliger (2025). [1]", TILE),  # a tile: value and label apart
    ("Almene boliger udgør 16 pct. af boligmassen i Kalundborg. [1]", TILE_SHARE),  # a tile's unit apart
    ("Huslejeomsætningen i Kalundborg var 263 mio. kr. i 2024. [1]", TILE_RENT),  # a tile's scale and unit apart
    ("Der blev ikke igangsat familieboliger i Kalundborg i 2022-2024. [1]", STARTED),  # 0 said as "ikke"
    ("Der blev igangsat 0 familieboliger og 24 ældreboliger. [1]", STARTED),  # two numbers in their roles
    ("Forbundet støtter ikke forslaget om salg. [1]", AGAINST),  # negation kept
    ("Nej, forbundet støtter ikke forslaget. [1]", AGAINST),  # yes/no in front
    ("Forbundet støtter planen om nye boliger. [1]", FOR),  # no negation
    ("Ja. Forbundet støtter planen. [1]", FOR),  # a lone yes lends the paragraph's marker
    ("Karen Lund fik 121 stemmer, og Poul Egeskov fik 64 stemmer. [1]", VOTES),  # two names in their roles
    ("Poul Egeskov fik 64 stemmer mod Karen Lunds 121. [1]", VOTES),  # other order, genitive
    ("Anton Krag blev direktør den 1. august 2023. [1]", CHIEF),  # date
    ("Anton Krag tiltrådte i august 2023 og afløste Birthe Mose. [1]", CHIEF),  # less exact date
    ("Mødet blev holdt den 16.-19. juni 2022 i Nyborg. [1]", MEETING),  # a range of days
    ("Mødet i Nyborg begyndte den 16. juni 2022. [1]", MEETING),  # one end of it
    ("Knap 11 pct. af boligerne er anvist af kommunen. [1]", NEARLY),  # qualifier kept
    ("Næsten 11 pct. af boligerne er anvist. [1]", NEARLY),  # a synonym of it
    ("Der kom mere end 2.500 gæster til festivalen i Aalborg. [1]", NEARLY),  # qualifier kept
    ("Der kom over 2.500 gæster. [1]", NEARLY),  # a synonym of it
    ("Huslejen er 25 pct. lavere end hos private. [1]", LOWER),  # direction kept
    ("Sygefraværet steg med to procentpoint. [1]", LOWER),  # number in words
    ("Fonden får 10 mia. kr. i perioden 2022-2035. [1]", FUND),  # milliarder = mia.
    ("Aftalen giver 2,4 mia. kr. til de udsatte og 350 mio. kr. til indsatser. [1]", DEAL),  # two amounts
    ("Hun fik 118 ud af 183 stemmer. [1]", BALLOT),  # out of
    ("Én ud af syv føler sig alene. [1]", SEVENTH),  # accent added
    ("2/3 er lejligheder. [1]", THIRDS),  # fraction
    ("To tredjedele er lejligheder. [1]", THIRDS),  # fraction in words
    ("Forbundet arbejder uden profit. [1]", PROFIT),  # "uden" kept
    ("Møder holdes aldrig om søndagen. [1]", NEVER),  # "aldrig" kept
    ("Prisen er cirka 1,1 mio. kr. pr. bolig. [1]", PRICE),  # ca. = cirka
    ("Mødet begynder kl. 12.00. [1]", CLOCK),  # time
    ("Mødet begynder kl. 12:00. [1]", CLOCK),  # time, other mark
    ("Strategien evalueres i efteråret 2027. [1]", AUTUMN),  # season
    ("BL vil i perioden 2030-2032:\n" + THREE, GOALS),  # list
    ("BL vil gøre tre ting:\n\n" + THREE, GOALS),  # counted right
    ("Ambitionen er ikke nået på to år. [1]", YET),  # negation and number word
    ("Der er 595.000 almene boliger i hele Danmark. [1]", ALL_HOMES),  # the country
    ("1 ud af 6 bor alment; det svarer til 975.000 personer. [1]", SIXTH),  # share and number
    ("18 pct. er børn, og 24 pct. er over 65 år. [1]", AGES),  # roles kept
    ("Herning har 530 ældreboliger (2024) og Kalundborg 602 (2025). [1][2]", BOTH),  # two documents
    ("Kalundborg har flest ældreboliger: 602 mod 530 i Herning. [1][2]", BOTH),  # right winner
    (TABLE.format(530, 602), BOTH),  # table
    # years
    ("| Kommune | Antal | År |\n|---|---|---|\n| Herning | 530 | 2024 [1] |\n| Kalundborg | 602 | 2025 [2] |", BOTH),
    ("530 og 602: tallene er ikke fra samme år (2024 og 2025). [1][2]", BOTH),  # the years themselves say "ikke"
    ("**ca. 1,1 mio. kr.** pr. bolig [1]", PRICE),  # bold type around an abbreviation
    ("**464**: »Huslejeomsætningen var 464 mio. kr. i 2023.« [1]", RENT),  # short first, in full right after
    ("There are 6,355 family homes in Herning (2024). [1]", FAM),  # English grouping
    ("There are 6.355 family homes in Herning (»Familieboliger 6.355«). [1]", FAM),  # Danish form in English
    ("The turnover was DKK 464 million in 2023. [1]", RENT),  # English money
    ("Nearly 11 percent are assigned by the municipality. [1]", NEARLY),  # English qualifier
    ("It does not support the proposal: »Forbundet støtter ikke forslaget«. [1]", AGAINST),  # English negation
    ("The meeting was held on 16-19 June 2022 in Nyborg. [1]", MEETING),  # English date
]  # fmt: skip


@pytest.mark.parametrize(("answer", "cites"), FAITHFUL, ids=[a[:56] for a, _ in FAITHFUL])
def test_faithful_answer_passes(answer: str, cites: Cites) -> None:
    assert check(answer, cites).failures == ()


def test_there_are_enough_faithful_ones() -> None:
    assert len(FAITHFUL) >= 40


# --- figures, read and computed --------------------


def figure(value: str, unit: str = "boliger", marker: int | None = 1, **fields: object) -> AnswerFigure:
    base = AnswerFigure("ældreboliger", value, unit, None, None, marker)
    return replace(base, **fields)  # type: ignore[arg-type]


HERE, THERE = figure("530", municipality="Herning"), figure("602", marker=2, municipality="Kalundborg")


@pytest.mark.parametrize(
    ("answer", "derived", "good"),
    [
        ("Kalundborg har 72 flere ældreboliger end Herning. [1][2]", figure("72", inputs=(0, 1)), True),  # difference
        ("Tilsammen har de 1.132 ældreboliger. [1][2]", figure("1132", inputs=(0, 1)), True),  # sum
        (
            "Herning har ca. 88 pct. af Kalundborgs antal. [1][2]",
            figure("88", "pct.", inputs=(0, 1)),
            True,
        ),  # share, rounded
        ("Herning har 88,0 pct. af Kalundborgs antal. [1][2]", figure("88.0", "pct.", inputs=(0, 1)), True),  # share
        ("Herning har 88,04 pct. af Kalundborgs antal. [1][2]", figure("88.04", "pct.", inputs=(0, 1)), True),  # share
        (
            "Kalundborg har ikke færre ældreboliger end Herning, men 72 flere. [1][2]",
            figure("72", inputs=(0, 1)),
            True,
        ),  # premise
        ("Kalundborg har 73 flere ældreboliger end Herning. [1][2]", figure("73", inputs=(0, 1)), False),  # off by one
        ("Kalundborg har 72 flere ældreboliger end Herning. [1][2]", figure("72", inputs=(0,)), False),  # one input
        (
            "Kalundborg har 72 flere ældreboliger end Herning. [1][2]",
            figure("72", inputs=(0, 5)),
            False,
        ),  # no such input
        ("Kalundborg har 72 flere ældreboliger end Herning. [1][2]", figure("72", inputs=(2, 1)), False),  # itself
        ("Herning har 87 pct. af Kalundborgs antal. [1][2]", figure("87", "pct.", inputs=(0, 1)), False),  # wrong share
        (
            "Herning har 88 pct. af Kalundborgs antal. [1][2]",
            figure("88", "boliger", inputs=(0, 1)),
            False,
        ),  # wrong unit
        (
            "Kalundborg har 72 pct. flere ældreboliger end Herning. [1][2]",
            figure("72", inputs=(0, 1)),
            False,
        ),  # unit added
        (
            "Herning har 72 flere ældreboliger end Kalundborg: 530 mod 602. [1][2]",
            figure("72", inputs=(0, 1)),
            False,
        ),  # reversed
        (
            "Kalundborg har 72 færre ældreboliger (602) end Herning (530). [1][2]",
            figure("72", inputs=(0, 1)),
            False,
        ),  # reversed
    ],
)
def test_derived_figures_come_out_again(answer: str, derived: AnswerFigure, good: bool) -> None:
    figures = (HERE, THERE, replace(derived, derived=True, marker=None))
    assert check(answer, BOTH, figures=figures).ok is good


@pytest.mark.parametrize(
    "wrong",
    [
        figure("531"),  # not in the quote
        figure("530", marker=9),  # no such marker
        figure("530", marker=None),  # read, but from nowhere
        figure("530", certain=False),  # uncertain, yet the answer is not unclear_source
    ],
)
def test_figures_stand_in_their_quotes(wrong: AnswerFigure) -> None:
    answer = "Herning har 530 ældreboliger. [1]"
    cites: Cites = {1: ("vest", "Ældreboliger 530")}
    assert check(answer, cites, figures=(HERE,)).ok
    assert "figure" in {f.kind for f in check(answer, cites, figures=(wrong,)).failures} or not wrong.certain
    assert not check(answer, cites, figures=(replace(wrong, certain=True) if wrong.value == "531" else wrong,)).ok


def test_points_are_the_difference_of_shares() -> None:
    shares = (figure("18", "pct.", label="andel"), figure("16", "pct.", marker=2, label="andel"))
    cites = SHARE | {2: TILE_SHARE[1]}
    points = figure("2", "procentpoint", None, derived=True, inputs=(0, 1))
    assert check("Forskellen er 2 procentpoint. [1][2]", cites, figures=(*shares, points)).ok
    assert not check("Forskellen er 2 pct. [1][2]", cites, figures=(*shares, replace(points, unit="pct."))).ok


# --- quotes --------------------


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Familieboliger 6.356"},  # a digit changed
        {"quote": "familieboliger 6.355"},  # case changed
        {"start": 1},  # moved
        {"end": 3},  # cut
        {"start": -5, "end": -1},  # from behind
        {"document": "findes-ikke"},  # unknown document
        {"document": "ost"},  # another document
        {"title": "Kommuneark for Kalundborg Kommune 2025"},  # another title
        {"quote": "", "start": 0, "end": 0},  # nothing
    ],
)
def test_a_quote_is_verbatim_at_its_place(change: dict[str, object]) -> None:
    good = draft("Herning har 6.355 familieboliger. [1]", FAM)
    bad = replace(good, citations=(replace(good.citations[0], **change),))  # type: ignore[arg-type]
    assert prove(good, text_of, info_of).ok
    assert "quote" in {f.kind for f in prove(bad, text_of, info_of).failures}
    assert enforce(bad, text_of, info_of).status == "not_found"


# --- saying no --------------------


@pytest.mark.parametrize(
    ("answer", "cites", "question", "good"),
    [
        (
            "Dokumenterne oplyser ikke antallet i Viborg i 2019.",
            {},
            "Hvor mange i Viborg i 2019?",
            True,
        ),  # only the question's
        ("Dokumenterne oplyser ikke antallet i Viborg i 2019.", {}, "Hvor mange i Viborg?", False),  # a year of nobody
        ("Dokumenterne oplyser ikke antallet i Viborg i 2019.", {}, "Hvor mange i 2019?", False),  # a place of nobody
        ("Det står ikke i dokumenterne. Der er nok omkring 4.000.", {}, "Hvor mange i Viborg?", False),  # a guess
        (
            "Det står ikke i dokumenterne. Det nærmeste er noget andet: Herning har 6.355. [1]",
            FAM,
            "Viborg?",
            True,
        ),  # nearest
        (
            "Det står ikke i dokumenterne. Det nærmeste er noget andet: Herning har 6.356. [1]",
            FAM,
            "Viborg?",
            False,
        ),  # changed
        ("The documents do not say how many there are in Viborg.", {}, "How many in Viborg?", True),  # English
        ("The documents do not say; perhaps 4,000.", {}, "How many in Viborg?", False),  # English guess
    ],
)
def test_a_refusal_states_nothing_of_its_own(answer: str, cites: Cites, question: str, good: bool) -> None:
    proof = check(answer, cites, status="not_found", question=question, standalone_question=question)
    assert proof.ok is good, proof.failures


def test_two_that_cannot_be_compared() -> None:
    answer = (
        "Herning: 353 mio. kr. [1] Tallet for Kalundborg kan ikke læses: »67397«. [2]\nDe to kan ikke sammenlignes."
    )
    cites = {1: RENOV[1], 2: FUSED[1]}
    assert check(answer, cites, status="partial").ok
    assert not check(answer.replace("De to", "De tre"), cites, status="partial").ok


def test_an_unclear_source_is_shown_and_not_claimed() -> None:
    shown = "Tallet kan ikke læses med sikkerhed i kilden: der står »67397 mio. kr.«. [1]"
    uncertain = (figure("67397", "mio. kr.", certain=False),)
    assert check(shown, FUSED, status="unclear_source", figures=uncertain).ok
    assert not check(shown.replace("67397", "673"), FUSED, status="unclear_source").ok


# --- a model's words --------------------


@pytest.mark.parametrize(
    ("answer", "good"),
    [
        ("Forbundet bakker ikke op om forslaget om salg; det støtter det ikke. [1]", True),  # paraphrase
        ("Forbundet ønsker en helt anden retning med privatisering og skattelettelser. [1]", False),  # its own ideas
        ("Forbundet støtter forslaget om salg. [1]", False),  # negation lost
    ],
)
def test_a_models_words_are_the_documents(answer: str, good: bool) -> None:
    assert check(answer, AGAINST, mode="llm").ok is good


# --- enforce --------------------


@pytest.mark.parametrize(
    ("answer", "cites", "status", "kept"),
    [
        # nothing to do
        ("Herning har 6.355 familieboliger. [1]", FAM, "answered", "Herning har 6.355 familieboliger. [1]"),
        ("Herning har 6.356 familieboliger. [1]", FAM, "not_found", "Det kan jeg ikke"),  # the fact fails
        # a remark
        (
            "Herning har 6.355 familieboliger. [1] I Viborg er der 12. [1]",
            FAM, "answered", "Herning har 6.355 familieboliger. [1]",
        ),
        # the lead
        (
            "I Viborg er der 12. [1] Herning har 6.355 familieboliger. [1]",
            FAM, "partial", "Herning har 6.355 familieboliger. [1]",
        ),
        # an item
        (
            "BL vil:\n- styrke det lokale samarbejde [1]\n- bygge 500 boliger [2]",
            {1: GOALS[1], 2: GOALS[2]}, "partial", "BL vil:\n- styrke det lokale samarbejde [1]",
        ),
        # a lead-in alone says nothing
        ("BL vil:\n- bygge 500 boliger [1]", {1: GOALS[2]}, "not_found", "Det kan jeg ikke"),
        # a row
        (
            "| Kommune | Antal |\n|---|---|\n| Herning | 531 [1] |\n| Kalundborg | 602 [2] |",
            BOTH, "partial", "| Kommune | Antal |\n|---|---|\n\n| Kalundborg | 602 [2] |",
        ),
    ],
)  # fmt: skip
def test_enforce_takes_away_what_fails(answer: str, cites: Cites, status: str, kept: str) -> None:
    safe = enforce(draft(answer, cites), text_of, info_of)
    assert safe.status == status
    assert safe.answer.startswith(kept.replace("\n\n|", "\n|"))
    assert status == "not_found" or prove(safe, text_of, info_of).ok


def test_enforce_takes_derived_figures_with_their_inputs() -> None:
    bad = figure("531")
    derived = figure("71", marker=None, derived=True, inputs=(0, 1))
    answer = "Kalundborg har 602 ældreboliger. [2] Forskellen er 71. [1][2]"
    safe = enforce(draft(answer, BOTH, figures=(bad, THERE, derived)), text_of, info_of)
    assert (safe.answer, safe.figures) == ("Kalundborg har 602 ældreboliger. [2]", (THERE,))
    assert {c.marker for c in safe.citations} == {2}


def test_the_check_is_quick() -> None:
    """Beside splitting and hashing the same words, in processor time, so that no absolute time decides."""
    one = draft("Herning har 530 ældreboliger (2024) og Kalundborg 602 (2025). [1][2]", BOTH, figures=(HERE, THERE))

    def spent(step: Callable[[], object]) -> float:
        began = time.process_time()
        for _ in range(50):
            step()
        return time.process_time() - began

    check_time = min(spent(lambda: prove(one, text_of, info_of)) for _ in range(5))
    yardstick = min(spent(lambda: sorted(str(hash(word)) for word in (one.answer * 40).split())) for _ in range(5))
    assert check_time < 20 * yardstick
