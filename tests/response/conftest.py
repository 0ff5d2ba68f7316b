"""A real model for the tests of replies: SmolLM2, run by xllamacpp on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from humanely.response.generated.local_model import LocalModel, LocalSettings, start

PATIENT_S = 120.0
"""Tests run on busy machines."""


@pytest.fixture(scope="session")
def local_model(model_file: Path) -> Iterator[LocalModel]:
    """The model, running."""
    settings = LocalSettings(
        file=str(model_file),
        timeout_s=PATIENT_S,
        deadline_s=PATIENT_S,
        send={"max_tokens": 40, "temperature": 0.0},
    )
    with start(settings) as model:
        yield model
