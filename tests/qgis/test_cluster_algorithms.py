"""Algorithms whose work the workers of a real Dask cluster of this machine do."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import processing
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
)

from tests.dask_cluster import Cluster, two_workers, wait_for
from tests.qgis.listener import Listener
from tests.series import write_series

NAMES = ("mask", "maskfolder", "composite")

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with two_workers(tmp_path_factory.mktemp("dask")) as made:
        yield made


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("scenes")
    dates = write_series(folder, rows=300, cols=300)
    for date in dates:
        Path(date.mask).unlink()
    return [str(date.path) for date in dates]


@pytest.fixture
def inputs(scenes: list[str]) -> Callable[[str, Path], dict[str, Any]]:
    """Return a function that gives the inputs of an algorithm and has all written into a folder."""

    def given(name: str, out: Path) -> dict[str, Any]:
        out.mkdir()
        return {
            "mask": {"INPUT": scenes[0], "OUTPUT": str(out / "m.tif")},
            "maskfolder": {"INPUT": str(Path(scenes[0]).parent), "OUTPUT": str(out)},
            "composite": {"INPUT": scenes, "OUTPUT": str(out / "c.tif")},
        }[name]

    return given


def rasters(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".tif"}


@pytest.mark.parametrize("name", NAMES)
def test_what_workers_do_is_shown_and_has_the_bytes_of_a_local_run(
    name: str, cluster: Cluster, inputs: Callable[[str, Path], dict[str, Any]], tmp_path: Path
) -> None:
    listener = Listener()
    there = {**inputs(name, tmp_path / "there"), "CLUSTER": cluster.address}
    processing.run(f"cloudmask:{name}", there, feedback=listener)
    processing.run(f"cloudmask:{name}", inputs(name, tmp_path / "here"))
    assert rasters(tmp_path / "there") == rasters(tmp_path / "here") != {}
    assert f"2 workers at {cluster.address}." in listener.lines
    assert listener.shares == sorted(listener.shares)
    assert len({share for share in listener.shares if 0 < share < 100}) >= 2, "of three scenes"


@pytest.mark.parametrize("name", NAMES)
def test_a_cancel_in_qgis_ends_the_work_of_the_workers(
    name: str, cluster: Cluster, inputs: Callable[[str, Path], dict[str, Any]], tmp_path: Path
) -> None:
    listener, context = Listener(cancel_at="Masking"), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = QgsApplication.processingRegistry().createAlgorithmById(f"cloudmask:{name}")
    given = {**inputs(name, tmp_path / "out"), "CLUSTER": cluster.address}
    results, fine = made.run(given, context, listener, {}, False)
    assert listener.isCanceled(), "it was under way"
    assert (results, fine) == ({}, True)
    wait_for(cluster.is_idle)
    # Scenes of a folder that were done before the workers heard of it stay, and none is begun.
    assert len(rasters(tmp_path / "out")) <= (2 if name == "maskfolder" else 0)
    assert not list((tmp_path / "out").glob(".*"))


def test_a_temporary_composite_is_refused_where_a_worker_does_not_see_it(
    scenes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "dask").mkdir()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with contextlib.closing(Cluster(tmp_path / "dask")) as made:
        made.add_worker(blind_to=str(temporary))
        given = {"INPUT": scenes, "CLUSTER": made.address}
        context = QgsProcessingContext()
        context.setTemporaryFolder(str(temporary))
        with pytest.raises(QgsProcessingException) as caught:
            processing.run(
                "cloudmask:composite",
                {**given, "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT},
                context=context,
            )
    said = str(caught.value)
    assert "does not see the folder" in said
    assert "and not into a temporary one." in said
    assert "\n" not in said
