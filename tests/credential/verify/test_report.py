"""An outcome for machines: one JSON object, with problem details of the W3C."""

import json

import msgspec
import pytest

from humanely.credential.verify.cause import CAUSES
from humanely.credential.verify.problem import problems
from humanely.credential.verify.report import report
from humanely.credential.verify.verification import verify_file
from tests.credential.verify.making import MUSEUM, NOW, known

KNOWN = known()
OF_THE_W3C = (
    "https://www.w3.org/TR/vc-data-model#",
    "https://w3id.org/security#",
    "https://www.w3.org/ns/credentials/",
)


def told_of(name: str) -> dict[str, object]:
    said = report(verify_file((MUSEUM / name).read_bytes(), KNOWN, NOW), "en")
    decoded: dict[str, object] = json.loads(msgspec.json.encode(said))
    return decoded


def test_a_valid_credential_has_seven_checks_and_no_problem() -> None:
    said = told_of("status-good.json")
    assert (said["verdict"], said["problems"]) == ("valid", [])
    checks = said["checks"]
    assert isinstance(checks, list)
    assert [(check["name"], check["answer"]) for check in checks] == [
        ("readable", "yes"),
        ("signature", "yes"),
        ("issuer", "yes"),
        ("time", "yes"),
        ("status", "yes"),
        ("schema", "yes"),
        ("endorsements", "not_applicable"),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("one-letter-changed.json", "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR"),
        ("broken-off.json", "https://www.w3.org/TR/vc-data-model#PARSING_ERROR"),
        ("without-subject.json", "https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR"),
        ("status-index-off-by-one.json", "https://www.w3.org/TR/vc-data-model#RANGE_ERROR"),
        ("list-unreachable.json", "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR"),
        ("list-too-short.json", "https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR"),
        ("list-swapped.json", "https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR"),
        ("undefined-term.json", "https://w3id.org/security#PROOF_TRANSFORMATION_ERROR"),
        ("revoked.json", "urn:humanely:problem:credential_revoked"),
    ],
)
def test_a_problem_has_the_type_that_machines_know(name: str, kind: str) -> None:
    found = problems(verify_file((MUSEUM / name).read_bytes(), KNOWN, NOW))
    assert found[0].type == kind
    assert kind.endswith(found[0].title)
    assert found[0].detail.endswith((".", "”"))


def test_every_problem_type_is_of_a_standard_or_marked_as_ours() -> None:
    kinds = {cause.problem for cause in CAUSES.values() if cause.problem}
    assert [kind for kind in kinds if not kind.startswith((*OF_THE_W3C, "urn:humanely:problem:"))] == []
