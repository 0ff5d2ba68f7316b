"""Small files for the tests: pictures, documents and packages, sound or broken in one way."""

import zlib
from io import BytesIO
from pathlib import Path

import pikepdf

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "credentials" / "1edtech-public-validator" / "ob30"
"""Public Open Badges 3.0 samples, beside the project."""
ASSETS = Path(__file__).parent / "assets"
"""A museum: one bad file for each fault that reads well as a file."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
CREDENTIAL = b'{"type": ["VerifiableCredential"], "name": "Erste Hilfe \xe2\x80\x93 \xe5\xad\xa6"}'
JWT = b"eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiRXJzdGUgSGlsZmUifQ.c2lnbmVk"


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def png(*extra: bytes, pixels: bytes = b"\x00\x10\x20\x30") -> bytes:
    """A PNG of one pixel, with further chunks before its end."""
    header = chunk(b"IHDR", (1).to_bytes(4) + (1).to_bytes(4) + b"\x08\x02\x00\x00\x00")
    body = header + chunk(b"IDAT", zlib.compress(pixels)) + b"".join(extra) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def compressed(keyword: bytes, text: bytes) -> bytes:
    return chunk(b"iTXt", keyword + b"\0\1\0\0\0" + zlib.compress(text, 9))


def pdf(**attachments: bytes) -> bytes:
    """A PDF of one empty page; names of attachments are given without their ending, which is ``.json``."""
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, content in attachments.items():
            made.attachments[f"{name}.json"] = content
        written = BytesIO()
        made.save(written)
    return written.getvalue()
