"""Recipes: everything that decides what a model becomes, by name."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Widths:
    """Channels of the network: after the stem, then at 1/2, 1/4, 1/8 and 1/16 of the size."""

    stem: int = 32
    half: int = 16
    quarter: int = 48
    eighth: int = 96
    sixteenth: int = 192


@dataclass(frozen=True)
class Shares:
    """Share of the samples drawn from each kind of source; together 1."""

    catalogue: float = 0.26  # binary cloud masks, RGB only, world wide
    manual: float = 0.12  # hand-made classes
    teacher: float = 0.22  # real imagery with soft labels of the teachers alone
    laid: float = 0.25  # simulated clouds over real clear ground
    simulated: float = 0.15  # all simulated


@dataclass(frozen=True)
class BandSets:
    """Chance of each set of bands for a sample that has them all; the rest keeps all 13."""

    rgb: float = 0.28
    rgb_nir: float = 0.18
    six: float = 0.20
    ten: float = 0.12


@dataclass(frozen=True)
class Recipe:
    """One model's training: ``steps`` steps, over which the rate of learning rises and falls."""

    name: str
    description: str  # one line for whoever chooses a model
    speed: str = "fast"
    widths: Widths = Widths()
    shares: Shares = Shares()
    band_sets: BandSets = BandSets()
    seed: int = 20260101
    steps: int = 16000
    batch: int = 8
    crop: int = 192  # pixels; twice the network's reach, so that the centre sees its all
    learning_rate: float = 2e-3
    weight_decay: float = 1e-4
    warm_up: int = 200
    average: float = 0.998  # decay of the running mean of the weights
    teacher_weight: float = 1.0
    overlap_weight: float = 0.5
    shadow_weight: float = 3.0  # shadow is the rarest class and the first to be missed
    shade_weight: float = 0.0  # of dark ground in the sun against ground in shadow: losses.py
    agreement_weight: float = 0.0  # see views.py; every third step, where it is not 0
    places: float = 1.0  # share of the training places that are used
    bright_ground: float = 1.0  # how much more often a scene of snow, ice or salt is drawn
    real_clouds: float = (
        0.0  # share of the clouds laid over real ground that are real: transplants.py
    )
    water: float = 0.0  # share of the real ground under clouds that is flooded: simulation.py
    snow: float = 0.25  # share of the simulated scenes in which snow lies
    snowed: float = 0.0  # share of the real ground under clouds on which snow falls: snowfall.py
    clear_parts: bool = False  # whether clear parts of cloudy scenes serve as ground, too
    pasted: float = 0.0  # share of the catalogue's samples with another's clouds: transplants.py
    darkened: float = 0.0  # share of the real ground under clouds that is made darker
    repainted: float = 0.0  # share of that ground that gets another colour: augmentation.py
    relit: float = 0.0  # share of all samples in other air and uneven light: augmentation.py
    pictures: float = 0.0  # share of the samples of red, green and blue that saturate: as_picture
    inferred: bool = False  # whether labels are inferred where none are: inferred_labels.py
    start: str = ""  # the recipe whose trained network this one starts from, made wider
    kept: float = 0.0  # share of the start's weights in the result (Wortsman et al. 2022, WiSE-FT)
    kept_of: str = ""  # an earlier recipe whose weights are kept instead
    teacher: str = ""  # the recipe whose trained network gives soft labels too: distillation.py


WIDE = Widths(stem=64, half=32, quarter=96, eighth=192, sixteenth=256)
REAL_CLOUDS = Shares(catalogue=0.26, manual=0.12, teacher=0.20, laid=0.32, simulated=0.10)
BROAD = Shares(catalogue=0.26, manual=0.12, teacher=0.22, laid=0.30, simulated=0.10)

# What a trained network is trained on with.
FURTHER = Recipe(
    "further",
    "",
    seed=20260104,
    steps=2500,
    learning_rate=6e-4,
    agreement_weight=1.0,
    bright_ground=3.0,
    shares=REAL_CLOUDS,
    real_clouds=0.65,
)
BROADER = replace(
    FURTHER,
    shares=BROAD,
    steps=5800,
    learning_rate=8e-4,
    water=0.6,
    snow=0.4,
    pasted=0.45,
    inferred=True,
)
VARIED = replace(
    BROADER,
    steps=2400,
    band_sets=BandSets(rgb=0.2, rgb_nir=0.2, six=0.22, ten=0.12),
    water=0.8,
    shade_weight=0.5,
    bright_ground=5.0,
    darkened=0.4,
    relit=0.6,
    pictures=0.25,
)
REPAINTED = replace(
    VARIED,
    shares=Shares(catalogue=0.24, manual=0.12, teacher=0.20, laid=0.31, simulated=0.13),
    band_sets=BandSets(rgb=0.25, rgb_nir=0.18, six=0.23, ten=0.12),
    snow=0.65,
    pasted=0.5,
    repainted=0.5,
    pictures=0.15,
)
# A short training: snow is what the network forgets first.
SNOWY = replace(
    VARIED,
    steps=350,
    learning_rate=3e-4,
    warm_up=30,
    average=0.99,
    shares=Shares(catalogue=0.22, manual=0.12, teacher=0.16, laid=0.26, simulated=0.24),
    band_sets=BandSets(rgb=0.16, rgb_nir=0.16, six=0.32, ten=0.12),
    snow=0.9,
)

SNOWED = replace(
    REPAINTED,
    shares=Shares(catalogue=0.22, manual=0.11, teacher=0.15, laid=0.42, simulated=0.10),
    band_sets=BandSets(rgb=0.33, rgb_nir=0.17, six=0.20, ten=0.10),
    warm_up=100,
    shade_weight=1.5,
    snowed=0.55,
    pictures=0.25,
    clear_parts=True,
)
SCATTERED = replace(
    SNOWED,
    shares=Shares(catalogue=0.22, manual=0.13, teacher=0.15, laid=0.38, simulated=0.12),
    band_sets=BandSets(rgb=0.27, rgb_nir=0.18, six=0.25, ten=0.10),
    learning_rate=7e-4,
    snowed=0.5,
)
LAYERED = replace(
    SCATTERED,
    shares=Shares(catalogue=0.26, manual=0.12, teacher=0.13, laid=0.38, simulated=0.11),
)

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        Recipe("first", "What the bundled models start from"),
        Recipe(
            "wide",
            "The small network made wider",
            widths=WIDE,
            start="first",
            seed=20260102,
            steps=9000,
            learning_rate=1.2e-3,
            agreement_weight=0.3,
            bright_ground=3.0,
        ),
        Recipe(
            "small",
            "The small network, taught by the wide one",
            start="first",
            teacher="wide",
            seed=20260103,
            steps=6000,
            learning_rate=8e-4,
            agreement_weight=0.3,
            bright_ground=3.0,
        ),
        replace(
            FURTHER,
            name="wide-clouded",
            description="The wide network with real clouds over other ground",
            widths=WIDE,
            start="wide",
            kept=0.5,
        ),
        replace(
            FURTHER,
            name="small-clouded",
            description="What the small network is trained on from",
            start="small",
            kept=0.5,
            teacher="wide-clouded",
            seed=20260105,
        ),
        replace(
            BROADER,
            name="wide-broader",
            description="The wide network with lakes and pasted clouds",
            widths=WIDE,
            start="wide-clouded",
            seed=20260107,
        ),
        replace(
            BROADER,
            name="small-broader",
            description="What the fast model starts from",
            start="small-clouded",
            teacher="wide-broader",
            seed=20260108,
            steps=2400,
        ),
        replace(
            BROADER,
            name="small-relit",
            description="The small network with other light and air",
            start="small-broader",
            teacher="wide-broader",
            seed=20260109,
            steps=2400,
            darkened=0.4,
            relit=0.5,
        ),
        replace(
            VARIED,
            name="wide-relit",
            description="The wide network with other light, air and darker ground",
            widths=WIDE,
            start="wide-broader",
            seed=20260110,
        ),
        replace(
            VARIED,
            name="wide-varied",
            description="The wide network with more of the same",
            widths=WIDE,
            start="wide-relit",
            seed=20260112,
            steps=2000,
            learning_rate=5e-4,
        ),
        replace(
            SNOWY,
            name="wide-snowy",
            description="The wide network with more snow",
            widths=WIDE,
            start="wide-varied",
            seed=20260113,
        ),
        replace(
            REPAINTED,
            name="small-repainted",
            description="The small network over ground of other colours",
            start="small-relit",
            teacher="wide-snowy",
            seed=20260114,
            steps=4500,
        ),
        replace(
            REPAINTED,
            name="wide-repainted",
            description="The wide network over ground of other colours",
            widths=WIDE,
            start="wide-snowy",
            seed=20260115,
            steps=2800,
            learning_rate=6e-4,
        ),
        replace(
            REPAINTED,
            name="small-sunlit",
            description="The small network with more weight on dark ground in the sun",
            start="small-repainted",
            kept=0.5,
            teacher="wide-repainted",
            seed=20260116,
            steps=3200,
            learning_rate=6e-4,
            water=0.9,
            shade_weight=2.0,
        ),
        replace(
            REPAINTED,
            name="wide-sunlit",
            description="The wide network with more weight on dark ground in the sun",
            widths=WIDE,
            start="wide-repainted",
            kept=0.4,
            teacher="small-sunlit",
            seed=20260118,
            steps=1700,
            learning_rate=5e-4,
            warm_up=100,
            average=0.997,
            water=0.9,
            shade_weight=1.0,
        ),
        replace(
            SNOWED,
            name="small-snowed",
            description="The small network with snow on real ground",
            start="small-sunlit",
            teacher="wide-sunlit",
            seed=20260120,
            steps=2600,
            learning_rate=6e-4,
            average=0.9975,
            shares=Shares(catalogue=0.24, manual=0.12, teacher=0.18, laid=0.35, simulated=0.11),
            band_sets=REPAINTED.band_sets,
            snowed=0.35,
        ),
        replace(
            SNOWED,
            name="small-whitened",
            description="The small network with more snow on real ground",
            start="small-snowed",
            kept=0.25,
            kept_of="small-sunlit",
            teacher="wide-sunlit",
            seed=20260122,
            steps=4000,
        ),
        replace(
            SNOWED,
            name="wide-whitened",
            description="The wide network with snow on real ground",
            widths=WIDE,
            start="wide-sunlit",
            kept=0.3,
            teacher="small-whitened",
            seed=20260121,
            steps=2500,
            learning_rate=7e-4,
        ),
        replace(
            SCATTERED,
            name="small-scattered",
            description="The small network with light through clouds and wide rims",
            start="small-whitened",
            teacher="wide-whitened",
            seed=20260130,
            steps=2800,
        ),
        replace(
            SCATTERED,
            name="wide-scattered",
            description="The wide network with light through clouds and wide rims",
            widths=WIDE,
            start="wide-whitened",
            kept=0.25,
            teacher="small-scattered",
            seed=20260131,
            steps=2200,
            learning_rate=6e-4,
        ),
        replace(
            SCATTERED,
            name="small-deepened",
            description="The small network with clouds that hide, reflect and shade by their depth",
            start="small-scattered",
            teacher="wide-scattered",
            seed=20260140,
            steps=3000,
        ),
        replace(
            LAYERED,
            name="small-layered",
            description="The small network with other forms of cloud and open sea",
            shares=Shares(catalogue=0.28, manual=0.13, teacher=0.14, laid=0.33, simulated=0.12),
            snowed=0.35,
            start="small-deepened",
            teacher="wide-scattered",
            seed=20260142,
            steps=2800,
        ),
        replace(
            LAYERED,
            name="small-veiled",
            description="The small network with dimmer overcast and wide veils",
            start="small-layered",
            teacher="wide-scattered",
            seed=20260144,
            steps=2200,
        ),
        replace(
            LAYERED,
            name="small-opened",
            description="The small network with haze left open up to where people draw outlines",
            start="small-veiled",
            teacher="wide-scattered",
            seed=20260145,
            steps=1300,
            learning_rate=6e-4,
        ),
        replace(
            LAYERED,
            name="wide-layered",
            description="The wide network with the fast one's clouds",
            widths=WIDE,
            start="wide-scattered",
            teacher="small-opened",
            seed=20260143,
            steps=1800,
        ),
        replace(
            LAYERED,
            name="accurate",
            description="As the fast one at less than half its speed: "
            "better with red, green and blue alone, and steadier when a band is missing",
            speed="accurate",
            widths=WIDE,
            start="wide-layered",
            teacher="small-opened",
            seed=20260150,
            steps=3600,
            learning_rate=6e-4,
        ),
        replace(
            LAYERED,
            name="fast",
            description="Clouds and shadows from any bands, red, green and blue up to all 13",
            start="small-opened",
            kept=0.5,
            teacher="accurate",
            seed=20260151,
            steps=2400,
            learning_rate=5e-4,
            water=0.9,
            shade_weight=2.0,
        ),
        Recipe("quick", "Trained for minutes, to see that all is in order", steps=1500),
        Recipe(
            "simulated",
            "Trained for two minutes from simulated scenes alone, by the tests",
            shares=Shares(catalogue=0, manual=0, teacher=0, laid=0, simulated=1),
            steps=800,
            snow=0.7,  # what brightness does not tell from cloud
            batch=4,
            crop=128,
            warm_up=20,
            average=0.98,
        ),
    )
}
