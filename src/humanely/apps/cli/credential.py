"""`humanely credential`: what can be achieved is designed, classes are issued, credentials packed, keys listed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from humanely.apps.cli.extras import extras_named
from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put
from humanely.errors import UsageError

if TYPE_CHECKING:
    from humanely.credential.design.batch import Preview
    from humanely.credential.design.imports import Imported
    from humanely.pipeline.acting import Asked
    from humanely.pipeline.credentials.desk import Desk
    from humanely.pipeline.credentials.issuing import Batch
    from humanely.pipeline.credentials.stapling import Layers
    from humanely.store.data_folder import Data

MADE_BY = "command"
STDIN = "-"
SHOWN = 50
"""Faulty rows that are printed; all of them can be had as a file."""

ISSUE_EPILOG = (
    "Examples: humanely credential issue --achievement first-aid --csv class.csv --preview --data DIR   ·   "
    "humanely credential issue --achievement first-aid --csv class.csv --good-ones --bad mend.csv --data DIR"
)

app = typer.Typer(
    help="Credentials: design, issue to a class, pack, list the issuer's keys, look at badges from elsewhere.",
    no_args_is_help=True,
)


@app.command(
    "design", epilog="Example: humanely credential design examples/achievements/forklift-safety.toml --data DIR"
)
def design(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A design as TOML or JSON; - is stdin.")],
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Keep a design: a new achievement, or a new version of one whose words have changed.

    Every fault is told at once, with its field and what to do. Works while the server runs.
    """
    with at_desk(folder, database, checkpoints) as (desk, asked, _):
        from humanely.apps.serving.design_file import read_design
        from humanely.credential.design.achievement import AchievementFaulty
        from humanely.credential.design.hints import hints
        from humanely.pipeline.credentials import designs

        raw = read_design(_read(file))
        try:
            saved = designs.save(desk, asked, raw)
        except AchievementFaulty as error:
            told = "".join(f"  {fault.field}: {fault.says('en')}\n" for fault in error.faults)
            typer.echo(f"{error.happened} Nothing was kept.\n{told}", err=True, nl=False)
            raise typer.Exit(1) from None
    put(f"{saved.achievement.id}  version {saved.version}\n")
    for hint in hints(saved.achievement):
        typer.echo(f"Hint, {hint.field}: {hint.says('en')}", err=True)


@app.command("issue", epilog=ISSUE_EPILOG)
def issue(  # noqa: PLR0913 (the options of a command)
    folder: Folder,
    achievement: Annotated[str, typer.Option("--achievement", metavar="ID", help="What they have achieved.")],
    table: Annotated[str, typer.Option("--csv", metavar="FILE", help="A table of recipients; - is stdin.")],
    preview: Annotated[bool, typer.Option("--preview", help="Only look at each row; nothing is issued.")] = False,
    good_ones: Annotated[
        bool, typer.Option("--good-ones", help="Issue the rows without a fault; else it is all or none.")
    ] = False,
    bad: Annotated[
        Path | None, typer.Option("--bad", metavar="FILE", help="Where to write the faulty rows, to be mended.")
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Issue to everybody in a table, looked at row by row before anything is issued.

    Where work or a licence depends on it, each waits until a member of the team approves it in the console.
    """
    with at_desk(folder, database, checkpoints) as (desk, asked, _):
        from humanely.credential.design.batch import corrections
        from humanely.pipeline.credentials import issuing
        from humanely.pipeline.credentials.issuing import Wanted

        seen = issuing.preview(desk, achievement, _read(table))
        typer.echo(_looked(seen), err=True, nl=False)
        if bad is not None and seen.bad:
            _write(bad, corrections(seen, "en"))
        if preview:
            raise typer.Exit(1 if seen.bad else 0)
        rows = seen.issuable(good_ones=good_ones)
        wanted = [Wanted(recipient=row.recipient, evidence=row.evidence) for row in rows]
        came = issuing.issue_batch(desk, asked, achievement, wanted)
    put(_as_json(came) if as_json else _in_words(came))
    for one in came.refused:
        typer.echo(f"Row {rows[one.number].number} was not issued: {one.error.happened}", err=True)
    if came.refused:
        raise typer.Exit(1)


@app.command("export", epilog="Example: humanely credential export 2345-6789-ABCD --out ada.zip --data DIR")
def export(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code on the credential, however it is typed.")],
    folder: Folder,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write the package, a zip file.")],
    locale: Annotated[str, typer.Option("--locale", metavar="TAG", help="Language of its README.")] = "en",
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Pack a credential with all that is needed to check it when this server is gone: keys, lists, proof, pictures."""
    with at_desk(folder, database, checkpoints) as (desk, _, data):
        from humanely.credential.carrier.qr import normalised
        from humanely.pipeline.credentials import stapling

        witness = stapling.Witness(lambda: data.checkpoint(now()), data.signer.verifier.encode())
        name = normalised(code)
        packed = stapling.package(desk, name, now(), witness, _layers(desk, name, locale))
    _write(out, packed)
    put(f"{out}\n")


@app.command("keys", epilog="Example: humanely credential keys --data DIR")
def keys(
    folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None, as_json: AsJson = False
) -> None:
    """List the issuer's keys, oldest first, with what became of each; private parts cannot be shown."""
    with at_desk(folder, database, checkpoints) as (desk, _, __):
        import msgspec

        from humanely.pipeline.credentials import issuer

        for one in issuer.keys(desk):
            if as_json:
                put(msgspec.json.encode({**msgspec.structs.asdict(one), "standing": one.standing}).decode() + "\n")
                continue
            ends = [f"retired {one.retired_at:%Y-%m-%d}"] if one.retired_at else []
            ends += (
                [f"in other hands since {one.compromised_since:%Y-%m-%d %H:%M} UTC"] if one.compromised_since else []
            )
            put("  ".join([one.public, one.standing, f"made {one.made_at:%Y-%m-%d}", *ends]) + "\n")


@app.command("look", epilog="Example: humanely credential look badge.png")
def look(
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON, JWT, PNG, SVG or PDF; - is stdin.")],
    as_json: AsJson = False,
) -> None:
    """Look at a badge from elsewhere, of Open Badges 2.0 or 3.0: what it says, and what is left out, unchecked.

    Whether one of 3.0 holds, humanely verify tells.
    """
    with extras_named("credentials"):
        import msgspec

        from humanely.credential.design.imports import imported

        seen = imported(_read(file))
    put(msgspec.json.encode(seen).decode() + "\n" if as_json else _seen(seen))


@contextmanager
def at_desk(folder: Path, database: str | None, checkpoints: Path | None) -> "Iterator[tuple[Desk, Asked, Data]]":
    """The desk over a data folder, and who asks.

    Raises:
        HumanelyError: what `opened` raises; `SettingsFaulty`.
    """
    with extras_named("credentials"):
        from humanely.affect.text import shipped
        from humanely.apps.settings import house, read_settings
        from humanely.pipeline.acting import Asked
        from humanely.pipeline.credentials.desk import Desk

        with opened(folder, database, checkpoints) as data:
            settings = read_settings(folder)
            address, name = settings.credentials.address, settings.credentials.name
            desk = Desk.of(data, house(settings, folder, shipped()), address=address, name=name)
            yield desk, Asked(MADE_BY, now()), data


def _layers(desk: "Desk", code: str, locale: str) -> "Layers":
    """What goes into the package for people to look at."""
    from humanely.pipeline.credentials import carried
    from humanely.pipeline.credentials.stapling import Layers

    one = carried.printable(desk, desk.at(code))
    printed = carried.as_pdf(one).content if one.recipient else None
    return Layers(locale=locale, certificate=printed, picture=carried.as_png(one).content)


def _seen(one: "Imported") -> str:
    dates = [f"{word} {day:%Y-%m-%d}" for word, day in (("From", one.when), ("Until", one.until)) if day]
    skills = ", ".join(skill.name for skill in one.skills)
    says = [
        one.name,
        f"By {one.issuer}" if one.issuer else "",
        ", ".join(dates),
        one.description,
        one.criteria,
        f"Skills: {skills}" if skills else "",
        f"Its issuer may say whether it still holds, at {one.hosted_at}" if one.hosted_at else "",
        *one.leaves("en"),
        "This is what it says; nothing of it was checked.",
    ]
    return "".join(f"{line}\n" for line in says if line)


def _looked(seen: "Preview") -> str:
    lines = [f"{len(seen.rows)} rows are ready, {len(seen.bad)} are faulty.", *seen.notes("en")]
    for row in seen.bad[:SHOWN]:
        said = (f"{seen.columns.get(fault.field, fault.field)}: {fault.says('en')}" for fault in row.faults)
        lines.append(f"  Row {row.number}: {' '.join(said)}")
    if len(seen.bad) > SHOWN:
        lines.append(f"  And {len(seen.bad) - SHOWN} more; --bad FILE has all of them.")
    return "".join(f"{line}\n" for line in lines)


def _in_words(came: "Batch") -> str:
    waits = f", {len(came.waiting)} wait for a second person" if came.waiting else ""
    return f"{came.id}  {len(came.issued)} issued{waits}\n"


def _as_json(came: "Batch") -> str:
    import msgspec

    refused = [{"number": one.number, "code": one.error.code} for one in came.refused]
    told = {"batch": came.id, "issued": came.issued, "waiting": came.waiting, "refused": refused}
    return msgspec.json.encode(told).decode() + "\n"


def _read(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name!r} cannot be read: {error.strerror}.", fix="Check the path.") from None


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{str(file)!r} cannot be written: {error.strerror}.", fix="Give another file.") from None
