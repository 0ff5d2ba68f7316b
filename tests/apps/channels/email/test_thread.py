"""Which conversation a mail belongs to."""

from hypothesis import given
from hypothesis import strategies as st

from humanely.apps.channels.email.thread import Thread, message_id, stop_subject, stopped, thread_of
from humanely.trust.root_key import RootKey

ROOT, OTHER = RootKey(bytes(range(32))), RootKey(bytes(32))
places = st.integers(0, 10**18 - 1)


@given(contact=places, of=places)
def test_an_id_of_ours_leads_back(contact: int, of: int) -> None:
    thread = Thread(contact, of)
    assert thread_of(["", "<x@y> " + message_id(thread, "help@example.org", ROOT)], ROOT) == thread
    assert stopped(stop_subject(thread, ROOT), ROOT) == thread


@given(contact=places, of=places)
def test_an_id_made_under_another_key_leads_nowhere(contact: int, of: int) -> None:
    thread = Thread(contact, of)
    assert thread_of([message_id(thread, "help@example.org", OTHER)], ROOT) is None
    assert stopped(stop_subject(thread, OTHER), ROOT) is None


@given(contact=places, of=places, moved=places)
def test_an_id_that_is_changed_leads_nowhere_else(contact: int, of: int, moved: int) -> None:
    mac = message_id(Thread(contact, of), "help@example.org", ROOT).split(".")[2]
    found = thread_of([f"<{moved}.{of}.{mac}"], ROOT)
    assert found in {None, Thread(contact, of)}


@given(headers=st.lists(st.text()))
def test_what_others_write_leads_nowhere(headers: list[str]) -> None:
    assert thread_of(headers, ROOT) is None
