"""What the user chose last, kept in QGIS's settings under ``plugins/cloudmask/``."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from qgis.core import QgsSettings

from .engine.errors import CloudMaskError
from .engine.refine import RefineOptions

PREFIX = "plugins/cloudmask/"


@dataclass(frozen=True)
class Settings:
    """Everything that is remembered between sessions.

    :param model: id of a bundled model or path of a model folder; "" the default model.
    :param thick, thin, shadow: thresholds, above 0 and below 1.
    :param min_area: hectares.
    :param buffer: metres.
    :param remove_orphans: shadow that no cloud can have thrown becomes clear.
    :param tta: further looks at each tile, 0..7.
    :param threads: threads of inference; 0: all cores.
    :param resolution: metres of the output pixel; 0: the scene's own.
    :param extent: what part of a scene is masked, as the dock names it.
    :param write_probabilities: also write the probability file.
    :param model_folder: folder of the user's own models; "" none.
    :param last_folder: where a file was last opened or saved.
    :param recent: scenes opened last from files, folders and addresses, the newest first.
    :param wheel: file or folder from which onnxruntime is installed offline; "" none.
    :param composite_method: how composites are made; ``composite_fallback`` what is taken where
        nothing is clear; ``composite_buffer`` metres by which their masks grow.
    :param dock_open: the dock was open when QGIS was closed.
    """

    model: str = ""
    thick: float = 0.5
    thin: float = 0.5
    shadow: float = 0.5
    min_area: float = 0.0
    buffer: float = 0.0
    remove_orphans: bool = False
    tta: int = 0
    threads: int = 0
    resolution: float = 0.0
    extent: str = "whole"
    write_probabilities: bool = False
    model_folder: str = ""
    last_folder: str = ""
    recent: tuple[str, ...] = ()
    wheel: str = ""
    composite_method: str = "auto"
    composite_fallback: str = "never"
    composite_buffer: float = 0.0
    dock_open: bool = False

    @property
    def refine(self) -> RefineOptions:
        """Thresholds, minimum area and buffer; the defaults where the stored ones are void."""
        try:
            return RefineOptions(self.thick, self.thin, self.shadow, self.min_area, self.buffer)
        except CloudMaskError:
            return RefineOptions()

    @property
    def model_folders(self) -> tuple[str, ...]:
        """The folders of the user's own models, as ``engine.models.installed`` takes them."""
        return (self.model_folder,) if self.model_folder else ()


DEFAULTS = Settings()


def load(store: QgsSettings | None = None) -> Settings:
    """Return the stored settings; a value that is missing or void is the default."""
    store = store or QgsSettings()
    found = {}
    for field in fields(Settings):
        default = getattr(DEFAULTS, field.name)
        value = _read(store.value(PREFIX + field.name), default)
        found[field.name] = default if value is None else value
    return Settings(**found)


def save(settings: Settings, store: QgsSettings | None = None) -> None:
    """Store settings; defaults are removed, so that a later version may better them."""
    store = store or QgsSettings()
    for name, value in asdict(settings).items():
        if value == getattr(DEFAULTS, name):
            store.remove(PREFIX + name)
        else:
            store.setValue(PREFIX + name, list(value) if isinstance(value, tuple) else value)


def update(store: QgsSettings | None = None, **changes: Any) -> Settings:
    """Change some settings, store and return them all."""
    settings = replace(load(store), **changes)
    save(settings, store)
    return settings


def _read(value: Any, default: Any) -> Any:
    """Return a stored value in the type of its default, None where it is no such value.

    An ini file holds text and lists of it only, and a person may have edited it.
    """
    if value is None:
        return None
    if isinstance(default, bool):
        return {"true": True, "1": True, "false": False, "0": False}.get(str(value).lower())
    if isinstance(default, str):
        return str(value)
    if isinstance(default, tuple):
        return (value,) if isinstance(value, str) else tuple(map(str, value))
    try:
        number = type(default)(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
