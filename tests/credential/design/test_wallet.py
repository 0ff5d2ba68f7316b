import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.build import build
from humanely.credential.design.wallet import as_json, as_jwt
from tests.credential.design.authored import achievement, issuance


def test_the_file_says_the_achievement_and_never_the_holder() -> None:
    file = as_json(build(achievement(), issuance()))
    assert (file.name, file.media_type) == ("safe-driving-of-forklift-trucks.json", "application/vc")


def test_a_jwt_has_a_name_and_a_media_type_of_its_own() -> None:
    file = as_jwt(build(achievement(), issuance()), "eyJhbGciOiJFZERTQSJ9.e30.c2ln")
    assert (file.name, file.media_type) == ("safe-driving-of-forklift-trucks.jwt", "application/vc+jwt")
    assert file.content == b"eyJhbGciOiJFZERTQSJ9.e30.c2ln"


@pytest.mark.parametrize("name", ["日本語", "", "../../etc", None, "a" * 300])
def test_a_name_that_no_file_can_have_is_made_one(name: str | None) -> None:
    file = as_json({"name": name})
    assert set(file.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not file.name.startswith((".", "-"))
    assert len(file.name) <= 65


@given(
    st.dictionaries(
        st.text(), st.text() | st.integers(-(2**53), 2**53) | st.lists(st.floats(allow_nan=False, allow_infinity=False))
    )
)
def test_the_file_holds_the_very_credential(credential: dict[str, object]) -> None:
    assert json.loads(as_json(credential).content) == credential
