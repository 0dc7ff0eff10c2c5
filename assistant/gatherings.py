"""What people meet for: the words by which an event is known."""

import re

EVENT = re.compile(
    r"\w*(?:webinar|møde|kursus|kurse|konference|seminar|workshop|foredrag|arrangement|festival|træf|temadag|"
    r"temaaften|generalforsamling|høring|messe|dialogdag|boligdage)(?:s|n|r|t|e|et|en|er|erne|ene|ne|ets|ens|rne)?",
    re.IGNORECASE,
)
"""At another event the date, the place and the speakers are others."""
HAPPENS = re.compile(
    r"(?:morgen|formiddag|frokost|middag|eftermiddag|aften)(?:en|s?tid(?:en)?)?|"
    r"(?:begynd|start|slut|afhold|afvikl|foregå|hold|stabl)\w*|deltage?(?: i)?|være med|"
    r"finde[rs]? sted|dato\w*|dag(?:en)?|kalender\w*|tilmeld\w*",
    re.IGNORECASE,
)
"""Words that say of any event that it takes place."""
