"""A law that cannot be relied on is refused, with the rule and the field that are wrong."""

from itertools import product
from pathlib import Path

import pytest

from humanely.decision.law import CONSENTS, EFFECTS, Circumstances, Rule, ruling
from humanely.decision.law_file import LawFaulty, parse, shipped

MUSEUM = Path(__file__).parent / "assets" / "law"

# File, where the fault is, the field, and words of the message.
FAULTS = """
not_toml                    | the top            | syntax        | Invalid value
no_version                  | the top            | version       | missing required field
unknown_table               | the top            | extra         | unknown field
states_of_no_country        | the top            | places        | 'UX' is no country of the list
group_with_a_stranger       | the top            | groups        | 'XX' is no country of the list
rule_without_article        | rule 'ask'         | article       | missing required field
empty_article               | rule 'ask'         | article       | matching regex
no_words_for_the_person     | rule 'ask'         | for_person    | missing required field
words_without_an_end        | rule 'ask'         | says          | matching regex
id_with_blanks              | rule 'ask first'   | id            | matching regex
rule_without_id             | rule 'number 3'    | id            | missing required field
misspelt_field              | rule 'ask'         | purpose       | unknown field
unknown_sense               | rule 'ban'         | senses        | Invalid enum value 'smell'
unknown_group               | rule 'ban'         | senses        | Invalid enum value 'biometric'
no_senses                   | rule 'ban'         | senses        | length >= 1
unknown_setting             | rule 'ban'         | settings      | Invalid enum value 'church'
unknown_purpose             | rule 'ask'         | purposes      | Invalid enum value 'gossip'
unknown_place               | rule 'ask'         | places        | 'UK' is no place
unknown_state               | rule 'ask'         | places        | 'US-TX' is no place
no_elsewhere                | rule 'ask'         | kept_elsewhere | there is no elsewhere
unknown_effect              | rule 'ask'         | effect        | Invalid enum value 'maybe'
unknown_consent             | rule 'ask'         | until         | Invalid enum value 'nodded'
notice_that_never_ends      | rule 'ask'         | until         | None does not go with 'notice'
release_by_a_click          | rule 'ask'         | until         | 'granted' does not go with 'release'
forbidden_until_consent     | rule 'ban'         | until         | 'granted' does not go with 'forbidden'
allowed_until_consent       | rule 'everything'  | until         | 'granted' does not go with 'allowed'
id_twice                    | 'ban'              | id            | it is there twice
duty_with_the_id_of_a_rule  | 'ban'              | id            | it is there twice
hole_in_a_sense             | sense 'self_report', setting 'service', purpose 'answer' | rule | no rule says what holds
hole_in_a_place             | sense 'text', setting 'service', purpose 'answer' | rule | no rule says what holds
hole_but_for_refusals       | sense 'text', setting 'service', purpose 'answer' | rule | no rule says what holds
hole_for_adults             | sense 'text', setting 'service', purpose 'answer' | rule | no rule says what holds
ban_missing                 | sense 'typing', setting 'education', purpose 'estimate' | effect | has to be forbidden
ban_in_europe_only          | sense 'typing', setting 'education', purpose 'estimate' | effect | has to be forbidden
ban_without_typing          | sense 'typing', setting 'education', purpose 'estimate' | effect | has to be forbidden
ban_overridable             | sense 'typing', setting 'education', purpose 'estimate' | effect | has to be forbidden
unknown_duty                | duty 'reminder'    | kind          | Invalid enum value 'smile'
unknown_occasion            | duty 'reminder'    | when          | Invalid enum value 'sometimes'
reminder_without_hours      | duty 'reminder'    | every_h       | need each other
hours_without_reminder      | duty 'reminder'    | every_h       | need each other
zero_hours                  | duty 'reminder'    | every_h       | > 0
decision_of_nothing         | duty 'human'       | decisions     | need each other
duty_without_occasion       | duty 'reminder'    | when          | length >= 1
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in FAULTS.strip().splitlines()]


def _read(name: str) -> str:
    return (MUSEUM / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "at", "field", "words"), ROWS)
def test_a_bad_file_is_refused_by_rule_and_field(name: str, at: str, field: str, words: str) -> None:
    with pytest.raises(LawFaulty) as caught:
        parse(_read(name), file=f"{name}.toml")
    assert (caught.value.at, caught.value.field) == (at, field)
    assert f"'{name}.toml' is faulty at {at}, field '{field}': " in str(caught.value)
    assert words in caught.value.happened
    assert caught.value.fix.endswith(".")


def test_every_piece_of_the_museum_is_shown() -> None:
    assert {path.stem for path in MUSEUM.glob("*.toml")} == {"good", *(row[0] for row in ROWS)}


def test_the_file_without_a_fault_is_read() -> None:
    law = parse(_read("good"), file="good.toml")
    assert [rule.id for rule in law.rules] == ["everything", "ban", "ask"]
    assert law.rules[1].senses == ("typing", "voice", "face")
    assert law.atlas.groups["EU"] == {"DE", "FR"}


def test_reading_a_file_twice_gives_the_same_law() -> None:
    assert parse(_read("good"), file="a") == parse(_read("good"), file="b")


# ── The shipped file ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_shipped_law_is_read_once() -> None:
    assert shipped() is shipped()


@pytest.mark.parametrize("article", ["Art. 5(1)(f)", "Art. 5(1)(a)", "Art. 50(1)", "Art. 50(2)", "Art. 50(3)",
                                     "Recital 18", "GDPR Art. 7", "GDPR Art. 9", "GDPR Art. 22", "BIPA", "§ 1701",
                                     "§ 1702", "SB 243", "Annex III"])  # fmt: skip
def test_the_provisions_we_answer_for_are_there(article: str) -> None:
    assert any(article in provision.article for provision in (*shipped().rules, *shipped().duties))


def test_what_is_forbidden_or_signed_for_is_never_overridable() -> None:
    assert [rule.id for rule in shipped().rules if rule.overridable and rule.effect in EFFECTS[2:]] == []


@pytest.mark.parametrize("rule", shipped().rules, ids=lambda rule: rule.id)
def test_no_rule_of_the_shipped_law_is_idle(rule: Rule) -> None:
    """Each one is the reason of at least one ruling."""
    here = Circumstances(setting=rule.settings[0], place=next(iter(rule.places), "DE"), minor=rule.minors_only)
    uses = product(rule.senses, rule.purposes, CONSENTS)
    rulings = (ruling(shipped(), here, sense=sense, purpose=purpose, consent=said) for sense, purpose, said in uses)
    assert any(rule.id == reason.rule for found in rulings for reason in found.reasons)
