"""The goals of each programme period beside each other, oldest first: what stayed, what changed and what came."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from ingest.document import Commitment
from web import escape, texts
from web.answer_html import place_url
from web.tables import source_link

ALIKE = 62.0
"""Least likeness (0–100) for two goals to be shown as one that goes on; below it a goal is shown as new."""


def goals_by_period(commitments: Sequence[Commitment]) -> dict[str, list[Commitment]]:
    """The goals themselves (those that stand under no other), by period, oldest first."""
    goals = [one for one in commitments if one.parent is None and one.period and one.status == "mål"]
    return {
        period: [one for one in goals if one.period == period] for period in sorted({g.period or "" for g in goals})
    }


def kin(goal: Commitment, others: Sequence[Commitment]) -> Commitment | None:
    """The goal of the other period that it most plainly goes on from, by its words, or None."""
    scored = [(fuzz.token_set_ratio(goal.text.casefold(), other.text.casefold()), other) for other in others]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def timeline_html(commitments: Sequence[Commitment], document_texts: Mapping[str, str]) -> str:
    """One column a period."""
    periods = goals_by_period(commitments)
    if not periods:
        return ""
    columns, before = [], None
    for period, goals in periods.items():
        items = "".join(_goal(goal, commitments, before, document_texts) for goal in goals)
        columns.append(f'<li class="bl-step"><h4>{escape.text(period)}</h4><ul>{items}</ul></li>')
        before = goals
    return (
        f'<h3 class="bl-tab-title">{texts.TIMELINE}</h3><p class="bl-help">{texts.TIMELINE_LEAD}</p>'
        f'<ol class="bl-timeline">{"".join(columns)}</ol>'
    )


def _goal(
    goal: Commitment,
    commitments: Sequence[Commitment],
    before: Sequence[Commitment] | None,
    document_texts: Mapping[str, str],
) -> str:
    points = [one for one in commitments if one.parent == goal.text and one.document == goal.document]
    url = place_url(goal.document, goal.page, goal.spans, document_texts.get(goal.document, ""))
    origin = kin(goal, before) if before else None
    from_before = f'<span class="bl-kin">{texts.ALSO_BEFORE} {escape.foreign(origin.text)}</span>' if origin else ""
    below = ""
    if points:
        rows = "".join(f"<li>{escape.foreign(point.text)}</li>" for point in points)
        below = f"<details><summary>{texts.POINTS.format(count=len(points))}</summary><ul>{rows}</ul></details>"
    return (
        f'<li class="bl-goal"><span class="bl-commitment">{escape.foreign(goal.text)}</span>{from_before}{below}'
        f"{source_link(url, goal.page, goal.text)}</li>"
    )
