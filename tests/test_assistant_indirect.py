"""A question as a clause, for the sentence that says it is not in the documents: questions of all forms."""

import pytest

from assistant.compose.indirect import indirect

_ROWS = [
    ("Har BL tænkt sig at bygge i Aalborg?", "om BL har tænkt sig at bygge i Aalborg"),  # yes or no
    ("Hvad har BL gjort for insekterne?", "hvad BL har gjort for insekterne"),  # the subject first
    (
        "Hvad har BL og kommunerne brug for at aftale?",
        "hvad BL og kommunerne har brug for at aftale",
    ),  # the subject first
    (
        "Hvor mange år går der, før renoveringen er færdig?",
        "hvor mange år der går, før renoveringen er færdig",
    ),  # what is asked for does it
    ("Hvem er parterne bag helhedsplanen?", "hvem parterne bag helhedsplanen er"),  # who stands behind the verb
    ("Hvem er formand for NBO?", "hvem der er formand for NBO"),  # who does it
    ("Hvem havde ideen til Vi Samles?", "hvem der havde ideen til Vi Samles"),  # who does it
    (
        "Hvor mange unge fik hjælp af værkstedet?",
        "hvor mange unge der fik hjælp af værkstedet",
    ),  # who is counted gets it
    ("Hvor mange stemmer fik de to andre?", "hvor mange stemmer de to andre fik"),  # who gets what is counted
    ("Er ventelisten i Faxe på over fem år?", "om ventelisten i Faxe er på over fem år"),  # a place within the subject
    ("Hvor mange enlige er der i Faxe?", "hvor mange enlige der er i Faxe"),  # there is, once
    ("Hvor mange enlige er i Faxe?", "hvor mange enlige der er i Faxe"),  # what is asked for does it
    ("Hvor mange boliger er der i Faxe?", "hvor mange boliger der er i Faxe"),  # there is, once
    ("Hvor mange boliger har Faxe?", "hvor mange boliger Faxe har"),  # the subject first
    ("Hvor mange penge har BL brugt på videoer?", "hvor mange penge BL har brugt på videoer"),  # the subject first
    ("Hvor mange har deltaget i festivalen?", "hvor mange der har deltaget i festivalen"),  # what is asked for does it
    ("Hvor mange deltog i mødet i Odense?", "hvor mange der deltog i mødet i Odense"),  # what is asked for does it
    (
        "Hvor mange boliger blev bygget i 2019?",
        "hvor mange boliger der blev bygget i 2019",
    ),  # what is asked for does it
    ("Hvor mange boliger bliver der bygget i 2030?", "hvor mange boliger der bliver bygget i 2030"),  # there is, once
    (
        "Hvor mange kvinder sidder i bestyrelsen?",
        "hvor mange kvinder der sidder i bestyrelsen",
    ),  # what is asked for does it
    ("Hvor meget koster en ungdomsbolig?", "hvor meget en ungdomsbolig koster"),  # the subject first
    ("Hvor meget tjener direktøren om året?", "hvor meget direktøren tjener om året"),  # the subject first
    ("Hvad koster det at leje en bolig?", "hvad det koster at leje en bolig"),  # the subject first
    ("Hvad koster en elevator?", "hvad en elevator koster"),  # the subject first
    ("Hvad hedder borgmesteren i Faxe?", "hvad borgmesteren i Faxe hedder"),  # the subject first
    ("Hvad mener BL om atomkraft?", "hvad BL mener om atomkraft"),  # the subject first
    ("Hvad siger BL om parkering?", "hvad BL siger om parkering"),  # the subject first
    ("Hvornår blev BL stiftet?", "hvornår BL blev stiftet"),  # the verb after its subject
    ("Hvad er Faxe Kommunes klimaplan?", "hvad Faxe Kommunes klimaplan er"),  # a name of two words owns it
    ("Hvad koster Faxe Kommunes nye rådhus?", "hvad Faxe Kommunes nye rådhus koster"),  # and a new one
    ("Hvornår blev de næste vedtaget?", "hvornår de næste blev vedtaget"),  # no noun behind the article
    (
        "Hvornår blev reglerne for leje i byen ændret?",
        "hvornår reglerne for leje i byen blev ændret",
    ),  # before what is done
    (
        "Hvem holder kurset, som nye ledere er inviteret til?",
        "hvem der holder kurset, som nye ledere er inviteret til",
    ),  # who does it, and a clause behind
    ("Hvornår er næste møde?", None),  # not turned safely
    ("Hvornår skal mødet holdes?", "hvornår mødet skal holdes"),  # the verb after its subject
    ("Hvornår holder BL kongres?", "hvornår BL holder kongres"),  # the verb after its subject
    ("Hvor ligger BL's kontor?", "hvor BL's kontor ligger"),  # the subject first
    ("Hvorfor gik Palle Adamsen af?", "hvorfor Palle Adamsen gik af"),  # the verb after its subject
    ("Hvorfor steg huslejen i Kalundborg?", "hvorfor huslejen steg i Kalundborg"),  # the verb after its subject
    ("Hvorfor er huslejen høj?", "hvorfor huslejen er høj"),  # the verb after its subject
    ("Hvorfor har BL fyret direktøren?", "hvorfor BL har fyret direktøren"),  # the verb after its subject
    ("Hvorfor vil BL bygge højhuse?", "hvorfor BL vil bygge højhuse"),  # the verb after its subject
    (
        "Hvordan kan kommunen løse trafikproblemer?",
        "hvordan kommunen kan løse trafikproblemer",
    ),  # the verb after its subject
    ("Hvordan vil BL arbejde med støj?", "hvordan BL vil arbejde med støj"),  # the verb after its subject
    ("Hvordan får man hund?", "hvordan man får hund"),  # the verb after its subject
    ("Må kommunen bestemme huslejen?", "om kommunen må bestemme huslejen"),  # yes or no
    ("Kan beboerne smide bestyrelsen ud?", "om beboerne kan smide bestyrelsen ud"),  # yes or no
    ("Skal lejerne betale for elevatoren?", "om lejerne skal betale for elevatoren"),  # yes or no
    ("Vil BL bygge atomkraftværker?", "om BL vil bygge atomkraftværker"),  # yes or no
    ("Er der svømmehal i Kalundborg?", "om der er svømmehal i Kalundborg"),  # yes or no
    ("Er der nogen, der har klaget?", "om der er nogen, der har klaget"),  # yes or no
    ("Er formanden gift?", "om formanden er gift"),  # yes or no
    ("Var der mange klager i 2023?", "om der var mange klager i 2023"),  # yes or no
    ("Bor der flygtninge i Kalundborg?", "om der bor flygtninge i Kalundborg"),  # yes or no
    ("Findes der en liste over ventetider?", "om der findes en liste over ventetider"),  # yes or no
    ("Får beboerne rabat på strøm?", "om beboerne får rabat på strøm"),  # yes or no
    ("Har Kalundborg en svømmehal?", "om Kalundborg har en svømmehal"),  # yes or no
    ("Har de hund i Valbyholm?", "om de har hund i Valbyholm"),  # yes or no
    ("Hvilke partier stemte for aftalen?", "hvilke partier der stemte for aftalen"),  # what is asked for does it
    ("Hvilken avis skrev om sagen?", "hvilken avis der skrev om sagen"),  # what is asked for does it
    ("Hvilke krav stiller BL til vinduer?", "hvilke krav BL stiller til vinduer"),  # the subject first
    ("Hvem ejer Al2bolig?", "hvem der ejer Al2bolig"),  # who does it
    ("Hvem har tegnet huset?", "hvem der har tegnet huset"),  # who does it
    ("Hvem vandt valget i 1998?", "hvem der vandt valget i 1998"),  # who does it
    ("Hvem skal betale for det?", "hvem der skal betale for det"),  # who does it
    (
        "Hvem vil BL samarbejde med om atomkraft?",
        "hvem BL vil samarbejde med om atomkraft",
    ),  # who stands behind the verb
    ("Hvem kan jeg ringe til?", "hvem jeg kan ringe til"),  # who stands behind the verb
    ("Hvor gammel er formanden?", "hvor gammel formanden er"),  # the subject first
    ("Hvor høj er huslejen i Odense?", "hvor høj huslejen er i Odense"),  # the subject first
    ("Hvad er huslejen i Odense?", "hvad huslejen er i Odense"),  # the subject first
    (
        "Hvad er fraflytningsprocenten i Herning i 2019?",
        "hvad fraflytningsprocenten er i Herning i 2019",
    ),  # the subject first
    ("Blev forslaget vedtaget?", "om forslaget blev vedtaget"),  # yes or no
    ("Hvad ville BL gøre ved støj i 2020?", "hvad BL ville gøre ved støj i 2020"),  # the subject first
    ("Hvad skal BL bruge pengene til?", "hvad BL skal bruge pengene til"),  # the subject first
    ("Hvad vil BL?", "hvad BL vil"),  # the subject first
    ("Hvad har kostet mest?", None),  # not turned safely
    ("Hvad er opnået i 2022?", None),  # not turned safely
    ("Hvad er blevet af planen?", None),  # not turned safely
    ("Hvorfor trak Palle Adamsen sig?", None),  # not turned safely
    ("Hvem har ansvaret for skolerne i Kalundborg?", "hvem der har ansvaret for skolerne i Kalundborg"),  # who does it
    (
        "Hvor mange penge giver kommunen til styringsdialogen?",
        "hvor mange penge kommunen giver til styringsdialogen",
    ),  # the subject first
    (
        "Hvad får borgerne ud af, at bibliotekerne flytter?",
        "hvad borgerne får ud af, at bibliotekerne flytter",
    ),  # the subject first
    ("Hvor mange unge har fået job i Faxe?", "hvor mange unge der har fået job i Faxe"),  # what is asked for does it
    ("Hvilken kommune har flest hunde?", None),  # not turned safely
    ("Hvilket parti er Allan Werge medlem af?", "hvilket parti Allan Werge er medlem af"),  # the subject first
    ("Hvornår er webinaret i Odense?", None),  # not turned safely
    ("Hvornår er konferencen slut?", "hvornår konferencen er slut"),  # the verb after its subject
    ("Har I telefonnummeret til BL?", None),  # who answers is not asked about
    ("Hvad er jeres mailadresse?", "hvad jeres mailadresse er"),  # the subject first
    ("Hvor langt er der til Aarhus?", "hvor langt der er til Aarhus"),  # there is, once
    ("Hvem sidder i bestyrelsen?", "hvem der sidder i bestyrelsen"),  # who does it
    ("Hvem bor i Valbyholm?", "hvem der bor i Valbyholm"),  # who does it
    ("Hvad har Landsbyggefonden givet til Vejle?", "hvad Landsbyggefonden har givet til Vejle"),  # the subject first
    (
        "Hvor meget har priserne ændret sig siden 2010?",
        "hvor meget priserne har ændret sig siden 2010",
    ),  # the subject first
    ("Hvor meget er huslejen steget i Herning?", "hvor meget huslejen er steget i Herning"),  # the subject first
    ("Kan man holde hund i en almen bolig?", "om man kan holde hund i en almen bolig"),  # yes or no
    ("Skal man betale indskud?", "om man skal betale indskud"),  # yes or no
    ("Er almene boliger dyrere end private?", None),  # not turned safely
    ("Var Bent Madsen formand i 2010?", "om Bent Madsen var formand i 2010"),  # yes or no
    ("Hvad blev der aftalt i 2019?", "hvad der blev aftalt i 2019"),  # there was, once
    ("Hvor mange ansatte har BL?", "hvor mange ansatte BL har"),  # the subject first
    (
        "Hvor mange personer blev talt som hjemløse i 2022?",
        "hvor mange personer der blev talt som hjemløse i 2022",
    ),  # what is asked for does it
    ("Hvem var de to andre kandidater?", None),  # not turned safely
    (
        "Hvor mange gæster havde hele Folkemødet i 2022?",
        "hvor mange gæster hele Folkemødet havde i 2022",
    ),  # the subject first
    (
        "Hvor mange stemmer fik Palle Adamsen, da han blev formand?",
        "hvor mange stemmer Palle Adamsen fik, da han blev formand",
    ),  # the subject first
    ("Hvilken dato blev Almene mål 2022-2024 vedtaget?", None),  # not turned safely
    (
        "Hvor mange står skrevet op til en bolig?",
        "hvor mange der står skrevet op til en bolig",
    ),  # what is asked for does it
    ("Hvad siger Almene mål 2028-2030 om klima?", "hvad Almene mål 2028-2030 siger om klima"),  # the subject first
]


@pytest.mark.parametrize(("question", "clause"), _ROWS)
def test_the_clause_is_the_one_a_dane_would_write(question: str, clause: str | None) -> None:
    assert indirect(question) == clause
