import msgspec

from humanely.audit.exports.rows import Reject


def test_a_reject_is_one_line_of_json() -> None:
    reject = Reject("export.csv", 3, "no text", "Name the column.")
    assert msgspec.json.encode(reject) == (
        b'{"source":"export.csv","line":3,"reason":"no text","fix":"Name the column."}'
    )
