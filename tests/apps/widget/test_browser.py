"""The widget as people have it: in the distribution's Chromium, on pages of another site."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.apps.running import Running
from tests.apps.widget.pages import Site

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SEEN_INTO = """
const real = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (how) { return real.call(this, { ...how, mode: "open" }); };
"""
"""The tree is closed to pages; tests look into it. That it is closed has a test of its own."""

UPSET = "I have asked three times now and nobody answers."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is absent: apt-get install chromium"),
]

Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []

    def context(**more: Any) -> BrowserContext:
        made.append(browser.new_context(locale="en-GB", **more))
        return made[-1]

    yield context
    for one in made:
        one.close()


@pytest.fixture
def opens(contexts: Callable[..., BrowserContext], elsewhere: Site, server: Running) -> Opens:
    """Opens a page of the other site; what its browser complains of is in `page.complaints`."""

    def page(name: str = "plain.html", *, script: str = "", language: str = "en", **more: Any) -> Page:
        elsewhere.language = language
        made = contexts(**more).new_page()
        made.add_init_script(SEEN_INTO + script)
        made.goto(f"{elsewhere.address}/{name}")
        made.wait_for_selector(".launcher")
        return made

    return page


def opened(page: Page) -> Page:
    """The page with the panel open, and nothing left to ask."""
    page.click(".launcher")
    page.wait_for_selector("li.line")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_text("May we count clicks")).to_be_visible()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".card")).to_be_hidden()
    return page


def said(page: Page, text: str) -> None:
    page.fill("#field", text)
    page.keyboard.press("Enter")
    expect(page.locator("li[data-author=person]", has_text=text)).not_to_have_attribute("data-state", "sending")


def test_a_hostile_page_under_the_strictest_policy_cannot_stop_it(opens: Opens) -> None:
    page = opens("hostile.html", viewport={"width": 900, "height": 700})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    box = page.locator(".launcher").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] == pytest.approx(880)
    assert page.locator(".launcher").evaluate("one => getComputedStyle(one).fontSize") == "16px"
    said(opened(page), UPSET)
    expect(page.locator("li[data-author=ai][data-kind=reply]")).to_be_visible()
    assert complaints == []


def test_the_page_cannot_look_in_and_gets_no_cookie(
    contexts: Callable[..., BrowserContext], elsewhere: Site, server: Running
) -> None:
    context = contexts()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{elsewhere.address}/plain.html")
    page.wait_for_function("document.documentElement.lastElementChild.localName === 'div'")
    assert page.evaluate("document.documentElement.lastElementChild.shadowRoot") is None
    assert context.cookies() == []
    assert {re.sub(r"(//[^/]+).*", r"\1", url) for url in asked} == {elsewhere.address, server.address}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nobody_is_kept_out(opens: Opens, scheme: str, language: str) -> None:
    page = opens(
        color_scheme=scheme, language=language, reduced_motion="reduce", viewport={"width": 320, "height": 640}
    )
    closed = Axe().run(page, options=RULES)
    page.click(".launcher")
    page.wait_for_selector("li.line")
    asking = Axe().run(page, options=RULES)
    page.click(".foot button")
    page.wait_for_selector(".data h3")
    own = Axe().run(page, options=RULES)
    found = [closed, asking, own]
    assert [one["help"] for result in found for one in result.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_every_language_has_its_words_and_direction(opens: Opens) -> None:
    page = opens(language="ar-EG")
    assert page.locator("aside.root").get_attribute("dir") == "rtl"
    assert page.locator(".launcher").evaluate("one => one.getBoundingClientRect().left") == 20
    expect(page.locator(".launcher")).to_have_text(re.compile("راسلنا"))


def test_the_keyboard_does_everything_and_the_page_hears_none_of_it(opens: Opens) -> None:
    page = opens()
    page.locator(".launcher").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_be_focused()
    page.wait_for_selector("li.line")
    page.evaluate("window.heard.length = 0")
    page.keyboard.type("Hello there")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("again")
    page.keyboard.press("Enter")
    expect(page.locator("li[data-author=person]")).to_contain_text("Hello there")
    page.keyboard.press("Escape")
    expect(page.locator(".launcher")).to_be_focused()
    assert "input" not in page.evaluate("window.heard")
    assert page.evaluate("window.heard.filter((one) => one === 'keydown').length") == 0


def test_where_it_fills_the_screen_the_focus_stays_in_it(opens: Opens) -> None:
    page = opened(opens(viewport={"width": 360, "height": 640}))
    page.locator(".foot button").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".head button")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".foot button")).to_be_focused()


def test_the_conversation_outlives_a_reload_and_no_token_is_in_an_address(opens: Opens) -> None:
    page = opens()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    said(opened(page), UPSET)
    page.fill("#field", "Half a thou")
    token = page.evaluate("JSON.parse(Object.values(localStorage)[0]).token")
    page.reload()
    expect(page.locator("li[data-author=person]")).to_contain_text(UPSET)
    expect(page.locator("#field")).to_have_value("Half a thou")
    expect(page.locator("#field")).not_to_be_focused()
    assert [url for url in asked if token in url] == []


def test_without_storage_it_works_until_the_page_is_left(opens: Opens) -> None:
    blocked = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } });"
    )
    page = opens(script=blocked)
    said(opened(page), UPSET)
    expect(page.locator("li[data-kind=reply]")).to_be_visible()


def test_what_is_written_offline_is_kept_and_sent_once(opens: Opens) -> None:
    page = opened(opens())
    page.context.set_offline(True)
    page.fill("#field", "Are you still there?")
    page.keyboard.press("Enter")
    expect(page.locator("li[data-state=failed]")).to_contain_text("Not sent.")
    expect(page.locator(".status")).to_contain_text("What you wrote is kept.")
    page.context.set_offline(False)
    expect(page.locator("li[data-author=person]:not([data-state])")).to_have_count(1)
    expect(page.locator("li[data-state]")).to_have_count(0)
    expect(page.locator("li[data-author=person]")).to_have_count(1)


def test_what_did_not_arrive_is_sent_by_itself_once_the_server_is_there_again(opens: Opens) -> None:
    page = opened(opens())
    page.route("**/widget/say", lambda route: route.abort())
    page.fill("#field", "Are you still there?")
    page.keyboard.press("Enter")
    expect(page.locator("li[data-state=failed]")).to_contain_text("Not sent.")
    page.unroute("**/widget/say")
    page.reload()
    expect(page.locator("li[data-author=person]:not([data-state])")).to_have_count(1)
    expect(page.locator("li[data-state]")).to_have_count(0)


def test_what_is_refused_stands_in_the_field_again(opens: Opens) -> None:
    page = opened(opens())
    page.locator("#field").evaluate("one => one.removeAttribute('maxlength')")
    page.fill("#field", "a" * 4_001)
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_contain_text("Your words are back in the field.")
    expect(page.locator("#field")).to_have_value("a" * 4_001)


def test_what_a_human_writes_comes_by_itself_and_is_named_as_a_humans(opens: Opens, server: Running) -> None:
    page = opened(opens())
    said(page, UPSET)
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.get_by_text("You are waiting for a person.")).to_be_visible()
    with server.client("turns", "read") as staff:
        turn = {**_newest(staff), "speaker": "agent", "text": "Mira here. I look into it."}
        staff.post("/v1/turns", json=turn).raise_for_status()
    line = page.locator("li[data-author=human]")
    expect(line).to_contain_text("A human from the team")
    expect(line).to_contain_text("Mira here.")
    expect(page.get_by_text("A person is with you.")).to_be_visible()


def _newest(staff: httpx.Client) -> dict[str, str]:
    waiting = staff.get("/v1/handoffs").raise_for_status().json()["waiting"]
    conversation = max(waiting, key=lambda one: one["since"])["conversation_id"]
    person = staff.get(f"/v1/conversations/{conversation}").raise_for_status().json()["person_id"]
    return {"conversation_id": conversation, "person_id": person}


def test_a_question_stands_in_nobodys_way_who_writes_on_and_comes_back_with_them(opens: Opens) -> None:
    page = opens()
    page.click(".launcher")
    expect(page.locator(".card")).to_be_visible()
    page.fill("#field", "Where is my parcel?")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_be_hidden()
    expect(page.locator("li[data-author=ai]").last).to_be_in_viewport()
    page.reload()
    expect(page.locator(".card")).to_be_visible()
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.get_by_text("You are waiting for a person.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("You are waiting for a person.")).to_be_visible()
    expect(page.locator(".card")).to_be_hidden()


def test_closing_the_question_is_a_no_and_can_be_changed(opens: Opens) -> None:
    page = opens()
    page.click(".launcher")
    page.locator(".card").get_by_role("button", name="Close").click()
    page.locator(".card").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="My data and choices").click()
    allow = page.get_by_role("button", name="Allow: Estimating how a message may feel")
    allow.click()
    expect(page.get_by_role("button", name="Stop allowing: Estimating how a message may feel")).to_be_focused()


def test_a_feeling_is_one_click_and_never_needed(opens: Opens) -> None:
    page = opened(opens())
    said(page, UPSET)
    page.get_by_text("How do you feel?").first.click()
    with page.expect_response("**/widget/feeling") as sent:
        page.get_by_label("Very bad").click()
    assert sent.value.request.post_data_json == {"feeling": "very_bad"}
    expect(page.locator(".status")).to_contain_text("What you say counts more")


def test_why_is_told_beside_the_answer(opens: Opens) -> None:
    page = opened(opens())
    said(page, UPSET)
    page.get_by_role("button", name="Why did I get this?").first.click()
    expect(page.locator(".why").first).to_contain_text("You can ask for a human")


def test_the_help_in_a_card_is_one_press_away(opens: Opens) -> None:
    page = opened(opens())
    said(page, "I can't go on. I want to end my life.")
    link = page.locator("li[data-kind=card] a")
    expect(link).to_have_attribute("href", "https://findahelpline.com")
    expect(page.get_by_text("You are waiting for a person.")).to_be_visible()


def test_everything_can_be_taken_along_and_deleted(opens: Opens) -> None:
    page = opened(opens())
    said(page, UPSET)
    page.get_by_role("button", name="My data and choices").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download my data").click()
    assert UPSET in Path(taken.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Delete my data").click()
    page.get_by_role("group").get_by_role("button", name="Yes").click()
    expect(page.locator(".status")).to_contain_text("Your data is deleted.")
    page.get_by_role("button", name="Back to the conversation").click()
    expect(page.locator("li[data-author=person]")).to_have_count(0)
    said(page, "Hello again")
    expect(page.locator("li[data-author=person]")).to_have_count(1)


def test_a_page_that_throws_it_out_gets_it_back(opens: Opens) -> None:
    page = opens()
    page.evaluate("document.documentElement.lastElementChild.remove()")
    expect(page.locator(".launcher")).to_be_visible()
    page.evaluate("document.dispatchEvent(new Event('humanely:open'))")
    expect(page.locator("#field")).to_be_focused()


def counted(page: Page) -> dict[str, int]:
    """What is sent after a minute in which one spot was pressed three times and nothing happened."""
    box = page.locator("#dead").bounding_box()
    assert box is not None
    page.locator("#dead").focus()
    page.mouse.click(box["x"] + 5, box["y"] + 5, click_count=3, delay=5)
    page.clock.run_for(3_000)
    with page.expect_response("**/widget/behaviour") as sent:
        page.clock.run_for(60_000)
    told: dict[str, int] = sent.value.request.post_data_json or {}
    assert sent.value.json() == {"recorded": True}
    return told


def test_behaviour_is_counted_after_a_yes_and_without_any_content(opens: Opens) -> None:
    page = opens()
    page.click(".launcher")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_text("May we count clicks")).to_be_visible()
    page.clock.install()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator(".card")).to_be_hidden()
    page.keyboard.press("Escape")
    told = counted(page)
    assert told["clicks"] == 3
    assert told["rage_clicks"] == 1
    assert told["dead_clicks"] == 3
    assert set(told) == {"window_s", "clicks", "rage_clicks", "dead_clicks", "retries", "idle_s"}


def test_a_browser_that_asks_for_privacy_is_not_even_asked(opens: Opens) -> None:
    page = opens(script="Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });")
    page.click(".launcher")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".card")).to_be_hidden()
    page.get_by_role("button", name="My data and choices").click()
    expect(page.get_by_text("Your browser asks sites for privacy")).to_be_visible()


def test_typing_is_measured_after_a_yes_of_its_own_as_three_figures_without_keys(
    contexts: Callable[..., BrowserContext], of_typing: Callable[..., Running]
) -> None:
    page = contexts().new_page()
    page.add_init_script(SEEN_INTO)
    page.goto(f"{of_typing().address}/demo")
    page.click(".launcher")
    page.clock.install()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator(".card")).to_be_hidden()
    for letter in "My lamp came broken, and nobody answers.":
        page.keyboard.type(letter)
        page.clock.run_for(100)
    page.keyboard.press("Backspace")
    with page.expect_response("**/widget/typing") as sent:
        page.clock.run_for(60_000)
    assert sent.value.json() == {"recorded": True}
    told = sent.value.request.post_data_json or {}
    assert set(told) == {"window_s", "pause_ms", "spread_ms", "corrections"}
    assert (told["window_s"], told["corrections"]) == (60, 2)
    assert 90 <= told["pause_ms"] <= 300


def test_nothing_moves_for_whoever_asks_for_stillness(opens: Opens) -> None:
    page = opens(reduced_motion="reduce")
    page.click(".launcher")
    assert page.locator(".panel").evaluate("one => getComputedStyle(one).animationName") == "none"


def test_whoever_the_page_signs_in_is_known_and_whoever_comes_next_is_not(
    opens: Opens, server: Running, elsewhere: Site
) -> None:
    with server.client("turns") as shop:
        elsewhere.shown = shop.post("/widget/pass", json={"person_id": "ada"}).raise_for_status().json()["pass"]
        bob = shop.post("/widget/pass", json={"person_id": "bob"}).raise_for_status().json()["pass"]
    page = opened(opens())
    said(page, "This is Ada.")
    page.fill("#field", "Only Ada may see this.")
    elsewhere.shown = bob
    page.reload()
    page.wait_for_selector("li.line")
    expect(page.locator("li[data-author=person]")).to_have_count(0)
    expect(page.locator("#field")).to_have_value("")
    elsewhere.shown = ""
    page.reload()
    page.wait_for_selector(".launcher")
    page.evaluate("document.dispatchEvent(new Event('humanely:open'))")
    page.wait_for_selector("li.line")
    expect(page.locator("li[data-author=person]")).to_have_count(0)


def test_who_waits_for_a_human_hears_of_them_on_the_next_page(opens: Opens, server: Running) -> None:
    page = opened(opens())
    said(page, UPSET)
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.get_by_text("You are waiting for a person.")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector(".launcher")
    expect(page.locator(".launcher .news")).to_be_hidden()
    with server.client("turns", "read") as staff:
        turn = {**_newest(staff), "speaker": "agent", "text": "Here I am."}
        page.wait_for_function("Object.values(localStorage)[0].includes('queued')")
        page.wait_for_timeout(500)
        staff.post("/v1/turns", json=turn).raise_for_status()
    expect(page.locator(".launcher .news")).to_be_visible(timeout=20_000)
