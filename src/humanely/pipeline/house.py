"""The rules of the house: all that an operator sets, read once and passed down."""

import datetime as dt

import msgspec

from humanely.decision.law import Circumstances, Law, duties
from humanely.decision.moment import Setting
from humanely.decision.policy import Policy
from humanely.people import review_rules
from humanely.people.calendar import Calendar
from humanely.people.helplines import Directory
from humanely.people.review_rules import ReviewRules
from humanely.people.sla import Sla, shipped
from humanely.pipeline.arrival import Arrival
from humanely.response.channel import Way
from humanely.response.help import Help
from humanely.response.plan import Address
from humanely.response.rules import Rules
from humanely.signal.tag import base_language
from humanely.trust.consent import ConsentText, Purpose, Sense


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for every turn here.

    Attributes:
        law, policy, rules: in effect.
        directory: of helplines.
        help: questions with answers; None where there are none.
        consent_texts: of every purpose and locale in use.
        setting: where this runs; a platform that issues certificates is ``education``.
        place: where its people are, where the channel does not say; ISO 3166. None when they may be anywhere.
        locale: of words nobody wrote in the person's language.
        address: how people are addressed where the locale makes a difference.
        name: under which the assistant speaks.
        noticed: the channel tells everybody, before they write, that feelings may be estimated.
        generates: a model server writes answers.
        calendar: when somebody of the team is there.
        sla: by when a human answers, and how long anybody waits before they are told the truth.
        review: which held answers two people judge.
        team_says: the hours in words for people to read; empty to say nothing of it.
        names: people are told the name of whoever helps them.
        ways: how whoever is no longer there is reached; nothing else is offered.
        somebody_there: of the team, now, as far as that is known; put in anew for each round.
        offers: name → text of what may be proposed.
    """

    law: Law
    policy: Policy
    rules: Rules
    directory: Directory = Directory()
    help: Help | None = None
    consent_texts: tuple[ConsentText, ...] = ()
    setting: Setting = "service"
    place: str | None = None
    locale: str = "en"
    address: Address = "formal"
    name: str = ""
    noticed: bool = False
    generates: bool = False
    calendar: Calendar = Calendar()
    sla: Sla = msgspec.field(default_factory=shipped)
    review: ReviewRules = msgspec.field(default_factory=review_rules.shipped)
    team_says: str = ""
    names: bool = False
    ways: tuple[Way, ...] = ()
    somebody_there: bool = True
    offers: dict[str, str] = {}

    def humans_free(self, now: dt.datetime) -> bool:
        """Whether somebody of the team could take a conversation now."""
        return self.somebody_there and self.calendar.open_at(now)

    def circumstances(self, arrival: Arrival) -> Circumstances:
        """What the law asks of a turn."""
        return Circumstances(
            setting=self.setting,
            place=arrival.place or self.place,
            speaker=arrival.speaker,
            minor=arrival.minor or "minor" in arrival.tags,
        )

    def reminder(self, arrival: Arrival) -> dt.timedelta | None:
        """How often the person has to be told again that a machine answers; None for once."""
        held = duties(self.law, self.circumstances(arrival))
        hours = [duty.every_h for duty in held if duty.kind == "ai_reminder" and duty.every_h]
        return dt.timedelta(hours=min(hours)) if hours else None

    def texts(self, locale: str | None, sense: Sense = Sense.TEXT) -> tuple[ConsentText, ...]:
        """The consent texts about one sense for one reader: in their language where there is one, at most one for a
        purpose.
        """
        wanted = (locale or self.locale, self.locale)
        by_purpose: dict[Purpose, ConsentText] = {}
        about = (text for text in self.consent_texts if text.sense is sense)
        for text in sorted(about, key=lambda text: _distance(text.locale, wanted)):
            by_purpose.setdefault(text.purpose, text)
        return tuple(by_purpose.values())


def _distance(locale: str, wanted: tuple[str, ...]) -> tuple[int, str]:
    for rank, tag in enumerate(wanted):
        if locale == tag:
            return 2 * rank, locale
        if base_language(locale) == base_language(tag):
            return 2 * rank + 1, locale
    return 2 * len(wanted), locale
