"""Speed of checking credentials, beside a JavaScript peer in the same run, one processor for each.

mkdir PEERS && cp tests/peers/credentials/* PEERS/ && (cd PEERS && npm ci --ignore-scripts)
python benchmarks/credentials.py --peers PEERS            # on a machine that does nothing else
python benchmarks/credentials.py --peers PEERS --write    # also put the table into docs/benchmarks.md

Both read the same text anew each time, and check everything that they check of a proof. They take turns.
Then a class is issued into a fresh data folder, from its table to what is on disk.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from humanely.affect.text import shipped
from humanely.apps.settings import Settings, house
from humanely.credential.proof import multikey, proof_set, strict_json
from humanely.credential.proof.issuer_key import IssuerKey
from humanely.pipeline.acting import Asked
from humanely.pipeline.credentials import designs, issuing
from humanely.pipeline.credentials.desk import Desk
from humanely.pipeline.credentials.issuing import Wanted
from humanely.store.data_folder import open_data

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT.parent / "shared" / "data" / "credentials" / "dcc-verifier-core" / "v2_v2OBv3SpecExample.json"
PAGE = ROOT / "docs" / "benchmarks.md"
MARKS = ("<!-- credentials -->", "<!-- /credentials -->")
QUIET = 1.2
"""Above this load the figures are of a busy machine, and are not written down."""
ROUNDS, SECONDS, WARM = 3, 3.0, 200
AIM = 1.3
CLASS, CLASS_AIM_S = 10_000, 60
DESIGN = ROOT / "examples" / "achievements" / "community-mentor.json"
SUITES = {"eddsa-jcs-2022": "over its bytes (JCS)", "eddsa-rdfc-2022": "over what it states (RDFC)"}
KEY = IssuerKey.of_did_key(bytes(range(32)))


def example() -> strict_json.Json:
    """The Open Badges example, issued by a key of ours, with both proofs."""
    credential = strict_json.read(EXAMPLE.read_bytes())
    del credential["proof"]
    credential["issuer"]["id"] = KEY.controller
    return proof_set.secure(credential, KEY, dt.datetime(2026, 11, 22, tzinfo=dt.UTC))


def with_proof(credential: strict_json.Json, suite: str) -> strict_json.Json:
    """The credential with its proof of that suite alone."""
    return {**credential, "proof": next(proof for proof in credential["proof"] if proof["cryptosuite"] == suite)}


def rate(task: Callable[[], object], seconds: float) -> float:
    """How often a second the task is done, after it was done a few times."""
    for _ in range(WARM):
        task()
    done, begun = 0, time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        task()
        done += 1
    return done / spent


def ours(credential: strict_json.Json) -> float:
    """Credentials a second, from the bytes to what came of each proof."""
    data = json.dumps(credential).encode()

    def check() -> None:
        checked = proof_set.check(strict_json.read(data), {})
        assert checked[0].verdict == "holds"

    return rate(check, SECONDS)


def theirs(folder: Path, credential: strict_json.Json, suite: str) -> float:
    """The same of `vc.verifyCredential`, in a process of its own."""
    method = {
        "@context": "https://w3id.org/security/multikey/v1",
        "id": KEY.method,
        "type": "Multikey",
        "controller": KEY.controller,
        "publicKeyMultibase": multikey.encode(KEY.public),
    }
    controller = {"@context": ["https://www.w3.org/ns/did/v1"], "id": KEY.controller, "assertionMethod": [KEY.method]}
    request = {
        "task": "speed",
        "credential": credential,
        "suite": suite,
        "documents": {KEY.method: method, KEY.controller: controller},
        "warm": WARM,
        "seconds": SECONDS,
    }
    told = subprocess.run(
        ["node", "peer.mjs"], cwd=folder, input=json.dumps([request]), stdout=subprocess.PIPE, text=True
    )
    told.check_returncode()
    return float(json.loads(told.stdout)[0]["perSecond"])


def issued(count: int) -> tuple[float, float]:
    """Seconds to look at a table of so many, and to issue to all of them: signed, sealed, in the ledger, on disk."""
    rows = "".join(f"learner-{each}@school.example.org,Learner {each}\n" for each in range(count))
    with tempfile.TemporaryDirectory() as place, closing(open_data(Path(place) / "data")) as data:
        rules = house(Settings(), Path(place), shipped())
        desk = Desk.of(data, rules, address="https://school.example.org", name="School")
        asked = Asked("benchmark", dt.datetime.now(dt.UTC))
        made = designs.save(desk, asked, json.loads(DESIGN.read_text(encoding="utf-8"))).achievement.id
        begun = time.perf_counter()
        seen = issuing.preview(desk, made, f"Email,Name\n{rows}".encode())
        looked = time.perf_counter()
        wanted = [Wanted(recipient=one.recipient, evidence=one.evidence) for one in seen.issuable()]
        came = issuing.issue_batch(desk, asked, made, wanted)
        assert len(came.issued) == count
        return looked - begun, time.perf_counter() - looked


def measured(folder: Path | None) -> dict[str, dict[str, float | None]]:
    """The best of a few rounds for each suite, ours and theirs in turn."""
    found: dict[str, dict[str, float | None]] = {}
    for suite in SUITES:
        credential = with_proof(example(), suite)
        rounds = [(ours(credential), theirs(folder, credential, suite) if folder else None) for _ in range(ROUNDS)]
        found[suite] = {
            "ours": max(own for own, _ in rounds),
            "theirs": max(peer for _, peer in rounds if peer is not None) if folder else None,
        }
    return found


def row(title: str, own: float, peer: float | None) -> str:
    """One line of the table, the ratio first."""
    ratio = "—" if peer is None else f"{own / peer:,.1f} ×"
    beside = "missing" if peer is None else f"{peer:,.0f}"
    return f"| {title} | {ratio} | {own:,.0f} | {beside} |"


def table(found: dict[str, Any], load: float) -> str:
    """Say what came out."""
    node = subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True, check=False).stdout.strip()
    rows = [row(f"one proof {title}", found[suite]["ours"], found[suite]["theirs"]) for suite, title in SUITES.items()]
    return f"""\
Measured by `python benchmarks/credentials.py --write` on {platform.machine()}, Python {platform.python_version()}, \
node {node or "missing"}, one processor for each, load before the run {load:.1f}, the best of {ROUNDS} rounds in turn. \
The Open Badges 3.0 example of the public samples, signed by a did:key; from its text to the verdict. Aim: {AIM} times \
the peer.

| checking a credential with | as fast as `@digitalbazaar/vc` | credentials a second | of the peer |
|---|---|---|---|
{chr(10).join(rows)}
"""


def class_table(count: int, looked_s: float, issued_s: float) -> str:
    """Say how long a class took."""
    return f"""
A class of {count:,} issued from its table into a fresh data folder, two proofs each, sealed under each learner's own \
key, in the ledger and on disk: looked at row by row in {looked_s:.1f} s, issued in {issued_s:.1f} s, \
{count / issued_s:,.0f} credentials a second. Aim: under {CLASS_AIM_S} s.
"""


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="the folder where npm installed the peers")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--class-size", type=int, default=CLASS, help="how many a class has")
    arguments = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])  # children inherit it
    if not EXAMPLE.exists():
        sys.exit(f"The public data are not at {EXAMPLE}.")
    load = os.getloadavg()[0]
    found = table(measured(arguments.peers), load) + class_table(arguments.class_size, *issued(arguments.class_size))
    print(found)
    if load > QUIET:
        print(f"The load before the run was {load:.1f}: these are figures of a busy machine.")
    if arguments.write and load > QUIET:
        sys.exit("Nothing was written. Run it again when nothing else runs.")
    if arguments.write:
        text = PAGE.read_text(encoding="utf-8")
        before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
        PAGE.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
