"""The contract's matching rules, one row a rule or trap."""

import pytest

from eval.matching import folded, holds

ROWS = [
    # digits: only as a whole number
    ("18", "Andelen er 18 pct.", True),  # plain
    ("18", "Andelen er 118 pct.", False),  # digit before
    ("18", "Andelen er 181 pct.", False),  # digit after
    ("18", "Andelen er 18,5 pct.", False),  # decimals follow
    ("18", "Der er 1.018 boliger.", False),  # tail of a thousand
    ("18", "Der er 18.500 boliger.", False),  # head of a thousand
    ("284", "Der er 1.284 boliger.", False),  # whole group of a thousand
    ("5", "Andelen er 18,5 pct.", False),  # the decimals alone
    ("18", "Andelen er 18.", True),  # full stop ends the sentence
    ("18", "Andelen er 18, og den falder.", True),  # comma, no digit after
    ("18", "(18)", True),  # brackets
    ("18", "18", True),  # the whole answer
    ("18", "**18** pct.", True),  # emphasis removed
    ("18", "18 [1]", True),  # marker behind
    ("1", "Der er to [1].", False),  # a marker is no number
    ("2", "Der er to [12].", False),  # nor part of one
    ("18", "18%", True),  # sign beside
    ("18", "18-20 pct.", True),  # a hyphen is no digit
    ("3.372", "Der er 3.372 boliger.", True),  # with its dot
    ("3372", "Der er 3.372 boliger.", False),  # other spelling is another alternative
    ("3.372", "Der er 13.372 boliger.", False),  # digit before
    ("3.372", "Der er 3.372.000 boliger.", False),  # goes on
    ("2,4", "aftalen på 2,4 mia. kr.", True),  # decimal comma
    ("2,4", "aftalen på 12,4 mia. kr.", False),  # digit before
    ("2,4", "aftalen på 2,45 mia. kr.", False),  # digit after
    ("0", "Der blev sat 0 i gang.", True),  # nought
    ("0", "Der blev sat 10 i gang.", False),  # tail of ten
    ("0", "Der er 0,5 pct.", False),  # head of a decimal
    ("2021", "i 2021-2023", True),  # range
    ("2021", "i 20212023", False),  # fused
    ("72", "forskellen er **72**.", True),  # emphasis and full stop
    ("25", "25m2", True),  # a letter beside is no digit
    # letters alone, up to six: at the beginning of a word
    ("ingen", "Der er ingen.", True),  # word
    ("ingen", "foreningen har svaret", False),  # end of another word
    ("ingen", "ingenting", True),  # beginning of a word
    ("ingen", "Ingen boliger", True),  # case
    ("ingen", "INGEN", True),  # capitals
    ("nul", "annullere", False),  # inside
    ("nul", "nul", True),  # the whole answer
    ("tryg", "trygheden øges", True),  # beginning
    ("tryg", "utrygheden øges", False),  # the opposite!
    ("pct", "18 pct.", True),  # abbreviation
    ("kr", "okra", False),  # inside
    ("kr", "148 kr.", True),  # word
    ("unge", "tunge", False),  # inside
    ("unge", "(unge)", True),  # bracket before
    ("unge", "»unge«", True),  # quotation mark before
    ("støtte", "støtteordning", True),  # six letters
    ("støtte", "bostøtte", False),  # six letters, inside a word
    ("øl", "køl", False),  # Danish letters are letters
    ("år", "forår", False),  # å too
    ("relevant", "irrelevante", True),  # longer than six: anywhere
    ("fjernes", "benspænd fjernes", True),  # seven letters
    ("hjemløs", "ungdomshjemløse", True),  # compounds are why
    ("adgang", "indgang og adgang", True),  # second of two
    # anything else: as it stands
    ("robuste by", "Robuste by- og boligfællesskaber", True),  # two words
    ("robuste by", "robuste  \n by", True),  # white space folded
    ("robuste  \n by", "robuste by", True),  # in the alternative as well
    ("18 pct", "118 pct.", True),  # mixed alternatives are plain, as the contract says
    (" 72 ", "forskellen er 72 boliger", True),  # blanks count
    (" 72 ", "72", True),  # the answer is padded
    (" 72.", "forskellen er 72.", True),  # with its full stop
    (" 67 mio", "167 mio.", False),  # a leading blank keeps other numbers out
    (" 67 mio", "67 mio.", True),  # at the very beginning
    ("30. september", "den 30.\u00a0september", True),  # hard blank
    ("hver fjerde", "**Hver** *fjerde* bolig", True),  # emphasis inside
    ("i job", "folk [2] i [3] job", True),  # markers inside
    ("1/4", "omtrent 1/4 af", True),  # fraction
    ("bl.dk", "se bl.dk", True),  # an address; the dot is no wildcard
    ("bl.dk", "se blådk", False),  # the dot is no wildcard
    ("Cecilie Beck", "cecilie beck", True),  # case, both ways
    ("**72**", "forskellen er 72", True),  # emphasis in the alternative is removed too
    ("ti mia", "ti mia. kr.", True),  # words
    ("a_b", "a_b", True),  # a low line within a word is no emphasis
    ("mål", "_mål_ for 2026", True),  # a low line around a word is
    ("é", "cafe\u0301", False),  # letters put together from two signs are one letter, within a word here
    ("café", "cafe\u0301", True),  # the same letter, written in two signs
    ("*", "hvad som helst", False),  # nothing but emphasis matches nothing
]


@pytest.mark.parametrize(("alternative", "text", "expected"), ROWS)
def test_alternative_is_found_by_the_contract(alternative: str, text: str, expected: bool) -> None:
    assert holds(folded(text), alternative) is expected


def test_folding_pads_and_drops_markers_and_emphasis() -> None:
    assert folded("Der er **3.372**\n\nboliger [1][2].") == " der er 3.372 boliger . "
