"""What an API key may be good for; apart from the keys, so that naming a scope loads nothing."""

from enum import StrEnum


class Scope(StrEnum):
    """What a key may be used for; a key has those it names, and no scope holds another."""

    TURNS = "turns"
    """Hand in turns and outcomes."""
    READ = "read"
    """Read conversations, handoffs, decisions, events and proofs."""
    HANDOFFS = "handoffs"
    """Claim and answer handoffs, and bring them to their end."""
    PEOPLE = "people"
    """Export, correct and erase people, and record their consent."""
    CREDENTIALS = "credentials"
    """Design and issue credentials, change what stands of them, and hear appeals."""
    ADMIN = "admin"
    """Everything about the running of the server."""
