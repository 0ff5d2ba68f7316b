"""A class, a course, a crew: many recipients from one table, looked at row by row before anything is issued.

Columns are known by their names in English, German, Spanish and French; columns that nobody needs are not read.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from humanely.credential.design import table
from humanely.credential.design.build import Evidence
from humanely.credential.design.form import Fault, Form
from humanely.credential.design.recipient import Recipient, spelled
from humanely.credential.design.spelling import DID, EMAIL, LANGUAGE
from humanely.credential.design.table import Encoding, TableUnreadable
from humanely.credential.wording import LOCALES, say
from humanely.errors import HumanelyError

_NAMED = {
    "email": "email mail emailaddress emailadresse mailadresse correo correoelectronico courriel adressemail "
    "adresseemail adresseelectronique",
    "did": "did",
    "given": "firstname givenname forename vorname rufname nombredepila prenom",
    "name": "name fullname recipient holder vollername nombre nombrecompleto nom nomcomplet",
    "family": "lastname surname familyname nachname familienname zuname apellido apellidos nomdefamille",
    "language": "language lang locale sprache idioma langue",
    "project": "project projekt proyecto projet",
    "project_url": "projecturl projectlink projekturl projektlink proyectourl enlacedelproyecto projeturl lienduprojet",
    "mentor_note": "mentornote mentorsnote mentornotiz notizdesmentors notizdermentorin notadelmentor notadelamentora "
    "notedumentor notedelamentor notedelamentore",
}
_COLUMNS = {alias: column for column, aliases in _NAMED.items() for alias in aliases.split()}


class BatchNotClean(HumanelyError):
    """Some rows are faulty, and nobody asked to go on with the others alone."""

    code = "batch_not_clean"
    status = 409

    def __init__(self, bad: int) -> None:
        super().__init__(
            f"{bad} row(s) are faulty, so nothing was issued.",
            fix="Mend them and upload the table again, or choose to issue the good rows only.",
        )


class Row(msgspec.Struct, frozen=True):
    """A person of the table, ready; `number` is the row in the spreadsheet."""

    number: int
    recipient: Recipient
    evidence: tuple[Evidence, ...] = ()


class BadRow(msgspec.Struct, frozen=True):
    """A row that cannot be issued, its cells as they were, and all of its faults."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What would be issued, and what would not.

    Attributes:
        header: the first row as it was.
        columns: what each known column is called there, by its field, as `email` or `mentor_note`.
        ignored: names of columns that are not needed and were not read.
        encoding: `windows-1252` is a guess; accents are worth a look.
    """

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    header: tuple[str, ...]
    columns: dict[str, str]
    ignored: tuple[str, ...]
    delimiter: str
    encoding: Encoding

    def issuable(self, *, good_ones: bool = False) -> tuple[Row, ...]:
        """The rows to issue: all of them or none, unless the good ones alone are asked for.

        Raises:
            BatchNotClean: a row is bad.
        """
        if self.bad and not good_ones:
            raise BatchNotClean(len(self.bad))
        return self.rows

    def notes(self, locale: str) -> tuple[str, ...]:
        """What is worth a look though nothing is wrong, in words."""
        said = [say(locale, "design-batch-note-encoding")] if self.encoding == "windows-1252" else []
        if self.ignored:
            said.append(say(locale, "design-batch-note-ignored", columns=", ".join(self.ignored)))
        return tuple(said)


def preview(data: bytes, has_it: Callable[[str], bool]) -> Preview:
    """Read a table of recipients; nobody is issued anything yet.

    Args:
        data: CSV with a first row of names.
        has_it: whether somebody holds the achievement already, by address in small letters or by DID.

    Raises:
        TableUnreadable: nothing can be read from it, or no column says who the recipients are.

    >>> seen = preview(b"Name,Email\\nAda,ada@example.org\\nAda,ADA@example.org\\n", set().__contains__)
    >>> [row.number for row in seen.rows], [fault.code for fault in seen.bad[0].faults]
    ([2], ['duplicate'])
    """
    read = table.read(data)
    fields = tuple(_COLUMNS.get(_plain(name)) for name in read.header)
    named = [field for field in fields if field]
    if len(named) != len(set(named)):
        raise TableUnreadable("column_twice")
    if not {"email", "did"} & set(named):
        raise TableUnreadable("column_missing")
    good, bad, first = [], [], dict[str, int]()
    for number, cells in read.rows:
        row, faults = _row(number, cells, fields, has_it, first)
        if faults:
            bad.append(BadRow(number, cells, faults))
        else:
            good.append(row)
    return Preview(
        rows=tuple(good),
        bad=tuple(bad),
        header=read.header,
        columns={field: name for field, name in zip(fields, read.header, strict=True) if field},
        ignored=tuple(
            name for field, name in zip(fields, read.header, strict=True) if not field and name not in _fault_names()
        ),
        delimiter=read.delimiter,
        encoding=read.encoding,
    )


def corrections(seen: Preview, locale: str) -> bytes:
    """The bad rows as a table to mend and upload again, each with what is wrong in a last column."""
    width = len(seen.header)
    rows = [[*seen.header, say(locale, "design-batch-fault-column")]]
    for row in seen.bad:
        said = " ".join(f"{seen.columns.get(fault.field, '')}: {fault.says(locale)}" for fault in row.faults)
        rows.append([*(row.cells + ("",) * width)[:width], said.removeprefix(": ")])
    return table.write(rows, seen.delimiter)


def _row(
    number: int,
    cells: tuple[str, ...],
    fields: tuple[str | None, ...],
    has_it: Callable[[str], bool],
    first: dict[str, int],
) -> tuple[Row, tuple[Fault, ...]]:
    form = Form({field: cell for field, cell in zip(fields, cells, strict=False) if field})
    if any(cell.strip() for cell in cells[len(fields) :]):
        form.fault("row", "cells_over")
    recipient, evidence = recipient_in(form), evidence_in(form)
    keys = [key for key in (recipient.email, recipient.did) if key]
    if not form.faults:
        _fresh(form, keys, has_it, first)
    if not form.faults:
        first.update(dict.fromkeys(keys, number))
    return Row(number, recipient, evidence), tuple(form.faults)


def recipient_in(form: Form) -> Recipient:
    """Whom a row, or a form with the same fields, names."""
    email = form.maybe_pattern("email", EMAIL, "not_email")
    did = form.maybe_pattern("did", DID, "not_did")
    if form.given("email") is None and form.given("did") is None:
        form.fault("email", "nobody_named")
    name, given, family = (form.maybe_text(field, 120) for field in ("name", "given", "family"))
    parts = [name] if given and name and family else [given, name, family]
    return Recipient(
        email=spelled(email) if email else None,
        did=did,
        name=" ".join(" ".join(part for part in parts if part).split()) or None,
        language=form.maybe_pattern("language", LANGUAGE, "not_language"),
    )


def evidence_in(form: Form) -> tuple[Evidence, ...]:
    """What a row, or a form with the same fields, shows of their work."""
    project, link = form.maybe_text("project", 2_000), form.link("project_url")
    note = form.maybe_text("mentor_note", 2_000)
    if link and form.given("project") is None:
        form.fault("project", "project_missing")
    found = (project and Evidence("project", project, url=link), note and Evidence("mentor_note", note))
    return tuple(one for one in found if one)


def _fresh(form: Form, keys: list[str], has_it: Callable[[str], bool], first: Mapping[str, int]) -> None:
    before = next((first[key] for key in keys if key in first), None)
    if before:
        form.fault("email", "duplicate", row=str(before))
    elif any(has_it(key) for key in keys):
        form.fault("email", "has_it")


def _plain(name: Any) -> str:
    """A column's name without accents, spaces and signs, in small letters."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^a-z0-9]", "", bare)


def _fault_names() -> set[str]:
    return {say(locale, "design-batch-fault-column") for locale in LOCALES}
