"""What a person has said of a mask's tiles, kept with the mask's layer in the project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from qgis.core import QgsMapLayer

from .engine.tile_ranking import PlaceToLook
from .engine.worst_tiles import OK, SKIPPED, WRONG, ReviewedTile

PROPERTY = "cloudmask/review"  # custom property of a mask layer
VERDICTS = (OK, WRONG, SKIPPED)


@dataclass(frozen=True)
class Review:
    """The tiles of a mask in the order in which they are looked at."""

    tiles: tuple[ReviewedTile, ...] = ()

    @property
    def done(self) -> int:
        """Number of tiles with a verdict."""
        return sum(bool(tile.verdict) for tile in self.tiles)

    def count(self, verdict: str) -> int:
        """Return how many tiles have a verdict."""
        return sum(tile.verdict == verdict for tile in self.tiles)

    def changed(self, position: int, **changes: str) -> Review:
        """Return the review with another verdict or note of a tile."""
        tiles = list(self.tiles)
        tiles[position] = replace(tiles[position], **changes)
        return Review(tuple(tiles))

    def next_open(self, position: int) -> int | None:
        """Return the first tile behind a position, or else of all, that has no verdict."""
        order = [*range(position + 1, len(self.tiles)), *range(position + 1)]
        return next((n for n in order if n < len(self.tiles) and not self.tiles[n].verdict), None)


def ranked_anew(places: tuple[PlaceToLook, ...], before: Review) -> Review:
    """Return a review of places ranked anew; what was said of the same tiles stays said."""
    said = {tile.place.extent: tile for tile in before.tiles}
    tiles = []
    for place in places:
        old = said.get(place.extent)
        verdict, note = (old.verdict, old.note) if old is not None else ("", "")
        tiles.append(ReviewedTile(place, verdict, note))
    return Review(tuple(tiles))


def load(layer: QgsMapLayer) -> Review:
    """Return the review kept with a layer; an empty one where there is none that can be read."""
    try:
        tiles = []
        for item in json.loads(layer.customProperty(PROPERTY) or "[]"):
            place = item["place"]
            signs = tuple((str(reason), float(share)) for reason, share in place["signs"])
            extent = tuple(float(number) for number in place["extent"])
            found = PlaceToLook(
                int(place["number"]), extent, signs, float(place["score"]), str(place["reason"])
            )
            verdict = item["verdict"] if item["verdict"] in VERDICTS else ""
            tiles.append(ReviewedTile(found, verdict, str(item["note"])))
        return Review(tuple(tiles))
    except (ValueError, KeyError, TypeError):
        return Review()


def save(layer: QgsMapLayer, review: Review) -> None:
    """Keep a review with a layer, and so in the project once that is saved."""
    layer.setCustomProperty(PROPERTY, json.dumps([asdict(tile) for tile in review.tiles]))
