"""What the operator sets, read once from the data folder: `settings.toml` and the files beside it.

Every file is optional, and each has its own format:

    settings.toml    this module
    policy.toml      over the shipped policy (humanely.decision.policy)
    sla.toml         over the shipped clocks of the team (humanely.people.sla)
    review.toml      over the shipped rules of which held answers two people judge (humanely.people.review_rules)
    law.toml         over the shipped law (humanely.decision.law_overrides)
    check.toml       over the rules of the check before sending (humanely.response.rules)
    persona.toml     how a model server is to write (humanely.response.generated.persona)
    retention.toml   over the shipped schedule (humanely.trust.retention)
    faq.md           questions with answers (humanely.response.faq)
    helplines.json   a directory of helplines (humanely.people.helpline_file)
    consent.toml     the texts people are asked for consent with
"""

import datetime as dt
import tomllib
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from humanely.affect.word_vectors import WordReader
from humanely.apps.channel_settings import ChatwootSettings, EmailSettings
from humanely.apps.serving.oidc_settings import OidcSettings
from humanely.apps.serving.public import Widget
from humanely.decision import law_file, policy
from humanely.decision.law import Setting
from humanely.decision.law_overrides import overridden
from humanely.errors import HumanelyError, UsageError
from humanely.people import review_rules, sla
from humanely.people.calendar import Calendar, calendar
from humanely.people.helpline_file import read_directory
from humanely.people.helplines import Directory
from humanely.people.opening_hours import read_hours
from humanely.pipeline.house import House
from humanely.response import rules
from humanely.response.channel import Way
from humanely.response.faq import parse
from humanely.response.generated.local_model import LocalSettings
from humanely.response.generated.model_server_settings import ServerSettings
from humanely.response.generated.persona import Persona, default_persona, read_persona
from humanely.response.help import Help
from humanely.response.plan import Address
from humanely.trust import retention
from humanely.trust.consent import ConsentText

if TYPE_CHECKING:
    from humanely.affect.text import TextEstimator

_Name = Annotated[str, msgspec.Meta(max_length=80)]
_Place = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
_Locale = Annotated[str, msgspec.Meta(max_length=35, pattern=r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")]
_Read = TypeVar("_Read")


class SettingsFaulty(HumanelyError):
    """A file of the operator's cannot be used as it is written."""

    code = "settings_faulty"

    def __init__(
        self, file: Path, fault: str, *, fix: str = "Mend the file; docs/serving.md shows each of them."
    ) -> None:
        super().__init__(f"The file {str(file)!r} cannot be used: {fault.rstrip('.')}.", fix=fix)


class _Closed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table in which a slip of the pen is an error."""


class Team(_Closed, frozen=True, kw_only=True):
    """When somebody of the team is there.

    Attributes:
        hours: such as ``Mon–Fri 09:00–17:00`` or ``24/7``; empty for always.
        zone: IANA zone of the hours.
        says: the hours in words that people read when nobody is there; empty to say nothing of them.
        holidays: place whose public holidays are free, ISO 3166, such as ``DE`` or ``DE-BE``; empty for none.
        closed: further days on which nobody is there.
        names: people are told the name of whoever helps them; otherwise "a human from the team".
        calls: somebody of the team calls back; otherwise nobody is asked for a number.
        mails: somebody of the team writes e-mails from a program of their own, where `email` is not set up.
    """

    hours: str = ""
    zone: str = "UTC"
    says: str = ""
    holidays: str = ""
    closed: tuple[dt.date, ...] = ()
    names: bool = False
    calls: bool = False
    mails: bool = False


class WebhookRules(_Closed, frozen=True, kw_only=True):
    """Where webhooks may be told.

    Attributes:
        networks: that are not public and may be reached all the same, such as ``10.0.0.0/8`` or ``127.0.0.1``.
    """

    networks: tuple[str, ...] = ()


class CredentialSettings(_Closed, frozen=True, kw_only=True):
    """Who issues credentials here, and where they are found.

    Attributes:
        address: under which people see this server, such as ``https://care.example.org``; it stands in every
            credential, and a public one names the issuer's keys, so it is not to change.
        name: of the issuer, as people know them; empty for the address.
    """

    address: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*[^\s?#/])?$")] = (
        "http://localhost:8000"
    )
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""


class Limits(_Closed, frozen=True, kw_only=True):
    """What one API key may ask for.

    Attributes:
        per_minute: requests, on average.
        burst: requests at once.
        body_kib: size of a request.
    """

    per_minute: Annotated[int, msgspec.Meta(gt=0)] = 6_000
    burst: Annotated[int, msgspec.Meta(gt=0)] = 500
    body_kib: Annotated[int, msgspec.Meta(gt=0)] = 1_024


class Settings(_Closed, frozen=True, kw_only=True):
    """What holds for this installation.

    Attributes:
        setting: where it runs; a platform that issues certificates is ``education``.
        place: where its people are, where the channel does not say; ISO 3166. Leave it out when they may be anywhere.
        locale: of words to people whose language is not known.
        address: how people are addressed where the locale makes a difference.
        name: under which the assistant speaks.
        noticed: your channel tells everybody, before they write, that feelings may be estimated. Otherwise our first
            answer says so, and the first message of a conversation is not estimated.
        offers: name → text of what may be proposed.
        model_server: an OpenAI-compatible server that writes answers; without one, authored lines do.
        local_model: a model file run on this machine instead (extra ``llm``).
        writes: false keeps the model server for the proxy; turns are answered by authored lines.
        oidc: an OpenID provider through which members of the team may sign in.
        trust_proxy: believe X-Forwarded-* headers; only behind a proxy of your own that sets them.
        webhooks: where webhooks may be told.
        chatwoot: a Chatwoot in which the assistant is an agent bot.
        email: how people are written to when they are no longer there.
        credentials: who issues credentials here.
        checkpoint_every_s: seconds between two signed checkpoints.
    """

    setting: Setting = "service"
    place: _Place | None = None
    locale: _Locale = "en"
    address: Address = "formal"
    name: _Name = ""
    noticed: bool = False
    offers: dict[str, str] = {}
    team: Team = Team()
    model_server: ServerSettings | None = None
    local_model: LocalSettings | None = None
    writes: bool = True
    limits: Limits = Limits()
    widget: Widget = Widget()
    oidc: OidcSettings | None = None
    trust_proxy: bool = False
    webhooks: WebhookRules = WebhookRules()
    chatwoot: ChatwootSettings | None = None
    email: EmailSettings | None = None
    credentials: CredentialSettings = CredentialSettings()
    checkpoint_every_s: Annotated[float, msgspec.Meta(gt=0)] = 60.0


class _ConsentFile(_Closed, frozen=True, kw_only=True):
    text: tuple[ConsentText, ...] = ()


def read_settings(folder: Path) -> Settings:
    """The settings of a data folder; the defaults where it has no `settings.toml`.

    Raises:
        SettingsFaulty: the file is no TOML, or says something that cannot be.
    """
    file = folder / "settings.toml"
    settings = _read(file, lambda text: _toml(text, Settings)) or Settings()
    if settings.model_server and settings.local_model:
        fix = "Keep [model_server] or [local_model]."
        raise SettingsFaulty(file, "it names two writers of answers", fix=fix)
    try:
        networks(settings)
    except ValueError:
        fix = "Write them as in webhooks.networks = ['10.0.0.0/8', '127.0.0.1']."
        raise SettingsFaulty(file, "webhooks.networks holds what is no network", fix=fix) from None
    return settings


def networks(settings: Settings) -> tuple[IPv4Network | IPv6Network, ...]:
    """Networks that are not public and that webhooks may reach all the same."""
    return tuple(map(ip_network, settings.webhooks.networks))


def house(settings: Settings, folder: Path, estimator: "TextEstimator") -> House:
    """The rules of the house: the settings, with every file beside them read and checked.

    Raises:
        SettingsFaulty: a file cannot be used as it is written.
    """
    law = law_file.shipped()
    own_law = folder / "law.toml"
    faq = _read(folder / "faq.md", parse)
    texts = _read(folder / "consent.toml", lambda text: _toml(text, _ConsentFile))
    return House(
        law=_read(own_law, lambda text: overridden(law, text, file=str(own_law))) or law,
        policy=_read(folder / "policy.toml", policy.policy) or policy.shipped(),
        rules=_read(folder / "check.toml", rules.read_rules) or rules.default_rules(),
        directory=_read(folder / "helplines.json", lambda text: read_directory(text.encode())) or Directory(),
        help=Help(faq, WordReader(estimator.encoder)) if faq else None,
        consent_texts=texts.text if texts else (),
        setting=settings.setting,
        place=settings.place,
        locale=settings.locale,
        address=settings.address,
        name=settings.name,
        noticed=settings.noticed,
        generates=settings.writes and bool(settings.model_server or settings.local_model),
        calendar=_calendar(settings.team, folder / "settings.toml"),
        sla=_read(folder / "sla.toml", sla.sla) or sla.shipped(),
        review=_read(folder / "review.toml", review_rules.review_rules) or review_rules.shipped(),
        team_says=settings.team.says,
        names=settings.team.names,
        ways=_ways(settings),
        offers=settings.offers,
    )


def _ways(settings: Settings) -> tuple[Way, ...]:
    set_up: tuple[tuple[Way, bool], ...] = (
        ("phone", settings.team.calls), ("email", settings.email is not None or settings.team.mails),
    )  # fmt: skip
    return tuple(way for way, there in set_up if there)


def persona(folder: Path) -> Persona:
    """How a model server is to write.

    Raises:
        SettingsFaulty: `persona.toml` cannot be used as it is written.
    """
    return _read(folder / "persona.toml", read_persona) or default_persona()


def schedule(folder: Path) -> retention.Schedule:
    """How long each kind of record is kept here.

    Raises:
        SettingsFaulty: `retention.toml` cannot be used as it is written.
    """
    return _read(folder / "retention.toml", retention.shipped().changed_by) or retention.shipped()


def _calendar(team: Team, file: Path) -> Calendar:
    hours = read_hours(f"{team.hours} UTC" if "/" not in team.hours else team.hours, "") if team.hours else None
    if team.hours and hours is None:
        fix = 'Write hours such as "Mon–Fri 09:00–17:00".'
        raise SettingsFaulty(file, f"the team's hours {team.hours!r} cannot be read", fix=fix)
    zoned = hours and msgspec.structs.replace(hours, zone=hours.zone and team.zone)
    try:
        return calendar(zoned, zone=team.zone, holidays=team.holidays, closed=team.closed)
    except HumanelyError as error:
        raise SettingsFaulty(file, error.happened, fix=error.fix) from None


def _read(file: Path, parse_: Callable[[str], _Read]) -> _Read | None:
    """What a file says; None where there is none."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsFaulty(file, getattr(error, "strerror", None) or "it is not UTF-8 text") from None
    try:
        return parse_(text)
    except SettingsFaulty:
        raise
    except HumanelyError as error:
        raise SettingsFaulty(file, error.happened, fix=error.fix) from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError) as error:
        raise SettingsFaulty(file, str(error)) from None


_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def _toml(text: str, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.convert(tomllib.loads(text), shape)
    except msgspec.ValidationError as error:
        from humanely.apps.serving.faults import unreadable

        # The operator's own words may be quoted to them.
        raise UsageError(str(error), fix=unreadable(error, shape, "file").fix) from None
