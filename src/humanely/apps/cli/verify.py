"""`humanely verify`: whether a credential holds, and if not, what to do about it."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from humanely.apps.cli.extras import extras_named
from humanely.apps.cli.folder import DatabaseUrl
from humanely.apps.cli.output import put
from humanely.errors import HumanelyError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from humanely.credential.carrier.presented import Presented
    from humanely.credential.verify.known import Known
    from humanely.credential.verify.outcome import Outcome
    from humanely.credential.verify.told import Told

EPILOG = (
    "Exit codes: 0 valid · 1 anything else, with the reason · 2 there is nothing to look at.   ·   "
    "Examples: humanely verify badge.png   ·   humanely verify https://issuer.example/c/7.json --json   ·   "
    "humanely verify diploma.pdf --issuers registry.json --locale de"
)
MOST_BYTES = 32 * 1024 * 1024
"""As large as a package of a credential with everything beside it may be."""


class NothingFetched(HumanelyError):
    """There is no credential at an address, or it may not be fetched."""

    code = "nothing_fetched"
    exit_status = 2

    def __init__(self, why: str) -> None:
        reasons = {"unreachable": "nobody answers there", "bad": "what is there is too large"}
        happened = reasons.get(why, "it is not a public https address, or nothing is there")
        super().__init__(f"The address could not be fetched: {happened}.", fix="Save the file, and verify that.")


def verify(  # noqa: PLR0913 (the options of a command)
    source: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="JSON, JWT, PNG, SVG, PDF or zip; - is stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, with verdict, checks and words.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch neither keys nor status lists.")] = False,
    locale: Annotated[str, typer.Option("--locale", help="The language of the answer: en, de, es or fr.")] = "en",
    issuers: Annotated[
        Path | None, typer.Option("--issuers", metavar="FILE", help="Issuers you know: JSON from ids to names.")
    ] = None,
    trust_package: Annotated[
        bool,
        typer.Option("--trust-package", help="Take the issuer's keys from the package, if you trust who packed it."),
    ] = False,
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="The issuer's key, as humanely ledger verifier prints it."),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="Your own data folder: go by its keys, lists and ledger, too."),
    ] = None,
    database: DatabaseUrl = None,
) -> None:
    """Verify a credential: who signed it, whether a word was changed, whether it is in force and stands.

    Never says that something is forged where it only could not be checked. Keys and status lists are fetched over
    https from public addresses only, unless --offline.
    """
    with extras_named("credentials"):
        known = _registered(issuers, ledger)
        outcome = _outcome(source, known, (folder, database), offline=offline, trust_package=trust_package)
        if as_json:
            _put_json(outcome, locale)
        else:
            _print(outcome, locale)
    if outcome.verdict != "valid":
        raise typer.Exit(1)


def _outcome(
    source: str, known: "Known", own: tuple[Path | None, str | None], *, offline: bool, trust_package: bool
) -> "Outcome":
    from humanely.credential.carrier.presented import presented
    from humanely.credential.carrier.unreadable import CarrierUnreadable
    from humanely.credential.verify import verification

    now = dt.datetime.now(dt.UTC)
    data = _data(source, now, offline=offline)
    try:
        shown = presented(data)
    except CarrierUnreadable as fault:
        return verification.unreadable(fault, now)
    if own[0] is not None:
        known = _with_own(known, own[0], own[1], shown, now)
    if trust_package and shown.extra is not None:
        from humanely.credential.verify.packaged import trusted

        known = trusted(known, shown.extra)
    return verification.verify(shown, known if offline else _fetched(shown, known, now), now)


def _registered(issuers: Path | None, ledger: Path | None) -> "Known":
    from humanely.credential.verify.known import Known
    from humanely.credential.verify.registry import Registry, of_json
    from humanely.trust.signing_key import Verifier

    registry = of_json(_of_file(issuers)) if issuers else Registry({}, {})
    logs = (Verifier.parse(_of_file(ledger).decode("utf-8", "replace").strip()),) if ledger else ()
    return Known(issuers=registry.issuers, contacts=registry.contacts, logs=logs)


def _with_own(known: "Known", folder: Path, database: str | None, shown: "Presented", now: dt.datetime) -> "Known":
    """What is known, with what a data folder of ours knows: its keys, its lists, its appeals and its ledger."""
    import msgspec

    from humanely.apps.cli.credential import at_desk
    from humanely.credential.verify.verification import needs
    from humanely.pipeline.credentials import public

    wanted = needs(shown)
    with at_desk(folder, database, None) as (desk, _, data):
        own = public.known(desk, wanted, now, wanted.id)
        return msgspec.structs.replace(
            own,
            issuers={**known.issuers, **own.issuers},
            contacts=known.contacts,
            logs=(*known.logs, data.signer.verifier),
        )


def _data(source: str, now: dt.datetime, *, offline: bool) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    if "://" not in source:
        return _of_file(Path(source))
    if offline:
        raise UsageError("An address cannot be verified offline.", fix="Leave --offline out, or name a file.")
    import asyncio

    from humanely.apps.serving.fetching import Fetching
    from humanely.credential.verify.known import Absent, Fetched

    async def fetch() -> Fetched:
        async with Fetching() as fetching:
            return await fetching.document(source, MOST_BYTES, now, any_kind=True)

    came = asyncio.run(fetch())
    if isinstance(came, Absent):
        raise NothingFetched(came.why)
    return came.document


def _of_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise UsageError(
            f"The file {str(path)!r} cannot be read: {why}.", fix="Name a file that you can read."
        ) from None


def _fetched(shown: "Presented", known: "Known", now: dt.datetime) -> "Known":
    """What is known, with what the credential needs fetched; nothing is loaded for it where it needs nothing."""
    from humanely.credential.verify.verification import needs

    wanted = needs(shown)
    if not (wanted.controllers or wanted.status_lists):
        return known
    import asyncio

    from humanely.apps.serving.fetching import Fetching

    async def fetch() -> "Known":
        async with Fetching() as fetching:
            return await fetching.known(wanted, known, now)

    return asyncio.run(fetch())


def _put_json(outcome: "Outcome", locale: str) -> None:
    import msgspec

    from humanely.credential.verify.report import report

    put(msgspec.json.format(msgspec.json.encode(report(outcome, locale))).decode() + "\n")


def _print(outcome: "Outcome", locale: str) -> None:
    import io

    from rich.console import Console

    from humanely.credential.verify.told import told

    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    written = io.StringIO()
    console = Console(
        file=written, force_terminal=is_terminal, markup=False, highlight=False, soft_wrap=not is_terminal, emoji=False
    )
    _draw(console, told(outcome, locale))
    put(written.getvalue())


def _draw(console: "Console", said: "Told") -> None:
    """The answer from top to bottom, as it would be read aloud: every line is a sentence or a question."""
    options: dict[str, Any] = {"style": "bold"}
    console.print(said.headline, **options)
    for sentence in (*said.sentences, *said.still):
        console.print(sentence)
    console.print()
    for sentence in (said.next, said.contact, *said.how_long, said.settles):
        if sentence:
            console.print(sentence)
    for one in said.evidence:
        console.print(f"  - {one}")
    console.print()
    for check in said.checks:
        console.print(f"{check.question} {check.answer}.", **options)
        for sentence in check.sentences:
            console.print(f"  {sentence}")
