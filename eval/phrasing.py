"""A figure's label as a Danish question that someone might ask; None where it would not read as Danish."""

import re
from collections.abc import Callable

from eval import texts
from ingest.document import Figure

GAP = "…"
COUNTED = re.compile(r"[A-ZÆØÅ]?[a-zæøå-]+(?:er|ere|e)")
"""A label that is one plural noun, as on a tile: "Familieboliger"."""
SHARE_UNITS = ("pct", "procent", "%")
MEASURE = re.compile(r"(?:mio\. |mia\. )?(?:kr|pct|procent|%|m²|m2|kg|ton|år|dag|dage|timer|km)(?![a-zæøå])")
VERBS = frozenset(
    re.findall(
        r"\w+",
        "er var har havde bor boede bliver blev får fik deltog deltager står stod samler giver nævner bygger tilfører"
        " viser viste engagerer engagerede stillede udgør udgjorde omfatter rummer råder ejer driver administrerer"
        " modtager modtog støtter hjælper hjalp koster kostede huser tæller sætter føler oplever mener svarer ønsker",
    )
)
MODALS = frozenset({"må", "kan", "skal", "vil"})
PREPOSITIONS = r"(?:i|på|til|for|fra|med|af|om|over|under|ved|mellem|blandt|hos|uden)"
VAGUE = re.compile(
    r"(?:[Nn]oget|Det|Deres|Dette|Disse|Her|Han|Hun|Vi|Jeg|I alt|Samtidig|som|der|hvor\w*|hvem|hvad|og|men)\b"
)
"""A beginning that leans on the sentence before: nobody could tell what is asked."""
NOISE = re.compile(r"[·|\[\]{}<>!*#_]|\b(\w{4,}) \1\b", re.IGNORECASE)
"""What no sentence holds: the reading ran two things together."""
PAID = r"(?:Renoveret|Investeret|Bygget|Opført|Givet|Brugt|Støttet|Bevilget|Sparet|Indkøbt)"
ADVERBS = re.compile(r" (?:derfor|også|nu|desuden|samtidig|nemlig|således)\b")


def figure_question(figure: Figure) -> str | None:
    """The question that the figure's value answers, with its place and time where the label leaves them out."""
    label = re.sub(r"\s*\(\d{4}\)$", "", " ".join(figure.label.split()).strip(" –-.,;:"))
    label = ADVERBS.sub("", label)
    last = label.split()[-1] if label else ""
    if GAP not in label and (last.casefold() in VERBS or last in {"på", "for", "til", "med", "være"}):
        label = f"{label} {GAP}"
    if not label or VAGUE.match(label) or NOISE.search(label):
        return None
    for rule in RULES:
        if asked := rule(label, figure):
            asked = re.sub(r"[ –.,;:-]+\?$", "?", " ".join(asked.split()))
            if figure.municipality:
                asked = re.sub(r"\bkommunen\b", f"{figure.municipality} Kommune", asked)
            return asked[0].upper() + asked[1:]
    return None


def _tile(label: str, figure: Figure) -> str | None:
    """Ungdomsboliger, under a heading."""
    place, group = figure.municipality, figure.group or ""
    if not place or not COUNTED.fullmatch(label) or _is_measure(figure):
        return None
    noun = label[0].lower() + label[1:]
    if re.match(r"(?:Igangsat|Påbegyndt)", group):
        return texts.ASK_STARTED.format(label=noun, place=place, period=figure.period or "") if figure.period else None
    if re.match(r"(?:Almene|De almene)\b", group) and not noun.startswith("almene"):
        noun = f"almene {noun}"
    return texts.ASK_COUNT.format(label=noun, place=place)


def _row(label: str, figure: Figure) -> str | None:
    """A row of a table that says what is spread over what, or a measure by size."""
    title, _, column = (figure.group or "").partition(" · ")
    spread = re.match(r"(.+?) (?:fordelt|opdelt) (?:på|efter) ", title)
    if spread:
        whole = spread[1][0].lower() + spread[1][1:]
        part = re.sub(r", (?=\d)", " på ", label[0].lower() + label[1:])
        if age := re.match(r"(\d[\d–-]* år(?: og derover)?)\b.*…", label):
            return texts.ASK_OF_AGE.format(whole=whole, age=age[1])
        if _is_share(figure) and GAP not in label and not part.startswith("af "):
            return texts.ASK_PART.format(label=f"af {'de ' if ' ' in whole else ''}{whole} er {part}")
    if re.fullmatch(r"(?:under |over |op til )?\d[\d–-]* ?(?:m²|m2|kvm)", label) and (measure := _definite(column)):
        return texts.ASK_OF_SIZE.format(measure=measure, size=label)
    return None


def _part(label: str, figure: Figure) -> str | None:
    """18 pct. af boligmassen er …; 1 ud af 7 føler sig …"""
    if not _is_share(figure) or GAP in label:
        return None
    if label.startswith("af ") and _has_verb(label):
        return texts.ASK_PART.format(label=label)
    if label.startswith("adspurgte "):
        return texts.ASK_PART.format(label=f"af de {label}")
    return texts.ASK_PART.format(label=label) if label.split()[0] in VERBS else None


def _so_great(label: str, figure: Figure) -> str | None:
    """14 pct. – så stor var fraflytningsprocenten …"""
    found = re.fullmatch(r"så (stor|mange|meget|høj|lav|lang) (var|er) ([^…]+)", label)
    if not found:
        return None
    rest, when = re.fullmatch(r"(.+?)((?: i \d{4}(?:[–-]\d{4})?)?)", found[3]).groups()  # type: ignore[union-attr]
    place = figure.municipality
    where = f" i {place}" if place and place not in rest and "kommunen" not in rest else ""
    return f"Hvor {found[1]} {found[2]} {rest}{where}{when} ?"


def _people(label: str, figure: Figure) -> str | None:
    """12.200 af dem bor alment …; 210 medlemmer deltog …; der er 500 boliger i …"""
    if GAP in label or _is_share(figure):
        return None
    if found := re.fullmatch(r"af dem ((?:bor|er|har)\b.+)", label):
        return f"Hvor mange {found[1]}?"
    noun = (figure.unit or "-").split()[-1].casefold()
    words = label.casefold().split()
    if _is_measure(figure) or noun.startswith("million") or noun not in words[:3] or not label[0].islower():
        return None
    if _has_verb(label):
        return f"Hvor mange {label}?" if len(words) > 3 else None
    split = re.fullmatch(rf"(.+?) ({PREPOSITIONS} .+)", label)
    there = re.search(r"\b[Dd]er (er|var|bor|findes|bliver|blev)\b", figure.quote)
    if split and (told := re.fullmatch(rf"(.*\b{re.escape(noun)}) (\w+et)", split[1])):
        return f"Hvor mange {told[1]} er {told[2]} {split[2]}?"
    return f"Hvor mange {split[1]} {there[1] if there else 'er'} der {split[2]}?" if split else None


def _done(label: str, figure: Figure) -> str | None:
    """Renoveret i … for …; … har øget omsætningen med …"""
    if found := re.fullmatch(rf"({PAID}) ([^…]+) for {GAP}", label):
        rest = found[2]
        return f"Hvor meget er der {found[1].lower()} for {rest}?"
    found = re.fullmatch(rf"([^…,]+?) har (\w+et) ([^…,]+) (med|på|til|for) {GAP}", label)
    if not found:
        return None
    where = f" i {figure.municipality}" if figure.municipality and figure.municipality not in label else ""
    return f"Hvor meget har {_lower(found[1])} {found[2]} {found[3]} {found[4]}{where}?"


def _measured(label: str, figure: Figure) -> str | None:
    """Huslejeomsætningen … var … i 2023; … skønnes at være …; … må højst udlede …"""
    if not _is_measure(figure):
        return None
    if found := re.fullmatch(rf"([^…,]+) (skønnes|anslås) at være {GAP}", label):
        return f"Hvor stor {found[2]} {_lower(found[1])} at være?"
    found = re.fullmatch(rf"([^…,]+?) (må|kan|skal) ((?!.* og )[^…,]+?) {GAP}", label)
    if found:
        fits = not _has_verb(found[1]) and not (VERBS | MODALS) & set(found[3].split())
        return f"Hvor meget {found[2]} {_lower(found[1])} {found[3]}?" if fits else None
    found = re.fullmatch(rf"([^…,]+) (var|er|udgør|udgjorde|bliver|blev) {GAP}((?: [^…]+)?)", label)
    if not found or _has_verb(found[1]) or _has_verb(found[3]):
        return None
    subject, verb, rest = _lower(found[1]), found[2], found[3]
    if re.match(r" (?:større|mindre|mere|lavere|højere|billigere|dyrere)\b", rest):
        return f"Hvor mange {_unit(figure)} {verb} {subject}{rest}?"
    if _is_share(figure):
        return (
            f"Hvor stor en andel {subject} {verb}{rest}?"
            if subject.startswith("af ")
            else (f"Hvor stor en andel {verb} {subject}{rest}?")
        )
    if verb.startswith("udg"):
        return f"Hvor meget {verb} {subject}{rest}?"
    return f"Hvor stor {verb} {subject}{rest}?" if re.search(r"(?:en|et)\b", subject) else None


def _turned(label: str, figure: Figure) -> str | None:
    """BL samler … boligorganisationer i hele landet: how many N does S V?"""
    found = re.fullmatch(rf"([^…,]+?) (?:({'|'.join(sorted(VERBS))})((?: [^…,]+?)?)) {GAP}((?: [^…]+)?)", label)
    if not found or _is_share(figure):
        return None
    subject, verb, between, after = _lower(found[1]), found[2], found[3], found[4].strip()
    if _is_measure(figure):
        noun, rest = _unit(figure), after
        odd = re.search(rf" {PREPOSITIONS}$| og |,", between) or len(between.split()) > 5
        if between and (len(subject.split()) > 1 or odd):
            return None
    else:
        split = re.fullmatch(rf"(.*?)((?: {PREPOSITIONS} .+)?)", after)
        noun, rest = (split[1], split[2].strip()) if split else ("", "")
        if between and not re.fullmatch(rf" (?:{PREPOSITIONS}|\w+et)", between):
            return None
    if not noun or any(map(_has_verb, (rest, subject, noun))) or re.search(r"^\d|million|\w+ \w+[eg]t$", noun):
        return None
    if subject.startswith("af "):
        return f"Hvor mange {subject} {verb} {noun} {rest}?" if not between else None
    if subject[0].isdigit():
        return None
    return f"Hvor mange {noun} {verb} {subject}{between} {rest}?"


RULES: tuple[Callable[[str, Figure], str | None], ...] = (
    _tile, _row, _part, _so_great, _people, _done, _measured, _turned,
)  # fmt: skip
"""The first that fits asks."""


def _is_share(figure: Figure) -> bool:
    return figure.unit.startswith(SHARE_UNITS) or "/" in figure.value


def _is_measure(figure: Figure) -> bool:
    return MEASURE.match(figure.unit) is not None or "/" in figure.value


def _unit(figure: Figure) -> str:
    return "procent" if figure.unit.startswith(SHARE_UNITS) else figure.unit


def _has_verb(text: str) -> bool:
    return any(word in VERBS | MODALS or re.fullmatch(r"\w{3,}ede", word) for word in text.split())


def _lower(subject: str) -> str:
    """A subject inside its sentence: a common noun loses its capital, a name or an abbreviation keeps it."""
    if re.match(r"(?:Knap|Over|Omkring|Næsten|Cirka|Mere end|Op til) \d", subject):
        return f"de {subject[0].lower()}{subject[1:]}"
    common = re.match(
        r"(?:[A-ZÆØÅ][a-zæøå]+(?:en|et|ne|er|ens|ets)|Almene|Den|De|En|Et|Bag|I|På|Af|Sektorens)\b", subject
    )
    name = re.match(r"Almene mål|\w+(?:fonden|rådet|styrelsen|ministeriet|foreningen|forbundet)s?\b", subject)
    return subject[0].lower() + subject[1:] if common and not name else subject


def _definite(noun: str) -> str:
    """Medianhusleje → medianhuslejen; "" where the form is not sure."""
    word = noun.strip().casefold()
    if not re.fullmatch(r"[a-zæøå]+", word):
        return ""
    if word.endswith("e"):
        return f"{word}n"
    if word.endswith("antal"):
        return f"{word}let"
    return f"{word}en" if word.endswith(("ing", "hed", "tion", "procent", "andel", "pris", "udgift", "indtægt")) else ""
