"""What `make run` has of credentials from the start: three achievements, and a small class with something to do.

Amara has hers and shows it; Jonas's was issued by mistake and taken back; Lucía's was taken back, too, and she appeals;
Mei has not collected hers; Noor is still on the way; Sam's forklift licence waits for a second person. All are made up.
"""

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from humanely.credential.design.recipient import Recipient
from humanely.credential.life.party import HOLDER
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import appeals, designs, endorsing, holder, issuing, progress, statuses
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.evidence import File
from humanely.pipeline.credentials.issuing import Wanted
from humanely.store.credential_records import ProgressRecord

HERE = Path(__file__).parent
DESIGNS = HERE / "achievements"
CLASS = HERE / "class.csv"
MADE_BY = "make run"
MENTOR, LICENCE = "community-mentor", "forklift-safety"
AMARA, NOOR = "amara@example.org", "noor@example.org"
SAM = Wanted(recipient=Recipient(email="sam@example.org", name="Sam Reyes", language="en"))

PRAISE = "Amara took me along when I knew nobody. She let me do the hard part and stayed when it took longer."
DOUBTED = "Best mentor I ever had. Call me on 020 7946 0101 and I will tell you more."
APPEAL = """\
I was at the mentors' evening on 3 March; I even brought the soup.
My name is not on the list because I came late and the sheet had gone round already."""
SHEET = b"Mentors' evening, 3 March\nLate: Lucia H. (brought soup)\n"


class Shown(msgspec.Struct, frozen=True):
    """Where a first visitor may look: paths of a public page, and of a holder's own."""

    public: str
    own: str


def settle(desk: Desk, now: dt.datetime) -> None:
    """Have the school there, once: where anything can be achieved already, nothing is touched."""
    if designs.every(desk):
        return
    by = Asked(MADE_BY, now)
    for file in sorted(DESIGNS.iterdir()):
        designs.save(desk, by, read(file))
    seen = issuing.preview(desk, MENTOR, CLASS.read_bytes())
    wanted = [Wanted(recipient=row.recipient, evidence=row.evidence) for row in seen.issuable()]
    amara, jonas, lucia, _ = issuing.issue_batch(desk, by, MENTOR, wanted).issued
    _show(desk, amara, now)
    for code in (jonas, lucia):
        holder.collect(desk, holder.link(desk, code, now), now)
    statuses.revoke(desk, by, jonas, "issued_in_error", "Another Jonas was meant.")
    statuses.revoke(desk, by, lucia, "requirements_not_met", "Not on the list of the mentors' evening.")
    grounds = appeals.Grounds(statement=APPEAL, wish="Please look at the sheet again.")
    appeals.file(desk, holder.link(desk, lucia, now), grounds, [File("sheet.txt", SHEET)], now)
    for step in ("first-talk", "mentors-evening"):
        done = ProgressRecord(person_id=NOOR, achievement_id=MENTOR, step=step, by=HOLDER)
        progress.note(desk, done, now)
    issuing.prepare(desk, by, LICENCE, SAM)


def shown(desk: Desk, now: dt.datetime) -> Shown | None:
    """Where to look; None where Amara's credential is gone."""
    rows = desk.ledger.credentials.of_subject(desk.root_key.pseudonym(AMARA))
    if not rows or rows[0].state == "gone":
        return None
    code = rows[0].id
    return Shown(public=f"/c/{code}", own=f"/mine/{holder.link(desk, code, now)}")


def read(file: Path) -> dict[str, Any]:
    """A design as its file has it."""
    text = file.read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    return found


def _show(desk: Desk, code: str, now: dt.datetime) -> None:
    """Collected, shown to everybody, and spoken for: one endorsement is in doubt, and a moderator looks first."""
    ticket = holder.link(desk, code, now)
    holder.collect(desk, ticket, now)
    holder.share(desk, ticket, True, now)
    for name, text in (("Ivo", PRAISE), ("Max", DOUBTED)):
        asked = endorsing.ask(desk, ticket, "peer", now)
        given = endorsing.give(desk, asked.ticket, name, text, now)
        if given.state == "awaits_holder":
            endorsing.show(desk, ticket, asked.endorsement_id, now)
