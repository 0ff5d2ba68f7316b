"""Appeals: what was typed is kept, two people decide in time, and what was overturned counts again."""

import datetime as dt

import msgspec
import pytest

from humanely.apps.channels.webhooks.message import message
from humanely.credential.life.appeal import AppealStepImpossible, DecidedBefore, SecondReviewer
from humanely.credential.life.lifecycle import NotTheirs
from humanely.people.calendar import calendar
from humanely.people.opening_hours import read_hours
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import appeals, figures, holder, public, statuses
from humanely.pipeline.credentials.appeals import Grounds, StatementMissing
from humanely.pipeline.credentials.desk import CredentialGone
from humanely.pipeline.credentials.evidence import EvidenceRefused, File
from humanely.store.credential import Credential
from humanely.store.outward.deliveries import Delivery
from humanely.trust.ticket import TicketRefused
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import DAY, School, by
from tests.pipeline.credentials.test_issuing import verdict

TYPED = "  I was there.\n\nOn both days, <b>and</b> I can show it.  "
GROUNDS = Grounds(statement=TYPED, wish="Please give it back.")
PDF = File("C:\\scans\\attendance list.pdf", b"%PDF-1.7 list")


def revoked(school: School) -> tuple[Credential, str]:
    held = school.collected()
    return statuses.revoke(school.desk, by("reg"), held.id, "requirements_not_met"), school.ticket(held)


def filed(school: School) -> tuple[Credential, str]:
    held, ticket = revoked(school)
    appeals.file(school.desk, ticket, GROUNDS, [PDF], NOON)
    return school.standing(held), ticket


def decided(school: School, decision: str = "overturned") -> Credential:
    held, _ = filed(school)
    appeals.propose(school.desk, by("first"), held.id, decision, "The list shows it.")  # type: ignore[arg-type]
    return appeals.decide(school.desk, by("second"), held.id, "Noor Haddad")


def test_what_was_typed_is_kept_with_what_was_shown(school: School) -> None:
    held, ticket = revoked(school)
    receipt = appeals.file(school.desk, ticket, GROUNDS, [PDF], NOON)
    assert (receipt.statement, receipt.due) == (TYPED.strip(), appeals.deadline(school.desk, NOON))
    ((place, shown),) = appeals.shown_in(school.standing(held))
    assert (shown.name, shown.media) == ("attendance list.pdf", "application/pdf")
    assert appeals.shown(school.desk, held.id, place).data == PDF.data
    assert receipt.files == (shown,)


def test_meanwhile_the_public_is_told_no_reason(school: School) -> None:
    held, _ = filed(school)
    seen = public.seen(school.desk, held.id, NOON)
    assert (seen.standing, seen.reason, seen.under_appeal) == ("revoked", None, True)
    assert seen.appeal_due == appeals.deadline(school.desk, NOON)


def test_overturned_it_counts_again_with_the_decision(school: School) -> None:
    done = decided(school)
    assert done.appeal is not None
    assert done.life is not None
    assert (done.appeal.decision, done.appeal.name, done.appeal.reasons) == (
        "overturned",
        "Noor Haddad",
        "The list shows it.",
    )
    assert (done.life.state, verdict(school, done.document)) == ("collected", "valid")
    assert {"appeal_filed", "appeal_decided", "restored"} <= {one.kind for one in holder.notices(done, NOON)}


def test_upheld_it_stays_as_it_is_and_the_reason_is_told_again(school: School) -> None:
    done = decided(school, "upheld")
    assert verdict(school, done.document) == "revoked"
    assert public.seen(school.desk, done.id, NOON).reason == "requirements_not_met"
    with pytest.raises(DecidedBefore):
        appeals.file(school.desk, school.ticket(done), GROUNDS, [], NOON)


@pytest.mark.parametrize("member", ["first", "reg"])
def test_neither_who_proposed_nor_who_revoked_decides(school: School, member: str) -> None:
    held, _ = filed(school)
    appeals.propose(school.desk, by("first"), held.id, "upheld", "It was not shown.")
    with pytest.raises(SecondReviewer):
        appeals.decide(school.desk, by(member), held.id, "Somebody")
    standing = school.standing(held)
    assert standing.appeal is not None
    assert standing.appeal.state == "proposed"


def test_nobody_files_without_the_holders_link(school: School) -> None:
    held, _ = revoked(school)
    with pytest.raises(TicketRefused):
        appeals.file(school.desk, held.id, GROUNDS, [], NOON)
    with pytest.raises(TicketRefused):
        appeals.file(school.desk, school.ticket(held), GROUNDS, [], NOON + 366 * DAY)


def test_one_appeal_at_a_time(school: School) -> None:
    _, ticket = filed(school)
    with pytest.raises(AppealStepImpossible):
        appeals.file(school.desk, ticket, GROUNDS, [], NOON)


def test_waiting_for_the_person_takes_nothing_from_the_time_of_the_team(school: School) -> None:
    held, ticket = filed(school)
    due = appeals.deadline(school.desk, NOON)
    appeals.want_evidence(school.desk, by("first", NOON + DAY), held.id, "The list of the second day, please.")
    assert appeals.overdue(school.desk, due) == 0
    receipt = appeals.give_evidence(school.desk, ticket, "Here it is.", [File("b.txt", b"day two")], NOON + 4 * DAY)
    assert receipt.due == due + 3 * DAY
    assert [shown.name for _, shown in appeals.shown_in(school.standing(held))] == ["attendance list.pdf", "b.txt"]


def test_sent_back_another_decision_can_be_proposed(school: School) -> None:
    held, _ = filed(school)
    appeals.propose(school.desk, by("first"), held.id, "upheld", "It was not shown.")
    back = appeals.send_back(school.desk, by("second"), held.id, "Look at the second page.")
    assert back.appeal is not None
    assert back.appeal.state == "filed"


def test_withdrawn_by_the_person_it_may_be_filed_again(school: School) -> None:
    _, ticket = filed(school)
    appeals.withdraw(school.desk, ticket, NOON)
    appeals.file(school.desk, ticket, GROUNDS, [], NOON)


def test_a_deadline_counts_days_on_which_the_team_is_there(school: School) -> None:
    week = calendar(read_hours("Mon–Fri 09:00–17:00", "DE"))
    house = msgspec.structs.replace(school.desk.house, calendar=week)
    friday = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC)
    assert appeals.deadline(school.desk, friday) == friday + 10 * DAY
    nine_in_berlin = dt.datetime(2026, 12, 4, 8, tzinfo=dt.UTC)
    assert appeals.deadline(msgspec.structs.replace(school.desk, house=house), friday) == nine_in_berlin


def test_that_its_time_has_passed_is_noted_once(school: School) -> None:
    held, _ = filed(school)
    due = appeals.deadline(school.desk, NOON)
    assert [appeals.overdue(school.desk, at) for at in (due - DAY, due, due)] == [0, 1, 0]
    standing = school.standing(held)
    assert standing.appeal is not None
    assert standing.appeal.overdue


@pytest.mark.parametrize(
    ("files", "number", "fault"),
    [
        ([PDF, File("a.exe", b"MZ\x00\x01")], 2, "kind_unknown"),
        ([File("a.svg", b"\xff\xfe<svg")], 1, "kind_unknown"),
        ([File("a.txt", b"")], 1, "empty"),
        ([File("a.pdf", b"%PDF-" + bytes(5 << 20))], 1, "too_large"),
        ([PDF] * 11, 11, "too_many"),
    ],
)
def test_a_file_that_cannot_be_taken_is_named_and_nothing_is_sent(
    school: School, files: list[File], number: int, fault: str
) -> None:
    held, ticket = revoked(school)
    with pytest.raises(EvidenceRefused) as refused:
        appeals.file(school.desk, ticket, GROUNDS, files, NOON)
    assert (refused.value.number, refused.value.fault) == (number, fault)
    assert school.standing(held).appeal is None


@pytest.mark.parametrize("statement", ["", "  \n ", "x" * 8001])
def test_an_appeal_says_something(school: School, statement: str) -> None:
    _, ticket = revoked(school)
    with pytest.raises(StatementMissing):
        appeals.file(school.desk, ticket, Grounds(statement=statement), [], NOON)


def test_only_a_file_of_this_appeal_is_shown(school: School) -> None:
    held, _ = filed(school)
    for place in (-1, 0, held.newest, 10_000):
        with pytest.raises(NotThere):
            appeals.shown(school.desk, held.id, place)


def test_an_erased_person_leaves_no_appeal(school: School) -> None:
    _, ticket = filed(school)
    school.data.eraser.erase("ada@example.org", NOON)
    with pytest.raises(CredentialGone):
        appeals.withdraw(school.desk, ticket, NOON)
    assert appeals.overdue(school.desk, NOON + 99 * DAY) == 0
    assert figures.figures(school.desk, NOON - DAY, NOON).all.filed == 0


def test_figures_say_nothing_of_too_few(school: School) -> None:
    decided(school)
    found = figures.figures(school.desk, NOON - DAY, NOON)
    assert (found.all.filed, found.all.decided, found.all.in_time, found.all.overturned) == (1, 1, 1, 1)
    assert (found.all.in_time_share, found.all.overturned_share) == (None, None)
    assert (set(found.by_achievement), set(found.by_language)) == ({"first-aid"}, {"en"})


def test_the_team_does_not_withdraw_for_the_person(school: School) -> None:
    held, _ = filed(school)
    with pytest.raises(NotTheirs):
        appeals._by_team(school.desk, by("first"), held.id, "withdrawn")


def test_webhooks_are_told_that_somebody_appealed_and_what_they_said_only_where_they_ask_for_it(school: School) -> None:
    held, _ = filed(school)
    ledger = school.desk.ledger
    delivery = Delivery(
        id="m",
        webhook="w",
        place=held.appeal_place,
        event="credential.appealed",
        state="waiting",
        attempts=0,
        created_at=NOON,
    )
    plain, words = (message(ledger, delivery, words=asked) or b"" for asked in (False, True))
    told = msgspec.json.decode(plain)
    assert (told["type"], told["data"]["credential_id"]) == ("credential.appealed", held.id)
    assert (b"I was there" in plain, b"I was there" in words) == (False, True)
