"""What is recorded of credentials stays readable."""

from humanely.credential.life.party import staff
from humanely.store.credential_records import CredentialRecord, decode

OLD = b"""{"type":"credential","credential_id":"2222-2222-2222","person_id":"ada","step":"suspended",
"by":{"kind":"staff","id":"bo"},"note":"inner"}"""


def test_a_step_from_before_the_holder_was_written_to_is_read() -> None:
    assert decode(OLD) == CredentialRecord(
        credential_id="2222-2222-2222", person_id="ada", step="suspended", by=staff("bo"), note="inner", told=""
    )
