"""A page: one frozen view model for one template, and what a handler answers with."""

from typing import ClassVar

import msgspec
from litestar.datastructures import Cookie


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows; its template uses exactly its fields and the names of the frame (`render.FRAME`).

    Attributes:
        template: its file in ``templates/``.
        area: part of the console it belongs to, one of `areas.AREAS`; empty for none.
    """

    template: ClassVar[str]
    area: ClassVar[str] = ""


class To(msgspec.Struct, frozen=True, kw_only=True):
    """Go on to another page of the console, as after everything that was done.

    Attributes:
        path: below the root, such as ``/inbox/12``; may hold a query.
        flash: key of the words the next page begins with; empty for none.
        cookies: as `cookies.Jar` makes them.
    """

    path: str
    flash: str = ""
    cookies: tuple[Cookie, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A page with more than itself to say.

    Attributes:
        status: of HTTP; 422 where a form is shown again with what was wrong in it.
        cookies: as `cookies.Jar` makes them.
    """

    page: Page
    status: int = 200
    cookies: tuple[Cookie, ...] = ()
