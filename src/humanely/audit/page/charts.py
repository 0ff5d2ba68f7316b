"""The charts: what each draws, as a Vega-Lite chart turned into SVG.

Each is drawn about as wide as a phone, so that its letters stay readable there; the page lets it grow a little.
"""

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from markupsafe import Markup

from humanely.audit.page import theme
from humanely.audit.page.marking import visible
from humanely.audit.page.words import COLD, STRONG, decimal, percent
from humanely.audit.report import Figure, JourneyPoint, TurnView

if TYPE_CHECKING:
    import altair

WIDTH = 300

NEAR_THE_AXIS = 0.14
"""A line lower than this leaves no room for its name below it."""

Row = dict[str, Any]


class Titles(msgspec.Struct, frozen=True):
    """What a chart is called: an id unique on the page, its title, and one sentence on what it shows."""

    name: str
    title: str
    description: str


def _draw(spec: dict[str, Any], titles: Titles) -> Markup:
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec)
    return theme.inline(svg, name=titles.name, title=titles.title, description=titles.description)


def _finished(chart: "altair.LayerChart | altair.FacetChart", titles: Titles) -> Markup:
    return _draw({**chart.to_dict(), "config": theme.CONFIG}, titles)


def _data(rows: Sequence[Row]) -> "altair.InlineData":
    import altair

    return altair.InlineData(values=list(rows))


def scale(gap: Figure, titles: Titles) -> Markup | None:
    """The headline gap with its interval on the plain scale; None when it was refused."""
    import altair as alt

    if gap.value is None:
        return None
    bands: list[Row] = [
        {"from": -0.3, "to": -0.1, "mid": -0.2, "say": "too\nmuch", "tone": 0.10},
        {"from": -0.1, "to": 0.1, "mid": 0.0, "say": "about\nright", "tone": 0.0},
        {"from": 0.1, "to": 0.25, "mid": 0.175, "say": "a little\nshort", "tone": 0.07},
        {"from": 0.25, "to": COLD, "mid": 0.325, "say": "clearly\nshort", "tone": 0.16},
        {"from": COLD, "to": 0.7, "mid": 0.55, "say": "far\nshort", "tone": 0.30},
    ]
    low, high = (bound if bound is not None else gap.value for bound in (gap.low, gap.high))
    reach = alt.Scale(domain=[min(-0.3, low), max(0.7, high)], nice=False)
    axis = alt.Axis(values=[-0.2, 0, 0.2, 0.4, 0.6], grid=False, title=None, format=".1f")
    zones = alt.Chart(_data(bands)).encode(x=alt.X("from:Q", scale=reach, axis=axis), x2="to:Q")
    ground = zones.mark_rect(fill=theme.COLD, stroke=theme.LINE).encode(
        y=alt.value(32), y2=alt.value(64), fillOpacity=alt.FillOpacity("tone:Q", scale=None)
    )
    names = (
        alt.Chart(_data(bands))
        .mark_text(color=theme.SOFT, fontSize=11, y=4, lineBreak="\n", lineHeight=13, baseline="top")
        .encode(x="mid:Q", text="say:N")
    )
    here = alt.Chart(_data([{"value": gap.value, "low": low, "high": high}])).encode(y=alt.value(48))
    span = here.mark_rule(color=theme.INK, strokeWidth=5, strokeCap="round").encode(x="low:Q", x2="high:Q")
    point = here.mark_point(
        shape="diamond", size=190, filled=True, fill=theme.COLD, stroke=theme.PAPER, strokeWidth=2, opacity=1
    ).encode(x="value:Q")
    return _finished(alt.layer(ground, names, span, point).properties(width=WIDTH + 20, height=68), titles)


class Interval(msgspec.Struct, frozen=True):
    """One line of an interval plot."""

    name: str
    figure: Figure


def intervals(
    lines: Sequence[Interval],
    titles: Titles,
    *,
    axis: str,
    domain: tuple[float, float],
    reference: float | None = None,
    share: bool = False,
) -> Markup | None:
    """Points with their intervals, one line each, against a dashed reference; None when all were refused."""
    import altair as alt

    form = percent if share else decimal
    rows = [_interval_row(n, line, form) for n, line in enumerate(lines) if line.figure.value is not None]
    if not rows:
        return None
    ends = [row[key] for row in rows for key in ("low", "high")]
    reach = alt.Scale(domain=[min(domain[0], *ends), max(domain[1], *ends)], nice=False, zero=False)
    long = max(len(str(row["key"])) for row in rows) > 20
    width = 110 if long else 190
    names = alt.Axis(
        labelExpr="split(datum.label, '\\u0000')[1]", labelLimit=235, labelColor=theme.INK, labelFontSize=12
    )
    number = "format(datum.value * 100, '.0f') + ' %'" if share else "format(datum.value, '.1f')"
    ticks = alt.Axis(tickCount=4 if long else 5, labelFlush=False, labelExpr=number)
    base = alt.Chart(_data(rows)).encode(y=alt.Y("key:N", sort=None, title=None, axis=names))
    x = alt.X("low:Q", scale=reach, title=axis, axis=ticks)
    span = base.mark_rule(color=theme.SOFT, strokeWidth=4, strokeCap="round").encode(x=x, x2="high:Q")
    point = base.mark_point(size=62, filled=True, fill=theme.NEED, stroke=theme.PAPER, strokeWidth=1.5, opacity=1)
    value = base.mark_text(align="left", dx=8, color=theme.INK, fontSize=11.5, fontWeight=600, x=width)
    layers: list[Any] = [span, point.encode(x="value:Q"), value.encode(text="say:N")]
    if reference is not None:
        rule = alt.Chart(_data([{"at": reference}])).mark_rule(color=theme.INK, strokeDash=[3, 3], strokeWidth=1)
        layers.insert(0, rule.encode(x="at:Q"))
    return _finished(alt.layer(*layers).properties(width=width, height=alt.Step(27)), titles)


def _interval_row(n: int, line: Interval, form: Callable[[float], str]) -> Row:
    figure = line.figure
    value = figure.value if figure.value is not None else 0.0
    low, high = (bound if bound is not None else value for bound in (figure.low, figure.high))
    # Two slices may shorten to the same label: the number before it keeps them apart.
    key = f"{n}\x00{theme.label(visible(line.name), 36)}"
    return {"key": key, "value": value, "low": low, "high": high, "say": form(value)}


def _places(points: Sequence[JourneyPoint], field: str) -> list[Row]:
    rows: list[Row] = []
    for n, point in enumerate(points, 1):
        figure: Figure = getattr(point, field)
        if figure.value is not None:
            low, high = (bound if bound is not None else figure.value for bound in (figure.low, figure.high))
            rows.append({"at": n, "value": figure.value, "low": low, "high": high, "line": field})
    return rows


def _along(last: int) -> "altair.X":
    import altair as alt

    ends = f"datum.value == 1 ? 'start' : datum.value == {last} ? 'end' : 'of the conversation'"
    axis = alt.Axis(values=[1, (1 + last) / 2, last], grid=False, title=None, labelExpr=ends, labelFlush=True)
    return alt.X("at:Q", scale=alt.Scale(domain=[1, max(last, 2)], nice=False), axis=axis)


def valence_by_place(points: Sequence[JourneyPoint], titles: Titles) -> Markup | None:
    """The customers' valence from start to end with its interval; None when there is nothing to draw."""
    import altair as alt

    rows = _places(points, "valence")
    if not rows:
        return None
    reach = max(0.4, *(abs(row[key]) for row in rows for key in ("low", "high")))
    reach = min(1.0, -(-reach * 10 // 2) * 0.2)  # up to the next fifth
    signed = "datum.value == 0 ? '0' : format(datum.value, '+.1f')"
    axis = alt.Axis(values=[-reach, 0, reach], labelExpr=signed)
    y = alt.Y("low:Q", title=None, scale=alt.Scale(domain=[-reach, reach], nice=False), axis=axis)
    base = alt.Chart(_data(rows)).encode(x=_along(len(points)))
    band = base.mark_area(color=theme.FEELING, opacity=0.18).encode(y=y, y2="high:Q")
    line = base.mark_line(color=theme.FEELING, strokeWidth=2.5, point={"fill": theme.FEELING, "size": 28, "opacity": 1})
    zero = alt.Chart(_data([{"zero": 0}])).mark_rule(color=theme.SOFT, strokeWidth=1).encode(y="zero:Q")
    return _finished(alt.layer(band, zero, line.encode(y="value:Q")).properties(width=WIDTH, height=170), titles)


def _named(row: Row, field: str, name: str, colour: str, *, above: bool) -> "altair.Chart":
    """A line's name beside it, at `row`; at either end of the journey it is written inwards."""
    import altair as alt

    here = alt.Chart(_data([{**row, "say": name}]))
    align: Literal["left", "center", "right"]
    align = "left" if row["at"] == 1 else "right" if row["at"] == row["last"] else "center"
    named: altair.Chart = here.mark_text(align=align, dy=-13 if above else 17, fontWeight=600, color=colour).encode(
        x="at:Q", y=f"{field}:Q", text="say:N"
    )
    return named


def need_and_shown_by_place(points: Sequence[JourneyPoint], titles: Titles) -> Markup | None:
    """Called for and shown from start to end, the gap shaded between; None when there is nothing to draw."""
    import altair as alt

    both = [(n, p.need.value, p.shown.value) for n, p in enumerate(points, 1)]
    told = [(n, need, shown) for n, need, shown in both if need is not None and shown is not None]
    rows = [{"at": n, "need": need, "shown": shown, "last": len(points)} for n, need, shown in told]
    if not rows:
        return None
    y = alt.Scale(domain=[0, 1], nice=False)
    axis = alt.Axis(values=[0, 0.5, 1], format=".1f")
    base = alt.Chart(_data(rows)).encode(x=_along(len(points)))
    gap = base.mark_area(color=theme.COLD, opacity=0.13).encode(
        y=alt.Y("need:Q", scale=y, axis=axis, title=None), y2="shown:Q"
    )
    need = base.mark_line(color=theme.NEED, strokeWidth=2.5, point={"fill": theme.NEED, "size": 34, "opacity": 1})
    shown = base.mark_line(color=theme.SHOWN, strokeWidth=2.5, strokeDash=[6, 3],
                           point={"fill": theme.SHOWN, "size": 40, "shape": "square", "opacity": 1})  # fmt: skip
    high, low = max(rows, key=lambda row: row["need"]), min(rows, key=lambda row: row["shown"])
    say = [
        _named(high, "need", "called for", theme.NEED, above=True),
        _named(low, "shown", "shown", theme.SHOWN, above=low["shown"] < NEAR_THE_AXIS),
    ]
    layers = [gap, need.encode(y="need:Q"), shown.encode(y="shown:Q"), *say]
    return _finished(alt.layer(*layers).properties(width=WIDTH, height=170), titles)


_LANE = -1.62
"""Where the answers stand: below the lowest valence."""

_LANE_HEIGHT = 0.5


ANSWERS: dict[str, tuple[str, str]] = {
    "cold": ("diamond", theme.COLD),
    "too little": ("triangle-up", theme.SHOWN),
    "met": ("circle", theme.SOFT),
    "too much": ("triangle-down", theme.NEED),
    "not estimated": ("cross", theme.SOFT),
}
"""The kinds of answers, each told apart by shape as well as by colour."""


@functools.cache
def _trajectory_spec() -> dict[str, Any]:
    """The drawing of one conversation; only the data differ from one to the next."""
    import altair as alt

    x = alt.X("turn:Q", title=None, scale=alt.Scale(zero=False, nice=False, padding=8),
              axis=alt.Axis(grid=False, format="d", tickMinStep=1, tickCount=8))  # fmt: skip
    levels = (
        "datum.value > 0 ? 'positive' : datum.value == 0 ? 'neutral' : "
        f"datum.value < {_LANE + 0.1} ? 'answers' : 'negative'"
    )
    y = alt.Y("valence:Q", title=None, scale=alt.Scale(domain=[-2.05, 1.05], nice=False),
              axis=alt.Axis(values=[_LANE, -1, 0, 1], labelExpr=levels))  # fmt: skip
    base = alt.Chart().encode(x=x)
    felt = base.transform_filter("isValid(datum.valence)")
    line = felt.mark_line(color=theme.FEELING, strokeWidth=2.2).encode(y=y)
    points = felt.mark_point(filled=True, fill=theme.FEELING, stroke=theme.PAPER, size=60, opacity=1, strokeWidth=1.5)
    answers = base.transform_filter("isValid(datum.kind)")
    stems = answers.mark_rule(color=theme.SOFT, strokeWidth=2).encode(y=alt.Y("lane:Q"), y2="tip:Q")
    kinds = list(ANSWERS)
    shapes = alt.Scale(domain=kinds, range=[shape for shape, _ in ANSWERS.values()])
    fills = alt.Scale(domain=kinds, range=[colour for _, colour in ANSWERS.values()])
    tips = answers.mark_point(filled=True, opacity=1, size=110, stroke=theme.PAPER, strokeWidth=1).encode(
        y=alt.Y("tip:Q"),
        shape=alt.Shape("kind:N", scale=shapes, legend=None),
        fill=alt.Fill("kind:N", scale=fills, legend=None),
    )
    layered = alt.layer(line, points.encode(y="valence:Q"), stems, tips, data=_data([{"turn": 1}]))
    return {**layered.properties(width=WIDTH - 30, height=165).to_dict(), "config": theme.CONFIG}


def answer_kind(gap: float | None, shown: float | None, *, gushed: bool) -> str:
    """How an answer is drawn and named; what was called for is the gap and the shown together.

    Help beyond what was called for is no fault: too much takes sympathy (`gushed`).

    >>> answer_kind(0.5, 0.3, gushed=False), answer_kind(0.45, 0.0, gushed=False), answer_kind(-0.3, 0.3, gushed=False)
    ('cold', 'too little', 'met')
    >>> answer_kind(-0.3, 0.3, gushed=True)
    'too much'
    """
    if gap is None or shown is None:
        return "not estimated"
    if gap >= COLD and gap + shown >= STRONG - 1e-9:
        return "cold"
    return "too little" if gap >= 0.1 else "met" if gap > -0.1 or not gushed else "too much"


def trajectory(turns: Sequence[TurnView], kinds: Sequence[str | None], titles: Titles) -> Markup:
    """One conversation: the customer's valence as a line, and below it a mark for each answer.

    Args:
        turns: the conversation in order.
        kinds: for each turn, `answer_kind` of an answer, None for a customer's turn.
    """
    rows: list[Row] = []
    for turn, kind in zip(turns, kinds, strict=True):
        tip = _LANE + _LANE_HEIGHT * max(-0.75, min(turn.gap or 0.0, 1.0))
        rows.append({"turn": turn.turn, "valence": turn.valence, "kind": kind, "lane": _LANE, "tip": tip})
    spec = {**_trajectory_spec(), "data": {"values": rows}}
    return _draw(spec, titles)
