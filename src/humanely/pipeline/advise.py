"""Advice on a conversation that is given whole: read and decided like any other, and nothing of it is recorded."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from humanely.errors import HumanelyError
from humanely.estimate import ConversationReader
from humanely.pipeline.arrival import Arrival
from humanely.pipeline.case import Case
from humanely.pipeline.house import House
from humanely.pipeline.record import overheard
from humanely.pipeline.see import Seen, see
from humanely.pipeline.weigh import weigh
from humanely.signal.turn import Speaker
from humanely.store.conversation import ConversationState


class Said(msgspec.Struct, frozen=True):
    """One message of a conversation."""

    speaker: Speaker
    text: str


class NothingToAnswer(HumanelyError):
    """The last message is not the customer's, so there is nothing to decide on."""

    code = "nothing_to_answer"
    status = 422

    def __init__(self) -> None:
        super().__init__(
            "The last message is not the customer's, so nothing waits for an answer.",
            fix="Give the conversation up to the customer's message that is to be answered.",
        )


def advise(
    conversation: Sequence[Said], about: Arrival, house: House, reader: ConversationReader, now: dt.datetime
) -> Case:
    """Decide on the last message of a conversation.

    Where only agents answered so far, the question is what the assistant would do in their place. Where an assistant
    did, the person is taken to know that a machine answers.

    Args:
        conversation: all that was said, oldest first.
        about: what the channel says of the whole; its text and speaker do not matter.
        now: aware, in UTC.

    Raises:
        NothingToAnswer: the last message is not the customer's.
    """
    if not conversation or conversation[-1].speaker is not Speaker.CUSTOMER:
        raise NothingToAnswer

    def read(one: Said, state: ConversationState) -> Seen:
        arrival = msgspec.structs.replace(about, speaker=one.speaker, text=one.text)
        return see([(arrival, state, ())], house, reader, now)[0]

    state = ConversationState(conversation_id=about.conversation_id)
    for one in conversation[:-1]:
        for record in overheard(read(one, state)).records:
            state = state.after(state.newest, now, record)
    return weigh(read(conversation[-1], _in_place(state, conversation, now)), house, reader.estimator, now)


def _in_place(state: ConversationState, conversation: Sequence[Said], now: dt.datetime) -> ConversationState:
    """The conversation as the assistant finds it."""
    if any(one.speaker is Speaker.ASSISTANT for one in conversation):
        return msgspec.structs.replace(state, noticed_ai_at=now)
    return msgspec.structs.replace(state, handoff=None)
