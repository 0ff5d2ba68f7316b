"""A credential with all that is needed to check it when its issuer is gone: one zip file, the same bytes every time.

Nothing in a package speaks for itself: its key record and status lists are what was seen on their dates, and count as
much as whoever looks has reason to trust them; the checkpoint of the ledger is signed and ties them to a time.
"""

import struct
import textwrap
import zipfile
import zlib
from datetime import datetime
from io import BytesIO
from typing import Any, Literal

import msgspec

from humanely.credential.carrier.png import MAX_CREDENTIAL_BYTES, must_be_text
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.wording import say

Json = dict[str, Any]

MAX_BYTES = 32 << 20
MAX_ENTRIES = 64
MAX_PART_BYTES = 16 << 20
MAX_RECORDS = 64
MAX_RECORD_BYTES = 4 << 20
"""Of all records of one kind, of which a credential and its endorsements need a few, and of the entry in the ledger."""

CREDENTIAL, KEYS, STATUS, LEDGER = "credential.json", "issuer-keys.json", "status-lists.json", "ledger.json"
CERTIFICATE, PICTURE, README = "certificate.pdf", "badge.png", "README.txt"
_ABOUT = "stapled.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can say: no entry tells when it was packed, `stapled_at` does."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, OverflowError),
    msgspec.MsgspecError,
)
"""What the library raises over packages that are put together wrongly, found by breaking them at random."""


class Record(msgspec.Struct, frozen=True):
    """A public document as it was seen: an issuer's key record, or a status list credential.

    Attributes:
        id: what it is asked for by: a DID or an address.
        seen: when it was last obtained from there.
        document: the document.
    """

    id: str
    seen: datetime
    document: Json


class Included(msgspec.Struct, frozen=True):
    """That the issuing stands in the issuer's ledger, at the time of a signed checkpoint.

    Attributes:
        entry: the leaf, in base64.
        index: its place in the ledger, >= 0.
        proof: the hashes of the inclusion proof, in base64, from the leaf up.
        checkpoint: a signed note, as `trust.checkpoint` signs it.
    """

    entry: str
    index: int
    proof: tuple[str, ...]
    checkpoint: str


class Stapled(msgspec.Struct, frozen=True):
    """What a package holds.

    Attributes:
        credential: JSON or a compact JWT, with its proof.
        locale: of the README.
        stapled_at: when the parts were put together, with its zone.
        keys: the key records of the issuer, and of endorsers.
        status_lists: the lists that the credential names.
        included: from the ledger, where there is one.
        certificate: the PDF.
        picture: the baked PNG.
    """

    credential: bytes
    locale: str
    stapled_at: datetime
    keys: tuple[Record, ...] = ()
    status_lists: tuple[Record, ...] = ()
    included: Included | None = None
    certificate: bytes | None = None
    picture: bytes | None = None


class _About(msgspec.Struct):
    version: Literal[1]
    locale: str
    stapled_at: datetime


def staple(parts: Stapled) -> bytes:
    """The package of the parts: a zip that anybody can open, with a README in words.

    Raises:
        CarrierUnreadable: the credential is `empty`, `too_large` or `not_text`.
    """
    must_be_text(parts.credential)
    about = _About(version=1, locale=parts.locale, stapled_at=parts.stapled_at)
    entries = {
        README: _readme(parts),
        CREDENTIAL: parts.credential,
        CERTIFICATE: parts.certificate,
        PICTURE: parts.picture,
        KEYS: _json(parts.keys),
        STATUS: _json(parts.status_lists),
        LEDGER: _json(parts.included) if parts.included else None,
        _ABOUT: _json(about),
    }
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            if content is not None:
                package.writestr(_entry(name), content)
    return written.getvalue()


def opened(data: bytes) -> Stapled:
    """The parts of a package; files that are not ours are left alone, and nothing is written anywhere.

    Raises:
        CarrierUnreadable: `too_large`, `damaged`, `bomb`, `path_unsafe`, `locked`, `nothing_inside`, `not_text`.
    """
    if len(data) > MAX_BYTES:
        raise CarrierUnreadable("too_large")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_unsafe(package)
            return _parts(package)
    except _BROKEN as error:
        raise CarrierUnreadable("damaged") from error


def _parts(package: zipfile.ZipFile) -> Stapled:
    about_bytes, credential = _read(package, _ABOUT), _read(package, CREDENTIAL, MAX_CREDENTIAL_BYTES)
    if about_bytes is None or credential is None:
        raise CarrierUnreadable("nothing_inside")
    must_be_text(credential)
    about = msgspec.json.decode(about_bytes, type=_About)
    ledger = _read(package, LEDGER, MAX_RECORD_BYTES)
    return Stapled(
        credential=credential,
        locale=about.locale,
        stapled_at=about.stapled_at,
        keys=_records(_read(package, KEYS, MAX_RECORD_BYTES)),
        status_lists=_records(_read(package, STATUS, MAX_RECORD_BYTES)),
        included=msgspec.json.decode(ledger, type=Included) if ledger else None,
        certificate=_read(package, CERTIFICATE),
        picture=_read(package, PICTURE),
    )


def _refuse_unsafe(package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    names = [info.filename for info in infos]
    climbs = any(name.startswith(("/", "\\")) or ".." in name or ":" in name for name in names)
    if climbs or len(set(names)) < len(names):
        raise CarrierUnreadable("path_unsafe")
    if any(info.flag_bits & 1 for info in infos):
        raise CarrierUnreadable("locked")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise CarrierUnreadable("damaged")
    if len(names) > MAX_ENTRIES:
        raise CarrierUnreadable("bomb")


def _read(package: zipfile.ZipFile, name: str, most: int = MAX_PART_BYTES) -> bytes | None:
    """An entry, read no further than it may be long, whatever the package says of its length."""
    if name not in package.namelist():
        return None
    with package.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most:
        raise CarrierUnreadable("bomb")
    return content


def _records(content: bytes | None) -> tuple[Record, ...]:
    records = msgspec.json.decode(content, type=tuple[Record, ...]) if content else ()
    if len(records) > MAX_RECORDS:
        raise CarrierUnreadable("bomb")
    return records


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    return info


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted")) + b"\n"


def _readme(parts: Stapled) -> bytes:
    def words(key: str, **values: Any) -> str:
        return " ".join(say(parts.locale, f"certificate-readme{key}", **values).split())

    present = {
        CREDENTIAL: "-credential",
        CERTIFICATE: "-certificate" if parts.certificate else None,
        PICTURE: "-picture" if parts.picture else None,
        KEYS: "-keys",
        STATUS: "-status",
        LEDGER: "-ledger" if parts.included else None,
        _ABOUT: "-about",
    }
    day = say(parts.locale, "certificate-day", day=parts.stapled_at.date())
    contents = [_wrapped(f"{name}: {words(key)}", "  ") for name, key in present.items() if key]
    paragraphs = [
        _underlined(words("-title")),
        _wrapped(words("", day=day)),
        "\n".join([_underlined(words("-contents")), *contents]),
        _underlined(words("-how")) + "\n" + _wrapped(words("-steps")),
        "    humanely verify stapled.zip",
        _wrapped(words("-limits")),
    ]
    return ("\n\n".join(paragraphs) + "\n").encode()


def _wrapped(text: str, later: str = "") -> str:
    return textwrap.fill(text, 90, subsequent_indent=later, break_long_words=False, break_on_hyphens=False)


def _underlined(title: str) -> str:
    return f"{title}\n{'=' * len(title)}"
