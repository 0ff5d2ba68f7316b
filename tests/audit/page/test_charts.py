import re
from xml.etree import ElementTree as ET

import pytest

from humanely.audit.page import charts, theme
from humanely.audit.page.charts import Interval, Titles, answer_kind
from humanely.audit.report import Figure, Report, TurnView

TITLES = Titles("here", "A title & more", "What <it> shows")


def drawn(svg: str | None) -> ET.Element:
    assert svg is not None
    return ET.fromstring(str(svg))  # noqa: S314 - our own drawing


def said(root: ET.Element) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter("text")]


def lines(*names: str) -> list[Interval]:
    return [Interval(name, Figure(0.3, 0.2, 0.4, 50)) for name in names]


def test_a_chart_is_one_named_image_that_fits_its_place() -> None:
    root = drawn(charts.intervals(lines("en", "de"), TITLES, axis="gap", domain=(0, 0.5)))
    assert root.get("role") == "img"
    assert root.get("height") is None
    assert root.get("viewBox")
    assert [root[0].text, root[1].text] == ["A title & more", "What <it> shows"]
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"


def test_colours_follow_the_page() -> None:
    svg = str(charts.intervals(lines("en"), TITLES, axis="gap", domain=(0, 0.5), reference=0.1))
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    assert colours - {"none", "transparent"} <= set(theme.COLOURS.values())


def test_ids_are_unique_by_the_name_of_the_chart() -> None:
    raw = '<svg width="10" height="10"><clipPath id="clip0"/><g clip-path="url(#clip0)"/></svg>'
    svg = str(theme.inline(raw, name="here", title="", description=""))
    assert 'id="here-clip0"' in svg
    assert "url(#here-clip0)" in svg


def test_what_is_no_chart_is_refused() -> None:
    with pytest.raises(ValueError, match="starts with an svg element"):
        theme.inline("<p>", name="x", title="", description="")


def test_hostile_names_stay_text() -> None:
    names = said(drawn(charts.intervals(lines("<script>&</script>"), TITLES, axis="gap", domain=(0, 1))))
    assert "<script>&</script>" in names


def test_two_slices_with_one_label_keep_two_lines() -> None:
    names = said(drawn(charts.intervals(lines("same", "same"), TITLES, axis="gap", domain=(0, 1))))
    assert names.count("same") == 2


def test_what_was_refused_is_not_drawn() -> None:
    refused = Interval("small", Figure(None, None, None, 3, "too few"))
    assert charts.intervals([refused], TITLES, axis="gap", domain=(0, 1)) is None
    assert charts.scale(refused.figure, TITLES) is None
    assert charts.valence_by_place((), TITLES) is None
    assert charts.need_and_shown_by_place((), TITLES) is None


def test_an_interval_beyond_the_usual_range_is_drawn_whole() -> None:
    root = drawn(charts.intervals([Interval("x", Figure(0.9, 0.8, 1.0, 9))], TITLES, axis="gap", domain=(0, 0.5)))
    assert "1.0" in said(root)


def test_the_journey_names_both_lines(report: Report) -> None:
    names = said(drawn(charts.need_and_shown_by_place(report.journey, TITLES)))
    assert {"called for", "shown", "start", "end"} <= set(names)


@pytest.mark.parametrize(
    ("gap", "shown", "kind"),
    [
        (None, 0.9, "not estimated"),
        (0.4, 0.1, "cold"),
        (0.4, 0.09, "too little"),
        (0.1, 0.8, "too little"),
        (0.0, 0.9, "met"),
        (-0.1, 0.3, "too much"),
    ],
)
def test_an_answer_is_named_by_its_gap_and_what_was_called_for(gap: float | None, shown: float, kind: str) -> None:
    assert answer_kind(gap, shown, gushed=True) == kind


def turn(place: int, speaker: str, valence: float | None, gap: float | None) -> TurnView:
    return TurnView(place, speaker, "", None, valence, None, None, None, gap, {}, (), (), ())


def marks(svg: str) -> list[str]:
    return re.findall(r'fill="(var\(--(?:cold|shown|soft|need)\))" stroke="var\(--paper\)"', svg)


def test_every_answer_and_every_estimated_message_has_a_mark() -> None:
    turns = [
        turn(1, "customer", -0.5, None),
        turn(2, "agent", None, 0.6),
        turn(3, "customer", None, None),
        turn(4, "agent", None, None),
    ]
    svg = str(charts.trajectory(turns, [None, "cold", None, "not estimated"], TITLES))
    assert marks(svg) == ["var(--cold)", "var(--soft)"]
    assert len(re.findall(r'fill="var\(--feeling\)"', svg)) == 1


def test_a_conversation_without_any_estimate_is_still_drawn() -> None:
    assert drawn(charts.trajectory([turn(1, "customer", None, None)], [None], TITLES)) is not None
