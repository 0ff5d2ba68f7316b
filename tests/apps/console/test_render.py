"""Pages as they are drawn in a real browser: readable by everybody, in light and dark, on a phone, without script."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from humanely.apps.console.words import LOCALES
from humanely.people.roles import Role
from humanely.store.data_folder import open_data
from humanely.store.team.member import Profile
from humanely.store.team.staff import Staff
from tests.apps.conftest import CONSENT
from tests.apps.console.conftest import SESSION
from tests.apps.running import Running, running

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES = (
    "/sign-in", "/people", "/people/ada", "/people/ada/erase", "/decisions", "/replay", "/ledger?place=0",
    "/settings", "/settings/policy.toml", "/settings/helplines.json", "/keys", "/account", "/team", "/nowhere",
)  # fmt: skip
WIDE, NARROW = 1280, 360

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]

Opens = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server over a real socket, where somebody wrote."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "consent.toml").write_text(CONSENT, encoding="utf-8")
    with running(folder) as site:
        yield site


@pytest.fixture(scope="module")
def writer(site: Running) -> Iterator[httpx.Client]:
    """Whoever hands in turns."""
    with site.client("turns", "people") as client:
        consent = {"act": "granted", "purpose": "estimate", "version": "1", "locale": "en"}
        assert client.post("/v1/people/ada/consents", json=consent).status_code == 200
        write(client, "It has been three weeks and nobody helps me. I want to talk to a human!")
        yield client


def write(client: httpx.Client, text: str) -> None:
    """Have Ada write something."""
    turn = {"conversation_id": "with ada", "person_id": "ada", "text": text}
    assert client.post("/v1/turns", json=turn).status_code == 200


@pytest.fixture(scope="module")
def tokens(site: Running) -> dict[str, str]:
    """By language, the session of somebody who has every role."""
    data, now = open_data(site.folder), dt.datetime.now(dt.UTC)
    staff = Staff(data.database, data.root_key, data.entropy)
    opened = {}
    for locale in LOCALES:
        member = staff.create(f"mira-{locale}", Profile(name="Mira Okonkwo", roles=tuple(Role), locale=locale), now)
        with data.database.writing() as connection:
            opened[locale] = staff.sessions.open(connection, member.id, now)
    data.close()
    return opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opens(browser: Browser, site: Running, tokens: dict[str, str], writer: httpx.Client) -> Iterator[Opens]:
    """Opens a window in which somebody is signed in."""
    made = []

    def window(width: int = WIDE, *, dark: bool = False, script: bool = True, locale: str = "en") -> BrowserContext:
        context = browser.new_context(
            base_url=site.address,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        context.add_cookies([{"name": SESSION, "value": tokens[locale], "url": site.address}])
        made.append(context)
        return context

    yield window
    for context in made:
        context.close()


def found(page: Page) -> list[tuple[str, str]]:
    """What axe finds wrong, and where."""
    return [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_read_it(opens: Opens, path: str, dark: bool) -> None:
    page = opens(dark=dark).new_page()
    page.goto(path)
    assert found(page) == []


@pytest.mark.parametrize("locale", ["en", "de"])
@pytest.mark.parametrize("path", PAGES)
def test_it_fits_on_a_phone(opens: Opens, path: str, locale: str) -> None:
    page = opens(NARROW, locale=locale).new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    assert found(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_of_the_page_stops_nothing_of_ours(opens: Opens, path: str) -> None:
    page, said = opens().new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto(path, wait_until="load")
    assert [line for line in said if "Content Security Policy" in line or "Uncaught" in line] == []


def test_every_link_and_button_is_large_enough_to_hit(opens: Opens) -> None:
    page = opens(NARROW).new_page()
    page.goto("/keys")
    small = page.evaluate(
        "[...document.querySelectorAll('nav a, .self a, button, input[type=checkbox]')]"
        ".map(e => [e.outerHTML.slice(0, 60), (e.closest('p.choice') || e).getBoundingClientRect()])"
        ".filter(([, r]) => r.height < 24 || r.width < 24).map(([html]) => html)"
    )
    assert small == []


def test_without_script_a_person_is_found_corrected_and_erased(opens: Opens, writer: httpx.Client) -> None:
    consent = {"act": "granted", "purpose": "estimate", "version": "1", "locale": "en"}
    assert writer.post("/v1/people/zoe/consents", json=consent).status_code == 200
    turn = {"conversation_id": "with zoe", "person_id": "zoe", "text": "I am so angry about this!"}
    assert writer.post("/v1/turns", json=turn).status_code == 200
    page = opens(script=False).new_page()
    page.goto("/people")
    page.get_by_label("Their id").fill("zoe")
    page.get_by_role("button", name="Find").click()
    page.get_by_text("Correct this").click()
    page.get_by_label("What they say they felt").select_option("good")
    page.get_by_role("button", name="Save what they say").click()
    assert (
        page.get_by_role("status").first.text_content()
        == "What they say is on record. It outranks the estimate from now on."
    )
    page.get_by_role("link", name="Erase…").click()
    page.get_by_label("Type their id to confirm").fill("zoe")
    page.get_by_role("button", name="Erase for good").click()
    assert page.get_by_role("heading", level=1).text_content() == "Erased"
    assert "Backups of the database" in (page.text_content("main") or "")


def test_a_page_follows_what_happens_without_being_loaded_again(opens: Opens, writer: httpx.Client) -> None:
    page = opens().new_page()
    page.goto("/decisions")
    page.evaluate("window.stayed = true")
    rows = page.locator("tbody tr")
    before = rows.count()
    write(writer, "Hello? Are you there?")
    rows.nth(before).wait_for(timeout=15_000)
    assert page.evaluate("window.stayed")
    said = page.locator("#said", has_text="This page has been brought up to date.")
    said.wait_for(state="attached")


def test_the_keyboard_skips_to_the_content(opens: Opens) -> None:
    page = opens().new_page()
    page.goto("/people")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "id"
