"""A credential in the hands of everybody it passes through, each in a browser of their own, all of it on pages.

Two registrars, a learner, an employer and two adjudicators: earned, received, shared, checked, taken back by mistake,
contested, restored. With HUMANELY_PICTURES=docs the pictures of the documents are drawn anew.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.apps.console.inbox.test_browser import CHROMIUM, WORDS, browser, drawn, looked_at, pictures
from tests.apps.running import Running, humanely, running

__all__ = ["browser", "pictures"]

EXAMPLES = Path(__file__).parents[3] / "examples" / "achievements"
SETTINGS = """
[team]
names = true

[credentials]
name = "Harbour Logistics School"
"""
NAME, MAIL = "Ife Adeyemi", "ife@example.org"
WAY = ("Theory", "Written test", "Driving practice", "Driving test")
SHEET = b"%PDF-1.7 test sheet of 12 March, two pages"
PLEA = "I passed the driving test on 12 March. Page two of my sheet has the signature of the examiner."
REASONS = "Your sheet is complete: page two has the signature. We had looked at page one only, and we are sorry."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs the distribution's Chromium"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("school")
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with running(folder) as started:
        yield started


def opened(browser: Browser, server: Running) -> Page:
    """A browser of somebody's own."""
    context = browser.new_context(base_url=server.address, locale="en-GB", viewport={"width": 1200, "height": 900})
    context.set_default_timeout(15_000)
    return context.new_page()


def of_the_team(browser: Browser, server: Running, name: str, role: str) -> Page:
    """The browser of a new member who has just set a password."""
    told = humanely(
        "staff", "add", name.split()[0].lower(), "--data", str(server.folder), "--name", name, "--role", role
    )
    link = re.search(r"/welcome/\S+", told.stdout)
    assert link is not None, told.stderr
    page = opened(browser, server)
    page.goto(link[0])
    page.get_by_label("New password").fill(WORDS)
    page.get_by_role("button").click()
    return page


def designed(rosa: Page) -> None:
    """An achievement is taken over from a file, looked at and saved."""
    rosa.get_by_role("link", name="Achievements").click()
    rosa.get_by_role("link", name="Take one over").click()
    rosa.get_by_label("File", exact=True).set_input_files(EXAMPLES / "forklift-safety.toml")
    rosa.get_by_role("button", name="Fill in the form").click()
    rosa.get_by_role("button", name="Save").click()
    expect(rosa.get_by_text("It is saved.")).to_be_visible()


def taught(rosa: Page) -> None:
    """The steps of the way are noted, one after the other, as they are done."""
    rosa.get_by_role("link", name="Learners on the way").click()
    rosa.get_by_label("E-mail address or id").fill(MAIL)
    rosa.get_by_role("button", name="Show").click()
    for step in WAY:
        rosa.get_by_role("button", name=re.compile(f"^Done.*{step}")).click()
        expect(rosa.get_by_role("button", name=re.compile(f"^Open again.*{step}"))).to_be_visible()
    expect(rosa.get_by_text("Everything that is needed is done.")).to_be_visible()


def prepared(rosa: Page) -> str:
    """It is written out for the learner, waits for a second person, and the learner's link is made; the link."""
    rosa.get_by_role("link", name="Issue to one person").click()
    expect(rosa.get_by_label("E-mail address")).to_have_value(MAIL)
    rosa.get_by_label("Name", exact=True).fill(NAME)
    rosa.get_by_label("A mentor’s note").fill("She asks before she lifts, and stops when people are near.")
    rosa.get_by_role("button", name="Send for review").click()
    expect(rosa.get_by_text("You prepared this. Another member looks at it")).to_be_visible()
    rosa.get_by_role("button", name="Make a link").click()
    return rosa.locator("pre").inner_text()


def approved(sami: Page) -> None:
    """A second member finds what waits, and approves it."""
    sami.reload()
    sami.get_by_role("link", name="One credential waits for a second person.").click()
    sami.get_by_role("link", name=NAME).click()
    sami.get_by_role("button", name="Approve and issue").click()
    expect(sami.get_by_text("It is issued.")).to_be_visible()


def received(ife: Page, pictures: Path) -> tuple[str, bytes]:
    """It is read, collected, shared and taken along; its code, and the picture that bears it."""
    ife.reload()
    expect(ife.get_by_text("This is yours to collect.")).to_be_visible()
    expect(ife.get_by_text("You can check, drive and park a forklift truck")).to_be_visible()
    expect(ife.get_by_text("a refresher of four hours")).to_be_visible()
    looked_at(ife)
    ife.get_by_role("button", name="Collect it").click()
    expect(ife.get_by_text("It is yours.")).to_be_visible()
    ife.get_by_role("button", name="Share it").click()
    expect(ife.get_by_text("It is shared.")).to_be_visible()
    looked_at(ife)
    ife.reload()
    ife.evaluate("scrollTo(0, 0)")
    drawn(ife, pictures / "credential-mine.png")
    code = ife.locator("#sharing ~ div code").inner_text()
    with ife.expect_download() as waited:
        ife.get_by_role("link", name="Badge (PNG)").click()
    return code, waited.value.path().read_bytes()


def checked(employer: Page, badge: bytes, answer: str) -> None:
    """What somebody reads who has the picture checked."""
    employer.goto("/verify")
    employer.get_by_label("The file").set_input_files({"name": "badge.png", "mimeType": "image/png", "buffer": badge})
    employer.get_by_role("button", name="Check it").click()
    expect(employer.get_by_role("heading", level=1)).to_have_text(answer)
    expect(employer.get_by_text(NAME).first).to_be_visible()
    looked_at(employer)


def taken_back(rosa: Page) -> None:
    """It is revoked for want of something that was there all along."""
    rosa.reload()
    rosa.get_by_role("link", name="Revoke").click()
    rosa.get_by_label("Something it asks for was not shown").check()
    rosa.get_by_label("Note for the team").fill("The sheet has no signature.")
    rosa.get_by_role("button", name="See what the holder will read").click()
    expect(rosa.get_by_text("What is missing can still be done.")).to_be_visible()
    rosa.get_by_role("button", name="Revoke").click()
    expect(rosa.get_by_text("It is revoked.")).to_be_visible()


def contested(ife: Page) -> None:
    """The learner reads what was done, and shows why it is not right."""
    ife.reload()
    expect(ife.get_by_text("What is missing can still be done.")).to_be_visible()
    ife.get_by_role("link", name="Contest it").first.click()
    ife.get_by_label("What is not right?").fill(PLEA)
    ife.get_by_role("button", name="Look at it once more").click()
    ife.get_by_label("Files that show it").set_input_files(
        {"name": "sheet.pdf", "mimeType": "application/pdf", "buffer": SHEET}
    )
    ife.get_by_role("button", name="Send it").click()
    expect(ife.get_by_role("heading", name="Your appeal is with us")).to_be_visible()
    ife.get_by_text("What you wrote").click()
    expect(ife.get_by_text(PLEA)).to_be_visible()
    looked_at(ife)


def proposed(ada: Page) -> None:
    """The first adjudicator reads what was said and shown, and proposes."""
    ada.get_by_role("link", name="Appeals", exact=True).click()
    ada.get_by_role("link", name="Safe driving of forklift trucks").click()
    expect(ada.get_by_text(PLEA)).to_be_visible()
    with ada.expect_download() as waited:
        ada.get_by_role("link", name="sheet.pdf").click()
    assert waited.value.path().read_bytes() == SHEET
    ada.get_by_label("What was done is undone").check()
    ada.get_by_label("Reasons").fill(REASONS)
    ada.get_by_role("button", name="Propose a decision").click()
    expect(ada.get_by_text("Somebody else decides")).to_be_visible()


def decided(carla: Page, pictures: Path) -> None:
    """The second one decides, under a name."""
    carla.get_by_role("link", name="Appeals", exact=True).click()
    carla.get_by_role("link", name="Safe driving of forklift trucks").click()
    looked_at(carla)
    drawn(carla, pictures / "credential-appeal.png")
    carla.get_by_role("button", name="Decide as proposed").click()
    expect(carla.get_by_text("The appeal is decided")).to_be_visible()


def test_a_learner_earns_receives_shares_loses_and_regains_it(
    browser: Browser, server: Running, pictures: Path
) -> None:
    rosa, sami = (of_the_team(browser, server, name, "registrar") for name in ("Rosa Lind", "Sami Haddad"))
    ada, carla = (of_the_team(browser, server, name, "adjudicator") for name in ("Ada Brandt", "Carla Weber"))
    ife, employer = opened(browser, server), opened(browser, server)

    # 1. Earned: designed, the way walked, prepared by one and looked at by another; the learner sees where it stands.
    designed(rosa)
    taught(rosa)
    ife.goto(prepared(rosa))
    expect(ife.get_by_text("a second person looks at it before it is issued")).to_be_visible()
    expect(ife.get_by_text("Everything that is needed is done.")).to_be_visible()
    looked_at(ife)
    approved(sami)

    # 2. Received and shared; an employer checks it by its code, and by its picture.
    code, badge = received(ife, pictures)
    employer.goto("/verify")
    employer.get_by_label("Or its text, web address or short code").fill(code.lower())
    employer.get_by_role("button", name="Check it").click()
    expect(employer.get_by_role("heading", name="This credential is valid.")).to_be_visible()
    looked_at(employer)
    drawn(employer, pictures / "credential-public.png")
    checked(employer, badge, "This credential is valid.")

    # 3. Taken back by mistake: the employer reads that it is, and what can be done; it is contested at once.
    taken_back(rosa)
    checked(employer, badge, "The issuer has revoked this credential.")
    expect(employer.get_by_role("heading", name="What to do now")).to_be_visible()
    expect(employer.get_by_text("An appeal that its holder sends today is decided by")).to_be_visible()
    expect(employer.get_by_text("training@school.example.org")).to_be_visible()
    drawn(employer, pictures / "credential-verified.png")
    contested(ife)
    checked(employer, badge, "The issuer has revoked this credential.")
    expect(employer.get_by_text("The appeal is to be decided by")).to_be_visible()
    employer.get_by_role("link", name="Its page, as its holder shows it").click()
    expect(employer.get_by_text("An appeal against this is being looked at.")).to_be_visible()
    expect(employer.get_by_text("Something that was needed turned out to be missing.")).to_have_count(0)

    # 4. Restored: one proposes, another decides; the learner reads who and why, and the employer that it holds.
    proposed(ada)
    decided(carla, pictures)
    ife.reload()
    expect(ife.get_by_role("heading", name="You were right")).to_be_visible()
    expect(ife.get_by_text("Carla Weber")).to_be_visible()
    expect(ife.get_by_text(REASONS)).to_be_visible()
    looked_at(ife)
    checked(employer, badge, "This credential is valid.")
