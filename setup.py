"""Packs the engine for pip with what lies beside it in the repository: models and version."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
PACKAGE = "cloudmask_plugin"
FILES = ("metadata.txt", "models/*/card.json", "models/*/model.onnx")


class BuildWithModels(build_py):
    """Copies :data:`FILES` into the package, where ``engine/paths.py`` looks for them first."""

    def run(self) -> None:
        """Build; called by setuptools."""
        shutil.rmtree(Path(self.build_lib) / PACKAGE, ignore_errors=True)  # of an earlier build
        super().run()
        if self.editable_mode:  # the checkout itself is used
            return
        for pattern in FILES:
            for source in sorted(ROOT.glob(pattern)):
                target = Path(self.build_lib) / PACKAGE / source.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)


def version() -> str:
    """Return the version that metadata.txt states."""
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.partition("=")[2].strip() for line in lines if line.startswith("version="))


setup(version=version(), cmdclass={"build_py": BuildWithModels})
