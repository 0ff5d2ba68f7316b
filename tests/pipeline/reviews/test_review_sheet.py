"""What a reviewer sees: all it takes to judge, nothing that would sway them, and agreement without names."""

import pytest

from humanely.people.agreement import LEAST
from humanely.pipeline.acting import NotThere
from humanely.pipeline.reviews.review import Looked
from humanely.pipeline.reviews.review_sheet import Sheet, agreed, sheet, waiting
from humanely.store.records import Rated
from tests.pipeline.reviews.test_review import ACCEPT, REJECT, TWO, give, held
from tests.pipeline.room import Room

RATED = Rated(need=2, feels_with=1, understands=1, asks=0, acts=2)


def seen(room: Room, place: int, reviewer: str) -> Sheet:
    return sheet(room.companion, place, reviewer, room.now)


def test_the_draft_stands_with_the_conversation_and_what_the_check_says(room: Room) -> None:
    place = held(room)
    told = seen(room, place, "ada")
    assert told.draft == "Three working days after your parcel has reached us."
    assert (told.blocked, told.doubts, told.stale, told.may_judge) == ((), (), False, True)
    assert told.lines[0].text == "How long does a refund take?"
    assert told.draft not in [line.text for line in told.lines]


def test_neither_verdict_nor_estimate_is_seen_before_ones_own(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, REJECT)
    before = seen(room, place, "bo")
    assert (before.verdicts, before.estimates, before.waiting.given) == ((), None, 1)
    own = seen(room, place, "ada")
    assert ([one.reviewer for one in own.verdicts], own.may_judge) == (["ada"], False)
    assert own.estimates is not None
    give(room, place, ACCEPT, "bo")
    after = seen(room, place, "cy")
    assert ([one.reviewer for one in after.verdicts], after.differs, after.may_judge) == (["ada", "bo"], True, True)
    assert after.estimates is None


def test_estimates_are_of_the_moment_in_which_it_was_held(room: Room) -> None:
    place = held(room)
    room.say("Nobody listens, I am furious!", writer="nobody")
    give(room, place, Looked(verdict="accept", still_fits=True))
    told = seen(room, place, "ada")
    assert told.estimates is not None
    assert told.estimates.need == 0


def test_one_that_a_newer_took_the_place_of_is_told_as_lapsed(room: Room) -> None:
    first = held(room)
    held(room, text="And can I get the other refund sooner?")
    assert (seen(room, first, "ada").state, seen(room, first, "ada").may_judge) == ("lapsed", False)


def test_what_waits_is_listed_the_longest_first_and_says_whose_turn_it_is(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, ACCEPT)
    (mine,), (others,) = waiting(room.companion, "ada"), waiting(room.companion, "bo")
    assert (mine.mine, others.mine, mine.given, mine.wanted, mine.reason) == (True, False, 1, 2, "high_stakes")


def test_of_erased_conversations_nothing_is_listed(room: Room) -> None:
    held(room)
    room.keys.destroy("ada", room.now)
    assert waiting(room.companion, "ada") == ()


def test_agreement_counts_pairs_that_were_judged_blind_and_gives_no_figure_for_a_few(room: Room) -> None:
    place = held(room, TWO)
    give(room, place, Looked(verdict="accept", rated=RATED))
    give(room, place, Looked(verdict="accept", rated=RATED), "bo")
    found = agreed(room.companion)
    assert (found.pairs, found.rated, found.verdict, found.need) == (1, 1, None, None)


def test_what_people_rate_is_held_against_what_was_estimated_of_the_same_moment(room: Room) -> None:
    places = [held(room, conversation_id=f"c-{at}") for at in range(LEAST)]
    given = [give(room, place, Looked(verdict="accept", rated=RATED)) for place in places]
    found = agreed(room.companion)
    assert (len(given), found.compared, found.pairs) == (LEAST, LEAST, 0)
    assert found.estimate is not None
    assert (found.estimate.same.value, found.drift) == (0.0, 2.0)


def test_of_what_was_not_held_there_is_no_sheet(room: Room) -> None:
    with pytest.raises(NotThere):
        seen(room, 0, "ada")
