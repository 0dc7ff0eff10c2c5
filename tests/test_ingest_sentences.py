"""Where Danish sentences end, and where they only seem to."""

import pytest

from ingest.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Det er godt. Det er skidt.", 2),
        ("Kommunen har bl.a. ret til at anvise. Det gælder alle.", 2),  # abbreviation inside
        ("Huslejen er i gns. 25 pct. lavere end før.", 1),  # lower case goes on
        ("Den steg 5 pct. Det er meget.", 2),  # pct. may close a sentence
        ("Vi har fået 2,4 mio. kr. Pengene går til tage.", 2),
        ("Vedtaget den 5. december 2023 af mødet.", 1),  # a date
        ("Det er en 1. april overenskomst. Den løber.", 2),
        ("Mødet den 14.-16. juni blev godt. Tak.", 2),  # a range of days
        ("Det var den 16. – 19. juni i Allinge.", 1),
        ("For mere end hver 3. adspurgte er det vigtigt.", 1),  # ordinal before lower case
        ("BL's adm. direktør Bent Madsen taler.", 1),
        ("Se f.eks. Herning. Der bor mange.", 2),
        ("Frederik C. Boll fra Ingerfair taler. Han er god.", 2),  # an initial
        ("Læs mere på www.almennet.dk. Der står alt.", 2),  # the point after an address
        ("Læs https://bl.dk/viden?x=1.2 nu.", 1),
        ("Er det sandt? Ja! Godt.", 3),
        ("»Vi bygger klogere.« Han gik.", 2),  # the mark belongs to the quote
        ("Hjælper landet over.³ Den er god.", 2),  # a note mark after the stop
        ("Hjælper landet over.3 Den er god.", 2),  # the same, printed as a raised digit
        ("Grænsen er 12 kg CO2-ækv./m²/år. Den gælder nu.", 2),
        ("Prisen var 1.086 kr. pr. m² i 2024. Det er nyt.", 2),  # a year ends a sentence
        ("Første afsnit uden punktum\n\nAndet afsnit", 2),  # a blank line ends
        ("BL vil:\n• bygge\n• renovere", 3),  # items
        ("", 0),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    found = [text[start:end] for start, end in split_sentences(text)]
    assert len(found) == sentences, found
    assert "".join("".join(found).split()) == "".join(text.split())  # nothing lost
