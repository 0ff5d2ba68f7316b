"""Files that a form brings."""

from typing import Any

import msgspec
from litestar.datastructures import UploadFile

_LONGEST_NAME = 120


class Upload(msgspec.Struct, frozen=True):
    """A file.

    Attributes:
        name: as whoever sent it calls it.
        media_type: as their browser says, which proves nothing.
    """

    name: str = ""
    data: bytes = b""
    media_type: str = ""


UPLOADS = msgspec.inspect.type_info(tuple[Upload, ...])
"""Type of the field of a form that holds files."""


def uploads_of(sent: list[Any]) -> tuple[Upload, ...]:
    """The files of a field; a browser sends one without a name where none was chosen."""
    files = (one for one in sent if isinstance(one, UploadFile))
    read = (Upload(plain_name(one.filename), one.file.read(), one.content_type) for one in files)
    return tuple(one for one in read if one.name or one.data)


def plain_name(name: str) -> str:
    r"""The name of a file without folders and without signs that do not show.

    >>> plain_name("C:\\letters\\final.pdf"), plain_name("../../a\nb.png")
    ('final.pdf', 'ab.png')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable())[:_LONGEST_NAME]
