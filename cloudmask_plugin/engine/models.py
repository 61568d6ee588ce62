"""Installed models: their cards, and choosing one that fits a scene."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .bands import REACHES, ROLES, reach_of
from .calibration import AS_STORED, Calibration, parameters_from
from .classes import CLASSES
from .errors import ModelError
from .paths import bundled, user_model_folders
from .scene import SourceSpec

CARD_NAME = "card.json"
NETWORK_NAME = "model.onnx"
DEFAULT_ID = "cloudmask-fast"
DEFAULT_SPEED = 5.0  # Mpx/s, where a card does not say


@dataclass(frozen=True)
class ModelCard:
    """What a model is, needs and gives; read from its ``card.json``.

    :param bands: roles in the order of the network's input slots.
    :param required: roles without which it cannot run; all others may be absent.
    :param levels: processing levels it was trained on.
    :param resolutions: smallest and largest pixel in metres it was trained on.
    :param stride: windows are multiples of it; ``halo``: margin to read, in pixels.
    :param kind: "classes" (softmax) or "labels" (independent sigmoids).
    :param temperatures: by which logits are divided (Guo et al. 2017,
        https://arxiv.org/abs/1706.04599), by how far the bands reach (``REACHES``): with fewer a
        network is surer of itself than it is right.
    :param calibrations: by which shares are believed, see :mod:`.calibration`, likewise.
    :param speed: Mpx/s on two cores as measured for the card.
    """

    id: str
    title: str
    description: str
    version: str
    licence: str
    attribution: str
    sha256: str
    bands: tuple[str, ...]
    required: tuple[str, ...]
    levels: tuple[str, ...]
    resolutions: tuple[float, float]
    stride: int
    halo: int
    class_codes: tuple[int, ...]
    kind: str
    temperatures: Mapping[str, float]
    calibrations: Mapping[str, Calibration]
    speed: float
    folder: str

    @property
    def network_path(self) -> Path:
        """Path of the ONNX file."""
        return Path(self.folder) / NETWORK_NAME

    def temperature_with(self, roles: Collection[str]) -> float:
        """Return by what the logits are divided where these bands are given."""
        return self.temperatures[reach_of(roles)]

    def calibration_with(self, roles: Collection[str]) -> Calibration:
        """Return by what shares are believed where these bands are given."""
        return self.calibrations[reach_of(roles)]


def read_card(folder: str | Path) -> ModelCard:
    """Read the card in a model's folder.

    :raises ModelError: where it is missing, no JSON, or lacks or misuses a field.
    """
    path = Path(folder) / CARD_NAME
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{folder} is no model: it has no {CARD_NAME}.") from error
    except ValueError as error:
        raise ModelError(f"{path} is no valid JSON ({error}): install the model again.") from error
    try:
        return _parse(card, str(folder))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"{path} lacks or misuses a field ({error}): see models/README.md for its form."
        ) from error


def _parse(card: dict[str, Any], folder: str) -> ModelCard:
    resolutions = card["resolutions"]
    order = tuple(card["bands"]["order"])
    unknown = set(order) - set(ROLES)
    if unknown:
        raise ValueError(f"unknown bands {', '.join(sorted(unknown))}")
    kind = card.get("kind", "classes")
    if kind not in ("classes", "labels"):
        raise ValueError(f"kind {kind!r}")
    codes = tuple(int(item["code"]) for item in card["classes"])
    stride, halo = int(card["stride"]), int(card["halo"])
    if stride < 1 or halo < 0:
        raise ValueError("stride and halo must not be negative")
    return ModelCard(
        id=str(card["id"]),
        title=str(card["title"]),
        description=str(card.get("description", "")),
        version=str(card["version"]),
        licence=str(card["licence"]),
        attribution=_joined(card.get("attribution", "")),
        sha256=str(card["sha256"]).lower(),
        bands=order,
        required=tuple(card["bands"]["required"]),
        levels=tuple(card["levels"]),
        resolutions=(float(resolutions["min"]), float(resolutions["max"])),
        stride=stride,
        halo=-(-halo // stride) * stride,
        class_codes=codes,
        kind=kind,
        temperatures=_temperatures(card.get("temperature", 1.0)),
        calibrations=_calibrations(card),
        speed=float(card.get("speed", {}).get("mpx_per_s", DEFAULT_SPEED)),
        folder=folder,
    )


def _temperatures(told: Any) -> dict[str, float]:
    """Return the temperature by reach; a card may have one number for all."""
    by_reach = told if isinstance(told, dict) else dict.fromkeys(REACHES, told)
    return {reach: float(by_reach[reach]) for reach in REACHES}


def _calibrations(card: dict[str, Any]) -> dict[str, Calibration]:
    """Return the model's own calibration by reach, none where the card tells of none."""
    told = card.get("training", {}).get("calibration", {}).get("shares", {})
    return {
        reach: Calibration(parameters_from(told[reach])) if reach in told else AS_STORED
        for reach in REACHES
    }


def _joined(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def installed(folders: Sequence[str] = ()) -> tuple[ModelCard, ...]:
    """Return the cards of all models: bundled ones first, the default before all.

    Folders without a readable card are passed over: :func:`find` tells what ails them.

    :param folders: further folders that hold model folders, beside those named by the
        environment variable CLOUDMASK_MODELS.
    """
    cards: dict[str, ModelCard] = {}
    for root in (str(bundled("models")), *user_model_folders(), *folders):
        if not Path(root).is_dir():
            continue
        for folder in sorted(Path(root).iterdir()):
            if (folder / CARD_NAME).is_file():
                try:
                    card = read_card(folder)
                except ModelError:
                    continue
                cards.setdefault(card.id, card)
    return tuple(sorted(cards.values(), key=lambda card: card.id != DEFAULT_ID))


def find(model: str = "", folders: Sequence[str] = ()) -> ModelCard:
    """Return the card of a model by id or folder; the default for "".

    :raises ModelError: where there is none; the sentence names those there are.
    """
    if model and (Path(model) / CARD_NAME).is_file():
        return read_card(model)
    cards = installed(folders)
    if not cards:
        raise ModelError("No model is installed: install the plugin again.")
    if not model:
        return cards[0]
    for card in cards:
        if card.id == model:
            return card
    raise ModelError(
        f"There is no model {model!r}: installed are {', '.join(card.id for card in cards)}."
    )


def find_same(model: str, sha256: str) -> ModelCard:
    """Return the card of the very model that was found where the work was planned.

    :raises ModelError: where there is none, or another by that name.
    """
    card = find(model)
    if card.sha256 != sha256:
        raise ModelError(
            f"The model {model or 'that is the default'} is another here than where the "
            "run was started: install the same version of the program on all computers."
        )
    return card


def verify(card: ModelCard) -> bytes:
    """Return the network's bytes after checking them against the card.

    :raises ModelError: where the file is missing or its sha256 is another.
    """
    try:
        content = card.network_path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"{card.network_path} is missing: install the model {card.id} again."
        ) from error
    if hashlib.sha256(content).hexdigest() != card.sha256:
        raise ModelError(
            f"{card.network_path} is not the file that its card describes (sha256 differs): "
            f"install the model {card.id} again."
        )
    return content


def check_fit(card: ModelCard, spec: SourceSpec, resolution: float) -> tuple[str, ...]:
    """Return warnings about using a model on a scene.

    :param resolution: metres of the output pixel.
    :raises ModelError: where a required band is missing or the model gives other classes.
    """
    absent = [role for role in card.required if role not in spec.roles]
    if absent:
        raise ModelError(
            f"{card.title} needs {', '.join(absent)}, which {spec.name} does not have "
            f"(found: {', '.join(spec.roles) or 'none'}): state the bands or use another layer."
        )
    codes = tuple(item.code for item in CLASSES)
    if card.kind != "classes" or card.class_codes != codes:
        raise ModelError(f"{card.title} does not make cloud masks: choose another model.")
    warnings = []
    low, high = card.resolutions
    if not low * 0.95 <= resolution <= high * 1.05:
        warnings.append(
            f"{card.title} was trained on pixels of {low:g} to {high:g} m, not {resolution:.3g} m: "
            "check the mask with care."
        )
    if spec.level.value and spec.level.value not in card.levels:
        warnings.append(
            f"{card.title} was trained on {', '.join(card.levels)}, not {spec.level.value}: "
            "check the mask with care."
        )
    return tuple(warnings)
