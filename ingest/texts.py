"""Danish wording of the reading room: why a file or a page could not be read, and what to do."""

OUTCOMES = {
    "encrypted": "{name} er beskyttet med adgangskode. Gem en kopi uden adgangskode, og indlæs den.",
    "damaged": (
        "{name} er beskadiget og kan ikke åbnes som {kind}. Hent filen igen, eller gem den på ny fra programmet."
    ),
    "empty": "{name} er tom (0 byte). Hent filen igen.",
    "no_pages": "{name} indeholder ingen sider. Hent filen igen, eller gem den på ny.",
    "no_text": "{name} indeholder ingen tekst. Kontrollér, at det er den rigtige fil.",
    "not_this_type": (
        "{name} er ikke en {kind}, selv om navnet siger det. Giv filen den rigtige endelse, eller hent den igen."
    ),
    "unsupported": "{name} er af en type, der ikke kan læses. Brug .pdf, .docx, .html, .md eller .txt.",
    "too_large": "{name} er for stor ({size} MB; højst {limit} MB). Del filen op, og indlæs delene.",
    "too_many_pages": "{name} har {pages} sider (højst {limit}). Del filen op, og indlæs delene.",
    "timeout": (
        "{name} tog for lang tid at læse (over {limit} sekunder) og blev afbrudt. Gem filen på ny "
        "som PDF, og prøv igen."
    ),
    "memory": "{name} krævede for meget hukommelse og blev afbrudt. Gem filen på ny som PDF, og prøv igen.",
    "output": "{name} folder sig ud til mere tekst, end der læses. Del filen op, og indlæs delene.",
    "zip_bomb": ("{name} folder sig ud til langt mere, end den fylder, og læses ikke. Gem dokumentet på ny i Word."),
    "scanned": (
        "{name} er en scanning uden tekst. Installér Tesseract med dansk (tesseract-ocr-dan), "
        "eller gem filen med tekst."
    ),
    "missing": "{name} findes ikke. Kontrollér stien.",
    "unreadable": "{name} kan ikke læses ({reason}). Kontrollér, at filen findes, og at du har adgang til den.",
    "crashed": "Læsningen af {name} gik i stå og blev afbrudt. Gem filen på ny, og prøv igen.",
}

SCANNED_PAGE = "Side {page} er en scanning uden tekst og kunne ikke læses."
OCR_PAGE = "Side {page} er en scanning; teksten er genkendt maskinelt (OCR) og kan indeholde fejl."
EMPTY_PAGE = "Side {page} er uden tekst."
UNKNOWN_GLYPHS = "{count} tegn{where} står ikke for noget kendt bogstav og er vist som �."
ON_PAGE = " på side {page}"
BROKEN_PAGE = "Side {page} er beskadiget og kunne ikke læses."
UNREAD_CHART = "Side {page} har et diagram, hvis tal ikke er trykt; de kan ikke læses."
NOTHING_FOUND = "Nøgletal, mål og personer blev ikke fundet i denne fil ({reason}); teksten kan søges."
OUT_OF_TIME = "det tog for lang tid"
WENT_WRONG = "det gik galt"
REPAIRED_ONE = "Ét sted er teksten rettet i forhold til det trykte (orddeling, ligatur, punkttegn eller tankestreg)."
REPAIRED = (
    "{count} steder er teksten rettet i forhold til det trykte (orddelinger, ligaturer, punkttegn og tankestreger)."
)
