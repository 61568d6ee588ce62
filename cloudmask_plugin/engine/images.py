"""Which images a location names, and which band of Sentinel-2 each of them shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import bands as band_names
from . import landsat, safe, series
from .errors import BandError, SceneError
from .product import Product
from .raster import Backend, RasterInfo
from .reporter import Reporter, check_cancelled
from .safe import picture_of_product
from .scene import Kind, Overrides
from .sensors import Sensor
from .stac import is_item, read_item

IMAGE_SUFFIXES = (".jp2", ".tif", ".tiff", ".img", ".vrt")
_NO_ROLE = ("", "-")
_REMOTE = {"http://": "/vsicurl/http://", "https://": "/vsicurl/https://"}
_REMOTE |= {"s3://": "/vsis3/", "gs://": "/vsigs/", "az://": "/vsiaz/"}
_PIXEL_SIZE = re.compile(r"_(?:10|20|60)m(?![A-Za-z0-9])", re.I)
_BAND_TAGS = ("BANDNAME", "BAND_NAME", "NAME", "EO:COMMON_NAME", "LONG_NAME", "NETCDF_VARNAME")


@dataclass(frozen=True)
class Image:
    """One band of one file, and the role it seems to have (None: none of Sentinel-2's).

    :param acquired: time of a date in a series, ISO 8601; None elsewhere.
    """

    path: str
    index: int
    name: str
    info: RasterInfo
    role: str | None
    source: str
    confidence: float
    acquired: str | None = None


@dataclass(frozen=True)
class Found:
    """What a location names: a scene's name, its images, and the metadata beside them."""

    name: str
    images: tuple[Image, ...]
    product: Product | None = None
    warnings: tuple[str, ...] = ()
    kind: Kind = "raster"

    @property
    def used(self) -> tuple[Image, ...]:
        """Images with a role."""
        return tuple(image for image in self.images if image.role)

    @property
    def unused(self) -> tuple[str, ...]:
        """Names of the bands without a role."""
        return tuple(image.name for image in self.images if not image.role)


def gdal_path(location: str) -> str:
    """Return a location as GDAL takes it: addresses through its network file systems."""
    for scheme, prefix in _REMOTE.items():
        if location.startswith(scheme):
            return prefix + location[len(scheme) :]
    return location


def file_name(path: str) -> str:
    """Return the name of a file, without what an address asks of its server."""
    return Path(path.split("?")[0]).name


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, sorted; :raises SceneError: where it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise SceneError(
            f"The folder {folder} cannot be read ({error.strerror}): check that you may read it "
            "and that its disk is connected."
        ) from error


def find_product(location: str) -> Product | None:
    """Return the product of Landsat or Sentinel-2 that a location names, None for neither.

    :raises SceneError: where its metadata cannot be trusted, or its images are missing.
    """
    return landsat.find_product(location) or safe.find_product(location)


class ImageFinder:
    """Finds the images of a scene; opens files, and reads no pixel of them."""

    def __init__(
        self, overrides: Overrides, sensor: Sensor | None, backend: Backend, reporter: Reporter
    ) -> None:
        self._overrides = overrides
        self._sensor = sensor
        self._backend = backend
        self._reporter = reporter

    def find(self, locations: Sequence[str]) -> Found:
        """Return what one location names, or several that make one scene.

        :raises SceneError, BandError: with the remedy.
        """
        if len(locations) == 1:
            found = self._find_one(locations[0])
        else:
            parts = [self._find_part(location) for location in locations]
            products = {part.product.name: part.product for part in parts if part.product}
            if len(products) > 1:
                raise SceneError(
                    f"The files are of different products ({', '.join(products)}): "
                    "choose files of one."
                )
            found = Found(
                parts[0].name,
                tuple(image for part in parts for image in part.images),
                next(iter(products.values()), None),
                tuple(dict.fromkeys(text for part in parts for text in part.warnings)),
                "files",
            )
        stated = self._overrides.bands
        if found.product is None and stated is not None:
            found = replace(found, images=_with_stated_roles(found.images, stated, locations))
        elif found.images and not found.used:
            found = replace(found, images=_with_usual_roles(found.images, self._sensor))
        return found

    def _find_one(self, location: str) -> Found:
        """Return what a location names: product, item, folder, series, or raster."""
        product = find_product(location)
        if product is not None:
            return self._of_product(product, "product")
        if is_item(location):
            return self._of_product(read_item(location), "item")
        path = Path(location)
        if path.is_dir():
            return self._of_folder(path)
        variable = series.split_variable(location)
        if variable is not None:
            return self._of_series(*variable)
        found = self._of_raster(location)
        stated = self._overrides.bands  # one role is that of the file itself
        if len(found.images) == 1 and (stated is None or len(stated) > 1):
            return self._with_siblings(location, found)
        return found

    def _find_part(self, location: str) -> Found:
        """Return what one of several files holds; of a product only that file's band."""
        if series.split_variable(location) is not None or not Path(location).is_file():
            return self._find_one(location)
        try:
            product = find_product(location)
        except SceneError:
            product = None
        found = self._of_raster(location)
        return replace(found, product=product) if product and found.images else found

    def _of_product(self, product: Product, kind: Kind) -> Found:
        wanted = None
        if self._overrides.bands is not None:
            wanted = {role for role in map(stated_role, self._overrides.bands) if role}
            absent = sorted(wanted - {file.role for file in product.files})
            if absent:
                raise BandError(
                    f"{product.name} has no image of {', '.join(absent)}: leave them out."
                )
        images = []
        for file in product.files:
            if wanted is None or file.role in wanted:
                info = self._info(file.path)
                _check_index(file.index, info, file.path)
                source = "product files" if kind == "product" else product.source
                images.append(Image(file.path, file.index, file.role, info, file.role, source, 1.0))
        return Found(product.name, tuple(images), product, product.warnings, kind)

    def _of_folder(self, folder: Path) -> Found:
        files = [entry for entry in entries(folder) if entry.suffix.lower() in IMAGE_SUFFIXES]
        images = [image for file in files if (image := self._single(file))]
        if not images:
            raise SceneError(
                f"{folder} holds no file whose name tells its band: "
                "name the files like B02.tif or choose a product's folder."
            )
        return Found(folder.name, tuple(images), kind="files")

    def _with_siblings(self, location: str, found: Found) -> Found:
        """Add the other bands that lie beside a single band's file, named alike."""
        path = Path(location)
        if not found.used or not path.is_file():
            return found
        pattern = name_without_band(path.name)
        folders = [path.parent]
        if re.fullmatch(r"R[126]0m", path.parent.name, re.I):
            folders = sorted(path.parent.parent.glob("R?0m"))
        files = sorted(
            entry
            for folder in folders
            for entry in folder.iterdir()
            if entry.suffix.lower() == path.suffix.lower()
            and name_without_band(entry.name) == pattern
        )
        images = [image for file in files if (image := self._single(file))]
        if len({image.role for image in images}) < 2:
            return found
        text = (
            f"{path.name} is one band; the {len(images)} files beside it that are named alike "
            "were taken as the other bands of the scene."
        )
        name = name_without_band(path.stem, "").strip("_-. ")
        return Found(name, tuple(images), None, (text,), "files")

    def _single(self, file: Path) -> Image | None:
        """Return the image of a file of one band whose name tells that band, None for others."""
        role = self._role_from_file(file.name)
        if role is None:
            return None
        return Image(str(file), 1, file.name, self._info(str(file)), role, "file names", 0.95)

    def _role_from_file(self, name: str) -> str | None:
        if self._sensor is not None:
            return self._sensor.role(name)
        return band_names.role_from_file_name(name)

    def _of_series(self, path: str, variable: str) -> Found:
        """Return the images of one date of a series with a variable per band."""
        location = f'NETCDF:"{path}":{variable}' if variable else path
        images: list[Image] = []
        for role, uri in series.variables(path, variable):
            if any(image.role == role for image in images):
                continue
            try:
                info = self._info(uri)
            except SceneError:
                continue  # no such variable
            times = series.dates(info.tags, info.band_tags)
            if times is None:
                if info.count != 1:
                    continue
                times = ("",)
            step = series.choose(self._overrides.step, times, path)
            images.append(
                Image(uri, step + 1, role, info, role, "variable names", 1.0, times[step] or None)
            )
        if not images:
            raise SceneError(
                f"{location} has no variable named like a band: "
                "choose a file with variables such as B02, or convert it to GeoTIFF."
            )
        return Found(_scene_name(path), tuple(images), kind="series")

    def _of_raster(self, location: str) -> Found:
        path = gdal_path(location)
        info = self._info(path)
        if info.count == 0:
            if info.driver.upper() == "NETCDF":
                return self._of_series(path, "")
            raise SceneError(
                f"{location} is a container without bands of its own: choose one of its layers."
            )
        picture = picture_of_product(location)
        warnings: tuple[str, ...] = ()
        if picture is not None:
            warnings = (
                f"{Path(location).name} is an 8-bit picture of the product {picture.name}, whose "
                "bands lie beside it: choose the product for a better mask.",
            )
        images = [self._band(info, index, path) for index in range(info.count)]
        return Found(_scene_name(location), tuple(images), None, warnings)

    def _band(self, info: RasterInfo, index: int, path: str) -> Image:
        """Return one band of a file with the role that the file itself tells."""
        name = info.descriptions[index] or (
            f"Band {index + 1}" if info.count > 1 else file_name(path)
        )
        role, source, confidence = None, "nothing tells it", 0.0
        if info.colours[index] != "alpha":
            role, source, confidence = self._role(info, index, path)
        return Image(path, index + 1, name, info, role, source, confidence)

    def _role(self, info: RasterInfo, index: int, path: str) -> tuple[str | None, str, float]:
        named = self._sensor.role if self._sensor is not None else band_names.role_from_name
        description = info.descriptions[index]
        role = named(description) if description else None
        if role:
            return role, "band descriptions", 1.0
        for key, value in info.band_tags[index]:
            if key.upper() in _BAND_TAGS and (role := named(value)):
                return role, f"band tag {key}", 1.0
            if self._sensor is None and "WAVELENGTH" in key.upper() and "UNIT" not in key.upper():
                match = re.match(r"\s*([\d.]+)", value)
                number = float(match.group(1)) if match else 0.0
                nanometres = number * 1000 if number < 20 else number
                role = band_names.role_from_wavelength(nanometres)
                if role:
                    return role, f"band tag {key}", 0.95
        if info.count == 1:
            role = self._role_from_file(file_name(path))
            if role:
                return role, "file name", 0.95
        return None, "nothing tells it", 0.0

    def _info(self, path: str) -> RasterInfo:
        check_cancelled(self._reporter)
        reader = self._backend.open(path)
        reader.close()
        if any(dtype.startswith("complex") for dtype in reader.info.dtypes):
            raise SceneError(
                f"{path} holds complex numbers, as radar images do, and no reflectance: choose an "
                "optical scene."
            )
        return reader.info


def stated_role(text: str) -> str | None:
    """Return the role that a user names, None for one to leave out.

    :raises BandError: where it is none.
    """
    if text.strip() in _NO_ROLE:
        return None
    role = band_names.canonical_role(text)
    if role is None:
        raise BandError(
            f"{text!r} is no Sentinel-2 band: use B01 to B12 or B8A, - for a band to leave out."
        )
    return role


def _with_stated_roles(
    images: tuple[Image, ...], stated: tuple[str, ...], locations: Sequence[str]
) -> tuple[Image, ...]:
    if len(stated) > len(images):
        raise BandError(
            f"{len(stated)} bands are named, but {', '.join(locations)} has {len(images)}: "
            "name the band of each in the file's order, - for one to leave out."
        )
    roles = [stated_role(text) for text in stated]
    roles += [None] * (len(images) - len(roles))
    return tuple(
        replace(
            image,
            role=None if _is_alpha(image) else role,
            source="stated by the user",
            confidence=1.0,
        )
        for image, role in zip(images, roles)
    )


def _with_usual_roles(images: tuple[Image, ...], sensor: Sensor | None) -> tuple[Image, ...]:
    """Guess the roles of nameless bands: the sensor's order, their colours, or their number.

    :raises BandError: where nothing tells them apart.
    """
    colours = {"red": "B04", "green": "B03", "blue": "B02"}
    plain = [image for image in images if not _is_alpha(image)]
    order = sensor.order(len(plain)) if sensor is not None else None
    usual = band_names.usual_roles(len(plain)) if sensor is None else None
    if order is not None and sensor is not None:
        roles, source, sure = order, f"the order of bands of {sensor.title}", 0.85
    elif {_colour(image) for image in plain} >= set(colours):
        roles = tuple(colours.get(_colour(image)) for image in plain)
        source, sure = "colour interpretation red, green, blue", 0.85
    elif usual is not None:
        roles, source, sure = usual[0], usual[1], 0.5
    else:
        raise BandError(
            f"Nothing tells which of the {len(plain)} bands of {images[0].path} is which: "
            "state them in the file's order, for example B02,B03,B04,B08."
        )
    given = dict(zip(map(id, plain), roles))
    return tuple(
        replace(image, role=given.get(id(image)), source=source, confidence=sure)
        for image in images
    )


def _colour(image: Image) -> str:
    return image.info.colours[image.index - 1]


def _is_alpha(image: Image) -> bool:
    return _colour(image) == "alpha"


def _check_index(index: int, info: RasterInfo, path: str) -> None:
    if not 1 <= index <= info.count:
        raise BandError(
            f"{path} has {info.count} bands, of which {index} is none, as the item states: "
            "choose the files of the scene themselves."
        )


def name_without_band(name: str, mark: str = "*") -> str:
    """Return a file's name with its band and pixel size taken out."""
    return _PIXEL_SIZE.sub("", band_names.without_band(name, mark))


def _scene_name(location: str) -> str:
    stem = file_name(location) or location
    return re.sub(r"\.(tiff?|jp2|vrt|img|nc|zip)$", "", stem, flags=re.I)
