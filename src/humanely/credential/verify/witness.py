"""What a ledger saw of a credential: all that counts once somebody else may have the key that signed it.

The date in a proof is written by whoever signs. So of a key that is compromised, only that stays good which a ledger of
the issuer's had seen before the moment from which somebody else may have had it.
"""

import base64
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

import rfc8785

from humanely.credential.proof.strict_json import Json
from humanely.credential.proof.verdict import ProofChecked
from humanely.credential.verify.known import Known


def content(credential: Json) -> str:
    """What a credential says, whoever signed it: ``sha256-`` and the hash, in base64, of its canonical JSON.

    Returns:
        Nothing for what has no canonical form.

    >>> content({"name": "Teamwork", "proof": {}}) == content({"name": "Teamwork"})
    True
    >>> content({"number": 2**60})
    ''
    """
    said = {name: value for name, value in credential.items() if name != "proof"}
    try:
        return "sha256-" + base64.b64encode(sha256(rfc8785.dumps(said)).digest()).decode("ascii")
    except rfc8785.CanonicalizationError:
        return ""


def unvouched(proofs: Iterable[ProofChecked], credential: Json, known: Known) -> datetime | None:
    """Since when somebody else may have had the key, for a credential that no ledger saw before; None where all is
    well.

    Args:
        proofs: with methods as the issuer's document names them.
    """
    since = min((known.compromised[one.method] for one in proofs if one.method in known.compromised), default=None)
    if since is None:
        return None
    seen = known.witnessed.get(content(credential))
    return None if seen is not None and seen < since else since
