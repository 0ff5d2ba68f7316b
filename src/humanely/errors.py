"""Every error raised on purpose: what happened, and what to do about it."""


class HumanelyError(Exception):
    """Base of all errors a person may see.

    The message is two sentences: what happened, then what to do. It never contains
    what a customer wrote.

    Attributes:
        code: names the kind of error, the same for ever.
        exit_status: what a command ends with.
        status: what HTTP answers; 5xx only where whoever runs this has to act.

    >>> str(UsageError("No export was named.", fix="Name a file: humanely audit export.csv"))
    'No export was named. Name a file: humanely audit export.csv'
    """

    code = "error"
    exit_status = 1
    status = 400

    def __init__(self, happened: str, *, fix: str) -> None:
        super().__init__(f"{happened} {fix}")
        self.happened = happened
        self.fix = fix


class UsageError(HumanelyError):
    """The command or call was put together wrongly."""

    code = "usage"
    exit_status = 2


class ModelUnavailable(HumanelyError):
    """A file of the text model is missing or damaged."""

    code = "model_unavailable"
    status = 503

    def __init__(self, file: str) -> None:
        super().__init__(
            f"The model file {file!r} is missing or damaged.",
            fix="Install the package again, or rebuild the weights as training/README.md says.",
        )


class ExtraMissing(HumanelyError):
    """What was asked for needs libraries that a plain installation does not bring."""

    code = "extra_missing"
    status = 503

    def __init__(self, extra: str) -> None:
        super().__init__(
            f"This needs the extra {extra!r}, which is not installed.", fix=f"Run: pip install 'humanely[{extra}]'"
        )
