"""Open QGIS with the plugin of this checkout and a scene, in a profile of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from simulated_scene import write as write_simulated_scene  # noqa: E402
from throwaway_qgis import prepare  # noqa: E402


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scene", type=Path, help="raster to load; default: the demo's scene")
    parser.add_argument("--demo", type=Path, required=True, help="folder of the demo")
    options = parser.parse_args()
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        print(
            "There is no display to open QGIS on: run this in a desktop session.", file=sys.stderr
        )
        return 2
    scene = options.scene or options.demo / "simulated_scene.tif"
    if options.scene is not None and not scene.exists():
        print(f"{scene} does not exist: name a scene with SCENE=path.", file=sys.stderr)
        return 2
    if not scene.exists():
        write_simulated_scene(scene)
    qgis = prepare(options.demo / "qgis-desktop")
    command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(qgis.profiles)]
    if scene.is_file():  # folders are opened in the plugin's panel
        command.append(str(scene.resolve()))
    return subprocess.run(command, env=qgis.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
