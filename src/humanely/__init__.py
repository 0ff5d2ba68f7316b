"""Humanely, the open, self-hosted empathy layer for digital interactions."""

from typing import TYPE_CHECKING, Any

from humanely.errors import HumanelyError

if TYPE_CHECKING:
    from humanely.affect.reading import Reading
    from humanely.estimate import read

__all__ = ["HumanelyError", "Reading", "read"]

_HOME = {"Reading": "humanely.affect.reading", "read": "humanely.estimate"}


def __getattr__(name: str) -> Any:
    """Load the public names when they are used, so that `import humanely` is quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'humanely' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
