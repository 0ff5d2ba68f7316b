"""Libraries that come with an extra: where one is missing, the name of the extra is said, not that of the library."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from humanely.errors import ExtraMissing

EXTRAS: Mapping[str, frozenset[str]] = {
    "serve": frozenset(
        {
            "alembic", "argon2", "babel", "cryptography", "fluent", "granian", "holidays", "httpcore", "httpx",
            "imap_tools", "joserfc", "litestar", "prometheus_client", "psycopg", "pyotp", "segno", "sqlalchemy",
            "standardwebhooks", "tzdata",
        }
    ),
    "credentials": frozenset(
        {
            "cryptography", "fluent", "httpcore", "httpx", "joserfc", "manimgx_fonts", "manimgx_fonts_cjk", "pikepdf",
            "rfc8785", "segno", "typst",
        }
    ),
    "llm": frozenset({"xllamacpp"}),
    "mcp": frozenset({"mcp"}),
}  # fmt: skip
"""The modules of each extra, by the name they are imported by."""


@contextmanager
def extras_named(first: str = "serve") -> Iterator[None]:
    """Turn the missing library of an extra into an error that says what to install; anything else stays as it is.

    Args:
        first: the extra that is named where several bring the library.

    Raises:
        ExtraMissing: a library of an extra is not installed.

    >>> with extras_named():
    ...     raise ModuleNotFoundError(name="litestar.openapi")
    Traceback (most recent call last):
        ...
    humanely.errors.ExtraMissing: This needs the extra 'serve', which is not installed. Run: pip install \
'humanely[serve]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        named = (first, *EXTRAS)
        extra = next((name for name in named if package in EXTRAS[name]), None)
        if extra is None:
            raise
        raise ExtraMissing(extra) from error
