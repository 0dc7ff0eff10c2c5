"""The words of a question an answer must be about, with typos mended and phrases kept together."""

import re
from dataclasses import dataclass

from assistant.knowledge import knowledge
from assistant.lexicon import Lexicon, phrase_at, phrase_table, soft_stems, stop_stems
from assistant.themes import part_named
from assistant.understand.query import Term, TermKind
from assistant.words import Token, fold, stem, tokens
from index.words import is_verb_form
from ingest.document import Span

_COUNT_START = re.compile(
    r"\b(?:hvor mange|antallet af|antal|hvor stor en (?:andel|del|procentdel) af)\b", re.IGNORECASE
)
_PEOPLE_DO = frozenset(
    {"læser", "læste", "deltog", "deltager", "mødte", "møder", "kom", "så", "ser", "hørte", "bruger"}
)
_COURSE = re.compile(r"udvikl|ændre|vokse|steg|falde", re.IGNORECASE)
_PEOPLE_ARE = re.compile(r"\s+(?:er|var) (?:der )?(?:med|aktive|frivillige|engageret|engagerede)\b", re.IGNORECASE)
_DID = re.compile(r"\s+([a-zæøå]{3,}) (op|på|til|sig|med|ind|af)\b", re.IGNORECASE)
""" "Hvor mange stillede op": a verb where the noun would be, which may stand for one ("kandidater")."""
_NOT_COUNTED = re.compile(r", (?:altså|og)?\s*(?:ikke|dvs\.?|det vil sige)\b")
"""What is set apart from what is counted: "boliger, altså ikke personer"."""
_COUNT_STOP = frozenset(
    [
        "er",
        "var",
        "bor",
        "blev",
        "bliver",
        "har",
        "havde",
        "findes",
        "der",
        "som",
        "i",
        "på",
        "af",
        "til",
        "med",
        "for",
        "hvad",
        "hvor",
        "kom",
        "deltog",
        "fik",
        "skal",
        "kan",
        "vil",
        "ville",
        "skulle",
        "gik",
        "kommer",
        "stod",
        "står",
        "bruger",
        "brugte",
        "dukkede",
        "mødte",
        "mødtes",
        "stemte",
        "om",
        "hos",
        "pr",
        "per",
        "ved",
        "lå",
        "ligger",
        "ifølge",
        "gælder",
        "satte",
        "samler",
        "fylder",
        "udgør",
        "taler",
        "siger",
        "tilføres",
        "gives",
        "holdes",
        "afholdes",
        "så",
        "over",
        "under",
        "mellem",
        "fra",
        "gav",
        "giver",
        "går",
        "opsættes",
        "opsat",
        "deltager",
    ]
)


@dataclass(frozen=True, slots=True)
class Read:
    """Terms of a question, what it counts, and the words that were corrected."""

    terms: tuple[Term, ...]
    counted: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]


def mend(
    question: str, lexicon: Lexicon, foreign: frozenset[str] = frozenset()
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The question with misspelt words replaced by words of the documents; those of another language by a letter."""
    changed: list[tuple[str, str]] = []
    parts: list[str] = []
    at = 0
    read = tokens(question)
    for token, following in zip(read, (*read[1:], None), strict=True):
        if token.start < at:
            continue  # the second half of a word that was written as two
        parts.append(question[at : token.start])
        beside = following is not None and question[token.end : following.start] == " "
        if following is not None and beside and (whole := lexicon.joined(token.text, following.text)):
            changed.append((question[token.start : following.end], whole))
            parts.append(whole)
            at = following.end
            continue
        if following is not None and beside and (name := lexicon.full_name(token.text, following.text)):
            changed.append((question[token.start : following.end], name))
            parts.append(name)
            at = following.end
            continue
        right = token.is_number or part_named(token.text)
        better = None if right else lexicon.correct(token.text, one_letter=token.text in foreign)
        if better and fold(better) != fold(token.text):
            changed.append((token.text, better))
            parts.append(better)
        else:
            parts.append(token.text)
        at = token.end
    return "".join((*parts, question[at:])), tuple(changed)


def read_terms(question: str, taken: tuple[Span, ...], lexicon: Lexicon) -> Read:
    """Terms outside the spans already taken by places, periods, sizes and document names."""
    words = [t for t in tokens(question) if not any(a <= t.start < b for a, b in taken)]
    found: list[Term] = []
    names = _name_runs(question, words)
    all_stems = [t.stem for t in words]
    i = 0
    while i < len(words):
        length = phrase_at(all_stems, i)
        if length:
            run = words[i : i + length]
            if not all(_is_stop(t) for t in run) or length > 1:
                found.append(Term(question[run[0].start : run[-1].end], tuple(t.stem for t in run), "word"))
            i += length
            continue
        token = words[i]
        previous = words[i - 1].text.lower() if i else ""
        if previous == "hvor" and _DEGREE.fullmatch(token.text.lower()):
            i += 1  # "hvor høj er …" asks for a number, and for nothing that is high
            continue
        if not _is_stop(token) or token in names:
            kind: TermKind = (
                "number" if token.is_number else "name" if token in names else "soft" if _is_soft(token) else "word"
            )
            verb = _is_verb(token, previous) or (not lexicon.ways((token.stem,)) and is_verb_form(token.text))
            found.append(Term(token.text, (token.stem,), kind, verb=verb))
        i += 1
    unique = {term.stems: term for term in reversed(found)}
    return Read(tuple(reversed(unique.values())), _counted(question, lexicon), ())


def _is_stop(token: Token) -> bool:
    return not token.is_number and (
        token.stem in stop_stems() or fold(token.text) in stop_stems() or len(token.text) == 1
    )


_DEGREE = re.compile(r"(?:høj|lav|lang|dyr|billig|gammel|tung|tyk|dyb|bred)(?:t|e)?")
_WH = frozenset({"hvem", "hvad", "hvornår", "hvor", "hvordan", "hvorfor"})
_BEFORE_INFINITIVE = frozenset({"at", "kan", "skal", "vil", "må", "bør", "kunne", "skulle", "ville", "man", "vi"})
_INFINITIVE = re.compile(r"(?:e|å|er|es)$")
_VERB_FORM = re.compile(r"(?:ået|taget|givet|ede|edes|tes|des|erede|eret|ede[st]?)$")


def _is_verb(token: Token, previous: str) -> bool:
    """The finite verb stands right after the question word, an infinitive after "at"; others show by their ending."""
    if not token.text.islower():
        return bool(_VERB_FORM.search(token.text))
    infinitive = previous in _BEFORE_INFINITIVE and bool(_INFINITIVE.search(token.text))
    return infinitive or previous in _WH or bool(_VERB_FORM.search(token.text))


def _is_soft(token: Token) -> bool:
    return token.stem in soft_stems()


def _name_runs(question: str, words: list[Token]) -> frozenset[Token]:
    """Capitalised words that do not begin a sentence; in an all-capitals question none."""
    if question.isupper():
        return frozenset()
    names = []
    for token in words:
        before = question[: token.start].rstrip()
        starts = not before or before[-1] in ".!?:"
        if token.is_capital and not starts and len(token.text) > 1 and not _is_acronym_of_publisher(token):
            names.append(token)
    return frozenset(names)


def _is_acronym_of_publisher(token: Token) -> bool:
    return fold(token.text) in {"bl", "bls", "danmark", "danmarks"} or _is_soft(token)


def _counted(question: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Stems of the words after "hvor mange" up to the verb."""
    match = _COUNT_START.search(question)
    if not match or re.search(r"\bhvor meget\b", question, re.IGNORECASE):
        return ()
    if did := _DID.match(question[match.end() :]):
        nouns = [way for way in phrase_table().get((stem(did[1]), stem(did[2])), ()) if len(way) == 1]
        if nouns:
            return nouns[0]
    if _PEOPLE_ARE.match(question[match.end() :]):
        return (stem("personer"),)
    stems: list[str] = []
    for token in tokens(_NOT_COUNTED.split(question[match.end() :])[0]):
        word = token.text.lower()
        if not stems and word in _PEOPLE_DO:
            return (stem("personer"),)  # "hvor mange læser …", "hvor mange deltog": people count
        if fold(word) in {fold(w) for w in _COUNT_STOP}:
            if stems or word not in {"af", "af de"}:
                break
            continue
        if stems and (_is_stop(token) or _COURSE.match(word) or _VERB_FORM.search(word) or token.is_capital):
            break
        if not _is_stop(token) and not token.is_number and not word.startswith("årig"):
            stems.append(token.stem)
    return tuple(stems[:4])


def known_word(word: str) -> bool:
    """Whether a word is listed as right as it is."""
    return fold(word) in knowledge().common
