"""A wider network that answers as a trained one does (Chen, Goodfellow, Shlens 2016, Net2Net,
https://arxiv.org/abs/1511.05641), for training to go on from there.
"""

from __future__ import annotations

from dataclasses import fields

import torch
from torch import Tensor

from .networks import CloudNetwork
from .recipes import Widths


def widened(network: CloudNetwork, before: Widths, after: Widths, seed: int) -> CloudNetwork:
    """A network of the widths ``after`` with the answers of ``network``.

    Each added channel repeats one that was there; what the next layer takes from a channel is
    shared out among its copies in random parts, so that they learn different things.

    :raises ValueError: where a width is smaller than before.
    """
    random = torch.Generator().manual_seed(seed)
    copies = {}
    for field in fields(Widths):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if new < old:
            raise ValueError(f"width '{field.name}' would shrink from {old} to {new}")
        added = torch.randint(old, (new - old,), generator=random)
        copies[field.name] = torch.cat([torch.arange(old), added])
    wide = CloudNetwork(after)
    kinds = {"stem": (None, "stem"), "at_half": ("stem", "half"), "head": ("half", None)}
    kinds |= {"to_quarter": ("half", "quarter"), "at_quarter": ("quarter",) * 2}
    kinds |= {"to_eighth": ("quarter", "eighth"), "at_eighth": ("eighth",) * 2}
    kinds |= {"to_sixteenth": ("eighth", "sixteenth"), "at_sixteenth": ("sixteenth",) * 2}
    kinds |= {"up_eighth": ("sixteenth", "eighth"), "join_eighth": ("eighth",) * 2}
    kinds |= {"up_quarter": ("eighth", "quarter"), "join_quarter": ("quarter",) * 2}
    kinds |= {"up_half": ("quarter", "half"), "join_half": ("half",) * 2}
    state = network.state_dict()
    result = {}
    for name, value in state.items():
        layer = name.split(".")[0]
        if layer == "adapt":  # scales of the stem's channels before their shifts
            scale, shift = value.chunk(2)
            result[name] = torch.cat([scale[copies["stem"]], shift[copies["stem"]]])
            continue
        inputs, outputs = (kind and copies[kind] for kind in kinds[layer])
        if outputs is not None and value.ndim:
            value = value[outputs]
        if inputs is not None and value.ndim == 4:
            value = value[:, inputs] * _parts(value.shape[0], inputs, random)
        result[name] = value
    wide.load_state_dict(result)
    return wide


def _parts(rows: int, inputs: Tensor, random: torch.Generator) -> Tensor:
    """Random parts (rows, inputs, 1, 1), one to each copy of a channel, which add up to 1."""
    drawn = 0.5 + torch.rand(rows, len(inputs), generator=random)
    sums = torch.zeros(rows, int(inputs.max()) + 1).index_add_(1, inputs, drawn)
    return (drawn / sums[:, inputs])[..., None, None]
