"""`humanely audit` from the command line: what it writes, what it says, how it refuses."""

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from humanely.apps.cli.audit import pairs, roles
from humanely.errors import UsageError
from tests.apps.cli.test_main import HUMANELY, humanely

EXPORT = """case,from,body,sent
1,pax,"I asked three times, nobody listens and I am so angry!",2026-03-01T10:00:00Z
1,crew,Please see our FAQ.,2026-03-01T20:05:00Z
2,pax,Thanks a lot!,2026-03-01T10:06:00Z
2,ghost,Boo,2026-03-01T10:07:00Z
"""
MAP = "conversation_id=case,speaker=from,text=body,time=sent"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT)
    return path


def test_an_export_becomes_a_report_rows_and_json(export: Path) -> None:
    out, rows = export.parent / "new" / "report.html", export.parent / "rows.csv"
    told = humanely(
        "audit", str(export), "--out", str(out), "--rows", str(rows), "--json",
        "--map", MAP, "--speaker", "customer=pax", "--speaker", "agent=crew",
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found["coverage"]["turns"] == 3
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(rows.read_text().splitlines()) == 4
    assert f"Report: {out}" in told.stderr
    (reject,) = (out.parent / "rejects.jsonl").read_text().splitlines()
    assert "--speaker" in json.loads(reject)["fix"]
    assert "1 lines could not be read" in told.stderr or "1 line could not be read" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["absent.csv"], 2, "absent.csv"),
        (["{export}", "--map", "text"], 2, "is not of the form name=value"),
        (["{export}", "--map", "text=nobody"], 2, "nobody"),
        (["{export}", "--speaker", "boss=pax"], 2, "The roles are customer, agent, assistant"),
        (["{export}", "--rows", "rows.xlsx"], 2, "ends in no known suffix"),
        (["{export}", "--limit", "0"], 2, "--limit"),
        (["{export}", "--out", "{folder}"], 2, "is a folder"),
        (["{empty}"], 1, "empty"),
        (["{binary}"], 1, "binary"),
    ],
)
def test_bad_use_and_bad_files_say_what_happened_and_what_to_do(
    export: Path, arguments: list[str], code: int, words: str
) -> None:
    empty, binary = export.parent / "empty.csv", export.parent / "binary.csv"
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    places = {"export": export, "folder": export.parent, "empty": empty, "binary": binary}
    out = ["--out", str(export.parent / "report.html")]
    told = humanely("audit", *out, *(argument.format(**places) for argument in arguments))
    assert told.returncode == code, told.stderr
    assert words in told.stderr
    assert "Traceback" not in told.stderr
    assert "A fault in Humanely" not in told.stderr


def test_a_failed_audit_leaves_no_empty_report(export: Path) -> None:
    out = export.parent / "report.html"
    humanely("audit", str(export.parent / "absent.csv"), "--out", str(out))
    assert not out.exists()


def test_standard_input_is_read(export: Path) -> None:
    told = humanely(
        "audit", "-", "--out", str(export.parent / "r.html"), "--map", MAP,
        "--speaker", "customer=pax", "--speaker", "agent=crew", stdin=EXPORT,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "3 turns in 2 conversations" in told.stderr


def test_a_guess_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("conversation_id,sender_type,message\n1,customer,Where is it?\n1,agent,Here.\n")
    told = humanely("audit", str(path), "--out", str(tmp_path / "r.html"))
    assert "`sender_type` as speaker" in told.stderr
    assert "--map" in told.stderr


def test_ctrl_c_leaves_a_valid_partial_report_and_says_so(tmp_path: Path) -> None:
    path, out = tmp_path / "export.csv", tmp_path / "report.html"
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    lines = (
        f"{number},customer,{words[number % 10]} {words[number // 10 % 10]} {words[number // 100 % 10]} is late "
        f"{words[number // 1000 % 10]} {words[number // 10000]} and I am sad"
        for number in range(60_000)
    )
    path.write_text("conversation_id,sender_type,message\n" + "\n".join(lines))
    command = [*HUMANELY, "audit", str(path), "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        process.stderr.readline()  # how the columns were taken: reading has begun
        time.sleep(8)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        assert process.wait(timeout=120) == 1
    assert "Stopped by hand" in told
    assert "Stopped by hand" in out.read_text(encoding="utf-8")
    assert "Traceback" not in told


def test_pairs_and_roles_refuse_what_they_cannot_read() -> None:
    with pytest.raises(UsageError, match="--map 'a'"):
        pairs("--map", ["a"])
    with pytest.raises(UsageError, match="role=name"):
        roles(["staff"])
