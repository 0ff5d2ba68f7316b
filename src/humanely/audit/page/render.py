"""The report as one page: every part from its view, all in one file that asks nothing of the network."""

import base64
import functools
import hashlib
from importlib.resources import files
from typing import ClassVar

import jinja2
from markupsafe import Markup

from humanely.audit.page.conversations import conversations, links
from humanely.audit.page.findings import findings
from humanely.audit.page.journey import groups, journey
from humanely.audit.page.marking import visible
from humanely.audit.page.method import method
from humanely.audit.page.summary import header, summary
from humanely.audit.page.view import View
from humanely.audit.report import Report

_HERE = "humanely.audit.page"


class Page(View, frozen=True):
    """The whole page: its parts are rendered already."""

    template: ClassVar[str] = "page.html.j2"

    title: str
    style: Markup
    style_hash: str
    contents: tuple[tuple[str, str], ...]
    top: Markup
    parts: tuple[Markup, ...]
    version: str


def _cleaned(value: object) -> object:
    """What a template prints: strings lose the characters that could change the page around them."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@functools.cache
def environment() -> jinja2.Environment:
    """Templates with autoescape; a name that no view gives is an error."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader(_HERE),
        autoescape=True,
        finalize=_cleaned,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def part(view: View) -> Markup:
    """One view in its template."""
    fields = {name: getattr(view, name) for name in view.__struct_fields__}
    return Markup(environment().get_template(view.template).render(fields))  # noqa: S704 - autoescaped


def render(report: Report) -> str:
    """The report as a self-contained HTML page."""
    style = files(_HERE).joinpath("report.css").read_text(encoding="utf-8")
    where = links(report)
    sections = [
        ("minute", "In a minute", summary(report)),
        ("findings", "What we found", findings(report, where)),
        ("journey", "The journey", journey(report)),
        ("groups", "For whom", groups(report)),
        ("conversations", "Conversations", conversations(report)),
        ("method", "How this was made", method(report)),
    ]
    page = Page(
        title=report.title,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        contents=tuple((anchor, title) for anchor, title, _ in sections),
        top=part(header(report)),
        parts=tuple(part(view) for _, _, view in sections),
        version=report.version,
    )
    return str(part(page))
