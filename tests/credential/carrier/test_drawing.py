"""Which SVG we are willing to show."""

from pathlib import Path

import pytest

from humanely.credential.carrier.drawing import refuse_active
from humanely.credential.carrier.svg import bake
from humanely.credential.carrier.unreadable import CarrierUnreadable
from tests.credential.carrier.making import ASSETS, CREDENTIAL, SAMPLES, SVG


@pytest.mark.parametrize("path", sorted(ASSETS.glob("active_*.svg")), ids=lambda path: path.stem)
def test_whatever_acts_or_loads_is_not_shown(path: Path) -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        refuse_active(path.read_bytes())
    assert caught.value.fault == "active_content"


def test_a_drawing_with_a_credential_in_it_is_shown() -> None:
    refuse_active(bake(SVG, CREDENTIAL))


@pytest.mark.parametrize(
    "drawn",
    [
        '<g transform="translate(1 2) rotate(3)"><path d="M0 0L1 1"/></g>',
        '<rect style="fill:rgb(1 2 3); stroke: url(#sky)"/>',
        '<use href="#star"/>',
        "<title>Badge (first aid) @ school</title>",
        '<g id="a(b)" aria-label="Badge: url(x), drawn"/>',
    ],
)
def test_what_only_draws_is_shown(drawn: str) -> None:
    refuse_active(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'.encode())


def test_a_drawing_with_entities_is_not_shown() -> None:
    with pytest.raises(CarrierUnreadable) as caught:
        refuse_active((ASSETS / "entity_bomb.svg").read_bytes())
    assert caught.value.fault == "entities"


@pytest.mark.public_data
@pytest.mark.skipif(not SAMPLES.exists(), reason="the public samples are not beside the project")
@pytest.mark.parametrize("name", ["simple-json.svg", "simple-jwt.svg"])
def test_public_samples_only_draw(name: str) -> None:
    refuse_active((SAMPLES / name).read_bytes())
