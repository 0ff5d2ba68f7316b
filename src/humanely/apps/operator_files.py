"""The operator's files: each is checked together with all the others before it is saved, and the old one is kept."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from humanely.apps.settings import Settings, SettingsFaulty, house, persona, read_settings, schedule
from humanely.errors import HumanelyError
from humanely.pipeline.house import House
from humanely.response.generated.persona import Persona
from humanely.store.team.deeds import digest
from humanely.trust.durable import make_folder, publish, rewrite

if TYPE_CHECKING:
    from humanely.affect.text import TextEstimator

SETTINGS = "settings.toml"
NAMES = (
    SETTINGS, "policy.toml", "sla.toml", "review.toml", "check.toml", "persona.toml", "law.toml",
    "consent.toml", "retention.toml", "faq.md", "helplines.json",
)  # fmt: skip
"""Every file an operator may have, in the order in which one thinks of them."""

KEPT = "before"
"""Folder beside them for what they held before."""

AT_ONCE = frozenset(("setting", "place", "locale", "address", "name", "noticed", "offers", "team", "writes"))
"""Settings that hold from the next turn on; all others hold from the next start on."""


MOST_DOTS = 100
"""In one line of TOML: the parts of a key take memory by their square, and some kilobytes of them would take it all."""


_SHIPPED = {
    "policy.toml": "humanely.decision", "law.toml": "humanely.decision", "sla.toml": "humanely.people",
    "review.toml": "humanely.people", "check.toml": "humanely.response", "retention.toml": "humanely.trust",
}  # fmt: skip


def shipped(name: str) -> str:
    """What comes with Humanely under the name of a file; empty where nothing does.

    >>> shipped("sla.toml").startswith("# How soon a human is there"), shipped("faq.md")
    (True, '')
    """
    package = _SHIPPED.get(name)
    return (resources.files(package) / name).read_text(encoding="utf-8") if package else ""


class FileMoved(HumanelyError):
    """Somebody else saved a file while it was being edited."""

    code = "file_moved"
    status = 409

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} has been changed since you opened it, so nothing was saved.",
            fix="Compare your text with the one that is saved now, and save again.",
        )


class FileUnsaved(HumanelyError):
    """The folder of settings cannot be written."""

    code = "file_unsaved"
    status = 409

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"{name!r} could not be saved: {why}.",
            fix="Let the user that runs the server write to the folder of settings, or change the file where it is.",
        )


class InEffect(msgspec.Struct, frozen=True, kw_only=True):
    """What all files say together."""

    settings: Settings
    house: House
    persona: Persona


def require_shallow(name: str, text: str) -> None:
    """See that no key of a text has parts without end, before it is read.

    Raises:
        SettingsFaulty: one may have.
    """
    if name.endswith(".toml") and any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        fix = "Break the line in two; no key has so many parts."
        raise SettingsFaulty(Path(name), f"a line of it has more than {MOST_DOTS} dots", fix=fix)


class OperatorFiles:
    """The files of one folder.

    Args:
        folder: where they are.
        estimator: reads the questions of `faq.md`.
        require_startable: told settings and the folder; raises where a server would not start with them.
    """

    def __init__(
        self,
        folder: Path,
        estimator: "TextEstimator",
        require_startable: Callable[[Settings, Path], None] = lambda settings, folder: None,
    ) -> None:
        self._folder = folder
        self._estimator = estimator
        self._require_startable = require_startable

    def text(self, name: str) -> str | None:
        """What a file holds; None where there is none.

        Raises:
            SettingsFaulty: it cannot be read.
        """
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsFaulty(Path(name), getattr(error, "strerror", None) or "it is not UTF-8 text") from None

    def checked(self, name: str, text: str) -> InEffect:
        """What all files say with this text in one of them; an empty one stands for no file.

        Raises:
            SettingsFaulty: it cannot be used, as its own reader says.
            HumanelyError: the next start would fail.
        """
        require_shallow(name, text)
        with tempfile.TemporaryDirectory() as made:
            trial = Path(made)
            for one in NAMES:
                if one != name and (self._folder / one).exists():
                    shutil.copy(self._folder / one, trial / one)
            if text.strip():
                (trial / name).write_text(text, encoding="utf-8")
            try:
                said = self._read(trial)
            except HumanelyError as error:
                # Nobody knows the folder it was tried in.
                happened, fix = (told.replace(f"{trial}/", "") for told in (error.happened, error.fix))
                error.happened, error.fix, error.args = happened, fix, (f"{happened} {fix}",)
                raise
        if name == SETTINGS:
            self._require_startable(said.settings, self._folder)
        return said

    def save(self, name: str, text: str, seen: str, now: dt.datetime) -> str | None:
        """Put a text that was checked in the place of a file; an empty one takes the file away.

        Args:
            seen: `digest` of what the file held when it was opened; that of an empty text where there was none.
            now: aware; names what is kept.

        Returns:
            What it held before; None where there was no file. That is kept in the folder `KEPT`.

        Raises:
            FileMoved: it holds something else by now.
            FileUnsaved: the folder cannot be written.
        """
        before = self.text(name)
        if digest(before or "") != seen:
            raise FileMoved(name)
        try:
            if before is not None:
                self._keep(name, before, now)
            if text.strip():
                rewrite(self._folder / name, text.encode())
            elif before is not None:
                (self._folder / name).unlink()
        except OSError as error:
            raise FileUnsaved(name, error.strerror or type(error).__name__) from None
        return before

    def _keep(self, name: str, before: str, now: dt.datetime) -> None:
        kept = make_folder(self._folder / KEPT)
        publish(kept / f"{now.astimezone(dt.UTC):%Y%m%dT%H%M%S%fZ}.{name}", before.encode(), drafts=kept)

    def _read(self, folder: Path) -> InEffect:
        settings = read_settings(folder)
        schedule(folder)
        return InEffect(settings=settings, house=house(settings, folder, self._estimator), persona=persona(folder))


def waits_for_start(before: Settings, after: Settings) -> tuple[str, ...]:
    """Settings that were changed and hold from the next start on only.

    >>> waits_for_start(Settings(), Settings(locale="de", trust_proxy=True))
    ('trust_proxy',)
    """
    names = (name for name in Settings.__struct_fields__ if name not in AT_ONCE)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
