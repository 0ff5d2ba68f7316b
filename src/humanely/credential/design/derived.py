"""Less of a credential: a new one with only what its reader has to know, for the issuer to sign.

What a verifier learns from it: the issuer, the achievement with its criteria, how long it holds, the hash of the
holder's address or their DID, and whatever was kept on purpose. Nothing tells that, or what, was left out.

What it does not hide: the status entries are those of the whole credential, so that revocation and suspension reach
both, and the identity is the same, so that its holder, and nobody else, can show that it is theirs. Two verifiers who
compare what they were shown can therefore see that it was one holder. There is no link to the whole credential: no
context that we pin has a term for it, and a `relatedResource` would lead every reader to what was left out. For the
same reason endorsements stay behind: they are about the whole credential, and name it.
"""

from collections.abc import Collection
from typing import Literal, get_args

from humanely.credential.design.build import Json
from humanely.errors import HumanelyError

Claim = Literal["name", "meaning", "story", "evidence", "skills"]
"""What is kept only on purpose; its words stand under `design-claim-*` in `design.ftl`."""

CLAIMS: tuple[Claim, ...] = get_args(Claim)

_ALWAYS = (
    frozenset({"@context", "type", "name", "issuer", "validFrom", "validUntil", "credentialStatus"}),
    frozenset({"id", "type", "identifier"}),
    frozenset({"id", "type", "name", "description", "criteria", "image", "inLanguage"}),
)
_ON_PURPOSE: tuple[dict[Claim, frozenset[str]], ...] = (
    {"meaning": frozenset({"description"}), "evidence": frozenset({"evidence"})},
    {"name": frozenset({"name"}), "story": frozenset({"narrative"})},
    {"skills": frozenset({"tag", "alignment"})},
)
"""The terms of the credential, of its subject and of the achievement. Whatever else stands there is left out."""


class NothingToDerive(HumanelyError):
    """A credential is not of the kind that a smaller one can be made of."""

    code = "nothing_to_derive"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "No smaller credential can be made of this one.",
            fix="Choose a credential that was issued here, with one subject and one achievement.",
        )


def derived(credential: Json, keep: Collection[Claim], new_id: str) -> Json:
    """The smaller credential, unsigned; the one given stays as it is.

    Args:
        credential: as `build` makes it, signed or not.
        keep: what its reader has to know beyond the achievement itself.
        new_id: an address of its own; that of the whole credential would lead to the whole.

    Raises:
        NothingToDerive: it has not one subject with one achievement.

    >>> whole = {"id": "urn:uuid:1", "credentialSubject": {"name": "Ada", "achievement": {"name": "First aid"}}}
    >>> derived(whole, [], "urn:uuid:2")
    {'id': 'urn:uuid:2', 'credentialSubject': {'achievement': {'name': 'First aid'}}}
    """
    subject = credential.get("credentialSubject")
    if not isinstance(subject, dict) or not isinstance(subject.get("achievement"), dict):
        raise NothingToDerive
    whole, person, achievement = (
        _kept(node, always | {term for claim in keep for term in on_purpose.get(claim, ())})
        for node, always, on_purpose in zip(
            (credential, subject, subject["achievement"]), _ALWAYS, _ON_PURPOSE, strict=True
        )
    )
    return {"id": new_id} | whole | {"credentialSubject": person | {"achievement": achievement}}


def _kept(node: Json, terms: frozenset[str]) -> Json:
    return {term: value for term, value in node.items() if term in terms}
