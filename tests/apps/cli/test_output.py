"""What happens when standard output is closed, full, or has had enough."""

import subprocess

import pytest

from tests.apps.cli.test_main import HUMANELY


def shell(command: str) -> subprocess.CompletedProcess[str]:
    humanely = " ".join(f"'{part}'" for part in HUMANELY)
    return subprocess.run(
        ["bash", "-c", command.replace("humanely", humanely)], capture_output=True, text=True, check=False, timeout=120
    )


def test_a_reader_who_has_had_enough_is_no_failure() -> None:
    told = shell("yes hello | humanely read --no-evidence | head -1; echo ${PIPESTATUS[1]}")
    assert told.stdout.splitlines()[-1] == "0"
    assert told.stderr == ""


@pytest.mark.parametrize("end", ["> /dev/full", ">&-"])
def test_a_full_disk_and_a_closed_output_are_said(end: str) -> None:
    told = shell(f"humanely read hello {end}")
    assert told.returncode == 1
    assert "Standard output cannot be written" in told.stderr
    assert "fault" not in told.stderr


def test_nothing_on_standard_input_is_said() -> None:
    told = shell("humanely read <&-")
    assert told.returncode == 2
    assert "Nothing is on standard input" in told.stderr


def test_a_line_without_end_is_cut_and_said() -> None:
    told = shell("head -c 5000000 /dev/zero | tr '\\0' 'a' | humanely read --no-evidence | wc -l")
    assert told.stdout.strip() == "1"
    assert "was cut there" in told.stderr
