"""An operator's own file over the law: stricter always, milder only where a rule is marked for it.

    version = "our-shop-1"

    [[override]]
    id = "consent_to_profile"
    effect = "notice"
    until = "noticed"
    why = "Legitimate interest, assessed on 2026-03-01."

    [[rule]]    # one more rule, written as in law.toml
    [[duty]]    # one more duty

Rules and duties that are added can only make things stricter, since the strictest rule counts. None can be removed.
"""

from typing import Annotated, Any

import msgspec

from humanely.decision.law import CONSENTS, EFFECTS, Consent, Duty, Effect, Law, Rule
from humanely.decision.law_file import Groups, LawFaulty, checked, entries, provisions, read
from humanely.errors import HumanelyError


class LooseningRefused(HumanelyError):
    """An operator's file would make a rule milder that may not be."""

    code = "loosening_refused"

    def __init__(self, file: str, rule: Rule) -> None:
        super().__init__(
            f"The file {file!r} would loosen the rule {rule.id!r} ({rule.article}), which may only be made stricter.",
            fix="Take this override out, or make it stricter: a later `until`, or an effect further on in allowed, "
            "notice, release, forbidden.",
        )
        self.rule = rule.id


class Override(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an operator makes of one rule.

    Attributes:
        why: kept beside the rule, for whoever audits it.
    """

    id: str
    effect: Effect
    until: Consent | None = None
    why: Annotated[str, msgspec.Meta(pattern=r"\S")]


class OverrideFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written, its entries not yet read."""

    version: Annotated[str, msgspec.Meta(pattern=r"^\S+$")]
    groups: Groups = Groups()
    override: tuple[dict[str, Any], ...] = ()
    rule: tuple[dict[str, Any], ...] = ()
    duty: tuple[dict[str, Any], ...] = ()


def overridden(law: Law, source: str, *, file: str) -> Law:
    """The law as an operator's file leaves it; its version names both.

    Args:
        law: usually the shipped one.
        source: TOML.
        file: its name, for errors.

    Raises:
        LooseningRefused: a rule that is not overridable would become milder.
        LawFaulty: the file does not fit, or names a rule that does not exist.
    """
    written = read(source, OverrideFile, file=file)
    rules = {rule.id: rule for rule in law.rules}
    for at, override in entries(written.override, Override, file=file):
        if override.id not in rules:
            fix = f"Use one of: {', '.join(rules)}."
            raise LawFaulty(file, at=at, field="id", fault="there is no such rule", fix=fix)
        rules[override.id] = _changed(rules[override.id], override, file=file)
    # Read again from tables, so that an override is held to what is asked of any rule.
    changed = provisions((msgspec.to_builtins(rule) for rule in rules.values()), Rule, Groups(), law.atlas, file=file)
    more_rules = provisions(written.rule, Rule, written.groups, law.atlas, file=file)
    more_duties = provisions(written.duty, Duty, written.groups, law.atlas, file=file)
    return checked(
        Law(
            version=f"{law.version}+{written.version}",
            rules=(*changed, *more_rules),
            duties=(*law.duties, *more_duties),
            atlas=law.atlas,
        ),
        file=file,
    )


def _changed(rule: Rule, override: Override, *, file: str) -> Rule:
    says = f"{rule.says} Set by the operator: {override.why.strip().removesuffix('.')}."
    changed = msgspec.structs.replace(rule, effect=override.effect, until=override.until, says=says)
    if not rule.overridable and not _at_least_as_strict(changed, rule):
        raise LooseningRefused(file, rule)
    return changed


def _at_least_as_strict(changed: Rule, rule: Rule) -> bool:
    """Under no consent does the changed rule ask for less."""
    return all(EFFECTS.index(changed.under(there)) >= EFFECTS.index(rule.under(there)) for there in CONSENTS)
