import msgspec
import pytest

from humanely.affect.reading import Crisis, Evidence, ModelName, Reading


@pytest.fixture
def reading() -> Reading:
    return Reading(
        language="en",
        language_status="measured",
        emotions={"joy": 0.9},
        labels=("joy",),
        ekman={"joy": 0.9},
        plutchik={"joy": 0.8},
        sentiment={"neg": 0.0, "neu": 0.1, "pos": 0.9},
        valence=0.8,
        arousal=0.6,
        situation={"grateful": 0.7},
        situations=("grateful",),
        need=0.4,
        crisis=Crisis(fired=False, probability=0.01, layer=None),
        confident=True,
        reason=None,
        evidence=(Evidence(0, 5, "lucky", "joy", 0.4),),
        model=ModelName("m", "1"),
    )


def test_a_reading_survives_json(reading: Reading) -> None:
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


def test_a_reading_cannot_be_changed(reading: Reading) -> None:
    with pytest.raises(AttributeError):
        reading.valence = 0.0  # type: ignore[misc]
