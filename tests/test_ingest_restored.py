"""Hyphens that a text file lost inside its lines: what comes back, what stays, and that every span moves along."""

import pytest

from ingest.document import Block, Page, Repair, WordBox
from ingest.layout.assemble import Assembled
from ingest.layout.restored import with_lost_hyphens


def assembled(text: str, *repairs: Repair) -> Assembled:
    return Assembled(text, (Page(1, (0, len(text))),), (Block("paragraph", (0, len(text)), 1),), repairs, (), ())


CASES = [
    ("trafik og miljøpolitik", "trafik og miljøpolitik"),  # the first stands alone as well: nobody knows
    ("bedre uddannelses og kulturtilbud", "bedre uddannelses- og kulturtilbud"),  # a joining s
    ("flere forenings eller idrætshuse", "flere forenings- eller idrætshuse"),
    ("alle sundheds\nog plejecentre", "alle sundheds-\nog plejecentre"),  # over a line end
    ("byens og områdets børnehave", "byens og områdets børnehave"),  # two genitives
    ("her samles og bygges arbejdshold", "her samles og bygges arbejdshold"),  # a verb
    ("bedre uddannelses- og kulturtilbud", "bedre uddannelses- og kulturtilbud"),  # not lost
    ("EUKommissionen", "EU-Kommissionen"),
    ("en TVudsendelse", "en TV-udsendelse"),
    ("CO2udslip", "CO2-udslip"),
    ("KABs huse", "KABs huse"),  # a genitive
    ("en KABbolig", "en KAB-bolig"),
    ("www.DRbyen.dk", "www.DRbyen.dk"),  # an address
    ("en 19årig og et 10års jubilæum", "en 19-årig og et 10-års jubilæum"),
    ("AlmenNet", "AlmenNet"),  # a name with a capital inside
]


@pytest.mark.parametrize(("text", "stored"), CASES)
def test_hyphens_come_back(text: str, stored: str) -> None:
    assert with_lost_hyphens(assembled(text)).text == stored


def test_spans_move_along() -> None:
    text = "EUKommissionen og 19årige Bo"
    box = WordBox((18, 25), 1, 0, 0, 1, 1)
    before = Assembled(
        text, (Page(1, (0, 28)),), (Block("paragraph", (0, 28), 1),), (Repair((15, 17), "&", "space"),), (box,), ()
    )
    after = with_lost_hyphens(before)
    assert [after.text[slice(*r.span)] for r in after.repairs] == ["-", "og", "-"]
    assert after.text[slice(*after.word_boxes[0].span)] == "19-årige"
    assert after.blocks[0].span == after.pages[0].span == (0, len(after.text))
