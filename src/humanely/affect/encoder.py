"""Runs the text model: texts in, one vector a text out.

Texts are read in batches of similar length; a vector does not depend on the batch it was in.
Long texts are read in at most eight windows spread over the text, so the work for one text is bounded.
On its way the model also comes by the words of a text, each with a vector; whoever needs them has them from that run,
or asks something of them as they pass.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

from humanely.affect.onnx_output import with_output
from humanely.errors import ModelUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Run = Callable[[NDArray[np.int64]], "tuple[NDArray[np.float64], NDArray[np.float32]]"]
Ask = Callable[[NDArray[np.float32], NDArray[np.bool_]], NDArray[np.float32]]
"""From the words of texts, shape (words, texts, width), and which of them are there, shape (texts, words), to some
columns a text."""

START, PAD, END, UNKNOWN = 0, 1, 2, 3
WINDOW = 94
"""Tokens of one window, without the two end marks."""
WINDOWS = 8
EXCERPT = 600
"""Characters of one excerpt of a text too long to be tokenised whole."""
BATCH_TOKENS = (128, 256)
"""Fewest and most tokens of a batch, padding included: worth a call, and small enough for a processor's cache."""
SIXTH_LAYER = "layernormalization_346"
"""What the sixth of twelve layers gives, as `training.graph` names it: the words that `Encoder.words` speaks of."""

_MARK = re.compile(r"<(?=(?:/?s|pad|unk)>)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff]")


class Encoded(msgspec.Struct, frozen=True):
    """Texts as the encoder sees them.

    Attributes:
        vectors: the mean of the token vectors, float64, shape (texts, width).
        unknown: share of each text's tokens that the vocabulary lacks, [0, 1], shape (texts,).
        asked: what was asked of its words, float64, shape (texts, columns); the mean over the windows of a long text.
    """

    vectors: NDArray[np.float64]
    unknown: NDArray[np.float64]
    asked: NDArray[np.float64]


class Words(msgspec.Struct, frozen=True):
    """The words of a text, as the sixth layer sees them in their context.

    Attributes:
        ids: its tokens; of a long text those of the first window.
        vectors: float32, shape (ids, width).
    """

    ids: Sequence[int]
    vectors: NDArray[np.float32]


def cleaned(text: str) -> str:
    """Replace what the tokenizer cannot take, or takes for its own marks, by something of the same length.

    >>> cleaned("so\\x00 sad"), cleaned("bye</s>")
    ('so  sad', 'bye(/s>')
    """
    return _MARK.sub("(", _CONTROL.sub(" ", text)).encode("utf-8", "replace").decode("utf-8")


def excerpts(text: str) -> list[str]:
    """Cut a very long text to evenly spread excerpts, the first and the last part among them."""
    if len(text) <= WINDOWS * EXCERPT:
        return [text]
    last = len(text) - EXCERPT
    return [text[i * last // (WINDOWS - 1) :][:EXCERPT] for i in range(WINDOWS)]


def windows(ids: Sequence[int]) -> list[Sequence[int]]:
    """Cut tokens into windows, and keep at most eight, evenly spread."""
    cut = [ids[i : i + WINDOW] for i in range(0, len(ids), WINDOW)] or [ids]
    if len(cut) <= WINDOWS:
        return cut
    return [cut[i * (len(cut) - 1) // (WINDOWS - 1)] for i in range(WINDOWS)]


def batches(lengths: NDArray[np.int64], threads: int) -> Iterator[NDArray[np.int64]]:
    """Yield indices, shortest first, in batches of similar length, about four for each thread."""
    fewest, most = BATCH_TOKENS
    room = max(fewest, min(most, int(lengths.sum()) // (4 * threads)))
    order = np.argsort(lengths, kind="stable")
    begin = 0
    for end in range(1, len(order) + 1):
        if end == len(order) or (end + 1 - begin) * lengths[order[end]] > room:
            yield order[begin:end]
            begin = end


class Encoder:
    """The encoder with its tokenizer, loaded when first used.

    Args:
        folder: where ``text.onnx`` and ``text.tokenizer.json`` lie.
        threads: batches run side by side, >= 1; by default the processors this process may use.
        ask: what to ask of the words of every text; nothing, if None.
    """

    def __init__(self, folder: Path, threads: int | None = None, ask: Ask | None = None) -> None:
        self.folder = folder
        self.threads = threads
        self.ask = ask
        self._keeps_words = False
        self._newest: dict[str, Words] = {}

    def __reduce__(self) -> tuple[type["Encoder"], tuple[Path, int | None, Ask | None]]:
        return Encoder, (self.folder, self.threads, self.ask)

    @cached_property
    def session(self) -> "InferenceSession":
        """The model, ready to run."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches side by side are faster than one batch on all threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(self.folder))
        path = self.folder / "text.onnx"
        try:
            model = with_output(path.read_bytes(), SIXTH_LAYER)
            return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime raises many kinds, none of them public
            raise ModelUnavailable(path.name) from error

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """The tokenizer with the kept vocabulary."""
        import tokenizers

        path = self.folder / "text.tokenizer.json"
        try:
            return tokenizers.Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises bare exceptions
            raise ModelUnavailable(path.name) from error

    def tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the token ids of each text, without end marks."""
        parts = [excerpts(cleaned(text)) for text in texts]
        flat = [part for own in parts for part in own]
        encoded = iter(self.tokenizer.encode_batch_fast(flat, add_special_tokens=False))
        return [[i for _ in own for i in next(encoded).ids] for own in parts]

    def encode(self, texts: Sequence[str]) -> Encoded:
        """Turn every text into a vector; equal texts are run once.

        Args:
            texts: any strings, also empty ones.

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        encoded, words = self._encoded(texts, words=self._keeps_words)
        self._newest = words
        return encoded

    def words(self, texts: Sequence[str]) -> list[Words]:
        """The words of every text; one that `encode` has just read is not run again.

        From the first call on, the words of what `encode` reads are kept until it reads something else.

        Raises:
            ModelUnavailable: a model file is missing or damaged.
        """
        self._keeps_words = True
        known = self._newest
        missing = [text for text in texts if text not in known]
        if missing:
            known = known | self._encoded(missing, words=True)[1]
        return [known[text] for text in texts]

    def _encoded(self, texts: Sequence[str], *, words: bool) -> tuple[Encoded, dict[str, Words]]:
        """Every text as a vector, and where it is asked for the words of each."""
        distinct = {text: i for i, text in enumerate(dict.fromkeys(texts))}
        back = np.array([distinct[text] for text in texts], dtype=np.int64)
        ids = self.tokens(list(distinct))
        owners, rows = [], []
        for owner, own in enumerate(ids):
            for window in windows(own):
                owners.append(owner)
                rows.append([START, *window, END])
        found, middle = self._run(rows, words=words)
        weight = np.array([len(row) for row in rows], dtype=np.float64)
        total = np.bincount(owners, weight, len(ids))
        pooled = np.zeros((len(ids), found.shape[1]))
        np.add.at(pooled, owners, found * weight[:, None])
        vectors, asked = np.split((pooled / np.maximum(total, 1)[:, None])[back], [self._width], axis=1)
        unknown = np.array([own.count(UNKNOWN) / max(len(own), 1) for own in ids], dtype=np.float64)
        first = {owner: row for row, owner in reversed(list(enumerate(owners)))}
        of = {text: Words(ids[i][:WINDOW], middle[first[i]]) for text, i in distinct.items()} if words else {}
        return Encoded(vectors, unknown[back], asked), of

    @property
    def _width(self) -> int:
        """Of a vector."""
        return int(self.session.get_outputs()[0].shape[1])

    def _run(self, rows: list[list[int]], *, words: bool) -> tuple[NDArray[np.float64], list[NDArray[np.float32]]]:
        """Encode token rows, batch by batch, several batches at a time: of each its vector with what was asked of its
        words in one row, and its words."""
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        middle = [np.zeros((0, self._width), dtype=np.float32)] * len(rows)
        threads = self.threads or _processors()
        order = list(batches(lengths, threads))[::-1]  # the longest first, so that no thread is left with it

        def run(index: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
            return self._batch([rows[i] for i in index], lengths[index], words=words)

        done = _side_by_side(run, order, threads)
        found = np.zeros((len(rows), done[0][0].shape[1] if done else self._width))
        for index, (columns, tokens) in zip(order, done, strict=True):
            found[index] = columns
            if words:
                for at, i in enumerate(index):
                    middle[i] = tokens[1 : lengths[i] - 1, at].copy()
        return found, middle

    def _batch(
        self, rows: list[list[int]], lengths: NDArray[np.int64], *, words: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Encode a batch, shortest row first: its columns, and its words, the first of each text, the second…"""
        ids = np.full((len(rows), int(lengths[-1])), PAD, dtype=np.int64)
        for at, row in enumerate(rows):
            ids[at, : len(row)] = row
        there = np.arange(ids.shape[1]) < lengths[:, None]
        fed = {"ids": ids, "mask": there.astype(np.int32)}
        none = np.zeros((0, 0, 0), dtype=np.float32)
        if not words and self.ask is None:
            return self.session.run(["vector"], fed)[0].astype(np.float64), none
        vectors, flat = self.session.run(["vector", SIXTH_LAYER], fed)
        tokens = flat.reshape(ids.shape[1], len(rows), vectors.shape[1])
        columns = [vectors] if self.ask is None else [vectors, self.ask(tokens[1:-1], there[:, 2:])]
        # A part of `tokens`, even an empty one, would hold the memory of them all until the last batch is done.
        return np.concatenate(columns, axis=1, dtype=np.float64), tokens if words else none


def _side_by_side(
    run: Run, order: list[NDArray[np.int64]], threads: int
) -> list[tuple[NDArray[np.float64], NDArray[np.float32]]]:
    """Run batches on several threads; the results come in the order given."""
    if min(threads, len(order)) < 2:
        return [run(index) for index in order]
    with ThreadPoolExecutor(min(threads, len(order))) as pool:
        return list(pool.map(run, order))


def _processors() -> int:
    """Processors this process may use, >= 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
