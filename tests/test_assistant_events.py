"""Hours, speakers and hosts of an event come from the lines that stand with its name, and from no other event."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

INVITATION = """<html><head><title>Invitation – Boligforbundet Sundet</title></head><body>
<h1>Invitation 2026</h1>
<h2>Foredrag om solceller</h2>
<p>Foredraget er for alle beboere i forbundet, og kaffen er gratis.</p>
<p>4. maj kl. 16.00 - 17.30 og 12. maj kl. 19.00</p>
<h2>Kursus i regnskab</h2>
<p>Kurset er for nye medlemmer af bestyrelsen. Birgit Holm Sørensen fortæller om nøgletal for afdelingerne.</p>
<h2>Sommerfestival</h2>
<p>Musikken med vært Ole Skov Dam trak mange til, og madboderne med vært Kirsten Lund gav alle noget i maven.</p>
<h2>Afdelingsmøde i Egelund</h2>
<p>Mødet samlede mange beboere fra hele afdelingen. Næste møde holdes den 10. september 2026 kl. 19.00 i salen.</p>
<h2>Kalender 2026</h2>
<p>3. marts: Ekstraordinær generalforsamling i Skive</p><p>21.-22. april: Dialogdage i Kolding</p>
</body></html>"""


@pytest.fixture(scope="module")
def invitation(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"invitation.html": INVITATION}))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Hvornår er foredraget om solceller?", "**4. maj kl. 16.00 - 17.30 og 12. maj kl. 19.00**"),  # both
        ("Hvad tid begynder det første foredrag om solceller?", "**4. maj kl. 16.00 - 17.30**"),  # the one asked for
        ("Hvornår er det andet foredrag?", "**12. maj kl. 19.00**"),
        ("Hvornår er aftenforedraget om solceller?", "**12. maj kl. 19.00**"),  # by the hours of the day it names
        ("When is the afternoon lecture on solar panels?", "**4. maj kl. 16.00 - 17.30**"),  # in English, too
        ("Hvornår er det næste afdelingsmøde i Egelund?", "»Næste møde holdes den 10. september"),  # by its heading
        ("Hvor holdes den ekstraordinære generalforsamling?", "**3. marts: Ekstraordinær generalforsamling i Skive**"),
        ("Hvornår er dialogdagene?", "**21.-22. april: Dialogdage i Kolding**"),  # an entry of the calendar
        ("Hvem taler på kurset om regnskab?", "»Birgit Holm Sørensen"),  # a verb of speaking beside the event's name
        ("Hvem stod for madboden på sommerfestivalen?", "**Kirsten Lund**"),  # the host of that clause
        ("Hvem var vært for musikken på sommerfestivalen?", "**Ole Skov Dam**"),
    ],
)
def test_the_lines_beside_the_event_answer(invitation: Assistant, question: str, lead: str) -> None:
    answer = invitation.ask(question)
    assert answer.answer.startswith(lead), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår er det næste afdelingsmøde i Bøgelund?",  # another place
        "Hvornår er dialogdagene i 2031?",  # another year
        "Hvornår er kurset i regnskab?",  # the lecture's dates are not the course's
        "Hvornår er foredraget om ladestandere?",  # another lecture
        "Hvem taler ved foredraget om solceller?",  # who speaks at the course does not speak there
        "Hvem stod for fyrværkeriet på sommerfestivalen?",  # no host of that
    ],
)
def test_another_event_is_refused(invitation: Assistant, question: str) -> None:
    answer = invitation.ask(question)
    assert answer.status == "not_found", answer.answer
