"""A signed note says who signed what, and anything that is not one is refused with its fault named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.trust.note import MAX_NOTE_BYTES, MAX_SIGNATURES, Note, NoteMalformed, NoteVerdict, parse, sign, verify
from humanely.trust.signing_key import Signer, Verifier

ALICE, BOB = Signer("example.org/alice", bytes(32)), Signer("example.org/bob", bytes([1]) * 32)
lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))
texts = st.lists(lines, min_size=1).map(lambda several: "".join(f"{line}\n" for line in several))


@given(texts)
def test_a_note_survives_being_written_and_read(text: str) -> None:
    note = sign(text, ALICE, BOB)
    assert parse(note.encode()) == note
    assert verify(note, [BOB.verifier, ALICE.verifier]) == NoteVerdict("verified", (ALICE.name, BOB.name))


@given(texts, st.data())
def test_a_changed_byte_of_the_text_is_noticed(text: str, data: st.DataObject) -> None:
    signed = bytearray(sign(text, ALICE).encode())
    at = data.draw(st.integers(0, len(text.encode()) - 1))
    signed[at] ^= data.draw(st.integers(1, 255))
    assert not opens(bytes(signed))


def opens(signed: bytes) -> bool:
    try:
        return bool(verify(parse(signed), [ALICE.verifier]))
    except NoteMalformed:
        return False


def test_a_text_with_an_empty_line_and_a_false_signature_is_one_text() -> None:
    inner = sign("hello\n", BOB).encode().decode()
    note = sign(inner, ALICE)
    assert parse(note.encode()) == note
    assert verify(note, [BOB.verifier]) == NoteVerdict("unknown_key")


def test_signatures_of_unknown_keys_are_passed_over() -> None:
    assert verify(sign("hello\n", BOB, ALICE), [ALICE.verifier]) == NoteVerdict("verified", (ALICE.name,))


def test_a_note_nobody_known_signed_is_not_verified() -> None:
    verdict = verify(sign("hello\n", BOB), [ALICE.verifier])
    assert verdict == NoteVerdict("unknown_key")
    assert not verdict


def test_the_name_alone_does_not_make_a_key_known() -> None:
    impostor = Signer(ALICE.name, bytes([9]) * 32)
    assert verify(sign("hello\n", impostor), [ALICE.verifier]) == NoteVerdict("unknown_key")


def test_a_bad_signature_of_a_known_key_spoils_a_note_that_others_signed() -> None:
    other = sign("other\n", ALICE).signatures
    note = Note("hello\n", (*sign("hello\n", BOB).signatures, *other))
    verdict = verify(note, [ALICE.verifier, BOB.verifier])
    assert verdict == NoteVerdict("signature_bad", (ALICE.name,))
    assert not verdict


def test_a_note_written_out_in_full_stays_as_it_is() -> None:
    """Notes kept outside must open for ever, so no change of the format may go unnoticed."""
    written = (
        "Hello.\n\nTwice.\n\n— example.org/alice "
        "nTyejpt9IFQDmKn6Ejs2JObY6cNcoO4c3eOdC4HFsyCSh3By2briWWLCqVUZti3XJUJ7MkBZKCjjhsyU7yM1wnqd5AY=\n"
    )
    assert sign("Hello.\n\nTwice.\n", ALICE).encode().decode() == written
    verifier = Verifier.parse("example.org/alice+9d3c9e8e+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop")
    assert verify(parse(written.encode()), [verifier])


SIGNED = sign("hello\n", ALICE).encode()
LINE = SIGNED.split(b"\n\n")[1]
MUSEUM = {
    "empty": (b"", "no empty line"),
    "text_only": (b"hello\n", "no empty line"),
    "no_empty_line": (b"hello\n" + LINE, "no empty line"),
    "no_signature": (b"hello\n\n", "it has 0 signatures"),
    "last_newline_lost": (SIGNED[:-1], "last line does not end"),
    "line_endings_of_another_system": (SIGNED.replace(b"\n", b"\r\n"), "no empty line"),
    "carriage_return_in_text": (b"hello\r\n\n" + LINE, "control character"),
    "tab_in_text": (b"hel\tlo\n\n" + LINE, "control character"),
    "not_utf8": (b"hell\xff\n\n" + LINE, "not UTF-8"),
    "hyphen_for_dash": (SIGNED.replace("—".encode(), b"-"), "em dash"),
    "no_space_after_dash": (SIGNED.replace("— ".encode(), "—".encode()), "em dash"),
    "no_name": (b"hello\n\n" + "—  AAAAAAAA\n".encode(), "names no key"),
    "name_only": (b"hello\n\n" + "— alice\n".encode(), "names no key"),
    "plus_in_name": (SIGNED.replace(b"/alice", b"+alice"), "names no key"),
    "two_spaces_before_signature": (SIGNED.replace(b"alice ", b"alice  "), "not the base64"),
    "signature_cut_off": (SIGNED[:-3] + b"\n", "not the base64"),
    "key_id_only": (b"hello\n\n" + "— alice AAAAAA==\n".encode(), "not the base64"),
    "space_after_signature": (SIGNED[:-1] + b" \n", "not the base64"),
    "too_many_signatures": (SIGNED + LINE * MAX_SIGNATURES, "it has 101 signatures"),
    "too_long": (b"a" * MAX_NOTE_BYTES + SIGNED, "longer than"),
}


@pytest.mark.parametrize(("note", "fault"), MUSEUM.values(), ids=MUSEUM)
def test_a_malformed_note_is_refused(note: bytes, fault: str) -> None:
    with pytest.raises(NoteMalformed, match=fault):
        parse(note)


@pytest.mark.parametrize(
    ("text", "fault"),
    [("hello", "does not end in a newline"), ("a\tb\n", "control character"), ("\ud800\n", "not valid Unicode")],
)
def test_a_text_that_could_not_be_read_back_is_not_signed(text: str, fault: str) -> None:
    with pytest.raises(NoteMalformed, match=fault):
        sign(text, ALICE)


def test_a_note_needs_a_signer() -> None:
    with pytest.raises(NoteMalformed, match="it has 0 signatures where 1 to 100 belong"):
        sign("hello\n")
