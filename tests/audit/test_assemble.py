"""The report says what was found, what cannot be told, and what was not found, in that order."""

import datetime as dt

import pytest

from humanely.audit.assemble import Heading, assemble, finding, ranked
from humanely.audit.catalogue import KINDS
from humanely.audit.report import Coverage, Report, Verdict
from humanely.audit.tally import KindTally, Tally
from humanely.audit.wording import NO_BREAK
from tests.audit.conversations import conversation

KIND = (
    "You asked three times and heard nothing, that was our mistake, and I understand that you are angry. I have "
    "refunded the fee just now; it reaches you by Thursday. Would you rather have a call today?"
)
NOTHING = Coverage((), 0, 0, 0, 0, 0, 0, {}, {}, {}, (), None, None)
HEADING = Heading("Empathy Audit", dt.datetime(2026, 7, 1, tzinfo=dt.UTC), "0.1.0", "text 1", None)


def report_of(tally: Tally) -> Report:
    return assemble(tally, NOTHING, HEADING)


def angry_tally(n: int) -> Tally:
    tally = Tally()
    for number in range(n):
        tally.add(
            conversation(
                ("customer", "I want to talk to a real person, nobody listens, I am so angry!", -0.8),
                ("assistant", "Please see our FAQ."),
                ("customer", "That did not work. This is hopeless!", -0.9),
                conversation_id=f"c{number}",
            )
        )
    return tally


def test_findings_are_ranked_by_people_times_depth_after_their_verdict() -> None:
    findings = report_of(angry_tally(12)).findings
    assert [f.code for f in findings] == [f.code for f in ranked(findings)]
    verdicts = [f.verdict for f in findings]
    assert verdicts == sorted(verdicts, key=[Verdict.FOUND, Verdict.CANNOT_TELL, Verdict.NOT_FOUND].index)
    found = [f.weight for f in findings if f.verdict is Verdict.FOUND]
    assert found == sorted(found, reverse=True)


def test_the_summary_says_the_gap_and_what_weighs_most_and_stays_short() -> None:
    summary = report_of(angry_tally(12)).summary
    assert 3 <= len(summary) <= 6
    assert "mean gap +" in summary[0]
    assert summary[1].startswith("What weighs most: ")


def test_few_conversations_give_findings_but_no_gap() -> None:
    report = report_of(angry_tally(2))
    assert report.gap.value is None
    assert report.gap.refused is not None
    assert "No empathy gap is given" in report.summary[0]
    assert any(f.verdict is Verdict.FOUND for f in report.findings)


def test_nothing_at_all_is_told_without_claims() -> None:
    report = report_of(Tally())
    assert {f.verdict for f in report.findings} == {Verdict.CANNOT_TELL}
    assert report.conversations == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_sentence_of_a_kind_can_be_filled(kind: object) -> None:
    tally = KindTally(next(k for k in KINDS if k is kind))
    assert finding(tally).verdict is Verdict.CANNOT_TELL
    tally.could = 40
    assert "{" not in finding(tally).sentence
    tally.people, tally.depth = 8, 4.0
    told = finding(tally)
    assert "8" in told.sentence
    assert "40" in told.sentence
    assert "20 %, 95 % interval" in told.sentence.replace(NO_BREAK, " ")
    assert told.weight == 4.0


def test_an_export_without_customers_says_so_first() -> None:
    tally = Tally()
    tally.add(conversation(("agent", "Hello, are you there?")))
    assert report_of(tally).summary[0].startswith("No message here is of a customer")


def test_messages_nobody_answered_stand_beside_the_mean() -> None:
    assert "12 conversations left without an answer" in report_of(angry_tally(12)).summary[0]


def test_a_group_served_worse_is_a_finding_with_its_people() -> None:
    tally = Tally()
    for number in range(40):
        cold = number % 2 == 0
        answer = "Please see our FAQ." if cold else KIND
        tally.add(
            conversation(
                ("customer", "I asked three times and nobody listens, I am so angry!", -0.8),
                ("agent", answer),
                conversation_id=f"c{number}",
                group="basic" if cold else "plus",
            )
        )
    report = report_of(tally)
    (unequal,) = (f for f in report.findings if f.code == "unequal_group")
    assert unequal.people == 20
    assert "“basic”" in unequal.sentence
    assert unequal.depth > 0.2


def test_a_dip_says_where_it_happens() -> None:
    tally = Tally()
    for number in range(6):
        tally.add(
            conversation(
                ("customer", "Hello, a quick one", 0.4),
                ("agent", "No."),
                ("customer", "This is horrible, I am so angry!", -0.9),
                conversation_id=f"c{number}",
                journey="refund" if number else "login",
            )
        )
    (dip,) = (f for f in report_of(tally).findings if f.code == "dip")
    assert dip.sentence.endswith("Most often at the end of a conversation, and in the step “refund”.")
