import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humanely.credential.design import table
from humanely.credential.design.batch import BatchNotClean, Preview, Row, corrections, preview
from humanely.credential.design.build import Evidence
from humanely.credential.design.recipient import Recipient
from humanely.credential.design.table import TableUnreadable
from humanely.credential.wording import LOCALES
from tests.credential.design.test_table import cells

NOBODY = frozenset[str]().__contains__


def seen(text: str, *holders: str) -> Preview:
    return preview(text.encode(), set(holders).__contains__)


def faults(found: Preview) -> list[tuple[int, str, str]]:
    return [(row.number, fault.field, fault.code) for row in found.bad for fault in row.faults]


def test_a_full_row_is_a_recipient_with_a_story() -> None:
    found = seen(
        "Name,E-mail,DID,Language,Project,Project link,Mentor's note\n"
        "Ada Bauer,Ada@Example.org,did:key:z6Mk,de-AT,A plan,https://a.example.org,Calm\n"
    )
    recipient = Recipient(email="ada@example.org", did="did:key:z6Mk", name="Ada Bauer", language="de-AT")
    evidence = (Evidence("project", "A plan", url="https://a.example.org"), Evidence("mentor_note", "Calm"))
    assert found.issuable() == (Row(2, recipient, evidence),)


@pytest.mark.parametrize(
    "header",
    [
        "Name,Email,Language", "Full name,E-Mail address,Lang", "Name,E-Mail-Adresse,Sprache",
        "NOMBRE,Correo electrónico,Idioma",
        "Nom complet,Courriel,Langue", "nom,Adresse électronique,langue", "vollername,MAIL,Sprache",
    ],
)  # fmt: skip
def test_columns_are_known_in_four_languages(header: str) -> None:
    found = seen(f"{header}\nZoë,z@example.org,fr\n")
    assert [row.recipient for row in found.rows] == [Recipient(email="z@example.org", name="Zoë", language="fr")]
    assert (list(found.columns), found.ignored) == (["name", "email", "language"], ())


@pytest.mark.parametrize(
    "header",
    ["Project,Project link,Mentor note", "Projekt,Projekt-Link,Mentornotiz",
     "Proyecto,Enlace del proyecto,Nota del mentor", "Projet,Lien du projet,Note du mentor"],
)  # fmt: skip
def test_the_parts_of_a_story_are_known_in_four_languages(header: str) -> None:
    assert list(seen(f"did,{header}\ndid:key:z6Mk,,,\n").columns) == ["did", "project", "project_url", "mentor_note"]


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("First name,Last name", "Ada,Bauer", "Ada Bauer"),
        ("Nachname,Vorname", "Bauer,Ada", "Ada Bauer"),
        ("Nombre,Apellidos", "Ada,Bauer Ruiz", "Ada Bauer Ruiz"),
        ("Nom,Prénom", "Bauer,Ada", "Ada Bauer"),
        ("Name,First name,Last name", "Dr. Ada Bauer,Ada,Bauer", "Dr. Ada Bauer"),
        ("First name,Last name", ",", None),
        ("Name", '"Ada\n\nBauer"', "Ada Bauer"),
    ],
)
def test_a_name_in_parts_is_put_together(header: str, row: str, name: str | None) -> None:
    (found,) = seen(f"{header},email\n{row},a@example.org\n").rows
    assert found.recipient.name == name


def test_columns_that_nobody_needs_are_named_and_not_read() -> None:
    found = seen("Email,Date of birth,Grade\na@example.org,2001-02-03,A\n")
    assert found.ignored == ("Date of birth", "Grade")
    assert "2001-02-03" not in str(found.rows)
    assert found.notes("en") == ("Not needed, and not read: Date of birth, Grade.",)


def test_a_guess_at_the_encoding_is_worth_a_note() -> None:
    found = preview("email,name\nz@example.org,Zoë\n".encode("windows-1252"), NOBODY)
    assert [note[:28] for note in found.notes("en")] == ["The file is not in UTF-8; it"]
    assert seen("email\na@example.org\n").notes("en") == ()


def test_every_fault_of_a_row_is_told_with_its_column() -> None:
    found = seen(
        "Nom;Courriel;DID;Langue;Projet;Lien du projet\n"
        "x;nobody;did:x;Deutsch;;https://a.example.org\n"
        ";;;;;\n"
        "y;;;;a;http://b\n"
    )
    assert faults(found) == [
        (2, "email", "not_email"), (2, "did", "not_did"), (2, "language", "not_language"),
        (2, "project", "project_missing"),
        (4, "email", "nobody_named"), (4, "project_url", "not_link"),
    ]  # fmt: skip
    assert (found.columns["email"], found.delimiter) == ("Courriel", ";")


def test_cells_beyond_the_header_are_a_fault_unless_they_are_empty() -> None:
    found = seen("name,email\nBauer, Ada,a@example.org\nNoor,n@example.org,,\n")
    assert faults(found) == [(2, "row", "cells_over"), (2, "email", "not_email")]
    assert [row.number for row in found.rows] == [3]


def test_a_row_that_is_cut_short_lacks_what_is_cut_off() -> None:
    assert faults(seen("name,email\nAda\n")) == [(2, "email", "nobody_named")]


def test_nobody_is_issued_twice_in_one_table_by_address_or_by_did() -> None:
    found = seen("email,did\na@example.org,did:key:a\nA@EXAMPLE.org,\n,did:key:a\nb@example.org,did:key:b\n")
    assert faults(found) == [(3, "email", "duplicate"), (4, "email", "duplicate")]
    assert "row 2" in found.bad[0].faults[0].says("en")


def test_somebody_who_stands_on_a_bad_row_is_no_duplicate_of_it() -> None:
    found = seen("email,language\na@example.org,Deutsch\na@example.org,de\n")
    assert (faults(found), [row.number for row in found.rows]) == ([(2, "language", "not_language")], [3])


def test_whoever_has_it_already_is_told_so() -> None:
    found = seen("email\nAda@example.org\nb@example.org\n", "ada@example.org")
    assert faults(found) == [(2, "email", "has_it")]


def test_nothing_is_issued_while_a_row_is_bad_unless_the_good_ones_are_asked_for() -> None:
    found = seen("email\na@example.org\nb\n")
    with pytest.raises(BatchNotClean, match=r"1 row\(s\) are faulty, so nothing was issued\."):
        found.issuable()
    assert [row.number for row in found.issuable(good_ones=True)] == [2]


@pytest.mark.parametrize(
    ("header", "fault"), [("name,phone", "column_missing"), ("email,Correo", "column_twice"),
    ("a@example.org", "column_missing")]
)  # fmt: skip
def test_a_first_row_that_does_not_say_who_is_refused(header: str, fault: str) -> None:
    with pytest.raises(TableUnreadable) as caught:
        seen(f"{header}\nx,y\n")
    assert caught.value.fault == fault


@pytest.mark.parametrize("locale", LOCALES)
def test_the_bad_rows_come_back_to_be_mended_and_uploaded_again(locale: str) -> None:
    found = seen("Name;Email;Grade\n=cmd();nobody;A\nNoor;n@example.org;B\nx\n")
    back = corrections(found, locale)
    again = preview(back, NOBODY)
    assert b'"\'=cmd()"' in back
    assert again.header[:3] == found.header
    assert again.ignored == ("Grade",)
    assert [row.cells[:3] for row in again.bad] == [("=cmd()", "nobody", "A"), ("x", "", "")]
    assert found.bad[0].faults[0].says(locale) in back.decode()


def test_a_fault_of_a_whole_row_is_told_without_a_column() -> None:
    back = corrections(seen("email\na@example.org,b\n"), "en").decode("utf-8-sig")
    assert back.splitlines()[1].startswith('"a@example.org","This row has more cells')


def test_ten_thousand_rows_are_looked_at_in_about_a_second() -> None:
    rows = "".join(f"Person {n},p{n}@example.org,en,A project\n" for n in range(10_000))
    start = time.process_time()
    found = seen("name,email,language,project\n" + rows)
    # Half of it on an idle machine; the bound leaves room for slower ones.
    assert time.process_time() - start < 2.0
    assert len(found.issuable()) == 10_000


@example([["\t", "", ""]])
@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6))
def test_every_row_is_either_good_or_bad_and_none_is_lost(rows: list[list[str]]) -> None:
    known = ["a@example.org", "", ""]
    found = preview(table.write([["email", "name", "language"], known, *rows], ","), NOBODY)
    blank = sum(not any(cell.strip() for cell in row) for row in rows)
    assert len(found.rows) + len(found.bad) + blank == len(rows) + 1
