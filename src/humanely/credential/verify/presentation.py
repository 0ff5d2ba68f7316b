"""A presentation: what a wallet puts around a credential when its holder shows it.

The credential inside is checked as if it were shown by itself. That the holder is the one who shows it, the
presentation's own proof would say, to whoever asked for it with a challenge; nobody did here, so it is not checked.

Source: W3C Verifiable Credentials Data Model 2.0, section 4.13; 1.1, section 4.10 and 6.3.1 (``vp``).
"""

from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.verify.claims import is_typed, listed
from humanely.credential.verify.secured import Secured, of_value


def unwrapped(shown: Secured) -> tuple[Secured, bool]:
    """The credential in a presentation, and whether it was in one; what is none comes back as it is.

    Raises:
        CarrierUnreadable: there is no credential in it, or more than one.
        CredentialUnreadable: what is in it is a JWT that cannot be read.

    >>> unwrapped(Secured({"type": "VerifiablePresentation", "verifiableCredential": [{"name": "First aid"}]}))
    (Secured(credential={'name': 'First aid'}, jwt=''), True)
    """
    shown = (None if shown.jwt else of_value(shown.credential)) or shown
    inner = shown.credential.get("vp")
    outer = inner if shown.jwt and isinstance(inner, dict) else shown.credential
    if not is_typed(outer, "VerifiablePresentation"):
        return shown, False
    held = listed(outer.get("verifiableCredential"))
    if len(held) > 1:
        raise CarrierUnreadable("several_inside")
    found = of_value(held[0]) if held else None
    if found is None:
        raise CarrierUnreadable("nothing_inside")
    return found, True
