"""Parties."""

from humanely.credential.life.party import By, staff


def test_a_member_is_named_and_the_others_are_not() -> None:
    assert staff("ada") == By("staff", "ada")
    assert By("holder").id == ""
