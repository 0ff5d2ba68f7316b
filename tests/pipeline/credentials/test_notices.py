"""Notices: each told once, in the holder's words and language, and by a human where no mail reaches them."""

import datetime as dt
import itertools

import msgspec
import pytest

from humanely.credential.design.recipient import Recipient
from humanely.credential.wording import LOCALES, say
from humanely.pipeline.credentials import appeals, designs, holder, notices, statuses
from humanely.pipeline.credentials.appeals import Grounds
from humanely.pipeline.credentials.desk import CredentialGone
from humanely.pipeline.credentials.issuing import Wanted
from humanely.pipeline.credentials.notice import waiting
from humanely.pipeline.credentials.notices import Letter
from humanely.store.credential import Credential
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import ADA, DAY, FIRST_AID, School, by

NOTE = "She was rude to the office"
LOOKING = {"valid_for_days": 90, "renewal": {"says": "Come again for a day."}}


def sent(school: School, credential: Credential, now: dt.datetime) -> list[Letter]:
    """What goes out by mail until nothing more is due, as an outbox sends it."""
    found = []
    while (letter := notices.letter(school.desk, credential.id, now)) is not None:
        notices.settled(school.desk, credential.id, letter.notice, "sent", now)
        found.append(letter)
    return found


def told(school: School, credential: Credential, now: dt.datetime) -> list[str]:
    """Of what they tell."""
    return [one.notice.kind for one in sent(school, credential, now)]


def text_of(school: School, credential: Credential, now: dt.datetime = NOON) -> str:
    letter = notices.letter(school.desk, credential.id, now)
    assert letter is not None
    return "\n".join(letter.paragraphs)


def test_an_offer_says_what_it_means_whom_to_ask_and_where_to_go(school: School) -> None:
    held = school.offered()
    letter = notices.letter(school.desk, held.id, NOON)
    assert letter is not None
    assert (letter.to, letter.locale, letter.subject) == ("ada@example.org", "en", "“First aid” is ready for you")
    text = "\n".join(letter.paragraphs)
    assert text.startswith("Hello Ada,\n“First aid” is yours to collect.\nYou can help until help comes.\n")
    assert "Questions? Office is there for you: office@example.org" in text
    assert f"{school.desk.address}/mine/" in letter.link
    assert letter.link in text
    assert holder.opened(school.desk, letter.link.rpartition("/")[2], NOON).id == held.id


def test_each_is_told_once_and_in_order(school: School) -> None:
    held = school.collected()
    assert told(school, held, NOON) == ["offered"]
    statuses.suspend(school.desk, by("reg", NOON + DAY), held.id, NOTE)
    statuses.restore(school.desk, by("reg", NOON + DAY), held.id)
    assert told(school, held, NOON + DAY) == ["suspended", "restored"]
    assert told(school, held, NOON + DAY) == []
    assert school.desk.ledger.credentials.to_mail(NOON + DAY, 9) == ()


def test_nothing_waits_before_it_is_offered_and_none_of_it_is_a_step(school: School) -> None:
    held = school.collected()
    before = [one.record.step for one in school.standing(held).history]
    told(school, held, NOON)
    assert [one.record.step for one in school.standing(held).history] == before


def test_a_revocation_tells_its_reason_the_way_to_appeal_and_nothing_that_staff_noted(school: School) -> None:
    held = school.collected()
    told(school, held, NOON)
    statuses.revoke(school.desk, by("reg"), held.id, "issued_in_error", NOTE)
    text = text_of(school, held)
    assert "it was issued by mistake. The mistake was ours." in text
    assert "You can appeal at any time; it costs nothing. If you appeal today, you have an answer by" in text
    assert NOTE not in text


def test_an_appeal_is_told_step_by_step(school: School) -> None:
    held = school.collected()
    statuses.revoke(school.desk, by("reg"), held.id, "misconduct")
    told(school, held, NOON)
    ticket = school.ticket(held)
    appeals.file(school.desk, ticket, Grounds(statement="I was ill."), [], NOON)
    assert "Your appeal is with us. You have an answer by December 2, 2026." in text_of(school, held)
    appeals.want_evidence(school.desk, by("mo"), held.id, "A letter from your doctor.")
    assert told(school, held, NOON) == ["appeal_filed", "appeal_evidence_wanted"]
    appeals.give_evidence(school.desk, ticket, "Here it is.", [], NOON)
    appeals.overdue(school.desk, NOON + 60 * DAY)
    assert told(school, held, NOON + 60 * DAY) == ["appeal_overdue"]
    appeals.propose(school.desk, by("mo", NOON + 60 * DAY), held.id, "overturned", "The letter says so.")
    appeals.decide(school.desk, by("noor", NOON + 60 * DAY), held.id, "Noor Haddad")
    text = text_of(school, held, NOON + 60 * DAY)
    assert "The reasons: The letter says so." in text
    assert "Noor Haddad answers for this decision." in text
    # What the decision restored is told with it, and not once more.
    assert told(school, held, NOON + 60 * DAY) == ["appeal_decided"]


def test_an_end_that_is_near_is_told_once_thirty_days_before(school: School) -> None:
    designs.save(school.desk, by("reg"), FIRST_AID | LOOKING)
    held = school.collected()
    assert told(school, held, NOON) == ["offered"]
    assert told(school, held, NOON + 59 * DAY) == []
    assert [one.id for one in school.desk.ledger.credentials.to_mail(NOON + 60 * DAY, 9)] == [held.id]
    assert "Come again for a day." in text_of(school, held, NOON + 60 * DAY)
    assert told(school, held, NOON + 60 * DAY) == ["expiring"]
    assert told(school, held, NOON + 61 * DAY) == []


def test_of_what_was_taken_back_no_end_is_near(school: School) -> None:
    designs.save(school.desk, by("reg"), FIRST_AID | LOOKING)
    held = school.collected()
    statuses.revoke(school.desk, by("reg"), held.id, "holder_asked")
    assert "expiring" not in [one.kind for one in waiting(school.standing(held))]


def test_both_credentials_of_a_correction_are_told(school: School) -> None:
    held = school.collected()
    told(school, held, NOON)
    new = statuses.correct(school.desk, by("reg"), held.id, ADA)
    assert (told(school, held, NOON), told(school, new, NOON)) == (["superseded"], ["offered"])


@pytest.mark.parametrize("email", [None, "", "ada", "ada@example.org, eve@example.org", "ada@x.org\nBcc: eve@x.y"])
def test_without_an_address_the_team_passes_it_on(school: School, email: str | None) -> None:
    held = school.offered(Wanted(recipient=Recipient(email=email, did="did:key:z6Mk", name="Ada")))
    assert notices.letter(school.desk, held.id, NOON) is None
    assert [(one.credential_id, one.kind, one.why) for one in notices.untold(school.desk, NOON)] == [
        (held.id, "offered", "no_address")
    ]
    notices.passed_on(school.desk, by("mo"), held.id)
    assert notices.untold(school.desk, NOON) == ()


def test_without_a_mail_server_the_team_sees_all_that_nobody_was_told(school: School) -> None:
    held = school.offered()
    statuses.suspend(school.desk, by("reg"), held.id)
    assert [(one.kind, one.why) for one in notices.untold(school.desk, NOON)] == [
        ("offered", "not_sent"),
        ("suspended", "not_sent"),
    ]
    once = notices.passed_on(school.desk, by("mo"), held.id)
    assert notices.untold(school.desk, NOON) == ()
    assert notices.passed_on(school.desk, by("mo"), held.id).newest == once.newest
    assert notices.letter(school.desk, held.id, NOON) is None


def test_what_a_server_refuses_for_good_is_not_tried_again(school: School) -> None:
    held = school.offered()
    letter = notices.letter(school.desk, held.id, NOON)
    assert letter is not None
    notices.settled(school.desk, held.id, letter.notice, "refused", NOON)
    statuses.suspend(school.desk, by("reg"), held.id)
    assert notices.letter(school.desk, held.id, NOON) is None
    assert [one.why for one in notices.untold(school.desk, NOON)] == ["refused", "refused"]


def test_what_is_no_news_any_more_is_left_to_a_human(school: School) -> None:
    held = school.offered()
    later = NOON + notices.LATEST
    assert notices.letter(school.desk, held.id, later) is None
    assert [one.why for one in notices.untold(school.desk, later)] == ["late"]
    statuses.suspend(school.desk, by("reg", later), held.id)
    assert told(school, held, later) == ["suspended"]


def test_of_an_erased_holder_nothing_is_told(school: School) -> None:
    held = school.offered()
    school.data.eraser.erase("ada@example.org", NOON)
    with pytest.raises(CredentialGone):
        notices.letter(school.desk, held.id, NOON)
    assert notices.untold(school.desk, NOON) == ()
    assert school.desk.ledger.credentials.to_mail(NOON, 9) == ()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_notice_has_words_in_every_language(school: School, locale: str) -> None:
    designs.save(school.desk, by("reg"), FIRST_AID | LOOKING)
    wanted = Wanted(recipient=msgspec.structs.replace(ADA.recipient, language=locale))
    held = school.offered(wanted)
    holder.collect(school.desk, school.ticket(held), NOON)
    statuses.suspend(school.desk, by("reg"), held.id, NOTE)
    appeals.file(school.desk, school.ticket(held), Grounds(statement="No."), [], NOON)
    letters = sent(school, held, NOON)
    assert [one.locale for one in letters] == [locale] * 3
    words = "\n".join(one for letter in letters for one in (letter.subject, *letter.paragraphs))
    assert NOTE not in words
    assert "{" not in words


@pytest.mark.parametrize("tells", [*itertools.product((True, False), repeat=3)], ids=str)
def test_whatever_is_done_and_whenever_mail_goes_out_each_is_told_once(school: School, tells: tuple[bool, ...]) -> None:
    held = school.offered()
    seen = [kind for number, tell in enumerate(tells) for kind in _day(school, held, number, tell)]
    seen += told(school, held, NOON + len(tells) * DAY)
    done = ["suspended" if number % 2 == 0 else "restored" for number in range(len(tells))]
    assert sorted(seen) == sorted(["offered", *done])


def _day(school: School, held: Credential, number: int, tells: bool) -> list[str]:
    """Something is done with a credential, and perhaps mail goes out."""
    now = NOON + number * DAY
    (statuses.suspend if number % 2 == 0 else statuses.restore)(school.desk, by("reg", now), held.id)
    return told(school, held, now) if tells else []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_team_writes_to_the_holder_stands_in_the_mail(school: School, locale: str) -> None:
    held = school.offered(Wanted(recipient=Recipient(email="ada@example.org", name="Ada", language=locale)))
    told(school, held, NOON)
    statuses.revoke(school.desk, by("reg"), held.id, "requirements_not_met", NOTE, told="Day two is missing.")
    letter = notices.letter(school.desk, held.id, NOON)
    assert letter is not None
    assert letter.paragraphs[2] == say(locale, "notice-words", words="Day two is missing.")
    assert NOTE not in "\n".join(letter.paragraphs)


def test_where_nothing_was_written_to_the_holder_the_mail_has_no_word_of_it(school: School) -> None:
    held = school.offered()
    told(school, held, NOON)
    statuses.suspend(school.desk, by("reg"), held.id, NOTE)
    assert "The team writes" not in text_of(school, held)
