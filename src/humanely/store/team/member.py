"""Members of the team: who they are, what can be changed of them, and what is wrong where it cannot."""

import datetime as dt
import re
import unicodedata
from typing import Literal

import msgspec

from humanely.errors import HumanelyError
from humanely.people.roles import Permission, Role, permissions

LONGEST_LOGIN = 200
LONGEST_NAME = 200
_LONGEST_TYPED = 4 * LONGEST_LOGIN
MOST_WORDS = 50
"""Languages, and skills, that one member may have."""
MOST_CAPACITY = 100

Standing = Literal["invited", "active", "disabled"]

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_SKILL = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}", re.ASCII)


class MemberMissing(HumanelyError):
    """Somebody was named who is not of the team."""

    code = "member_missing"
    status = 404

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no member {name!r} of the team.", fix="List the members: humanely staff list --data DIR"
        )


class MemberUnfit(HumanelyError):
    """A member cannot be made or changed as asked."""

    code = "member_unfit"
    exit_status = 2
    status = 422

    def __init__(self, fault: str, *, fix: str) -> None:
        super().__init__(f"Nothing was changed of the team: {fault}.", fix=fix)


class LoginTaken(HumanelyError):
    """Two members would have one login."""

    code = "login_taken"
    status = 409

    def __init__(self, login: str) -> None:
        super().__init__(
            f"The login {login!r} is that of another member.",
            fix="Choose another; a member who was disabled can be enabled again.",
        )


class LastAdmin(HumanelyError):
    """Nobody would be left who can look after the team."""

    code = "last_admin"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This is the last admin who can sign in, and was left as it is.",
            fix="Give another member the role admin and have them sign in first.",
        )


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What can be changed of a member.

    Attributes:
        name: as colleagues see it.
        roles: at least one, in the order of `Role`.
        languages: they help in, BCP 47 tags, lower case, such as ``de``.
        skills: short names in lower case, as the routing asks for them.
        capacity: ordinary handoffs at the same time, [0, 100].
        locale: of the console.
        available: takes new handoffs.
    """

    name: str
    roles: tuple[Role, ...]
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    capacity: int = 3
    locale: str = "en"
    available: bool = True


class Member(Profile, frozen=True, kw_only=True):
    """Somebody of the team, without anything secret.

    Attributes:
        id: 16 hexadecimal digits; what the ledger names them by.
        login: in lower case.
        has_password: they have set one.
        has_code: they sign in with a code beside the password.
        at_issuer: they have signed in through the OpenID provider.
        created_at, disabled_at, seen_at, rests_until: aware, UTC; None where that is not so.
    """

    id: str
    login: str
    created_at: dt.datetime
    has_password: bool = False
    has_code: bool = False
    at_issuer: bool = False
    disabled_at: dt.datetime | None = None
    seen_at: dt.datetime | None = None
    rests_until: dt.datetime | None = None

    @property
    def profile(self) -> Profile:
        """What can be changed of them."""
        return Profile(**{name: getattr(self, name) for name in Profile.__struct_fields__})

    @property
    def standing(self) -> Standing:
        """Whether they can sign in, have yet to set a password, or may not."""
        if self.disabled_at is not None:
            return "disabled"
        return "active" if self.has_password or self.at_issuer else "invited"

    @property
    def permissions(self) -> frozenset[Permission]:
        """What they may do; nothing once they are disabled."""
        return frozenset() if self.disabled_at else permissions(self.roles)


def login_of(text: str) -> str:
    """A login as it is kept: however it is typed, it is the same.

    Raises:
        MemberUnfit: it is none.

    >>> login_of(" Ada@Example.org ")
    'ada@example.org'
    """
    # Whoever tries to sign in writes this: what is far too long is not composed, which would take very long.
    login = unicodedata.normalize("NFKC", text).strip().casefold() if len(text) <= _LONGEST_TYPED else ""
    if not 1 <= len(login) <= LONGEST_LOGIN or not login.isprintable() or " " in login:
        fix = f"Give 1 to {LONGEST_LOGIN} characters without a space, best their e-mail address."
        raise MemberUnfit("that is no login", fix=fix)
    return login


def fit(profile: Profile) -> Profile:
    """A profile as it is kept: in order, without repetitions.

    Raises:
        MemberUnfit: something in it cannot be.
    """
    languages, skills = _words(profile.languages), _words(profile.skills)
    _require_fit(profile, languages, skills)
    return Profile(
        name=profile.name.strip(),
        roles=tuple(role for role in Role if role in profile.roles),
        languages=languages,
        skills=skills,
        capacity=profile.capacity,
        locale=profile.locale,
        available=profile.available,
    )


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip().lower() for word in given if word.strip()))


def _require_fit(profile: Profile, languages: tuple[str, ...], skills: tuple[str, ...]) -> None:
    if not 1 <= len(profile.name.strip()) <= LONGEST_NAME or not profile.name.isprintable():
        raise MemberUnfit("there is no name that can be shown", fix=f"Give one of 1 to {LONGEST_NAME} characters.")
    if not profile.roles:
        raise MemberUnfit("there is no role", fix=f"Give at least one: {', '.join(Role)}.")
    if not 0 <= profile.capacity <= MOST_CAPACITY:
        raise MemberUnfit(
            f"the capacity is {profile.capacity}", fix=f"Give handoffs at the same time, 0 to {MOST_CAPACITY}."
        )
    if len(languages) > MOST_WORDS or not all(_TAG.fullmatch(tag) for tag in (*languages, profile.locale)):
        raise MemberUnfit("a language is none", fix=f"Give tags such as de or pt-br, at most {MOST_WORDS}.")
    if len(skills) > MOST_WORDS or not all(_SKILL.fullmatch(word) for word in skills):
        raise MemberUnfit(
            "a skill has no name that can be used",
            fix=f"Name skills in lower case without spaces, such as billing, at most {MOST_WORDS}.",
        )
