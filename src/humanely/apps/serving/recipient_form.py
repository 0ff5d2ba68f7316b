"""Whom a credential is for, as somebody fills it in one by one: the same rules as for a row of a table."""

from collections.abc import Mapping
from typing import Any

from humanely.credential.design.batch import evidence_in, recipient_in
from humanely.credential.design.form import Fault, Form
from humanely.errors import HumanelyError
from humanely.pipeline.credentials.issuing import Wanted

MOST_STORY = 4_000


class RecipientFaulty(HumanelyError):
    """Whom a credential is for is not filled in as it has to be.

    Attributes:
        faults: all of them, in the order of the form.
    """

    code = "recipient_faulty"
    status = 422

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(
            "Whom the credential is for cannot be used as it is.",
            fix=" ".join(f"{fault.field}: {fault.says('en')}" for fault in faults),
        )
        self.faults = faults
        self.field = faults[0].field


def wanted(raw: Mapping[str, Any]) -> Wanted:
    """Read whom a credential is for.

    Args:
        raw: ``email``, ``did``, ``name``, ``language``, ``project``, ``project_url``, ``mentor_note``, ``story``.

    Raises:
        RecipientFaulty: with every fault, each naming its field.

    >>> wanted({"email": "Ada@example.org", "name": "Ada"}).recipient
    Recipient(email='ada@example.org', did=None, name='Ada', language=None)
    """
    form = Form(raw)
    recipient, evidence, story = recipient_in(form), evidence_in(form), form.maybe_text("story", MOST_STORY)
    form.close()
    if form.faults:
        raise RecipientFaulty(tuple(form.faults))
    return Wanted(recipient=recipient, evidence=evidence, story=story)
