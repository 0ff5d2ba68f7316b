"""Facts about replies of a model: what is sent passed the check, and somebody always answers."""

import socket

import msgspec
import pytest

from humanely.response.check import check
from humanely.response.generated.generate import Generated, generate, vet
from humanely.response.generated.local_model import LocalModel
from humanely.response.generated.model_server import ModelServer
from humanely.response.generated.model_server_settings import ServerSettings
from humanely.response.rules import default_rules
from humanely.response.situation import Situation
from tests.response.moments import Moment, moments
from tests.response.peer import Said, saying

RULES = default_rules()
ASKS = next(one for one in moments() if one.text.startswith("Do you ship"))
PROMISES = "I promise you a full refund, and you ship to Norway."
FINE = "Yes, we ship to Norway."
BUSY = Said(status=503)


def wrote(text: str) -> Said:
    return Said(body=msgspec.json.encode({"choices": [{"message": {"content": text}, "finish_reason": "stop"}]}))


def server(base_url: str) -> ModelServer:
    return ModelServer(ServerSettings(base_url=base_url, model="m", timeout_s=2.0, deadline_s=4.0, retries=0))


def answered(moment: Moment, *answers: Said) -> Generated:
    with saying(answers) as peer, server(peer.base_url) as asked:
        return generate(asked, moment.prompt(), moment.situation, RULES)


# ── a real model ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("moment", moments()[::6], ids=lambda moment: moment.text[:20])
def test_whatever_a_real_model_writes_is_sent_checked_or_not_at_all(local_model: LocalModel, moment: Moment) -> None:
    prompt = moment.prompt()
    came = generate(local_model.server, prompt, moment.situation, RULES)
    grounded = prompt.grounded(moment.situation)
    assert (came.text is None) == (came.fallback is not None)
    assert came.text is None or check(came.text, grounded, RULES).passed
    assert 1 <= len(came.tries) <= 2
    assert [one.usage is not None for one in came.tries] == [True] * len(came.tries)
    assert came.verdict == came.tries[-1].verdict


def test_a_real_model_writes_a_refused_draft_anew(local_model: LocalModel) -> None:
    came = vet(PROMISES, ASKS.situation, RULES, server=local_model.server, prompt=ASKS.prompt())
    assert [one.usage is None for one in came.tries] == [True, False]
    assert came.tries[0].came == "refused"
    assert came.text is None or check(came.text, ASKS.prompt().grounded(ASKS.situation), RULES).passed


# ── a model that goes wrong ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_good_draft_is_sent_as_it_is() -> None:
    came = answered(ASKS, wrote(FINE))
    assert (came.text, came.fallback, [one.came for one in came.tries]) == (FINE, None, ["passed"])
    assert came.usages[0].model == "m"


def test_a_model_that_promises_too_much_is_told_and_writes_anew() -> None:
    with saying([wrote(PROMISES), wrote(FINE)]) as peer, server(peer.base_url) as asked:
        came = generate(asked, ASKS.prompt(), ASKS.situation, RULES)
    assert (came.text, [one.came for one in came.tries]) == (FINE, ["refused", "passed"])
    assert RULES.checks["promise_refund"].fix.encode() in peer.heard[1][1]


def test_a_model_that_does_not_learn_is_asked_no_third_time() -> None:
    with saying([wrote(PROMISES)]) as peer, server(peer.base_url) as asked:
        came = generate(asked, ASKS.prompt(), ASKS.situation, RULES)
    assert (came.text, came.fallback, len(peer.heard)) == (None, "scripted", 2)
    assert came.verdict is not None
    assert "promise_refund" in {one.name for one in came.verdict.findings}


def test_what_can_be_mended_is_mended_without_asking_again() -> None:
    came = answered(ASKS, wrote(f"Rest assured. {FINE}"))
    assert (came.text, [one.came for one in came.tries]) == (FINE, ["repaired"])


def test_a_model_that_recites_or_echoes_is_refused() -> None:
    instructions = ASKS.prompt().messages[0].content
    came = answered(ASKS, wrote(instructions[:300]), wrote("Do you ship to Norway?"))
    assert [one.came for one in came.tries] == ["refused", "refused"]
    found = [{finding.name for finding in one.verdict.findings} for one in came.tries]
    assert "recites_instructions" in found[0]
    assert "echoes_person" in found[1]
    assert not came.tries[0].verdict.passed


def test_the_person_is_called_by_the_name_they_just_gave() -> None:
    moment = Moment(text="I'm Anna. Do you ship to Norway?", facts={"answer": "We ship to Norway."})
    with saying([wrote("Yes, [name], we ship to Norway.")]) as peer, server(peer.base_url) as asked:
        came = generate(asked, moment.prompt(), moment.situation, RULES)
    assert came.text == "Yes, Anna, we ship to Norway."
    assert b"Anna" not in peer.heard[0][1]


def test_a_placeholder_with_nothing_behind_it_is_never_sent() -> None:
    came = answered(ASKS, wrote("Yes, [name], we ship to Norway."))
    assert came.text is None


def test_a_fact_of_the_operator_is_put_back_whole() -> None:
    moment = Moment(text="How can I call you?", facts={"answer": "Call +44 20 7946 0958."})
    assert answered(moment, wrote("You can call [phone 1].")).text == "You can call +44 20 7946 0958."


def test_a_voice_reply_can_be_read_aloud() -> None:
    moment = Moment(text="Is it ready?", facts={"status": "It is ready."})
    prompt, situation = moment.prompt(), msgspec.structs.replace(moment.situation, channel="voice")
    with saying([wrote("It is ready (yes).\nCome by.")]) as peer, server(peer.base_url) as asked:
        assert generate(asked, prompt, situation, RULES).text == "It is ready yes. Come by."


# ── nobody writes ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_fault_of_the_server_is_named_and_somebody_else_answers() -> None:
    came = answered(ASKS, BUSY)
    assert (came.text, came.fallback, came.fault) == (None, "scripted", "model_server_refused")
    assert (came.tries, came.verdict, came.usages) == ((), None, ())


def test_a_fault_at_the_second_try_keeps_the_verdict_on_the_first() -> None:
    came = answered(ASKS, wrote(PROMISES), BUSY)
    assert (came.fallback, came.fault, len(came.tries)) == ("scripted", "model_server_refused", 1)
    assert came.verdict is not None


def test_a_human_answers_where_one_is_due() -> None:
    assert answered(msgspec.structs.replace(ASKS, situations=frozenset({"vulnerable"})), BUSY).fallback == "human"


def test_both_tries_share_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        silent = ServerSettings(
            base_url=f"http://127.0.0.1:{listener.getsockname()[1]}/v1", model="m", timeout_s=0.2, deadline_s=0.3
        )
        with ModelServer(silent) as asked:
            came = vet(PROMISES, ASKS.situation, RULES, server=asked, prompt=ASKS.prompt())
    assert (came.fault, len(came.tries)) == ("model_server_timed_out", 1)


@pytest.mark.parametrize("changed", [{"crisis": True}, {"human_speaking": True}])
def test_where_a_life_may_be_at_risk_or_a_human_speaks_no_model_is_asked(changed: dict[str, bool]) -> None:
    situation = msgspec.structs.replace(ASKS.situation, **changed)
    with saying([wrote(FINE)]) as peer, server(peer.base_url) as asked:
        came = generate(asked, ASKS.prompt(), situation, RULES)
        vetted = vet(PROMISES, situation, RULES, server=asked, prompt=ASKS.prompt())
    assert peer.heard == []
    assert (came.text, came.fallback) == (vetted.text, vetted.fallback) == (None, "human")


# ── drafts from elsewhere ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_from_elsewhere_is_checked_the_same_way() -> None:
    situation = Situation(messages=("Where is it?",), language="en", valence=-0.5)
    assert vet("It is on its way.", situation, RULES).tries[0].came == "passed"
    assert vet("It is on its way!", situation, RULES).text == "It is on its way."
    refused = vet(PROMISES, situation, RULES)
    assert (refused.text, refused.fallback, len(refused.tries)) == (None, "scripted", 1)


def test_a_draft_is_written_anew_without_its_personal_data_leaving() -> None:
    situation = Situation(messages=("I'm Anna Keller, do you ship to Norway?",), language="en", facts=(FINE,))
    prompt = Moment(text=situation.messages[0], facts={"answer": FINE}).prompt()
    with saying([wrote(FINE)]) as peer, server(peer.base_url) as asked:
        came = vet(f"Anna, {PROMISES} Mail z@example.org", situation, RULES, server=asked, prompt=prompt)
    assert came.text == FINE
    assert not any(secret in peer.heard[0][1] for secret in (b"Anna", b"Keller", b"example.org"))
