"""What can go wrong with a model server. No message carries a key, or a word of what was sent or answered."""

from humanely.errors import HumanelyError, UsageError


class ModelServerInvalid(UsageError):
    """The settings of a model server cannot be used."""

    code = "model_server_invalid"

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(f"The settings of the model server cannot be used: {what}.", fix=fix)


class ModelKeyMissing(UsageError):
    """The environment has no usable key under the name the settings give."""

    code = "model_key_missing"

    def __init__(self, variable: str) -> None:
        super().__init__(
            f"The environment variable {variable!r} holds no usable key for the model server.",
            fix=f"Set {variable} to the key alone, on one line, before starting.",
        )


class ModelServerFault(HumanelyError):
    """A model server gave no answer; somebody else has to."""

    code = "model_server_fault"
    status = 502


class ModelServerUnreachable(ModelServerFault):
    """No connection came about, or it broke off."""

    code = "model_server_unreachable"

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The model server at {host!r} cannot be reached, or broke off.",
            fix="See that it runs, and that base_url and the network between are right.",
        )


class ModelServerTimedOut(ModelServerFault):
    """It took longer than it may."""

    code = "model_server_timed_out"
    status = 504

    def __init__(self, host: str, waited_s: float) -> None:
        super().__init__(
            f"The model server at {host!r} did not answer within {waited_s:.3g} s.",
            fix="Raise timeout_s and deadline_s, or use a smaller model.",
        )


class ModelServerRefused(ModelServerFault):
    """It answered that it will not.

    Attributes:
        answered: its HTTP status.
        retry_after_s: how long it asks to be left alone, >= 0; None where it does not say.
    """

    code = "model_server_refused"

    def __init__(self, host: str, answered: int, retry_after_s: float | None = None) -> None:
        super().__init__(f"The model server at {host!r} refused with status {answered}.", fix=_advice(answered))
        self.answered = answered
        self.retry_after_s = retry_after_s


class ModelServerUnreadable(ModelServerFault):
    """What it answered is no chat completion."""

    code = "model_server_unreadable"

    def __init__(self, host: str, what: str) -> None:
        super().__init__(
            f"The answer of the model server at {host!r} cannot be read: {what}.",
            fix="See that base_url leads to an OpenAI-compatible server; it often ends in /v1.",
        )


def _advice(status: int) -> str:
    if status in (401, 403):
        return "See that the key is right and may use this model."
    if status == 429:
        return "Wait, or ask the provider for more."
    if status >= 500:
        return "Read the log of the model server."
    return "See that base_url, model and the fields under 'send' are what this server takes."
