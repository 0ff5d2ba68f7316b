"""The trained encoder as an ONNX graph with int8 weights: token ids in, one vector a text out.

Activations are quantised *row by row*: each token's vector gets the scale of its own largest value.
A reading therefore does not depend on what else is in the batch, as it would with one scale for the
whole tensor, and nothing needs calibration data. Weights have one scale per output column. The word
table keeps its 4-bit blocks and lies in a file of its own, as it is the same in every generation.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data

from training.network import Shape

MICROSOFT = "com.microsoft"
WORDS = "text.words.bin"
EPSILON = 1e-12
ZERO = 128  # of the unsigned activations
LARGEST = 63  # of the signed weights: two products then fit 16 bits, so processors without VNNI agree


class Builder:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.count = 0

    def weight(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], *, outputs: int = 1, domain: str = "", **attributes: object) -> str:
        """Append a node and return its (first) output."""
        self.count += 1
        names = [f"{kind.lower()}_{self.count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def linear(self, x: str, rows: tuple[str, str], name: str, weight: np.ndarray) -> str:
        """Multiply quantised `x` by `weight`, float32 of shape (out, in), without its bias."""
        scale = np.maximum(np.abs(weight).max(1) / LARGEST, 1e-12).astype(np.float32)
        whole = np.round(weight / scale[:, None]).astype(np.int8)
        product = self.add(
            "MatMulIntegerToFloat",
            [x, self.weight(f"{name}.q", whole.T), "one", self.weight(f"{name}.s", scale), "zero"],
            domain=MICROSOFT,
        )
        return self.add("Mul", [product, rows[0]])

    def quantise(self, x: str) -> tuple[str, tuple[str, str]]:
        """Quantise each row of `x` by its largest absolute value."""
        high = self.add("ReduceMax", [x, "last"], keepdims=1)
        low = self.add("Neg", [self.add("ReduceMin", [x, "last"], keepdims=1)])
        scale = self.add("Mul", [self.add("Max", [high, low, "tiny"]), "step"])
        flat = self.add("Squeeze", [scale, "last"])
        return self.add("QuantizeLinear", [x, flat, "zeros"], axis=0), (scale, flat)


def pack(values: np.ndarray) -> bytes:
    """Pack whole numbers in [-8, 7] two to a byte, the first in the low half."""
    bits = (values.reshape(-1, 2) & 15).astype(np.uint8)
    return (bits[:, 0] | (bits[:, 1] << 4)).tobytes()


def constants(to: Builder) -> None:
    to.weight("one", np.float32(1))
    to.weight("zero", np.uint8(ZERO))
    to.weight("step", np.array([1 / 127], np.float32))
    to.weight("tiny", np.array([[1e-9]], np.float32))
    to.weight("last", np.array([1]))
    to.weight("axis_two", np.array([2]))
    to.weight("from", np.array([0]))
    to.weight("token_axis", np.array([1]))


def embed(to: Builder, shape: Shape, state: Mapping[str, np.ndarray], words: Mapping[str, np.ndarray]) -> str:
    """Word, place and segment vectors, normalised; shape (batch * tokens, width)."""
    values = words["values"]
    to.weights.append(helper.make_tensor("word.q", TensorProto.INT4, values.shape, pack(values), raw=True))
    to.weight("word.s", words["scales"].astype(np.float32))
    word = to.add(
        "GatherBlockQuantized", ["word.q", "ids", "word.s"],
        domain=MICROSOFT, gather_axis=0, quantize_axis=1, block_size=32,
    )  # fmt: skip
    places = to.weight("place", state["encoder.position.weight"] + state["encoder.segment"])
    length = to.add("Shape", ["ids"], start=1, end=2)
    summed = to.add("Add", [word, to.add("Slice", [places, "from", length, "from"])])
    flat = to.add("Reshape", [summed, to.weight("to_rows", np.array([-1, shape.width]))])
    scale = to.weight("norm.w", state["encoder.norm.weight"])
    shift = to.weight("norm.b", state["encoder.norm.bias"])
    return to.add("LayerNormalization", [flat, scale, shift], axis=-1, epsilon=EPSILON)


def layer(to: Builder, x: str, i: int, shape: Shape, state: Mapping[str, np.ndarray]) -> str:
    """One transformer layer on rows."""
    name = f"encoder.layers.{i}"

    def part(suffix: str) -> str:
        return to.weight(f"{name}.{suffix}", state[f"{name}.{suffix}"])

    def merge(base: str, change: str, norm: str, bias: str) -> str:
        summed = to.add("Add", [base, to.add("Add", [change, part(bias)])])
        inputs = [summed, part(f"{norm}.weight"), part(f"{norm}.bias")]
        return to.add("LayerNormalization", inputs, axis=-1, epsilon=EPSILON)

    quantised, rows = to.quantise(x)
    qkv = to.linear(quantised, rows, f"{name}.qkv", state[f"{name}.qkv.weight"])
    cube = to.add("Reshape", [qkv, "to_cube"])
    first = to.add("Split", [cube], outputs=3, axis=2, num_outputs=3)
    q, k, v = (first.removesuffix("_0") + f"_{j}" for j in range(3))
    mixed = to.add("MultiHeadAttention", [q, k, v, part("qkv.bias"), "mask"], domain=MICROSOFT, num_heads=shape.heads)
    flat = to.add("Reshape", [mixed, "to_rows"])
    quantised, rows = to.quantise(flat)
    x = merge(x, to.linear(quantised, rows, f"{name}.out", state[f"{name}.out.weight"]), "norm1", "out.bias")
    quantised, rows = to.quantise(x)
    wide = to.linear(quantised, rows, f"{name}.up", state[f"{name}.up.weight"])
    curved = to.add("BiasGelu", [wide, part("up.bias")], domain=MICROSOFT)
    quantised, rows = to.quantise(curved)
    return merge(x, to.linear(quantised, rows, f"{name}.down", state[f"{name}.down.weight"]), "norm2", "down.bias")


def build(shape: Shape, state: Mapping[str, np.ndarray], words: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """Return the whole graph: `ids` int64 and `mask` int32, shape (batch, tokens), to `vector`, (batch, width)."""
    to = Builder()
    constants(to)
    x = embed(to, shape, state, words)
    batch = to.add("Shape", ["ids"], start=0, end=1)
    length = to.add("Shape", ["ids"], start=1, end=2)
    tail = to.weight("qkv_width", np.array([3 * shape.width]))
    to.nodes.append(helper.make_node("Concat", [batch, length, tail], ["to_cube"], axis=0))
    out_tail = to.weight("width", np.array([shape.width]))
    to_pool = to.add("Concat", [batch, length, out_tail], axis=0)
    row_count = to.add("Shape", [x], start=0, end=1)
    to.nodes.append(helper.make_node("Expand", ["zero", row_count], ["zeros"]))
    for i in range(shape.layers):
        x = layer(to, x, i, shape, state)
    weights = to.add("Unsqueeze", [to.add("Cast", ["mask"], to=TensorProto.FLOAT), "axis_two"])
    kept = to.add("Mul", [to.add("Reshape", [x, to_pool]), weights])
    total = to.add("ReduceSum", [kept, "token_axis"], keepdims=0)
    count = to.add("ReduceSum", [weights, "token_axis"], keepdims=0)
    to.nodes.append(helper.make_node("Div", [total, count], ["vector"]))
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "tokens"]),
        helper.make_tensor_value_info("mask", TensorProto.INT32, ["batch", "tokens"]),
    ]
    outputs = [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", shape.width])]
    graph = helper.make_graph(to.nodes, "text", inputs, outputs, to.weights)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def save(model: onnx.ModelProto, folder: Path) -> None:
    """Write ``text.onnx``, and the word table beside it."""
    table = folder / WORDS
    table.unlink(missing_ok=True)
    for tensor in model.graph.initializer:
        if tensor.name.startswith("word."):
            set_external_data(tensor, WORDS)
    onnx.save_model(model, folder / "text.onnx")
