"""JSON of strangers: what two readers could see differently is refused, and said which."""

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from humanely.credential.proof.strict_json import (
    GREATEST_INTEGER,
    MOST_BYTES,
    MOST_LEVELS,
    CredentialUnreadable,
    read,
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-GREATEST_INTEGER, GREATEST_INTEGER)
    | st.floats(-GREATEST_INTEGER, GREATEST_INTEGER)
    | st.floats(1e21, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=20)


@given(st.dictionaries(names, values), st.booleans())
def test_what_any_writer_writes_is_read_as_it_is(value: dict[str, Any], ascii_only: bool) -> None:
    assert read(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.dictionaries(names, values))
def test_whatever_is_read_has_a_canonical_form_that_reads_the_same(value: dict[str, Any]) -> None:
    canonical = rfc8785.dumps(read(json.dumps(value).encode()))
    assert rfc8785.dumps(read(canonical)) == canonical


def nested(levels: int) -> bytes:
    return b'{"a":' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


@pytest.mark.parametrize(
    ("fault", "data"),
    [
        ("too_large", b'{"a":"' + b"a" * MOST_BYTES + b'"}'),
        ("not_json", b""),
        ("not_json", b"{"),
        ("not_json", b"{} {}"),
        ("not_json", b'{"a":1,}'),
        ("not_json", b"{'a':1}"),
        ("not_json", b'{"a":01}'),
        ("not_json", b'{"a":"\n"}'),
        ("not_json", b'\xef\xbb\xbf{"a":1}'),
        ("not_json", '{"a":1}'.encode("utf-16-be")),
        ("bad_text", '{"a":"é"}'.encode("latin-1")),
        ("bad_text", '{"a":1}'.encode("utf-16")),
        ("bad_text", b'{"a":"\xed\xa0\x80"}'),
        ("bad_text", b'{"a":"\\ud800"}'),
        ("bad_text", b'{"\\udc00":1}'),
        ("bad_text", b'{"a":["\\udc00\\ud800"]}'),
        ("not_an_object", b"[]"),
        ("not_an_object", b'"a"'),
        ("not_an_object", b"null"),
        ("duplicate_key", b'{"a":1,"a":1}'),
        ("duplicate_key", b'{"a":1,"\\u0061":2}'),
        ("duplicate_key", b'{"b":[{"c":{"a":1,"b":2,"a":3}}]}'),
        ("too_deep", nested(MOST_LEVELS + 1)),
        ("too_deep", nested(100_000)),
        ("too_deep", b'{"a":' * 65 + b"1" + b"}" * 65),
        ("bad_number", b'{"a":NaN}'),
        ("bad_number", b'{"a":Infinity}'),
        ("bad_number", b'{"a":-Infinity}'),
        ("bad_number", b'{"a":1e400}'),
        ("bad_number", b'{"a":9007199254740992}'),
        ("bad_number", b'{"a":9007199254740992.0}'),
        ("bad_number", b'{"a":-1e20}'),
        ("bad_number", b'{"a":-9007199254740992}'),
        ("bad_number", b'{"a":' + b"9" * 100_000 + b"}"),
    ],
)
def test_what_two_readers_could_see_differently_is_refused(fault: str, data: bytes) -> None:
    with pytest.raises(CredentialUnreadable) as caught:
        read(data)
    assert caught.value.fault == fault


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (nested(2), {"a": [[]][0]}),
        (b'{"a":"\\ud83d\\ude00"}', {"a": "\U0001f600"}),
        (b'{"a":"\\\\ud800"}', {"a": "\\ud800"}),
        (b'{"a":9007199254740991}', {"a": GREATEST_INTEGER}),
        (b'{"a":-0}', {"a": 0}),
        (b' {"a":1e2}\n', {"a": 100.0}),
        (b'{"a":1e30}', {"a": 1e30}),
        (b'{"a":1,"A":2}', {"a": 1, "A": 2}),
    ],
)
def test_unusual_but_plain_json_is_read(data: bytes, value: dict[str, Any]) -> None:
    assert read(data) == value


def test_as_many_levels_as_allowed_are_read_however_many_brackets_there_are() -> None:
    assert read(nested(MOST_LEVELS))
    assert len(read(b'{"a":[' + b"[]," * 100 + b"[]]}")["a"]) == 101
