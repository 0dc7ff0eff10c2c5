"""Danish and English wording of answers. `{…}` are filled in by the composers."""

NOT_FOUND = {
    "da": "Det står ikke i dokumenterne{missing}.",
    "en": "The documents do not say{missing}.",
}
NOT_FOUND_CLAUSE = "Det står ikke i dokumenterne, {clause}."
NEAREST_SAID = "Det nærmeste, de har, er et andet tal: {said}"
OF_ELSEWHERE = {
    "da": ": ingen af dem handler om {place}",
    "en": ": none of them is about {place}",
}
OF_OTHER_YEARS = {
    "da": ": ingen af dem er fra eller om {period}",
    "en": ": none of them is from or about {period}",
}
IT = {"da": "det", "en": "that"}
MISSING_WORDS = {"da": ": der er ingen oplysning om {what}", "en": ": there is nothing about {what}"}
MISSING_DOCUMENT = {"da": ": der er intet dokument for {period}", "en": ": there is no document for {period}"}
NOT_TOLD = {
    "number": {"da": "Det tal står ikke i dokumenterne.", "en": "The documents do not give that figure."},
    "date": {"da": "Tidspunktet står ikke i dokumenterne.", "en": "The documents do not say when."},
    "person": {"da": "Hvem det er, står ikke i dokumenterne.", "en": "The documents do not say who."},
    "reason": {"da": "En forklaring på det står ikke i dokumenterne.", "en": "The documents do not say why."},
    "place": {"da": "Hvor det er, står ikke i dokumenterne.", "en": "The documents do not say where."},
}
"""What is missing where the question's words make no clause: the kind of thing it asks for."""
YEARS_DIFFER = {
    "da": "Bemærk, at årene er forskellige ({years}).",
    "en": "Note that the years are different ({years}).",
}
NOT_EXPLAINED = "Dokumenterne forklarer ikke, hvad der menes med »{thing}«."
NAMED_HERE = "De nævner det blandt andet her: »{quote}« [{marker}]"
NEAREST = {
    "da": "Det nærmeste, de siger, er noget andet: »{quote}« [{marker}]",
    "en": "The nearest thing they say is something else: »{quote}« [{marker}]",
}
NEAREST_COUNTRY = "Det nærmeste, de siger, gælder hele landet: »{quote}« [{marker}]"
NEAREST_FIGURE = {
    "da": "Det nærmeste, de har, er et andet tal: {label}{place}{period} er **{value}**. [{marker}]",
    "en": "The nearest thing they have is another figure: {label}{place}{period} is **{value}**. [{marker}]",
}
FOR_COUNTRY = "For hele landet: "
PROPOSED = "{value} (forslag{year})"
FROM_YEAR = " fra {year}"
OPINION = {
    "da": "Jeg kan ikke rådgive eller mene noget; jeg svarer kun ud fra dokumenterne.",
    "en": "I cannot give advice; I only answer from the documents.",
}
OTHER_LANGUAGE = "Jeg svarer på dansk ud fra dokumenterne. Stil gerne spørgsmålet på dansk eller engelsk."
ONLY_BEGINNING = "Spørgsmålet er langt. Jeg har kun læst de første {characters} tegn; stil gerne resten for sig."
EMPTY = "Skriv et spørgsmål om de almene boliger, så svarer jeg ud fra dokumenterne."
NO_DOCUMENTS = "Der er ingen dokumenter at svare ud fra endnu."
GOALS_COUNTED = {
    "da": "Almene mål {period} har {count} mål:",
    "en": "Almene mål {period} has {count} goals:",
}
STILL_A_GOAL = "**{goal}** er et af målene for {period}: [{marker}]"
SAYS = {"en": "In the document's own words: "}
VERDICT: dict[str, dict[str, str]] = {"da": {}, "other": {}, "en": {"Ja.": "Yes.", "Nej.": "Incorrect."}}
COUNT_WORDS = ("ingen", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
NO_REASON = "Hvorfor det er sådan, står ikke i dokumenterne."
UNCLEAR = {
    "da": "Tallet for {what}{place} kan ikke læses med sikkerhed i dokumentet: {reason}. Stedet er vist her. [{marker}]",  # noqa: E501
    "en": "The figure for {what}{place} cannot be read with certainty (kan ikke læses med sikkerhed) in the document. The place is shown here. [{marker}]",  # noqa: E501
}
SIDE_MISSING = {
    "da": "Det tilsvarende tal for {place} står ikke i dokumenterne.",
    "en": "The documents do not hold that figure for {place} (står ikke i dokumenterne).",
}
TOGETHER = {"da": "Tilsammen **{total}** (beregnet).", "en": "Together **{total}** (computed)."}
REST = {
    "da": "Resten af spørgsmålet kan jeg ikke svare sikkert på ud fra dokumenterne.",
    "en": "The rest of the question I cannot answer with certainty from the documents.",
}
DOCUMENTS_AT_HAND = "Jeg svarer ud fra disse dokumenter:"
PUBLISHED_BY = "{title} er udgivet af **{value}**. [{marker}]"
SPEAKS_FOR = "{title} gælder **{value}**. [{marker}]"
UNCLEAR_REASON = "tal og tekst er løbet sammen"
