"""`humanely replay`: what another policy would have decided, told to people and to programs."""

import json
from pathlib import Path

import pytest

from humanely.apps.cli.replay import line_of
from humanely.decision.policy import shipped
from humanely.pipeline.arrival import Arrival
from tests.apps.cli.test_main import humanely
from tests.apps.recorded import recorded

EXPORT = str(Path(__file__).parents[3] / "examples" / "export" / "shops.jsonl")
EAGER = 'name = "eager"\n\n[rules.clear_need]\naction = "handoff"\n'
FACTS = {"number": "RR 4711"}
NEED = "I have been waiting for two weeks and nobody answers, I am so tired of this."


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    file = tmp_path / "new.toml"
    file.write_text(EAGER)
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir()
    (place / "policy.toml").write_text('name = "ours"\n')
    recorded(place, [Arrival(conversation_id="c-1", person_id="ada", text=NEED, noticed=True, facts=FACTS)])
    return place


def test_an_export_is_compared_with_the_shipped_policy(policy: Path) -> None:
    told = humanely("replay", "--policy", str(policy), EXPORT)
    assert told.returncode == 0
    assert f"{shipped().version} → eager-" in told.stdout
    assert "in 24 conversations would change" in told.stdout
    assert "handoff (clear need)" in told.stdout.replace("\n", " ")
    assert "What this cannot know:" in told.stdout


def test_programs_get_one_object(policy: Path) -> None:
    found = json.loads(humanely("replay", "--policy", str(policy), EXPORT, "--json").stdout)
    assert found["old_version"] == shipped().version
    assert found["changed"] == sum(change["count"] for change in found["changes"]) > 0
    assert sum(found["old_actions"].values()) == sum(found["new_actions"].values()) == found["decisions"]
    assert all(isinstance(line, str) for line in found["unknown"])


def test_a_data_folder_is_compared_with_its_own_policy(policy: Path, folder: Path) -> None:
    found = json.loads(humanely("replay", "--policy", str(policy), "--data", str(folder), "--json").stdout)
    assert found["old_version"].startswith("ours-")
    (change,) = found["changes"]
    assert (change["old_action"], change["new_action"], change["examples"]) == ("comfort", "handoff", ["c-1"])


def test_the_policy_in_effect_changes_nothing(folder: Path) -> None:
    told = humanely("replay", "--policy", str(folder / "policy.toml"), "--data", str(folder))
    assert "None of 1 decisions in 1 conversations would change." in told.stdout


def test_a_folder_where_nothing_was_said_leaves_nothing_to_decide(policy: Path, tmp_path: Path) -> None:
    recorded(tmp_path / "empty", [])
    told = humanely("replay", "--policy", str(policy), "--data", str(tmp_path / "empty"))
    assert "There is nothing to decide again." in told.stdout


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('name = "a"\nthresholds.failed_attempts = 30\n', "line 2", "outside 1 to 10"),
        ('name = "a"\n\n[rules.own]\nstep = "next"\nwhen = ["nosuch"]\naction = "handoff"\n', "line 5", "'nosuch'"),
        ('name = "a"\n[rules.asks]\naction = = 3\n', "line 3", "not TOML"),
        ('name = "a"\n[rules.clear_need]\naction = "shout"\n', "line 3", "'shout'"),
        ("thresholds.low = -0.5\n", "new.toml':", "The policy has no name"),
        ('name = "a"\n[offers]\nremoved_by = ["crisis"]\n', "new.toml':", "would make offers"),
    ],
)
def test_a_policy_with_an_error_is_refused_with_its_place(policy: Path, text: str, line: str, words: str) -> None:
    policy.write_text(text)
    told = humanely("replay", "--policy", str(policy), EXPORT)
    assert (told.returncode, told.stdout) == (1, "")
    assert line in told.stderr
    assert words in told.stderr


def test_a_rule_that_can_never_decide_is_shown_where_it_stands() -> None:
    text = 'name = "a"\n[rules.first]\nwhen = ["asked"]\n[rules.second]\nwhen = ["asked"]\n'
    told = "The rule 'second' can never decide: wherever it fires, 'first' fires before it."
    assert line_of(text, told) == 4


@pytest.mark.parametrize("arguments", [[], [EXPORT, "--data", "DIR"]])
def test_either_a_folder_or_exports_are_named(policy: Path, arguments: list[str]) -> None:
    told = humanely("replay", "--policy", str(policy), *arguments)
    assert told.returncode == 2
    assert "Name either a data folder or exports." in told.stderr


def test_what_is_not_there_is_told(policy: Path, tmp_path: Path) -> None:
    assert "cannot be read: No such file" in humanely("replay", "--policy", "nothing.toml", EXPORT).stderr
    assert "does not exist" in humanely("replay", "--policy", str(policy), str(tmp_path / "nothing.csv")).stderr
    told = humanely("replay", "--policy", str(policy), "--data", str(tmp_path / "nothing"))
    assert told.returncode == 1
    assert "humanely serve --data DIR" in told.stderr
