"""Each detector finds its problem where it is, and stays quiet on the look-alike beside it."""

from msgspec import structs

from humanely.audit import detectors
from tests.audit.conversations import Asked, Model, conversation, japanese, polish, shows


def test_a_human_who_never_comes_is_found_with_the_words_that_asked() -> None:
    found = detectors.human_not_given(
        conversation(
            ("customer", "My card is blocked."),
            ("assistant", "Please choose: 1 cards, 2 accounts."),
            ("customer", "I want to talk to a real person please"),
            ("assistant", "Please choose: 1 cards, 2 accounts."),
        )
    )
    assert [hit.turn for hit in found.hits] == [2]
    assert "person" in " ".join(found.hits[0].words)


def test_a_human_who_comes_is_no_finding() -> None:
    found = detectors.human_not_given(
        conversation(
            ("customer", "I want to talk to a real person please"),
            ("assistant", "I am bringing someone in."),
            ("agent", "Hello, this is Marta. I have read everything above."),
        )
    )
    assert found.could
    assert not found.hits


def test_nobody_asked_for_a_human_is_not_counted_as_all_got_one() -> None:
    assert not detectors.human_not_given(conversation(("customer", "Where is my parcel?"))).could


def test_a_dip_needs_an_answer_before_it() -> None:
    fall = conversation(
        ("customer", "Hello, a quick one", 0.4), ("agent", "No."), ("customer", "That is horrible", -0.7)
    )
    alone = conversation(("customer", "Hello, a quick one", 0.4), ("customer", "That is horrible", -0.7))
    assert [hit.turn for hit in detectors.dip(fall).hits] == [2]
    assert not detectors.dip(alone).could


def test_from_great_to_good_is_no_dip() -> None:
    found = detectors.dip(
        conversation(("customer", "Wonderful!", 0.95), ("agent", "Glad."), ("customer", "Bye then", 0.3))
    )
    assert found.could
    assert not found.hits


def test_hurt_at_the_end_looks_at_the_last_customer_message() -> None:
    hurt = conversation(("customer", "Hi", 0.0), ("agent", "Closed."), ("customer", "I give up, awful", -0.8))
    healed = conversation(
        ("customer", "This is awful", -0.8), ("agent", "Sent again today."), ("customer", "Thank you!", 0.8)
    )
    assert 0.5 < detectors.hurt_at_end(hurt).hits[0].depth <= 1
    assert detectors.hurt_at_end(healed).could
    assert not detectors.hurt_at_end(healed).hits


def test_two_failed_attempts_and_nobody_new_is_found() -> None:
    found = detectors.repeats_without_escalation(
        conversation(
            ("customer", "The reset link does not work."),
            ("assistant", "Please try the reset link."),
            ("customer", "I already tried that, it still does not work."),
            ("assistant", "Please try the reset link."),
        )
    )
    assert [hit.turn for hit in found.hits] == [2]


def test_two_failed_attempts_and_a_human_joins_is_none() -> None:
    found = detectors.repeats_without_escalation(
        conversation(
            ("customer", "The reset link does not work."),
            ("assistant", "Please try the reset link."),
            ("customer", "I already tried that, it still does not work."),
            ("agent", "Hello, Marta here. I see both attempts."),
        )
    )
    assert found.could
    assert not found.hits


def test_a_cold_answer_to_strong_feeling_is_found_at_the_answer() -> None:
    found = detectors.cold_answer(
        conversation(
            ("customer", "I am desperate, I asked three times and nobody listens, my exam is tomorrow!!", -0.9),
            ("agent", "Please see our FAQ."),
        )
    )
    assert [hit.turn for hit in found.hits] == [1]


def test_an_answer_in_another_language_is_found() -> None:
    told = conversation(
        ("customer", "Wo ist mein Paket?"),
        ("agent", "Could you share the order number?"),
        language="de",
        answer_languages=["en"],
    )
    untold = conversation(("customer", "Wo ist mein Paket?"), ("agent", "Ok."), language="de", answer_languages=[None])
    assert [hit.turn for hit in detectors.wrong_language(told).hits] == [1]
    assert not detectors.wrong_language(untold).hits


def test_a_slow_first_answer_needs_times() -> None:
    said = (("customer", "Where is my refund?"), ("agent", "On its way."))
    (slow,) = detectors.slow_first_answer(conversation(*said, hours_between=9.0)).hits
    assert (slow.words, slow.facts) == ((), ("after 9 h",))
    assert not detectors.slow_first_answer(conversation(*said, hours_between=7.9)).hits
    assert not detectors.slow_first_answer(conversation(*said, hours_between=None)).could


def test_a_question_left_open_is_found_and_a_thank_you_is_not() -> None:
    left = conversation(("customer", "Hi"), ("agent", "Hello"), ("customer", "When will my refund arrive?"))
    thanked = conversation(("customer", "Hi"), ("agent", "Done."), ("customer", "Great, thank you so much!", 0.8))
    assert [hit.turn for hit in detectors.unanswered(left).hits] == [2]
    assert detectors.unanswered(thanked).could
    assert not detectors.unanswered(thanked).hits


def test_an_apology_after_an_apology_is_found() -> None:
    found = detectors.apology_loop(
        conversation(
            ("customer", "Still no refund, this is so frustrating", -0.6),
            ("agent", "We apologize for the inconvenience."),
            ("customer", "And when does it come?", -0.5),
            ("agent", "We apologize for the inconvenience."),
        )
    )
    assert [hit.turn for hit in found.hits] == [3]


def test_a_flood_of_sympathy_over_a_plain_question_is_found() -> None:
    found = detectors.too_much(
        conversation(
            ("customer", "What are your opening hours?"),
            (
                "agent",
                "Oh my goodness, I am so incredibly sorry you had to ask!!! I truly, deeply feel your pain!!! ❤❤",
            ),
        )
    )
    assert [hit.turn for hit in found.hits] == [1]


def test_an_empty_conversation_troubles_no_detector() -> None:
    nothing = conversation(("agent", "Hello, are you there?"))
    detects = [
        detectors.dip,
        detectors.hurt_at_end,
        detectors.human_not_given,
        detectors.repeats_without_escalation,
        detectors.cold_answer,
        detectors.apology_loop,
        detectors.wrong_language,
        detectors.slow_first_answer,
        detectors.unanswered,
        detectors.empty_promise,
        detectors.too_much,
        detectors.best_answer,
    ]
    assert [detect(nothing).hits for detect in detects] == [()] * len(detects)


def test_agents_all_along_may_be_machines_so_nobody_can_tell_who_came() -> None:
    found = detectors.human_not_given(
        conversation(
            ("customer", "My card is blocked."),
            ("agent", "I am the automated assistant."),
            ("customer", "I want to talk to a real person please"),
            ("agent", "I am the automated assistant."),
        )
    )
    assert not found.could


def test_two_failed_attempts_in_one_breath_are_one() -> None:
    found = detectors.repeats_without_escalation(
        conversation(
            ("customer", "The reset link does not work."),
            ("customer", "I already tried that, it still does not work."),
            ("assistant", "Please try the reset link."),
        )
    )
    assert not found.hits


def test_bare_dates_say_nothing_of_hours() -> None:
    read = conversation(("customer", "Where is it?"), ("agent", "Here."), hours_between=24.0)
    midnight = [
        structs.replace(r, turn=structs.replace(r.turn, time=r.turn.time and r.turn.time.replace(hour=0)))
        for r in read.readings
    ]
    assert detectors.slow_first_answer(read).hits
    assert not detectors.slow_first_answer(structs.replace(read, readings=tuple(midnight))).could


def test_a_nod_after_a_promise_is_no_coming_back() -> None:
    promise = "We will look into it and get back to you as soon as possible."
    nodded = conversation(("customer", "My refund is late."), ("agent", promise), ("customer", "ok"))
    back = conversation(
        ("customer", "My refund is late."),
        ("agent", promise),
        ("customer", "It is still not here, does not work!", -0.6),
    )
    assert not detectors.empty_promise(nodded).hits
    assert detectors.empty_promise(back).hits


def test_a_cold_answer_in_a_language_without_phrases_is_found_and_says_why_without_words() -> None:
    (hit,) = detectors.cold_answer(polish()).hits
    assert (hit.turn, hit.words, hit.as_a_whole) == (1, (), ("dismissal",))


def test_an_ask_for_a_human_is_read_without_phrases() -> None:
    (hit,) = detectors.human_not_given(polish()).hits
    assert (hit.turn, hit.words, hit.as_a_whole) == (2, (), ("asks_for_human",))


def test_two_failed_attempts_are_read_without_phrases() -> None:
    (hit,) = detectors.repeats_without_escalation(polish()).hits
    assert (hit.turn, hit.as_a_whole) == (2, ("asks_for_human",))


def test_an_ask_left_open_is_found_in_any_language_that_was_read() -> None:
    (hit,) = detectors.unanswered(polish()).hits
    assert (hit.turn, hit.words, hit.as_a_whole) == (2, (), ("asks_for_human",))
    thanked = detectors.unanswered(japanese())
    assert thanked.could
    assert not thanked.hits


def test_whether_an_ask_was_left_open_cannot_be_told_where_nothing_was_read() -> None:
    said = (("customer", "Proszę o fakturę."), ("agent", "Proszę."), ("customer", "I jeszcze jedna sprawa"))
    assert not detectors.unanswered(conversation(*said, language="pl")).could
    assert detectors.unanswered(conversation(*said, language="pl", model={2: Asked(0.1)})).could


def test_apologies_are_counted_only_where_phrases_know_one() -> None:
    said = (("customer", "Gdzie jest mój zwrot"), ("agent", "Przepraszamy."), ("customer", "Więc kiedy"))
    again = (*said, ("agent", "Przepraszamy."))
    read: Model = {0: Asked(0.4), 1: shows(), 2: Asked(0.4), 3: shows()}
    assert not detectors.apology_loop(conversation(*again, language="pl", model=read)).could
    assert detectors.apology_loop(conversation(*again, language="de", model=read)).could


def test_a_good_answer_without_phrases_says_which_kinds_it_shows() -> None:
    (hit,) = detectors.best_answer(japanese()).hits
    assert (hit.turn, hit.words, hit.as_a_whole) == (1, (), ("feels_with", "understands", "acts"))


def test_an_empty_promise_and_a_flood_of_sympathy_are_read_without_phrases() -> None:
    found = detectors.empty_promise(
        conversation(
            ("customer", "Gdzie jest moja paczka", -0.4),
            ("agent", "Zajmiemy się tym."),
            ("customer", "Dalej nic nie przyszło", -0.6),
            language="pl",
            model={0: Asked(0.5), 1: shows(empty_promise=0.8), 2: Asked(0.6, ("complains",))},
        )
    )
    gushed = detectors.too_much(
        conversation(
            ("customer", "O której otwieracie"),
            ("agent", "Tak strasznie nam przykro, że musiał pan pytać!"),
            language="pl",
            model={0: Asked(0.05), 1: shows(feels_with=2, gush=0.8)},
        )
    )
    assert [(hit.turn, hit.words, hit.as_a_whole) for hit in found.hits] == [(1, (), ("empty_promise",))]
    assert [(hit.turn, hit.words, hit.as_a_whole) for hit in gushed.hits] == [(1, (), ("gush",))]


def test_what_the_model_reads_pushes_no_words_aside() -> None:
    situations = (
        "frustrated", "confused", "urgent", "attempt_failed", "threatens_to_leave", "abusive", "sarcastic", "vulnerable"
    )  # fmt: skip
    text = "That is horrible, nobody listens!!"
    plain = (("customer", "May I ask?", 0.4), ("agent", "No."), ("customer", text, -0.8))
    (alone,) = detectors.dip(conversation(*plain)).hits
    (hit,) = detectors.dip(conversation(*plain, model={2: Asked(0.9, situations)})).hits
    assert hit.words == alone.words != ()
    assert all(word in text for word in hit.words)
    assert set(hit.as_a_whole) < set(situations)
    assert len(hit.as_a_whole) == detectors.REASONS


def test_thanks_are_no_reason_for_a_hurt_ending() -> None:
    (hit,) = detectors.hurt_at_end(
        conversation(
            ("customer", "Dzień dobry"),
            ("agent", "Nie."),
            ("customer", "Dziękuję za nic, jestem załamana", -0.8),
            language="pl",
            model={0: Asked(0.0), 1: shows(), 2: Asked(0.9, ("frustrated", "grateful"))},
        )
    ).hits
    assert hit.as_a_whole == ("frustrated",)
