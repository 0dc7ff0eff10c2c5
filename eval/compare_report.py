"""Two runs side by side, as text for a terminal and as one HTML page that opens without a network."""

from collections.abc import Sequence
from html import escape

from eval import texts
from eval.compare import Comparison, Pair, Tally
from eval.report import page, said, why_wrong
from eval.result import CaseResult

CHANCE = 0.05


def comparison_text(found: Comparison) -> str:
    """The verdict first, then each case that changed, by id."""
    lines = [headline(found), *found.cautions, ""]
    for kind, tally in found.kinds.items():
        name = texts.KIND_NAMES[kind]
        lines.append(f"  {name:<24}{tally.right_before} → {tally.right_after} af {tally.cases}")
    for title, pairs in groups(found):
        lines += ["", f"{title} ({len(pairs)}):"]
        lines += [f"  {after.case.id}: {after.case.question}  {why_wrong(after)}".rstrip() for _, after in pairs]
    if found.alone:
        lines += ["", texts.ALONE.format(ids=", ".join(found.alone))]
    return "\n".join(lines)


def headline(found: Comparison) -> str:
    """One line: from how many to how many right, and whether chance explains it."""
    total = found.total
    told = texts.COMPARE_HEAD.format(
        before=total.right_before,
        after=total.right_after,
        cases=total.cases,
        fixed=total.fixed,
        broken=total.broken,
        p=f"{total.p_value:.3f}".replace(".", ","),
    )
    if not total.fixed + total.broken:
        return told
    return f"{told}. {texts.COMPARE_REAL if total.p_value < CHANCE else texts.COMPARE_NOISE}"


def comparison_html(found: Comparison, before: str, after: str) -> str:
    """The page; `before` and `after` name the two runs. Every text is escaped."""
    title = f"{texts.COMPARE_TITLE}: {before} → {after}"
    parts = [f"<h1>{escape(title)}</h1><p>{escape(headline(found))}</p>"]
    parts += [f"<p class=bad>{escape(caution)}</p>" for caution in found.cautions]
    parts.append(_kinds(found.kinds))
    for name, pairs in groups(found):
        parts.append(f"<h2>{escape(name)} ({len(pairs)})</h2>" + "".join(_pair(pair) for pair in pairs))
    if not found.changed:
        parts.append(f"<p>{escape(texts.NOTHING_CHANGED)}</p>")
    if found.alone:
        parts.append(f"<p class=soft>{escape(texts.ALONE.format(ids=', '.join(found.alone)))}</p>")
    return page(title, "\n".join(parts))


def groups(found: Comparison) -> list[tuple[str, Sequence[Pair]]]:
    """Named groups that are not empty; an answer that also changed its verdict is told once."""
    told = {pair[1].case.id for pair in (*found.fixed, *found.broken, *found.still_wrong)}
    changed = [pair for pair in found.changed if pair[1].case.id not in told]
    named: list[tuple[str, Sequence[Pair]]] = [
        (texts.BROKEN, found.broken),
        (texts.FIXED, found.fixed),
        (texts.STILL_WRONG, found.still_wrong),
        (texts.CHANGED, changed),
    ]
    return [(name, pairs) for name, pairs in named if pairs]


def _kinds(kinds: dict[str, Tally]) -> str:
    rows = ""
    for kind, tally in kinds.items():
        numbers = (tally.cases, tally.right_before, tally.right_after, tally.fixed, tally.broken)
        p_value = f"{tally.p_value:.2f}".replace(".", ",")
        cells = "".join(f"<td class=num>{number}" for number in (*numbers, p_value))
        rows += f"<tr><td>{escape(texts.KIND_NAMES[kind])}{cells}"
    names = (
        texts.KIND_COLUMN, texts.CASES_COLUMN, texts.BEFORE, texts.AFTER, texts.FIXED, texts.BROKEN, texts.P_COLUMN
    )  # fmt: skip
    return f"<div class=scroll><table><tr>{''.join(f'<th>{escape(name)}' for name in names)}</tr>{rows}</table></div>"


def _pair(pair: Pair) -> str:
    after = pair[1]
    word = "right" if after.right else "wrong"
    verdict = escape(why_wrong(after) or texts.RIGHT)
    return (
        f'<details class="case {word}"><summary><span class=soft>{escape(after.case.id)}</span>'
        f"<span class=q>{escape(after.case.question)}</span><span class=tag>{verdict}</span>"
        f"</summary><div class=body>{_side(texts.BEFORE, pair[0])}{_side(texts.AFTER, after)}</div></details>"
    )


def _side(name: str, result: CaseResult) -> str:
    verdict = "good" if result.right else "bad"
    quotes = "".join(f"<blockquote>{escape(c.quote)}</blockquote>" for c in result.answer.citations)
    return (
        f"<div><h3 class={verdict}>{escape(name)} · {escape(texts.STATUS_NAMES[result.answer.status])}</h3>"
        f"<div>{said(result.answer)}</div>{quotes}</div>"
    )
