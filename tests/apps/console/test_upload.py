"""Files of a form become values, told apart from fields where nothing was chosen."""

from collections.abc import Iterator

import msgspec
import pytest
from litestar.datastructures import FormMultiDict, UploadFile

from humanely.apps.console.form import values_of
from humanely.apps.console.upload import Upload


class Filled(msgspec.Struct, frozen=True):
    """Something to fill in."""

    text: str = ""
    files: tuple[Upload, ...] = ()


@pytest.fixture
def badge() -> Iterator[UploadFile]:
    """A file, closed as a request closes it."""
    file = UploadFile("image/png", "../badge.png", b"\x89PNG")
    yield file
    file.file.close()


@pytest.fixture
def unchosen() -> Iterator[UploadFile]:
    """What a browser sends where no file was chosen."""
    file = UploadFile("application/octet-stream", "", b"")
    yield file
    file.file.close()


def test_files_come_with_their_names_and_bytes(badge: UploadFile) -> None:
    sent = FormMultiDict([("text", "a"), ("files", badge), ("files", badge.filename)])
    assert values_of(sent, Filled) == Filled("a", (Upload("badge.png", b"\x89PNG", "image/png"),))


def test_a_field_in_which_no_file_was_chosen_holds_none(unchosen: UploadFile) -> None:
    assert values_of(FormMultiDict([("files", unchosen)]), Filled) == Filled()


def test_text_in_the_place_of_a_file_is_no_file() -> None:
    assert values_of(FormMultiDict([("files", "badge.png")]), Filled) == Filled()
