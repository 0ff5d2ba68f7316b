"""Whom a credential is for, filled in one by one."""

import pytest

from humanely.apps.serving.recipient_form import RecipientFaulty, wanted


def test_all_that_is_given_is_taken() -> None:
    found = wanted({"did": "did:key:z6Mk", "project": "A kit.", "project_url": "https://a.example", "story": "Spring."})
    assert (found.person, found.story) == ("did:key:z6Mk", "Spring.")
    assert [(one.kind, one.says, one.url) for one in found.evidence] == [("project", "A kit.", "https://a.example")]


def test_every_fault_is_told_at_once_with_its_field() -> None:
    with pytest.raises(RecipientFaulty) as caught:
        wanted({"email": "nobody", "project_url": "https://a.example", "shoe_size": "40"})
    assert [fault.field for fault in caught.value.faults] == ["email", "project", "shoe_size"]
    assert caught.value.field == "email"
    assert "nobody" not in str(caught.value) + caught.value.fix
