"""Danish wording of the staff tab."""

from typing import Final

TITLE: Final = "Evaluering"
LEAD: Final = "Kør et sæt spørgsmål med kendte svar, se hvad der er galt og hvorfor, og hvad der er blevet bedre."
SET: Final = "Sæt"
UPLOAD: Final = "Eget sæt (.csv fra et regneark, eller .jsonl)"
TEMPLATE: Final = "Hent skabelon"
JUDGED: Final = "Lad også sprogmodellen bedømme svarene, i en kolonne for sig"
RUN: Final = "Kør sættet"
STOP: Final = "Stop"
PROGRESS: Final = "{done} af {total} besvaret, {right} rigtige"
STOPPED: Final = "Stoppet efter {done} af {total}. Kør sættet igen for at fortsætte."
FAILED: Final = "Kørslen kunne ikke gennemføres: {error}"
CHOOSE_SET: Final = "Vælg et sæt først."
ACCEPTED: Final = "{name}: {count} spørgsmål er klar."
RESULT: Final = "Resultat"
RUNS: Final = "Kørsel"
RUN_LABEL: Final = r" · \3.\2.\1 kl. \4.\5 (UTC)"
"""Made of the digits at the end of a run's file name."""
DONE: Final = (
    "{right} af {cases} rigtige · {share} (95 %: {low} – {high}) · {false} falske svar · midterste svartid {time} ms"
)
ALL_RIGHT: Final = "Alle svar er rigtige."
WRONG_HEADER: Final = ("id", "slags", "spørgsmål", "hvorfor")
OPEN_CASE: Final = "Åbn et spørgsmål ved siden af dets kilder"
COMPARE_WITH: Final = "Sammenlign med en tidligere kørsel"
REPORT, CSV, JSON = "Hent rapport (HTML)", "Hent tabel (CSV)", "Hent kørsel (JSON)"
NO_RUN: Final = "Ingen kørsel endnu."
DRAFTS: Final = "Fra brugen"
DRAFTS_LEAD: Final = (
    "Svar, som læsere har sagt er forkerte, eller som de har foreslået et bedre til. Gør dem til spørgsmål i et sæt."
)
NO_DRAFTS: Final = "Ingen nye tilbagemeldinger."
DRAFT: Final = "Tilbagemelding"
DRAFT_MUST: Final = "Svaret skal nævne ( & mellem det, der alt skal med; | mellem lige gode ord)"
DRAFT_ANSWERABLE: Final = "Dokumenterne kan svare på det"
BY: Final = "Hvem ændrer"
WHY: Final = "Hvorfor"
INTO: Final = "Føj til sættet (navn)"
ADD: Final = "Føj til sæt"
ADDED: Final = "Føjet til {name}. Hvem, hvornår og hvorfor er gemt."
BAD_NAME: Final = "Skriv et navn på sættet med bogstaver, tal og bindestreg."
