"""Points by which a mask is measured, kept with its layer in the project, or written as GeoJSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from qgis.core import QgsMapLayer

from .engine.classes import CLASSES, CODES
from .engine.point_sampling import UNCLEAR, PointSample, SamplePoint

PROPERTY = "cloudmask/points"  # custom property of a mask layer


def load(layer: QgsMapLayer) -> PointSample | None:
    """Return the points kept with a layer, None where there are none that can be read."""
    try:
        kept = json.loads(layer.customProperty(PROPERTY) or "null")
        points = []
        for item in kept["points"]:
            label = item["label"]
            if item["mapped"] not in CODES or label not in (None, UNCLEAR, *CODES):
                raise ValueError(item)
            points.append(SamplePoint(float(item["x"]), float(item["y"]), item["mapped"], label))
        pixels = tuple(int(count) for count in kept["pixels"])
        if len(pixels) != len(CODES):
            raise ValueError(pixels)
        return PointSample(tuple(points), int(kept["seed"]), pixels, float(kept["hectares"]))
    except (ValueError, KeyError, TypeError):
        return None


def save(layer: QgsMapLayer, sample: PointSample) -> None:
    """Keep points with a layer, and so in the project once that is saved."""
    layer.setCustomProperty(PROPERTY, json.dumps(asdict(sample)))


def geojson(sample: PointSample, crs: str) -> str:
    """Return the labelled points as GeoJSON, in the CRS of the mask.

    :param crs: its name as an authority gives it, such as "EPSG:32631"; "" where it has none.
    """
    keys = {item.code: item.key for item in CLASSES}
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [point.x, point.y]},
            "properties": {"label": keys[point.label], "mapped": keys[point.mapped]},
        }
        for point in sample.points
        if point.label in keys
    ]
    collection: dict[str, object] = {"type": "FeatureCollection", "name": "points"}
    if crs:  # older GeoJSON; GDAL reads and writes it
        authority, _, code = crs.partition(":")
        name = f"urn:ogc:def:crs:{authority}::{code}"
        collection["crs"] = {"type": "name", "properties": {"name": name}}
    return json.dumps({**collection, "features": features})
