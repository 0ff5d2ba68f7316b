"""A walk through the Companion with real calls: a server in a folder of its own, and what it answered, as a page.

python -m benchmarks.walkthrough            # print the page
python -m benchmarks.walkthrough --write    # put it into docs/walkthrough.md
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "examples" / "companion"
PAGE = ROOT / "docs" / "walkthrough.md"
COMMAND = (sys.executable, "-c", "from humanely.apps.cli.main import run; run()")
SCOPES = ("turns", "read", "people")
SETTINGS = 'setting = "education"\nnoticed = true\nname = "Robin"\n'
TALK, MARA = "name-4711", "mara"
SAID = "so disappointed"
WIDTH = 120

Keep = Mapping[str, Any] | Sequence[str] | str | None
"""Which fields of an answer the page shows: names, or names with what is shown of each; one name for the words of that
field alone; None for all."""

TURN: Mapping[str, Any] = {
    "affect": ["confident", "valence", "need"],
    "decision": {"id": None, "action": None, "reasons": ["name", "says"]},
    "response": {"status": None, "messages": ["kind", "author", "text"]},
}

INTRO = """# A walk through the Companion

Written by `python -m benchmarks.walkthrough --write`: a real server on a copy of
[examples/companion](../examples/companion/README.md) (with a team that is always there), real calls, and what it
answered; some fields are left out. A test holds that the calls still answer in this way. The people are made up.
Every call carries `Authorization: Bearer hum_…`; the fields are explained in [api.md](api.md).
"""


class Walk:
    """The calls as they are made, and the page as it grows.

    Args:
        client: of a server that runs.
        folder: its data.
    """

    def __init__(self, client: httpx.Client, folder: Path) -> None:
        self._client = client
        self._folder = folder
        self.page = [INTRO]

    def says(self, text: str) -> None:
        """Words between two calls."""
        self.page.append(f"{text}\n")

    def calls(self, method: str, path: str, body: Any = None, *, shows: Keep = None, status: int = 200) -> Any:
        """One call, and what came."""
        came = self._client.request(method, path, json=body)
        assert came.status_code == status, (method, path, came.text)
        is_json = came.headers["content-type"].partition(";")[0].endswith("json")
        answer = came.json() if is_json else came.text
        asked = f"{method} {path}" + (f"\n{laid_out(body)}" if body is not None else "")
        kind, shown = "json", laid_out(picked(answer, shows))
        if isinstance(picked(answer, shows), str):
            kind, shown = "text", picked(answer, shows).rstrip()
        self.page.append(f"```http\n{asked}\n```\n\n```{kind}\n{shown}\n```\n")
        return answer

    def runs(self, shown: str, command: Sequence[str]) -> None:
        """A command on the server's machine, and what it printed."""
        done = subprocess.run(command, cwd=self._folder, capture_output=True, text=True, check=False)
        self.page.append(f"```text\n$ {shown}\n{done.stdout.rstrip()}\n```\n")


def picked(answer: Any, keep: Keep) -> Any:
    """The fields of an answer that are kept."""
    if isinstance(answer, list):
        return [picked(one, keep) for one in answer]
    if keep is None or not isinstance(answer, dict):
        return answer
    if isinstance(keep, str):
        return answer[keep]
    wanted = keep if isinstance(keep, Mapping) else dict.fromkeys(keep)
    return {name: picked(answer[name], inner) for name, inner in wanted.items() if name in answer}


def laid_out(value: Any, indent: int = 0) -> str:
    """JSON on as few lines as fit, figures to two places."""
    if isinstance(value, float):
        return json.dumps(round(value, 2) + 0.0)
    opens, parts = _parts(value, indent)
    if not opens:
        return json.dumps(value, ensure_ascii=False)
    flat = f"{opens[0]}{', '.join(parts)}{opens[1]}"
    if indent + len(flat) <= WIDTH and "\n" not in flat:
        return flat
    return opens[0] + f",\n{' ' * (indent + 1)}".join(parts) + opens[1]


def _parts(value: Any, indent: int) -> tuple[str, list[str]]:
    """The brackets of a value and what stands in them; none for a value without parts."""
    if isinstance(value, dict):
        return "{}", [f"{json.dumps(name)}: {laid_out(one, indent + len(name) + 5)}" for name, one in value.items()]
    if isinstance(value, list):
        return "[]", [laid_out(one, indent + 1) for one in value]
    return "", []


def walked(walk: Walk, folder: Path) -> None:
    """All of it, in order."""
    decision = _heard(walk)
    _handed_over(walk)
    _handed_back(walk)
    _why(walk, decision)
    _withdrawn(walk)
    _erased(walk, folder, decision)


def _turn(walk: Walk, text: str, *, shows: Keep = TURN, status: int = 200, **more: Any) -> Any:
    body = {"conversation_id": TALK, "person_id": MARA, "text": text, **more}
    return walk.calls("POST", "/v1/turns", body, shows=shows, status=status)


def _heard(walk: Walk) -> str:
    walk.says("## 1. A frustrated customer is heard")
    walk.says("Before Mara writes, the widget shows what she is asked for. Nothing is estimated without a yes.")
    held = {"consents": ["purpose", "standing", "version"]}
    walk.calls("GET", f"/v1/people/{MARA}/consents?locale=en", shows=held)
    walk.says("She says yes to estimating, and answers none of the others.")
    yes = {"act": "granted", "purpose": "estimate", "version": "2026-11", "locale": "en", "how": "widget"}
    walk.calls("POST", f"/v1/people/{MARA}/consents", yes)
    walk.says("She writes. The feeling is met before the matter, and the matter is not left out.")
    text = "My name on the certificate is wrong. I am so disappointed, I had worked towards this for a year."
    return str(_turn(walk, text)["decision"]["id"])


def _handed_over(walk: Walk) -> None:
    walk.says("## 2. She asks for a human")
    walk.says("Who asks for a human gets one, whatever else holds.")
    _turn(walk, "Thanks, but I want to speak to a person about this, please.")
    walk.says("The team sees who waits, with all that was said, so that nothing has to be asked again.")
    seen = {"waiting": {"conversation_id": None, "priority": None, "since": None, "newest": ["type"]}}
    walk.calls("GET", "/v1/handoffs", shows=seen)


def _handed_back(walk: Walk) -> None:
    walk.says("## 3. A human joins, and hands back")
    walk.says("Ines answers; her turn is sent, too. From now on the assistant is silent.")
    by_ines = "Hello Mara, Ines here. I have corrected your name; the new certificate is in your account."
    _turn(walk, by_ines, speaker="agent")
    _turn(walk, "Oh, that was quick. Thank you!")
    walk.says("Ines hands back. The assistant answers again, and says again what it is.")
    walk.calls("POST", f"/v1/conversations/{TALK}/return", {})
    _turn(walk, "One more thing: where do I find my invoice?")


def _why(walk: Walk, decision: str) -> None:
    walk.says("## 4. Why was it decided?")
    walk.says("The first decision, once for Mara and once for staff, from the terms that made it.")
    walk.calls("GET", f"/v1/decisions/{decision}/why?for=person&locale=en", shows="text")
    walk.calls("GET", f"/v1/decisions/{decision}/why?for=staff", shows="text")


def _withdrawn(walk: Walk) -> None:
    walk.says("## 5. She takes her consent back")
    walk.says(
        "From the next turn on nothing is estimated, that it was not is recorded, and she is helped all the same."
    )
    walk.calls("POST", f"/v1/people/{MARA}/consents", {"act": "withdrawn", "purpose": "estimate", "how": "widget"})
    shows = {**TURN, "affect": ["senses", "emotions", "valence"]}
    _turn(walk, "How long do I have access to a course?", shows=shows)


def _erased(walk: Walk, folder: Path, decision: str) -> None:
    walk.says("## 6. She wants to see it all, and then be forgotten")
    walk.says("Everything in one file, in words she understands; here a few of its parts.")
    conversation = {"conversation_id": None, "happened": ["what", "by", "text", "decided", "state"]}
    parts = {"person_id": None, "made_at": None, "conversations": conversation, "consents": ["purpose", "standing"]}
    walk.calls("GET", f"/v1/people/{MARA}/export", shows=parts)
    walk.says("A checkpoint is kept elsewhere, as it should be all the time. Then Mara is erased, and gets a receipt.")
    kept = folder.parent / "kept.checkpoint"
    kept.write_text(walk.calls("GET", "/v1/ledger/checkpoint"), encoding="utf-8")
    walk.calls("POST", f"/v1/people/{MARA}/erase", {"sent_to": ["the helpdesk"]}, shows="words")
    walk.says("What was recorded can be read by nobody any more, and nothing can be added.")
    walk.calls("GET", f"/v1/decisions/{decision}/why", status=410)
    _turn(walk, "Hello?", shows=None, status=410)
    walk.says("Her words never stood in a file in the clear. And the ledger still proves that nothing was changed.")
    walk.runs(f"grep -ril '{SAID}' mydata || echo nowhere", ["bash", "-c", f"grep -ril '{SAID}' . || echo nowhere"])
    verify = ["ledger", "verify", "--data", ".", "--checkpoint", str(kept)]
    walk.runs("humanely ledger verify --data mydata --checkpoint kept.checkpoint", [*COMMAND, *verify])


@contextmanager
def served(folder: Path) -> Iterator[httpx.Client]:
    """A server on a folder, and somebody with a key; it ends with the block."""
    command = [*COMMAND, "serve", "--data", str(folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = next(filter(None, (re.search(r"answers at (http://\S+)", line) for line in process.stderr)))
            scopes = [part for scope in SCOPES for part in ("--scope", scope)]
            key = [*COMMAND, "key", "create", "--data", str(folder), "--name", "walk", *scopes]
            made = subprocess.run(key, capture_output=True, text=True, check=True)
            headers = {"authorization": f"Bearer {made.stdout.strip()}"}
            with httpx.Client(base_url=found[1], headers=headers, timeout=60) as client:
                yield client
        finally:
            process.terminate()


def page() -> str:
    """The page, from a walk made now."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "mydata"
        shutil.copytree(TEMPLATE, folder)
        (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        with served(folder) as client:
            made = Walk(client, folder)
            walked(made, folder)
    return "\n".join(made.page)


def main() -> None:
    """Walk, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    made = page()
    if parser.parse_args().write:
        PAGE.write_text(made, encoding="utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
