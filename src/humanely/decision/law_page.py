"""The law as a page for people: ``docs/law.md`` is what `page` makes of the shipped law."""

from collections.abc import Iterable, Iterator, Sequence

from humanely.decision.law import (
    CONSENTS,
    PURPOSES,
    SENSES,
    SETTINGS,
    Circumstances,
    Consent,
    Duty,
    Law,
    Provision,
    Purpose,
    Rule,
    Sense,
    Setting,
    ruling,
)

_PLACES = (
    ("DE", "In the European Union (the same in Iceland, Liechtenstein, Norway and the United Kingdom)"),
    ("US-IL", "In Illinois"),
    ("BR", "Elsewhere, where the place is known"),
    (None, "Where the place is not known"),
)
_NEEDS: dict[Consent | None, str] = {
    "none": "unless refused",
    "noticed": "once told",
    "granted": "with consent",
    "released": "with written release",
    None: "never",
}
_MEANS: dict[Purpose, str] = {
    "answer": "to answer the person",
    "note": "to note a fact, such as a loud voice, with no feeling inferred from it",
    "estimate": "to estimate what a message may feel like",
    "profile": "to keep what was estimated for next time",
    "learn": "to improve the models",
    "research": "for research",
    "marketing": "for offers and campaigns",
    "safety": "to see whether a life may be at risk",
    "assess": "for a grade, an admission, a score of a worker",
}
_CONSENTS: dict[Consent, str] = {
    "refused": "the person said no, or took their consent back",
    "none": "they have not been asked, or they agreed to an older text",
    "noticed": "they have been told",
    "granted": "they said yes",
    "released": "they, or for a minor a parent or guardian, agreed in writing",
}
_WHEN = {
    "first_message": "with the first message",
    "human_returns": "when a human hands back",
    "every_message": "with every message",
    "every_hours": "every {} hours",
    "before_offer": "before any offer",
    "before_decision": "before a decision on: {}",
    "on_crisis": "when a life may be at risk",
    "on_sense": "whenever the sense runs",
}

_OPENING = """\
# The law as data

For engineers, not legal advice. This page is written by `humanely.decision.law_page` from
`src/humanely/decision/law.toml` (version {version}); a test holds the two together. Change the data, not the page.

For every sense and purpose the strictest of all rules that hold decides. A sense that may not run does not run, and
the refusal is recorded. Where the place is not known, or a country is known and its state is not, every rule that
might hold does. A rule that is *kept elsewhere* is law in the places it names; Humanely keeps it everywhere.
An agent is at work in every setting.
"""
_OPERATOR = """\
## What an operator may change

A second file may make any rule stricter and add rules and duties. It may loosen only the rules marked *overridable*
below, and has to say why; anything else is refused with the name of the rule. Nothing can be removed.

```toml
version = "our-shop-1"

[[override]]
id = "consent_to_profile"
effect = "notice"
until = "noticed"
why = "Legitimate interest, assessed on 2026-03-01."
```
"""


def page(law: Law) -> str:
    """The whole page, as Markdown.

    >>> from humanely.decision.law_file import shipped
    >>> page(shipped()).splitlines()[2].partition(".")[0]
    'For engineers, not legal advice'
    """
    return "\n".join(
        (
            _OPENING.format(version=law.version),
            "## Purposes and consent\n",
            "What a sense is used for:\n",
            *_table(("purpose", "meaning"), ((f"`{purpose}`", _MEANS[purpose]) for purpose in PURPOSES)),
            "The consent there is, least first:\n",
            *_table(("consent", "meaning"), ((f"`{consent}`", _CONSENTS[consent]) for consent in CONSENTS)),
            "## What it takes to estimate a feeling\n",
            "For an adult customer who has refused nothing. A refusal forbids every use but reading what the person",
            "writes or reports for risk to their life.\n",
            *_estimates(law),
            "## Other purposes\n",
            "In the European Union, in a service setting, for an adult customer:\n",
            *_purposes(law),
            "## Rules\n",
            *(line for rule in law.rules for line in _rule(rule)),
            "## Duties, whatever runs\n",
            *(line for duty in law.duties for line in _duty(duty)),
            _OPERATOR.rstrip("\n"),
            "",
        )
    )


def _estimates(law: Law) -> Iterator[str]:
    """A table a place: senses down, settings across."""
    for place, title in _PLACES:
        yield f"### {title}\n"
        rows = (
            (f"`{sense}`", *(_takes(law, sense, "estimate", setting, place) for setting in SETTINGS))
            for sense in SENSES
        )
        yield from _table(("sense", *SETTINGS), rows)


def _purposes(law: Law) -> Iterator[str]:
    rows = ((f"`{sense}`", *(_takes(law, sense, purpose, "service", "DE") for purpose in PURPOSES)) for sense in SENSES)
    return _table(("sense", *PURPOSES), rows)


def _takes(law: Law, sense: Sense, purpose: Purpose, setting: Setting, place: str | None) -> str:
    """What has to be there before the sense may run."""
    found = ruling(law, Circumstances(setting=setting, place=place), sense=sense, purpose=purpose, consent="none")
    return "yes" if found.effect == "allowed" else _NEEDS[found.needs]


def _rule(rule: Rule) -> Iterator[str]:
    takes = rule.effect if rule.until is None else f"{rule.effect}; allowed {_NEEDS[rule.until]}"
    yield from _provision(rule)
    yield f"- Senses: {_listed(rule.senses, SENSES)}. Purposes: {_listed(rule.purposes, PURPOSES)}."
    yield f"- Effect: {takes}.{' Overridable.' if rule.overridable else ''}\n"


def _duty(duty: Duty) -> Iterator[str]:
    hours = f"{duty.every_h or 0:g}"
    decisions = ", ".join(duty.decisions).replace("_", " ")
    when = [_WHEN[occasion].format(decisions if occasion == "before_decision" else hours) for occasion in duty.when]
    yield from _provision(duty)
    yield f"- Senses: {_listed(duty.senses, SENSES)}."
    yield f"- Due {', '.join(when)}.\n"


def _provision(provision: Provision) -> Iterator[str]:
    kept = ", kept elsewhere" if provision.kept_elsewhere else ""
    minors = " Only for minors." if provision.minors_only else ""
    yield f"### `{provision.id}`\n"
    yield f"**{provision.article}.** {provision.says}\n"
    yield f"> {provision.for_person}\n"
    places = ", ".join(provision.places) or "all"
    yield f"- Places: {places}{kept}. Settings: {_listed(provision.settings, SETTINGS)}.{minors}"


def _listed(names: Sequence[str], every: Sequence[str]) -> str:
    return "all" if set(names) == set(every) else ", ".join(names)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of a Markdown table and an empty one after it."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
