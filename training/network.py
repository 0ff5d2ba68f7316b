"""The encoder and its heads, as trained."""

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional

from humanely.affect.labels import ANSWER, HEADS


@dataclass(frozen=True)
class Shape:
    """Size of the encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    positions: int

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


class Dropout(nn.Module):
    """Dropout with one mask for all tokens of a text: as good here, and drawn in no time on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self.share == 0:
            return x
        keep = torch.rand(x.shape[0], *(1,) * (x.dim() - 2), x.shape[-1]) >= self.share
        return x * (keep / (1 - self.share)).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5
        mixed = (scores if bias is None else scores + bias).softmax(-1, dtype=torch.float32).to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Token ids to one vector a text: the mean of its token vectors.

    The word table is frozen: it keeps its 4-bit grid, its alignment across languages, and training
    is quicker.
    """

    def __init__(self, shape: Shape, words: torch.Tensor, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding.from_pretrained(words, freeze=True)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.segment = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = Dropout(dropout)

    def pooled(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return float, shape (texts, width), for ids and mask of shape (texts, tokens)."""
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.segment))
        bias = None if bool(mask.all()) else (~mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        weights = mask[:, :, None].to(x.dtype)
        return (x * weights).sum(1) / weights.sum(1)


class AnswerHead(nn.Module):
    """Reads an answer from its own vector, that of its message, and where the two agree."""

    def __init__(self, width: int, inner: int = 96, dropout: float = 0.1) -> None:
        super().__init__()
        self.inner = nn.Linear(3 * width, inner)
        self.outer = nn.Linear(inner, len(ANSWER))
        self.dropout = nn.Dropout(dropout)

    def forward(self, answer: torch.Tensor, message: torch.Tensor) -> torch.Tensor:
        """Return scores, shape (answers, outputs); a message of noughts says that it is not known."""
        unit = functional.normalize(answer.float(), dim=-1)
        other = functional.normalize(message.float(), dim=-1)
        width = unit.shape[-1]
        joint = torch.cat([unit, other, unit * other * width**0.5], dim=-1) * width**0.5
        return self.outer(self.dropout(functional.gelu(self.inner(joint), approximate="tanh")))


class Network(nn.Module):
    """The encoder with one linear head per label set, and the head that reads answers."""

    def __init__(self, shape: Shape, words: torch.Tensor, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, words, dropout)
        self.dropout = Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(shape.width, len(labels)) for name, labels in HEADS.items()})
        self.answer = AnswerHead(shape.width, dropout=dropout)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> dict[str, torch.Tensor]:
        """Return scores a head, shape (texts, labels), and the vectors, shape (texts, width)."""
        vectors = self.encoder.pooled(ids, mask)
        pooled = self.dropout(vectors)
        return {"vector": vectors} | {name: head(pooled) for name, head in self.heads.items()}
