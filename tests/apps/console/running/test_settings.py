"""The operator's files on a page: checked whole, nothing lost, taken up at once, on record."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from humanely.apps.site.app import serve
from humanely.apps.site.start import Started, Where, start
from humanely.people.roles import Role
from humanely.store.team.deeds import digest
from tests.apps.conftest import Client
from tests.apps.console.conftest import SESSION, SignedIn, send, session_of, token_in


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A server of its own: its files change."""
    opened = start(Where(folder=tmp_path_factory.mktemp("own")))
    yield opened
    opened.services.engine.stop()
    opened.data.close()


@pytest.fixture(scope="module")
def folder(own: Started) -> Path:
    return own.data.checkpoints.parent


@pytest.fixture(scope="module")
def admin(own: Started) -> Iterator[Client]:
    with TestClient(serve(own.services), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        client.cookies.set(SESSION, session_of(own, Role.ADMIN))
        yield client


def saved(client: Client, name: str, text: str) -> str:
    """Save a file as the page does; where it leads, or the page that says what is wrong."""
    page = client.get(f"/settings/{name}")
    seen = re.findall(r'name="seen" value="(\w+)"', page.text)[0]
    done = client.post(f"/settings/{name}", data={"csrf": token_in(page), "seen": seen, "text": text})
    return done.headers.get("location", "") or html.unescape(done.text)


def test_what_comes_with_humanely_stands_beside_to_compare(admin: Client) -> None:
    assert "timeout_minutes = 5" in admin.get("/settings/sla.toml").text
    assert 'id="shipped"' not in admin.get("/settings/faq.md").text


def test_a_file_is_saved_taken_up_and_on_record(admin: Client, own: Started, folder: Path) -> None:
    text = 'name = "ours"\n[thresholds]\nfailed_attempts = 1\n'
    assert saved(admin, "policy.toml", text) == "/settings/policy.toml"
    assert (folder / "policy.toml").read_text(encoding="utf-8") == text
    assert own.services.engine.companion.house.policy.version.startswith("ours-")
    assert own.services.writing.house.policy.version.startswith("ours-")
    entry = own.services.ledger.entry(own.services.recent.entries(1, kind="setting")[0].index)
    assert entry is not None
    told = json.loads(entry.payload or b"")
    assert (told["act"], told["file"], told["sha256"]) == ("changed", "policy.toml", digest(text))
    assert "Saved. It holds from the next turn on." in admin.get("/settings/policy.toml").text


def test_what_it_held_is_kept_and_an_empty_text_takes_it_away(admin: Client, folder: Path) -> None:
    saved(admin, "policy.toml", 'name = "kept"\n')
    assert saved(admin, "policy.toml", " ") == "/settings/policy.toml"
    kept = [one.read_text(encoding="utf-8") for one in (folder / "before").glob("*.policy.toml")]
    assert 'name = "kept"\n' in kept
    assert not (folder / "policy.toml").exists()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("settings.toml", 'locale = "never such"\n', "'settings.toml'"),
        ("settings.toml", "not toml at all", "'settings.toml'"),
        ("settings.toml", "unknown_thing = 1\n", "unknown_thing"),
        ("policy.toml", 'name = "x"\n[thresholds]\nlow = 7\n', "low is 7"),
        ("helplines.json", "[", "'helplines.json'"),
        ("consent.toml", "[[text]]\npurpose = 1\n", "'consent.toml'"),
        ("retention.toml", "nothing = 1\n", "'retention.toml'"),
        ("law.toml", "nothing = 1\n", "'law.toml'"),
        ("check.toml", "nothing = 1\n", "'check.toml'"),
        ("sla.toml", "nothing = 1\n", "'sla.toml'"),
        ("persona.toml", "nothing = 1\n", "'persona.toml'"),
    ],
)
def test_a_fault_is_shown_beside_the_text_and_nothing_is_lost(
    admin: Client, folder: Path, name: str, text: str, says: str
) -> None:
    before = (folder / name).read_text(encoding="utf-8") if (folder / name).exists() else None
    page = saved(admin, name, text)
    assert says in page
    assert str(Path(text.strip().splitlines()[-1])) in page
    assert "/tmp" not in page  # noqa: S108 - that no folder is named
    assert ((folder / name).read_text(encoding="utf-8") if (folder / name).exists() else None) == before


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(admin: Client, folder: Path) -> None:
    page = admin.get("/settings/policy.toml")
    (folder / "policy.toml").write_text('name = "theirs"\n', encoding="utf-8")
    seen = re.findall(r'name="seen" value="(\w+)"', page.text)[0]
    sent = {"csrf": token_in(page), "seen": seen, "text": 'name = "mine"\n'}
    refused = admin.post("/settings/policy.toml", data=sent)
    (folder / "policy.toml").unlink()
    assert refused.status_code == 422
    assert "Somebody else changed this file" in refused.text
    assert "mine" in refused.text
    assert "theirs" in refused.text


CHATWOOT = """[chatwoot]
url = "https://chatwoot.example.org"
account = 1
bot_token_file = "bot"
reader_token_file = "bot"
secret_file = "bot"
"""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[oidc]\nissuer = "https://id.example"\nclient_id = "x"\nclient_secret_env = "NOT_SET"\n', "NOT_SET"),
        ('[model_server]\nbase_url = "https://ai.example/v1"\nmodel = "m"\nkey_env = "NOT_SET"\n', "NOT_SET"),
        ('[email]\naddress = "a@b.example"\nsmtp = {host = "h", password_file = "nowhere"}\n', "nowhere"),
        (CHATWOOT, "No such file"),
        ('[local_model]\nfile = "/nowhere.gguf"\n', "llm|nowhere"),
    ],
)
def test_what_would_keep_the_next_start_from_starting_is_not_saved(
    admin: Client, own: Started, text: str, why: str
) -> None:
    before = own.services.files.text("settings.toml")
    assert re.search(why, saved(admin, "settings.toml", text))
    assert own.services.files.text("settings.toml") == before


def test_the_server_s_own_keys_are_nobody_s_password(admin: Client) -> None:
    mail = '[email]\naddress = "a@b.example"\nsmtp = {host = "evil.example", password_file = "secrets/root.key"}\n'
    assert "it is a key of this server" in saved(admin, "settings.toml", mail)


def test_what_waits_for_the_next_start_is_said(admin: Client) -> None:
    assert saved(admin, "settings.toml", "trust_proxy = true\n") == "/settings/settings.toml"
    assert "only from the next start" in admin.get("/settings/settings.toml").text
    assert saved(admin, "settings.toml", "") == "/settings/settings.toml"


def test_a_file_that_is_none_of_them_is_not_there(admin: Client) -> None:
    names = ("root.key", "..%2fsecrets%2froot.key", "humanely.db", "policy.toml%00")
    assert [admin.get(f"/settings/{one}").status_code for one in names] == [404] * 4


def test_an_auditor_reads_and_changes_nothing(signed_in: SignedIn) -> None:
    auditor = signed_in(Role.AUDITOR)
    assert "noticed = true" in auditor.get("/settings/settings.toml").text
    assert "<textarea" not in auditor.get("/settings/settings.toml").text
    assert send(auditor, "/account", "/settings/settings.toml", text="", seen="").status_code == 403
