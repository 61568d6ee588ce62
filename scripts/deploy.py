"""Install the plugin of this checkout into the user's own QGIS profile."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from stage_plugin import PACKAGE, StageError, stage


def profile_folder(name: str) -> Path:
    """Return the folder of a QGIS profile of this user.

    Places: QGIS user manual, "Working with User Profiles".
    """
    if custom := os.environ.get("QGIS_CUSTOM_CONFIG_PATH"):
        return Path(custom) / "profiles" / name
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(os.environ["APPDATA"])
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "QGIS" / "QGIS3" / "profiles" / name


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", default="default", help="name of the profile")
    options = parser.parse_args()
    plugins = profile_folder(options.profile) / "python" / "plugins"
    if (plugins / PACKAGE).is_symlink():
        print(f"{plugins / PACKAGE} is a link: remove it first, it is not replaced.")
        return 2
    # Staged beside and then moved, so that a failure leaves the installed version alone.
    waiting = plugins / ".cloudmask-staging"
    try:
        staged = stage(waiting)
        shutil.rmtree(plugins / PACKAGE, ignore_errors=True)
        staged.rename(plugins / PACKAGE)
    except StageError as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    print(
        f"Installed in {plugins / PACKAGE}; enable it under Plugins > Manage and Install Plugins."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
