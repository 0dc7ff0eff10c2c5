"""What a number counts: the noun in the words after it, and the small words and verbs that tell where it ends."""

import re
from functools import lru_cache
from typing import Final

FUNCTION_WORDS: Final = frozenset(
    [
        "af",
        "i",
        "på",
        "til",
        "for",
        "fra",
        "med",
        "om",
        "ved",
        "og",
        "eller",
        "der",
        "som",
        "er",
        "var",
        "bliver",
        "blev",
        "den",
        "det",
        "de",
        "en",
        "et",
        "at",
        "har",
        "havde",
        "mod",
        "hvoraf",
        "heraf",
        "svarende",
        "svarer",
        "hvilket",
        "mens",
        "samt",
        "men",
        "så",
        "også",
        "ud",
        "under",
        "over",
        "pr",
        "vil",
        "kan",
        "skal",
        "ligger",
        "lå",
        "siden",
        "inden",
        "efter",
        "hos",
        "mellem",
        "hvor",
        "når",
    ]
)
VERBS: Final = frozenset(
    [
        "er",
        "var",
        "blev",
        "bliver",
        "har",
        "havde",
        "kan",
        "skal",
        "vil",
        "må",
        "udgør",
        "udgjorde",
        "fik",
        "får",
        "steg",
        "faldt",
        "betaler",
        "viser",
        "dækker",
        "gav",
        "giver",
        "går",
        "gik",
        "ligger",
        "koster",
        "kostede",
        "bor",
        "boede",
        "svarer",
        "svarede",
        "deltog",
        "deltager",
        "omfatter",
        "modtog",
        "bygger",
        "hjælper",
        "hjalp",
        "stiger",
        "falder",
        "deler",
        "huser",
    ]
)
_NO_NOUN: Final = frozenset(
    [
        "året",
        "mest",
        "årlig",
        "stemte",
        "åbnede",
        "mødtes",
        "deltog",
        "hjælper",
        "hjalp",
        "støttet",
        "deltaget",
        "svarede",
        "svarer",
        "betaler",
        "udgør",
        "udgjorde",
        "steg",
        "faldt",
        "valgt",
        "fik",
        "får",
        "lavere",
        "højere",
        "flere",
        "færre",
        "mere",
        "mindre",
        "større",
        "årligt",
    ]
)
_PEOPLE: Final = frozenset(
    ["unge", "ældre", "frivillige", "delegerede", "ansatte", "voksne", "studerende", "enlige", "udsatte", "hjemløse"]
)
_PEOPLE_NOUN: Final = re.compile(r"[^\W\d_]{2}(?:ere|ører|ster|lemmer|ninge|linge|enter)$|^(?:unge|ældre|børn|voksne)$")
_ADJECTIVE: Final = re.compile(
    r"(?:(?:sk|al|end|ed|ig|lig|iv|bar|som|løs|ært|øs|ønn)e|nye|store|små|unge|ældre|almene|flere|andre|ekstra|grønne|tomme|gratis|"
    r"første|sidste|faste|gamle|høje|lave|hele|halve|åbne|seneste|største|mindste|støttede|lokale|alment|nyt|stort)$",
    re.IGNORECASE,
)
_FIRST_WORDS: Final = re.compile(r"\s*((?:[^\W\d_]+(?:-[^\W\d_]+)*\s*){1,5})")
OF_THEM: Final = re.compile(r"\s*af (?:dem|disse) (?:bor|boede|er beboere)\b")
""" "12.200 af dem bor i …": whoever lives somewhere is a person."""
PART_OF_THEM: Final = re.compile(r"\s*af (?:dem|disse)\b")


def counted(post: str) -> str:
    """The noun a count counts, from the words after it: "nye almene boliger, hvilket" → "boliger"; "" where unsure."""
    words = _FIRST_WORDS.match(post)
    last = ""
    for word in words.group(1).split() if words else []:
        folded = word.casefold()
        if _ends_the_noun(folded):
            return last
        if not _is_adjective(folded):
            return _with_second(post, word) or head_noun(word.casefold() if word.isupper() and len(word) > 3 else word)
        last = word if folded in _PEOPLE else ""
    return last


@lru_cache(maxsize=4096)
def _ends_the_noun(word: str) -> bool:
    return word in FUNCTION_WORDS or word in _NO_NOUN or word in VERBS or bool(re.search(r"[^s]es$", word))


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word))


def _with_second(post: str, word: str) -> str:
    """ "direktører og ledende medarbejdere", "beboere og gæster": people counted together keep both names."""
    if not _PEOPLE_NOUN.search(word):
        return ""
    both = re.match(
        rf"[\s\w-]*?\b({word}\s+og\s+(?:[^\W\d_]+e\s+)?(?P<second>[^\W\d_]+))(?=\s+(?:{'|'.join(VERBS)}|i|på|til|fra|hos|ved|om|med)\b|\s*[,.]|$)",
        post,
    )
    return " ".join(both[1].split()) if both and _PEOPLE_NOUN.search(both["second"]) else ""


def head_noun(word: str) -> str:
    """The counted thing inside a compound: "familieboliger" → "boliger"; other words as they are."""
    folded = word.casefold()
    for head in ("boliger", "personer"):
        if folded.endswith(head):
            return head
    return word
