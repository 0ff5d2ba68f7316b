import msgspec
import pytest

from humanely.credential.design.achievement import Achievement
from humanely.credential.design.onboarding import questions
from humanely.credential.wording import LOCALES
from tests.credential.design.authored import achievement


def topics(name: str, *known: str) -> list[str]:
    return [one.topic for one in questions(achievement(name), set(known), "en")]  # type: ignore[arg-type]


def test_only_what_the_credential_needs_is_asked() -> None:
    assert topics("spanish-b1.toml") == ["language", "email", "name", "project"]
    assert topics("community-mentor.json") == ["language", "email", "name", "project", "mentor_note"]


def test_what_is_known_is_not_asked_again() -> None:
    assert topics("spanish-b1.toml", "email", "name") == ["language", "project"]


def test_a_language_is_asked_for_only_where_there_is_a_choice() -> None:
    alone = achievement().said_in("en")
    assert [one.topic for one in questions(_with_no_versions(alone), (), "en")] == ["email", "name", "mentor_note"]


def _with_no_versions(one: Achievement) -> Achievement:
    return msgspec.structs.replace(one, versions={})


@pytest.mark.parametrize("locale", LOCALES)
def test_each_question_says_why_and_what_happens_when_it_is_skipped(locale: str) -> None:
    asked = questions(achievement("community-mentor.json"), (), locale)
    assert all(one.asks.endswith("?") and one.why and one.if_skipped for one in asked)


def test_leaving_out_the_name_has_the_consequence_that_it_has() -> None:
    said = {
        name: next(one.if_skipped for one in questions(achievement(name), (), "en") if one.topic == "name")
        for name in ("community-mentor.json", "spanish-b1.toml", "forklift-safety.toml")
    }
    assert "employer" in said["spanish-b1.toml"]
    assert "inspection" in said["forklift-safety.toml"]
    assert "You can still show that it is yours" in said["community-mentor.json"]
