"""Train a model: ``python -m training.train --recipe fast``, and the models that it needs.

Writes to ``build/training/<recipe>``: ``checkpoint.pt`` (from which a stopped run goes on),
``log.csv``. Data: see datasets.py.
"""

from __future__ import annotations

import argparse
import copy
import csv
import math
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise

from .datasets import Patch, data_folder
from .distillation import distilled
from .losses import allowed_set_loss, overlap_loss, shade_loss, teacher_loss
from .networks import CloudNetwork, logits_of
from .packing import load
from .recipes import RECIPES, Recipe
from .samples import Batch, BatchDataset
from .scores import Counts, count, total
from .views import agreement_loss, two_views
from .widening import widened

BUILD = Path(__file__).resolve().parents[1] / "build" / "training"
SAVE_EVERY = 500  # steps
LOG_FIELDS = (
    "step", "minutes", "rate", "loss_labels", "loss_teachers", "loss_overlap",
    "cloud_iou_rgb", "cloud_iou_all", "shadow_iou_rgb", "shadow_iou_all",
)  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """What trains; it changes how long a run takes, not which samples it sees.

    :param workers: processes that make batches; 0: none besides this one.
    :param threads: of PyTorch on the processor.
    :param halved: convolutions in bfloat16, where that is faster: without instructions for it a
        processor takes three times as long as in float32, with them a third.
    """

    device: str = "cpu"
    workers: int = 1
    threads: int = 2
    halved: bool = False

    @classmethod
    def here(cls) -> Machine:
        """This machine: its GPU, fed by all cores but one, or two threads of its processor."""
        if torch.cuda.is_available():
            return cls("cuda", workers=max(1, (os.cpu_count() or 2) - 1), halved=True)
        # A busy machine may hold up either try, but hardly by as much as they differ.
        return cls(halved=2 * _seconds(torch.bfloat16) < _seconds(torch.float32))


def _seconds(dtype: torch.dtype) -> float:
    """The least time of a convolution forth and back on the processor, of a few."""
    times = []
    image = torch.rand(1, 32, 128, 128, dtype=dtype, requires_grad=True)
    for _ in range(4):
        start = time.perf_counter()
        functional.conv2d(image, image.new_ones(32, 32, 3, 3)).sum().backward()  # type: ignore[no-untyped-call]
        times.append(time.perf_counter() - start)
    return min(times)


def train(
    recipe: Recipe,
    source: Path | None,
    output: Path,
    machine: Machine = Machine(),
    save_every: int = SAVE_EVERY,
    stop_after: int | None = None,
) -> None:
    """Train by ``recipe`` on the patches of ``source``, or go on where a run was stopped.

    :param source: folder or packed file of patches; None where all samples are simulated.
    :param output: where checkpoint and log are kept, every ``save_every`` steps.
    :param stop_after: leave the run after this many steps, to go on another time.
    """
    if is_trained(recipe, output):
        return
    checkpoint, state = output / "checkpoint.pt", None
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=machine.device)
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(machine.threads)
    patches, soft = load(source, BUILD / "teachers") if source else ([], {})
    if recipe.teacher:
        teacher = trained_network(RECIPES[recipe.teacher], output.parent / recipe.teacher)
        soft = distilled(teacher, [patch for patch in patches if not patch.validation], soft)
    output.mkdir(parents=True, exist_ok=True)
    network = _untrained(recipe, output, machine.device)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(
        network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    average, first, spent = copy.deepcopy(network).eval(), 0, 0.0
    if state is not None:
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        first, spent = state["step"], state["minutes"]
    batches: DataLoader[Batch] = DataLoader(
        BatchDataset(recipe, patches, soft),
        batch_size=None,
        sampler=range(first, min(recipe.steps, stop_after or recipe.steps)),
        num_workers=machine.workers,
        prefetch_factor=4 if machine.workers else None,
        pin_memory=machine.device != "cpu",
        worker_init_fn=_one_thread,
    )
    losses: list[Tensor] = []
    start = time.monotonic() - 60 * spent
    for step, batch in enumerate(batches, first + 1):
        spent = (time.monotonic() - start) / 60
        rate = _rate(recipe, step)
        for group in optimiser.param_groups:
            group["lr"] = rate
        rng = np.random.default_rng([recipe.seed, step, 1])
        batch = tuple(part.to(machine.device, non_blocking=True) for part in batch)  # type: ignore[assignment]
        views = rng if step % 3 == 0 else None
        losses.append(_step(network, optimiser, batch, recipe, views, machine.halved))
        _follow(average, network, min(recipe.average, step / (step + 10)))
        if step == recipe.steps and recipe.kept:
            earlier = replace(recipe, start=recipe.kept_of or recipe.start)
            _follow(average, _untrained(earlier, output, machine.device), 1 - recipe.kept)
        if step % save_every == 0 or step == recipe.steps:
            row = [step, round(spent, 2), rate, *_means(losses)]
            _append(output / "log.csv", [*row, *validate(average, patches)])
            losses.clear()
            state = {"network": network.state_dict(), "average": average.state_dict()}
            state |= {"optimiser": optimiser.state_dict(), "step": step, "minutes": spent}
            save(state, checkpoint)


def save(state: dict[str, Any], checkpoint: Path) -> None:
    """Write a checkpoint, whole or not at all."""
    torch.save(state, checkpoint.with_suffix(".tmp"))
    checkpoint.with_suffix(".tmp").replace(checkpoint)


def _untrained(recipe: Recipe, output: Path, device: str) -> CloudNetwork:
    """A network of the recipe's widths: of chance, or another recipe's trained one, widened.

    :raises SystemExit: where that one has not been trained.
    """
    if not recipe.start:
        return CloudNetwork(recipe.widths).to(device)
    start = RECIPES[recipe.start]
    network = trained_network(start, output.parent / start.name)
    return widened(network, start.widths, recipe.widths, recipe.seed).to(device)


def trained_network(recipe: Recipe, folder: Path) -> CloudNetwork:
    """The averaged network of the recipe's checkpoint in ``folder``, ready for inference.

    :raises SystemExit: where there is none.
    """
    checkpoint = folder / "checkpoint.pt"
    if not checkpoint.exists():
        raise SystemExit(f"{checkpoint} is missing: train the recipe '{recipe.name}' first")
    network = CloudNetwork(recipe.widths)
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    network.load_state_dict(state["average"])
    return network.eval()


def _one_thread(_: int) -> None:
    torch.set_num_threads(1)


def _rate(recipe: Recipe, step: int) -> float:
    """A short rise, then half a cosine to nothing (Loshchilov and Hutter 2017)."""
    height = min(1.0, step / recipe.warm_up)
    fall = 0.5 * (1 + math.cos(math.pi * step / recipe.steps))
    return recipe.learning_rate * height * (0.005 + 0.995 * fall)


def _step(
    network: CloudNetwork,
    optimiser: torch.optim.Optimizer,
    batch: Batch,
    recipe: Recipe,
    rng: np.random.Generator | None,
    halved: bool,
) -> Tensor:
    """One step, with two views of half the batch where ``rng`` is given; the three losses."""
    views = two_views(batch, rng) if rng is not None and recipe.agreement_weight else None
    reflectance, presence, allowed, soft = views.batch if views else batch
    reflectance = reflectance.contiguous(memory_format=torch.channels_last)
    with torch.autocast(reflectance.device.type, torch.bfloat16, enabled=halved):
        logits, _ = network(reflectance, presence)
    log_probabilities = torch.log_softmax(logits.float(), dim=1)
    labels = allowed_set_loss(log_probabilities, allowed, recipe.shadow_weight)
    overlap = overlap_loss(log_probabilities, allowed)
    # Where people have drawn one class, the teachers have no say.
    undecided = (allowed & (allowed - 1) != 0) | (allowed == 0)
    weight = soft[:, 3].float() / 255 * undecided
    teachers = teacher_loss(
        log_probabilities, soft[:, :3].float() / 255, weight, recipe.shadow_weight
    )
    loss = labels + recipe.teacher_weight * teachers + recipe.overlap_weight * overlap
    if recipe.shade_weight:
        shade = shade_loss(log_probabilities, reflectance, presence, allowed)
        loss = loss + recipe.shade_weight * shade
    if views:
        alike = agreement_loss(log_probabilities, views.down, views.right)
        loss = loss + recipe.agreement_weight * alike
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimiser.step()
    return torch.stack([labels, teachers, overlap]).detach()


def _means(losses: Sequence[Tensor]) -> list[float]:
    return [round(float(value), 4) for value in torch.stack(list(losses)).mean(0)]


@torch.no_grad()
def _follow(average: CloudNetwork, network: CloudNetwork, decay: float) -> None:
    """Move the running mean of the weights; statistics of the batches are taken over."""
    ours, theirs = average.state_dict(), network.state_dict()
    for name, value in ours.items():
        if value.dtype.is_floating_point:
            value.lerp_(theirs[name], 1 - decay)
        else:
            value.copy_(theirs[name])


def validate(network: CloudNetwork, patches: Sequence[Patch]) -> list[float]:
    """IoU of cloud and shadow on held-out patches, with red, green, blue and with all bands."""
    rgb = torch.tensor([role in VISIBLE for role in ROLES])
    result = []
    counts: dict[tuple[str, bool], list[Counts]] = {}
    for patch in patches:
        known = patch.allowed > 0
        if not patch.validation or not known.any():
            continue
        for limited in (True, False):
            presence = torch.from_numpy(patch.presence) & (rgb if limited else True)
            probabilities = torch.softmax(
                logits_of(network, patch.reflectance, presence), 0
            ).numpy()
            answer = decide(quantise(probabilities), RefineOptions())
            for question in ("cloud", "shadow"):
                if question == "cloud" or patch.shadow_labelled:
                    key = (question, limited)
                    counts.setdefault(key, []).append(count(answer, patch.labels, question))
    for key in (("cloud", True), ("cloud", False), ("shadow", True), ("shadow", False)):
        result.append(round(total(counts.get(key, [])).intersection_over_union, 4))
    return result


def _append(path: Path, row: Sequence[float]) -> None:
    fresh = not path.exists()
    with path.open("a", newline="") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(LOG_FIELDS)
        writer.writerow(row)


def needed(recipe: Recipe, output: Path) -> list[Recipe]:
    """The recipe, after those that it starts from or learns from, each once; none where it is
    trained in ``output`` already.
    """
    if is_trained(recipe, output / recipe.name):
        return []
    chain: list[Recipe] = []
    for name in (recipe.start, recipe.kept_of, recipe.teacher):
        if name:
            chain += [other for other in needed(RECIPES[name], output) if other not in chain]
    return [*chain, recipe]


def is_trained(recipe: Recipe, folder: Path) -> bool:
    """Whether the checkpoint of ``folder`` is that of the recipe's last step."""
    checkpoint = folder / "checkpoint.pt"
    if not checkpoint.exists():
        return False
    return bool(
        torch.load(checkpoint, weights_only=True, map_location="cpu")["step"] >= recipe.steps
    )


def main() -> None:
    """Read the options and train, first what the recipe starts from or learns from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="fast")
    parser.add_argument("--data", help="folder of the shared data, or a file of training.packing")
    parser.add_argument("--output", type=Path, default=BUILD, help="for checkpoints and logs")
    parser.add_argument("--workers", type=int, help="processes that make batches")
    options = parser.parse_args()
    machine = Machine.here()
    if options.workers is not None:
        machine = replace(machine, workers=options.workers)
    for recipe in needed(RECIPES[options.recipe], options.output):
        train(recipe, data_folder(options.data), options.output / recipe.name, machine)


if __name__ == "__main__":
    main()
