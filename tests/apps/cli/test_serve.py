"""`humanely serve`: what it refuses before it starts, and how the first admin gets in."""

import re
from pathlib import Path

import httpx

from humanely.apps.site.server import reserve
from tests.apps.running import humanely, running


def test_a_taken_port_ends_it_with_what_to_do(tmp_path: Path) -> None:
    with reserve("127.0.0.1", 0) as held:
        held.listen(1)
        port = held.getsockname()[1]
        ended = humanely("serve", "--data", str(tmp_path / "data"), "--port", str(port))
    assert ended.returncode == 1
    assert "the port is taken" in ended.stderr
    assert "--port 0" in ended.stderr
    assert not (tmp_path / "data").exists()


def test_a_root_path_that_is_none_is_refused() -> None:
    ended = humanely("serve", "--root-path", "humanely")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "--root-path /humanely" in ended.stderr


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    ended = humanely("serve", "--data", str(tmp_path / "data"), "--port", "0")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


def test_settings_with_a_slip_are_named(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("nmae = 'Mia'\n", encoding="utf-8")
    ended = humanely("serve", "--data", str(tmp_path), "--port", "0")
    assert ended.returncode == 1
    assert "settings.toml" in ended.stderr


def test_settings_with_a_slip_are_told_what_may_stand_there(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("setting = 'school'\n", encoding="utf-8")
    ended = humanely("serve", "--data", str(tmp_path), "--port", "0")
    assert "Invalid enum value 'school' - at `$.setting`" in ended.stderr
    assert "Allowed: companion, education, health, marketing, service, workplace." in ended.stderr


def test_a_locale_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("locale = 'in English!'\n", encoding="utf-8")
    assert humanely("serve", "--data", str(tmp_path), "--port", "0").returncode == 1


def test_a_folder_of_settings_that_is_not_there_is_not_passed_over(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ended = humanely("serve", "--data", str(data), "--settings", str(tmp_path / "typo"), "--port", "0")
    assert (ended.returncode, data.exists()) == (1, False)
    assert "--settings" in ended.stderr


def test_the_first_start_prints_the_way_in_until_somebody_was_in(tmp_path: Path) -> None:
    with running(tmp_path / "data", "--root-path", "/care") as server:
        link = re.search(r"As admin, once and within 72 hours: (http://\S+/care/welcome/\S+)", server.said)
        assert link is not None
        with httpx.Client() as browser:
            page = browser.get(link[1])
            token = re.search(r'name="csrf" value="([^"]+)"', page.text)
            assert token is not None
            told = browser.post(link[1], data={"csrf": token[1], "password": "a few words in a row"})
            assert (told.status_code, told.headers["location"]) == (303, "/care/")
            assert browser.get(f"{server.address}/account").status_code == 200
        server.stop()
    with running(tmp_path / "data") as server:
        assert "welcome" not in server.said


def test_networks_that_are_none_are_named_before_it_starts(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[webhooks]\nnetworks = ["10.0.0.1/8"]\n', encoding="utf-8")
    ended = humanely("serve", "--data", str(tmp_path), "--port", "0")
    assert ended.returncode == 1
    assert "webhooks.networks holds what is no network" in ended.stderr
