"""Plots as inline SVG: no library, no script, nothing fetched. Every text is escaped here."""

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LEFT, RIGHT = 640, 26, 210, 110


def intervals_plot(rows: Sequence[tuple[str, float, float, float, int]], title: str) -> str:
    """A dot with its interval per row of (name, mean, low, high, count), on an axis from 0 to 100 %."""
    span = WIDTH - LEFT - RIGHT
    height = ROW * len(rows) + 34
    parts = []
    for percent in (0, 25, 50, 75, 100):
        x = LEFT + span * percent / 100
        parts.append(f'<line class="grid" x1="{x:.1f}" y1="6" x2="{x:.1f}" y2="{height - 24}"/>')
        parts.append(f'<text class="axis" x="{x:.1f}" y="{height - 8}" text-anchor="middle">{percent} %</text>')
    for number, (name, mean, low, high, count) in enumerate(rows):
        y = ROW * number + 20
        left, dot, right = (LEFT + span * value for value in (low, mean, high))
        value = f"{mean * 100:.0f} % af {count}"
        parts.append(f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<line class="whisker" x1="{left:.1f}" y1="{y}" x2="{right:.1f}" y2="{y}"/>')
        parts.append(f'<circle class="dot" cx="{dot:.1f}" cy="{y}" r="5"/>')
        parts.append(f'<text class="value" x="{WIDTH - RIGHT + 12}" y="{y + 4}">{value}</text>')
    return _svg(height, title, parts)


def histogram(values: Sequence[float], title: str, unit: str, bins: int = 24) -> str:
    """How often each value comes, as bars."""
    if not values:
        return ""
    top = max(values) or 1.0
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(value / top * bins))] += 1
    height, floor, wide = 190, 160, (WIDTH - 80) / bins
    parts = []
    for number, count in enumerate(counts):
        tall = 130 * count / max(counts)
        x, label = 40 + number * wide, f"{top * number / bins:.0f}–{top * (number + 1) / bins:.0f} {unit}: {count}"
        parts.append(
            f'<rect class="bar" x="{x:.1f}" y="{floor - tall:.1f}" width="{wide - 2:.1f}" height="{tall:.1f}">'
            f"<title>{escape(label)}</title></rect>"
        )
    for share in (0, 0.25, 0.5, 0.75, 1):
        x = 40 + share * (WIDTH - 80)
        label = f"{top * share:.0f} {escape(unit)}"
        parts.append(f'<text class="axis" x="{x:.1f}" y="{floor + 18}" text-anchor="middle">{label}</text>')
    return _svg(height, title, parts)


def stacked_bars(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]], title: str) -> str:
    """One bar a row, cut into named counts of the classes part0, part1, …"""
    span, height = WIDTH - LEFT - RIGHT, 34 * len(rows) + 16
    parts = []
    for number, (name, pieces) in enumerate(rows):
        y, x, total = 34 * number + 10, float(LEFT), sum(count for _, count in pieces)
        parts.append(f'<text x="{LEFT - 12}" y="{y + 16}" text-anchor="end">{escape(name)}</text>')
        for part, (label, count) in enumerate(pieces):
            wide = span * count / total if total else 0
            parts.append(
                f'<rect class="part{part}" x="{x:.1f}" y="{y}" width="{wide:.1f}" height="24">'
                f"<title>{escape(label)}: {count}</title></rect>"
            )
            if wide > 24:
                parts.append(
                    f'<text class="inside" x="{x + wide / 2:.1f}" y="{y + 16}" text-anchor="middle">{count}</text>'
                )
            x += wide
        parts.append(f'<text class="value" x="{WIDTH - RIGHT + 12}" y="{y + 16}">{total} i alt</text>')
    return _svg(height, title, parts)


def _svg(height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
