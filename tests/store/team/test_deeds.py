"""What members do is on record, with pseudonyms and hashes in place of names and texts."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.store.data_folder import Data, open_data
from humanely.store.team.deeds import ONCE, Deeds, digest

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
MEMBER = "01" * 8


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    opened = open_data(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def deeds(data: Data) -> Deeds:
    return Deeds(data.database, data.root_key, data.entropy)


def newest(data: Data) -> tuple[str, str, dict[str, object]]:
    """Kind, subject and payload of the newest act."""
    kept = data.ledger.entry(data.ledger.head().size - 1)
    assert kept is not None
    return kept.kind, kept.subject, json.loads(kept.payload or b"")


def test_a_person_is_named_by_pseudonym_only(data: Data, deeds: Deeds) -> None:
    deeds.about_person("looked_at", MEMBER, "ada@example.org", NOW)
    pseudonym = data.root_key.pseudonym("ada@example.org")
    assert newest(data) == ("staff", pseudonym, {"act": "looked_at", "id": MEMBER})


def test_a_setting_is_named_by_its_hash_only(data: Data, deeds: Deeds) -> None:
    deeds.setting_changed("faq.md", "a secret", "before", MEMBER, NOW)
    told = {
        "act": "changed", "by": MEMBER, "file": "faq.md", "sha256": digest("a secret"), "before": digest("before"),
    }  # fmt: skip
    assert newest(data) == ("setting", "", told)


def test_a_setting_that_was_none_before_says_so(data: Data, deeds: Deeds) -> None:
    deeds.setting_changed("faq.md", "new", None, MEMBER, NOW)
    assert newest(data)[2]["before"] is None


def test_a_case_that_is_read_again_within_the_hour_is_read_once_by_each(data: Data, deeds: Deeds) -> None:
    deeds.read("read_case", MEMBER, "ada@example.org", 17, NOW)
    person = data.root_key.pseudonym("ada@example.org")
    assert newest(data) == ("staff", person, {"act": "read_case", "id": MEMBER, "of": 17})
    size = data.ledger.head().size
    deeds.read("read_case", MEMBER, "ada@example.org", 17, NOW + ONCE / 2)
    assert data.ledger.head().size == size
    deeds.read("read_case", "02" * 8, "ada@example.org", 17, NOW)
    deeds.read("read_case", MEMBER, "ada@example.org", 18, NOW)
    deeds.read("read_case", MEMBER, "ada@example.org", 17, NOW + ONCE)
    assert data.ledger.head().size == size + 3
