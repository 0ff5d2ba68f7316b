"""Occasions for replies: any at all, and twelve that people meet every day."""

from hypothesis import strategies as st

from humanely.affect.labels import SITUATIONS
from humanely.response.plan import FACTS, Cause, Occasion, Step, Topic

LOCALES = ("de", "en", "es", "fr", "it", "pt")
TOPICS: tuple[Topic, ...] = (
    "order", "refund", "access", "payment", "delivery", "course", "certificate", "appointment", "account", "fault",
    "other",
)  # fmt: skip
STEPS: tuple[Step, ...] = (
    "look_up", "handoff", "ask_number", "clarify", "greet", "close", "send_link", "wait", "done", "none",
)  # fmt: skip
CAUSES: tuple[Cause, ...] = ("ours", "outside", "unknown", "none")
LINK = "https://example.org/h"

_values = st.text("abc 123", min_size=1, max_size=20).filter(str.strip)


@st.composite
def occasions(draw: st.DrawFn, *, least_need: int = 0) -> Occasion:
    """Any occasion a plan can be made for."""
    return Occasion(
        need=draw(st.integers(least_need, 3)),
        topic=draw(st.sampled_from(TOPICS)),
        situations=draw(st.frozensets(st.sampled_from(SITUATIONS), max_size=3)),
        attempts=draw(st.integers(0, 3)),
        cause=draw(st.sampled_from(CAUSES)),
        step=draw(st.sampled_from(STEPS)),
        facts=draw(st.dictionaries(st.sampled_from([name for name in FACTS if name != "link"]), _values, max_size=2))
        | {"link": LINK},
        channel=draw(st.sampled_from(["chat", "email", "sms", "watch", "voice"])),
        address=draw(st.sampled_from(["formal", "familiar"])),
        person_free=draw(st.booleans()),
    )


def situated(*names: str) -> frozenset[str]:
    return frozenset(names)


TWELVE: dict[str, Occasion] = {
    "a plain question": Occasion(need=0, topic="order", situations=situated("open_question"), step="look_up"),
    "thanks": Occasion(need=1, situations=situated("grateful")),
    "only facts": Occasion(
        need=1, topic="refund", situations=situated("wants_facts_only"), facts={"status": "✓", "amount": "20 €"}
    ),
    "a small mix-up of ours": Occasion(need=1, topic="delivery", cause="ours", step="done"),
    "frustrated, refund late by our fault": Occasion(
        need=2, topic="refund", situations=situated("frustrated", "complains"), cause="ours", step="done"
    ),
    "tried twice, access still broken": Occasion(
        need=2, topic="access", situations=situated("attempt_failed"), attempts=2, cause="unknown", step="look_up"
    ),
    "time is short": Occasion(
        need=3, topic="certificate", situations=situated("urgent"), cause="outside", step="send_link",
        facts={"link": LINK},
    ),
    "a person is wanted": Occasion(
        need=2, topic="payment", situations=situated("asks_for_human", "repeats"), attempts=1, step="handoff"
    ),
    "confused": Occasion(need=1, topic="course", situations=situated("confused"), step="clarify"),
    "vulnerable, familiar": Occasion(
        need=3, topic="appointment", situations=situated("vulnerable"), step="look_up", address="familiar"
    ),
    "furious, by SMS": Occasion(
        need=3, topic="order", situations=situated("abusive", "complains"), cause="ours", step="ask_number",
        channel="sms",
    ),
    "leaving, by voice": Occasion(
        need=2, topic="account", situations=situated("threatens_to_leave"), step="wait", channel="voice"
    ),
}  # fmt: skip
