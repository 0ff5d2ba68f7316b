"""The operator's guide: its table of settings is the settings, and the folder to copy can be used as it is."""

import os
import re
import tomllib
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import pytest
from msgspec import NODEFAULT

from humanely.affect.text import shipped
from humanely.apps.cli import serve
from humanely.apps.settings import Settings, house, persona, read_settings
from humanely.people.helpline_file import read_directory
from humanely.trust.consent import Purpose, warnings

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
TEMPLATE = ROOT / "examples" / "companion"


def _fields(shape: type[msgspec.Struct], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Name and default of each field that can stand in settings.toml."""
    for field in msgspec.structs.fields(shape):
        inner = _struct(field.type)
        if inner is not None:
            yield from _fields(inner, f"{prefix}{field.name}.")
        elif field.default_factory is not NODEFAULT:
            yield f"{prefix}{field.name}", field.default_factory()
        else:
            yield f"{prefix}{field.name}", field.default


def _struct(hint: Any) -> type[msgspec.Struct] | None:
    parts = get_args(hint) if get_origin(hint) is types.UnionType or get_args(hint) else (hint,)
    return next((part for part in parts if isinstance(part, type) and issubclass(part, msgspec.Struct)), None)


def _told() -> dict[str, str]:
    table = re.search(r"<!-- settings -->\n(.*?)<!-- /settings -->", GUIDE, re.DOTALL)
    assert table is not None
    return dict(re.findall(r"^\| `([a-z_.]+)` \| (.+?) \| ", table[1], re.MULTILINE))


def _default(told: str) -> Any:
    plain = {"none": None, "needed": NODEFAULT, "all but one": max(1, (os.cpu_count() or 1) - 1)}
    return plain[told] if told in plain else tomllib.loads(f"value = {told.strip('`')}")["value"]


def test_the_guide_names_every_setting_with_its_default() -> None:
    told = {name: _default(value) for name, value in _told().items()}
    assert told == {name: None if default in ({}, ()) else default for name, default in _fields(Settings)}


def test_the_guide_names_every_option_of_serve() -> None:
    options = {part.replace("_", "-") for part in serve.serve.__annotations__ if part != "return"}
    named = set(re.findall(r"^\| `--([a-z-]+)", GUIDE, re.MULTILINE)) | {"port"}
    assert options == named


def test_the_guide_names_every_file_beside_the_settings() -> None:
    from humanely.apps import settings

    files = re.findall(r"^    ([a-z]+\.(?:toml|md|json)) ", settings.__doc__ or "", re.MULTILINE)
    assert len(files) == 11
    assert [file for file in files if f"| `{file}` |" not in GUIDE] == []


def test_the_folder_to_copy_can_be_used_as_it_is() -> None:
    settings = read_settings(TEMPLATE)
    rules = house(settings, TEMPLATE, shipped())
    asked = {Purpose.ESTIMATE, Purpose.PROFILE, Purpose.LEARN}
    assert {(text.purpose, text.locale) for text in rules.consent_texts} == {
        (p, lo) for p in asked for lo in ("en", "de")
    }
    assert [one for one in warnings(rules.consent_texts) if one.purpose in asked] == []
    assert rules.help is not None
    assert set(settings.offers) <= set(rules.policy.offers.allowed)
    assert persona(TEMPLATE).name == settings.name


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("", ()),
        ("[team]\ncalls = true\n", ("phone",)),
        ("[team]\nmails = true\n", ("email",)),
        ('[team]\ncalls = true\n[email]\naddress = "a@example.org"\nsmtp = { host = "mail" }\n', ("phone", "email")),
    ],
)
def test_people_are_reached_only_in_the_ways_that_are_set_up(
    tmp_path: Path, written: str, ways: tuple[str, ...]
) -> None:
    (tmp_path / "settings.toml").write_text(written, encoding="utf-8")
    assert house(read_settings(tmp_path), tmp_path, shipped()).ways == ways


def test_every_file_of_the_folder_to_copy_is_named_in_its_readme() -> None:
    named = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    files = [file.name for file in TEMPLATE.iterdir() if file.name != "README.md"]
    assert [name for name in files if f"| `{name}` |" not in named] == []


def test_the_form_of_a_helpline_in_the_readme_is_read_and_reaches_nobody() -> None:
    text = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    form = next(
        block for block in re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) if "records" in block
    )
    directory = read_directory(form.encode())
    assert (len(directory.lines), directory.faults) == (1, ())
    assert (directory.lines[0].dial or "").startswith("01632 960")  # Ofcom keeps these numbers for fiction
