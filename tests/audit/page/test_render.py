import datetime as dt
import re
import time
from html.parser import HTMLParser
from itertools import cycle, pairwise
from typing import get_args

import msgspec
import pytest
from jinja2 import meta

from humanely.affect.reading import LanguageStatus
from humanely.audit.page import conversations, findings, journey, method, summary
from humanely.audit.page.render import Page, environment, render
from humanely.audit.page.view import View
from humanely.audit.report import Figure, Finding, GapCheck, Quote, Report, Verdict

VOID = {"meta", "link", "br", "hr", "img", "input"}
HOSTILE = "<script>alert(1)</script>\u202eevil\u0000 ' \" & ]]>"
VIEWS = (
    Page,
    summary.Header,
    summary.Summary,
    findings.Findings,
    journey.Journey,
    journey.Groups,
    conversations.Conversations,
    method.Method,
)


class Tree(HTMLParser):
    """Tags that open and close in order, with what they carry."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def ids(self) -> list[str]:
        return [value for _, attrs, _ in self.tags if (value := attrs.get("id"))]


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return render(report)


@pytest.fixture(scope="module")
def tree(page: str) -> Tree:
    return Tree(page)


def changed(report: Report, **fields: object) -> str:
    return render(msgspec.structs.replace(report, **fields))


@pytest.mark.parametrize("view", VIEWS)
def test_a_template_uses_exactly_the_fields_of_its_view(view: type[View]) -> None:
    env = environment()
    assert env.loader is not None
    source = env.loader.get_source(env, view.template)[0]
    assert meta.find_undeclared_variables(env.parse(source)) == set(view.__struct_fields__)


def test_every_tag_is_closed_in_order(tree: Tree) -> None:
    assert tree.open == []


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(tree: Tree) -> None:
    ids = tree.ids()
    links = {attrs["href"] for tag, attrs, _ in tree.tags if tag == "a"}
    assert len(ids) == len(set(ids))
    assert {f"#{one}" for one in ids} >= links


def test_nothing_on_the_page_asks_for_anything(page: str, tree: Tree) -> None:
    names = {name for _, attrs, _ in tree.tags for name in attrs}
    assert names.isdisjoint({"src", "srcset", "poster", "action", "style", "onclick", "onload", "xlink:href"})
    assert {attrs["href"] for tag, attrs, _ in tree.tags if tag == "link"} == {"data:,"}
    assert not re.search(r"https?:|@import|url\((?!#)|//[a-z]", page)
    assert "script" not in {tag for tag, _, _ in tree.tags}


def test_the_policy_forbids_everything_but_our_style(page: str) -> None:
    assert re.search(r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:", page)


def test_headings_go_down_one_level_at_a_time(tree: Tree) -> None:
    levels = [int(tag[1]) for tag, _, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_chart_stands_in_a_figure_with_its_caption_and_its_table(page: str, tree: Tree) -> None:
    charts = [within for tag, attrs, within in tree.tags if tag == "svg"]
    figures = [part for part in re.findall(r"<figure.*?</figure>", page, re.S) if "<svg" in part]
    assert len(figures) == len(charts) > 10
    assert all("figure" in within for within in charts)
    assert all("<figcaption>" in part and "<table>" in part for part in figures)


def test_messages_show_their_direction_and_language(page: str) -> None:
    assert re.search(r'<blockquote dir="auto" lang="ar">[^<]*<mark>أنا خائفة جدًا</mark>', page)
    assert page.count("<blockquote") == page.count('dir="auto"') - page.count('<h1 dir="auto"')


def test_a_reason_without_words_is_said_and_marks_nothing(report: Report) -> None:
    quote = Quote("c1", 2, "agent", "I don't blame you", as_a_whole=("blame",), facts=("after 9 h",))
    found = changed(report, findings=(msgspec.structs.replace(report.findings[0], quotes=(quote,)),))
    assert '<blockquote dir="auto">I don&#39;t blame you</blockquote>' in found
    assert "Why: read from the whole answer: blame; after 9 h</p>" in found


def test_a_turn_says_apart_what_has_words_and_what_was_read_as_a_whole(page: str) -> None:
    assert (
        '<p class="marks">The message: said outright</p>\n<p class="marks">Read from the whole message: vulnerable'
        in (re.sub(r"\n+", "\n", page))
    )
    assert "Speaks against it, read from the whole answer: stock phrase</p>" in page
    assert "Speaks against it: dismissal</p>" in page


def test_every_status_of_a_language_has_its_words(page: str) -> None:
    assert set(method.STATUS) == set(get_args(LanguageStatus))
    told = [re.sub(r"<[^>]*>", "|", row) for row in re.findall(r"<tr>.*?</tr>", page) if "no: none came" in row]
    assert len(told) == 2
    assert "|off: " in told[0]
    assert "|unknown: " in told[1]
    assert "not yet" not in page


def test_findings_appear_by_rank_with_good_news_apart(page: str) -> None:
    order = ["Asked for a person and did not get one</h3>", "Cold answers to strong feeling</h3>",
             "Answers worth copying</h2>", "Strong moments met well</h3>", "What this data cannot tell</h2>",
             "Looked for and not found</h2>"]  # fmt: skip
    places = [page.index(one) for one in order]
    assert places == sorted(places)


def test_the_first_three_harms_are_to_be_done_first(report: Report) -> None:
    first = summary.actions(report.findings)
    assert [action.anchor for action in first] == [
        "finding-human-not-given", "finding-cold-answer", "finding-repeats-without-escalation",
    ]  # fmt: skip


def test_the_headline_comes_with_its_interval_in_words(page: str) -> None:
    top = page[page.index('id="minute"') : page.index('id="findings"')]
    assert "Clearly short of what was called for" in top
    assert "95&nbsp;% interval 0.27 to 0.35, from 1,208 answered exchanges in 412 conversations" in top


def test_a_refused_slice_says_why(page: str) -> None:
    assert "Arabic (14 conversations): fewer than 20 conversations" in page


def test_a_column_of_hundreds_is_drawn_in_part_and_listed_whole(report: Report) -> None:
    cut = report.breakdowns[0]
    told = tuple(msgspec.structs.replace(cut.slices[0], name=f"told-{n}") for n in range(40))
    refused = tuple(msgspec.structs.replace(cut.slices[-1], name=f"small-{n}") for n in range(40))
    page = changed(report, breakdowns=(msgspec.structs.replace(cut, slices=told + refused),))
    assert page.count(">told-14<") == 2
    assert page.count(">told-39<") == 1
    assert "and 34 more" in page


def test_a_reason_that_only_repeats_the_findings_is_not_said_twice(report: Report) -> None:
    first, *_ = report.conversations
    again = msgspec.structs.replace(first, findings=("cold_answer",), why="Cold answers to strong feeling")
    assert 'class="why"' not in changed(report, conversations=(again,))


def test_a_partial_report_says_so_before_anything_else(report: Report) -> None:
    page = changed(report, partial="Stopped after 1,000 turns.")
    assert page.index("Stopped after 1,000 turns.") < page.index('id="minute"')


def test_a_whole_report_has_no_banner(page: str) -> None:
    assert "A part only." not in page


@pytest.mark.parametrize(
    ("verdict", "tone"), [("associated", "good"), ("no evidence", "warn"), ("cannot tell", "open")]
)
def test_the_check_of_the_gap_stands_on_the_first_page(report: Report, verdict: str, tone: str) -> None:
    check = GapCheck(verdict, report.check.slope, report.check.shuffled, "What came out.")
    page = changed(report, check=check)
    assert page.index(f'class="trust {tone}"') < page.index('id="findings"')


def test_a_gap_that_is_not_borne_out_says_so_before_the_gap(report: Report) -> None:
    check = GapCheck("no evidence", report.check.slope, report.check.shuffled, "It does not.")
    page = changed(report, check=check)
    assert page.index("Read the gap with care") < page.index('<p class="big')


def test_an_empty_report_is_still_a_page(report: Report) -> None:
    nothing = Figure(None, None, None, 0, "nothing was answered")
    check = GapCheck("cannot tell", nothing, nothing, "Too little to tell.")
    cover = msgspec.structs.replace(
        report.coverage, first_time=None, last_time=None, languages=(), rejects={}, skipped={}, masked={}, sources=()
    )
    page = changed(
        report,
        gap=nothing,
        need=nothing,
        shown=nothing,
        cold_share=nothing,
        parts={},
        check=check,
        findings=(),
        journey=(),
        breakdowns=(),
        conversations=(),
        summary=(),
        exchanges=0,
        coverage=cover,
    )
    assert Tree(page).open == []
    assert "Not given: nothing was answered" in page
    assert "Nothing was found that has to be done first." in page
    assert "the export has no times" in page


def test_hostile_text_stays_text_wherever_it_comes_from(report: Report) -> None:
    quote = Quote(HOSTILE, 1, "customer", HOSTILE, (HOSTILE,), HOSTILE, None, (HOSTILE,), (HOSTILE,))
    finding = Finding("x", HOSTILE, Verdict.FOUND, HOSTILE, 3, Figure(0.1, 0.0, 0.2, 9), 0.3, HOSTILE, quotes=(quote,))
    talk = report.conversations[0]
    turns = tuple(
        msgspec.structs.replace(
            one,
            text=HOSTILE,
            words=(HOSTILE,),
            feeling=HOSTILE,
            cues=(HOSTILE,),
            against=(HOSTILE,),
            as_a_whole=whole,
            parts={HOSTILE: 1},
        )
        for one, whole in zip(talk.turns, cycle(((), (HOSTILE,))), strict=False)
    )
    talk = msgspec.structs.replace(
        talk,
        conversation_id=HOSTILE,
        why=HOSTILE,
        language=HOSTILE,
        channel=HOSTILE,
        journey=HOSTILE,
        group=HOSTILE,
        turns=turns,
    )
    cut = report.breakdowns[0]
    piece = msgspec.structs.replace(cut.slices[0], name=HOSTILE)
    cut = msgspec.structs.replace(cut, by=HOSTILE, sentence=HOSTILE, slices=(piece,))
    cover = msgspec.structs.replace(report.coverage, sources=(HOSTILE,), rejects={HOSTILE: 1}, masked={HOSTILE: 1})
    page = changed(
        report,
        title=HOSTILE,
        summary=(HOSTILE,),
        partial=HOSTILE,
        findings=(finding,),
        conversations=(talk,),
        breakdowns=(cut,),
        coverage=cover,
        model=HOSTILE,
        parts={HOSTILE: Figure(0.1, 0.0, 0.2, 9)},
    )
    tree = Tree(page)
    assert tree.open == []
    assert "script" not in {tag for tag, _, _ in tree.tags}
    assert not {"\u202e", "\u0000"} & set(page)
    ids = tree.ids()
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in ids)


def test_a_huge_message_does_not_make_a_huge_page(report: Report, page: str) -> None:
    huge = "word " * 40_000
    quote = Quote("S-2041", 1, "customer", huge, ("word",), huge)
    finding = msgspec.structs.replace(report.findings[0], quotes=(quote,))
    talk = report.conversations[0]
    talk = msgspec.structs.replace(talk, turns=tuple(msgspec.structs.replace(one, text=huge) for one in talk.turns))
    assert len(changed(report, findings=(finding,), conversations=(talk,))) < len(page) + 30_000


def test_forty_conversations_take_seconds(report: Report) -> None:
    start = time.thread_time()
    changed(report, conversations=report.conversations * 10)
    assert time.thread_time() - start < 8  # 2 s measured


def test_the_page_is_the_same_each_time(report: Report, page: str) -> None:
    assert render(report) == page


def test_one_day_is_one_date(report: Report) -> None:
    day = dt.datetime(2025, 5, 1, 8, tzinfo=dt.UTC)
    cover = msgspec.structs.replace(report.coverage, first_time=day, last_time=day)
    assert "<dd>1 May 2025</dd>" in changed(report, coverage=cover)
