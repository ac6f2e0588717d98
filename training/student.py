"""The network that ships, in torch; `export` writes it for `lagebild.language.de.network`."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from labels import OUTPUTS
from lagebild.language.de.network.features import FEATURES
from lagebild.language.de.network.weights import save


class Outputs(nn.Module):
    """Classes of each word, scores of heads, and labels of the chosen head, from contextual vectors."""

    REACH = 20

    def __init__(self, width: int, sets: dict[str, list[str]], arc: int, label: int) -> None:
        super().__init__()
        self.sizes = [len(sets[name]) for name in OUTPUTS if name != "dep"]
        self.arc, self.label = arc, label
        self.classes = nn.Linear(width, sum(self.sizes))
        self.arcs = nn.Linear(width, 2 * arc + 2 * label)
        # Large dot products at the start keep heads from being learned for hundreds of steps.
        nn.init.normal_(self.arcs.weight, std=0.18 / width**0.5)
        self.root = nn.Parameter(torch.zeros(arc))
        self.distance = nn.Parameter(torch.zeros(2 * self.REACH + 1))
        self.dep = nn.Linear(label, len(sets["dep"]))

    def forward(self, x: Tensor, hidden: Tensor, drop: float = 0.0) -> tuple[list[Tensor], Tensor, Tensor]:
        """Class scores of each output, head scores (root last), and the parts for `relations`."""
        time = x.shape[1]
        x = F.dropout(x, drop, self.training)
        classes = list(self.classes(x).split(self.sizes, -1))
        parts = self.arcs(x)
        dependent, head = (
            F.dropout(F.relu(p), drop, self.training) for p in parts[..., : 2 * self.arc].split(self.arc, -1)
        )
        place = torch.arange(time)
        distance = self.distance[(place[None] - place[:, None]).clamp(-self.REACH, self.REACH) + self.REACH]
        arcs = dependent @ head.transpose(1, 2) + distance
        arcs = arcs.masked_fill(hidden[:, None, :] | torch.eye(time, dtype=torch.bool)[None], -1e4)
        return classes, torch.cat([arcs, (dependent @ self.root)[..., None]], -1), parts[..., 2 * self.arc :]

    def relations(self, parts: Tensor, heads: Tensor, drop: float = 0.0) -> Tensor:
        """Scores of labels, given heads (places; the root's is its own)."""
        dependent, head = parts.split(self.label, -1)
        chosen = torch.gather(head, 1, heads[..., None].expand(-1, -1, self.label))
        return self.dep(F.dropout(F.relu(dependent + chosen), drop, self.training))


class Recurrent(nn.Module):
    """A bidirectional LSTM over padded sentences, time first."""

    def __init__(self, width: int, cells: int) -> None:
        super().__init__()
        self.ways = nn.ModuleList(nn.LSTM(width, cells) for _ in range(2))
        for lstm in self.ways:
            nn.init.orthogonal_(lstm.weight_hh_l0)
            lstm.bias_hh_l0.data.zero_()
            lstm.bias_hh_l0.requires_grad_(False)
            lstm.bias_ih_l0.data.zero_()
            lstm.bias_ih_l0.data[cells : 2 * cells] = 1.0

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """`x` (time, sentences, width); `hidden` (sentences, time) is true for padding."""
        lengths = (~hidden).sum(1, keepdim=True)
        place = torch.arange(hidden.shape[1])[None]
        back = torch.where(place < lengths, lengths - 1 - place, place).T[..., None]
        ahead = self.ways[0](x)[0]
        behind = self.ways[1](torch.gather(x, 0, back.expand(-1, -1, x.shape[2])))[0]
        return torch.cat([ahead, torch.gather(behind, 0, back.expand(-1, -1, behind.shape[2]))], -1)


class Student(nn.Module):
    """Hashed word vectors, a look at two neighbours on either side, a bidirectional LSTM, outputs."""

    def __init__(
        self, features: Tensor, rows: tuple[int, ...], sets: dict[str, list[str]],
        width: int = 80,
        near: int = 160,
        cells: int = 128,
        arc: int = 96,
        label: int = 64,
    ) -> None:  # fmt: skip
        super().__init__()
        self.features, self.rows, self.sets = features, rows, sets
        self.table = nn.Embedding(sum(rows), width, sparse=True)
        nn.init.normal_(self.table.weight, std=0.04)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Linear(5 * width, near)
        self.recurrent = Recurrent(near, cells)
        self.outputs = Outputs(2 * cells + width, sets, arc, label)

    def words(self, types: Tensor, blank: float = 0.0) -> Tensor:
        """Vectors of words without context; in training each feature of some words is left out."""
        unique, back = torch.unique(types, return_inverse=True)
        rows = self.table(self.features[unique])
        if self.training and blank:
            keep = torch.rand(rows.shape[:2]) > blank
            keep[:, 0] &= torch.rand(len(rows)) > blank
            rows = rows * keep[..., None]
        return F.embedding(back, self.norm(rows.sum(1)))

    def forward(
        self, types: Tensor, drop: float = 0.0, blank: float = 0.0
    ) -> tuple[list[Tensor], Tensor, Tensor]:
        """As `Outputs.forward`; `types` (sentences, time) padded with -1."""
        hidden = types < 0
        time = types.shape[1]
        x = word = F.dropout(self.words(types.clamp(min=0), blank), drop * 0.6, self.training).transpose(0, 1)
        padded = F.pad(x.masked_fill(hidden.T[..., None], 0), (0, 0, 0, 0, 2, 2))
        x = F.relu(self.near(torch.cat([padded[i : i + time] for i in range(5)], -1)))
        x = F.dropout(x, drop, self.training)
        x = self.recurrent(x, hidden)
        return self.outputs(torch.cat([x, word], -1).transpose(0, 1), hidden, drop)

    def export(self, path: Path) -> None:
        """Write the weights file. Rows of the table that training never touched are zero in it."""
        arrays = {"norm.weight": self.norm.weight, "norm.bias": self.norm.bias}
        arrays |= {"near.weight": self.near.weight, "near.bias": self.near.bias}
        for way, lstm in zip(("forward", "backward"), self.recurrent.ways, strict=True):
            arrays[f"{way}.input"] = lstm.weight_ih_l0
            arrays[f"{way}.hidden"] = lstm.weight_hh_l0
            arrays[f"{way}.bias"] = lstm.bias_ih_l0
        out = self.outputs
        arrays |= {"classes.weight": out.classes.weight, "classes.bias": out.classes.bias}
        arrays |= {
            "arcs.weight": out.arcs.weight,
            "arcs.bias": out.arcs.bias,
            "root": out.root,
            "distance": out.distance,
        }
        arrays |= {"dep.weight": out.dep.weight, "dep.bias": out.dep.bias}
        seen = torch.zeros(sum(self.rows), dtype=torch.bool)
        seen[self.features.reshape(-1)] = True
        table = torch.where(seen[:, None], self.table.weight.detach(), 0)
        numbers = {name: array.detach().float().numpy() for name, array in arrays.items()}
        assert len(FEATURES) == len(self.rows)
        save(path, table.numpy(), numbers, {name: self.sets[name] for name in OUTPUTS}, list(self.rows))
