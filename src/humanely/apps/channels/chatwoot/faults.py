"""What can go wrong with Chatwoot."""

from humanely.errors import HumanelyError


class ChatwootUnreachable(HumanelyError):
    """Chatwoot cannot be reached, or fails, for now."""

    code = "chatwoot_unreachable"
    status = 503

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Chatwoot does not answer: {why}.",
            fix="Nothing is lost, it is tried again; check its address in [chatwoot] if this goes on.",
        )


class ChatwootRefuses(HumanelyError):
    """Chatwoot does not let us do what an agent bot has to do."""

    code = "chatwoot_refuses"
    status = 502

    def __init__(self, status: int, what: str, whose: str) -> None:
        fixes = {
            401: f"Put a valid access token of {whose} into its file, and start again.",
            403: f"Give {whose} access to the inbox in Chatwoot.",
        }
        fix = fixes.get(status, "Check url and account in [chatwoot], and that this Chatwoot is a recent one.")
        super().__init__(f"Chatwoot refuses ({status}) to {what}.", fix=fix)


class ConversationGone(HumanelyError):
    """Chatwoot has no such conversation, or no longer."""

    code = "chatwoot_conversation_gone"
    status = 404

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Chatwoot has no conversation {number} in this account.", fix="Nothing is to be done if it was deleted."
        )
