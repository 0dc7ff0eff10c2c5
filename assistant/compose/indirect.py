"""A question as an indirect one: "Hvor mange boliger er der i X?" → "hvor mange boliger der er i X"."""

import re

_LONGEST = 140
_PREPOSITION = r"(?:i|på|for|fra|til|blandt|hos|ved|med|mod|om|under|efter|før|over|bag|mellem|omkring|pr\.)"
_DONE = (
    r"(?:(?:af|an|be|frem|gen|igang|ind|ned|op|over|til|ud)(?:sat|taget|holdt|valgt|lagt|givet|bragt)|sat|aftalt|\w*gjort|taget|fået|bygget|lavet|brugt|givet|gjort|afsat|udgivet|opført|solgt|talt|valgt|holdt|spurgt|bragt|lagt|sagt|ramt"
    r"|nævnt|kørt|løst|nået|opnået|(?-i:[a-zæøå])\w*(?:eret|dret|tet|det|get|ket|yttet|ovet|vet))"
)
_HOW = r"hvor (?:mange|meget|stor[te]?|høj[te]?|lav[te]?|lang[te]?|ofte|tit|dyrt?|billigt?|gammel)"
_OWNS = (
    r"(?:har|havde|fik|får|ejer|holdt|holder|betaler|betalte|tjener|koster|kostede|udleder|bruger|brugte|bygger|byggede"
    r"|mener|synes|siger|sagde|hedder|hed|er|var|bliver|blev)"
)
_BE = r"(?:er|var|findes|fandtes|bor|boede|blev|bliver|står|ligger)"
_DOES = (
    r"(?:sidder|sad|ryger|arbejder|skrev|skriver|deltog|deltager|bor|står|stod|kom|kommer|mødte|stemte"
    r"|flytter|går|gik|tog|ligger|mangler|findes|gælder)"
)
_WORDS = r"(?: [\w'’-]+)"
_NOUN = (
    r"(?!(?:ingen|intet|noget|nogen|meget|andet|alene|gerne|egen|mellem|inden|siden|foran|almene|grønne|egne|åben)\b)"
    r"[a-zæøå][\wæøå-]*(?:en|et|ne)"
)
_NAME = r"(?-i:(?!Almene |I\b|Du\b)[A-ZÆØÅ][\wæøå-]*(?: [A-ZÆØÅ][\wæøå.-]*)*(?! [A-ZÆØÅ]))"
_WHICH = (
    r"(?:to|tre|fire|fem|andre|andet|anden|øvrige|fleste|næste|forrige|første|sidste|seneste|nyeste|nye|gamle|kommende"
    r"|samme)"
)
"""What stands between an article and its noun, or for the noun."""
_SUCH = rf"(?:{_WHICH}|[a-zæøå]+(?:iske|lige|ede|ende|este)|store|egen|eget|egne|almene|grønne)"
_SUBJECT_OF_ONE = (
    rf"(?:(?-i:BL['’]?s|[A-ZÆØÅ][\wæøå-]+(?: [A-ZÆØÅ][\wæøå-]+)*(?: kommune)?s)(?: {_SUCH})* [a-zæøå]+"
    rf"|(?:de|den|det) [a-zæøå]+e [a-zæøå]+|{_NAME}(?: kommune)?"
    r"|(?:en|et)(?: (?:ny|stor|lille|[a-zæøå]+(?:sk|ig|men|at)))? [a-zæøå]+(?! [a-zæøå]+(?:tion|ning|hed|selskab)\b)"
    rf"|{_NOUN}(?: af (?:de )?[a-zæøå]+)?|man|vi|jeg|de(?! {_WHICH}\b)|han|hun|(?:den|det)(?! {_WHICH}\b))"
)
_SUBJECT = rf"{_SUBJECT_OF_ONE}(?: og {_SUBJECT_OF_ONE})?"
"""A subject that is surely one: a name, a definite noun, a pronoun."""
_PHRASE = (
    r"(?:(?!(?:og|eller|som|der|hvor|hele|blevet|sammenlignet)\b)[\w'’-]+ ??){1,6}?(?<! på)(?<! ved)(?<! i)(?<! til)"
)
"""What stands behind a preposition that belongs to the subject."""
_ADVERB = r"(?: (?:ikke|også|selv|allerede|stadig|altid|aldrig|nogensinde|kun|egentlig|gerne|så|nu|jo|da|overhovedet))*"
_AUXILIARY = (
    r"(?:har|havde|må|måtte|kan|kunne|skal|skulle|vil|ville|bør|burde|er|var|blev|bliver|får|fik|gør|gjorde|støtter|støttede|betaler"
    r"|ejer|bruger|brugte|tjener|bor|holder|holdt|stiller|giver|gav|kommer|kom|arbejder|samarbejder|mener|driver|bygger|sælger|tilbyder"
    r"|går|gik|står|stod|ligger|lå|siger|sagde|tager|tog|steg|faldt|stiger|falder|koster|hedder|lover|lovede)"
)
_DOER = (
    r"(?:ejer|ejede|vandt|tabte|bestemmer|bestemte|betaler|betalte|leder|ledede|styrer|styrede|skrev|skriver|tegnede|grundlagde|stiftede"
    r"|opfandt|byggede|bygger|driver|drev|får|fik|holdt|holder|stod|står|sidder|sad|bor|boede|kom|kommer|tager|tog|deltog|deltager)"
)
"""What "hvem" itself does, whatever follows."""
_RULES = tuple(
    (re.compile(rf"^{pattern}$", re.IGNORECASE), put)
    for pattern, put in (
        (
            rf"(?P<h>hvor (?:mange|meget|stor en (?:andel|del))(?: [^,?]+?)?) (?P<v>{_BE}) der(?P<r>(?: .+)?)",
            "h der v r",
        ),
        (r"(?P<h>hvor (?:mange|meget)(?: [^,?]+?)?) (?P<v>[a-zæøå]+) der(?P<r>(?:,? .+)?)", "h der v r"),
        (r"(?P<v>er|var|findes|blev|bliver|bor|kommer|står|ligger) der (?P<r>.+)", "om der v r"),
        (
            rf"(?P<h>hvor mange{_WORDS}{{1,3}}?) (?P<v>fik|får|har|havde|tog|tager|giver|gav) "
            rf"(?P<r>(?!(?:de|den|det|vi|man|jeg|du|han|hun|en|et|hver|alle|begge)\b)(?!{_NOUN}\b)(?!{_DONE}\b)"
            rf"(?-i:[a-zæøå]+)(?: (?:af|{_PREPOSITION}) [^,?]+(?:, (?:som|der|hvor) [^?]+)?)?)",
            "h der v r",
        ),
        (rf"(?P<v>er|var) (?P<s>{_SUBJECT} (?:i|på|for|hos) {_NAME})(?P<r> .+)", "om s v r"),
        (
            rf"hvem (?P<v>{_DOER}) (?P<r>(?!(?:de|vi|(?-i:I)|man|BL)\b)[^,?]+(?:, (?:som|der|hvor|når|da) [^?]+)?)",
            "hvem der v r",
        ),
        (r"hvem (?P<v>skal|vil|kan|må|bør) (?P<r>[a-zæøå]*[eå]\b(?<!de)(?: [^,?]+)?)", "hvem der v r"),
        (rf"hvem (?P<v>er|var) (?P<r>{_NOUN} {_PREPOSITION} [^,?]+)", "hvem r v"),
        (r"hvad (?P<v>hedder|hed) (?P<r>[^,?]+)", "hvad r v"),
        (
            rf"hvem (?P<v>er|var|blev|bliver|har|havde|\w+ede) "
            rf"(?P<r>(?!(?:de|vi|(?-i:I)|BL|man|den|det)\b)(?!(?<=har )(?-i:[A-ZÆØÅ]))(?!(?<=er ){_NOUN}$)[^,?]+)",
            "hvem der v r",
        ),
        (rf"(?P<h>hvor mange{_WORDS}{{1,3}}?) (?P<v>er|var) (?P<r>{_PREPOSITION} .+)", "h der v r"),
        (
            rf"(?P<h>hvornår|hvorfor|hvordan|hvor) (?P<v>er|var|har|havde|blev|bliver) "
            rf"(?P<s>(?:{_SUBJECT_OF_ONE}|(?:de|den|det) {_WHICH}(?: [a-zæøå]+)?)(?: {_PREPOSITION} {_PHRASE})?)"
            rf"(?P<a>{_ADVERB}) (?P<r>(?:blevet )?{_DONE})",
            "h s a v r",
        ),
        (rf"(?P<v>{_AUXILIARY}) (?P<s>{_SUBJECT})(?P<a>{_ADVERB})(?P<r>(?:,? (?!der\b).+)?)", "om s a v r"),
        (
            rf"(?P<h>hvornår|hvorfor|hvordan|hvorhen|hvor|hvem|hvad|(?:hvilke[nt]?|{_HOW}){_WORDS}{{0,3}}?) "
            rf"(?P<v>{_AUXILIARY}) (?P<s>{_SUBJECT})(?P<a>{_ADVERB})(?P<r>(?:[ ,].+)?)",
            "h s a v r",
        ),
        (rf"(?P<h>hvor mange{_WORDS}{{0,3}}?) (?P<v>{_DOES}) (?P<r>.+)", "h der v r"),
        (rf"(?P<h>hvilke[nt]?{_WORDS}{{1,3}}?) (?P<v>{_DOES}) (?P<r>.+)", "h der v r"),
        (rf"(?P<h>hvor mange{_WORDS}{{1,3}}?) (?P<v>er|var) (?P<r>(?-i:[a-zæøå]+))", "h der v r"),
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
        if (found := pattern.match(asked)) and not _is_done(found):
            groups = {name: (text or "").strip() for name, text in found.groupdict().items()}
            groups["v"] = groups["v"].lower()
            said = " ".join(" ".join(groups.get(word, word) for word in put.split()).split()).replace(" ,", ",")
            return said[:1].lower() + said[1:]
    return None


def _is_done(found: re.Match[str]) -> bool:
    """Whether what stands as the subject is "der" or a participle: "hvad har kostet mest"."""
    said = found.groupdict()
    subject, verb, rest = said.get("s") or "", said.get("v") or "", said.get("r") or ""
    if re.search(rf"\b{_DONE}\b", rest):
        return subject.startswith("der ")
    having = re.fullmatch(r"har|havde|er|var|blev|bliver|får|fik|står|stod", verb.lower())
    return subject.startswith("der ") or bool(having and re.match(rf"{_DONE}\b|[a-zæøå]\w*et\b", subject))
