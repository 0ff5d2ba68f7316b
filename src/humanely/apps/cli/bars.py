"""Progress at a terminal: what is being done, how fast, how long still; elsewhere only the guesses."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from humanely.audit.exports.columns import Guess


class Speed(ProgressColumn):
    """Turns a second, over the last while."""

    def render(self, task: Task) -> Text:
        """Draw it."""
        return Text("" if task.speed is None else f"{task.speed:,.0f} {task.fields['unit']}/s")


class Bars:
    """Shows an audit on stderr and carries the wish to stop."""

    def __init__(self) -> None:
        self.pressed = False
        self._unheard = False
        self._console = Console(file=sys.stderr)
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            Speed(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._bytes = 0
        self._task = self._bars.add_task("Reading", total=None, unit="kB")

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def reading(self, size: int | None) -> None:
        """Tell the first bar how far it is."""
        self._bars.update(self._task, total=None if size is None else size // 1000)

    def read(self, size: int) -> None:
        """Show what was read so far."""
        self._bytes += size
        self._bars.update(self._task, completed=self._bytes // 1000)

    def guessed(self, guess: Guess) -> None:
        """Say how an export was taken, where that is not plain."""
        if guess.is_plain:
            return
        self._console.print(str(guess), style="dim", markup=False, highlight=False, soft_wrap=True)

    def estimating(self, turns: int) -> None:
        """Go on to the second bar."""
        if self.pressed:
            self._console.print(f"Estimating the {turns:,} turns read until then; Ctrl-C again ends that, too.")
        self._bars.remove_task(self._task)
        self._task = self._bars.add_task("Estimating", total=turns, unit="turns")

    def estimated(self, turns: int) -> None:
        """Move it."""
        self._bars.update(self._task, advance=turns)

    def press(self) -> None:
        """Take a Ctrl-C: a wish to stop at the next good place, or at once when the last was not yet heard."""
        if self._unheard:
            raise KeyboardInterrupt
        self.pressed = self._unheard = True
        self._console.print("Stopping at the next good place; Ctrl-C again breaks off.", style="yellow")

    def stopped(self) -> bool:
        """Whether to stop here; hearing it once is enough."""
        heard, self._unheard = self._unheard, False
        return heard
