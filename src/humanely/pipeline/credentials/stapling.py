"""A credential with all that is needed to check it when this server is gone."""

import base64
import datetime as dt
from collections.abc import Callable

import msgspec

from humanely.credential.carrier.stapled import Included, Record, Stapled, staple
from humanely.credential.proof import strict_json
from humanely.credential.proof.proof_set import issuer_of
from humanely.credential.verify import status
from humanely.credential.verify.known import Needs, Obtained
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import issuer
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.public import known
from humanely.trust.checkpoint import open_signed
from humanely.trust.signing_key import Verifier


class Witness(msgspec.Struct, frozen=True):
    """Who signs the ledger as it is now, and the public key of that, as `Verifier.encode` writes it."""

    checkpoint: Callable[[], bytes]
    verifier: str


class Layers(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into the package for people to look at.

    Attributes:
        locale: of its README.
        certificate: the PDF.
        picture: the baked PNG.
    """

    locale: str = "en"
    certificate: bytes | None = None
    picture: bytes | None = None


PLAIN = Layers()


def package(desk: Desk, credential_id: str, now: dt.datetime, witness: Witness, layers: Layers = PLAIN) -> bytes:
    """The package of a credential, a zip file.

    Raises:
        CredentialMissing, CredentialGone, NotThere: there is nothing signed to pack.
    """
    state = desk.at(credential_id)
    if not state.document:
        raise NotThere("signed credential")
    credential = strict_json.read(state.document.encode())
    lists = known(desk, Needs(status_lists=status.needed(credential)), now).status_lists
    did = issuer_of(credential)
    parts = Stapled(
        credential=state.document.encode(),
        locale=layers.locale,
        stapled_at=now,
        keys=(Record(did, now, issuer.document(desk, now, did)),),
        status_lists=tuple(
            Record(url, now, msgspec.json.decode(one.document))
            for url, one in lists.items()
            if isinstance(one, Obtained)
        ),
        included=_included(desk, state.signed_place, witness),
        certificate=layers.certificate,
        picture=layers.picture,
    )
    return staple(parts)


def _included(desk: Desk, place: int, witness: Witness) -> Included:
    signed = witness.checkpoint()
    size = open_signed(signed, [Verifier.parse(witness.verifier)]).size
    proof = desk.ledger.inclusion(place, size)
    return Included(
        entry=_base64(proof.entry.leaf),
        index=proof.entry.index,
        proof=tuple(map(_base64, proof.hashes)),
        checkpoint=signed.decode(),
    )


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
