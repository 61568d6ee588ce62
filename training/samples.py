"""Batches for training: real patches, clouds laid over real ground, and simulated scenes.

A batch is a function of the recipe's seed and its own number alone: a run that was stopped
goes on with the very batches it would have had.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor
from torch.utils.data import Dataset

from cloudmask_plugin.engine.bands import VISIBLE
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_CODES

from .augmentation import (
    Sample,
    as_picture,
    cut,
    darken,
    disturb,
    drop_bands,
    freeze,
    lose_pixels,
    relight,
    repaint,
    turn,
)
from .datasets import (
    ALLOW_CLEAR,
    ALLOW_CLOUD,
    ALLOW_SHADOW,
    ALLOW_THICK,
    ALLOW_THIN,
    VISIBLE_ROWS,
    Patch,
    is_among,
)
from .inferred_labels import open_on_water, too_bright_for_thin, with_inferred
from .recipes import Recipe
from .simulation import SimulatedScene, flood, lay_clouds, simulate_scene
from .snowfall import snow_over
from .transplants import draw_layer, has_outlines, outlined, real_clouds

Batch = tuple[Tensor, Tensor, Tensor, Tensor]
MANUAL_SOURCES = ("l8biome", "layton_shadow", "ukis_landsat5", "background_eurosat_rgb")
QUICK_LOOK_TOP = 0.667  # reflectance at which the catalogue's quick-looks saturate
SEEN_SHADOW = 0.015  # of reflectance, by which ground must darken for people to see a shadow
BRIGHT = 0.3  # reflectance in red, green and blue of snow, ice, salt; of cloud as well
CLOUDLESS_SNOW = 0.35  # share of snow on real ground without any cloud over it
CLEAR_SIDE = 120  # pixels of a clear part that serves as ground
RESOLUTIONS = (10.0, 10.0, 20.0, 20.0, 30.0, 45.0, 60.0)


class BatchDataset(Dataset[Batch]):
    """Batch by number: reflectance (N, 13, S, S) float32, presence (N, 13) float32, allowed
    (N, S, S) uint8 and the teachers' soft labels (N, 4, S, S) uint8.
    """

    def __init__(
        self,
        recipe: Recipe,
        patches: Sequence[Patch],
        soft: Mapping[str, NDArray[np.uint8]],
    ) -> None:
        self._recipe = recipe
        self._soft = soft
        kept = [p for p in patches if not p.validation and is_among(p.place, recipe.places)]
        if recipe.inferred:
            kept = [with_inferred(p, soft.get(p.name), self._is_clear(p)) for p in kept]
            self._soft = {p.name: open_on_water(p, soft[p.name]) for p in kept if p.name in soft}
        self._catalogue = [patch for patch in kept if patch.source == "s2cmc"]
        self._manual = [patch for patch in kept if patch.source in MANUAL_SOURCES]
        self._teacher = [patch for patch in kept if patch.name in soft]
        self._bright = {patch.name for patch in kept if _is_bright_ground(patch)}
        self._ground = [patch for patch in kept if self._is_clear(patch)]
        if recipe.clear_parts:
            cloudy = [patch for patch in self._catalogue if not self._is_clear(patch)]
            self._ground += [part for part in map(clear_part, cloudy) if part is not None]
        self._clouds = real_clouds(kept, soft) if recipe.real_clouds else []
        self._outlined = [patch for patch in self._catalogue if has_outlines(patch)]

    def __len__(self) -> int:
        return self._recipe.steps

    def __getitem__(self, number: int) -> Batch:
        recipe = self._recipe
        rng = np.random.default_rng([recipe.seed, number])
        samples = [self._draw(rng) for _ in range(recipe.batch)]
        return (
            torch.from_numpy(np.stack([sample.reflectance for sample in samples])),
            torch.from_numpy(np.stack([sample.presence for sample in samples])).float(),
            torch.from_numpy(np.stack([sample.allowed for sample in samples])),
            torch.from_numpy(np.stack([sample.soft for sample in samples])),
        )

    def _draw(self, rng: np.random.Generator) -> Sample:
        shares = self._recipe.shares
        odds = [shares.catalogue, shares.manual, shares.teacher, shares.laid]
        kind = int(rng.choice(5, p=[*odds, 1 - sum(odds)]))
        if kind == 4:
            sample, level = self._simulate(rng)
        elif kind == 3:
            sample, level = self._lay(rng)
        elif kind == 0 and rng.uniform() < self._recipe.pasted:
            sample, level = self._paste(rng)
        else:
            pool = (self._catalogue, self._manual, self._teacher)[kind]
            sample, level = self._cut(rng, self._one_of(rng, pool))
            sample = freeze(rng, sample)
        if self._recipe.relit and rng.uniform() < self._recipe.relit:
            sample = relight(rng, sample, level)
        sample = lose_pixels(rng, turn(rng, disturb(rng, sample, level)))
        if self._recipe.inferred:  # other light makes clouds brighter than their labels knew
            sample = replace(sample, allowed=thick_where_bright(sample))
        if kind < 3:
            sample = drop_bands(rng, sample, self._recipe.band_sets)
        else:  # has been robbed of them; what was added to all bands since goes again
            present = sample.presence[:, None, None]
            sample = replace(sample, reflectance=sample.reflectance * present)
        if self._recipe.pictures and sample.presence.sum() == len(VISIBLE):
            sample = as_picture(rng, sample) if rng.uniform() < self._recipe.pictures else sample
        return sample

    def _is_clear(self, patch: Patch) -> bool:
        """Whether people saw next to no cloud; or a data set says so and the teachers agree."""
        if patch.source in ("s2cmc", "l8biome"):
            return float(np.isin(patch.labels, CLOUD_CODES).mean()) < 0.01
        soft = self._soft.get(patch.name)
        return patch.clear_background and (soft is None or float(soft[1].mean()) < 0.05 * 255)

    def _one_of(self, rng: np.random.Generator, pool: Sequence[Patch]) -> Patch:
        """Draw a patch; large ones more often, but less than by their area."""
        boost = self._recipe.bright_ground
        weights = np.sqrt([patch.allowed.size for patch in pool])
        weights *= [boost if patch.name in self._bright else 1.0 for patch in pool]
        return pool[int(rng.choice(len(pool), p=weights / weights.sum()))]

    def _cut(self, rng: np.random.Generator, patch: Patch) -> tuple[Sample, str]:
        soft = self._soft.get(patch.name)
        size = self._recipe.crop
        sample = cut(rng, patch.reflectance, patch.presence, patch.allowed, soft, size)
        return sample, patch.level

    def _lay(self, rng: np.random.Generator) -> tuple[Sample, str]:
        patch = self._one_of(rng, self._ground)
        ground, _ = self._cut(rng, patch)
        ground = turn(rng, ground)
        if self._recipe.repainted and rng.uniform() < self._recipe.repainted:
            ground = repaint(rng, ground)
        elif self._recipe.darkened and rng.uniform() < self._recipe.darkened:
            ground = darken(rng, ground)
        resolution = patch.resolution if np.isfinite(patch.resolution) else 10.0
        zenith, azimuth = rng.uniform(15, 75), rng.uniform(0, 360)
        snowed = bool(self._recipe.snowed) and rng.uniform() < self._recipe.snowed
        if snowed:
            white = snow_over(
                rng,
                ground.reflectance,
                resolution=resolution,
                sun_zenith=zenith,
                sun_azimuth=azimuth,
                level=patch.level,
            )
            ground = replace(ground, reflectance=white)
        water = None
        if self._recipe.water and rng.uniform() < self._recipe.water:
            water = flood(
                ground.reflectance,
                seed=int(rng.integers(2**31)),
                resolution=resolution,
                sun_zenith=zenith,
                sun_azimuth=azimuth,
                level=patch.level,
            )
        thick, thin = _shares(rng)
        real = self._clouds and rng.uniform() < self._recipe.real_clouds
        if snowed and rng.uniform() < CLOUDLESS_SNOW:
            thick, thin, real = 0.0, 0.0, False
        scene = lay_clouds(
            ground.reflectance,
            rng=rng,
            resolution=resolution * float(rng.choice([1, 1, 2, 3])),  # clouds come in all sizes
            sun_zenith=zenith,
            sun_azimuth=azimuth,
            thick=thick,
            thin=thin,
            level=patch.level,
            layers=[draw_layer(rng, self._clouds)] if real else None,
            water=water,
            white=QUICK_LOOK_TOP if patch.source == "s2cmc" else np.inf,
        )
        return self._as_sample(rng, scene, ground.presence), patch.level

    def _paste(self, rng: np.random.Generator) -> tuple[Sample, str]:
        """A scene of the catalogue with the clouds of another, and their shadow, on top."""
        patch = self._one_of(rng, self._catalogue)
        ground = turn(rng, self._cut(rng, patch)[0])
        over = self._outlined[int(rng.integers(len(self._outlined)))]
        scene = lay_clouds(
            ground.reflectance,
            rng=rng,
            resolution=patch.resolution,
            sun_zenith=rng.uniform(15, 75),
            sun_azimuth=rng.uniform(0, 360),
            thick=0,
            thin=0,
            level=patch.level,
            layers=[draw_layer(rng, [outlined(over)])],
            white=QUICK_LOOK_TOP,
        )
        told = ground.presence if self._recipe.snowed else None
        allowed = _joined(ground.allowed, scene.possible_classes(told))
        darker = (ground.reflectance - scene.reflectance)[VISIBLE_ROWS].max(axis=0)
        allowed[(allowed == ALLOW_SHADOW) & (darker < SEEN_SHADOW)] |= ALLOW_CLEAR
        if self._recipe.inferred:
            allowed[too_bright_for_thin(scene.reflectance, allowed)] = ALLOW_THICK
        soft = np.zeros((4, *allowed.shape), np.uint8)
        return Sample(scene.reflectance, ground.presence, allowed, soft), patch.level

    def _simulate(self, rng: np.random.Generator) -> tuple[Sample, str]:
        level = "L1C" if rng.uniform() < 0.5 else "L2A"
        thick, thin = _shares(rng)
        scene = simulate_scene(
            self._recipe.crop,
            self._recipe.crop,
            seed=int(rng.integers(2**31)),
            resolution=float(rng.choice(RESOLUTIONS)),
            level=level,
            sun_zenith=rng.uniform(15, 75),
            sun_azimuth=rng.uniform(0, 360),
            thick=thick,
            thin=thin,
            snow=rng.uniform(0.2, 1) if rng.uniform() < self._recipe.snow else 0.0,
        )
        return self._as_sample(rng, scene, scene.presence), level

    def _as_sample(
        self, rng: np.random.Generator, scene: SimulatedScene, presence: NDArray[np.bool_]
    ) -> Sample:
        """A scene with the bands that are left of it, and the classes that these can tell."""
        nothing = np.zeros(scene.labels.shape, np.uint8)
        soft = np.zeros((4, *nothing.shape), np.uint8)
        sample = Sample(scene.reflectance, presence, nothing, soft)
        sample = drop_bands(rng, sample, self._recipe.band_sets)
        told = sample.presence if self._recipe.snowed else None
        return replace(sample, allowed=scene.possible_classes(told))


def clear_part(patch: Patch) -> Patch | None:
    """The largest square of a patch that is clear and in the sun; None where none is large."""
    clear = np.pad(patch.allowed == ALLOW_CLEAR, 1)
    reach = ndimage.distance_transform_cdt(clear, "chessboard")[1:-1, 1:-1]
    row, col = np.unravel_index(int(reach.argmax()), reach.shape)
    half = int(reach[row, col]) - 1
    if 2 * half + 1 < CLEAR_SIDE:
        return None
    window = np.s_[..., row - half : row + half + 1, col - half : col + half + 1]
    return replace(
        patch,
        reflectance=patch.reflectance[window],
        labels=patch.labels[window],
        allowed=patch.allowed[window],
    )


def _shares(rng: np.random.Generator) -> tuple[float, float]:
    """Cover of thick and of thin cloud, at times none."""
    thick = float(rng.choice([rng.uniform(0.02, 0.6), rng.uniform(0.6, 1)], p=[0.6, 0.4]))
    thick = thick if rng.uniform() < 0.8 else 0.0
    thin = float(rng.choice([rng.uniform(0.05, 0.4), rng.uniform(0.4, 1)], p=[0.7, 0.3]))
    thin = thin if rng.uniform() < 0.5 else 0.0
    return thick, thin


def _joined(below: NDArray[np.uint8], above: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Classes that labelled ground may have under clouds laid over it, whose kind is unknown."""
    allowed = np.where(below & ALLOW_CLEAR > 0, above, below)
    allowed = np.where(above & ALLOW_CLEAR > 0, below, allowed)
    allowed[(above & ALLOW_CLEAR > 0) & (above != ALLOW_CLEAR)] = 0  # faint cloud, half shade
    cloudy = above & ALLOW_CLOUD > 0
    allowed[cloudy] = np.where(above & ~np.uint8(ALLOW_CLOUD) == 0, ALLOW_CLOUD, 0)[cloudy]
    return allowed.astype(np.uint8)


def thick_where_bright(sample: Sample) -> NDArray[np.uint8]:
    """The allowed classes of a sample in which cloud too bright to be thin is thick; where it was
    labelled thin before it was made brighter it may be either.
    """
    allowed = sample.allowed.copy()
    thin = allowed == ALLOW_THIN
    either = np.where(thin, ALLOW_CLOUD, allowed).astype(np.uint8)
    bright = too_bright_for_thin(sample.reflectance, either, sample.soft)
    allowed[bright] = np.where(thin[bright], ALLOW_CLOUD, ALLOW_THICK)
    return allowed


def _is_bright_ground(patch: Patch) -> bool:
    """Whether a tenth of the patch or more is clear, as people say, and as bright as clouds."""
    darkest = patch.reflectance[VISIBLE_ROWS].min(axis=0)
    return float(((patch.labels == CLEAR) & (darkest > BRIGHT)).mean()) > 0.1
