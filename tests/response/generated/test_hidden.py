"""Facts about what a model sees of a conversation, and what is put back."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.response.generated.hidden import hide
from humanely.response.situation import Situation
from humanely.signal.masking import mask

CARD = "4111 1111 1111 1111"
SAID = st.lists(
    st.sampled_from(
        (
            "I am Anna Keller.",
            "Mail a@example.org",
            "Mail b@example.org",
            f"Card {CARD}",
            "Call +44 20 7946 0958",
            "Hi!",
        )
    ),
    max_size=5,
)


def test_what_the_person_wrote_just_now_is_put_back() -> None:
    hidden = hide(Situation(messages=("I'm Anna, mail me at anna@example.org or on +44 20 7946 0958.",)))
    assert hidden.messages == ("I'm [name], mail me at [e-mail] or on [phone].",)
    assert hidden.restore("[name], we write to [e-mail].") == "Anna, we write to anna@example.org."


def test_what_was_written_earlier_or_by_us_stays_hidden() -> None:
    hidden = hide(Situation(messages=("Well?",), earlier=("I'm Anna.",), previous_answers=("Dear Anna, hello.",)))
    assert hidden.earlier == ("I'm [name].",)
    assert hidden.answers == ("Dear [name], hello.",)
    assert hidden.restore("Dear [name]") == "Dear [name]"


def test_what_could_be_either_of_two_stays_hidden() -> None:
    hidden = hide(Situation(messages=("Not a@example.org, b@example.org!",)))
    assert hidden.restore("To [e-mail]?") == "To [e-mail]?"


def test_a_card_number_is_never_put_back() -> None:
    hidden = hide(Situation(messages=(f"My card is {CARD}.",)))
    assert hidden.messages == ("My card is [card].",)
    assert hidden.restore("[card]") == "[card]"


def test_facts_are_hidden_one_by_one_and_all_put_back() -> None:
    hidden = hide(Situation(facts=("Call +44 20 7946 0958 or +44 20 7946 0959.", "Write to help@example.org.")))
    assert hidden.facts == ("Call [phone 1] or [phone 2].", "Write to [e-mail 3].")
    assert hidden.restore("[phone 2], [e-mail 3]") == "+44 20 7946 0959, help@example.org"


def test_the_newest_messages_are_not_shown_twice() -> None:
    situation = Situation(messages=("I'm Anna.", "Hello?"), earlier=("Before.", "I'm [name].", "Hello?"))
    assert hide(situation).earlier == ("Before.",)


@given(messages=SAID, facts=SAID)
def test_nothing_personal_is_left_to_see(messages: list[str], facts: list[str]) -> None:
    hidden = hide(Situation(messages=tuple(messages), facts=tuple(facts)))
    assert [mask(text).spans for text in (*hidden.messages, *hidden.facts)] == [()] * len((*messages, *facts))


@given(messages=SAID, facts=SAID)
def test_what_was_put_back_can_be_hidden_again(messages: list[str], facts: list[str]) -> None:
    hidden = hide(Situation(messages=tuple(messages), facts=tuple(facts)))
    shown = hidden.conceal(hidden.restore(" / ".join((*hidden.messages, *hidden.facts))))
    assert not any(secret in shown for secret in ("Anna", "Keller", "example.org", CARD, "7946"))
