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
_SPEAKERS = re.compile(
    r"\bhvem\b.{0,20}\b(?:oplæg\w*|tal(?:er|te|ere|erne)|medvirke\w*|undervis\w*|optræde\w*|på scenen)\b", re.IGNORECASE
)


def at_the_event(part: str, before: str) -> str:
    """A part that asks who speaks, with the event that the parts before it named: at another one others speak."""
    event = next((word for word in re.findall(r"\w+", before) if EVENT.fullmatch(word)), None)
    if event is None or EVENT.search(part) or not _SPEAKERS.search(part):
        return part
    return f"{part.rstrip(' ?.')} på {event}?"
