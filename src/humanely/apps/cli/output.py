"""What a command prints for programs, on stdout, whatever stdout is."""

import os
import sys

import typer

from humanely.errors import HumanelyError


class OutputUnwritable(HumanelyError):
    """Standard output takes nothing."""

    code = "output_unwritable"


def put(text: str) -> None:
    """Write one piece of output as UTF-8, at once.

    Raises:
        typer.Exit: whoever read our output has had enough (as `head` does); that is no failure.
        OutputUnwritable: standard output is closed or full.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes stdout once more when it ends, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except (OSError, AttributeError) as error:
        why = getattr(error, "strerror", None) or "it is closed"
        raise OutputUnwritable(
            f"Standard output cannot be written: {why}.", fix="Send it somewhere else, such as a file with > out.json."
        ) from error
