"""`humanely staff`: the people who help, and their way in."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from humanely.apps.cli.folder import AsJson, Checkpoints, DatabaseUrl, Folder, now, opened
from humanely.apps.cli.output import put
from humanely.people.roles import Role

if TYPE_CHECKING:
    from humanely.store.data_folder import Data
    from humanely.store.team.member import Member
    from humanely.store.team.staff import Staff

Login = Annotated[str, typer.Argument(metavar="LOGIN", help="Their e-mail address, or any name without a space.")]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="TAG", help="They help in, such as de. May be repeated.")
]
Skills = Annotated[list[str] | None, typer.Option("--skill", metavar="NAME", help="Such as billing. May be repeated.")]
Capacity = Annotated[int | None, typer.Option("--capacity", help="Ordinary handoffs at the same time, 0 to 100.")]
Locale = Annotated[str | None, typer.Option("--locale", metavar="TAG", help="Of their console: en, de, es or fr.")]
Address = Annotated[
    str, typer.Option("--address", metavar="URL", help="Where people reach the console; the link begins with it.")
]
HERE = "http://127.0.0.1:8000"

ADD_EPILOG = (
    "Examples: humanely staff add ada@example.org --name Ada --role agent --language de --data DIR   ·   "
    "humanely staff add grace --name Grace --role admin --address https://care.example.org --data DIR"
)

app = typer.Typer(help="The people who help: add, list, change, disable and remove them.", no_args_is_help=True)


@app.command("add", epilog=ADD_EPILOG)
def add(  # noqa: PLR0913 (the options of a command)
    login: Login,
    folder: Folder,
    name: Annotated[str, typer.Option("--name", help="As colleagues see it.")],
    role: Annotated[list[Role], typer.Option("--role", help="What they do. May be repeated.")],
    language: Languages = None,
    skill: Skills = None,
    capacity: Capacity = None,
    locale: Locale = None,
    address: Address = HERE,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Add somebody, and print the link by which they set a password: once, within 72 hours.

    Works while the server runs. The link alone goes to stdout, whom it is for to stderr.
    """
    from humanely.store.team.member import Profile

    given = _given(name=name, roles=role, languages=language, skills=skill, capacity=capacity, locale=locale)
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        made = staff.create(login, Profile(**given), now())
        _put_link(staff, made, address)


@app.command("invite", epilog="Example: humanely staff invite ada@example.org --data DIR")
def invite(
    login: Login,
    folder: Folder,
    address: Address = HERE,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Print a new link by which somebody sets their password; links they had before open nothing more."""
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        _put_link(staff, staff.named(login), address)


@app.command("list", epilog="Example: humanely staff list --data DIR")
def list_staff(
    folder: Folder, database: DatabaseUrl = None, checkpoints: Checkpoints = None, as_json: AsJson = False
) -> None:
    """List everybody there ever was, by name."""
    with opened(folder, database, checkpoints) as data:
        members = _staff(data).all()
    put("".join(f"{_line(member, as_json)}\n" for member in members) or ("" if as_json else "There is nobody yet.\n"))


@app.command("change", epilog="Example: humanely staff change ada --role agent --role reviewer --away --data DIR")
def change(  # noqa: PLR0913 (the options of a command)
    login: Login,
    folder: Folder,
    name: Annotated[str | None, typer.Option("--name", help="As colleagues see it.")] = None,
    role: Annotated[list[Role] | None, typer.Option("--role", help="All their roles from now on.")] = None,
    language: Languages = None,
    skill: Skills = None,
    capacity: Capacity = None,
    locale: Locale = None,
    available: Annotated[
        bool | None, typer.Option("--available/--away", help="Whether they take new handoffs.", show_default=False)
    ] = None,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Change what is given; the rest stays. Languages, skills and roles are replaced, not added to."""
    import msgspec

    given = _given(
        name=name, roles=role, languages=language, skills=skill, capacity=capacity, locale=locale, available=available
    )
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        member = staff.named(login)
        changed = staff.change(member.id, msgspec.structs.replace(member.profile, **given), now())
    put(f"{_line(changed, as_json)}\n")


@app.command("disable", epilog="Example: humanely staff disable ada@example.org --data DIR")
def disable(
    login: Login,
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Let somebody in no more, at once and everywhere; what they did stays in the ledger."""
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        put(f"{_line(staff.disable(staff.named(login).id, now()), as_json)}\n")


@app.command("enable", epilog="Example: humanely staff enable ada@example.org --data DIR")
def enable(
    login: Login,
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
    as_json: AsJson = False,
) -> None:
    """Let somebody in again, with the password they had."""
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        put(f"{_line(staff.enable(staff.named(login).id, now()), as_json)}\n")


@app.command("remove", epilog="Example: humanely staff remove ada@example.org --data DIR")
def remove(
    login: Login,
    folder: Folder,
    database: DatabaseUrl = None,
    checkpoints: Checkpoints = None,
) -> None:
    """Forget somebody who has left, and was disabled: name, login, password. What they did stays under their id."""
    with opened(folder, database, checkpoints) as data:
        staff = _staff(data)
        staff.remove(staff.named(login).id, now())
    put("Removed.\n")


def in_words(member: "Member") -> str:
    """A member on one line."""
    able = [", ".join(member.roles), *member.languages, *member.skills]
    standing = "away" if member.standing == "active" and not member.available else member.standing
    return f"{member.login}  {member.name}  ({'; '.join(able)})  {standing}"


def _line(member: "Member", as_json: bool) -> str:
    import msgspec

    if not as_json:
        return in_words(member)
    return msgspec.json.encode({**msgspec.structs.asdict(member), "standing": member.standing}).decode()


def _staff(data: "Data") -> "Staff":
    from humanely.store.team.staff import Staff

    return Staff(data.database, data.root_key, data.entropy)


def _given(**options: Any) -> dict[str, Any]:
    return {name: tuple(v) if isinstance(v, list) else v for name, v in options.items() if v is not None}


def _put_link(staff: "Staff", member: "Member", address: str) -> None:
    token = staff.invitations.invite(member.id, now(), by="command")
    typer.echo(f"This link is shown once and opens once, within 72 hours. {in_words(member)}", err=True)
    put(f"{address.rstrip('/')}/welcome/{token}\n")
