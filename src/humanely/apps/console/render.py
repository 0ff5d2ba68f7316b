"""From a page to HTML: templates with autoescape, in which a name that nobody gives is an error."""

import datetime as dt
from functools import cache

import jinja2
from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_decimal

from humanely.apps.console.page import Page
from humanely.apps.console.static import address
from humanely.apps.console.visit import Visit
from humanely.apps.console.words import LOCALES, NAMES, words

FRAME = frozenset(("visit", "say", "has", "when", "day", "ago", "number", "static", "tongues"))
"""Names that every template may use beside the fields of its page:

visit: who looks, `visit.Visit`. say(key, **values), has(key): words. when(at): a moment as people write it, in UTC;
day(at): its day.
ago(at, now): how long ago, or in how long. number(value): as the locale writes it. static(name): address of a file in
``static/`` below the root. tongues: languages of the console, with their names.
"""


@cache
def environment(locale: str) -> jinja2.Environment:
    """The templates in one locale."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("humanely.apps.console"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    said = words(locale)
    made.globals = {
        "say": said.say,
        "has": said.has,
        "when": lambda at: moment(at, locale),
        "day": lambda at: format_date(at, "long", locale=locale),
        "ago": lambda at, now: format_timedelta(at - now, add_direction=True, locale=locale),
        "number": lambda value: format_decimal(value, locale=locale),
        "static": address,
        "tongues": [(one, NAMES[one]) for one in LOCALES],
    }
    return made


def moment(at: dt.datetime, locale: str) -> str:
    """A moment in UTC, to the minute.

    >>> moment(dt.datetime(2026, 11, 22, 9, 5, tzinfo=dt.UTC), "de")
    '22.11.2026, 09:05 UTC'
    """
    at = at.astimezone(dt.UTC)
    return f"{format_date(at, 'medium', locale=locale)}, {format_time(at, 'short', locale=locale)} UTC"


def render(page: Page, visit: Visit) -> bytes:
    """A page as it is sent, UTF-8."""
    fields = {name: getattr(page, name) for name in page.__struct_fields__}
    template = environment(visit.locale).get_template(page.template)
    return template.render(fields, visit=visit, area=page.area).encode()
