"""Danish wording of the eval room: file errors, names of scores and steps."""

KIND_NAMES = {
    "figure": "tal", "person": "person", "date": "dato", "fact": "oplysning", "table": "tabel", "sum": "sum",
    "compare": "sammenligning", "ambiguous": "tvetydig kilde", "goal": "mål", "commitment": "løfte",
    "timeline": "udvikling", "collaboration": "samarbejde", "definition": "begreb", "explain": "forklaring",
    "list": "liste", "followup": "opfølgning", "typo": "slåfejl", "english": "engelsk",
    "false_premise": "forkert forudsætning", "injection": "indskudt ordre", "unanswerable": "uden svar i kilderne",
}  # fmt: skip

KINDS = tuple(KIND_NAMES)

FILE_MISSING = "Filen {path} findes ikke. Kontrollér stien."
FILE_UNREADABLE = "Filen {path} kan ikke læses ({reason}). Kontrollér rettigheder, og prøv igen."
FILE_TOO_LARGE = "Filen {path} fylder {size} MB; grænsen er {limit} MB. Del den i flere."
FILE_EMPTY = "Filen {path} er tom. Skriv mindst ét spørgsmål i den."
FILE_UTF16 = "Filen {path} er gemt i tegnsættet UTF-16 (“Unicode”) og ikke UTF-8. Gem den igen: {how}."
SAVE_CSV = "vælg “CSV UTF-8” i Excel, eller tegnsættet UTF-8 i LibreOffice"
SAVE_TEXT = "vælg kodningen UTF-8, når du gemmer, fx i Notesblok under Gem som"
FILE_SPREADSHEET = "Filen {path} er et regneark, ikke tekst. Vælg Gem som → CSV i regnearket, og brug den fil."
FILE_BINARY = "Filen {path} er ikke en tekstfil. Brug CSV eller JSON Lines (.jsonl)."
FILE_SUFFIX = "Filen {path} har en ukendt endelse. Et sæt er .jsonl eller .csv."
FILE_PROBLEMS = "Filen {path} har {count}, så intet er kørt. Ret {it}, og prøv igen:\n{lines}"
FILE_MORE = "… og {count} til."

LINE = "linje {line}: {what}"
LINE_FIELD = "linje {line}, kolonne {field}: {what}"

NOT_JSON = "er ikke gyldig JSON ({reason})"
BAD_NUMBER = "NaN, uendelig eller et tal med for mange cifre"
NOT_OBJECT = "skal være et JSON-objekt i krøllede parenteser"
TOO_DEEP = "er for dybt indlejret"
DOUBLE_KEY = "feltet står to gange"
MISSING = "mangler"
EMPTY = "er tom"
NOT_TEXT = "skal være tekst"
NOT_ID = "skal være tekst eller et helt tal"
NOT_BOOL = "skal være sand eller falsk (true/false, ja/nej)"
NOT_PAGE = "skal være et helt tal på mindst 1"
NOT_TEXTS = "skal være en liste af ikke-tomme tekster"
NOT_GROUPS = "skal være grupper af alternativer, ingen tomme: [[“a”, “b”], [“c”]] eller i CSV a | b & c"
NOT_HISTORY = "skal være tidligere spørgsmål: [{“question”: “…”}]"
NOT_FIGURES = "skal være tal: [{“value”: “3372”, “unit”: “boliger”, “period”: “2025”, “municipality”: “…”}]"
UNKNOWN_KIND = "ukendt slags “{value}”; kendte er {kinds}"
KIND_ANSWERABLE = "skal være falsk, når kind er unanswerable"
DOUBLE_ID = "id “{value}” står også på linje {line}"
NEAR_COLUMN = "ukendt kolonne; mente du {near}?"
DOUBLE_COLUMN = "kolonnen står to gange"
NO_COLUMNS = "kolonnerne {names} mangler i første linje"
ONE_COLUMN = "kolonnen {names} mangler i første linje"
NO_CASES = "ingen spørgsmål efter første linje"
ROW_LONG = "har {got} felter, men der er {want} kolonner (mangler der anførselstegn om et felt?)"
CSV_BROKEN = "kan ikke deles i felter ({reason})"
QUOTE_OPEN = "et anførselstegn begynder et felt, som ikke slutter"
QUOTE_INSIDE = "et anførselstegn står midt i et felt; skriv det to gange"
FIELD_HUGE = "et felt er for langt"
FORMULA = "begynder med “=” og ville være en formel i et regneark; skriv ' foran, hvis teksten skal begynde sådan"
SHEET_ERROR = "“{value}” er regnearkets fejl eller en for smal kolonne, ikke en tekst; ret cellen, og gem igen"
GARBLED = "“{value}”: æ, ø og å er gået i stykker; gem filen igen fra regnearket med tegnsættet UTF-8"
SEPARATOR = "“{value}” indeholder et skilletegn ( & , | eller > ) og kan ikke stå i CSV; gem sættet som .jsonl"

NOT_WRITTEN = "Kan ikke skrive {path} ({reason}). Frigør plads, eller vælg en anden mappe, og prøv igen."
NOT_A_RUN = "Filen {path} er ikke en kørsel, som dette program har skrevet. Vælg en fil fra eval run."

UNKNOWN_LIMIT = "Grænsen “{part}” kendes ikke. Skriv fx right=0.95,false_answers=0; mulige navne: {known}."
LIMIT_NO_NUMBER = (
    "Grænsen {name}={number} er ikke et gyldigt tal. Andele skrives med punktum mellem 0 og 1, fx right=0.95."
)
LIMIT_NOT_MEASURED = "{name} kunne ikke måles i dette sæt (grænse {limit})."
LIMIT_OVER = "{name} er {value}, over grænsen {limit}."
LIMIT_UNDER = "{name} er {value}, under grænsen {limit}."

SCORE_NAMES = {
    "right": "rigtige svar",
    "page_right": "rigtig side",
    "section_right": "rigtigt afsnit",
    "quotes_found": "ventede citater fundet",
    "figures_exact": "tal helt rigtige",
    "list_complete": "lister fuldstændige",
    "citation_precision": "citater, der belægger",
    "citation_recall": "udsagn med kilde",
    "verbatim": "ordrette citater",
    "unsupported_numbers": "tal uden belæg",
    "unsupported_names": "navne uden belæg",
    "false_answer": "falske svar",
    "refusal_precision": "afvisninger, der var rigtige",
    "refusal_recall": "ubesvarlige, der blev afvist",
    "answer_length": "tegn i svaret",
    "recall@5": "kilden blandt de 5 første",
    "recall@10": "kilden blandt de 10 første",
    "mrr@10": "kildens plads (MRR)",
    "ndcg@10": "rangfølge (nDCG)",
}
STEP_NAMES = {
    "not_read": "ikke læst",
    "not_found": "ikke fundet",
    "not_chosen": "fundet, men ikke valgt",
    "composed": "sat forkert sammen",
    "refused": "afvist med urette",
    "not_refused": "svarede, men skulle afvise",
}
PART_NAMES = {
    "status": "status", "must": "noget mangler", "must_not": "noget forkert er med", "docs": "forkert dokument",
    "length": "for langt", "verbatim": "citat ikke ordret",
}  # fmt: skip
STATUS_NAMES = {
    "answered": "besvaret", "partial": "delvist", "not_found": "ikke i dokumenterne", "unclear_source": "uklar kilde",
}  # fmt: skip

JUDGE = "dommer"
JUDGE_COLUMNS = ("dommer", "dommerens grund")
JUDGE_WORDS = {True: "rigtigt", False: "forkert", None: "ingen dom"}
JUDGE_FILTER = {"agrees": "dommeren er enig", "differs": "dommeren er uenig", "none": "ingen dom"}
ALL_JUDGED = "enig eller uenig med dommeren"
JUDGE_LINE = (
    "dommer ({model}), uden for alle mål: {right} af {count} bedømte svar er rigtige;"
    " enig med “rigtige svar” i {agrees}."
)
JUDGE_NONE = "{none} svar er uden dom."
JUDGE_SILENT = "dommer ({model}): ingen dom over {none} svar. Se, om sprogmodellen kører."
JUDGE_GAVE_UP = "Dommeren svarede ikke flere gange i træk og blev ikke spurgt igen."
JUDGE_UNCLEAR = "Dommeren sagde hverken RIGTIGT eller FORKERT: {said}"
JUDGE_NEEDS_ENDPOINT = "--judge skal have en sprogmodel: sæt BL_LLM_URL og BL_LLM_MODEL, eller kør uden --judge."

SUMMARY_HEAD = "{name}: {right} af {cases} rigtige ({share}, 95 %: {low}–{high})"
SUMMARY_TIME = "svartid: halvdelen under {p50} ms, 95 % under {p95} ms"
SUMMARY_FALSE = "falske svar på spørgsmål uden svar i kilderne: {count}"
SUMMARY_WRONG = "forkerte:"
STOPPED = "Kørslen blev stoppet efter {done} af {all}. Kør samme kommando igen for at fortsætte."

NOTHING_SHARED = "De to kørsler har ingen spørgsmål til fælles."
OTHER_EXPECTATIONS = "Nogle spørgsmål eller ventede svar er ændret mellem kørslerne."
OTHER_CORPUS = "Dokumenter er skiftet mellem kørslerne: {documents}. Se de ventede svar efter i: {ids}."
REPLACED = "Siden sidste kørsel er dokumenter skiftet: {documents}. Se de ventede svar efter i: {ids}."
UNFINISHED = "Mindst én af kørslerne blev ikke færdig."

COMPARE_HEAD = "{before} → {after} rigtige af {cases}: {fixed} rettet, {broken} ødelagt (McNemar p = {p})"
COMPARE_NOISE = "Forskellen kan være tilfældig."
COMPARE_REAL = "Forskellen er næppe tilfældig."
FIXED, BROKEN, STILL_WRONG, CHANGED = "Rettet", "Ødelagt", "Stadig forkert", "Ændrede svar"
ALONE = "Kun i den ene kørsel: {ids}"
BEFORE, AFTER = "før", "efter"

REPORT_TITLE = "Evaluering"
REPORT_ABOUT = "{cases} spørgsmål · begyndt {started} · færdig {finished} · svar: {model}"
REPORT_EMPTY = "Kørslen blev stoppet, før noget var besvaret."
REPORT_STOPPED = "stoppet undervejs"
CARD_FALSE, CARD_FALSE_NOTE = "falske svar", "hvor dokumenterne intet siger"
CARD_TIME = "svartid, midterste"
PLOT_KINDS = "Rigtige svar efter slags, med 95 %-interval"
PLOT_FOUND = "Blev kilden fundet, men ikke sagt?"
PLOT_TIME = "Svartid"
FOUND, NOT_FOUND = "kilden blev fundet", "kilden blev ikke fundet"
SAID_RIGHT, SAID_REFUSED, SAID_WRONG = "rigtigt svar", "afvist", "forkert svar"
ALL_SCORES, COLUMN_SCORE, COLUMN_VALUE, COLUMN_CASES = "Alle mål", "mål", "værdi", "spørgsmål"
CASES, SEARCH = "Spørgsmålene", "Søg i spørgsmål, svar og kilder"
ALL_VERDICTS, WRONG, RIGHT = "rigtige og forkerte", "forkert", "rigtigt"
ALL_KINDS, ALL_STEPS = "alle slags", "alle trin"
EXPECTED, ANSWER, HISTORY, CITATIONS, NO_CITATIONS = "Ventet", "Svar", "Tidligere spørgsmål", "Kilder", "ingen"
MUST, MUST_NOT, DOCS = "skal nævne {what}", "må ikke nævne “{what}”", "fra {what}"
MUST_REFUSE, EVIDENCE, PAGE = "skal afvises: dokumenterne siger det ikke", "står som “{what}”", "på side {what}"
MEASURED_ON, SET_HASH, CORPUS_HASH, COMMIT = "Målt på", "sæt (sha256)", "dokumenter (sha256)", "kode"
DOCUMENTS, SETTINGS, VERSIONS = "dokumenter", "indstillinger", "pakker"

YES, NO = "ja", "nej"
COMPARE_TITLE = "Sammenligning"
KIND_COLUMN, CASES_COLUMN, P_COLUMN = "slags", "spørgsmål", "p"
NOTHING_CHANGED = "Ingen svar er ændret."
RESULT_COLUMNS = (
    "id", "slags", "spørgsmål", "tidligere spørgsmål", "rigtigt", "trin", "hvorfor", "status", "svar", "kilder", "ms",
)  # fmt: skip

DRAFT_NOTE = "Forslag: læs det igennem, og ret det ventede svar."
ASK_COUNT = "Hvor mange {label} er der i {place}?"
ASK_COUNT_GROUP = "Hvor mange {label} er der i {place} under “{group}”?"
ASK_STARTED = "Hvor mange {label} blev der sat i gang i {place} i {period}?"
ASK_PART = "Hvor stor en andel {label}?"
ASK_OF_AGE = "Hvor mange {whole} er {age}?"
ASK_OF_SIZE = "Hvad er {measure} for boliger på {size}?"
ACCORDING_TO = " ifølge {title}"
IN_YEAR = " i {year}"
ASK_GOALS = "Hvilke mål har {actor} sat for {period}?"
ASK_POINTS = "Hvad vil {actor} gøre under målet “{goal}” i {period}?"
ASK_HEADING = "Hvad vil {actor} arbejde for under overskriften “{goal}” i {title}?"
ASK_LISTED = "Hvilke punkter nævner {title} under “{goal}”?"
ASK_ISSUES = "Hvilke mærkesager nævner {title}?"
UNCLEAR_WORDS = ("uklar", "usikker", "ikke læses", "ikke med sikkerhed", "ikke sikkert", "kan ikke læse")
FROM_USE = "Fra brugen. {comment}"
SHOULD_BE = "Sådan burde svaret være: {text}"
NEEDS_WHO = "Skriv, hvem der ændrer, og hvorfor: det gemmes sammen med ændringen."
NOT_JSONL = "{path} er ikke .jsonl. Gem sættet som .jsonl for at føje spørgsmål til det."
UNKNOWN_DOCUMENT = "Intet dokument hedder »{id}«. Der er: {known}."
NOTHING_TO_SUGGEST = "»{id}« har ingen nøgletal, mål eller løfter at stille spørgsmål om."

RUN_GOING_ON = "En kørsel af “{name}” er i gang. Vent, til den er færdig, eller stop den."
