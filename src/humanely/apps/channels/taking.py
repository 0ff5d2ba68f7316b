"""A turn from a channel that answers later: taken, written where somebody writes, recorded."""

import asyncio

from humanely.apps.http.turns import finished
from humanely.apps.serving.services import Services
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.outcome import Outcome


async def take(services: Services, arrival: Arrival) -> Outcome:
    """Take a turn from arrival to answer; all of it is recorded when this returns.

    Raises:
        HumanelyError: nothing of it was recorded, or its answer was not.
    """
    outcome = await asyncio.wrap_future(services.engine.submit(arrival))
    if (case := outcome.case) is not None and arrival.writer == "house":
        # A model takes seconds: it writes beside the engine, which then looks whether somebody has spoken meanwhile.
        drafted = await asyncio.to_thread(services.writing.written, case)
        services.metrics.drafted(drafted)
        outcome = await services.written(lambda companion, now: finished(companion, outcome, drafted, now))
    if not outcome.repeated:
        services.metrics.took(outcome)
    return outcome
