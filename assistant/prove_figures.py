"""Figures of an answer: those read must stand in their quotes, those computed must come out again from their inputs."""

from fractions import Fraction

from assistant.answer import AnswerFigure
from assistant.prove_evidence import Source, figure_amount
from assistant.prove_numbers import Num


def proved_figures(figures: tuple[AnswerFigure, ...], sources: dict[int, Source]) -> frozenset[int]:
    """Positions of the figures that hold: read ones in a quote of their marker, derived ones recomputed exactly."""
    good: set[int] = {i for i, f in enumerate(figures) if not f.derived and _is_read(f, sources)}
    for _ in figures:  # a derived figure may rest on another one; each round can add some
        added = {i for i, f in enumerate(figures) if f.derived and i not in good and _recomputes(i, figures, good)}
        if not added:
            break
        good |= added
    return frozenset(good)


def _is_read(figure: AnswerFigure, sources: dict[int, Source]) -> bool:
    source = sources.get(figure.marker) if figure.marker is not None else None
    if source is None or not figure.certain:
        return False
    try:
        value = Fraction(figure.value)
    except (ValueError, ZeroDivisionError):
        return figure.value in source.text
    return any(value in n.values for n in source.numbers)


def _recomputes(position: int, figures: tuple[AnswerFigure, ...], good: set[int]) -> bool:
    figure = figures[position]
    if not figure.inputs or position in figure.inputs or len(set(figure.inputs)) != len(figure.inputs):
        return False
    if not all(i in good for i in figure.inputs):
        return False
    inputs = [figures[i] for i in figure.inputs]
    try:
        stated, amounts = figure_amount(figure), [figure_amount(f) for f in inputs]
    except (ValueError, ZeroDivisionError):
        return False
    shares = [_is_share(f) for f in inputs]
    if _is_share(figure) and not any(shares):
        return len(amounts) == 2 and amounts[1] != 0 and same_share(stated, amounts[0] / amounts[1] * 100, figure.value)
    if any(shares) != all(shares):
        return False
    if len(amounts) > 1 and stated == sum(amounts):
        return True
    # Two shares differ by percentage points, never by "pct.".
    return len(amounts) == 2 and abs(amounts[0] - amounts[1]) == abs(stated) and not _is_share(figure)


def _is_share(figure: AnswerFigure) -> bool:
    return figure.unit.strip().lower().startswith(("pct", "%", "procent")) and "point" not in figure.unit


def same_share(stated: Fraction, exact: Fraction, printed: str) -> bool:
    """Whether a share is the exact one, at as many decimals as are printed."""
    decimals = len(printed.partition(".")[2])
    return abs(stated - exact) <= Fraction(1, 2 * 10**decimals)


def derived_value(number: Num, figures: tuple[AnswerFigure, ...], good: frozenset[int]) -> bool:
    """Whether a number of the answer is a derived figure that holds."""
    for position in good:
        figure = figures[position]
        if figure.derived and _states(number, figure):
            return True
    return False


def _states(number: Num, figure: AnswerFigure) -> bool:
    amounts = {v * number.scale for v in number.values if isinstance(v, Fraction)}
    if figure_amount(figure) not in amounts and abs(figure_amount(figure)) not in amounts:
        return False
    if number.unit == "pct" or _is_share(figure):
        return number.unit == "pct" and _is_share(figure)
    if number.unit == "point" or "point" in figure.unit:
        return number.unit == "point" and "point" in figure.unit
    return number.unit != "kr" or "kr" in figure.unit
