"""`humanely verify`: the answer in words or as JSON, and an exit code that scripts can go by."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.apps.cli.test_extras import humanely as humanely_without
from tests.apps.cli.test_main import humanely
from tests.credential.proof.making import KEY

ASSETS = Path(__file__).parents[2] / "credential" / "verify" / "assets"


def test_a_valid_credential_is_told_in_words_and_ends_well(tmp_path: Path) -> None:
    registry = tmp_path / "issuers.json"
    registry.write_text(json.dumps({KEY.controller: "School of Listening"}), encoding="utf-8")
    told = humanely("verify", str(ASSETS / "sound.json"), "--issuers", str(registry))
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("This credential is valid.\nEvery word is as the issuer signed it.\n")
    assert "The issuer is School of Listening, whom we know." in told.stdout


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("one-letter-changed.json", "invalid"),
        ("expired.json", "expired"),
        ("status-good.json", "cannot_tell"),
        ("deflate-bomb.png", "cannot_tell"),
    ],
)
def test_anything_else_ends_with_one_and_says_why(name: str, verdict: str) -> None:
    told = humanely("verify", str(ASSETS / name), "--json", "--offline")
    said = json.loads(told.stdout)
    assert (told.returncode, told.stderr, said["verdict"]) == (1, "", verdict)
    assert [check["name"] for check in said["checks"]] == [
        "readable",
        "signature",
        "issuer",
        "time",
        "status",
        "schema",
        "endorsements",
    ]
    assert said["told"]["headline"]


def test_the_answer_comes_in_a_language() -> None:
    told = humanely("verify", str(ASSETS / "one-letter-changed.json"), "--locale", "fr")
    assert told.stdout.startswith("Cette attestation n'est pas valide.\n")


def test_what_is_piped_in_is_verified() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from humanely.apps.cli.main import run; run()", "verify", "-", "--json"],
        input=(ASSETS / "baked.png").read_bytes(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (told.returncode, json.loads(told.stdout)["verdict"]) == (0, "valid")


@pytest.mark.parametrize(
    ("arguments", "happened"),
    [
        (["nowhere.json"], "The file 'nowhere.json' cannot be read: No such file or directory."),
        (["https://127.0.0.1/badge.json"], "The address could not be fetched: it is not a public https address"),
        (["http://issuer.example/badge.json"], "The address could not be fetched: it is not a public https address"),
        (["https://issuer.example/badge.json", "--offline"], "An address cannot be verified offline."),
        (
            [str(ASSETS / "sound.json"), "--issuers", str(ASSETS / "broken-off.json")],
            "The list of issuers cannot be read.",
        ),
    ],
)
def test_where_there_is_nothing_to_look_at_it_ends_with_two(arguments: list[str], happened: str) -> None:
    told = humanely("verify", *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(happened)


@pytest.mark.parametrize("module", ["cryptography", "rfc8785", "fluent", "joserfc"])
def test_a_library_that_is_missing_is_named_by_its_extra(module: str) -> None:
    told = humanely_without("verify", str(ASSETS / "sound.json"), without=module)
    assert told.returncode == 1
    assert told.stderr.endswith("Run: pip install 'humanely[credentials]'\n")


def test_without_the_network_a_credential_of_its_own_key_is_verified() -> None:
    told = humanely_without("verify", str(ASSETS / "sound.json"), without="httpx,httpcore,litestar,sqlalchemy")
    assert (told.returncode, told.stderr) == (0, "")
