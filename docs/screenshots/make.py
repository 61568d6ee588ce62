"""Make the pictures of the documentation: the dock in each of its states, in the real QGIS.

Needs Xvfb and openbox; ImageMagick, where it is there, makes the files small.
"""

from __future__ import annotations

import argparse
import functools
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.desktop import program, sessions  # noqa: E402

HERE = Path(__file__).resolve().parent
THEMES = {"light": "default", "dark": "Night Mapping"}
WIDEST = 1300  # pixels
COLOURS = 256  # fewer change the colours of classes in legends
# The desktop sessions take these as well, for the tests or whoever looks at them.
NOT_SHOWN = {
    *("desktop", "corrections", "installing", "after_installing", "unexpected"),
    *("taken", "small_window", "address_of_nothing", "address_read"),
    *("composite_no_scenes", "composite_running", "composite_failed", "mask_and_composite"),
    *("check", "check_keys", "check_other_crs"),
}


class Given:
    """What the sessions share: where pictures go, the staged plugin, and folders to write to."""

    def __init__(self, output: Path, plugins: Path, folder: Path) -> None:
        self.output, self.plugins = output, plugins
        self._folder = folder

    def folder(self, name: str) -> Path:
        """Return a folder of its own."""
        path = self._folder / name
        path.mkdir(exist_ok=True)
        return path

    @functools.cached_property
    def scenes(self) -> Path:
        """Scenes of all kinds, simulated when they are first needed."""
        return sessions.make_scenes(self.folder("scenes"))


def play_theme(theme: str, given: Given) -> program.Session:
    """Play the session that shows a theme."""
    return program.run_qgis(
        HERE / "session_themes.py",
        given.output,
        given.plugins,
        program.write_profile(given.folder(theme), THEMES[theme]),
        seconds=sessions.PATIENCE,
        settings={
            "CLOUDMASK_DESKTOP_SCENES": str(given.scenes),
            "CLOUDMASK_DESKTOP_THEME": theme,
        },
        python_path=program.packages(),
    )


def play(name: str, make: Callable[[Path], Path], given: Given) -> program.Session:
    """Play a session on what ``make`` writes for it."""
    written, profile, work = (given.folder(f"{name}_{part}") for part in ("in", "profile", "out"))
    return sessions.play(name, given.output, make(written), given.plugins, profile, work)


SESSIONS: dict[str, Callable[[Given], program.Session]] = {
    "dock": lambda given: play("dock", lambda _: given.scenes, given),
    "without_onnxruntime": lambda given: sessions.play_without_onnxruntime(
        given.output, given.scenes, given.plugins, given.folder("bare")
    ),
    "scenes": lambda given: sessions.play_scenes(
        given.output, given.scenes, given.plugins, given.folder("given")
    ),
    "composite": functools.partial(play, "composite", sessions.make_series),
    "check": functools.partial(play, "check", sessions.make_check),
    "suspects": functools.partial(play, "suspects", sessions.make_dated_masks),
    **{theme: functools.partial(play_theme, theme) for theme in THEMES},
}


def main() -> int:
    """Play the sessions and keep their pictures; 1 where one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"sessions to play, of {', '.join(SESSIONS)}")
    names = parser.parse_args().names or list(SESSIONS)
    missing = program.missing_programs()
    if missing:
        print(f"Missing: {', '.join(missing)}. Install them first.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output, plugins = folder / "pictures", program.stage(folder / "plugins")
        given = Given(output, plugins, folder)
        played = [SESSIONS[name](given) for name in names]
        failed = [session for session in played if session.results.get("ended") != "well"]
        for session in failed:
            print(session.results.get("ended"), session.output[-2000:], file=sys.stderr)
        if failed:
            return 1
        for path in sorted(output.glob("*.png")):
            if path.stem not in NOT_SHOWN:
                keep(path, HERE / path.name)
    return 0


def keep(picture: Path, target: Path) -> None:
    """Write a picture with few colours, which a screen has anyway."""
    convert = shutil.which("convert")
    if convert is None:
        shutil.copyfile(picture, target)
    else:
        few = ("-resize", f"{WIDEST}x>", "-strip", "+dither", "-colors", str(COLOURS))
        subprocess.run([convert, str(picture), *few, f"PNG8:{target}"], check=True)
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
