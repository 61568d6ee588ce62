"""Bundled models run on arrays exactly as the engine runs them on rasters.

The engine's own network, tiles, blending and decision are used, with its defaults, so that
what is measured is what a user gets: temperature, stored probabilities and all.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLASSES, CLOUD_CODES
from cloudmask_plugin.engine.gaps import fill_gaps
from cloudmask_plugin.engine.inference import Network
from cloudmask_plugin.engine.models import read_card
from cloudmask_plugin.engine.pipeline import DEFAULT_TILE
from cloudmask_plugin.engine.refine import PROBABILITY_STEPS, RefineOptions, decide
from cloudmask_plugin.engine.scene import Window
from cloudmask_plugin.engine.tiling import Tile, blend_tiles, plan_tiles

from .cases import Cube, Labels, Presence

FOLDER = Path(__file__).resolve().parents[1] / "models"


class BundledModel:
    """A model's folder, ready for any set of bands."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self.name = folder.name
        self.card = read_card(folder)
        self._threads = threads
        self._networks: dict[tuple[str, ...], Network] = {}

    def probabilities(
        self, reflectance: Cube, presence: Presence, phase: tuple[int, int] = (0, 0)
    ) -> NDArray[np.uint8]:
        """Stored probabilities (4, rows, cols) uint8, 250 = 1.

        :param phase: column and row of the array's first pixel on the map's pixel grid;
            (0, 0) is what a raster without a position has.
        """
        network = self._network(tuple(np.array(ROLES)[presence]))
        image = reflectance[presence]
        rows, cols = image.shape[1:]
        raster = Window(0, 0, cols, rows)
        plan = plan_tiles(raster, raster, phase, DEFAULT_TILE, self.card.halo, self.card.stride)

        def predicted(tile: Tile) -> tuple[Tile, NDArray[np.float32], NDArray[np.bool_]]:
            row, col = tile.reach.row - tile.read.row, tile.reach.col - tile.read.col
            seen = network(_window(image, tile.read))
            height, width = tile.reach.height, tile.reach.width
            valid = np.ones((height, width), bool)
            return tile, seen[:, row : row + height, col : col + width], valid

        strips = blend_tiles(
            plan, map(predicted, plan.tiles), len(CLASSES), lambda stored: stored, len(CLASSES)
        )
        return np.concatenate([strip.values for strip in strips], axis=1)

    def labels(
        self, reflectance: Cube, presence: Presence, phase: tuple[int, int] = (0, 0)
    ) -> Labels:
        """Class codes (rows, cols) with the default options."""
        return decide(self.probabilities(reflectance, presence, phase), RefineOptions())

    def _network(self, roles: tuple[str, ...]) -> Network:
        if roles not in self._networks:
            self._networks[roles] = Network(self.card, roles, self._threads, lambda: False)
        return self._networks[roles]


def bundled_models(threads: int = 2) -> list[BundledModel]:
    """Every model under models/, by name."""
    return [BundledModel(card.parent, threads) for card in sorted(FOLDER.glob("*/card.json"))]


def cloud_probability(stored: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Probability (rows, cols) of cloud of either kind, from (4, rows, cols) as stored."""
    both = stored[list(CLOUD_CODES)].sum(axis=0, dtype=np.float32)
    return np.minimum(both / np.float32(PROBABILITY_STEPS), np.float32(1))


def _window(image: Cube, window: Window) -> Cube:
    """What the network sees of a window that may stick out of the image."""
    rows, cols = image.shape[1:]
    inside = window.intersect(Window(0, 0, cols, rows))
    box = np.s_[
        inside.row - window.row : inside.row_stop - window.row,
        inside.col - window.col : inside.col_stop - window.col,
    ]
    seen = np.zeros((len(image), window.height, window.width), np.float32)
    seen[:, box[0], box[1]] = image[:, inside.row : inside.row_stop, inside.col : inside.col_stop]
    valid = np.zeros(seen.shape[1:], bool)
    valid[box] = True
    return fill_gaps(seen, valid)
