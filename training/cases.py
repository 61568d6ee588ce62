"""What bundled models are measured on: held-out places, simulated scenes, pitfalls.

A case is a patch with a reference and what that reference can say. Groups are by sensor and
kind of label; surfaces are those of the ground between the clouds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_CODES,
    CLOUD_SHADOW,
    CODES,
    NODATA,
    THICK_CLOUD,
)

from .datasets import ALLOW_CLEAR, VISIBLE_ROWS, Patch, is_far_from_cloud
from .inferred_labels import too_bright_for_thin
from .simulation import SimulatedScene, flood, lay_clouds, simulate_scene

BAND_SETS: dict[str, tuple[str, ...]] = {
    "RGB": VISIBLE,
    "RGB+NIR": (*VISIBLE, "B08"),
    "6": (*VISIBLE, "B08", "B11", "B12"),
    "10": (*VISIBLE, "B05", "B06", "B07", "B08", "B8A", "B11", "B12"),
    "13": ROLES,
    "all": ROLES,
}
# Bands a case must have for a set: two may be missing of the larger ones, none counts for
# "all", which is whatever a patch holds.
NEEDED = {"RGB": 3, "RGB+NIR": 4, "6": 6, "10": 8, "13": 11, "all": 3}

CATALOGUE = "Sentinel-2 catalogue, 45 m, quick-looks"
TEN_METRES = "Sentinel-2, 10 m, generous outlines"
LANDSAT_8 = "Landsat 8, 30 m"
LANDSAT_7 = "Landsat 7, 30 m (ukis-csmask's test chip)"
SEN2COR = "Sentinel-2, 60 m, labels by Sen2Cor"
LAID = "Simulated clouds over held-out ground"
SIMULATED = "Simulated scenes"
GROUPS = {
    "drivendata": TEN_METRES,
    "l8biome": LANDSAT_8,
    "s2cmc": CATALOGUE,
    "t29unu_60m": SEN2COR,
    "ukis_landsat7": LANDSAT_7,
}
HAND_LABELLED = (CATALOGUE, TEN_METRES, LANDSAT_8, LANDSAT_7)

SNOW, WATER, URBAN, BARE, VEGETATION = SURFACES = (
    "snow and ice", "water", "urban", "bare or sparse", "vegetation",
)  # fmt: skip
# Landsat 8 Biome names the biome of each scene.
BIOMES = {
    "Barren": BARE, "Shrubland": BARE, "Forest": VEGETATION, "GrassCrops": VEGETATION,
    "Wetlands": VEGETATION, "Urban": URBAN, "SnowIce": SNOW, "Water": WATER,
}  # fmt: skip
# Other places as seen in the pictures, catalogue scenes by their Sentinel-2 tile. Those that
# clouds cover altogether (T53HLD, T31VEE) show no ground and have no surface.
SEEN = {
    "T12UWC": SNOW, "T40XDR": SNOW,
    "T57JUL": WATER, "T58VEJ": WATER, "T16RDR": WATER, "T20XNH": WATER, "T40XEM": WATER,
    "T30TUT": WATER, "T01WEM": WATER, "T56KKD": WATER,
    "T49TGK": BARE, "T54HXD": BARE, "T54KUV": BARE,
    "T21JWJ": VEGETATION, "T22MEB": VEGETATION, "T55WEM": VEGETATION, "T21LTE": VEGETATION,
    "T31PDK": VEGETATION, "T22MCS": VEGETATION, "T21JWL": VEGETATION, "T48QVK": VEGETATION,
    "drivendata__1": VEGETATION, "drivendata__2": BARE, "ukis_landsat7": BARE,
}  # fmt: skip
SNOW_BRIGHTNESS = 0.3  # mean of red, green, blue from which ground in a snow scene is snow
# Normalised-difference snow index and green, Dozier 1989, doi:10.1016/0034-4257(89)90101-6.
SNOW_INDEX, SNOW_GREEN = 0.4, 0.3

Cube = NDArray[np.float32]  # (13, rows, cols) reflectance, 0 where a band is absent
Presence = NDArray[np.bool_]  # (13,)
Labels = NDArray[np.uint8]  # (rows, cols) class codes, 255 unknown


@dataclass(frozen=True, eq=False)
class Case:
    """One reference patch of a group.

    ``questions`` are those that its labels can answer (see ``scores.QUESTIONS``); ``surface``
    is that of the ground, None if none is seen.
    """

    name: str
    group: str
    reflectance: Cube
    presence: Presence
    reference: Labels
    questions: tuple[str, ...]
    thin_labelled: bool
    surface: str | None = None

    @property
    def bands(self) -> int:
        """Number of bands."""
        return int(self.presence.sum())

    @property
    def all_classes(self) -> bool:
        """Whether thick, thin and shadow are told apart."""
        return self.thin_labelled and "shadow" in self.questions


@dataclass(frozen=True, eq=False)
class Pitfall:
    """Pixels whose class is known beyond doubt, and the answer into which they tempt a network.

    ``where`` (rows, cols) bool; ``wrong`` the codes that are a mistake there.
    """

    kind: str
    reflectance: Cube
    presence: Presence
    where: NDArray[np.bool_]
    wrong: tuple[int, ...]


def surface_of(name: str) -> str | None:
    """Surface of a held-out patch by its name, None where no ground is seen or known."""
    if name.startswith("l8biome__"):
        return BIOMES[name.split("_")[3]]
    return next((surface for key, surface in SEEN.items() if key in name), None)


def real_cases(patches: Iterable[Patch]) -> list[Case]:
    """Held-out patches with labels of any kind."""
    return labelled(patches, held_out=True)


def labelled(patches: Iterable[Patch], held_out: bool) -> list[Case]:
    """Patches of the groups, of places held out or of those trained on."""
    return [
        Case(
            name=patch.name,
            group=GROUPS[patch.source],
            reflectance=patch.reflectance.astype(np.float32),
            presence=patch.presence,
            reference=patch.labels,
            questions=("cloud", "shadow", "invalid") if patch.shadow_labelled else ("cloud",),
            thin_labelled=patch.thin_labelled,
            surface=surface_of(patch.name),
        )
        for patch in patches
        if patch.validation == held_out and patch.source in GROUPS
    ]


def simulated_cases(patches: Iterable[Patch]) -> list[Case]:
    """Clouds laid over held-out clear ground, and wholly simulated scenes, seeds unseen."""
    everything = ("cloud", "shadow", "invalid")
    cases = []
    grounds = [p for p in patches if p.validation and p.clear_background and p.presence.all()]
    for number, patch in enumerate(grounds):
        if number % 2 == 0:  # neighbours come in pairs
            rng = np.random.default_rng([77, number])
            scene = lay_clouds(
                patch.reflectance.astype(np.float32),
                rng=rng,
                resolution=float(rng.choice([10, 20, 30])),
                sun_zenith=rng.uniform(20, 65),
                sun_azimuth=rng.uniform(0, 360),
                thick=0.25,
                thin=0.1,
                level=patch.level,
            )
            cases.append(
                Case(f"clouds laid over {patch.name}", LAID, scene.reflectance, patch.presence,
                     _undisputed(scene), everything, thin_labelled=True)
            )  # fmt: skip
    for number, scene in enumerate(simulated_scenes(10**6, 6)):
        cases.append(
            Case(f"simulated {number}", SIMULATED, scene.reflectance, scene.presence,
                 _undisputed(scene), everything, thin_labelled=True)
        )  # fmt: skip
    return cases


def simulated_scenes(
    first: int,
    count: int,
    resolutions: Sequence[float] = (10.0, 20.0, 60.0),
    snow: Sequence[float] = (0.0, 0.0, 0.0, 0.4),
    zenith_step: float = 7.0,
    azimuth_step: float = 60.0,
) -> list[SimulatedScene]:
    """Draw scenes of 256 × 256 pixels of many kinds, both levels in turn.

    :param first: seed of the first scene, the others follow; training draws seeds below 2³¹.
    :param resolutions, snow: metres of a pixel and share of snow, taken in turn.
    :param zenith_step, azimuth_step: degrees by which the sun moves from scene to scene, from
        a zenith of 25 and an azimuth of 0.
    """
    return [
        simulate_scene(
            256,
            256,
            seed=first + number,
            resolution=resolutions[number % len(resolutions)],
            level=("L1C", "L2A")[number % 2],
            sun_zenith=25.0 + zenith_step * number,
            sun_azimuth=azimuth_step * number,
            snow=snow[number % len(snow)],
        )
        for number in range(count)
    ]


def _undisputed(scene: SimulatedScene) -> Labels:
    """A simulation's labels where people would agree on clear, cloud or shadow, else 255."""
    return np.where(scene.undisputed(), scene.labels, np.uint8(NODATA))


def limited(presence: Presence, band_set: str) -> Presence | None:
    """Presence (13,) of a set of bands where ``presence`` is there; None if too few are."""
    wanted = BAND_SETS[band_set]
    shown = presence & [role in wanted for role in ROLES]
    nir, narrow = ROLES.index("B08"), ROLES.index("B8A")
    if "B08" in wanted and not presence[nir]:
        shown[narrow] = presence[narrow]
    return shown if shown.sum() >= NEEDED[band_set] else None


def brightness(reflectance: Cube) -> NDArray[np.float32]:
    """Mean of red, green and blue (rows, cols)."""
    visible: NDArray[np.float32] = reflectance[VISIBLE_ROWS].mean(axis=0)
    return visible


# Pitfalls ----------------------------------------------------------------------------------

CATALOGUE_SNOW = "clear snow and ice called cloud: catalogue, 45 m"
PLATEAU_SNOW = "clear snow called cloud: polar plateau, Landsat 8, 30 m, left out of training"
SIMULATED_SNOW = "clear snow called cloud: simulated, 10 to 60 m"
BRIGHT_CLOUD = "bright cloud over dark ground called thin or none: Sentinel-2 catalogue, Sen2Cor"
FAR_GROUND = "clear ground far from clouds called shadow: catalogue and Landsat 8"
SUNLIT_GROUND = "ground among clouds that none of them shades called shadow: catalogue, 45 m"
LAKES = "lakes and rivers among clouds called shadow: laid on held-out ground"
LAKE_SEED = 3 * 10**6
PITFALLS = (
    CATALOGUE_SNOW,
    PLATEAU_SNOW,
    SIMULATED_SNOW,
    BRIGHT_CLOUD,
    FAR_GROUND,
    SUNLIT_GROUND,
    LAKES,
)


def pitfalls(patches: Sequence[Patch], plateau: Sequence[Patch] = ()) -> list[Pitfall]:
    """What networks are known to take for something else, in held-out and simulated scenes."""
    held_out = [patch for patch in patches if patch.validation]
    return snow_pitfalls(held_out, plateau) + cloud_pitfalls(held_out) + shadow_pitfalls(held_out)


def snow_pitfalls(patches: Iterable[Patch], plateau: Sequence[Patch]) -> list[Pitfall]:
    """Clear snow and ice, by what it can be measured on.

    With red, green and blue: the catalogue's scenes of snow and ice, ground labelled clear and
    bright. With 6 bands and more no held-out patch has labelled-clear snow, so that simulated
    scenes stand in, beside ``plateau``, patches of clear snow that training leaves out.
    """
    found = []
    for patch in patches:
        if patch.source == "s2cmc" and surface_of(patch.name) == SNOW:
            image = patch.reflectance.astype(np.float32)
            snow = (patch.labels == CLEAR) & (brightness(image) >= SNOW_BRIGHTNESS)
            found.append(Pitfall(CATALOGUE_SNOW, image, patch.presence, snow, CLOUD_CODES))
    for patch in plateau:
        image = patch.reflectance.astype(np.float32)
        clear = patch.labels == CLEAR
        found.append(Pitfall(PLATEAU_SNOW, image, patch.presence, clear, CLOUD_CODES))
    for number in range(6):
        scene = simulate_scene(
            256, 256, seed=2 * 10**6 + number, resolution=(10.0, 20.0, 60.0)[number % 3],
            level=("L1C", "L2A")[number % 2], sun_zenith=35.0 + 6 * number,
            sun_azimuth=120.0 + 20 * number, thick=0.1, thin=0.05, snow=0.8,
        )  # fmt: skip
        snow = (scene.labels == CLEAR) & scene.undisputed() & is_snow(scene.reflectance)
        found.append(Pitfall(SIMULATED_SNOW, scene.reflectance, scene.presence, snow, CLOUD_CODES))
    return found


def cloud_pitfalls(patches: Iterable[Patch]) -> list[Pitfall]:
    """Cloud that people or Sen2Cor saw over dark ground, too bright to be thin."""
    return [
        Pitfall(
            BRIGHT_CLOUD,
            patch.reflectance.astype(np.float32),
            patch.presence,
            too_bright_for_thin(patch.reflectance, patch.allowed),
            tuple(code for code in CODES if code != THICK_CLOUD),
        )
        for patch in patches
        if patch.source in ("s2cmc", "t29unu_60m")
    ]


def shadow_pitfalls(patches: Sequence[Patch]) -> list[Pitfall]:
    """Ground where no cloud is near enough to throw a shadow, or none lies towards the sun; sunlit
    water, laid among clouds.
    """
    found = []
    for patch in patches:
        if patch.source in ("s2cmc", "l8biome") and not patch.shadow_labelled:
            image, clear = patch.reflectance.astype(np.float32), patch.allowed == ALLOW_CLEAR
            far = is_far_from_cloud(patch.labels)
            for kind, where in ((FAR_GROUND, clear & far), (SUNLIT_GROUND, clear & ~far)):
                if where.any():
                    found.append(Pitfall(kind, image, patch.presence, where, (CLOUD_SHADOW,)))
    for image, presence, scene in lake_scenes(patches, LAKE_SEED):
        sunlit = scene.water & (scene.labels == CLEAR) & scene.undisputed()
        found.append(Pitfall(LAKES, image, presence, sunlit, (CLOUD_SHADOW,)))
    return found


def lake_scenes(
    patches: Sequence[Patch], first: int
) -> list[tuple[Cube, Presence, SimulatedScene]]:
    """Cloud-free patches of 13 bands with lakes and broken clouds laid on them.

    :param first: seed of the first one.
    :return: image, bands and truth of each.
    """
    found = []
    grounds = [patch for patch in patches if patch.clear_background and patch.presence.all()]
    for number, patch in enumerate(grounds):
        rng = np.random.default_rng([first, number])
        image = patch.reflectance.astype(np.float32)
        zenith, azimuth = rng.uniform(25, 65), rng.uniform(100, 220)
        resolution = 10.0 * (1 + number % 3)
        water = flood(
            image, seed=first + number, resolution=resolution, sun_zenith=zenith,
            sun_azimuth=azimuth, level=patch.level,
        )  # fmt: skip
        scene = lay_clouds(
            image, rng=rng, resolution=resolution, sun_zenith=zenith, sun_azimuth=azimuth,
            thick=0.2, thin=0.0, level=patch.level, water=water,
        )  # fmt: skip
        found.append((scene.reflectance, patch.presence, scene))
    return found


def is_snow(reflectance: Cube) -> NDArray[np.bool_]:
    """Where (rows, cols) the spectrum of clear ground is that of snow: index and green."""
    green, infrared = reflectance[ROLES.index("B03")], reflectance[ROLES.index("B11")]
    index = (green - infrared) / np.maximum(green + infrared, 1e-6)
    snow: NDArray[np.bool_] = (index > SNOW_INDEX) & (green > SNOW_GREEN)
    return snow
