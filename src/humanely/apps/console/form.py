"""What a form sends, once it is certain that one of our own pages sent it."""

import hmac
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException

from humanely.apps.console.upload import UPLOADS, uploads_of
from humanely.apps.console.visit import AnyRequest, Visit
from humanely.apps.serving.proxy import host_of
from humanely.errors import HumanelyError

MOST_FIELDS = 1000
"""Of one form: as many as the framework takes of a form with files."""
_LISTS = (msgspec.inspect.CollectionType, msgspec.inspect.VarTupleType)

_Shape = TypeVar("_Shape")


class FormForeign(HumanelyError):
    """A form came from another site, or from a page that is too old."""

    code = "form_foreign"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            "This form was not sent from a page of this console, or the page was too old.",
            fix="Go back, open the page again, and send it once more.",
        )


class FormUnfit(HumanelyError):
    """A form was filled in with something that cannot be."""

    code = "form_unfit"
    status = 422

    def __init__(self, field: str) -> None:
        super().__init__(f"What was sent in {field!r} cannot be used.", fix="Go back and change it.")
        self.field = field


def require_own(request: AnyRequest) -> None:
    """See that a request comes from a page of this server, as far as the browser says.

    Raises:
        FormForeign: it does not.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        raise FormForeign
    if site is None and origin is not None and origin.partition("://")[2] not in _hosts(request):
        raise FormForeign


async def sent_in(request: AnyRequest) -> FormMultiDict:
    """The fields and files of a form, to be closed.

    Raises:
        HTTPException: it is broken, too large, or has more fields than any form.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded" and (await request.body()).count(b"&") >= MOST_FIELDS:
        raise ClientException
    return await request.form()


def require_token(sent: Mapping[str, Any], visit: Visit) -> None:
    """See that a form was drawn for this visit.

    Raises:
        FormForeign: it was not.
    """
    token = sent.get("csrf")
    if not isinstance(token, str) or not hmac.compare_digest(token.encode(), visit.csrf.encode()):
        raise FormForeign


def values_of(pairs: Any, shape: type[_Shape]) -> _Shape:
    """The fields of a form or query as values; lines end as ours do, and a field left out keeps its default.

    Args:
        pairs: a multi-dict of strings and files.
        shape: a frozen struct; only its fields are looked at, files in those of type ``tuple[Upload, ...]``.

    Raises:
        FormUnfit: a value cannot be what it has to be.
    """
    fields = msgspec.inspect.type_info(shape).fields  # type: ignore[attr-defined]
    given: dict[str, Any] = {}
    for field in fields:
        if field.type == UPLOADS:
            given[field.encode_name] = uploads_of(pairs.getall(field.encode_name, []))
            continue
        values = [str(one).replace("\r\n", "\n") for one in pairs.getall(field.encode_name, [])]
        if isinstance(field.type, _LISTS):
            given[field.encode_name] = values
        elif values:
            given[field.encode_name] = values[-1]
    try:
        return msgspec.convert(given, shape, strict=False)
    except msgspec.ValidationError as error:
        raise FormUnfit(_named(str(error))) from None


def _named(fault: str) -> str:
    """The field a fault is about.

    >>> _named("Expected `int`, got `str` - at `$.days`")
    'days'
    >>> _named("Object missing required field `name`")
    'name'
    """
    return fault.rstrip("`").rpartition("`")[2].removeprefix("$.")


def _hosts(request: AnyRequest) -> set[str]:
    return {request.headers.get("host", ""), host_of(request.scope)} - {""}
