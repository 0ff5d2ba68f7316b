"""Whoever listens is told of what is recorded, and nobody looks where nobody listens."""

import asyncio
import datetime as dt

from humanely.apps.serving.watch import Watch
from humanely.apps.site.start import Started
from humanely.store.log.act import Kept


def test_everybody_who_listens_hears_of_an_act(started: Started) -> None:
    deeds = started.services.deeds

    async def heard() -> list[Kept]:
        watch, stopping = Watch(), asyncio.Event()
        heard_by = [watch.acts(started.services.ledger, stopping) for _ in range(3)]
        listening = [asyncio.ensure_future(anext(one)) for one in heard_by]
        await asyncio.sleep(0.3)
        await asyncio.to_thread(deeds.about_person, "looked_at", "00" * 8, "watched", dt.datetime.now(dt.UTC))
        return [acts[-1] for acts in await asyncio.wait_for(asyncio.gather(*listening), 10)]

    assert [act.kind for act in asyncio.run(heard())] == ["staff"] * 3


def test_listening_ends_with_the_server(started: Started) -> None:
    async def ended() -> bool:
        watch, stopping = Watch(), asyncio.Event()
        listening = asyncio.create_task(_all(watch, started, stopping))
        await asyncio.sleep(0.1)
        stopping.set()
        return await asyncio.wait_for(listening, 10)

    assert asyncio.run(ended())


async def _all(watch: Watch, started: Started, stopping: asyncio.Event) -> bool:
    async for _ in watch.acts(started.services.ledger, stopping):
        pass
    return True


def test_who_reads_no_more_keeps_only_the_newest_waiting(started: Started) -> None:
    deeds = started.services.deeds

    async def heard() -> list[int]:
        watch, stopping = Watch(most_waiting=2), asyncio.Event()
        stalled, lively = (watch.acts(started.services.ledger, stopping) for _ in range(2))
        first = asyncio.ensure_future(anext(stalled))
        places = []
        for number in range(5):
            listening = asyncio.ensure_future(anext(lively))
            await asyncio.sleep(0.3)
            now = dt.datetime.now(dt.UTC)
            await asyncio.to_thread(deeds.about_person, "looked_at", "00" * 8, f"stalled {number}", now)
            places.append((await asyncio.wait_for(listening, 10))[-1].index)
        assert (await first)[-1].index == places[0]
        return [place - (await anext(stalled))[-1].index for place in places[-2:]]

    assert asyncio.run(heard()) == [0, 0]
