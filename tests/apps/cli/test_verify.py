"""`humanely verify`: the answer in words or as JSON, and an exit code that scripts can go by."""

import datetime as dt
import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from humanely.pipeline.credentials import designs, issuer, issuing, stapling
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.stapling import Witness
from humanely.store.data_folder import open_data
from tests.apps.cli.test_extras import humanely as humanely_without
from tests.apps.cli.test_main import humanely
from tests.credential.proof.making import KEY
from tests.pipeline.credentials.conftest import ADA, FIRST_AID, by
from tests.pipeline.room import PLAIN

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


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data, in it a package of a credential that was issued there, and the key of its ledger."""
    folder = tmp_path_factory.mktemp("school")
    now = dt.datetime.now(dt.UTC)
    with closing(open_data(folder)) as data:
        desk = Desk.of(data, PLAIN, address="http://127.0.0.1:8000", name="Care School")
        designs.save(desk, by("reg", now), FIRST_AID)
        held = issuing.issue(desk, by("reg", now), issuing.prepare(desk, by("reg", now), "first-aid", ADA).id)
        witness = Witness(lambda: data.checkpoint(now), data.signer.verifier.encode())
        (folder / "package.zip").write_bytes(stapling.package(desk, held.id, now, witness))
        (folder / "verifier.txt").write_text(data.signer.verifier.encode() + "\n", encoding="utf-8")
    return folder


def test_the_entry_in_the_ledger_is_told_where_its_key_is_known(packed: Path) -> None:
    package, key = str(packed / "package.zip"), str(packed / "verifier.txt")
    told = humanely("verify", package, "--offline", "--ledger", key)
    assert told.returncode == 0, told.stdout
    assert "The package proves that the issuer's ledger recorded a step in the life of a credential on" in told.stdout
    assert "from a ledger whose key we do not know" in humanely("verify", package, "--offline").stdout


def test_beside_ones_own_data_the_issuer_is_known_and_a_stolen_key_counts_for_nothing(packed: Path) -> None:
    package = str(packed / "package.zip")
    told = humanely("verify", package, "--offline", "--data", str(packed))
    assert (told.returncode, told.stdout.splitlines()[0]) == (0, "This credential is valid.")
    with closing(open_data(packed)) as data:
        desk = Desk.of(data, PLAIN, address="http://127.0.0.1:8000", name="Care School")
        now = dt.datetime.now(dt.UTC)
        issuer.compromised(desk, by("reg", now), issuer.keys(desk)[0].public, now - dt.timedelta(days=1))
    told = humanely("verify", package, "--offline", "--data", str(packed), "--json")
    assert json.loads(told.stdout)["checks"][1]["cause"] == "key-compromised"


def test_a_key_of_a_ledger_that_is_none_is_told(packed: Path) -> None:
    told = humanely("verify", str(packed / "package.zip"), "--offline", "--ledger", str(packed / "package.zip"))
    assert "A verifier key cannot be read" in told.stderr
