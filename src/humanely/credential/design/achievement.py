"""What somebody can achieve, in all that its designer says of it: to the holder, to employers, and for the way."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

import msgspec

from humanely.credential.design.form import Fault, Form
from humanely.credential.design.skills import Career, Skill, career, skill
from humanely.credential.design.spelling import COLOUR, EMAIL, ID, LANGUAGE, PHONE
from humanely.errors import HumanelyError

Stakes = Literal["everyday", "employment", "licence"]
"""What hangs on it for the holder; where it is work or a licence, a human approves before it is issued."""

Part = Literal["project", "mentor_note"]
"""What may be told beside the bare achievement."""

_DAYS, _MINUTES = 36_525, 60_000


class AchievementFaulty(HumanelyError):
    """An achievement is not filled in as it has to be.

    Attributes:
        faults: all of them, in the order of the form.
    """

    code = "achievement_faulty"
    status = 422

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(
            f"The achievement has {len(faults)} fault{'s' if len(faults) > 1 else ''}.",
            fix=" ".join(f"{fault.field}: {fault.says('en')}" for fault in faults),
        )
        self.faults = faults


class NextStep(msgspec.Struct, frozen=True):
    """What can come next, one sentence to the holder, and where."""

    says: str
    url: str | None = None


class Step(msgspec.Struct, frozen=True):
    """One step of the way.

    Attributes:
        says: what is to be done.
        minutes: how long it takes most people, > 0.
        optional: whether it may be skipped.
    """

    id: str
    name: str
    says: str
    minutes: int
    optional: bool = False


class Renewal(msgspec.Struct, frozen=True):
    """How the holder gets it anew once it has run out."""

    says: str
    url: str | None = None


class Contact(msgspec.Struct, frozen=True):
    """Who answers questions, and how they are reached: by at least one way."""

    name: str
    email: str | None = None
    url: str | None = None
    phone: str | None = None


class StepWords(msgspec.Struct, frozen=True):
    """A step in another language."""

    name: str
    says: str


class Version(msgspec.Struct, frozen=True):
    """The words of an achievement in another language; what is left out is said in the first one."""

    name: str
    description: str
    criteria: str
    meaning: str
    alternative_text: str
    next_steps: tuple[NextStep, ...] = ()
    steps: dict[str, StepWords] = {}
    renewal: str | None = None


class Achievement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody can achieve.

    Attributes:
        id: short name in addresses, as "fork-lift-safety".
        criteria: what has to be done or shown, so that anybody can tell whether it was.
        meaning: what it says about the holder, told to the holder ("You can …").
        alternative_text: what the picture shows, for whoever does not see it.
        stakes: what hangs on it.
        review: whether a human approves each credential before it is issued; always so unless stakes are everyday.
        language: of the words here, a BCP 47 tag.
        colour: of the picture, as "#1d4f91".
        contact: who answers the holder's and verifiers' questions.
        level: a short word on the picture, as "B1".
        picture: address of the designer's own picture; None for one that is drawn.
        careers: advice to the holder; it goes into no credential.
        steps: the way, in order.
        parts: which parts of a story the holder is asked for, each of which may be left out.
        valid_for_days: None for ever.
        renewal: how to get it anew; there whenever it runs out.
        versions: the words in other languages, by tag.
    """

    id: str
    name: str
    description: str
    criteria: str
    meaning: str
    alternative_text: str
    stakes: Stakes
    review: bool
    language: str
    contact: Contact
    colour: str = "#1d4f91"
    level: str | None = None
    picture: str | None = None
    next_steps: tuple[NextStep, ...] = ()
    skills: tuple[Skill, ...] = ()
    careers: tuple[Career, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    valid_for_days: int | None = None
    renewal: Renewal | None = None
    versions: dict[str, Version] = {}

    def said_in(self, language: str) -> "Achievement":
        """The achievement in the words of a language, or of the nearest; as it is, where there is none.

        `language` of what is given back says which it became.
        """
        tag = next((tag for tag in (language, language.split("-")[0]) if tag in self.versions), None)
        if tag is None or language == self.language:
            return self
        words = self.versions[tag]
        return msgspec.structs.replace(
            self,
            **{field: getattr(words, field) for field in _WORDS},
            language=tag,
            next_steps=words.next_steps or self.next_steps,
            steps=tuple(_said(step, words.steps.get(step.id)) for step in self.steps),
            renewal=self.renewal and Renewal(words.renewal or self.renewal.says, self.renewal.url),
        )


_WORDS = ("name", "description", "criteria", "meaning", "alternative_text")


def _said(step: Step, words: StepWords | None) -> Step:
    return msgspec.structs.replace(step, name=words.name, says=words.says) if words else step


def checked(raw: Mapping[str, Any]) -> Achievement:
    """Read an achievement as filled in.

    Raises:
        AchievementFaulty: with every fault, each naming its field.

    >>> checked({"id": "First aid"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    humanely.credential.design.achievement.AchievementFaulty: The achievement has 8 faults. id: Please use small ...
    """
    form = Form(raw)
    stakes: Stakes = form.choice("stakes", get_args(Stakes), "everyday")  # type: ignore[assignment]
    fields: dict[str, Any] = {
        "id": form.pattern("id", ID, "not_id"),
        **_words(form),
        "stakes": stakes,
        "review": _review(form, stakes),
        "language": form.pattern("language", LANGUAGE, "not_language"),
        "contact": form.needed("contact", form.inner("contact", _contact)),
        "colour": form.maybe_pattern("colour", COLOUR, "not_colour") or "#1d4f91",
        "level": form.maybe_text("level", 12),
        "picture": form.link("picture"),
        "next_steps": form.each("next_steps", _next_step, 10),
        "skills": form.each("skills", skill, 30),
        "careers": form.each("careers", career, 10),
        "steps": _distinct(form, form.each("steps", _step, 50)),
        "parts": _parts(form),
        "valid_for_days": form.whole("valid_for_days", 1, _DAYS),
        "renewal": form.inner("renewal", _renewal),
        "versions": form.named("versions", _version, 30),
    }
    _ends_well(form, fields)
    _fitting_versions(form, fields)
    form.close()
    if form.faults:
        raise AchievementFaulty(tuple(form.faults))
    return Achievement(**fields)


def _words(form: Form) -> dict[str, str]:
    return {
        "name": form.text("name", 120),
        "description": form.text("description", 1_000),
        "criteria": form.text("criteria", 4_000),
        "meaning": form.text("meaning", 1_000),
        "alternative_text": form.text("alternative_text", 300),
    }


def _review(form: Form, stakes: Stakes) -> bool:
    said = form.flag("review")
    if said is False and stakes != "everyday":
        form.fault("review", "review_needed")
    return stakes != "everyday" if said is None else said


def _parts(form: Form) -> tuple[str, ...]:
    found = form.given("parts")
    if found is None:
        return ()
    if not isinstance(found, list | tuple) or not set(map(str, found)) <= set(get_args(Part)):
        form.fault("parts", "not_among", among=", ".join(get_args(Part)))
        return ()
    return tuple(dict.fromkeys(found))


def _contact(form: Form) -> Contact:
    found = Contact(
        name=form.text("name", 120),
        email=form.maybe_pattern("email", EMAIL, "not_email"),
        url=form.link("url"),
        phone=form.maybe_pattern("phone", PHONE, "not_phone"),
    )
    if all(form.given(way) is None for way in ("email", "url", "phone")):
        form.fault("email", "no_way_to_reach")
    return found


def _next_step(form: Form) -> NextStep:
    return NextStep(form.text("says", 300), form.link("url"))


def _renewal(form: Form) -> Renewal:
    return Renewal(form.text("says", 600), form.link("url"))


def _step(form: Form) -> Step:
    minutes = form.needed("minutes", form.whole("minutes", 1, _MINUTES))
    return Step(
        id=form.pattern("id", ID, "not_id"),
        name=form.text("name", 120),
        says=form.text("says", 1_000),
        minutes=minutes or 1,
        optional=bool(form.flag("optional")),
    )


def _version(form: Form) -> Version:
    return Version(
        **_words(form),
        next_steps=form.each("next_steps", _next_step, 10),
        steps=form.named("steps", lambda step: StepWords(step.text("name", 120), step.text("says", 1_000)), 50),
        renewal=form.maybe_text("renewal", 600),
    )


def _distinct(form: Form, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    seen: set[str] = set()
    for step in steps:
        if step.id and step.id in seen:
            form.fault("steps", "same_step", step=step.id)
        seen.add(step.id)
    return steps


def _ends_well(form: Form, fields: Mapping[str, Any]) -> None:
    """Whoever holds what runs out has to know how to get it anew."""
    if fields["valid_for_days"] and form.given("renewal") is None:
        form.fault("renewal", "renewal_missing")


def _fitting_versions(form: Form, fields: Mapping[str, Any]) -> None:
    steps = {step.id for step in fields["steps"]}
    for tag, version in fields["versions"].items():
        if not LANGUAGE.fullmatch(tag):
            form.fault(f"versions.{tag[:20]}", "not_language")
        if tag == fields["language"]:
            form.fault(f"versions.{tag}", "language_twice")
        if not set(version.steps) <= steps:
            form.fault(f"versions.{tag}.steps", "step_unknown")
