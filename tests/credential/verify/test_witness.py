"""What counts once somebody else may have the key: the words that a ledger saw before, whoever signed them since."""

import datetime as dt
import json

import msgspec
import pytest

from humanely.credential.proof.jwt import secure_jwt
from humanely.credential.proof.strict_json import Json
from humanely.credential.verify.known import Known
from humanely.credential.verify.verification import verify_file
from humanely.credential.verify.witness import content
from tests.credential.proof.making import CREATED, KEY, REVOKED_KEY, badge, jwt_of, proved
from tests.credential.verify.making import NOW, known, ours, signed

DAY = dt.timedelta(days=1)
_SHORTLY = ("#" + KEY.method.partition("#")[2], KEY.method.partition("#")[2], None)
LOST = msgspec.structs.replace(known(), compromised={KEY.method: CREATED})


def knowing(seen: dt.datetime) -> Known:
    return msgspec.structs.replace(LOST, witnessed={content(ours()): seen})


def cause_of(shown: Json | str, known: Known = LOST) -> str:
    data = shown.encode() if isinstance(shown, str) else json.dumps(shown).encode()
    return verify_file(data, known, NOW).check("signature").cause


def test_nothing_that_such_a_key_signed_is_good_for_its_date_alone() -> None:
    assert cause_of(signed()) == "key-compromised"
    backdated = proved(ours(), created="2020-01-01T00:00:00Z")
    assert cause_of(backdated) == "key-compromised"


@pytest.mark.parametrize(
    ("seen", "cause"), [(CREATED - DAY, "signature-holds"), (CREATED, "key-compromised"), (NOW, "key-compromised")]
)
def test_what_the_ledger_saw_before_stays_good(seen: dt.datetime, cause: str) -> None:
    assert cause_of(signed(), knowing(seen)) == cause


def test_it_vouches_for_those_very_words_and_no_others() -> None:
    known = knowing(CREATED - DAY)
    assert cause_of(signed(name="Surgery"), known) == "key-compromised"
    assert cause_of({**signed(), "name": "Surgery"}, known) == "signature-does-not-match"


def test_a_jwt_cannot_hide_the_key_by_naming_it_shortly_or_not_at_all() -> None:
    named = (secure_jwt(ours(), KEY), *(jwt_of(ours() | {"iss": KEY.controller}, kid=kid) for kid in _SHORTLY))
    assert [cause_of(text) for text in named] == ["key-compromised"] * len(named)
    assert [cause_of(text, knowing(CREATED - DAY)) for text in named] == ["signature-holds"] * len(named)


def test_a_date_after_the_loss_is_told_as_the_loss() -> None:
    lost = msgspec.structs.replace(known(), compromised={REVOKED_KEY.method: CREATED})
    assert cause_of(proved(badge("did:web:issuer.example"), REVOKED_KEY), lost) == "key-compromised"


def test_nobody_is_accused_and_the_issuer_is_asked() -> None:
    outcome = verify_file(json.dumps(signed()).encode(), LOST, NOW)
    check = outcome.check("signature")
    assert (outcome.verdict, check.answer, check.turn) == ("cannot_tell", "no", "issuer")
    assert check.evidence == ("issuer_records", "new_credential")
