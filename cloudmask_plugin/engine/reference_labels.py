"""Labelled points and polygons as a reference: which class each feature states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .classes import CLASSES, NODATA
from .errors import OptionError, SceneError
from .geometry import Shape
from .mask_table import OURS, TABLES, MaskTable, find_table
from .placing import same_crs
from .vector import VectorBackend, VectorLayer
from .vector.protocol import Check, Value

UNLABELLED = 99  # of CloudSEN12
_NAMES = {
    **{item.key: item.code for item in CLASSES},
    **{item.name.lower(): item.code for item in CLASSES},
    "no data": NODATA,
    "nodata": NODATA,
}


@dataclass(frozen=True)
class LabelSource:
    """Where labelled features are.

    :param field: whose values are the labels; "": the only field whose values can be.
    :param layer: of a file with several; "": the first.
    :param classes: what the labels mean: the key of a table such as "scl", or pairs such as
        "forest=clear,cirrus=thin"; "": codes 0 to 3, or the names of the classes.
    """

    path: str
    field: str = ""
    layer: str = ""
    classes: str = ""


@dataclass(frozen=True, eq=False)
class Labels:
    """Features with class codes, all points or all polygons, in the coordinates of ``crs``."""

    crs: str
    codes: tuple[int, ...]
    shapes: tuple[Shape, ...]
    field: str
    unlabelled: int

    @property
    def are_points(self) -> bool:
        """Whether the features are points."""
        return not self.shapes[0].polygons

    def placed(self, crs: str, backend: VectorBackend) -> Labels:
        """Return the labels in another coordinate system; either "" takes them as they are."""
        if not crs or not self.crs or same_crs(crs, self.crs):
            return self
        moved = tuple(
            shape.mapped(lambda points: backend.transform(points, self.crs, crs))
            for shape in self._together()
        )
        return Labels(crs, self.codes, self._apart(moved), self.field, self.unlabelled)

    def _together(self) -> tuple[Shape, ...]:
        """Return all points as one shape: transforming one by one takes long."""
        if not self.are_points:
            return self.shapes
        return (Shape((), np.concatenate([shape.points for shape in self.shapes])),)

    def _apart(self, moved: tuple[Shape, ...]) -> tuple[Shape, ...]:
        if not self.are_points:
            return moved
        stops = np.cumsum([len(shape.points) for shape in self.shapes])[:-1]
        return tuple(Shape((), part) for part in np.split(moved[0].points, stops))


def read_labels(source: LabelSource, backend: VectorBackend, check: Check) -> Labels:
    """Read labelled features.

    :raises OptionError: where labels are not understood.
    :raises SceneError: where there are no features of a kind that can be compared.
    """
    _stated(source.classes)  # refuses what is not understood, whatever the file
    layer = backend.read(source.path, source.layer, check)
    usable = [item for item in layer.features if item.shape.polygons or len(item.shape.points)]
    kinds = {bool(item.shape.polygons) for item in usable}
    if len(kinds) != 1:
        found = "both points and polygons" if kinds else "neither points nor polygons"
        raise SceneError(
            f"{source.path} has {found}: give a layer that holds labelled points or labelled "
            "polygons."
        )
    position = _field(layer, source)
    field = layer.fields[position].name
    codes = _codes([item.values[position] for item in usable], source, field)
    labelled = [place for place, code in enumerate(codes) if code != NODATA]
    if not labelled:
        raise SceneError(f"No feature of {source.path} is labelled in the field {field}.")
    return Labels(
        layer.crs,
        tuple(codes[place] for place in labelled),
        tuple(usable[place].shape for place in labelled),
        field,
        len(layer.features) - len(labelled),
    )


def check_classes(text: str, labels: bool) -> None:
    """Refuse classes of a reference that are not understood; "" is fine.

    :param labels: whether the reference is labelled features and no raster.
    :raises OptionError: with what would be.
    """
    if labels:
        _stated(text)
    elif text:
        find_table(text)


def _field(layer: VectorLayer, source: LabelSource) -> int:
    names = [field.name for field in layer.fields]
    listed = ", ".join(names) or "none"
    if source.field:
        position = layer.position(source.field)
        if position is None:
            raise OptionError(
                f"{source.path} has no field {source.field!r}: name the one that holds the class; "
                f"its fields are {listed}."
            )
        return position
    fitting = [place for place in range(len(names)) if _fits(layer, place, source)]
    if len(fitting) != 1:
        raise OptionError(
            f"Which field of {source.path} holds the class is not known: name it; its fields are "
            f"{listed}."
        )
    return fitting[0]


def _fits(layer: VectorLayer, place: int, source: LabelSource) -> bool:
    values = [feature.values[place] for feature in layer.features]
    if all(value is None for value in values):
        return False
    try:
        _codes(values, source, "")
    except OptionError:
        return False
    return True


def _codes(values: Sequence[Value], source: LabelSource, field: str) -> list[int]:
    """Return the class code of each label, 255 where it is not labelled."""
    table = _stated(source.classes)
    codes = []
    for value in values:
        code = NODATA if value in (None, "") else _code(value, table)
        if code is None:
            raise OptionError(
                f"The label {value!r} in the field {field} of {source.path} is no class: state "
                f"what the labels mean, such as {value}=thick, or {value}=nodata to leave it out."
            )
        codes.append(code)
    return codes


def _stated(text: str) -> MaskTable | dict[str, int] | None:
    """Return what is stated of labels: a table of values, or codes by label."""
    if not text:
        return None
    for table in TABLES:
        if table.key == text:
            return table
    pairs = {}
    for part in text.split(","):
        label, _, key = part.rpartition("=")
        code = _NAMES.get(key.strip().lower())
        if not label.strip() or code is None:
            known = ", ".join(table.key for table in TABLES)
            raise OptionError(
                f"Reference classes are {text!r}: give one of {known}, or labels with their "
                "classes such as 1=thick,2=thin,forest=clear."
            )
        pairs[_plain(label)] = code
    return pairs


def _code(value: Value, table: MaskTable | dict[str, int] | None) -> int | None:
    """Return the code of one label, None where it is not known."""
    if isinstance(table, dict):
        return table.get(_plain(value))
    try:
        number = float(str(value))
    except ValueError:
        return None if table is not None else _NAMES.get(_plain(value))
    if table is not None:
        return int(table.codes(np.array([number]), None)[0])
    known = {code for _, code in OURS.values}
    return NODATA if number == UNLABELLED else int(number) if number in known else None


def _plain(value: Value) -> str:
    """Return a label without blanks around it, in small letters, 1.0 as 1."""
    text = str(value).strip().lower()
    try:
        number = float(text)
    except ValueError:
        return text
    return str(int(number)) if number == int(number) else text
