"""Credentials attached to PDF files, as the certificate carries its own.

The library that reads PDF unpacks streams as it opens a file; its limits are set before it opens the first one.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from humanely.credential.carrier.png import must_be_text
from humanely.credential.carrier.unreadable import CarrierUnreadable

if TYPE_CHECKING:
    import pikepdf

MAX_BYTES = 16 << 20
MAX_UNPACKED_BYTES = 8 << 20
"""Of one stream that is unpacked: pictures and fonts are not."""
NAME = "credential.json"
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_LZW = re.compile(rb"/LZW(?:Decode|[\0\s/\[\]<>(){}%])")
_FILTER = re.compile(rb"/Filter(?=[\0\s/\[\]<>(){}%])")
_SPACE = rb"(?:[\0\s]|%[^\r\n]*[\r\n])*+"
_NAMES = re.compile(_SPACE + rb"(?:/|\[" + _SPACE + rb"(?:/[^\0\s/\[\]<>(){}%]*" + _SPACE + rb")*+\])")
_MEDIA_TYPES = frozenset(("application/json", "application/ld+json", "application/vc", "application/vc+ld+json"))
_ENDINGS = (".json", ".jsonld", ".jwt", ".vc")


def attach(document: bytes, credential: bytes) -> bytes:
    """The PDF with the credential attached, in place of any that was.

    Args:
        document: a PDF, 16 MiB at most.
        credential: JSON or a compact JWT, UTF-8, 1 MiB at most.

    Raises:
        CarrierUnreadable: `damaged`, `locked`, `too_large`, `bomb`, `not_text`, `empty`.
    """
    import pikepdf

    must_be_text(credential)
    written = BytesIO()
    with _opened(document) as pdf:
        for name in _candidates(pdf):
            del pdf.attachments[name]
        pdf.attachments[NAME] = credential
        spec = pdf.attachments[NAME]
        spec.relationship, spec.get_file().mime_type = pikepdf.Name.Source, "application/json"
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def attached(document: bytes) -> bytes:
    """The credential attached to a PDF: JSON or a compact JWT.

    Raises:
        CarrierUnreadable: `damaged`, `locked`, `too_large`, `bomb`, `nothing_inside`, `several_inside`, `not_text`.
    """
    with _opened(document) as pdf:
        names = _candidates(pdf)
        if not names:
            raise CarrierUnreadable("nothing_inside")
        if len(names) > 1:
            raise CarrierUnreadable("several_inside")
        credential = pdf.attachments[names[0]].get_file().read_bytes()
    must_be_text(credential)
    return credential


@contextmanager
def _opened(document: bytes) -> "Iterator[pikepdf.Pdf]":
    """The PDF, read inside the limits; whatever the library finds wrong with it, now or later, has our words."""
    import pikepdf

    if len(document) > MAX_BYTES:
        raise CarrierUnreadable("too_large")
    if _unpacks_without_limit(document):
        raise CarrierUnreadable("bomb")
    _set_limits()
    try:
        with pikepdf.open(BytesIO(document), suppress_warnings=True) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise CarrierUnreadable("locked") from error
    except (pikepdf.PikepdfError, RuntimeError, TypeError, ValueError, LookupError) as error:
        # Only its message tells which limit the library ran into.
        raise CarrierUnreadable("bomb" if "limit exceeded" in str(error) else "damaged") from error


def _unpacks_without_limit(document: bytes) -> bool:
    """Whether a stream may be packed by LZW, which nobody needs any more, and for which the library knows no limit.

    Filters that are named elsewhere could be that one. The dictionaries of streams are never packed themselves.
    """
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), document)
    return _LZW.search(plain) is not None or any(
        _NAMES.match(plain, found.end()) is None for found in _FILTER.finditer(plain)
    )


@cache
def _set_limits() -> None:
    """Limits hold for the whole process and are set once; nothing else here reads PDF."""
    from pikepdf import settings

    # It tells the log of everything odd in a file; what matters of that is raised.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    settings.set_qpdf_limits(
        flate_max_memory=MAX_UNPACKED_BYTES,
        png_max_memory=MAX_UNPACKED_BYTES,
        tiff_max_memory=MAX_UNPACKED_BYTES,
        run_length_max_memory=MAX_UNPACKED_BYTES,
        max_stream_filters=3,
        doc_max_warnings=100,
    )


def _candidates(pdf: "pikepdf.Pdf") -> list[str]:
    """The names of the attachments that say of themselves that they hold JSON or a JWT."""
    return [
        name
        for name, attachment in pdf.attachments.items()
        if name.lower().endswith(_ENDINGS) or attachment.get_file().mime_type in _MEDIA_TYPES
    ]
