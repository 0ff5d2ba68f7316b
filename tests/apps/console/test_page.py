"""One page is one view model is one template: the template uses its fields, all of them, and nothing else."""

from collections.abc import Iterator

import pytest
from jinja2 import meta, nodes
from msgspec.structs import fields

from humanely.apps.console.console import ROUTES
from humanely.apps.console.page import Page
from humanely.apps.console.render import FRAME, environment

LONGEST = 120


def pages(of: type[Page] = Page) -> Iterator[type[Page]]:
    """Every page, of every module that a route comes from."""
    for one in of.__subclasses__():
        yield one
        yield from pages(one)


PAGES = sorted(pages(), key=lambda one: one.__name__)


def test_there_are_pages_and_routes_to_them() -> None:
    assert len(PAGES) > 10
    assert len(ROUTES) > 20


@pytest.mark.parametrize("page", PAGES)
def test_a_template_uses_exactly_the_fields_of_its_page(page: type[Page]) -> None:
    source = environment("en").loader.get_source(environment("en"), page.template)[0]  # type: ignore[union-attr]
    tree = environment("en").parse(source)
    # A block sees what its template imports and defines, which the finder does not know.
    own = {one.target for one in tree.find_all(nodes.Import)} | {one.name for one in tree.find_all(nodes.Macro)}
    used = meta.find_undeclared_variables(tree) - own
    named = {field.name for field in fields(page)}
    assert named & FRAME == set()
    assert used - FRAME == named


@pytest.mark.parametrize("name", environment("en").list_templates())
def test_a_template_is_short(name: str) -> None:
    source = environment("en").loader.get_source(environment("en"), name)[0]  # type: ignore[union-attr]
    assert len(source.splitlines()) <= LONGEST


@pytest.mark.parametrize("name", environment("en").list_templates())
def test_a_template_holds_no_script_and_no_style_of_its_own(name: str) -> None:
    source = environment("en").loader.get_source(environment("en"), name)[0]  # type: ignore[union-attr]
    assert "style=" not in source
    assert "<style" not in source
    assert source.count("<script") == source.count("<script src=")
    assert " on" + "click=" not in source
