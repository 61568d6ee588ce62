"""Make the pictures of the documentation: the dock in each of its states, in the real QGIS.

Needs Xvfb and openbox; ImageMagick, where it is there, makes the files small.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.desktop import program, sessions  # noqa: E402

HERE = Path(__file__).resolve().parent
THEMES = {"light": "default", "dark": "Night Mapping"}
WIDEST = 1300  # pixels
COLOURS = 128
# The desktop sessions take these as well, for the tests or whoever looks at them.
NOT_SHOWN = {
    *("desktop", "corrections", "installing", "after_installing", "unexpected"),
    *("taken", "small_window", "address_of_nothing", "address_read"),
    *("composite_no_scenes", "composite_running", "composite_failed", "mask_and_composite"),
    *("check", "check_keys", "check_other_crs"),
}


def main() -> int:
    """Play the sessions and keep their pictures; 1 where one of them failed."""
    missing = program.missing_programs()
    if missing:
        print(f"Missing: {', '.join(missing)}. Install them first.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output, plugins = folder / "pictures", program.stage(folder / "plugins")
        for part in (
            "scenes",
            "work",
            "bare",
            "profile",
            "given",
            "series",
            "made",
            "composite",
            "checked",
            "checking",
            "dated",
            "suspecting",
        ):
            (folder / part).mkdir()
        scenes = sessions.make_scenes(folder / "scenes")
        played = [
            sessions.play_dock(output, scenes, folder / "work", plugins, folder / "profile"),
            sessions.play_without_onnxruntime(output, scenes, plugins, folder / "bare"),
            sessions.play_scenes(output, scenes, plugins, folder / "given"),
            sessions.play_composite(
                output,
                sessions.make_series(folder / "series"),
                folder / "made",
                plugins,
                folder / "composite",
            ),
            sessions.play(
                "check",
                output,
                sessions.make_check(folder / "checked"),
                plugins,
                folder / "checking",
            ),
            sessions.play(
                "suspects",
                output,
                sessions.make_dated_masks(folder / "dated"),
                plugins,
                folder / "suspecting",
            ),
            *(play_theme(theme, output, scenes, plugins, folder) for theme in THEMES),
        ]
        failed = [session for session in played if session.results.get("ended") != "well"]
        for session in failed:
            print(session.results.get("ended"), session.output[-2000:], file=sys.stderr)
        if failed:
            return 1
        for path in sorted(output.glob("*.png")):
            if path.stem not in NOT_SHOWN:
                keep(path, HERE / path.name)
    return 0


def play_theme(
    theme: str, output: Path, scenes: Path, plugins: Path, folder: Path
) -> program.Session:
    """Play the session that shows a theme."""
    profile = program.write_profile(folder / theme, THEMES[theme])
    return program.run_qgis(
        HERE / "session_themes.py",
        output,
        plugins,
        profile,
        seconds=sessions.PATIENCE,
        settings={
            "CLOUDMASK_DESKTOP_SCENES": str(scenes),
            "CLOUDMASK_DESKTOP_THEME": theme,
        },
        python_path=program.packages(),
    )


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
