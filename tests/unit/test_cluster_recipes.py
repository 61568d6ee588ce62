"""The recipes of docs/cluster.md as they stand there, with a queue that is this computer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import dask
import numpy as np
import pytest
from dask_jobqueue import SLURMCluster

from cloudmask_plugin.engine.mask_folder import FolderRequest, mask_folder
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.unit.stored import FOUR_BANDS, digital_numbers, write_raster
from training.simulation import simulate_scene

ROOT = Path(__file__).parents[2]
PATIENCE = 300  # s
# Starts what it is given instead of putting it into a queue; ends with the test.
SBATCH = """#!/bin/bash
cp "$1" "{jobs}.$$.sh"  # the original goes when this returns
bash "{jobs}.$$.sh" > "{jobs}.$$.log" 2>&1 &
echo $! >> "{jobs}"
echo "Submitted batch job $!"
"""


def recipe(heading: str) -> str:
    """Return the Python code under a heading of the page."""
    page = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    return str(code)


@pytest.fixture
def queue(tmp_path: Path) -> Callable[[], list[int]]:
    """Programs of SLURM in a folder of their own; returns the process of each job."""
    programs = tmp_path / "bin"
    programs.mkdir()
    jobs = tmp_path / "jobs"
    texts = {
        "sbatch": SBATCH.format(jobs=jobs),
        "scancel": "#!/bin/bash\npkill -P $1; kill $1 || true\n",
        "cloudmask": f'#!/bin/bash\nexec "{sys.executable}" -m cloudmask_plugin.engine "$@"\n',
    }
    for name, text in texts.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)

    def started() -> list[int]:
        return [int(line) for line in jobs.read_text().split()] if jobs.exists() else []

    return started


def test_the_job_of_the_slurm_recipe_asks_for_sixteen_workers_of_one_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scripts: list[str] = []

    def scale(self: SLURMCluster, n: int = 0, jobs: int = 0) -> None:
        if jobs == 10:
            scripts.append(self.job_script())

    monkeypatch.setattr(SLURMCluster, "scale", scale)
    monkeypatch.setattr(subprocess, "run", lambda command, check: scripts.append(" ".join(command)))
    names: dict[str, object] = {}
    # The page of the dashboard has a port of its own, which another program may have.
    with dask.config.set({"jobqueue.slurm.scheduler-options": {"dashboard_address": ":0"}}):
        exec(compile(recipe("SLURM"), "docs/cluster.md", "exec"), names)
        names["cluster"].close()  # type: ignore[attr-defined]
    script, command = scripts
    for line in ("-p standard", "--cpus-per-task=16", "-t 08:00:00", "--mem=30G"):
        assert f"#SBATCH {line}" in script.splitlines()
    assert "source /data/cloudmask/bin/activate" in script.splitlines()
    worker = script.splitlines()[-1]
    assert "-m distributed.cli.dask_worker tcp://" in worker
    assert "--nthreads 1 " in worker
    assert "--nworkers 16 " in worker
    assert command.startswith("cloudmask maskfolder /data/2022 --output /data/masks --cluster tcp")


def test_the_slurm_recipe_masks_a_folder_by_jobs_of_the_queue(
    queue: Callable[[], list[int]], tmp_path: Path
) -> None:
    scenes = tmp_path / "2022"
    scenes.mkdir()
    reflectance = simulate_scene(150, 240, seed=4, thick=0.2, thin=0.1).reflectance
    for number in range(4):
        part = np.roll(reflectance, 30 * number, axis=2)[:, :, :160]
        name = f"S2A_MSIL1C_202210{number + 10}T115411.tif"
        write_raster(scenes / name, digital_numbers(part, FOUR_BANDS), FOUR_BANDS)
    code = recipe("SLURM").replace("/data", str(tmp_path))
    for figures in (("=16", "=1"), ('"32GB"', '"2GB"'), ("jobs=10", "jobs=2")):
        assert figures[0] in code
        code = code.replace(*figures)
    prologue = f'job_script_prologue=["source {tmp_path}/cloudmask/bin/activate"]'
    assert prologue in code
    code = code.replace(prologue, f'job_script_prologue=["export PYTHONPATH={ROOT}"]')
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=tmp_path, check=True, timeout=PATIENCE
    )
    assert len(queue()) == 2
    local = tmp_path / "local"
    mask_folder(FolderRequest((str(scenes),), str(local)), SilentReporter())
    written = sorted(local.glob("*_mask.tif"))
    assert len(written) == 4
    for path in written:
        assert (tmp_path / "masks" / path.name).read_bytes() == path.read_bytes()
