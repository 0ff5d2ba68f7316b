"""The holder's side: what is theirs they collect, show and hide, and nobody else does."""

import msgspec
import pytest

from humanely.credential.design.recipient import Recipient
from humanely.credential.life.lifecycle import StepImpossible
from humanely.pipeline.credentials import designs, holder, issuing, public, statuses
from humanely.pipeline.credentials.desk import CredentialGone, CredentialMissing
from humanely.pipeline.credentials.issuing import Wanted
from humanely.trust.ticket import TicketRefused
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADA, DAY, FIRST_AID, School, by

BO = Wanted(recipient=Recipient(email="bo@example.org", name="Bo"))


def test_what_is_collected_is_not_shown_before_its_holder_says_so(school: School) -> None:
    ticket = school.ticket(school.offered())
    held = holder.collect(school.desk, ticket, NOON)
    seen = public.seen(school.desk, held.id, NOON)
    assert (seen.standing, seen.visible, seen.credential) == ("valid", False, None)
    holder.share(school.desk, ticket, True, NOON)
    shown = public.seen(school.desk, held.id, NOON)
    assert shown.credential is not None
    assert shown.credential.document == held.document
    holder.share(school.desk, ticket, False, NOON)
    assert public.seen(school.desk, held.id, NOON).credential is None


def test_to_collect_or_show_it_twice_records_it_once(school: School) -> None:
    ticket = school.ticket(school.offered())
    first = holder.collect(school.desk, ticket, NOON)
    assert holder.collect(school.desk, ticket, NOON).newest == first.newest
    shown = holder.share(school.desk, ticket, True, NOON)
    assert holder.share(school.desk, ticket, True, NOON).newest == shown.newest


def test_what_is_not_offered_cannot_be_collected(school: School) -> None:
    begun = issuing.prepare(school.desk, by("reg"), "first-aid", ADA)
    with pytest.raises(StepImpossible):
        holder.collect(school.desk, school.ticket(begun), NOON)
    with pytest.raises(CredentialMissing):
        public.seen(school.desk, begun.id, NOON)


def test_all_that_is_mine_and_nothing_of_others(school: School) -> None:
    first, second = school.offered(), school.offered()
    other = school.offered(BO)
    mine = holder.mine(school.desk, school.ticket(first), NOON)
    assert [one.id for one in mine] == [second.id, first.id]
    ticket = school.ticket(first)
    holder.collect(school.desk, school.ticket(second), NOON)
    shown = holder.share(school.desk, ticket, True, NOON, second.id)
    assert shown.id == second.id
    with pytest.raises(TicketRefused):
        holder.share(school.desk, ticket, True, NOON, other.id)


def test_a_link_is_good_for_a_time_and_for_nothing_else(school: School) -> None:
    held = school.offered()
    ticket = holder.link(school.desk, held.id, NOON, days=1)
    assert holder.opened(school.desk, ticket, NOON).id == held.id
    with pytest.raises(TicketRefused):
        holder.opened(school.desk, ticket, NOON + DAY)
    with pytest.raises(CredentialMissing):
        holder.link(school.desk, "2222-2222-2222", NOON)


def test_a_holder_makes_all_their_links_void_and_gets_a_new_one(school: School) -> None:
    first, second = school.offered(), school.offered()
    lost, other = school.ticket(first), school.ticket(second)
    new = holder.void_links(school.desk, lost, NOON)
    with pytest.raises(holder.LinkVoid, match="ask the issuer for a new one"):
        holder.opened(school.desk, lost, NOON)
    with pytest.raises(holder.LinkVoid):
        holder.opened(school.desk, other, NOON)
    assert holder.opened(school.desk, new, NOON).id == first.id
    assert {one.id for one in holder.mine(school.desk, new, NOON)} == {first.id, second.id}


def test_the_team_makes_the_links_of_a_holder_void_and_of_nobody_else(school: School) -> None:
    held, bos = school.offered(), school.offered(BO)
    others = school.ticket(bos)
    ticket = school.ticket(held)
    done = holder.void_links_of(school.desk, by("mo", key="once"), held.id)
    assert holder.void_links_of(school.desk, by("mo", key="once"), held.id).newest == done.newest
    with pytest.raises(TicketRefused):
        holder.collect(school.desk, ticket, NOON)
    assert holder.opened(school.desk, school.ticket(held), NOON).id == held.id
    assert holder.opened(school.desk, others, NOON).id == bos.id


def test_void_links_are_no_step_of_a_credential(school: School) -> None:
    held = school.offered()
    holder.void_links(school.desk, school.ticket(held), NOON)
    again = school.standing(held)
    assert (len(again.history), again.links, again.life) == (len(held.history), 1, held.life)


def test_the_holder_is_told_what_was_done_the_newest_first(school: School) -> None:
    held = school.collected()
    statuses.suspend(school.desk, by("reg", NOON + DAY), held.id)
    done = statuses.revoke(school.desk, by("reg", NOON + 2 * DAY), held.id, "misconduct", "not for them")
    told = holder.notices(done, NOON)
    assert [(one.kind, one.reason) for one in told] == [
        ("revoked", "misconduct"),
        ("suspended", None),
        ("offered", None),
    ]


def test_a_date_that_has_passed_is_told_though_nobody_acted(school: School) -> None:
    renewal = {"says": "Come again."}
    designs.save(school.desk, by("reg"), FIRST_AID | {"valid_for_days": 2, "renewal": renewal})
    held = school.collected()
    assert public.seen(school.desk, held.id, NOON + DAY).standing == "valid"
    assert public.seen(school.desk, held.id, NOON + 2 * DAY).standing == "expired"
    assert holder.notices(held, NOON + 2 * DAY)[0].kind == "expired"


def test_of_an_erased_holder_nothing_is_opened(school: School) -> None:
    ticket = school.ticket(school.offered())
    school.data.eraser.erase("ada@example.org", NOON)
    with pytest.raises(CredentialGone):
        holder.opened(school.desk, ticket, NOON)


def test_a_credential_stands_in_its_holders_export_and_in_no_conversation(school: School) -> None:
    from humanely.pipeline.person.export import export
    from humanely.store.conversations import Conversations

    held = school.collected()
    found = export("ada@example.org", Conversations(school.desk.ledger), school.desk.house, NOON)
    assert found.conversations == ()
    assert [one.holds["step"] for one in found.credentials] == ["prepared", "offered", "collected", "shared"]
    assert {one.kind for one in found.credentials} == {"A credential of yours"}
    assert msgspec.json.encode(found).count(held.id.encode()) > 0
