"""Lists of known issuers: our own plain form, and a real registry."""

from pathlib import Path

import pytest

from humanely.credential.verify.registry import RegistryUnreadable, of_json

DCC = Path(__file__).parents[4] / "shared" / "data" / "credentials" / "dcc-community-registry" / "registry.json"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"a": 1}', b'{"a": {}}', b'{"registry": []}', b'{"a": "A", "a": "B"}']
)
def test_what_is_no_list_of_issuers_is_refused(data: bytes) -> None:
    with pytest.raises(RegistryUnreadable, match="cannot be read"):
        of_json(data)


def test_names_come_alone_or_with_an_address() -> None:
    registry = of_json(b'{"did:web:a.example": "A", "did:web:b.example": {"name": "B", "url": "https://b.example"}}')
    assert registry.issuers == {"did:web:a.example": "A", "did:web:b.example": "B"}
    assert set(registry.contacts) == {"did:web:b.example"}
    assert registry.contacts["did:web:b.example"].source == "record"


@pytest.mark.public_data
@pytest.mark.skipif(not DCC.exists(), reason="the public registry is not beside the project")
def test_the_registry_of_the_dcc_is_read() -> None:
    registry = of_json(DCC.read_bytes())
    assert registry.issuers["did:web:network.learncard.com"] == "Learning Economy Foundation"
    assert registry.contacts["did:web:network.learncard.com"].url == "https://learncard.com"
