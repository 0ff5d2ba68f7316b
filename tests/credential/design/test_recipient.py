import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.design.recipient import Recipient, RecipientUnknown, identity_hash, subject
from tests.credential.design.authored import SALT


def test_an_address_is_never_written_only_its_salted_hash() -> None:
    said = subject(Recipient(email="Ada@Example.org"), SALT)
    assert said == {
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": "sha256$" + hashlib.sha256(f"ada@example.org{SALT}".encode()).hexdigest(),
                "identityType": "emailAddress",
                "salt": SALT,
            }
        ]
    }


def test_a_did_alone_is_enough_and_a_name_is_a_choice() -> None:
    assert subject(Recipient(did="did:key:z6Mk", name="Ada"), "") == {"id": "did:key:z6Mk", "name": "Ada"}


@pytest.mark.parametrize(
    ("recipient", "salt"),
    [
        (Recipient(), SALT),
        (Recipient(name="Ada"), SALT),
        (Recipient(email="ada@example.org"), "short"),
        (Recipient(email="ada@example.org", did="did:key:z6Mk"), ""),
    ],
)
def test_nobody_receives_without_a_way_to_show_it(recipient: Recipient, salt: str) -> None:
    with pytest.raises(RecipientUnknown, match=r"names nobody\. Give an e-mail address with a salt"):
        subject(recipient, salt)


@given(email=st.emails(), salts=st.tuples(st.text(min_size=16), st.text(min_size=16)))
def test_two_salts_give_two_hashes(email: str, salts: tuple[str, str]) -> None:
    one, other = (identity_hash(email, salt) for salt in salts)
    assert (one == other) == (salts[0] == salts[1])
