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
DIP = 0.171  # the curve between two layers never falls lower
HIDDEN = -1e4  # added to the scores of padding
LARGEST = 63  # of the signed weights: two products then fit 16 bits, so processors without VNNI agree


class Builder:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.count = 0

    def weight(self, name: str, value: np.ndarray | np.generic) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], *, outputs: int = 1, domain: str = "", **attributes: object) -> str:
        """Append a node and return its (first) output."""
        self.count += 1
        names = [f"{kind.lower()}_{self.count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def linear(self, x: str, rows: str, name: str, weight: np.ndarray) -> str:
        """Multiply quantised `x` by `weight`, float32 of shape (out, in), without its bias."""
        scale = np.maximum(np.abs(weight).max(1) / LARGEST, 1e-12).astype(np.float32)
        whole = np.round(weight / scale[:, None]).astype(np.int8)
        product = self.add(
            "MatMulIntegerToFloat",
            [x, self.weight(f"{name}.q", whole.T), "one", self.weight(f"{name}.s", scale), "zero"],
            domain=MICROSOFT,
        )
        return self.add("Mul", [product, rows])

    def quantise(self, x: str, least: str | None = None) -> tuple[str, str]:
        """Quantise each row of `x` by its largest absolute value; return it with the scales, shape (rows, 1).

        Args:
            x: float32, shape (rows, columns).
            least: a bound that no negative value exceeds, where one is known: it spares looking for the lowest.
        """
        high = self.add("ReduceMax", [x, "last"], keepdims=1)
        if least is None:
            low = self.add("Neg", [self.add("ReduceMin", [x, "last"], keepdims=1)])
            high = self.add("Max", [high, low, "tiny"])
        else:
            high = self.add("Max", [high, least])
        scale = self.add("Mul", [high, "step"])
        return self.add("QuantizeLinear", [x, self.add("Squeeze", [scale, "last"]), "zeros"], axis=0), scale

    def norm(self, x: str, name: str, state: Mapping[str, np.ndarray]) -> str:
        """Normalise each row of `x`."""
        parts = [self.weight(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *parts], axis=-1, epsilon=EPSILON)


def pack(values: np.ndarray) -> bytes:
    """Pack whole numbers in [-8, 7] two to a byte, the first in the low half."""
    bits = (values.reshape(-1, 2) & 15).astype(np.uint8)
    return (bits[:, 0] | (bits[:, 1] << 4)).tobytes()


def constants(to: Builder, shape: Shape) -> None:
    to.weight("one", np.float32(1))
    to.weight("zero", np.uint8(ZERO))
    to.weight("step", np.array([1 / 127], np.float32))
    to.weight("tiny", np.array([[1e-9]], np.float32))
    to.weight("dip", np.array([[DIP]], np.float32))
    to.weight("hidden", np.float32(HIDDEN))
    to.weight("last", np.array([1]))
    to.weight("from", np.array([0]))
    to.weight("text_axis", np.array([1]))
    to.weight("to_rows", np.array([-1, shape.width]))


def frame(to: Builder, shape: Shape) -> tuple[str, str]:
    """Shapes that all layers share, and what hides the padding; return the mask as float32 and the shape of a cube.

    Tokens come first and texts second all the way: so the products of attention find each head's rows in
    place, and nothing is copied to get them.
    """
    batch = to.add("Shape", ["ids"], start=0, end=1)
    length = to.add("Shape", ["ids"], start=1, end=2)
    heads = to.weight("heads", np.array([shape.heads]))
    to.nodes.append(
        helper.make_node(
            "Concat",
            [length, batch, heads, to.weight("head_width", np.array([shape.width // shape.heads]))],
            ["to_heads"],
            axis=0,
        )
    )
    cube = to.add("Concat", [length, batch, to.weight("width", np.array([shape.width]))], axis=0)
    mask = to.add("Cast", ["mask"], to=TensorProto.FLOAT)
    padding = to.add("Mul", [to.add("Sub", ["one", mask]), "hidden"])
    each = to.add("Unsqueeze", [padding, to.weight("head_axes", np.array([1, 2]))])
    scores = to.add("Concat", [batch, heads, length, length], axis=0)
    to.nodes.append(helper.make_node("Expand", [each, scores], ["hide"]))
    to.nodes.append(helper.make_node("Identity", [length], ["length"]))
    return mask, cube


def embed(to: Builder, state: Mapping[str, np.ndarray], words: Mapping[str, np.ndarray]) -> str:
    """Word, place and segment vectors, normalised; shape (tokens * batch, width)."""
    values = words["values"]
    to.weights.append(helper.make_tensor("word.q", TensorProto.INT4, values.shape, pack(values), raw=True))
    to.weight("word.s", words["scales"].astype(np.float32))
    word = to.add(
        "GatherBlockQuantized", ["word.q", to.add("Transpose", ["ids"], perm=[1, 0]), "word.s"],
        domain=MICROSOFT, gather_axis=0, quantize_axis=1, block_size=32,
    )  # fmt: skip
    places = to.weight("place", state["encoder.position.weight"] + state["encoder.segment"])
    place = to.add("Unsqueeze", [to.add("Slice", [places, "from", "length", "from"]), "text_axis"])
    x = to.norm(to.add("Reshape", [to.add("Add", [word, place]), "to_rows"]), "encoder.norm", state)
    to.nodes.append(helper.make_node("Expand", ["zero", to.add("Shape", [x], start=0, end=1)], ["zeros"]))
    return x


def attend(to: Builder, x: str, name: str, shape: Shape, state: Mapping[str, np.ndarray]) -> str:
    """Mix the tokens of each text, head by head; rows as they came, without the bias of the values.

    The bias of the keys adds the same to all scores of a token, so it changes nothing and is left out;
    that of the values comes through whole, as the shares sum to one, and waits in the bias of the next product.
    """
    quantised, rows = to.quantise(x)
    weights = np.split(state[f"{name}.qkv.weight"], 3)
    q, k, v = (to.linear(quantised, rows, f"{name}.{part}", w) for part, w in zip("qkv", weights, strict=True))
    q = to.add("Add", [q, to.weight(f"{name}.q.bias", np.split(state[f"{name}.qkv.bias"], 3)[0])])
    q, k, v = (to.add("Reshape", [part, "to_heads"]) for part in (q, k, v))
    root = (shape.width // shape.heads) ** -0.5
    scores = to.add("FusedMatMul", [q, k], domain=MICROSOFT, alpha=root, transB=1, transBatchA=1, transBatchB=1)
    shares = to.add("Softmax", [to.add("Add", [scores, "hide"])], axis=-1)
    mixed = to.add("FusedMatMul", [shares, v], domain=MICROSOFT, transBatchB=1)
    return to.add("Reshape", [to.add("Transpose", [mixed], perm=[2, 0, 1, 3]), "to_rows"])


def layer(to: Builder, x: str, i: int, shape: Shape, state: Mapping[str, np.ndarray]) -> str:
    """One transformer layer on rows."""
    name = f"encoder.layers.{i}"

    def merge(base: str, change: str, norm: str, bias: np.ndarray) -> str:
        change = to.add("Add", [change, to.weight(f"{name}.{norm}.before", bias)])
        return to.norm(to.add("Add", [base, change]), f"{name}.{norm}", state)

    quantised, rows = to.quantise(attend(to, x, name, shape, state))
    out = state[f"{name}.out.weight"]
    values_bias = np.split(state[f"{name}.qkv.bias"], 3)[2]
    changed = to.linear(quantised, rows, f"{name}.out", out)
    x = merge(x, changed, "norm1", state[f"{name}.out.bias"] + out @ values_bias)
    quantised, rows = to.quantise(x)
    wide = to.linear(quantised, rows, f"{name}.up", state[f"{name}.up.weight"])
    bias = to.weight(f"{name}.up.bias", state[f"{name}.up.bias"])
    curved = to.add("FastGelu", [wide, bias], domain=MICROSOFT)
    quantised, rows = to.quantise(curved, "dip")
    changed = to.linear(quantised, rows, f"{name}.down", state[f"{name}.down.weight"])
    return merge(x, changed, "norm2", state[f"{name}.down.bias"])


def pool(to: Builder, x: str, mask: str, cube: str) -> None:
    """The mean of each text's tokens, padding left out."""
    weights = to.add("Unsqueeze", [to.add("Transpose", [mask], perm=[1, 0]), to.weight("column", np.array([2]))])
    kept = to.add("Mul", [to.add("Reshape", [x, cube]), weights])
    total = to.add("ReduceSum", [kept, "from"], keepdims=0)
    count = to.add("ReduceSum", [weights, "from"], keepdims=0)
    to.nodes.append(helper.make_node("Div", [total, count], ["vector"]))


def build(shape: Shape, state: Mapping[str, np.ndarray], words: Mapping[str, np.ndarray]) -> onnx.ModelProto:
    """Return the whole graph: `ids` int64 and `mask` int32, shape (batch, tokens), to `vector`, (batch, width)."""
    to = Builder()
    constants(to, shape)
    mask, cube = frame(to, shape)
    x = embed(to, state, words)
    for i in range(shape.layers):
        x = layer(to, x, i, shape, state)
    pool(to, x, mask, cube)
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
    table.chmod(0o644)
