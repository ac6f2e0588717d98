"""The teachers' network: hashed words and lexicon readings, then convolution and attention."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vocabulary import READINGS, TEACHER_ROWS

REACH = 24


class Words(nn.Module):
    """Vector of a word from its hashed features and readings, without context."""

    def __init__(self, width: int, features: Tensor, readings: Tensor) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(sum(TEACHER_ROWS), width, mode="sum", sparse=True)
        self.read = nn.EmbeddingBag(2 * READINGS + 2, width, mode="mean", padding_idx=2 * READINGS + 1)
        nn.init.normal_(self.table.weight, std=0.02)
        nn.init.normal_(self.read.weight, std=0.05)
        self.norm = nn.LayerNorm(width)
        self.mask = nn.Parameter(torch.randn(width) * 0.02)
        self.features, self.readings = features, readings

    def forward(self, types: Tensor, masked: Tensor | None = None) -> Tensor:
        unique, back = torch.unique(types, return_inverse=True)
        vectors = self.norm(self.table(self.features[unique]) + self.read(self.readings[unique]))
        out = F.embedding(back, vectors)
        return out if masked is None else torch.where(masked[..., None], self.mask, out)


class Block(nn.Module):
    """Gated mix of each word with its neighbours, self-attention with relative bias, feed-forward."""

    def __init__(self, width: int, heads: int, drop: float, local: bool) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))
        self.near = nn.Linear(3 * width, 2 * width) if local else None
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(heads, 2 * REACH + 1))
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: Tensor, hidden: Tensor, distance: Tensor) -> Tensor:
        rows, length, width = x.shape
        if self.near is not None:
            y = F.pad(self.norms[0](x).masked_fill(hidden[..., None], 0), (0, 0, 1, 1))
            x = x + F.glu(self.near(torch.cat([y[:, :-2], y[:, 1:-1], y[:, 2:]], -1)), -1)
        q, k, v = self.qkv(self.norms[1](x)).view(rows, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        bias = self.bias[:, distance][None] + hidden[:, None, None, :].to(x.dtype) * -1e4
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = x + self.out(y.transpose(1, 2).reshape(rows, length, width))
        y = self.down(F.relu(self.up(self.norms[2](x))))
        return x + (F.dropout(y, self.drop) if self.training and self.drop else y)


class Encoder(nn.Module):
    """Contextual vectors of words in bfloat16; `types` padded with -1."""

    def __init__(
        self,
        features: Tensor,
        readings: Tensor,
        width: int = 256,
        depth: int = 4,
        heads: int = 4,
        drop: float = 0.0,
    ) -> None:
        super().__init__()
        self.words = Words(width, features, readings)
        self.blocks = nn.ModuleList(Block(width, heads, drop, i < 2) for i in range(depth)).bfloat16()
        self.norm = nn.LayerNorm(width).bfloat16()

    def forward(self, types: Tensor, masked: Tensor | None = None) -> tuple[Tensor, list[Tensor]]:
        """Vectors of words in context, and the states before and after every block."""
        hidden = types < 0
        x = self.words(types.clamp(min=0), masked).bfloat16()
        states = [x]
        place = torch.arange(types.shape[1])
        distance = (place[None] - place[:, None]).clamp(-REACH, REACH) + REACH
        for block in self.blocks:
            x = block(x, hidden, distance)
            states.append(x)
        return self.norm(x), states


class Optimiser:
    """AdamW on 32-bit copies of the 16-bit weights; the hash table gets SparseAdam."""

    def __init__(self, modules: list[nn.Module], rate: float, decay: float = 0.01) -> None:
        params = [p for module in modules for p in module.parameters() if p.requires_grad]
        self.table = [module.words.table.weight for module in modules if isinstance(module, Encoder)]
        self.live = [p for p in params if not any(p is t for t in self.table)]
        self.copies = [p.detach().float() if p.dtype == torch.bfloat16 else p for p in self.live]
        self.dense = torch.optim.AdamW(
            self.copies, lr=rate, betas=(0.9, 0.98), weight_decay=decay, fused=True
        )
        self.sparse = torch.optim.SparseAdam(self.table, lr=rate) if self.table else None
        self.rate = rate

    def step(self, factor: float) -> None:
        """One step at `factor` times the rate; gradients are clipped, then cleared."""
        for p, copy in zip(self.live, self.copies, strict=True):
            if p is not copy:
                copy.grad = None if p.grad is None else p.grad.float()
        nn.utils.clip_grad_norm_(self.copies, 1.0)
        for optimiser in filter(None, (self.dense, self.sparse)):
            for group in optimiser.param_groups:
                group["lr"] = self.rate * factor
            optimiser.step()
            optimiser.zero_grad()
        with torch.no_grad():
            for p, copy in zip(self.live, self.copies, strict=True):
                if p is not copy:
                    p.copy_(copy)
                    p.grad = None
