"""A credential with all that is needed to check it when its issuer is gone."""

import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.carrier.presented import presented
from humanely.credential.carrier.stapled import MAX_BYTES, Included, Record, Stapled, opened, staple
from humanely.credential.carrier.unreadable import CarrierUnreadable
from humanely.credential.wording import LOCALES
from tests.credential.carrier.making import CREDENTIAL, JWT, pdf, png

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
PARTS = Stapled(
    credential=CREDENTIAL,
    locale="en",
    stapled_at=NOW,
    keys=(Record(id="did:web:school.example", seen=NOW, document={"id": "did:web:school.example"}),),
    status_lists=(Record(id="https://school.example/status/1", seen=NOW, document={"type": ["X"]}),),
    included=Included(entry="bGVhZg==", index=7, proof=("aGFzaA==",), checkpoint="school.example/log\n8\nroot\n"),
    certificate=pdf(),
    picture=png(),
)


def packed(entries: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", kind) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return written.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def refused(data: bytes) -> str:
    with pytest.raises(CarrierUnreadable) as caught:
        opened(data)
    return caught.value.fault


def with_entry(name: str, content: bytes) -> bytes:
    return packed(unpacked(staple(PARTS)) | {name: content})


def test_all_parts_come_out_again_and_the_bytes_are_always_the_same() -> None:
    data = staple(PARTS)
    assert opened(data) == PARTS
    assert staple(opened(data)) == data


def test_a_package_may_hold_a_credential_alone() -> None:
    bare = Stapled(credential=JWT, locale="fr", stapled_at=NOW)
    assert opened(staple(bare)) == bare
    assert presented(staple(bare)).jwt == JWT.decode()


def test_who_shows_a_package_shows_the_credential_in_it() -> None:
    shown = presented(staple(PARTS))
    assert (shown.kind, shown.document, shown.extra) == ("stapled", CREDENTIAL, PARTS)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_readme_names_every_file_and_when_it_was_made(locale: str) -> None:
    files = unpacked(staple(msgspec.structs.replace(PARTS, locale=locale)))
    readme = files["README.txt"].decode()
    assert [name for name in files if name not in readme] == ["README.txt"]
    assert "2026" in readme
    assert "humanely verify" in readme
    assert max(len(line) for line in readme.splitlines()) <= 90


def test_the_readme_names_no_file_that_is_not_there() -> None:
    readme = unpacked(staple(Stapled(credential=JWT, locale="en", stapled_at=NOW)))["README.txt"].decode()
    assert "certificate.pdf" not in readme
    assert "badge.png" not in readme
    assert "ledger.json" not in readme


def test_files_that_are_not_ours_are_left_alone() -> None:
    assert opened(with_entry("__MACOSX/._credential.json", b"\0\5\x16\7")) == PARTS


@pytest.mark.parametrize("name", ["../credential.json", "/etc/passwd", "a/../../b", "C:\\x", "\\\\host\\x"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    assert refused(with_entry(name, b"{}")) == "path_unsafe"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_file_twice_is_refused() -> None:
    written = BytesIO(staple(PARTS))
    with zipfile.ZipFile(written, "a") as package:
        package.writestr("credential.json", b'{"another": true}')
    assert refused(written.getvalue()) == "path_unsafe"


@pytest.mark.parametrize("name", ["credential.json", "certificate.pdf", "issuer-keys.json"])
def test_an_entry_that_unpacks_without_end_is_refused(name: str) -> None:
    bomb = with_entry(name, b" " * (40 << 20))
    assert len(bomb) < 100_000
    assert refused(bomb) == "bomb"


@pytest.mark.parametrize("name", ["issuer-keys.json", "status-lists.json"])
def test_more_records_than_a_credential_has_are_refused(name: str) -> None:
    record = b'{"id": "urn:x:1", "seen": "2026-11-22T00:00:00Z", "document": {}}'
    assert len(opened(with_entry(name, b"[" + b",".join([record] * 64) + b"]")).credential) > 0
    assert refused(with_entry(name, b"[" + b",".join([record] * 65) + b"]")) == "bomb"
    assert refused(with_entry(name, b"[" + b" " * (5 << 20) + b"]")) == "bomb"


def test_too_many_entries_are_refused() -> None:
    assert refused(packed({f"{number}.txt": b"" for number in range(100)})) == "bomb"


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(kind: int) -> None:
    assert refused(packed(unpacked(staple(PARTS)), kind)) == "damaged"


@pytest.mark.parametrize("missing", ["credential.json", "stapled.json"])
def test_a_package_without_its_heart_says_so(missing: str) -> None:
    entries = unpacked(staple(PARTS))
    del entries[missing]
    assert refused(packed(entries)) == "nothing_inside"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("stapled.json", b"{}", "damaged"),
        ("stapled.json", b'{"version": 2, "locale": "en", "stapled_at": "2026-11-22T00:00:00Z"}', "damaged"),
        ("issuer-keys.json", b'[{"id": 7}]', "damaged"),
        ("ledger.json", b"[" * 100_000, "damaged"),
        ("credential.json", b"\xff", "not_text"),
        ("credential.json", b" ", "empty"),
    ],
)
def test_a_part_that_is_not_what_it_should_be_is_refused(name: str, content: bytes, fault: str) -> None:
    assert refused(with_entry(name, content)) == fault


def test_an_encrypted_entry_is_called_locked() -> None:
    data = bytearray(staple(PARTS))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data)) == "locked"


def test_a_huge_package_is_refused() -> None:
    assert refused(b"PK\x03\x04" + b"\0" * MAX_BYTES) == "too_large"


def test_a_credential_that_is_none_is_not_stapled() -> None:
    with pytest.raises(CarrierUnreadable, match="empty"):
        staple(Stapled(credential=b"", locale="en", stapled_at=NOW))


@given(st.data())
def test_a_package_changed_at_random_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    broken = bytearray(staple(PARTS))
    at = data.draw(st.integers(0, len(broken) - 1))
    broken[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    with suppress(CarrierUnreadable):
        assert isinstance(opened(bytes(broken)), Stapled)
