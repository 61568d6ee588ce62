"""Stage the plugin as QGIS installs it, and pack it as a zip.

The staged folder holds the package with what lies beside it in the repository: metadata,
licence, models, resources and compiled translations. The zip is reproducible: the same
files give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "cloudmask_plugin"
SINGLE_FILES = ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt")
FOLDERS = ("models", "resources")
# A list of what may go in, not of what may not: a stray file of another kind stays out.
SUFFIXES = frozenset(
    {".py", ".txt", ".md", ".svg", ".png", ".qml", ".json", ".onnx", ".csv", ".html", ".css"}
    | {".model3"}
)
LARGEST_ZIP = 25 * 1024 * 1024  # bytes; limit of the QGIS plugin repository
LRELEASE = ("lrelease", "/usr/lib/qt5/bin/lrelease", "lrelease-qt5", "pyside2-lrelease")


class StageError(Exception):
    """The plugin cannot be staged or packed; the text says why and what to do."""


def stage(output: Path, root: Path = ROOT, *, need_translations: bool = False) -> Path:
    """Write ``output/cloudmask_plugin`` anew and return its path.

    :param need_translations: fail where translations cannot be compiled, for a release.
    """
    target = output / PACKAGE
    if target.exists():
        shutil.rmtree(target)
    _copy_tree(root / PACKAGE, target)
    for name in SINGLE_FILES:
        if not (root / name).is_file():
            raise StageError(f"{name} is missing in {root}: the plugin is not complete without it.")
        shutil.copyfile(root / name, target / name)
    for name in FOLDERS:
        _copy_tree(root / name, target / name)
    _compile_translations(root / "i18n", target / "i18n", need_translations)
    return target


def _copy_tree(source: Path, target: Path) -> None:
    """Copy the files that may be shipped; hidden files and caches are none."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.rglob("*")):
        relative = path.relative_to(source)
        hidden = any(part.startswith((".", "__pycache__")) for part in relative.parts)
        if path.is_file() and path.suffix in SUFFIXES and not hidden:
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / relative)


def _compile_translations(source: Path, target: Path, needed: bool) -> None:
    """Compile each .ts with lrelease into a .qm."""
    sources = sorted(source.glob("*.ts"))
    if not sources:
        return
    program = next((found for name in LRELEASE if (found := shutil.which(name))), None)
    if program is None:
        text = "lrelease is missing, so there are no translations: install qttools5-dev-tools."
        if needed:
            raise StageError(text)
        print(text, file=sys.stderr)
        return
    target.mkdir(parents=True, exist_ok=True)
    for path in sources:
        compiled = target / path.with_suffix(".qm").name
        # -nounfinished: a translation not yet checked by a person is not shown.
        subprocess.run(
            [program, "-silent", "-nounfinished", str(path), "-qm", str(compiled)],
            check=True,
            stdout=subprocess.DEVNULL,
        )


def pack(staged: Path, archive: Path) -> None:
    """Pack the staged folder; raise :class:`StageError` where the zip is too large.

    Names are sorted and times and permissions fixed, so that the bytes depend on the
    content alone.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as target:
        for path in sorted(staged.rglob("*")):
            if path.is_file():
                name = path.relative_to(staged.parent).as_posix()
                entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, path.read_bytes(), compresslevel=9)
    size = archive.stat().st_size
    if size > LARGEST_ZIP:
        archive.unlink()
        raise StageError(
            f"The zip has {size / 2**20:.1f} MB and the plugin repository takes "
            f"{LARGEST_ZIP / 2**20:.0f} MB: leave out a model."
        )


def version_of(staged: Path) -> str:
    """Return the version that metadata.txt states."""
    for line in (staged / "metadata.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    raise StageError("metadata.txt states no version: add a line version=X.Y.Z.")


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, required=True, help="folder to stage in")
    parser.add_argument("--zip", action="store_true", help="also pack cloudmask_plugin-VERSION.zip")
    options = parser.parse_args(arguments)
    try:
        staged = stage(options.output, need_translations=options.zip)
        print(staged)
        if options.zip:
            archive = options.output / f"{PACKAGE}-{version_of(staged)}.zip"
            pack(staged, archive)
            print(f"{archive}  {archive.stat().st_size / 2**20:.1f} MB")
    except StageError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
