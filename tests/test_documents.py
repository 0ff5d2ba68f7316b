"""Documents are tests: what they show runs, what they name exists, and they stay short."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page
    for folder in ("", "docs", "docs/decisions", "training", "examples", "examples/companion")
    for page in (ROOT / folder).glob("*.md")
)
SOURCE = ROOT / "src" / "humanely"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_python_of_the_readme_runs() -> None:
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert found.attempted >= 3
    assert found.failed == 0


def test_the_readme_is_short_and_shows_the_report() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert "![" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_option_the_readme_names_exists() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    known = "".join(
        subprocess.run(
            [sys.executable, "-c", "from humanely.apps.cli.main import run; run()", *command, "--help"],
            capture_output=True,
            text=True,
            check=True,
            env={"COLUMNS": "200", "PATH": ""},
        ).stdout
        for command in ([], ["audit"], ["read"], ["serve"], ["key", "create"], ["ledger", "verify"])
    )
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - {"--install-completion"}
    assert "--map" in options
    assert [option for option in sorted(options) if option not in known] == []


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_is_short_and_names_its_check(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 50
    assert "**The check.**" in text


def test_every_test_file_mirrors_a_source_file() -> None:
    alone = {
        "test_documents.py", "test_quality.py", "test_browser.py", "test_museum.py", "test_properties.py",
        "test_killed.py", "test_schema.py", "test_secrecy.py", "test_field_notes_handoff.py",
        "test_peers.py", "test_field_notes.py",
    }  # fmt: skip
    strays = []
    for test in sorted((ROOT / "tests").rglob("test_*.py")):
        place = test.relative_to(ROOT / "tests")
        # A folder of tests mirrors a package of the product, or a folder beside it, such as training.
        sources = [folder / place.parent / place.name.removeprefix("test_") for folder in (SOURCE, ROOT)]
        found = any(source.exists() or source.with_suffix("").is_dir() for source in sources)
        if test.name not in alone and not found:
            strays.append(str(place))
    assert strays == []


def test_every_package_says_in_one_sentence_what_it_is() -> None:
    for package in sorted(SOURCE.rglob("__init__.py")):
        if package.parent != SOURCE:
            text = package.read_text(encoding="utf-8").strip()
            assert text.startswith('"""'), package
            assert text.count('"""') == 2, package
            assert text.endswith('"""'), package


def test_we_estimate_and_never_detect_emotion() -> None:
    pattern = re.compile(r"detect(s|ed|ing|ion of)? (an? |the )?(emotion|feeling|mood|anger)", re.IGNORECASE)
    strays = [str(page.relative_to(ROOT)) for page in PAGES if pattern.search(page.read_text(encoding="utf-8"))]
    assert strays == []


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [block for kind, block in BLOCK.findall(text) if not kind]
    commands = re.findall(r"^(?:\$ )?(?:\.venv/bin/)?(humanely .+)$", "\n".join(blocks), re.MULTILINE)
    (tmp_path / "export.csv").write_text("conversation_id,speaker,text\n1,customer,Where is it?\n1,agent,Here.\n")
    (tmp_path / "calls.csv").write_text("Case,From,Body,Sent\n1,customer,Where is it?,2026-03-01T10:00:00Z\n")
    shutil.copy(ROOT / "tests" / "credential" / "verify" / "assets" / "baked.png", tmp_path / "badge.png")
    python = f"'{sys.executable}' -c 'from humanely.apps.cli.main import run; run()'"
    assert len(commands) >= 3
    for command in commands:
        told = subprocess.run(
            ["bash", "-c", command.replace("humanely", python, 1)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, (command, told.stderr)
