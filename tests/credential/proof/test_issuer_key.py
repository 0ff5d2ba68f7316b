"""The key an issuer signs with."""

import pytest

from humanely.credential.proof.issuer_key import IssuerKey, IssuerKeyMalformed
from tests.credential.proof.making import KEY


def test_a_key_knows_whose_it_is_and_never_shows_itself() -> None:
    key = IssuerKey(bytes(32), "did:web:issuer.example#key-1")
    assert (key.controller, key.private) == ("did:web:issuer.example", bytes(32))
    assert repr(key) == "IssuerKey('did:web:issuer.example#key-1')"


def test_the_first_vector_of_rfc_8032_signs_as_published() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    signature = IssuerKey.of_did_key(seed).sign(b"")
    assert signature.hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155")


@pytest.mark.parametrize(
    ("private", "method", "fault"),
    [
        (bytes(31), KEY.method, "31 bytes where 32"),
        (bytes(32), "did:web:issuer.example", "not a full address"),
        (bytes(32), "#key-1", "not a full address"),
        (bytes(32), "did:web:issuer.example#", "not a full address"),
    ],
)
def test_what_will_not_do_as_a_key_is_refused(private: bytes, method: str, fault: str) -> None:
    with pytest.raises(IssuerKeyMalformed, match=fault):
        IssuerKey(private, method)
