"""A run that can be put down and taken up again, and that knows when it is another one."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from training.batches import pad
from training.data import Example
from training.network import Network
from training.plan import Recipe
from training.targets import ANSWERS, Table, loss_of
from training.weights import restore, trained

UNSAID = 0.3
"""Share of the answers that are read without their message."""


class OtherRun(Exception):
    """A checkpoint belongs to a run with another recipe, other examples or other files."""


def identity(recipe: Recipe, examples: Sequence[Example], files: Mapping[str, Path]) -> dict[str, str]:
    """SHA-256 of each thing a run is made of, by name.

    Args:
        recipe: of the run.
        examples: all that may be shown, copies included.
        files: name to what else decides the weights: base, vocabulary, teacher.
    """
    encoder = msgspec.json.Encoder(order="sorted")
    found = {"recipe": encoder.encode(recipe), "examples": encoder.encode_lines(examples)}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
    for name, path in files.items():
        with path.open("rb") as file:
            digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def optimiser(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """Lower layers learn more slowly; heads learn fastest; norms and biases do not decay."""
    depth = len(network.encoder.layers)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("encoder"):
            rate = recipe.head_rate
        else:
            level = int(name.split(".")[2]) + 1 if ".layers." in name else 0
            rate = recipe.rate * recipe.layer_decay ** (depth - level)
        decay = 0.01 if parameter.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    sets = [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()]
    return torch.optim.AdamW(sets, betas=(0.9, 0.98), fused=True)


class Progress:
    """A network under way: stopped, and resumed on as many threads, it ends with the weights of a run never stopped.

    Attributes:
        network: as trained so far.
        done: batches learnt from.
        steps: batches of the whole run.
    """

    def __init__(self, network: Network, recipe: Recipe, steps: int, out: Path, made_of: Mapping[str, str]) -> None:
        """Begin a run.

        Args:
            network: with its first weights.
            recipe: of the run.
            steps: batches of the whole run, > 0.
            out: folder of the checkpoint.
            made_of: what `identity` says of the run.
        """
        self.network, self.steps, self.path, self.done = network, steps, out / "checkpoint.pt", 0
        self.made_of = dict(made_of)
        self.rng = np.random.default_rng(recipe.seed)
        self.adam = optimiser(network, recipe)
        warm = max(1, int(recipe.warmup * steps))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / max(1, steps - warm)))
        )

    def resume(self) -> None:
        """Go on from the checkpoint, where there is one.

        Sets torch's own generator, too, which draws the dropout.

        Raises:
            OtherRun: the checkpoint was made with another recipe, other examples or other files.
        """
        if not self.path.exists():
            return
        state = torch.load(self.path)
        self._require_same(state.get("made_of", {}))
        restore(self.network, state["network"])
        self.adam.load_state_dict(state["adam"])
        self.schedule.load_state_dict(state["schedule"])
        self.done = state["done"]
        self.rng.bit_generator.state = state["rng"]
        torch.set_rng_state(state["torch_rng"])

    def _require_same(self, before: Mapping[str, str]) -> None:
        names = sorted(before.keys() | self.made_of.keys())
        other = [name for name in names if before.get(name) != self.made_of.get(name)]
        if other:
            raise OtherRun(
                f"The run in {self.path} is another one; these differ: {', '.join(other)}. Give what it was begun "
                "with to go on, or name another folder with --out to begin anew."
            )

    def step(self, data: Table, batch: np.ndarray) -> tuple[float, int]:
        """Learn from one batch; return its loss, and its tokens with padding."""
        ids, mask = pad([data.rows[i] for i in batch])
        with torch.autocast("cpu", torch.bfloat16):
            outputs = self.network(ids, mask)
            answers = [at for at, i in enumerate(batch) if data.messages[i]]
            if answers:
                messages = [data.messages[batch[at]] for at in answers]
                outputs[ANSWERS] = self._read_answers(outputs["vector"][answers], messages)
        loss = loss_of(outputs, data, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()
        self.schedule.step()
        self.adam.zero_grad()
        self.done += 1
        return float(loss.detach()), ids.numel()

    def _read_answers(self, vectors: torch.Tensor, messages: list[list[int]]) -> torch.Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            other = self.network.encoder.pooled(*pad(messages))
        said = torch.from_numpy(self.rng.random(len(messages)) >= UNSAID).to(other.dtype)
        scores: torch.Tensor = self.network.answer(vectors, other * said[:, None])
        return scores

    def save(self) -> None:
        """Write the whole state, all or nothing."""
        state = {
            "network": trained(self.network),
            "adam": self.adam.state_dict(),
            "schedule": self.schedule.state_dict(),
            "done": self.done,
            "rng": self.rng.bit_generator.state,
            "torch_rng": torch.get_rng_state(),
            "made_of": self.made_of,
        }
        part = self.path.with_suffix(".part")
        torch.save(state, part)
        part.rename(self.path)
