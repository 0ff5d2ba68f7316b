"""What was estimated of somebody who has since said no: it stays on record for them, and nobody of the team sees it.

What they said themselves of how they feel is theirs, and stays.
"""

from collections.abc import Sequence

import msgspec

from humanely.estimate import unestimated
from humanely.store.conversation import ConversationState
from humanely.store.conversations import Conversations
from humanely.trust.consent import Purpose, Sense, said_no


def as_allowed(states: Sequence[ConversationState], conversations: Conversations) -> list[ConversationState]:
    """Conversations as the team may see them now: bare of estimates where their person said no to these."""
    given = conversations.consents([one.person_id for one in states])
    return [
        bare(one) if said_no(events, Purpose.ESTIMATE, Sense.TEXT) else one
        for one, events in zip(states, given, strict=True)
    ]


def bare(state: ConversationState) -> ConversationState:
    """A conversation of which nothing was estimated."""
    readings = tuple(unestimated(one) if one.turn.is_customer else one for one in state.readings)
    turn = state.turn and msgspec.structs.replace(state.turn, senses=())
    return msgspec.structs.replace(state, readings=readings, turn=turn, exchanges=())
