"""What the law lets a sense do, and what it asks of whoever answers: rules as data, read by code.

The rules stand in ``law.toml`` (read by `humanely.decision.law_file`), each with its article. `ruling` says whether
a sense may run for a purpose, `duties` what has to be done whatever runs. For engineers, not legal advice.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Literal, TypeVar, get_args

import msgspec

from humanely.decision.places import Atlas
from humanely.signal.turn import Speaker

Sense = Literal["text", "self_report", "record", "behaviour", "typing", "voice", "face"]
Setting = Literal["service", "education", "workplace", "health", "companion", "marketing"]
Purpose = Literal["answer", "note", "estimate", "profile", "learn", "research", "marketing", "safety", "assess"]
"""What a sense is used for. `note`: a fact such as "loud", no feeling inferred from it. `safety`: risk to the
person's life. `assess`: a grade, an admission, a score of a worker."""
Effect = Literal["allowed", "notice", "release", "forbidden"]
"""Mildest first: it may run; the person is told, or asked, first; they agree in writing first; it does not run."""
Consent = Literal["refused", "none", "noticed", "granted", "released"]
"""What there is for this sense and purpose, least first; `refused` also where consent was withdrawn, `none` also where
the person agreed to an older text, `released` where they, or a minor's parent or guardian, agreed in writing."""
Reach = Literal["everywhere", "here", "perhaps", "kept"]
"""Why a provision holds: it names no place; it names this one; the place is not known well enough to rule it out;
it names others and is kept here of our own will."""
DutyKind = Literal[
    "ai_notice", "author_mark", "no_offers_on_distress", "human_decision", "guarded_crisis_flags", "no_templates",
    "public_retention", "crisis_protocol", "ai_reminder",
]  # fmt: skip
Occasion = Literal[
    "first_message", "human_returns", "every_message", "every_hours", "before_offer", "before_decision", "on_crisis",
    "on_sense",
]  # fmt: skip
"""When a duty is due. `human_returns`: a human hands the conversation back. `on_sense`: whenever the sense runs."""

SENSES: tuple[Sense, ...] = get_args(Sense)
SETTINGS: tuple[Setting, ...] = get_args(Setting)
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
EFFECTS: tuple[Effect, ...] = get_args(Effect)
CONSENTS: tuple[Consent, ...] = get_args(Consent)

EMOTION_RECOGNITION: tuple[Sense, ...] = ("typing", "voice", "face")
"""Senses that are emotion recognition where a feeling is inferred from them (EU AI Act Art. 3(39))."""
INFERRING: tuple[Purpose, ...] = ("estimate", "profile", "learn", "research", "marketing", "safety", "assess")
"""Purposes that infer a feeling, or use one that was inferred."""

_Sentence = Annotated[str, msgspec.Meta(pattern=r"^\S.*[.]$")]


class Provision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What rules and duties share.

    Attributes:
        id: its name in records, small letters and underscores.
        article: where it is written.
        says: one or two plain sentences for staff; `for_person` the same for the person concerned.
        places: countries, states and groups that it is law in; empty for all.
        kept_elsewhere: it is kept in all other places too.
        minors_only: it holds only for persons known to be minors.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
    article: Annotated[str, msgspec.Meta(pattern=r"\d")]
    says: _Sentence
    for_person: _Sentence
    senses: Annotated[tuple[Sense, ...], msgspec.Meta(min_length=1)] = SENSES
    settings: Annotated[tuple[Setting, ...], msgspec.Meta(min_length=1)] = SETTINGS
    places: tuple[str, ...] = ()
    kept_elsewhere: bool = False
    minors_only: bool = False

    @property
    def everywhere(self) -> bool:
        """Whether it holds in every place, as law or kept."""
        return not self.places or self.kept_elsewhere


class Rule(Provision, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What it takes for a sense to run.

    Attributes:
        effect: what holds while the consent is less than `until`.
        until: the consent that meets the rule, so that it allows; None where none does, ``none`` where the rule
            is about a refusal.
        overridable: an operator may loosen it.
    """

    effect: Effect
    purposes: Annotated[tuple[Purpose, ...], msgspec.Meta(min_length=1)] = PURPOSES
    until: Consent | None = None
    overridable: bool = False

    def concerns(self, sense: Sense, purpose: Purpose, consent: Consent) -> bool:
        """Whether it has to do with this use at all; a rule about refusals only where there is one."""
        refused_only = self.until == "none" and consent != "refused"
        return sense in self.senses and purpose in self.purposes and not refused_only

    def under(self, consent: Consent) -> Effect:
        """The effect that a consent leaves."""
        met = self.until is not None and CONSENTS.index(consent) >= CONSENTS.index(self.until)
        return "allowed" if met else self.effect


class Duty(Provision, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What has to be done, whatever runs.

    Attributes:
        when: occasions on which it is due.
        every_h: hours between two times, > 0, where due ``every_hours``.
        decisions: those that it concerns, where due ``before_decision``.
    """

    kind: DutyKind
    when: Annotated[tuple[Occasion, ...], msgspec.Meta(min_length=1)]
    every_h: Annotated[float, msgspec.Meta(gt=0)] | None = None
    decisions: tuple[str, ...] = ()


class Law(msgspec.Struct, frozen=True):
    """All rules and duties of one version."""

    version: str
    rules: tuple[Rule, ...]
    duties: tuple[Duty, ...]
    atlas: Atlas


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """Whose senses are asked about, and where.

    Attributes:
        setting: of the conversation.
        place: ISO 3166-1 or 3166-2 code of where the person is; None, or a code nobody knows, when unknown.
        speaker: an agent is at work in every setting.
        minor: the person is known to be a minor, or the service is made for minors.
        companion: the channel is a companion bot, in whatever setting.
    """

    setting: Setting
    place: str | None = None
    speaker: Speaker = Speaker.CUSTOMER
    minor: bool = False
    companion: bool = False

    @property
    def settings(self) -> frozenset[Setting]:
        """All settings whose rules hold."""
        found: set[Setting] = {self.setting}
        if self.speaker is Speaker.AGENT:
            found.add("workplace")
        if self.companion:
            found.add("companion")
        return frozenset(found)


class Reason(msgspec.Struct, frozen=True):
    """One rule that made a ruling, in words.

    Attributes:
        met: the rule asks for something, and the consent there is meets it.
    """

    rule: str
    article: str
    says: str
    for_person: str
    reach: Reach
    met: bool


class Ruling(msgspec.Struct, frozen=True):
    """Whether a sense may run.

    Attributes:
        effect: the strictest of all rules that hold; the sense runs only when ``allowed``.
        needs: the consent that would allow it; None when it is allowed or nothing would.
        rules: ids of all rules that hold, for the record.
        reasons: the rules whose effect it is.
        emotion_recognition: the use is emotion recognition in the sense of the EU AI Act.
    """

    effect: Effect
    needs: Consent | None
    rules: tuple[str, ...]
    reasons: tuple[Reason, ...]
    emotion_recognition: bool


def ruling(law: Law, circumstances: Circumstances, *, sense: Sense, purpose: Purpose, consent: Consent) -> Ruling:
    """Whether a sense may run for a purpose: the strictest of all rules that hold.

    Where the place is not known, or not closely enough, every rule that might hold does, and its reason says
    ``perhaps``.

    >>> from humanely.decision.law_file import shipped
    >>> school = Circumstances(setting="education", place="DE")
    >>> found = ruling(shipped(), school, sense="voice", purpose="estimate", consent="granted")
    >>> found.effect, found.reasons[0].article.partition(";")[0]
    ('forbidden', 'EU AI Act Art. 5(1)(f)')
    >>> found = ruling(shipped(), school, sense="text", purpose="estimate", consent="none")
    >>> found.effect, found.needs
    ('notice', 'noticed')
    """
    asked = (rule for rule in law.rules if rule.concerns(sense, purpose, consent))
    holding = tuple(_holding(asked, circumstances, law.atlas))
    effect = max((rule.under(consent) for rule, _ in holding), key=EFFECTS.index)
    return Ruling(
        effect=effect,
        needs=_needed(effect, (rule for rule, _ in holding)),
        rules=tuple(rule.id for rule, _ in holding),
        reasons=tuple(_reason(rule, reach, effect) for rule, reach in holding if rule.under(consent) == effect),
        emotion_recognition=sense in EMOTION_RECOGNITION and purpose in INFERRING,
    )


def duties(law: Law, circumstances: Circumstances, *, senses: Collection[Sense] = SENSES) -> tuple[Duty, ...]:
    """What has to be done here, given the senses in use.

    >>> from humanely.decision.law_file import shipped
    >>> here = Circumstances(setting="companion", place="US-NY")
    >>> [duty.every_h for duty in duties(shipped(), here) if duty.kind == "ai_reminder"]
    [3.0]
    """
    return tuple(
        duty
        for duty, _ in _holding(law.duties, circumstances, law.atlas)
        if not set(duty.senses).isdisjoint(senses) or duty.senses == SENSES
    )


_Kind = TypeVar("_Kind", bound=Provision)


def _holding(provisions: Iterable[_Kind], circumstances: Circumstances, atlas: Atlas) -> Iterator[tuple[_Kind, Reach]]:
    """Provisions that hold in the circumstances, and why."""
    settings = circumstances.settings
    for provision in provisions:
        if settings.isdisjoint(provision.settings) or (provision.minors_only and not circumstances.minor):
            continue
        reach = _reach(provision, circumstances.place, atlas)
        if reach is not None:
            yield provision, reach


def _reach(provision: Provision, place: str | None, atlas: Atlas) -> Reach | None:
    if not provision.places:
        return "everywhere"
    within = atlas.within(place, provision.places)
    if within == "outside":
        return "kept" if provision.kept_elsewhere else None
    return "here" if within == "inside" else "perhaps"


def _needed(effect: Effect, rules: Iterable[Rule]) -> Consent | None:
    """The consent that meets all rules that can be met."""
    if effect in ("allowed", "forbidden"):
        return None
    return max((rule.until for rule in rules if rule.until is not None), key=CONSENTS.index)


def _reason(rule: Rule, reach: Reach, effect: Effect) -> Reason:
    return Reason(rule.id, rule.article, rule.says, rule.for_person, reach, met=rule.effect != effect)
