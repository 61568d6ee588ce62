"""The jobs, one function each, read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from .refine import RefineOptions
from .reporter import Reporter
from .scene import SourceSpec

DEFAULT_TILE = 512


@dataclass(frozen=True)
class MaskRequest:
    """What to mask and how.

    :param source: the scene, from :func:`.describe.describe`.
    :param output: path of the mask to write, a GeoTIFF.
    :param probabilities: path of the probability file, None to write none.
    :param model: id of an installed model, or the path of a model folder; "" the default.
    :param resolution: metres of the output pixel, a multiple of the source's; None: native.
    :param extent: xmin, ymin, xmax, ymax in the scene's CRS; None: the whole scene.
    :param tta: further looks at each tile, turned and mirrored, 0..7, whose mean counts.
    :param threads: threads of inference; 0: all cores.
    :param tile: side in pixels of what the network sees at once.
    """

    source: SourceSpec
    output: str
    probabilities: str | None = None
    model: str = ""
    resolution: float | None = None
    extent: tuple[float, float, float, float] | None = None
    refine: RefineOptions = field(default_factory=RefineOptions)
    tta: int = 0
    threads: int = 0
    tile: int = DEFAULT_TILE


@dataclass(frozen=True)
class MaskResult:
    """What was written.

    :param classes: share of the valid area by class key (clear, thick, thin, shadow), 0..1;
        all 0 where nothing is valid.
    :param nodata: share of the whole area without data, 0..1.
    :param seconds: (stage, seconds) with ``total`` last.
    """

    output: str
    probabilities: str | None
    classes: tuple[tuple[str, float], ...]
    nodata: float
    seconds: tuple[tuple[str, float], ...]
    model: str
    warnings: tuple[str, ...]


def mask_scene(request: MaskRequest, reporter: Reporter) -> MaskResult:
    """Mask one scene."""
    raise NotImplementedError
