"""Finds scenes under folders, and those that patterns of file names mean.

Names and headers are looked at; no pixel is read.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import landsat, safe
from .bands import role_from_file_name
from .errors import CloudMaskError, OptionError, SceneError
from .images import IMAGE_SUFFIXES, name_without_band
from .raster import Backend
from .reporter import Reporter, check_cancelled

OUR_TAGS = "CLOUDMASK_"  # start of what stands in all files that this program writes
LEAST_BANDS = 3  # of a file that may be a scene: red, green and blue
_SUFFIXES = (*IMAGE_SUFFIXES, ".nc")
_SIZES = re.compile(r"R[126]0m", re.I)  # folders of one product's bands
_SIDECARS = (".aux.xml", ".qml", ".qmd")  # written by programs that only look
_VRT_SOURCE = re.compile(r'<SourceFilename[^>]*relativeToVRT="([01])"[^>]*>([^<]+)<')


@dataclass(frozen=True)
class FoundScene:
    """A scene that was found.

    :param location: as :func:`.describe.describe` takes it; an absolute path where it is one.
    :param name: for the names of its results, alike for no two scenes of one search.
    :param files: absolute paths of what it is made of: files, or a folder with all in it.
    """

    location: str
    name: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Search:
    """What a search found, in an order that does not depend on the disk's.

    :param passed_over: images that are no scenes, such as masks, elevations and single bands.
    """

    scenes: tuple[FoundScene, ...]
    passed_over: tuple[str, ...]


def find_scenes(
    inputs: Sequence[str], backend: Backend, reporter: Reporter, leave_out: str = ""
) -> Search:
    """Find the scenes that folders, files, addresses and patterns mean, sorted by their paths.

    In folders these are products of Sentinel-2 (``.SAFE``, its zip, the archive's layout) and
    Landsat, stacks of at least three bands, and files of single bands that are named alike.
    Files that this program wrote are passed over, and what a hidden name has.

    :param inputs: a pattern has ``*``, ``?`` or ``[…]``, and ``**`` for folders of any depth.
    :param leave_out: a folder in which nothing is looked for, unless it is an input itself.
    :raises OptionError: where an input does not exist, or nothing was found at all.
    """
    finder = _Finder(backend, reporter, Path(leave_out).absolute() if leave_out else None)
    for text in inputs:
        finder.add(text)
    if not finder.scenes:
        raise OptionError(
            f"No scene was found in {', '.join(inputs)}: name folders, files or patterns of "
            "Sentinel-2 products, Landsat scenes or stacks of bands."
        )
    ordered = [finder.scenes[key] for key in sorted(finder.scenes)]
    return Search(tuple(_with_names_of_their_own(ordered)), tuple(sorted(finder.passed_over)))


def fingerprint(scene: FoundScene) -> str:
    """Return a hash of names, sizes and times of change of a scene's files.

    "" for an address, of which nothing is known before it is read.
    """
    facts = []
    for text in scene.files:
        path = Path(text)
        base = path if path.is_dir() else path.parent
        for file in sorted(_files_in(path) if path.is_dir() else [path]):
            try:
                state = file.stat()
            except OSError:
                continue  # gone, which masking will tell
            name = os.path.relpath(file, base)
            facts.append(f"{name}\0{state.st_size}\0{state.st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest() if facts else ""


class _Finder:
    def __init__(self, backend: Backend, reporter: Reporter, leave_out: Path | None) -> None:
        self._backend = backend
        self._reporter = reporter
        self._leave_out = leave_out
        self._seen: set[str] = set()
        self.scenes: dict[str, FoundScene] = {}
        self.passed_over: set[str] = set()

    def add(self, text: str) -> None:
        """Add what an input means."""
        path = Path(text).absolute()
        if path.is_dir():
            root = safe.product_root(path)
            if root is not None and root != path:  # a granule, or another part of a product
                self._keep(str(path), root.stem, (str(path),))
            else:
                self._add_folder(path)
        elif path.is_file():
            self._add_file(path)
        elif is_address(text):
            self._keep(text, Path(text.split("?")[0]).stem or "scene", ())
        elif glob.has_magic(text):
            matches = [Path(match).absolute() for match in glob.glob(text, recursive=True)]
            if not matches:
                raise OptionError(f"Nothing matches {text}: check folder and pattern.")
            for folder in sorted(filter(Path.is_dir, matches)):
                if safe.product_root(folder) in (None, folder):
                    self._add_folder(folder)
            self._add_files(sorted(filter(Path.is_file, matches)))
        else:
            raise OptionError(f"{text} does not exist: name a folder, a file or a pattern.")

    def _add_file(self, path: Path) -> None:
        """Add a file that is named itself: whatever it is, masking will tell."""
        root = safe.product_root(path)
        if root is not None:
            self._keep(str(root), root.stem, (str(root),))
        elif path in (metadata := landsat.scene_files(path.parent)):
            self._add_landsat(path)
        elif found := [m for m in metadata if path in landsat.files_of_scene(m)]:
            self._add_landsat(found[0])
        else:
            self._keep(str(path), _stem(path), (str(path), *_sources(path)))

    def _add_folder(self, folder: Path) -> None:
        check_cancelled(self._reporter)
        real = os.path.realpath(folder)
        if real in self._seen:  # a link that leads back
            return
        self._seen.add(real)
        if safe.product_root(folder) == folder:
            self._add_product(folder)
            return
        entries = sorted(_visible(folder))
        self._add_files([entry for entry in entries if entry.is_file()])
        for entry in entries:
            if entry.is_dir() and entry != self._leave_out:
                self._add_folder(entry)

    def _add_product(self, root: Path) -> None:
        """Add a product; of one with several tiles each of them."""
        tiles = sorted(path for path in (root / "GRANULE").glob("*") if path.is_dir())
        if len(tiles) > 1:
            for tile in tiles:
                self._keep(str(tile), tile.stem, (str(tile),))
        else:
            self._keep(str(root), root.stem, (str(root),))

    def _add_landsat(self, metadata: Path) -> None:
        files = landsat.files_of_scene(metadata)
        name = re.sub(r"_?MTL$", "", metadata.stem, flags=re.I) or metadata.parent.name
        self._keep(str(metadata), name, tuple(map(str, files)))

    def _add_files(self, files: Sequence[Path]) -> None:
        """Add the scenes of some files, each of which may be a band, a stack or a product."""
        taken: set[Path] = set()
        for folder in sorted({file.parent for file in files}):
            for metadata in landsat.scene_files(folder):
                parts = landsat.files_of_scene(metadata)
                if set(parts) & set(files):
                    self._add_landsat(metadata)
                start = metadata.name[: -len(f"MTL{metadata.suffix}")]
                taken |= {f for f in files if f.parent == folder and f.name.startswith(start)}
                taken |= set(parts)
        groups: dict[tuple[Path, str], list[Path]] = {}
        for file in files:
            check_cancelled(self._reporter)
            if file in taken or file.name.startswith("."):
                continue
            root = safe.product_root(file)
            if root is not None:
                self._keep(str(root), root.stem, (str(root),))
            elif file.suffix.lower() == ".zip":
                self._add_zip(file)
            elif file.suffix.lower() in _SUFFIXES:
                self._add_raster(file, groups)
        for (folder, _), bands in groups.items():
            if len({role_from_file_name(band.name) for band in bands}) >= LEAST_BANDS:
                name = name_without_band(bands[0].stem, "").strip("_-. ") or folder.name
                self._keep(str(bands[0]), name, tuple(map(str, bands)))
            else:
                self.passed_over |= set(map(str, bands))

    def _add_zip(self, file: Path) -> None:
        try:
            product = safe.find_product(str(file))
        except SceneError:  # a damaged one is told when it is masked
            product = None
            if not re.search(r"S2[A-D]_", file.name):
                self.passed_over.add(str(file))
                return
        else:
            if product is None:
                return
        self._keep(str(file), _stem(file), (str(file),))

    def _add_raster(self, file: Path, groups: dict[tuple[Path, str], list[Path]]) -> None:
        try:
            reader = self._backend.open(str(file))
            info = reader.info
            reader.close()
        except CloudMaskError:  # told when it is masked
            self._keep(str(file), _stem(file), (str(file),))
            return
        ours = any(key.startswith(OUR_TAGS) for key, _ in info.tags)
        if info.count == 1 and not ours and role_from_file_name(file.name):
            folder = file.parent
            folder = folder.parent if _SIZES.fullmatch(folder.name) else folder
            groups.setdefault((folder, name_without_band(file.name)), []).append(file)
        elif ours or 0 < info.count < LEAST_BANDS:
            self.passed_over.add(str(file))
        else:
            self._keep(str(file), _stem(file), (str(file), *_sources(file)))

    def _keep(self, location: str, name: str, files: tuple[str, ...]) -> None:
        self.scenes.setdefault(location, FoundScene(location, name, files))


def is_address(text: str) -> bool:
    """Tell addresses, GDAL's virtual paths and URIs from paths and patterns."""
    return bool(re.match(r"[A-Za-z0-9_]{2,}:|/vsi", text))


def _with_names_of_their_own(scenes: Iterable[FoundScene]) -> Iterator[FoundScene]:
    """Give scenes of one name different ones, which other scenes do not change."""
    listed = list(scenes)
    names = [scene.name.lower() for scene in listed]
    for scene in listed:
        if names.count(scene.name.lower()) > 1:
            mark = zlib.crc32(scene.location.encode())
            scene = replace(scene, name=f"{scene.name}_{mark:08x}")
        yield scene


def _visible(folder: Path) -> list[Path]:
    try:
        return [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError:  # may not be read
        return []


def _files_in(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.endswith(_SIDECARS):
            yield file


def _stem(path: Path) -> str:
    """Return a file's name without its ending, and without .SAFE before .zip."""
    return re.sub(r"\.SAFE$", "", path.stem, flags=re.I)


def _sources(path: Path) -> tuple[str, ...]:
    """Return the files that a VRT is made of, as far as its own text names them."""
    if path.suffix.lower() != ".vrt":
        return ()
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    found = dict.fromkeys(_VRT_SOURCE.findall(text))
    return tuple(str(path.parent / name if near == "1" else name) for near, name in found)
