"""The table of the law, row by row, written out by hand; then the laws that any such table obeys."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humanely.decision.law import (
    CONSENTS,
    EFFECTS,
    EMOTION_RECOGNITION,
    INFERRING,
    PURPOSES,
    SENSES,
    SETTINGS,
    Circumstances,
    Consent,
    Law,
    Rule,
    Ruling,
    Sense,
    Setting,
    duties,
    ruling,
)
from humanely.decision.law_file import UNTIL, shipped
from humanely.signal.turn import Speaker

LAW = shipped()
LETTERS = {"A": "allowed", "N": "notice", "R": "release", "F": "forbidden"}

# Five letters a cell, for the consents refused, none, noticed, granted, released, in this order:
# A it runs, N the person has to be told or asked first, R a written release is needed first, F it does not run.

ESTIMATE = """
setting    sense        DE     NO     GB     BR     US-IL  US-TX  US     -
service    text         FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
service    self_report  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA
service    record       FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
service    behaviour    FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
service    typing       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
service    voice        FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
service    face         FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
education  text         FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
education  self_report  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA
education  record       FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
education  behaviour    FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
education  typing       FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
education  voice        FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
education  face         FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
workplace  text         FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
workplace  self_report  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA
workplace  record       FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
workplace  behaviour    FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
workplace  typing       FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
workplace  voice        FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
workplace  face         FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF  FFFFF
health     text         FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
health     self_report  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
health     record       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
health     behaviour    FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
health     typing       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
health     voice        FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
health     face         FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
companion  text         FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
companion  self_report  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
companion  record       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
companion  behaviour    FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
companion  typing       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
companion  voice        FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
companion  face         FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
marketing  text         FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
marketing  self_report  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA  FAAAA
marketing  record       FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
marketing  behaviour    FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA  FNAAA
marketing  typing       FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA  FNNAA
marketing  voice        FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
marketing  face         FNNAA  FNNAA  FNNAA  FNNAA  FRRRA  FNNAA  FRRRA  FRRRA
"""

# The other purposes, for a service in Germany, a school in Germany, and a service in Illinois.
PURPOSE = """
setting    sense        place  answer note   profile learn  research marketing safety assess
service    text         DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FFFFF
service    self_report  DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FFFFF
service    record       DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FNAAA
service    behaviour    DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNAAA  FFFFF
service    typing       DE     FNAAA  FNAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNNAA  FFFFF
service    voice        DE     FNAAA  FNAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNNAA  FFFFF
service    face         DE     FNAAA  FNAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNNAA  FFFFF
education  text         DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FFFFF
education  self_report  DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FFFFF
education  record       DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FNAAA
education  behaviour    DE     FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNAAA  FFFFF
education  typing       DE     FNAAA  FNAAA  FFFFF   FFFFF  FFFFF    FFFFF     FFFFF  FFFFF
education  voice        DE     FNAAA  FNAAA  FFFFF   FFFFF  FFFFF    FFFFF     FFFFF  FFFFF
education  face         DE     FNAAA  FNAAA  FFFFF   FFFFF  FFFFF    FFFFF     FFFFF  FFFFF
service    text         US-IL  FAAAA  FAAAA  FNNAA   FNNAA  FNNAA    FNNAA     AAAAA  FFFFF
service    typing       US-IL  FNAAA  FNAAA  FNNAA   FNNAA  FNNAA    FNNAA     FNNAA  FFFFF
service    voice        US-IL  FRRRA  FRRRA  FRRRA   FRRRA  FRRRA    FRRRA     FRRRA  FFFFF
service    face         US-IL  FRRRA  FRRRA  FRRRA   FRRRA  FRRRA    FRRRA     FRRRA  FFFFF
"""

# A person known to be a minor, in the same places.
MINOR = """
setting    sense        place  answer note   estimate profile learn  research marketing safety assess
service    text         DE     FAAAA  FAAAA  FNAAA    FRRRA   FRRRA  FRRRA    FFFFF     AAAAA  FFFFF
service    self_report  DE     FAAAA  FAAAA  FAAAA    FRRRA   FRRRA  FRRRA    FFFFF     AAAAA  FFFFF
service    record       BR     FAAAA  FAAAA  FNAAA    FRRRA   FRRRA  FRRRA    FFFFF     AAAAA  FNAAA
service    behaviour    BR     FAAAA  FAAAA  FNAAA    FRRRA   FRRRA  FRRRA    FFFFF     FNAAA  FFFFF
service    typing       BR     FNAAA  FNAAA  FRRRA    FRRRA   FRRRA  FRRRA    FFFFF     FRRRA  FFFFF
service    voice        DE     FNAAA  FNAAA  FRRRA    FRRRA   FRRRA  FRRRA    FFFFF     FRRRA  FFFFF
education  voice        DE     FNAAA  FNAAA  FFFFF    FFFFF   FFFFF  FFFFF    FFFFF     FFFFF  FFFFF
companion  text         US-NY  FAAAA  FAAAA  FNNAA    FRRRA   FRRRA  FRRRA    FFFFF     AAAAA  FFFFF
"""


def _lines(table: str) -> Iterator[dict[str, str]]:
    heads, *rows = (line.split() for line in table.strip().splitlines())
    yield from (dict(zip(heads, row, strict=True)) for row in rows)


def _rows() -> Iterator[tuple[str, str, str | None, str, bool, str]]:
    """Setting, sense, place, purpose, minor, expected cell."""
    for line in _lines(ESTIMATE):
        setting, sense = line.pop("setting"), line.pop("sense")
        for place, cell in line.items():
            yield setting, sense, None if place == "-" else place, "estimate", False, cell
    for table, minor in ((PURPOSE, False), (MINOR, True)):
        for line in _lines(table):
            setting, sense, place = line.pop("setting"), line.pop("sense"), line.pop("place")
            for purpose, cell in line.items():
                yield setting, sense, place, purpose, minor, cell


def _asked(law: Law, circumstances: Circumstances, sense: str, purpose: str, consent: str) -> Ruling:
    return ruling(
        law,
        circumstances,
        sense=msgspec.convert(sense, Sense),
        purpose=next(known for known in PURPOSES if known == purpose),
        consent=next(known for known in CONSENTS if known == consent),
    )


@pytest.mark.parametrize(("setting", "sense", "place", "purpose", "minor", "cell"), list(_rows()))
def test_the_table(setting: str, sense: str, place: str | None, purpose: str, minor: bool, cell: str) -> None:
    here = Circumstances(setting=msgspec.convert(setting, Setting), place=place, minor=minor)
    assert [_asked(LAW, here, sense, purpose, consent).effect for consent in CONSENTS] == [
        LETTERS[letter] for letter in cell
    ]


def test_the_table_of_estimates_has_every_setting_and_sense_once() -> None:
    rows = [(line["setting"], line["sense"]) for line in _lines(ESTIMATE)]
    assert sorted(rows) == sorted((setting, sense) for setting in SETTINGS for sense in SENSES)


# ── Reasons ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_ban_names_its_article_and_nothing_would_lift_it() -> None:
    school = Circumstances(setting="education", place="FR")
    found = ruling(LAW, school, sense="face", purpose="estimate", consent="released")
    assert (found.effect, found.needs, found.emotion_recognition) == ("forbidden", None, True)
    assert [(reason.rule, reason.reach) for reason in found.reasons] == [
        ("no_emotion_recognition_at_work_or_school", "here")
    ]
    assert found.reasons[0].article.startswith("EU AI Act Art. 5(1)(f)")


def test_outside_its_places_a_rule_is_kept_and_says_so() -> None:
    school = Circumstances(setting="education", place="BR")
    found = ruling(LAW, school, sense="face", purpose="estimate", consent="granted")
    assert [reason.reach for reason in found.reasons] == ["kept"]


def test_where_the_place_is_not_known_the_strictest_rule_holds_and_the_reason_says_so() -> None:
    somewhere = Circumstances(setting="service")
    found = ruling(LAW, somewhere, sense="voice", purpose="estimate", consent="granted")
    assert (found.effect, found.needs) == ("release", "released")
    assert [(reason.rule, reason.reach) for reason in found.reasons] == [("illinois_release", "perhaps")]


def test_a_misspelt_state_never_leads_out_of_its_rules() -> None:
    slip = Circumstances(setting="service", place="US-Illinois")
    assert ruling(LAW, slip, sense="voice", purpose="estimate", consent="granted").effect == "release"


def test_consent_that_meets_a_rule_is_named_as_a_reason() -> None:
    here = Circumstances(setting="service", place="DE")
    found = ruling(LAW, here, sense="text", purpose="profile", consent="granted")
    assert found.effect == "allowed"
    assert ("consent_to_profile", True) in [(reason.rule, reason.met) for reason in found.reasons]


def test_a_refusal_is_a_reason_only_where_there_is_one() -> None:
    here = Circumstances(setting="service", place="DE")
    no = ruling(LAW, here, sense="text", purpose="answer", consent="refused")
    yes = ruling(LAW, here, sense="text", purpose="answer", consent="granted")
    assert [reason.rule for reason in no.reasons] == ["refused"]
    assert [reason.rule for reason in yes.reasons] == ["answering"]
    assert "refused" not in yes.rules


def test_an_agents_voice_is_at_work_in_every_setting_and_a_customers_is_not() -> None:
    call = Circumstances(setting="service", place="DE", speaker=Speaker.AGENT)
    agent = ruling(LAW, call, sense="voice", purpose="estimate", consent="granted")
    customer = ruling(
        LAW, Circumstances(setting="service", place="DE"), sense="voice", purpose="estimate", consent="granted"
    )
    assert (agent.effect, customer.effect) == ("forbidden", "allowed")


def test_a_companion_channel_brings_its_rules_into_every_setting() -> None:
    bot = Circumstances(setting="service", place="DE", companion=True)
    assert ruling(LAW, bot, sense="text", purpose="estimate", consent="noticed").needs == "granted"


def test_loud_may_be_noted_at_school_and_angry_may_not() -> None:
    school = Circumstances(setting="education", place="DE")
    loud = ruling(LAW, school, sense="voice", purpose="note", consent="noticed")
    angry = ruling(LAW, school, sense="voice", purpose="estimate", consent="noticed")
    assert (loud.effect, loud.emotion_recognition) == ("allowed", False)
    assert "facts_are_not_feelings" in [reason.rule for reason in loud.reasons]
    assert angry.effect == "forbidden"


# ── Duties ───────────────────────────────────────────────────────────────────────────────────────────────────────────

EVERYWHERE = [
    "say_that_it_is_an_ai",
    "mark_the_author",
    "no_offers_on_distress",
    "a_human_decides",
    "guard_crisis_flags",
]


@pytest.mark.parametrize(
    ("here", "senses", "expected"),
    [
        (Circumstances(setting="service", place="DE"), ["text"], EVERYWHERE),
        (Circumstances(setting="service", place="BR"), ["text"], EVERYWHERE),
        (Circumstances(setting="service", place="DE"), ["voice"], [*EVERYWHERE, "keep_no_template"]),
        (
            Circumstances(setting="service", place="US-IL"),
            ["face"],
            [*EVERYWHERE, "keep_no_template", "illinois_retention_schedule"],
        ),
        (Circumstances(setting="companion", place="DE"), ["text"], [*EVERYWHERE, "companion_crisis_protocol"]),
        (
            Circumstances(setting="companion", place="US-NY"),
            ["text"],
            [*EVERYWHERE, "companion_crisis_protocol", "companion_reminder"],
        ),
        (
            Circumstances(setting="health", place="US-NY", companion=True),
            ["text"],
            [*EVERYWHERE, "companion_crisis_protocol", "companion_reminder"],
        ),
        (Circumstances(setting="companion", place="US-CA"), ["text"], [*EVERYWHERE, "companion_crisis_protocol"]),
        (
            Circumstances(setting="companion", place="US-CA", minor=True),
            ["text"],
            [*EVERYWHERE, "companion_crisis_protocol", "companion_break_for_minors"],
        ),
        (
            Circumstances(setting="companion", minor=True),
            ["text"],
            [*EVERYWHERE, "companion_crisis_protocol", "companion_reminder", "companion_break_for_minors"],
        ),
    ],
)
def test_duties(here: Circumstances, senses: list[Sense], expected: list[str]) -> None:
    assert [duty.id for duty in duties(LAW, here, senses=senses)] == expected


def test_what_duties_ask_for() -> None:
    asked = {duty.id: duty for duty in duties(LAW, Circumstances(setting="companion"))}
    assert asked["say_that_it_is_an_ai"].when == ("first_message", "human_returns")
    assert asked["companion_reminder"].every_h == 3
    assert asked["a_human_decides"].decisions == ("refund", "ban", "grade", "credential_refusal")


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

places = st.sampled_from([None, "DE", "NO", "GB", "BR", "US", "US-IL", "US-NY", "US-CA", "nowhere"])
circumstances = st.builds(
    Circumstances,
    setting=st.sampled_from(SETTINGS),
    place=places,
    speaker=st.sampled_from(Speaker),
    minor=st.booleans(),
    companion=st.booleans(),
)
questions = st.tuples(st.sampled_from(SENSES), st.sampled_from(PURPOSES), st.sampled_from(CONSENTS))
FITTING = [(effect, until) for effect, untils in UNTIL.items() for until in sorted(untils, key=str)]
"""Effects with the consents that may meet them: a file with any other pair is refused."""

new_rules = st.sampled_from(FITTING).flatmap(
    lambda fitting: st.builds(
        Rule,
        id=st.just("one_more"),
        article=st.just("Art. 1"),
        says=st.just("One more."),
        for_person=st.just("One more."),
        senses=st.lists(st.sampled_from(SENSES), min_size=1).map(tuple),
        settings=st.lists(st.sampled_from(SETTINGS), min_size=1).map(tuple),
        purposes=st.lists(st.sampled_from(PURPOSES), min_size=1).map(tuple),
        places=st.sampled_from([(), ("EEA",), ("US-IL",)]),
        effect=st.just(fitting[0]),
        until=st.just(fitting[1]),
    )
)


def _severity(law: Law, here: Circumstances, asked: tuple[str, str, str]) -> int:
    return EFFECTS.index(_asked(law, here, *asked).effect)


@settings(deadline=None)
@given(circumstances, questions, new_rules)
def test_one_more_rule_never_loosens(here: Circumstances, asked: tuple[str, str, str], rule: Rule) -> None:
    more = msgspec.structs.replace(LAW, rules=(*LAW.rules, rule))
    assert _severity(more, here, asked) >= _severity(LAW, here, asked)


@settings(deadline=None)
@given(circumstances, questions, st.tuples(st.integers(0, 4), st.integers(0, 4)))
def test_less_consent_never_loosens(here: Circumstances, asked: tuple[str, str, str], steps: tuple[int, int]) -> None:
    sense, purpose, _ = asked
    less, more = CONSENTS[min(steps)], CONSENTS[max(steps)]
    assert _severity(LAW, here, (sense, purpose, less)) >= _severity(LAW, here, (sense, purpose, more))


@settings(deadline=None)
@given(circumstances, questions)
def test_knowing_less_of_the_place_never_loosens(here: Circumstances, asked: tuple[str, str, str]) -> None:
    country = msgspec.structs.replace(here, place=(here.place or "").partition("-")[0])
    nowhere = msgspec.structs.replace(here, place=None)
    severities = [_severity(LAW, where, asked) for where in (here, country, nowhere)]
    assert severities == sorted(severities)


@settings(deadline=None)
@given(circumstances, questions)
def test_being_a_minor_at_work_or_with_a_companion_never_loosens(
    here: Circumstances, asked: tuple[str, str, str]
) -> None:
    plain = Circumstances(setting=here.setting, place=here.place)
    assert _severity(LAW, here, asked) >= _severity(LAW, plain, asked)


@settings(deadline=None)
@given(circumstances, questions)
def test_what_a_ruling_needs_allows_it_and_less_does_not(here: Circumstances, asked: tuple[str, str, str]) -> None:
    sense, purpose, _ = asked
    found = _asked(LAW, here, *asked)
    enough = CONSENTS.index(found.needs or "refused")
    assert (found.needs is None) == (found.effect in ("allowed", "forbidden"))
    assert found.needs is None or _asked(LAW, here, sense, purpose, CONSENTS[enough]).effect == "allowed"
    assert found.needs is None or _asked(LAW, here, sense, purpose, CONSENTS[enough - 1]).effect != "allowed"


@settings(deadline=None)
@given(circumstances, questions)
def test_every_ruling_has_reasons_from_rules_that_hold(here: Circumstances, asked: tuple[str, str, str]) -> None:
    found = _asked(LAW, here, *asked)
    assert found.reasons
    assert {reason.rule for reason in found.reasons} <= set(found.rules)


@settings(deadline=None)
@given(
    circumstances,
    st.sampled_from(["education", "workplace"]),
    st.sampled_from(EMOTION_RECOGNITION),
    st.sampled_from(INFERRING),
    st.sampled_from(CONSENTS),
)
def test_no_circumstance_lifts_the_ban(
    here: Circumstances, setting: Setting, sense: Sense, purpose: str, consent: Consent
) -> None:
    barred = msgspec.structs.replace(here, setting=setting)
    assert _asked(LAW, barred, sense, purpose, consent).effect == "forbidden"


@settings(deadline=None)
@given(circumstances, st.sampled_from(SENSES[:2]), st.sampled_from(CONSENTS))
def test_reading_for_risk_to_life_needs_no_consent(here: Circumstances, sense: Sense, consent: Consent) -> None:
    assert ruling(LAW, here, sense=sense, purpose="safety", consent=consent).effect == "allowed"


@settings(deadline=None)
@given(circumstances)
def test_duties_never_shrink_when_less_of_the_place_is_known(here: Circumstances) -> None:
    nowhere = msgspec.structs.replace(here, place=None)
    assert set(duties(LAW, here)) <= set(duties(LAW, nowhere))
