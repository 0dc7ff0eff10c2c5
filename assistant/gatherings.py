"""What people meet for: the words by which an event is known."""

import re

EVENT = re.compile(
    r"\w*(?:webinar|møde|kursus|kurse|konference|seminar|workshop|foredrag|arrangement|festival|træf|temadag|"
    r"temaaften|generalforsamling|høring|messe|dialogdag|boligdage)(?:s|n|r|t|e|et|en|er|erne|ene|ne|ets|ens|rne)?",
    re.IGNORECASE,
)
"""At another event the date, the place and the speakers are others."""
