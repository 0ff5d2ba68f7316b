"""A credential in each of the forms that people carry: picture, certificate, JWT, and smaller ones made of it.

Drawing takes time, so that it has a step of its own: `printable` is called where everything about credentials is,
what follows from it anywhere.
"""

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from uuid import UUID

import msgspec

from humanely.credential.carrier import certificate as pdf
from humanely.credential.carrier import png, svg
from humanely.credential.carrier.badge import Badge, BadgeView, picture
from humanely.credential.carrier.certificate import CertificateView
from humanely.credential.design.achievement import Achievement
from humanely.credential.design.build import Json
from humanely.credential.design.derived import Claim, derived
from humanely.credential.design.wallet import WalletFile, as_json, as_jwt
from humanely.credential.proof import strict_json
from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.proof.proof_set import issuer_of, secure
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import issuer
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential import Credential

_ID_BYTES = 16


class Printable(msgspec.Struct, frozen=True, kw_only=True):
    """All that is drawn and printed of a credential.

    Attributes:
        code: by which people name it.
        recipient: as they write their name; empty where they are not named.
        issued, expires: days, in UTC.
        document: as it was signed.
        badge: what its picture shows.
    """

    code: str
    url: str
    recipient: str
    issuer: str
    achievement: Achievement
    story: str
    issued: dt.date
    expires: dt.date | None
    document: str
    badge: BadgeView


def printable(desk: Desk, state: Credential) -> Printable:
    """What is printed of a credential, in its own language.

    Raises:
        NotThere: it was not signed yet.
        AchievementMissing: nobody knows any more what it is of.
    """
    claim, life = state.claim, state.life
    if not state.document or claim is None or life is None or life.offered_at is None:
        raise NotThere("signed credential")
    design = desk.achievements.one(claim.achievement_id).achievement
    said = design.said_in(claim.recipient.language or design.language)
    return Printable(
        code=state.id,
        url=desk.url(state.id),
        recipient=claim.recipient.name or "",
        issuer=desk.name,
        achievement=said,
        story=claim.story or "",
        issued=life.offered_at.astimezone(dt.UTC).date(),
        expires=life.valid_until.astimezone(dt.UTC).date() if life.valid_until else None,
        document=state.document,
        badge=badge_view(said, desk.name),
    )


def badge_view(said: Achievement, issuer_name: str) -> BadgeView:
    """What the picture of an achievement shows."""
    return BadgeView(
        name=said.name, issuer=issuer_name, locale=said.language, colour=said.colour, level=said.level or ""
    )


@lru_cache(maxsize=256)
def drawn(view: BadgeView) -> Badge:
    """The picture; the same view is drawn once."""
    return picture(view)


def as_png(one: Printable) -> WalletFile:
    """The picture with the credential in it, as many badge platforms read it."""
    baked = png.bake(drawn(one.badge).png, one.document.encode())
    return _file(one, "png", "image/png", baked)


def as_svg(one: Printable) -> WalletFile:
    """The same as a drawing."""
    baked = svg.bake(drawn(one.badge).svg, one.document.encode())
    return _file(one, "svg", "image/svg+xml", baked)


def as_pdf(one: Printable) -> WalletFile:
    """The certificate, with the credential attached.

    Raises:
        NotThere: it names nobody, so that there is nobody to award it to.
    """
    if not one.recipient:
        raise NotThere("certificate, as the credential names nobody")
    return _file(one, "pdf", "application/pdf", pdf.certificate(_certificate_view(one), one.document.encode()))


def as_plain(one: Printable) -> WalletFile:
    """The credential as JSON, as a wallet takes it."""
    return as_json(_read(one.document))


def as_compact(desk: Desk, state: Credential, now: dt.datetime) -> WalletFile:
    """The credential as a JWT, signed anew with the key of its issuer; its status is that of the whole.

    Raises:
        NotThere: it was not signed yet.
    """
    whole = _signed(state)
    bare = {name: value for name, value in whole.items() if name != "proof"}
    return as_jwt(whole, secure_jwt(bare, issuer.key(desk, now, issuer_of(whole))))


def minimal(desk: Desk, state: Credential, keep: Collection[Claim], now: dt.datetime) -> WalletFile:
    """A credential that says no more than somebody has to know; see `design.derived` for what it does not hide.

    Raises:
        NotThere: the whole was not signed yet.
        NothingToDerive: it is not of a kind that a smaller one can be made of.
    """
    whole = _signed(state)
    smaller = derived(whole, keep, f"urn:uuid:{UUID(bytes=desk.entropy(_ID_BYTES), version=4)}")
    return as_json(secure(smaller, issuer.key(desk, now, issuer_of(whole)), now))


def _signed(state: Credential) -> Json:
    if not state.document:
        raise NotThere("signed credential")
    return _read(state.document)


def _read(document: str) -> Json:
    return strict_json.read(document.encode())


def _file(one: Printable, ending: str, media_type: str, content: bytes) -> WalletFile:
    name = as_plain(one).name.removesuffix(".json")
    return WalletFile(f"{name}.{ending}", media_type, content)


def _certificate_view(one: Printable) -> CertificateView:
    said, shown = one.achievement, drawn(one.badge)
    return CertificateView(
        locale=said.language,
        recipient=one.recipient,
        achievement=said.name,
        issuer=one.issuer,
        issued=one.issued,
        url=one.url,
        short_code=one.code,
        picture=shown.svg,
        said=shown.said,
        criteria=said.criteria,
        meaning=said.meaning,
        narrative=one.story,
        expires=one.expires,
        colour=said.colour,
    )
