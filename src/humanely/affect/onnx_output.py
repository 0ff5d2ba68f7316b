"""A model with one output more: a value of its graph that it had kept to itself.

An ONNX file is a Protocol Buffers message; the few fields touched here are read by hand, as the library that edits
models is no library we ship.

Source: onnx.proto (ModelProto.graph = 7; GraphProto.node = 1, output = 12; NodeProto.output = 2;
ValueInfoProto.name = 1, type = 2; TypeProto.tensor_type = 1; TypeProto.Tensor.elem_type = 1; FLOAT = 1).
"""

from collections.abc import Iterator

import msgspec

from humanely.errors import HumanelyError

_GRAPH, _NODE, _GRAPH_OUTPUT, _NODE_OUTPUT = 7, 1, 12, 2
_VARINT, _FIXED64, _LENGTH, _FIXED32 = 0, 1, 2, 5
_FLOAT_TENSOR = b"\x0a\x02\x08\x01"


class ValueMissing(HumanelyError):
    """No node of the graph makes the value it should give."""

    code = "value_missing"

    def __init__(self, name: str) -> None:
        super().__init__(f"The model has no value {name!r}.", fix="Reinstall the package: pip install humanely.")


class _Field(msgspec.Struct, frozen=True):
    """One field of a message: its number, its bytes with the key, and without."""

    number: int
    whole: memoryview
    body: memoryview


def with_output(model: bytes, value: str) -> bytes:
    """The model, which also gives a value of floats; weights in other files stay there.

    Raises:
        ValueMissing: no node makes it.
    """
    parts = [
        _delimited(_GRAPH, _graph(field.body, value)) if field.number == _GRAPH else bytes(field.whole)
        for field in _fields(memoryview(model))
    ]
    return b"".join(parts)


def _graph(graph: memoryview, value: str) -> bytes:
    if not any(field.number == _NODE and _makes(field.body, value) for field in _fields(graph)):
        raise ValueMissing(value)
    output = _delimited(1, value.encode()) + _delimited(2, _FLOAT_TENSOR)
    return bytes(graph) + _delimited(_GRAPH_OUTPUT, output)


def _makes(node: memoryview, value: str) -> bool:
    return any(field.number == _NODE_OUTPUT and bytes(field.body) == value.encode() for field in _fields(node))


def _fields(message: memoryview) -> Iterator[_Field]:
    at = 0
    while at < len(message):
        begin = at
        key, at = _number(message, at)
        body, at = _body(message, key & 7, at)
        yield _Field(key >> 3, message[begin:at], body)


def _body(message: memoryview, kind: int, at: int) -> tuple[memoryview, int]:
    if kind == _LENGTH:
        length, at = _number(message, at)
        return message[at : at + length], at + length
    end = _number(message, at)[1] if kind == _VARINT else at + {_FIXED64: 8, _FIXED32: 4}[kind]
    return message[at:end], end


def _number(message: memoryview, at: int) -> tuple[int, int]:
    """A whole number, seven bits a byte, the lowest first; and where it ends."""
    number = shift = 0
    while message[at] > 127:
        number |= (message[at] & 127) << shift
        shift, at = shift + 7, at + 1
    return number | message[at] << shift, at + 1


def _delimited(number: int, body: bytes) -> bytes:
    return _written(number << 3 | _LENGTH) + _written(len(body)) + body


def _written(number: int) -> bytes:
    """
    >>> _written(300).hex()
    'ac02'
    """
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
