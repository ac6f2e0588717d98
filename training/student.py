"""The network that ships, in torch; `export` writes it for `lagebild.language.de.network`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from labels import OUTPUTS
from lagebild.language.de.network.features import FEATURES
from lagebild.language.de.network.weights import save

#: The weights of an LSTM that have a row for each gate of each cell.
PARTS = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")


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
        self, features: Tensor, rows: tuple[int, ...], sets: dict[str, list[str]], width: int, sizes: Sizes
    ) -> None:
        super().__init__()
        self.features, self.rows, self.sets = features, rows, sets
        self.table = nn.Embedding(sum(rows), width, sparse=True)
        nn.init.normal_(self.table.weight, std=0.04)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Linear(5 * width, sizes.near)
        self.recurrent = Recurrent(sizes.near, sizes.cells)
        self.outputs = Outputs(2 * sizes.cells + width, sets, sizes.arc, sizes.label)

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


@dataclass(frozen=True)
class Sizes:
    """Units that look at the neighbourhood, cells of the LSTM in each direction, and numbers a word has for the
    scores of heads and of labels."""

    near: int
    cells: int
    arc: int
    label: int


def shrunk(state: dict[str, Tensor], sizes: Sizes) -> dict[str, Tensor]:
    """The state of a larger student with its most used units alone, to go on from.

    How much a unit is used is told by the size of the weights that make it and of those that read it.
    """
    state = dict(state)
    parts = ["outputs.classes.weight", "outputs.arcs.weight"]
    old = state["recurrent.ways.0.weight_hh_l0"].shape[1]
    read = torch.cat([state[name] for name in parts])
    kept = []
    for way in range(2):
        name = f"recurrent.ways.{way}."
        used = read[:, way * old : (way + 1) * old].norm(dim=0) + state[name + "weight_hh_l0"].norm(dim=0) / 2
        cells = _best(used, sizes.cells)
        _keep(state, [name + part for part in PARTS], torch.cat([cells + gate * old for gate in range(4)]))
        _keep(state, [name + "weight_hh_l0"], cells, dim=1)
        kept.append(cells + way * old)
    _keep(state, parts, torch.cat([*kept, torch.arange(2 * old, read.shape[1])]), dim=1)
    inputs = [f"recurrent.ways.{way}.weight_ih_l0" for way in range(2)]
    used = sum((state[name].norm(dim=0) for name in inputs), torch.zeros(())) * state["near.weight"].norm(
        dim=1
    )
    units = _best(used, sizes.near)
    _keep(state, ["near.weight", "near.bias"], units)
    _keep(state, inputs, units, dim=1)
    _shrink_pairs(state, sizes)
    return state


def _shrink_pairs(state: dict[str, Tensor], sizes: Sizes) -> None:
    """Fewer numbers for heads and labels; each is one of a dependent and one of a head that meet."""
    arc, label = len(state["outputs.root"]), state["outputs.dep.weight"].shape[1]
    size = state["outputs.arcs.weight"].norm(dim=1)
    met = size[:arc] * size[arc : 2 * arc]
    named = (size[2 * arc : 2 * arc + label] + size[2 * arc + label :]) * state["outputs.dep.weight"].norm(
        dim=0
    )
    arcs, labels = _best(met, sizes.arc), _best(named, sizes.label)
    rows = torch.cat([arcs, arcs + arc, labels + 2 * arc, labels + 2 * arc + label])
    _keep(state, ["outputs.arcs.weight", "outputs.arcs.bias"], rows)
    _keep(state, ["outputs.root"], arcs)
    _keep(state, ["outputs.dep.weight"], labels, dim=1)


def _best(used: Tensor, count: int) -> Tensor:
    return used.topk(count).indices.sort().values


def _keep(state: dict[str, Tensor], names: list[str], units: Tensor, dim: int = 0) -> None:
    for name in names:
        state[name] = state[name].index_select(dim, units)
