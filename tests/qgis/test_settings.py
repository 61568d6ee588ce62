from dataclasses import fields
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSettings

from cloudmask_plugin import settings
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.settings import Settings

CHANGED = Settings(
    model="my-model",
    thick=0.4,
    thin=0.35,
    shadow=0.6,
    min_area=1.5,
    buffer=40.0,
    remove_orphans=True,
    tta=3,
    threads=2,
    resolution=20.0,
    extent="canvas",
    write_probabilities=True,
    model_folder="/data/models",
    last_folder="/data/scenes",
    recent=("/data/scenes/one, or two.zip", "https://example.org/item.json"),
    wheel="/data/onnxruntime.whl",
    composite_method="medoid",
    composite_fallback="any",
    composite_buffer=40.0,
    dock_open=True,
)


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def opened(path: Path) -> QgsSettings:
    return QgsSettings(str(path), QSettings.Format.IniFormat)


def test_settings_come_back_from_the_file_as_they_were_saved(ini):
    store = opened(ini)
    settings.save(CHANGED, store)
    store.sync()

    assert all(
        getattr(CHANGED, field.name) != getattr(Settings(), field.name)
        for field in fields(Settings)
    ), "the example must change every field"
    assert settings.load(opened(ini)) == CHANGED


def test_a_single_recent_scene_that_somebody_wrote_is_one_and_not_its_letters(ini):
    ini.write_text("[plugins]\ncloudmask\\recent=/data/scenes/a.zip\n")

    assert settings.load(opened(ini)).recent == ("/data/scenes/a.zip",)


def test_an_empty_store_gives_the_defaults(ini):
    assert settings.load(opened(ini)) == Settings()


def test_an_update_leaves_all_other_settings_alone(ini):
    store = opened(ini)
    settings.save(CHANGED, store)
    changed = settings.update(store, thin=0.2)

    assert changed.thin == 0.2
    assert settings.load(store) == changed
    assert changed.model == CHANGED.model


def test_defaults_are_not_stored_so_that_a_later_version_may_better_them(ini):
    store = opened(ini)
    settings.save(CHANGED, store)
    settings.save(Settings(), store)
    store.sync()

    assert not ini.exists() or "cloudmask" not in ini.read_text()


@pytest.mark.parametrize("value", ["abc", "", "nan", "inf"])
def test_a_number_that_somebody_spoiled_becomes_the_default(ini, value):
    ini.write_text(f"[plugins]\ncloudmask\\thick={value}\ncloudmask\\tta={value}\n")

    found = settings.load(opened(ini))
    assert (found.thick, found.tta) == (Settings().thick, Settings().tta)


def test_thresholds_out_of_range_do_not_stop_the_dock_from_opening(ini):
    store = opened(ini)
    settings.save(Settings(thick=7.0), store)

    assert settings.load(store).refine == RefineOptions()
