"""The first screen, the list of earlier conversations and the empty source panel, as HTML."""

from collections.abc import Sequence

from index.evidence import DocumentEntry, Snapshot
from web import answer_html, escape, texts
from web.conversation import Earlier

PANEL = (
    f'<aside id="bl-panel" aria-label="{texts.PANEL}" tabindex="-1">'
    f'<div class="bl-panel-bar"><h2 class="bl-small">{texts.PANEL}</h2>'
    f'<button type="button" data-act="close-panel" aria-label="{texts.CLOSE}">'
    f"✕ <span>{texts.CLOSE}</span></button></div>"
    f'<div id="bl-panel-body"><p class="bl-help">{texts.PANEL_EMPTY}</p></div></aside>'
)


def hero_html(snapshot: Snapshot) -> str:
    """What the page is."""
    lead = texts.LEAD if snapshot.documents else texts.NO_DOCUMENTS
    return f'<div class="bl-hero"><h2>{texts.HEADLINE}</h2><p class="bl-lead">{lead}</p></div>'


def start_html(snapshot: Snapshot, examples: Sequence[str]) -> str:
    """What can be asked, and what the answers come from."""
    if not snapshot.documents:
        return ""
    buttons = "".join(answer_html.ask_button(question) for question in examples)
    shown = f'<div class="bl-suggestions"><h2 class="bl-small">{texts.EXAMPLES}</h2>{buttons}</div>' if buttons else ""
    summaries = any(entry.info.summary_of for entry in snapshot.documents)
    count = len(snapshot.documents)
    in_use = texts.IN_USE_ONE if count == 1 else texts.IN_USE.format(count=count)
    return (
        f'{shown}<details class="bl-in-use"><summary>{in_use}</summary>'
        f"<ul>{''.join(_entry(entry) for entry in snapshot.documents)}</ul></details>"
        + (f'<p class="bl-help">{texts.SUMMARIES}</p>' if summaries else "")
    )


def _entry(entry: DocumentEntry) -> str:
    info = entry.info
    tags = [tag for tag, yes in ((texts.SUMMARY_TAG, info.summary_of), (texts.DEMO_TAG, info.demo)) if yes]
    facts = [part for part in (info.municipality, info.period) if part]
    return (
        f"<li>{escape.foreign(info.title)} <span class='bl-help'>{escape.text(' · '.join([*facts, *tags]))}</span></li>"
    )


def history_html(earlier: Earlier, *, opened: bool = False) -> str:
    """Earlier conversations by their first question, each to open or delete."""
    if earlier:
        talks = (_conversation(position, str(talk[0]["question"]), len(talk)) for position, talk in enumerate(earlier))
        inside = (
            f'<ul class="bl-history-list">{"".join(talks)}</ul>'
            f'<button type="button" data-history="delete-all" data-position="0">{texts.HISTORY_DELETE_ALL}</button>'
        )
    else:
        inside = f'<p class="bl-help" role="status">{texts.HISTORY_EMPTY}</p>'
    return f'<details class="bl-in-use"{" open" if opened else ""}><summary>{texts.HISTORY}</summary>{inside}</details>'


def _conversation(position: int, question: str, turns: int) -> str:
    shown = question if len(question) <= 80 else f"{question[:80]}…"
    more = f' <span class="bl-help">({turns} spørgsmål)</span>' if turns > 1 else ""
    named = escape.text(shown)
    return (
        f'<li><button type="button" data-history="open" data-position="{position}">'
        f'<span class="bl-sr">{texts.HISTORY_OPEN}: </span>'
        f"{escape.foreign(shown)}</button>{more}"
        f'<button type="button" data-history="delete" data-position="{position}" '
        f'aria-label="{texts.HISTORY_DELETE}: {named}">'
        f"{texts.HISTORY_DELETE}</button></li>"
    )
