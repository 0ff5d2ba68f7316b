"""`humanely ledger`: does the record still say what it said, and what to keep elsewhere to be sure of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put
from humanely.errors import UsageError

if TYPE_CHECKING:
    from humanely.store.sql.database import Database
    from humanely.trust.finding import Finding
    from humanely.trust.signing_key import Verifier
    from humanely.trust.verification import Verification

VERIFY_EPILOG = (
    "Examples: humanely ledger verify --data DIR   ·   "
    "humanely ledger verify --data COPY --checkpoint kept/elsewhere --verifier 'humanely/…+…+…'   ·   "
    "Exit codes: 0 nothing is wrong · 1 something was found, or it could not be done · 2 wrong use."
)

app = typer.Typer(
    help="The record of every act: verify it, and keep checkpoints of it elsewhere.", no_args_is_help=True
)


@app.command("verify", epilog=VERIFY_EPILOG)
def verify(
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option("--checkpoint", metavar="FILE", help="A checkpoint kept elsewhere, besides. May be repeated."),
    ] = None,
    verifier: Annotated[
        list[str] | None,
        typer.Option(
            "--verifier",
            metavar="KEY",
            help="The public key of the ledger, instead of the one in the data folder. May be repeated.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say whether anybody changed, removed, reordered or set back what was recorded.

    Hashes every stored payload again, rebuilds the tree over all entries, and holds it to every signed checkpoint.
    Reads only; works on a copy, and while the server runs. Checkpoints and the verifier key prove the most where
    whoever can write to the database cannot reach them.
    """
    from humanely.store.data_folder import outside_checkpoints
    from humanely.store.log.verify import verify_database
    from humanely.store.sql.database import open_read_only

    # Those outside are read first: one signed meanwhile would look as if the database had been set back.
    outside = (*outside_checkpoints(checkpoints or folder / "checkpoints"), *map(_file, checkpoint or ()))
    reader = open_read_only(database or _file_in(folder))
    try:
        seen = verify_database(reader, outside, _verifiers(verifier or (), folder, reader))
    finally:
        reader.close()
    put(_as_json(seen) if as_json else in_words(seen, outside=len(outside)))
    if seen.findings:
        raise typer.Exit(1)


@app.command(
    "checkpoint", epilog="Example: humanely ledger checkpoint --data DIR > /somewhere/else/$(date +%F).checkpoint"
)
def checkpoint(folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Sign the ledger as it is now, and print the checkpoint.

    Keep it where nobody who can write to the database can reach it: whoever changes what was recorded before it is
    found out by humanely ledger verify --checkpoint FILE.
    """
    with opened(folder, database, checkpoints) as data:
        put(data.checkpoint(now()).decode())


@app.command("verifier", epilog="Example: humanely ledger verifier --data DIR > verifier.txt")
def verifier(folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None) -> None:
    """Print the public key that this ledger's checkpoints are verified with.

    It may be given to anyone; keep it where you keep your checkpoints.
    """
    with opened(folder, database, checkpoints) as data:
        put(f"{data.signer.verifier.encode()}\n")


def in_words(seen: "Verification", *, outside: int) -> str:
    """What verification saw, for people.

    Args:
        outside: how many checkpoints from outside the database it was held to.
    """
    return "".join(f"{line}\n" for line in (*_findings(seen.findings), *_extent(seen), *_limits(seen, outside)))


def _findings(findings: "Sequence[Finding]") -> Iterator[str]:
    if not findings:
        yield "Nothing is wrong: the ledger holds what was recorded."
    for number, finding in enumerate(findings, start=1):
        yield f"{number}. {finding.found}"
        yield f"   {finding.means}"


def _extent(seen: "Verification") -> Iterator[str]:
    erased = f", {seen.erased} of them without their payload on purpose" if seen.erased else ""
    yield f"Read: {seen.entries} {_entries(seen.entries)}{erased}."
    yield f"Held by a signed checkpoint: {'none' if not seen.proven else f'the first {seen.proven}'}."


def _limits(seen: "Verification", outside: int) -> Iterator[str]:
    if not outside:
        yield (
            "No checkpoint from outside the database was given: had all of it been set back or rewritten with the "
            "signing key, this would not show."
        )
    elif not seen.findings and seen.proven < seen.entries:
        left = seen.entries - seen.proven
        yield f"The last {left} {_entries(left)} will be held by the next checkpoint."


def _entries(count: int) -> str:
    return "entry" if count == 1 else "entries"


def _as_json(seen: "Verification") -> str:
    import msgspec

    findings = [{**msgspec.structs.asdict(finding), "means": finding.means} for finding in seen.findings]
    return msgspec.json.encode({**msgspec.structs.asdict(seen), "findings": findings}).decode() + "\n"


def _file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The checkpoint {str(path)!r} cannot be read: {error.strerror}.", fix="Check the path and its permissions."
        ) from None


def _file_in(folder: Path) -> str:
    from humanely.store.data_folder import DATABASE
    from humanely.store.data_folder_faults import DataFolderMissing
    from humanely.store.sql.database import sqlite_url

    if not (folder / DATABASE).exists():
        raise DataFolderMissing(folder)
    return sqlite_url(folder / DATABASE)


def _verifiers(given: Sequence[str], folder: Path, reader: "Database") -> "list[Verifier]":
    from humanely.store.data_folder import read_signer
    from humanely.store.data_folder_faults import SignerMissing
    from humanely.trust.signing_key import Verifier

    if given:
        return [Verifier.parse(key) for key in given]
    try:
        return [read_signer(folder / "secrets" / "signer.key", reader.origin).verifier]
    except SignerMissing:
        raise UsageError(
            "There is no key to verify checkpoints with.",
            fix="Give the public one: --verifier KEY. Where the ledger is kept, humanely ledger verifier prints it.",
        ) from None
