"""A checkpoint opens only when this log's key signed it, and says exactly what was signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust import note
from humanely.trust.checkpoint import (
    Checkpoint,
    CheckpointMalformed,
    CheckpointUnproven,
    open_signed,
    parse,
    sign,
)
from humanely.trust.merkle import Head
from humanely.trust.note import NoteMalformed
from humanely.trust.signing_key import Signer

LOG, WITNESS = Signer("example.org/log", bytes(32)), Signer("example.org/witness", bytes([1]) * 32)
ROOT = bytes(range(32))
ROOT_TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
line = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)
roots = st.binary(min_size=32, max_size=32)


@given(line, st.integers(0, 10**18 - 1), roots, st.lists(line, max_size=3).map(tuple))
def test_a_checkpoint_survives_being_written_and_read(
    origin: str, size: int, root: bytes, extensions: tuple[str, ...]
) -> None:
    checkpoint = Checkpoint(origin, size, root, extensions)
    assert parse(checkpoint.text) == checkpoint
    assert checkpoint.head == Head(size, root)


@given(st.integers(0, 10**18 - 1), roots)
def test_a_signed_checkpoint_opens_as_it_was(size: int, root: bytes) -> None:
    checkpoint = Checkpoint(LOG.name, size, root)
    assert open_signed(sign(checkpoint, LOG), [LOG.verifier]) == checkpoint


def test_a_witness_may_sign_beside_the_log() -> None:
    checkpoint = Checkpoint(LOG.name, 3, ROOT)
    assert open_signed(sign(checkpoint, LOG, WITNESS), [LOG.verifier, WITNESS.verifier]) == checkpoint


def test_a_new_key_of_the_log_opens_its_checkpoints_beside_the_old_one() -> None:
    renewed = Signer(LOG.name, bytes([2]) * 32)
    checkpoint = Checkpoint(LOG.name, 3, ROOT)
    assert open_signed(sign(checkpoint, renewed), [LOG.verifier, renewed.verifier]) == checkpoint


def test_without_the_key_it_does_not_open() -> None:
    with pytest.raises(CheckpointUnproven, match="none of the known keys signed it"):
        open_signed(sign(Checkpoint(LOG.name, 3, ROOT), LOG), [WITNESS.verifier])


def test_a_changed_size_does_not_open() -> None:
    signed = sign(Checkpoint(LOG.name, 3, ROOT), LOG).replace(b"\n3\n", b"\n4\n")
    with pytest.raises(CheckpointUnproven, match=f"the signature of '{LOG.name}' does not hold"):
        open_signed(signed, [LOG.verifier])


def test_the_checkpoint_of_another_log_with_the_same_key_does_not_open() -> None:
    with pytest.raises(CheckpointUnproven, match="its origin is not the name of a key that signed it"):
        open_signed(sign(Checkpoint("example.org/other", 3, ROOT), LOG), [LOG.verifier])


def test_a_witness_alone_does_not_make_a_checkpoint() -> None:
    with pytest.raises(CheckpointUnproven, match="its origin is not the name of a key that signed it"):
        open_signed(sign(Checkpoint(LOG.name, 3, ROOT), WITNESS), [LOG.verifier, WITNESS.verifier])


def test_a_signed_text_that_is_no_checkpoint_does_not_open() -> None:
    with pytest.raises(CheckpointMalformed, match="not at least three lines"):
        open_signed(note.sign("hello\n", LOG).encode(), [LOG.verifier])


def test_bytes_that_are_no_note_do_not_open() -> None:
    with pytest.raises(CheckpointMalformed, match="there is no empty line between text and signatures"):
        open_signed(b"hello\n", [LOG.verifier])


MUSEUM = {
    "empty": ("", "not at least three lines"),
    "last_newline_lost": (f"log\n3\n{ROOT_TEXT}", "last line does not end"),
    "two_lines": ("log\n3\n", "not at least three lines"),
    "no_origin": (f"\n3\n{ROOT_TEXT}\n", "not at least three lines with something on each"),
    "empty_extension": (f"log\n3\n{ROOT_TEXT}\n\n", "not at least three lines with something on each"),
    "leading_zero": (f"log\n03\n{ROOT_TEXT}\n", "not a plain decimal"),
    "negative_size": (f"log\n-3\n{ROOT_TEXT}\n", "not a plain decimal"),
    "signed_size": (f"log\n+3\n{ROOT_TEXT}\n", "not a plain decimal"),
    "hexadecimal_size": (f"log\n0x3\n{ROOT_TEXT}\n", "not a plain decimal"),
    "arabic_indic_digit": (f"log\n٣\n{ROOT_TEXT}\n", "not a plain decimal"),
    "size_beyond_any_log": (f"log\n{10**18}\n{ROOT_TEXT}\n", "not a plain decimal"),
    "space_after_size": (f"log\n3 \n{ROOT_TEXT}\n", "not a plain decimal"),
    "root_too_short": ("log\n3\nAAAA\n", "not the base64 of 32 bytes"),
    "root_in_hexadecimal": (f"log\n3\n{ROOT.hex()}\n", "not the base64 of 32 bytes"),
    "root_without_padding": (f"log\n3\n{ROOT_TEXT.rstrip('=')}\n", "not the base64 of 32 bytes"),
    "root_in_a_second_spelling": (f"log\n3\n{ROOT_TEXT[:-2]}9=\n", "not the base64 of 32 bytes"),
}


@pytest.mark.parametrize(("text", "fault"), MUSEUM.values(), ids=MUSEUM)
def test_a_malformed_checkpoint_is_refused(text: str, fault: str) -> None:
    with pytest.raises(CheckpointMalformed, match=fault):
        parse(text)


@pytest.mark.parametrize("origin", ["", "two\nlines", "log\n9\n" + ROOT_TEXT])
def test_an_origin_that_could_not_be_read_back_is_not_signed(origin: str) -> None:
    with pytest.raises(CheckpointMalformed):
        sign(Checkpoint(origin, 3, ROOT), LOG)


def test_a_control_character_is_not_signed() -> None:
    with pytest.raises(NoteMalformed, match="control character"):
        sign(Checkpoint("tab\t", 3, ROOT), LOG)
