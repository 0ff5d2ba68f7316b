"""The words of an achievement in another language, each beside the first."""

from typing import ClassVar

import msgspec

from humanely.apps.console.credentials.design_form import Json, plain
from humanely.apps.console.credentials.desk import asked, at_desk
from humanely.apps.console.page import Answer, Page, To
from humanely.apps.console.route import action, page
from humanely.apps.console.visit import Visit
from humanely.apps.serving.services import Services
from humanely.credential.design.achievement import Achievement, AchievementFaulty
from humanely.credential.design.form import Fault
from humanely.people.roles import Permission
from humanely.pipeline.credentials import designs
from humanely.pipeline.credentials.desk import Desk


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The inputs; those of steps and of what can come next stand in the order of the achievement.

    Attributes:
        do: ``save``, or ``remove`` to take the language away.
        language: a tag.
    """

    do: str = "save"
    language: str = ""
    name: str = ""
    description: str = ""
    criteria: str = ""
    meaning: str = ""
    alternative_text: str = ""
    renewal: str = ""
    next_says: tuple[str, ...] = ()
    step_name: tuple[str, ...] = ()
    step_says: tuple[str, ...] = ()


class WordsPage(Page, frozen=True, kw_only=True):
    """The form.

    Attributes:
        first: the achievement in its own language.
        faults: what is wrong, by field of the version, as ``steps.theory.name``; that of ``language`` is of its tag.
        there: this language is there already.
    """

    template: ClassVar[str] = "design_words.html.j2"
    area: ClassVar[str] = "credentials"

    id: str
    first: Achievement
    filled: Filled
    faults: dict[str, str] = msgspec.field(default_factory=dict)
    there: bool = False


class Tongue(msgspec.Struct, frozen=True):
    """Which language; empty for one more."""

    language: str = ""


@page("/credentials/achievements/{achievement}/words", permission=Permission.CREDENTIALS_ACT)
async def design_words(services: Services, visit: Visit, achievement: str, query: Tongue) -> Page:
    """The words in a language as they are, or empty for one more."""
    del visit
    found = await at_desk(services, lambda desk, _: designs.one(desk, achievement).achievement)
    return WordsPage(
        id=achievement, first=found, filled=_filled(found, query.language), there=query.language in found.versions
    )


@action("/credentials/achievements/{achievement}/words", permission=Permission.CREDENTIALS_ACT)
async def save_words(services: Services, visit: Visit, achievement: str, form: Filled) -> Answer | To:
    """Keep the words, in a new version."""

    def work(desk: Desk, _: object) -> Answer | To:
        found = designs.one(desk, achievement).achievement
        try:
            designs.save(desk, asked(visit), _with(found, form))
        except AchievementFaulty as error:
            faults = _faults(error.faults, form.language.strip(), visit.locale)
            there = form.language in found.versions
            return Answer(
                page=WordsPage(id=achievement, first=found, filled=form, faults=faults, there=there), status=422
            )
        return To(path=f"/credentials/achievements/{achievement}", flash="cred-design-saved")

    return await at_desk(services, work)


def _with(found: Achievement, form: Filled) -> Json:
    """The whole achievement with these words in it."""
    raw = plain(found)
    versions = {tag: one for tag, one in raw.get("versions", {}).items() if tag != form.language.strip()}
    if form.do != "remove":
        versions[form.language.strip()] = _version(found, form)
    return {**raw, "versions": versions}


def _version(found: Achievement, form: Filled) -> Json:
    made: Json = {
        name: getattr(form, name) for name in ("name", "description", "criteria", "meaning", "alternative_text")
    }
    pairs = zip(found.next_steps, form.next_says, strict=False)
    following = [{"says": says, "url": one.url} for one, says in pairs if says.strip()]
    rows = zip(found.steps, form.step_name, form.step_says, strict=False)
    steps = {step.id: {"name": name, "says": says} for step, name, says in rows if name.strip() or says.strip()}
    return {**made, "renewal": form.renewal, "next_steps": following, "steps": steps}


def _filled(found: Achievement, language: str) -> Filled:
    words = found.versions.get(language)
    if words is None:
        return Filled(language=language)
    return Filled(
        language=language,
        name=words.name,
        description=words.description,
        criteria=words.criteria,
        meaning=words.meaning,
        alternative_text=words.alternative_text,
        renewal=words.renewal or "",
        next_says=tuple(one.says for one in words.next_steps),
        step_name=tuple(words.steps[one.id].name if one.id in words.steps else "" for one in found.steps),
        step_says=tuple(words.steps[one.id].says if one.id in words.steps else "" for one in found.steps),
    )


def _faults(faults: tuple[Fault, ...], language: str, locale: str) -> dict[str, str]:
    start = f"versions.{language}"
    said: dict[str, str] = {}
    for one in faults:
        field = one.field.removeprefix(start).lstrip(".") or "language"
        said.setdefault(field, one.says(locale))
    return said
