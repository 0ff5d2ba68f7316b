"""A learner's way to an achievement: which steps are done, passed over or open, as acts about the learner."""

import datetime as dt

from humanely.credential.design.progress import Done, Progress
from humanely.credential.design.progress import progress as stand
from humanely.errors import HumanelyError
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials.desk import Desk
from humanely.store.credential_records import KIND_OF, ProgressRecord, decode, encode
from humanely.store.log.act import Act, Unit


class StepNeeded(HumanelyError):
    """A step was to be passed over that is needed."""

    code = "step_needed"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This step is needed; it cannot be passed over.", fix="Do it, in as many sittings as you like."
        )


def note(desk: Desk, record: ProgressRecord, now: dt.datetime) -> Progress:
    """Note that a learner did a step, took it back, or passes it over; where they stand then.

    Raises:
        AchievementMissing, NotThere: of the achievement, or the step.
        StepNeeded: what is needed cannot be passed over.
        KeyDestroyed: the person was erased.
    """
    design = desk.achievements.one(record.achievement_id)
    found = next((step for step in design.achievement.steps if step.id == record.step), None)
    if found is None and record.step:
        raise NotThere("step")
    if record.skipped and found is not None and not found.optional:
        raise StepNeeded
    kind, keep = KIND_OF[ProgressRecord]
    act = Act(kind=kind, payload=encode(record), keep=keep, person=record.person_id)
    (placed,) = desk.ledger.commit([Unit(acts=(act,))], now)
    if isinstance(placed, HumanelyError):
        raise placed
    return stands(desk, record.person_id, record.achievement_id, now)


def stands(desk: Desk, person_id: str, achievement_id: str, now: dt.datetime) -> Progress:
    """Where a learner stands; at the beginning where nothing is known of them.

    Raises:
        AchievementMissing: there is no such achievement.
    """
    achievement = desk.achievements.one(achievement_id).achievement
    newest: dict[str, tuple[dt.datetime, ProgressRecord]] = {}
    for act in desk.ledger.of_people([person_id], "achievement")[person_id]:
        record = decode(act.payload) if act.payload is not None else None
        if isinstance(record, ProgressRecord) and record.achievement_id == achievement_id:
            newest[record.step] = (act.at, record)
    done = [
        Done(step, at.date(), one.note or None) for step, (at, one) in newest.items() if one.done and not one.skipped
    ]
    skipped = {step for step, (_, one) in newest.items() if one.skipped}
    return stand(achievement, done, skipped, now.date())
