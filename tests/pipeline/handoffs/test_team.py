"""A team that works elsewhere."""

from humanely.pipeline.handoffs.team import Elsewhere
from tests.apps.recorded import NOON


def test_a_team_elsewhere_is_there_in_its_hours_and_has_no_names_here() -> None:
    assert Elsewhere().is_there(NOON)
    assert Elsewhere().name("ada") == ""
