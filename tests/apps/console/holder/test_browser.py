"""The way of a credential in a real browser without script: earned, shared, checked, contested, restored."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from humanely.apps.site.start import Started, Where, start
from humanely.pipeline.credentials import appeals, endorsing, holder, statuses
from humanely.pipeline.credentials.evidence import File
from tests.apps.console.holder.conftest import Held, offer
from tests.apps.running import Running, running

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MUSEUM = Path(__file__).parents[3] / "credential" / "verify" / "assets"
WIDE, NARROW = 1200, 360
ISSUER = 'noticed = true\n[credentials]\nname = "City School of Logistics"\n'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]

Opens = Callable[..., BrowserContext]


class Seeded:
    """Credentials in every state, by name, with the paths of their pages."""

    def __init__(self, started: Started) -> None:
        self.started = started
        self.offered = offer(started)
        self.shared, self.revoked, self.filed, self.decided, self.suspended = (self._theirs() for _ in range(5))
        asked = self.shared.acts(lambda desk, now: endorsing.ask(desk, self.shared.ticket, "mentor", now))
        self.shared.acts(lambda desk, now: endorsing.give(desk, asked.ticket, "Noor", "She is careful and kind.", now))
        self.shared.acts(lambda desk, now: endorsing.show(desk, self.shared.ticket, asked.endorsement_id, now))
        waits = self.shared.acts(lambda desk, now: endorsing.ask(desk, self.shared.ticket, "employer", now))
        self.shared.acts(lambda desk, now: endorsing.give(desk, waits.ticket, "Ines", "She stopped in time.", now))
        self.asked = self.shared.acts(lambda desk, now: endorsing.ask(desk, self.shared.ticket, "peer", now)).ticket
        self.given = asked.ticket
        self.suspended.by_team(statuses.suspend)
        for one in (self.revoked, self.filed, self.decided):
            one.by_team(statuses.revoke, "issued_in_error")
        for one in (self.filed, self.decided):
            self._appealed(one)
        self.decided.by_team(appeals.propose, "overturned", "We had taken back the wrong one.", by="ben")
        self.decided.by_team(appeals.decide, "Carla Weber", by="carla")

    def _theirs(self) -> Held:
        one = offer(self.started)
        one.acts(lambda desk, now: holder.collect(desk, one.ticket, now))
        one.acts(lambda desk, now: holder.share(desk, one.ticket, True, now))
        return one

    def _appealed(self, one: Held) -> None:
        grounds = appeals.Grounds(statement="I passed on 3 March.", wish="Please look again.")
        sheet = File("sheet.pdf", b"%PDF-1.7 a sheet")
        one.acts(lambda desk, now: appeals.file(desk, one.ticket, grounds, [sheet], now))

    @property
    def paths(self) -> dict[str, str]:
        """Of every page that can be opened by its address."""
        return {
            "verify": "/verify",
            "how": "/verify/how",
            "achievement": "/achievements/forklift-safety",
            "shared": self.shared.public,
            "shared-revoked": self.revoked.public,
            "shared-suspended": self.suspended.public,
            "shared-appealed": self.filed.public,
            "not-shown": self.offered.public,
            "mine-offered": self.offered.mine,
            "mine": self.shared.mine,
            "mine-revoked": self.revoked.mine,
            "contest": f"{self.revoked.mine}/contest",
            "contested": f"{self.filed.mine}/contest",
            "decided": f"{self.decided.mine}/contest",
            "endorse": f"/endorse/{self.asked}",
            "endorsed": f"/endorse/{self.given}",
            "no-link": "/mine/AAAA",
        }


PAGES = (
    "verify", "how", "achievement", "shared", "shared-revoked", "shared-suspended", "shared-appealed", "not-shown",
    "mine-offered", "mine", "mine-revoked", "contest", "contested", "decided", "endorse", "endorsed", "no-link",
)  # fmt: skip
SHOWN = ("sound.json", "one-letter-changed.json", "expired.json", "future-clock.json", "no-proof.json", "baked.png")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Seeded]]:
    """A data folder with credentials in it, and the same opened here beside the server, to act as the team."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "settings.toml").write_text(ISSUER, encoding="utf-8")
    started = start(Where(folder=folder))
    yield folder, Seeded(started)
    started.services.engine.stop()
    started.close()


@pytest.fixture(scope="module")
def site(seeded: tuple[Path, Seeded]) -> Iterator[Running]:
    with running(seeded[0]) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opens(browser: Browser, site: Running) -> Iterator[Opens]:
    """Opens a window of somebody whom nobody knows."""
    made = []

    def window(width: int = WIDE, *, dark: bool = False, script: bool = False) -> BrowserContext:
        context = browser.new_context(
            base_url=site.address,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            accept_downloads=True,
        )
        made.append(context)
        return context

    yield window
    for context in made:
        context.close()


def found(page: Page) -> list[tuple[str, str]]:
    """What axe finds wrong, and where."""
    return [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_read_it(opens: Opens, seeded: tuple[Path, Seeded], name: str, dark: bool) -> None:
    page = opens(dark=dark, script=True).new_page()
    page.goto(seeded[1].paths[name])
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert found(page) == []


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_it_fits_on_a_phone(opens: Opens, seeded: tuple[Path, Seeded], name: str, lang: str) -> None:
    page = opens(NARROW, script=True).new_page()
    page.goto(f"{seeded[1].paths[name]}?lang={lang}")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_of_the_page_stops_nothing_of_ours(opens: Opens, seeded: tuple[Path, Seeded], name: str) -> None:
    page, said = opens(script=True).new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto(seeded[1].paths[name], wait_until="load")
    assert [line for line in said if "Content Security Policy" in line] == []


@pytest.mark.parametrize("name", SHOWN)
def test_every_answer_can_be_read_by_everybody(opens: Opens, name: str) -> None:
    page = opens(script=True).new_page()
    page.goto("/verify")
    page.get_by_label("The file").set_input_files(MUSEUM / name)
    page.get_by_role("button", name="Check it").click()
    assert page.get_by_role("heading", level=1).count() == 1
    assert found(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_everything_to_click_is_large_enough_to_hit(opens: Opens, seeded: tuple[Path, Seeded], name: str) -> None:
    page = opens(NARROW, script=True).new_page()
    page.goto(seeded[1].paths[name])
    small = page.evaluate(
        "[...document.querySelectorAll('nav a, .mast a, button, .button, summary, select, input:not([type=hidden])')]"
        ".map(e => [e.outerHTML.slice(0, 80), (e.closest('label, p.choice') || e).getBoundingClientRect()])"
        ".filter(([, r]) => r.width && (r.height < 24 || r.width < 24)).map(([html]) => html)"
    )
    assert small == []


def test_what_is_looked_at_before_it_is_sent_stands_there_once(opens: Opens, seeded: tuple[Path, Seeded]) -> None:
    page = opens(NARROW, script=True).new_page()
    page.goto(seeded[1].paths["contest"])
    page.get_by_label("What is not right?").fill("I passed the test on 3 March.")
    page.get_by_role("button", name="Look at it once more").click()
    assert page.locator("textarea:visible").count() == 0
    assert found(page) == []
    page.goto(seeded[1].paths["endorse"])
    page.get_by_label("Your words").fill("She stops when people are near.")
    page.get_by_label("Your name").fill("Noor")
    page.get_by_role("button", name="See how it will look").click()
    assert page.locator("textarea:visible").count() == 0
    assert found(page) == []


def test_without_script_the_whole_way_of_a_credential(opens: Opens, seeded: tuple[Path, Seeded]) -> None:
    held = offer(seeded[1].started, "Ife Adeyemi")
    learner, employer = opens().new_page(), opens().new_page()
    # Earned and shared
    learner.goto(held.mine)
    learner.get_by_role("button", name="Collect it").click()
    assert learner.get_by_role("status").text_content() == "It is yours."
    learner.get_by_role("button", name="Share it").click()
    # Checked by an employer, by the code read aloud
    employer.goto("/verify")
    employer.get_by_label("Or its text, web address or short code").fill(held.code.lower().replace("-", " "))
    employer.get_by_role("button", name="Check it").click()
    assert employer.get_by_role("heading", name="This credential is valid.").is_visible()
    assert employer.get_by_text("Ife Adeyemi").first.is_visible()
    # Taken back by mistake
    held.by_team(statuses.revoke, "requirements_not_met")
    employer.reload()
    assert employer.get_by_role("heading", name="The issuer has revoked this credential.").is_visible()
    # Contested, with a slip on the way
    learner.goto(held.mine)
    learner.get_by_role("link", name="Contest it").first.click()
    learner.get_by_label("What should be right?").fill("Please look at the sheet again.")
    learner.get_by_label("What is not right?").fill("I passed the test on 3 March.")
    learner.get_by_role("button", name="Look at it once more").click()
    learner.get_by_label("Files that show it").set_input_files(
        {"name": "sheet.exe", "mimeType": "application/pdf", "buffer": b"MZ\x00"}
    )
    learner.get_by_role("button", name="Send it").click()
    assert "File 1 is no PDF" in (learner.get_by_role("alert").text_content() or "")
    assert learner.get_by_text("I passed the test on 3 March.").first.is_visible()
    learner.get_by_label("Files that show it").set_input_files(
        {"name": "sheet.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a sheet"}
    )
    learner.get_by_role("button", name="Send it").click()
    assert learner.get_by_role("heading", name="Your appeal is with us").is_visible()
    employer.reload()
    assert employer.get_by_text("An appeal against this is being looked at.").is_visible()
    # Decided by two people, and restored
    held.by_team(appeals.propose, "overturned", "Your sheet is complete. We had overlooked page two.", by="ben")
    held.by_team(appeals.decide, "Carla Weber", by="carla")
    learner.reload()
    assert learner.get_by_role("heading", name="You were right").is_visible()
    assert learner.get_by_text("Carla Weber").is_visible()
    employer.reload()
    assert employer.get_by_role("heading", name="This credential is valid.").is_visible()


def test_the_keyboard_skips_to_the_content_and_reaches_the_languages(opens: Opens) -> None:
    page = opens(script=True).new_page()
    page.goto("/verify")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "file"


def test_an_answer_is_read_in_another_language_without_showing_it_again(opens: Opens) -> None:
    page = opens().new_page()
    page.goto("/verify")
    page.get_by_label("The file").set_input_files(MUSEUM / "expired.json")
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("button", name="Français").click()
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.get_by_role("heading", level=1).text_content() == "Cette attestation a expiré."
