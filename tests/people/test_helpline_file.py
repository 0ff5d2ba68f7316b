"""The file of helplines: good records become lines, bad ones are left out and named."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humanely.people.helpline_file import DirectoryUnreadable, read_directory
from humanely.people.helplines import Fault

ASSETS = Path(__file__).parent / "assets"
MUSEUM = sorted((ASSETS / "bad_records").glob("*.json"))
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "platform" / "open-helplines" / "helplines.json"
GOOD = json.loads((ASSETS / "directory.json").read_text(encoding="utf-8"))["records"]
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=8), inside, max_size=3)),
    max_leaves=8,
)


def directory_of(*records: object) -> bytes:
    return json.dumps({"records": records}).encode()


@pytest.mark.parametrize("exhibit", MUSEUM, ids=lambda path: path.stem)
def test_a_bad_record_is_left_out_and_named_and_its_neighbours_stay(exhibit: Path) -> None:
    shown = json.loads(exhibit.read_text(encoding="utf-8"))
    directory = read_directory(directory_of(GOOD[0], shown["record"], GOOD[4]))
    assert {line.record for line in directory.lines} == {"gb-evening-lamp", "jp-asa"}
    [fault] = directory.faults
    assert fault.field == shown["field"]
    assert shown["why"] in fault.why


def test_a_record_without_a_usable_id_is_named_by_its_place() -> None:
    faults = read_directory(directory_of({"id": "gb-lamp"}, {"id": "two\nlines"}, 3)).faults
    assert [fault.record for fault in faults] == ["gb-lamp", "record 2", "record 3"]


def test_the_second_of_two_records_with_one_id_is_left_out() -> None:
    directory = read_directory(directory_of(GOOD[0], GOOD[0]))
    assert len(directory.lines) == 1
    assert directory.faults == (Fault("gb-evening-lamp", "id", "stands in the file twice"),)


@unhurried
@given(st.lists(json_values, max_size=4))
def test_each_record_is_read_or_named(records: list[object]) -> None:
    directory = read_directory(directory_of(*records))
    assert len(directory.faults) == len(records)


@unhurried
@given(st.dictionaries(st.sampled_from(["id", "country", "name", "category", "contacts", "verified_at"]), json_values))
def test_a_good_record_with_any_field_changed_never_stops_the_reading(changed: dict[str, object]) -> None:
    directory = read_directory(directory_of({**GOOD[0], **changed}, GOOD[4]))
    assert "jp-asa" in {line.record for line in directory.lines}
    assert len({line.record for line in directory.lines}) + len(directory.faults) == 2


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"records": 3}', b"\xff\xfe", b'{"records": [', b"id,country"])
def test_what_is_no_directory_is_an_error_that_says_what_to_bring(data: bytes) -> None:
    with pytest.raises(DirectoryUnreadable, match=r"could not be read: .* Bring a JSON file"):
        read_directory(data)


def test_every_contact_becomes_a_line_and_only_numbers_can_be_dialled() -> None:
    phone, text, chat = [line for line in read_directory(directory_of(*GOOD)).lines if line.record == "gb-harbour"]
    assert (phone.dial, phone.free, phone.anonymous) == ("01632 960002", True, True)
    assert (text.dial, text.word, text.free) == ("00960", "HARBOUR", None)
    assert (chat.dial, chat.word) == (None, None)


@pytest.mark.parametrize(
    "note", [None, "text HARBOUR to 00961", "please text HARBOUR to 00960", "text har bour to 00960"]
)
def test_a_word_to_send_is_taken_only_from_a_note_about_this_very_number(note: str | None) -> None:
    contact = {"method": "text", "dial": "00960", "dial_note": note, "languages": ["en"], "hours": "24/7"}
    assert read_directory(directory_of({**GOOD[1], "contacts": [contact]})).lines[0].word is None


@pytest.mark.parametrize(
    "dial", ["112", "116 123", "119 ext. 8", "+44 (0)1632 960001", "0000-00-0001", "*99#", "01632/960001"]
)
def test_a_number_stands_as_it_was_written(dial: str) -> None:
    contact = {"method": "phone", "dial": dial, "languages": ["en"], "hours": "24/7"}
    assert read_directory(directory_of({**GOOD[1], "contacts": [contact]})).lines[0].dial == dial


def test_names_may_hold_the_joiners_their_script_needs() -> None:
    assert read_directory(directory_of({**GOOD[1], "local_name": "क\u094d\u200dष"})).faults == ()


@pytest.mark.public_data
@pytest.mark.skipif(not SHARED.exists(), reason="the public directory is not beside the project")
def test_the_public_directory_loads_whole() -> None:
    data = SHARED.read_bytes()
    directory = read_directory(data)
    contacts = [contact for record in json.loads(data)["records"] for contact in record["contacts"]]
    assert directory.faults == ()
    assert [line.dial for line in directory.lines] == [contact.get("dial") for contact in contacts]
    assert [line.hours_text for line in directory.lines if line.hours is None] == [
        "Daily 16:00–21:00 JST; 08:00 JST on 10th to 08:00 JST on 11th each month"
    ]
