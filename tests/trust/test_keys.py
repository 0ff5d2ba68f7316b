"""Laws that every key store obeys, and both of them in step."""

import datetime as dt
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from humanely.trust.erasure import Erasure
from humanely.trust.file_keys import FileKeys
from humanely.trust.keys import KeyDestroyed, KeyStore, KeyUnknown, MemoryKeys, new_key
from humanely.trust.root_key import RootKey
from humanely.trust.seal import Entropy, EntropyWrongLength

ROOT = RootKey(bytes(range(32)))
AT = dt.datetime(2026, 11, 22, 4, 3, 8, tzinfo=dt.UTC)
LATER = AT + dt.timedelta(days=1)
PEOPLE = ("ada", "bob", "Zoë", "")

Keys = MemoryKeys | FileKeys
Open = Callable[[Entropy], Keys]


@pytest.fixture(params=["memory", "files"])
def open_keys(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    stores: dict[str, Open] = {
        "memory": lambda entropy: MemoryKeys(ROOT, entropy),
        "files": lambda entropy: FileKeys(tmp_path / "people", ROOT, entropy),
    }
    return stores[request.param]


@pytest.fixture
def keys(open_keys: Open) -> Keys:
    return open_keys(os.urandom)


def test_a_persons_key_stays_the_same(keys: KeyStore) -> None:
    assert keys.key_of("ada") == keys.key_of("ada")


def test_a_key_is_found_by_the_pseudonym(keys: KeyStore) -> None:
    made = keys.key_of("ada")
    assert keys.named(ROOT.pseudonym("ada")) == made


def test_no_key_is_made_for_a_pseudonym(keys: KeyStore) -> None:
    with pytest.raises(KeyUnknown, match="not in the key store"):
        keys.named(ROOT.pseudonym("ada"))


def test_the_key_of_an_erased_pseudonym_is_gone(keys: KeyStore) -> None:
    keys.key_of("ada")
    keys.destroy("ada", AT)
    with pytest.raises(KeyDestroyed):
        keys.named(ROOT.pseudonym("ada"))


def test_a_key_has_256_bits(keys: KeyStore) -> None:
    assert len(keys.key_of("ada")) == 32


def test_each_person_has_a_key_of_their_own(keys: KeyStore) -> None:
    assert len({keys.key_of(person) for person in PEOPLE}) == len(PEOPLE)


def test_a_key_is_the_entropy_it_was_made_of(open_keys: Open) -> None:
    assert open_keys(lambda n: b"k" * n).key_of("ada") == b"k" * 32


@pytest.mark.parametrize("entropy", [lambda n: bytes(n - 1), lambda n: bytes(n + 1)], ids=["short", "long"])
def test_no_key_is_made_of_too_little_or_too_much_entropy(open_keys: Open, entropy: Entropy) -> None:
    keys = open_keys(entropy)
    with pytest.raises(EntropyWrongLength):
        keys.key_of("ada")
    with pytest.raises(EntropyWrongLength):
        new_key(entropy)


def test_a_destroyed_key_is_gone_and_none_is_made_again(keys: KeyStore) -> None:
    keys.key_of("ada")
    destroyed = keys.destroy("ada", AT)
    assert (destroyed.erasure, destroyed.had_key) == (Erasure(ROOT.pseudonym("ada"), AT), True)
    assert keys.is_destroyed("ada")
    with pytest.raises(KeyDestroyed, match="was destroyed when they were erased") as raised:
        keys.key_of("ada")
    assert "ada" not in str(raised.value)


def test_destroying_one_key_leaves_the_others(keys: KeyStore) -> None:
    before = keys.key_of("bob")
    keys.destroy("ada", AT)
    assert not keys.is_destroyed("bob")
    assert keys.key_of("bob") == before


def test_somebody_without_a_key_can_be_erased(keys: KeyStore) -> None:
    assert not keys.destroy("ada", AT).had_key
    assert keys.is_destroyed("ada")


def test_a_second_erasure_gives_the_time_of_the_first(keys: KeyStore) -> None:
    keys.key_of("ada")
    keys.destroy("ada", AT)
    again = keys.destroy("ada", LATER)
    assert (again.erasure.at, again.had_key) == (AT, False)


def test_the_erasure_list_is_who_was_erased(keys: Keys) -> None:
    keys.key_of("bob")
    keys.destroy("ada", AT)
    assert keys.erasures() == (Erasure(ROOT.pseudonym("ada"), AT),)


def test_a_list_from_elsewhere_is_applied(keys: Keys) -> None:
    keys.key_of("ada")
    destroyed = keys.apply_erasures([Erasure(ROOT.pseudonym("ada"), AT), Erasure(ROOT.pseudonym("bob"), LATER)])
    assert [each.had_key for each in destroyed] == [True, False]
    assert keys.is_destroyed("ada")
    assert keys.is_destroyed("bob")
    assert len(keys.erasures()) == 2


class BothInStep(RuleBasedStateMachine):
    """Whatever is done, keys in memory and keys in files say the same, and files say it after a restart, too."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.memory = MemoryKeys(ROOT, os.urandom)
        self.files = self.opened()
        self.seen: dict[tuple[str, str], bytes] = {}

    def opened(self) -> FileKeys:
        return FileKeys(Path(self.folder.name), ROOT, os.urandom)

    @rule(person=st.sampled_from(PEOPLE))
    def a_key_stays_or_is_refused(self, person: str) -> None:
        stores: dict[str, KeyStore] = {"memory": self.memory, "files": self.files}
        for name, keys in stores.items():
            try:
                key = keys.key_of(person)
            except KeyDestroyed:
                assert self.memory.is_destroyed(person)
            else:
                assert not self.memory.is_destroyed(person)
                assert self.seen.setdefault((name, person), key) == key

    @rule(person=st.sampled_from(PEOPLE), day=st.integers(0, 9))
    def destroying_says_the_same(self, person: str, day: int) -> None:
        at = AT + dt.timedelta(days=day)
        assert self.memory.destroy(person, at) == self.files.destroy(person, at)

    @rule()
    def restart(self) -> None:
        self.files = self.opened()

    @invariant()
    def the_same_people_are_erased(self) -> None:
        assert self.memory.erasures() == self.files.erasures()

    def teardown(self) -> None:
        self.folder.cleanup()


TestBothInStep = BothInStep.TestCase
TestBothInStep.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
