"""What a visitor is shown names nothing of the house, and calls only what is known."""

import msgspec

from humanely.apps.widget.shown import reach
from tests.apps.running import Running
from tests.apps.widget.conftest import Visiting
from tests.pipeline.room import PLAIN

UPSET = "I have asked three times now and nobody answers."


def test_only_numbers_that_are_known_can_be_called() -> None:
    here = msgspec.structs.replace(PLAIN, place="DE")
    card = "If your life is in danger now, call 112.\nFind a line: findahelpline.com\nChecked on 22 November 2026"
    assert reach(card, here) == {"112": "tel:112", "findahelpline.com": "https://findahelpline.com"}
    assert reach("Your order 4711 is late.", here) == {}


def test_staff_are_named_only_where_the_house_tells_names(visitor: Visiting, server: Running) -> None:
    visitor.say(UPSET)
    with server.client("turns", "read") as staff:
        person = visitor.post("export").json()["person_id"]
        conversation = visitor.post("export").json()["conversations"][0]["conversation_id"]
        said = {"conversation_id": conversation, "person_id": person, "speaker": "agent", "text": "Mira here."}
        staff.post("/v1/turns", json=said).raise_for_status()
    lines = visitor.post("start", token=visitor.began["token"]).json()["lines"]
    assert [(line["author"], line["name"]) for line in lines if line["text"] == "Mira here."] == [("human", "")]
    assert "agent" not in lines[-1]
