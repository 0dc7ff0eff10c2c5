"""Every Danish text of the page."""

from typing import Final

from assistant.answer import Status

APP_NAME: Final = "BL-assistenten"
APP_LINE: Final = "Svar fra BL – Danmarks Almene Boligers dokumenter, med kilde på hvert svar"
TITLE: Final = "BL-assistenten – spørg BL's dokumenter"
DESCRIPTION: Final = (
    "Stil spørgsmål på dansk, og få svar med præcise kildehenvisninger fra BL's dokumenter om almene boliger."
)
LOADING: Final = "Siden indlæses …"
NEEDS_SCRIPT: Final = "Siden kræver JavaScript. Slå det til, og indlæs siden igen."
SKIP: Final = "Gå til spørgsmålet"

# Tabs
TAB_ASK: Final = "Spørg"
TAB_FIGURES: Final = "Nøgletal"
TAB_COMMITMENTS: Final = "Mål og løfter"
TAB_DOCUMENTS: Final = "Dokumenter"
TAB_STAFF: Final = "Medarbejder"
TAB_ABOUT: Final = "Om siden"

# Ask
HEADLINE: Final = "Hvad vil du vide om de almene boliger?"
LEAD: Final = (
    "Skriv et spørgsmål på almindeligt dansk. Svaret kommer kun fra de dokumenter, der er lagt ind, og hvert svar "
    "viser, hvor det står. Står det der ikke, siger vi det."
)
QUESTION_LABEL: Final = "Dit spørgsmål"
QUESTION_PLACEHOLDER: Final = "Skriv her …"
ASK: Final = "Spørg"
NEW_CONVERSATION: Final = "Ny samtale"
EXAMPLES: Final = "Prøv fx"
EVERYWHERE: Final = "Alle steder"
WHOLE_COUNTRY: Final = "Hele landet"
EVERY_PERIOD: Final = "Alle perioder"
MUNICIPALITY: Final = "Sted"
PERIOD: Final = "Periode"
FILTERS: Final = "Afgræns svarene"
SEARCHING: Final = "Søger i {count} dokumenter …"
GROWING: Final = "Svaret formuleres, og hver sætning kontrolleres mod kilderne …"
YOU_ASKED: Final = "Du spurgte:"
UNDERSTOOD: Final = "Forstået som:"
LIMITED_TO: Final = "Afgrænset til {limits}"
EMPTY_QUESTION: Final = "Skriv et spørgsmål i feltet, og tryk på Spørg."
NO_DOCUMENTS: Final = "Der er ingen dokumenter endnu. Læg nogle ind under fanen Dokumenter."
EDITING: Final = "Du retter spørgsmål {number}. Når du spørger igen, erstattes det og det, der kom efter."

STATUS: Final[dict[Status, tuple[str, str]]] = {
    "answered": ("✓", "Svar fra dokumenterne"),
    "partial": ("◐", "Svar på en del af spørgsmålet"),
    "unclear_source": ("?", "Kilden kan ikke læses sikkert"),
    "not_found": ("∅", "Står ikke i dokumenterne"),
}
STATUS_HELP: Final[dict[Status, str]] = {
    "answered": "",
    "partial": "Dokumenterne svarer på noget af det, du spurgte om. Svaret siger, hvad der mangler.",
    "unclear_source": "Dokumentet har det, men tallet kan ikke læses med sikkerhed. Se stedet selv i kilden.",
    "not_found": "Vi gætter ikke. Prøv andre ord, eller se under Dokumenter, hvad der er lagt ind.",
}

SOURCES: Final = "Kilder"
SOURCE_N: Final = "Kilde {marker}: {title}{page}"
OPEN_SOURCE: Final = "Vis kilde {marker}"
PAGE: Final = "side {page}"
FIGURES_IN_ANSWER: Final = "Tallene i svaret"
FIGURE_HEADER: Final = ("Hvad", "Værdi", "År eller periode", "Sted", "Hvordan")
READ_DIRECTLY: Final = "Står i kilden"
DERIVED_FROM: Final = "Beregnet ud fra: {inputs}"
UNCERTAIN: Final = "Usikker læsning"
SUGGESTIONS: Final = "Spørg videre"
COPY: Final = "Kopiér svar"
DOWNLOAD_MARKDOWN: Final = "Hent Markdown"
DOWNLOAD_WORD: Final = "Hent Word"
SAVE_AND_SHARE: Final = "Hent eller del"
LINK: Final = "Kopiér link"
EDIT: Final = "Ret spørgsmålet"
TOOLS: Final = "Gem eller ret"
MODE_LLM: Final = "Formuleret af en sprogmodel ({model}) og kontrolleret mod kilderne."

# Feedback
FEEDBACK: Final = "Var svaret rigtigt?"
GOOD: Final = "Ja"
BAD: Final = "Nej"
COMMENT: Final = "Hvad var galt? (frivilligt)"
RIGHT_ANSWER: Final = "Sådan burde svaret være (frivilligt)"
SEND: Final = "Send"
PRIVACY: Final = (
    "Dine spørgsmål og svar gemmes kun i denne browser og kan slettes under Tidligere samtaler. "
    "Siden sender intet ud af denne installation."
)
PRIVACY_FEEDBACK: Final = (
    " Siger du, om et svar var rigtigt, gemmes spørgsmålet, svaret og din kommentar på serveren til evaluering, "
    "indtil en medarbejder sletter dem."
)

# History
HISTORY: Final = "Tidligere samtaler"
HISTORY_EMPTY: Final = "Her kommer dine tidligere samtaler. De gemmes kun i denne browser."
HISTORY_OPEN: Final = "Åbn"
HISTORY_DELETE: Final = "Slet"
HISTORY_DELETE_ALL: Final = "Slet alle samtaler"

# Source panel
PANEL: Final = "Kilden"
PANEL_EMPTY: Final = "Tryk på et kildenummer i et svar, så vises stedet i dokumentet her."
CLOSE: Final = "Luk kilden"
OPEN_DOCUMENT: Final = "Åbn hele dokumentet"
PREVIOUS_PAGE: Final = "Forrige side"
NEXT_PAGE: Final = "Næste side"
ZOOM_IN: Final = "Større"
ZOOM_OUT: Final = "Mindre"
PAGE_OF: Final = "Side {page} af {pages}"
QUOTE: Final = "Citatet, som det står"
IN_CONTEXT: Final = "Stedet i sin sammenhæng"
PAGE_PICTURE: Final = "Side {page} af {title}. Citatet er markeret: {quote}"
PAGE_PICTURE_PLAIN: Final = "Side {page} af {title}"
MARKED: Final = "Citatet er markeret på siden."
NOT_MARKED: Final = "Stedet kunne ikke udpeges præcist på siden. Citatet står som tekst herover."
OTHER_PAGE: Final = "Citatet står på side {page}."
NO_PICTURE: Final = "Siden kan ikke vises som billede, fordi den oprindelige fil ikke er her. Teksten står herover."
CHANGED: Final = "Dokumentet er ændret, siden svaret blev givet. Stil spørgsmålet igen for at få stedet vist."
GONE: Final = "Dokumentet er ikke længere lagt ind. Stil spørgsmålet igen."
SUMMARY_NOTE: Final = "Dette er et resumé skrevet til denne assistent. Originalen findes her: {where}"
DEMO_NOTE: Final = "Tallene i dette dokument er opdigtede (demonstration)."
OCR_NOTE: Final = "Siden er en scanning. Teksten er læst af en maskine og kan have fejl."

# Documents in use
IN_USE_ONE: Final = "Svarene bygger på ét dokument"
IN_USE: Final = "Svarene bygger på {count} dokumenter"
SUMMARIES: Final = (
    "Startdokumenterne er resuméer, skrevet til denne assistent. Læg originalerne ind under fanen Dokumenter; "
    "de afløser resuméerne."
)
SUMMARY_TAG: Final = "resumé"
DEMO_TAG: Final = "opdigtede tal"

# Errors
UNEXPECTED: Final = (
    "Der skete en fejl, som vi ikke havde ventet. Prøv igen; sker det igen, så giv den, der driver siden, besked."
)
NOT_SAVED: Final = "Det kunne ikke gemmes. Prøv igen om lidt."
SAVED: Final = "Tak. Dit svar er gemt."
UNKNOWN_DOCUMENT: Final = "Dokumentet findes ikke her."
UNKNOWN_PAGE: Final = "Siden findes ikke i dokumentet."
LOGIN_NEEDED: Final = "Log ind for at bruge siden."
FEEDBACK_FULL: Final = "Filen med tilbagemeldinger er fuld ({path}). Bed den, der driver siden, om at tømme den."
EXPORT_NOTE: Final = "Svaret er hentet fra BL-assistenten og bygger kun på de nævnte dokumenter."
API_ASK: Final = "Stil et spørgsmål, og få svaret med kilder"

# Tables
YES: Final = "ja"
NO: Final = "nej"
SOURCE: Final = "Kilde"
FOUND_ONE: Final = "1 fundet."
FOUND: Final = "{count} fundet."
FIRST_SHOWN: Final = "De første {count} vises; hent alle som CSV."
FIGURE_COLUMNS: Final = (
    *("kommune", "overskrift", "nøgletal", "forbehold", "værdi", "enhed"),
    *("periode", "sikker", "dokument", "side", "citat"),
)
COMMITMENT_COLUMNS: Final = ("periode", "tema", "aktør", "status", "tekst", "mål", "dokument", "side")
FIGURE_TABLE: Final = ("Nøgletal", "Værdi", "Periode", "Sted", "Overskrift", "Kilde")
NO_FIGURES: Final = "Ingen nøgletal passer til valget. Vælg færre begrænsninger, eller ryd søgefeltet."
NO_COMMITMENTS: Final = "Ingen mål eller løfter passer til valget. Vælg færre begrænsninger, eller ryd søgefeltet."
NO_PERIOD: Final = "Uden angivet periode"
CSV: Final = "Hent som CSV"
THEME: Final = "Tema"
ACTOR: Final = "Hvem"
SEARCH: Final = "Søg"
EVERY_THEME: Final = "Alle temaer"
EVERY_ACTOR: Final = "Alle"
SEARCH_FIGURES: Final = "Fx ungdomsboliger"
SEARCH_COMMITMENTS: Final = "Fx klima"
FIGURES_TITLE: Final = "Nøgletal"
FIGURES_LEAD: Final = (
    "Alle tal, der er læst i dokumenterne, med år, sted og kilde. Et tal, der ikke kan læses sikkert, er mærket."
)
COMPARE: Final = "Sammenlign kommuner"
COMPARE_LEAD: Final = (
    "Vælg to til fire kommuner. Kun tal med samme navn og enhed sættes over for hinanden, og kun samme år tegnes."
)
COMPARE_PLACES: Final = "Kommuner, der sammenlignes"
COMPARE_CHOOSE: Final = "Vælg mindst to kommuner."
COMPARE_NONE: Final = "De valgte kommuner har ingen nøgletal med samme navn og enhed."
COMPARE_LEFT: Final = "{count} nøgletal findes kun for én af kommunerne og er ikke vist."
COMPARE_MISSING: Final = "Ikke alle kommunerne har tallet."
COMPARE_UNCERTAIN: Final = "Et af tallene kan ikke læses sikkert."
COMPARE_YEARS: Final = "Tallene er fra forskellige år."
COMPARE_NO_YEAR: Final = "Kilden siger ikke, hvilket år tallene er fra."
COMPARE_NO_CHARTS: Final = "Intet diagram: Der er ingen af tallene, som kommunerne har fra samme år."
COMPARE_ZERO: Final = "Tallene kan ikke vises som søjler."
NO_CHART: Final = "Intet diagram:"
FROM_ZERO: Final = "skalaen begynder ved 0"
COMMITMENTS_TITLE: Final = "Mål og løfter"
COMMITMENTS_LEAD: Final = "Mål, løfter og beslutninger, som dokumenterne nævner, ordnet efter periode, med kilde."
ALL_COMMITMENTS: Final = "Alle mål og løfter"
TIMELINE: Final = "Målene fra periode til periode"
TIMELINE_LEAD: Final = "Målprogrammernes mål, ældste først. »Ligner« bygger kun på ordene; læs selv begge steder."
ALSO_BEFORE: Final = "Ligner målet i forrige periode:"
POINTS: Final = "{count} punkter under målet"
ALL_COMMITMENTS_LEAD: Final = "Vælg periode og tema, eller søg."

# Documents
DOCUMENTS_TITLE: Final = "Dokumenter"
DOCUMENTS_LEAD: Final = (
    "Svarene kommer kun herfra. Læg flere ind som PDF, Word, tekst, Markdown eller HTML, gerne mange ad gangen. "
    "Imens svarer assistenten ud fra de gamle."
)
UPLOAD: Final = "Læg dokumenter ind"
STOP: Final = "Stop indlæsningen"
STOPPED: Final = "Indlæsningen blev stoppet. De filer, der var færdige, er lagt ind."
NOT_READ: Final = "ikke lagt ind"
STEP_WAITS: Final = "venter"
STEP_READS: Final = "læses"
STEP_INDEXES: Final = "gøres søgbar"
UPLOADED: Final = "{read} af {count} filer er lagt ind."
REMOVE: Final = "Fjern"
UNDO: Final = "Fortryd"
REMOVED: Final = "»{title}« er fjernet. Du kan fortryde, indtil du fjerner et andet eller forlader siden."
PUT_BACK: Final = "»{title}« er lagt ind igen."
OPEN: Final = "Åbn"
NEWEST_TAG: Final = "nyeste udgave"
PAGES: Final = ("side", "sider")
FIGURES: Final = ("nøgletal", "nøgletal")
COMMITMENTS: Final = ("mål eller løfte", "mål og løfter")
PROBLEMS: Final = ("læseproblem", "læseproblemer")
NO_PROBLEMS: Final = "Læst uden problemer"
PROBLEMS_TITLE: Final = "Sådan blev dokumentet læst"
PROBLEMS_LEAD: Final = (
    "Det her blev rettet under læsningen eller kunne ikke læses sikkert. Et usikkert tal bruges aldrig som svar."
)
KINDS: Final = {
    "kommuneark": "Kommuneark",
    "velkomstpakke": "Velkomstpakke",
    "maalprogram": "Målprogram",
    "aarsberetning": "Årsberetning",
    "andet": "Dokument",
}

# About
ABOUT_WHAT_TITLE: Final = "Hvad siden er"
ABOUT_WHAT: Final = [
    "Siden svarer på spørgsmål om almene boliger ud fra de dokumenter, der står under Dokumenter, og intet andet.",
    "Hvert svar er sat sammen af dokumenternes egne ord og tal. Tallene i de små cirkler åbner kilden, "
    "så du kan læse stedet selv.",
    "Står svaret ikke i dokumenterne, siger siden det. Kan en kilde ikke læses sikkert, siger siden også det.",
    "Startdokumenterne er resuméer, skrevet til assistenten. De kan udelade noget; originalerne er hos BL på bl.dk.",
]
ABOUT_KEPT_TITLE: Final = "Hvad der gemmes"
ABOUT_KEPT: Final = [
    "Dine spørgsmål, svar og valg gemmes i din egen browser, til du sletter dem under Tidligere samtaler.",
    "Dokumenter, du lægger ind, gemmes på den maskine, siden kører på, og kan ses af alle, der bruger siden.",
    "Siden henter intet fra andre og sender intet til andre. Der er ingen statistik og ingen sporing.",
]
ABOUT_FEEDBACK: Final = (
    "Svarer du på »Var svaret rigtigt?«, gemmes spørgsmålet, svaret og din kommentar på maskinen, "
    "til en medarbejder sletter dem."
)
ABOUT_ACCESS_TITLE: Final = "Tilgængelighed"
ABOUT_ACCESS: Final = [
    "Siden er lavet efter WCAG 2.1 niveau AA og prøves automatisk med axe i lys og mørk udgave.",
    "Alt kan nås med tastaturet: Tab og Enter overalt, / går til spørgsmålet, og Esc lukker kilden.",
    "Nye svar læses op af skærmlæsere. Svarets art vises med ord og form, ikke kun med farve.",
    "En sides billede kan ikke læses op; citatet står som tekst over billedet, og hele dokumentet kan åbnes.",
    "Finder du en hindring, så skriv til den, der driver siden hos jer.",
]
