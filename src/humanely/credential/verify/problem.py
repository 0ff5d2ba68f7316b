"""An outcome for machines: problem details with the type URLs of the W3C.

Source: RFC 9457; W3C Verifiable Credentials Data Model 2.0, section 7.2; Data Integrity 1.0, section 4.7; Controlled
Identifiers 1.0, section 3.5; Bitstring Status List 1.0, section 3.5.
"""

import msgspec

from humanely.credential.verify.outcome import Outcome, cause_of
from humanely.credential.verify.told import told


class Problem(msgspec.Struct, frozen=True):
    """One problem of a credential.

    Attributes:
        type: a URL of the W3C, or of ours where no standard has a name for it.
        title: the last part of it.
        detail: what a person is told, in English.
        check: the question it answers.
        cause: one of `cause.CAUSES`.
    """

    type: str
    title: str
    detail: str
    check: str
    cause: str


def problems(outcome: Outcome) -> tuple[Problem, ...]:
    """The problems of a credential, in the order of the checks; none of one that is valid."""
    found = []
    for check, words in zip(outcome.checks, told(outcome, "en").checks, strict=True):
        url = cause_of(check).problem
        if url:
            title = url.replace("#", ":").rpartition(":")[2]
            found.append(Problem(url, title, " ".join(words.sentences), check.name, check.cause))
    return tuple(found)
