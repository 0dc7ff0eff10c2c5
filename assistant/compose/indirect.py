"""A question as an indirect one: "Hvor mange boliger er der i X?" → "hvor mange boliger der er i X"."""

import re

_LONGEST = 140
_PREPOSITION = r"(?:i|på|for|fra|til|blandt|hos|ved|med|mod|om|under|efter|før|over|pr\.)"
_DONE = (
    r"(?:sat|igangsat|taget|fået|bygget|lavet|brugt|givet|gjort|afsat|udgivet|opført|solgt"
    r"|\w+(?:eret|tet|det|get|ket|yttet|ovet))"
)
_HOW = r"hvor (?:mange|meget|stor[te]?|høj[te]?|lav[te]?|lang[te]?|ofte|tit|dyrt?|billigt?|gammel)"
_OWNS = (
    r"(?:har|havde|fik|får|ejer|holdt|holder|betaler|betalte|tjener|koster|kostede|udleder|bruger|brugte|bygger|byggede"
    r"|mener|synes|siger|sagde|hedder|hed|er|var|bliver|blev)"
)
_BE = r"(?:er|var|findes|fandtes|bor|boede|blev|bliver|står|ligger)"
_DOES = r"(?:deltog|deltager|bor|står|stod|kom|kommer|mødte|stemte|flytter|går|gik|tog|ligger|mangler|findes|gælder)"
_WORDS = r"(?: [\w'’-]+)"
_RULES = tuple(
    (re.compile(rf"^{pattern}$", re.IGNORECASE), put)
    for pattern, put in (
        (
            rf"(?P<h>hvor (?:mange|meget|stor en (?:andel|del))(?: [^,?]+?)?) (?P<v>{_BE}) der(?P<r>(?: .+)?)",
            "h der v r",
        ),
        (r"(?P<v>er|var|findes|blev|bliver|bor) der (?P<r>.+)", "om der v r"),
        (
            r"hvem (?P<v>er|var|blev|bliver|har|havde|\w+ede) (?P<r>(?!(?:de|vi|I|BL|man|den|det)\b)[^,?]+)",
            "hvem der v r",
        ),
        (rf"(?P<h>hvor mange{_WORDS}{{0,3}}?) (?P<v>{_DOES}) (?P<r>.+)", "h der v r"),
        (rf"(?P<h>hvilke[nt]?{_WORDS}{{1,3}}?) (?P<v>{_DOES}) (?P<r>.+)", "h der v r"),
        (rf"(?P<h>hvor mange{_WORDS}{{1,3}}?) (?P<v>er|var) (?P<r>[a-zæøå]+)", "h der v r"),
        (rf"(?P<h>hvor mange{_WORDS}{{0,3}}?) (?P<v>har|havde|blev) (?P<r>{_DONE}\b.*)", "h der v r"),
        (r"(?P<h>hvad) (?P<v>koster|kostede) det (?P<r>at .+)", "h det v r"),
        (
            rf"(?P<h>(?:{_HOW}|hvad|hvornår|hvor|hvorfor){_WORDS}{{0,3}}?) (?P<v>har|havde|blev|er|var) "
            rf"(?P<s>[^,?]+?) (?P<r>{_DONE}(?: .*)?)",
            "h s v r",
        ),
        (
            rf"(?P<h>(?:{_HOW}|hvad){_WORDS}{{0,3}}?) (?P<v>{_OWNS}) (?P<s>[^,?]+?)(?P<r>,.+| {_PREPOSITION} .+)?",
            "h s v r",
        ),
    )
)
"""A question's order of words, and that of the clause: its groups and the words between them."""


def indirect(question: str) -> str | None:
    """The question as a clause; None where its order of words is not one of those known."""
    asked = " ".join(question.split()).rstrip(" ?.!")
    if len(asked) > _LONGEST or re.search(r"[?.!:;<>\[\]{}»«–]", asked):
        return None
    for pattern, put in _RULES:
        if found := pattern.match(asked):
            groups = {name: (text or "").strip() for name, text in found.groupdict().items()}
            groups["v"] = groups["v"].lower()
            said = " ".join(groups.get(word, word) for word in put.split()).replace(" ,", ",").strip()
            return said[:1].lower() + said[1:]
    return None
