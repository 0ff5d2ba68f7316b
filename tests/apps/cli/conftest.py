"""What tests of several commands take."""

from tests.apps.cli.data_folders import folder

__all__ = ["folder"]
