"""What is told when a document has no canonical form."""

from typing import get_args

import pytest

from humanely.credential.linked.fault import Fault, NotCanonical


@pytest.mark.parametrize("fault", get_args(Fault))
def test_every_fault_says_what_happened_and_what_to_do_and_not_what_the_document_says(fault: Fault) -> None:
    wrong = NotCanonical(fault, "honours of Ada")
    assert wrong.happened.endswith(".")
    assert str(wrong) != wrong.happened
    assert "Ada" not in str(wrong)
    assert (wrong.fault, wrong.term) == (fault, "honours of Ada")
