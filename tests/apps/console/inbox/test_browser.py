"""Two of the team and one customer in three browsers: the assistant, a human called, come, and gone again.

With HUMANELY_PICTURES=docs the pictures of the documents are drawn anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.apps.running import Running, humanely, running
from tests.apps.widget.test_browser import SEEN_INTO

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LARGEST = 200_000
WORDS = "a few words in a row"
SETTINGS = """
[team]
names = true
calls = true

[widget]
enabled = true
demo = true
per_minute = 6000
"""
CONSENT = """
[[text]]
purpose = "estimate"
version = "1"
locale = "en"
text = "May we estimate how your messages may feel, so that we can help you better?"
"""
FAQ = """# delivery

## How long does delivery take?

Three working days after your order.

## Can I change where my parcel is sent?

Yes, as long as it has not left the depot: under My orders.
"""
OTHERS = (
    (
        "Jonas",
        "de",
        ("Mein Konto ist gesperrt, und morgen ist die Prüfung.", "Ich möchte mit einem Menschen sprechen."),
    ),
    ("Léa", "fr", ("Bonjour, on m'a facturé deux fois le mois de mars.", "Je voudrais parler à une personne.")),
    ("p-20931", "en", ("I can't do this anymore. I want to die tonight.",)),
    ("Ines", "es", ("Quiero hablar con una persona, por favor. Llevo tres días esperando el reembolso.",)),
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with the widget on, at which others wait already."""
    folder = tmp_path_factory.mktemp("journey")
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "consent.toml").write_text(CONSENT, encoding="utf-8")
    (folder / "faq.md").write_text(FAQ, encoding="utf-8")
    with running(folder) as started:
        with started.client("turns", "people") as channel:
            for person, language, texts in OTHERS:
                yes = {"act": "granted", "purpose": "estimate", "version": "1", "locale": "en"}
                channel.post(f"/v1/people/{person}/consents", json=yes).raise_for_status()
                for text in texts:
                    turn = {"conversation_id": f"of {person}", "person_id": person, "text": text, "locale": language}
                    channel.post("/v1/turns", json=turn).raise_for_status()
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go."""
    return Path(os.environ.get("HUMANELY_PICTURES", tmp_path))


def drawn(page: Page, path: Path) -> None:
    """A picture of a page, small enough for the documents."""
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size < LARGEST


def looked_at(page: Page) -> None:
    """Nothing on it keeps anybody out, and it fits a phone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    was = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size(was or {"width": 1280, "height": 800})


def of_the_team(browser: Browser, server: Running, login: str, **more: Any) -> Page:
    """The inbox of a new agent who has just set a password."""
    told = humanely("staff", "add", login, "--data", str(server.folder), "--name", login.title(), "--role", "agent",
                    "--language", "en", "--language", "de")  # fmt: skip
    link = re.search(r"/welcome/\S+", told.stdout)
    assert link is not None, told.stderr
    page = _page(browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800}, **more))
    page.goto(f"{server.address}{link[0]}")
    page.get_by_label("New password").fill(WORDS)
    page.get_by_role("button").click()
    page.goto(f"{server.address}/inbox")
    return page


def _page(context: BrowserContext) -> Page:
    context.set_default_timeout(15_000)
    return context.new_page()


def customer(browser: Browser, server: Running) -> Page:
    """Somebody on the demo page, with the widget open, who lets feelings be estimated."""
    page = _page(browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 800}))
    page.add_init_script(SEEN_INTO)
    page.goto(f"{server.address}/demo")
    page.click(".launcher")
    page.get_by_role("button", name="Yes", exact=True).click()
    return page


def says(page: Page, text: str) -> None:
    """The customer writes, and it has arrived."""
    page.fill("#field", text)
    page.keyboard.press("Enter")
    expect(page.locator("li[data-author=person]", has_text=text)).not_to_have_attribute("data-state", "sending")


def questioned(page: Page, text: str, finding: str) -> None:
    """What is typed is looked over, the finding told where the eyes are, and the text taken back."""
    page.keyboard.type(text)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text(finding)
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")


def in_brief_on_a_phone(page: Page, pictures: Path) -> None:
    """What matters stands above the conversation where there is no room beside it, and only there."""
    expect(page.locator("#in-brief")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("#in-brief")).to_contain_text("884213")
    expect(page.locator("#in-brief")).to_be_in_viewport(ratio=1)
    looked_at(page)
    drawn(page, pictures / "console-case-phone.png")
    page.set_viewport_size({"width": 1280, "height": 800})


def test_a_human_comes_helps_and_gives_back(browser: Browser, server: Running, pictures: Path) -> None:
    # 1. Two of the team look at their inboxes, and somebody writes with the assistant.
    ada, ben = of_the_team(browser, server, "ada"), of_the_team(browser, server, "ben")
    mira = customer(browser, server)
    says(mira, "Hello, how long does delivery take?")
    says(mira, "It is order 884213, and it should have come on Monday.")

    # 2. They press for a person; both inboxes show it by themselves, with the reason.
    mira.get_by_role("button", name="Talk to a person").click()
    says(mira, "This is the second time. I am really disappointed.")
    row = ada.locator(".queue > li", has_text="second time")
    expect(row).to_contain_text("Take it")
    expect(ben.locator(".queue > li", has_text="second time")).to_be_visible()
    looked_at(ada)
    drawn(ada, pictures / "console-inbox.png")

    # 3. Ada takes it by the keyboard; Ben sees that she has it and can read along.
    row.get_by_role("link").focus()
    ada.keyboard.press("c")
    expect(ada.get_by_text("You have this conversation")).to_be_visible()
    expect(ben.locator(".queue > li", has_text="second time")).to_have_count(0)
    ben.get_by_role("link", name="All open").click()
    ben.locator(".queue > li", has_text="second time").get_by_role("link").click()
    expect(ben.get_by_text("Ada has this conversation. You can read it")).to_be_visible()
    expect(ben.get_by_role("button", name="Send", exact=True)).to_have_count(0)
    expect(mira.get_by_text("A person is with you.")).to_be_visible()

    # 4. She answers with all that was said in front of her; nobody has to say it again.
    expect(ada.locator("#text")).to_be_focused()
    expect(ada.locator(".packet")).to_be_in_viewport()
    expect(ada.locator(".packet")).to_contain_text("884213")
    questioned(ada, "You should have checked the address yourself.", "blame")
    ada.get_by_role("button", name=re.compile("Put into the answer.*first line")).click()
    expect(ada.locator("#text")).not_to_have_value("")
    looked_at(ada)
    ada.evaluate("scrollTo(0, 0)")
    drawn(ada, pictures / "console-case.png")
    in_brief_on_a_phone(ada, pictures)
    ada.locator("#text").fill("I have found your parcel: it lies at the depot, and it leaves today.")
    ada.keyboard.press("Control+Enter")
    expect(ada.get_by_text("Your answer is sent.")).to_be_visible()
    expect(mira.locator("li[data-author=human]")).to_contain_text("it lies at the depot")

    # 5. What they write comes by itself to whoever reads, and so does how they say they feel.
    says(mira, "Thank you, that is a relief.")
    expect(ada.locator(".talk")).to_contain_text("that is a relief")
    expect(ben.locator(".talk")).to_contain_text("that is a relief")
    mira.get_by_text("How do you feel?").first.click()
    with mira.expect_response("**/widget/feeling"):
        mira.get_by_label("Good", exact=True).click()
    expect(ada.locator(".talk > .person").last).to_contain_text("Says they feel: Good")
    drawn(mira, pictures / "widget.png")

    # 6. It is given back, and the assistant speaks again, as what it is.
    ada.get_by_role("button", name="Back to the assistant").click()
    expect(ada.get_by_text("The assistant has the conversation again.")).to_be_visible()
    expect(mira.get_by_text("A person is with you.")).to_have_count(0)
    machine = mira.locator("li[data-author=ai]").count()
    says(mira, "How can I change my address?")
    expect(mira.locator("li[data-author=ai]").nth(machine)).to_be_visible()


def test_who_has_to_go_leaves_a_number_and_who_writes_hears_that_they_wrote_again(
    browser: Browser, server: Running
) -> None:
    hal, nora = of_the_team(browser, server, "hal"), customer(browser, server)
    says(nora, "My heating has been off since Tuesday.")
    nora.get_by_role("button", name="Talk to a person").click()
    nora.get_by_text("How can we reach you later?").click()
    expect(nora.get_by_label("E-mail address")).to_have_count(0)
    nora.get_by_label("Telephone number", exact=True).fill("12 34")
    nora.get_by_role("button", name="Keep it").click()
    expect(nora.get_by_text("This cannot be used as it is written.")).to_be_visible()
    nora.get_by_label("Telephone number", exact=True).fill("+49 30 901820")
    nora.get_by_label("When does a call suit you?").fill("After five, please")
    looked_at(nora)
    nora.get_by_role("button", name="Keep it").click()
    expect(nora.get_by_text("It is used to answer you, for nothing else.")).to_be_visible()
    hal.locator(".queue > li", has_text="heating").get_by_role("button", name="Take it").click()
    expect(hal.get_by_role("link", name="+49 30 901820")).to_have_attribute("href", "tel:+4930901820")
    hal.locator("#text").fill("I am looking into it.")
    says(nora, "Now the water is cold, too.")
    expect(hal.locator("#again")).to_contain_text("They have written again")
    expect(hal.locator("#said")).to_contain_text("They have written again")
    expect(hal.locator("#text")).to_have_value("I am looking into it.")
    looked_at(hal)
    hal.get_by_role("button", name="Send", exact=True).click()
    expect(hal.get_by_role("alert")).to_contain_text("They have written again")
    expect(hal.locator("#text")).to_have_value("I am looking into it.")
    looked_at(hal)
    hal.get_by_role("button", name="Send all the same").click()
    expect(nora.locator("li[data-author=human]")).to_contain_text("I am looking into it.")
    hal.get_by_role("button", name="I called them").click()
    expect(hal.locator("#reach")).to_contain_text("Called")
    looked_at(hal)
    hal.get_by_role("button", name="Settled").click()


def test_who_comes_second_sees_the_case_at_its_own_address(browser: Browser, server: Running) -> None:
    fay, gil = of_the_team(browser, server, "fay"), of_the_team(browser, server, "gil")
    gil.route("**/live", lambda route: route.abort())
    for page in (fay, gil):
        page.locator(".queue > li", has_text="parler à une personne").get_by_role("link").click()
    fay.get_by_role("button", name="Take it").click()
    expect(fay.get_by_text("You have this conversation")).to_be_visible()
    gil.get_by_role("button", name="Take it").click()
    expect(gil.get_by_text("somebody else was a moment quicker")).to_be_visible()
    expect(gil).to_have_url(re.compile(r"/inbox/\d+$"))
    gil.reload()
    expect(gil.get_by_text("Fay has this conversation", exact=True)).to_be_visible()
    fay.get_by_role("button", name="Back into the queue").click()


def test_without_script_a_case_is_taken_answered_and_settled(browser: Browser, server: Running) -> None:
    page = of_the_team(browser, server, "cleo", java_script_enabled=False)
    page.locator(".queue > li", has_text="reembolso").get_by_role("button", name="Take it").click()
    page.locator("#text").fill("Lo veo. Se lo envío hoy.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Your answer is sent.")).to_be_visible()
    page.get_by_role("button", name="Settled").click()
    expect(page.get_by_text("Settled. Thank you.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_where_a_life_may_be_at_risk(browser: Browser, server: Running, scheme: str) -> None:
    page = of_the_team(browser, server, f"dora-{scheme}", color_scheme=scheme)
    looked_at(page)
    page.locator(".queue > li.grave").first.get_by_role("link").click()
    expect(page.get_by_text("The card they were shown")).to_be_visible()
    looked_at(page)


def test_keys_are_listed_and_can_be_turned_off(browser: Browser, server: Running) -> None:
    page = of_the_team(browser, server, "emil")
    page.locator("h1").click()
    page.keyboard.press("j")
    first = page.locator(".queue > li").nth(0).get_by_role("link")
    expect(first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(first).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_text("take the next one", exact=True)).to_be_visible()
    page.get_by_label("No single keys on this device").check()
    page.reload()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    expect(page.get_by_role("link", name="Mine 0")).to_be_visible()
