"""Reading a policy: the shipped one, an operator's over it, and a museum of bad files named for their fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.decision.facts import TRIGGERS
from humanely.decision.policy import RANGES, policy, shipped
from humanely.decision.policy_faults import (
    ForbiddenByDesign,
    PolicyUnreadable,
    ThresholdOutOfRange,
    UnknownTrigger,
    UnreachableRule,
    VersionMissing,
)
from humanely.decision.signs.seen import Thresholds
from humanely.errors import HumanelyError

NAMED = 'name = "own"\n'


def test_the_shipped_policy_words_every_trigger_and_no_other() -> None:
    assert set(shipped().triggers) == set(TRIGGERS)


def test_every_threshold_has_a_range() -> None:
    assert set(RANGES) == set(Thresholds.__struct_fields__)


def test_a_file_with_only_a_name_is_the_shipped_policy_under_that_name() -> None:
    own = policy(NAMED)
    assert own.rules == shipped().rules
    assert own.version.startswith("own-")


def test_the_version_tells_any_change() -> None:
    versions = {
        policy(NAMED + more).version
        for more in (
            "",
            "thresholds.fall = 0.5",
            'triggers.asked = { weight = 0.7, says = "Asked." }',
            "rules.repeats.off = true",
            'offers.allowed = ["a", "b"]',
        )
    }
    assert len(versions) == 5


def test_the_version_tells_the_order_of_rules() -> None:
    one = '[rules.a]\nstep = "next"\nwhen = ["repeats", "abuse"]\naction = "comfort"\n'
    other = '[rules.b]\nstep = "next"\nwhen = ["left_open", "abuse"]\naction = "reply"\n'
    assert policy(NAMED + one + other).version != policy(NAMED + other + one).version


def test_the_same_file_has_the_same_version() -> None:
    assert policy(NAMED + "thresholds.low = -0.5").version == policy(NAMED + "[thresholds]\nlow = -0.5").version


def test_escalation_is_asked_before_the_next_step_however_the_file_is_ordered() -> None:
    own = policy(NAMED + '[rules.own]\nstep = "next"\nwhen = ["peer_question"]\naction = "reply"')
    steps = [rule.step for rule in own.rules.values()]
    assert steps == sorted(steps, key=lambda step: step != "escalation")
    assert next(name for name, rule in own.rules.items() if rule.step == "next") == "own"


def test_a_rule_can_be_changed_by_name_and_keeps_its_place() -> None:
    own = policy(NAMED + 'rules.vulnerable.action = "review"')
    assert own.rules["vulnerable"].action == "review"
    assert list(own.rules) == list(shipped().rules)


def test_a_rule_can_be_taken_away() -> None:
    assert "repeats" not in policy(NAMED + "rules.repeats.off = true").rules


@given(st.sampled_from(sorted(RANGES)), st.floats(-20, 20))
def test_a_threshold_is_taken_inside_its_range_only(name: str, value: float) -> None:
    low, high = RANGES[name]
    whole = isinstance(getattr(shipped().thresholds, name), int)
    number = round(value) if whole else value
    text = f"{NAMED}[thresholds]\n{name} = {number!r}"
    if low <= number <= high:
        assert getattr(policy(text).thresholds, name) == number
    else:
        with pytest.raises(ThresholdOutOfRange, match=name):
            policy(text)


RULE = '[rules.{name}]\nstep = "{step}"\nwhen = {when}\nunless = {unless}\naction = "{action}"\n'


def rule(
    name: str = "own", step: str = "next", when: str = '["abuse"]', unless: str = "[]", action: str = "reply"
) -> str:
    return NAMED + RULE.format(name=name, step=step, when=when, unless=unless, action=action)


MUSEUM: dict[str, tuple[str, type[HumanelyError], str]] = {
    "not_toml": ("name = ", PolicyUnreadable, "not TOML"),
    "no_name": ("[thresholds]\nlow = -0.5", VersionMissing, "no version"),
    "empty_name": ('name = ""', VersionMissing, "no version"),
    "empty_file": ("", VersionMissing, "no version"),
    "name_is_a_number": ("name = 7", PolicyUnreadable, "str"),
    "version_given": (NAMED + 'version = "2"', PolicyUnreadable, "gives a version"),
    "unknown_table": (NAMED + "[treshholds]\nlow = 0", PolicyUnreadable, "treshholds"),
    "unknown_threshold": (NAMED + "thresholds.mood = 1", PolicyUnreadable, "mood"),
    "threshold_as_text": (NAMED + 'thresholds.low = "low"', PolicyUnreadable, "thresholds.low"),
    "threshold_not_a_number": (NAMED + "thresholds.fall = nan", ThresholdOutOfRange, "thresholds.fall"),
    "probability_over_one": (NAMED + "thresholds.felt_from = 60", ThresholdOutOfRange, "0 to 1"),
    "no_attempt_at_all": (NAMED + "thresholds.failed_attempts = 0", ThresholdOutOfRange, "1 to 10"),
    "weight_over_one": (NAMED + "triggers.asked.weight = 2", ThresholdOutOfRange, "triggers.asked.weight"),
    "unknown_trigger_in_when": (rule(when='["angry"]'), UnknownTrigger, "'angry'"),
    "unknown_trigger_in_removed_by": (NAMED + 'offers.removed_by = ["mood"]', UnknownTrigger, "offers.removed_by"),
    "unknown_trigger_in_approaches": (NAMED + 'approaches.by_risk.mood = "scripted"', UnknownTrigger, "by_risk"),
    "unknown_trigger_worded": (NAMED + 'triggers.mood = { weight = 0, says = "x" }', UnknownTrigger, "triggers"),
    "trouble_holds_a_rule_back": (rule(unless='["distress"]'), UnknownTrigger, "unless of rule 'own'"),
    "rule_on_nothing": (rule(when="[]"), PolicyUnreadable, "names no trigger"),
    "rule_of_silence": (rule(action="none"), PolicyUnreadable, "none"),
    "unknown_action": (rule(action="ignore"), PolicyUnreadable, "ignore"),
    "unknown_step": (rule(step="first"), PolicyUnreadable, "first"),
    "unknown_approach": (NAMED + 'approaches.default = "robotic"', PolicyUnreadable, "robotic"),
    "rule_is_no_table": (NAMED + "rules = 3", PolicyUnreadable, "rules"),
    "new_rule_without_action": (NAMED + '[rules.own]\nstep = "next"\nwhen = ["abuse"]', PolicyUnreadable, "action"),
    "rule_hides_a_later_one": (rule(when='["repeats"]'), UnreachableRule, "'repeats' can never decide"),
    "rule_twice": (rule(name="a") + RULE.format(name="b", step="next", when='["abuse"]', unless="[]", action="comfort"),
                   UnreachableRule, "'b' can never decide"),
    "offers_in_distress": (NAMED + 'offers.removed_by = ["crisis", "crisis_before", "vulnerable"]', ForbiddenByDesign,
                           "'distress'"),
    "offers_after_a_crisis": (NAMED + 'offers.removed_by = ["crisis", "distress", "vulnerable"]', ForbiddenByDesign,
                              "'crisis_before'"),
    "crisis_made_light": (NAMED + "triggers.crisis.weight = 0.5", ForbiddenByDesign, "life at risk"),
    "doubt_answered": (NAMED + 'rules.low_confidence.action = "reply"', ForbiddenByDesign, "'low_confidence'"),
    "doubt_ignored": (NAMED + "rules.language_off.off = true", ForbiddenByDesign, "'language_off'"),
}  # fmt: skip


@pytest.mark.parametrize("fault", MUSEUM)
def test_each_bad_policy_is_refused_for_its_fault(fault: str) -> None:
    text, error, says = MUSEUM[fault]
    with pytest.raises(error, match=says) as caught:
        policy(text)
    assert caught.value.fix
