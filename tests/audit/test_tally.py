"""Totals do not depend on the order of conversations, and memory does not grow with them."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.audit.tally import CONVERSATIONS, IDS, NAMES, QUOTES, Deepest, Instance, KindTally, Tally
from humanely.estimate import ReadConversation
from tests.audit.conversations import conversation, japanese, polish


def cold(name: str, **about: str | float | bool | None) -> ReadConversation:
    """A conversation that goes badly."""
    return conversation(
        ("customer", "I asked three times and nobody listens, I am so angry!", -0.8),
        ("agent", "Please see our FAQ."),
        ("customer", "That did not work. This is hopeless!", -0.9),
        conversation_id=name,
        **about,  # type: ignore[arg-type]
    )


def tally_of(reads: list[ReadConversation]) -> Tally:
    tally = Tally()
    for read in reads:
        tally.add(read)
    return tally


@given(st.permutations(list(range(12))))
def test_the_order_of_conversations_does_not_matter(order: list[int]) -> None:
    reads = [cold(f"c{number}", group="ab"[number % 2]) for number in range(12)]
    one, other = tally_of(reads), tally_of([reads[number] for number in order])
    assert [k.people for k in one.kinds] == [k.people for k in other.kinds]
    assert [i.read.conversation.conversation_id for i in one.deepest] == [
        i.read.conversation.conversation_id for i in other.deepest
    ]
    assert abs(one.all.gap.figure().low - other.all.gap.figure().low) < 1e-9  # type: ignore[operator]


@given(st.lists(st.tuples(st.integers(0, 9), st.text(min_size=1, max_size=3)), unique_by=lambda pair: pair[1]))
def test_the_deepest_are_kept(offered: list[tuple[int, str]]) -> None:
    deepest = Deepest(3)
    for depth, name in offered:
        deepest.offer(depth, Instance(cold(name), ()))
    kept = [instance.read.conversation.conversation_id for instance in deepest]
    assert kept == [name for _, name in sorted(offered, key=lambda pair: (-pair[0], pair[1]))[:3]]


def test_what_is_kept_is_bounded() -> None:
    tally = tally_of([cold(f"c{number}", journey=f"step {number}") for number in range(NAMES + 30)])
    assert len(tally.slices["journey"]) == NAMES + 1
    assert tally.slices["journey"]["all others"].conversations == 30
    assert len(list(tally.deepest)) == CONVERSATIONS
    kind = next(k for k in tally.kinds if k.kind.code == "hurt_at_end")
    assert kind.people == NAMES + 30
    assert len(list(kind.deepest)) == QUOTES


def test_ids_are_capped_and_people_are_not() -> None:
    tally, read = KindTally(Tally().kinds[0].kind), cold("c")
    found = Tally().kinds[2].kind.detect(read)
    for _ in range(IDS + 5):
        tally.add(read, found)
    assert (len(tally.ids), tally.people) == (IDS, IDS + 5)


def test_places_run_from_opening_to_ending_however_short_the_conversation() -> None:
    tally = tally_of([cold("c1")])
    assert [place.valence.n for place in tally.places] == [1, 0, 0, 0, 1]


def test_answers_are_read_in_the_languages_where_one_was_estimated() -> None:
    unread = conversation(("customer", "Dobrý den"), ("agent", "Dobrý den"), language="cs", conversation_id="c3")
    unanswered = conversation(("customer", "Hallo"), language="de", conversation_id="c4")
    untold = conversation(("customer", "ok"), ("agent", "Done."), language=None, conversation_id="c5")
    tally = tally_of([polish(), japanese(), unread, unanswered, untold, cold("c6")])
    assert tally.answers_read == {"pl", "ja", "en"}
    assert set(tally.languages) == {"pl", "ja", "cs", "de", "", "en"}


def test_a_gap_is_added_up_in_a_language_without_phrases() -> None:
    tally = tally_of([polish()])
    assert tally.all.exchanges == 1
    assert tally.slices["language"]["pl"].gap.figure().n == 1
    assert {k.kind.code for k in tally.kinds if k.people} >= {"cold_answer", "human_not_given", "unanswered"}
