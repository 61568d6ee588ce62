"""Models, their cards, the session's wrappers, and work that overlaps."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from cloudmask_plugin.engine import models
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.errors import Cancelled, ModelError
from cloudmask_plugin.engine.inference import Network, sigmoid, softmax, with_looks
from cloudmask_plugin.engine.models import ModelCard, find, installed, read_card, verify
from cloudmask_plugin.engine.overlap import Behind, ahead
from cloudmask_plugin.engine.reporter import Pace, Progress, SilentReporter

RGB = ("B02", "B03", "B04")


@pytest.fixture
def own_model(tmp_path: Path) -> Path:
    """A copy of the bundled model that a test may break."""
    folder = tmp_path / "models" / "mine"
    shutil.copytree(find().folder, folder)
    change(folder, id="mine", title="Mine")
    return folder


def change(folder: Path, **fields: object) -> None:
    path = folder / "card.json"
    card = json.loads(path.read_text())
    card.update(fields)
    path.write_text(json.dumps(card))


def never() -> bool:
    return False


# --- cards ---------------------------------------------------------------------------------


def test_the_default_model_comes_first_and_users_may_add_their_own(own_model: Path) -> None:
    assert installed()[0].id == models.DEFAULT_ID
    ids = [card.id for card in installed((str(own_model.parent),))]
    assert ids[0] == models.DEFAULT_ID
    assert "mine" in ids
    assert find("mine", (str(own_model.parent),)).title == "Mine"
    assert find(str(own_model)).id == "mine"


def test_folders_of_further_models_may_be_named_by_the_environment(
    own_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDMASK_MODELS", str(own_model.parent))
    assert find("mine").folder == str(own_model)


def test_a_network_that_its_card_does_not_describe_is_refused(own_model: Path) -> None:
    content = bytearray((own_model / "model.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (own_model / "model.onnx").write_bytes(content)
    with pytest.raises(ModelError, match="sha256 differs"):
        verify(read_card(own_model))
    (own_model / "model.onnx").unlink()
    with pytest.raises(ModelError, match="missing"):
        verify(read_card(own_model))


@pytest.mark.parametrize(
    "fields",
    [
        {"bands": {"order": ["B99"], "required": []}},
        {"stride": "x"},
        {"stride": 0},
        {"kind": "magic"},
        {"classes": None},
        {"resolutions": {}},
    ],
)
def test_a_wrong_card_is_told_and_hides_no_other_model(
    own_model: Path, fields: dict[str, object]
) -> None:
    change(own_model, **fields)
    with pytest.raises(ModelError, match=r"card\.json lacks or misuses"):
        read_card(own_model)
    assert installed((str(own_model.parent),))[0].id == models.DEFAULT_ID


def test_a_file_that_is_no_network_is_told(own_model: Path) -> None:
    import hashlib

    (own_model / "model.onnx").write_bytes(b"nothing")
    change(own_model, sha256=hashlib.sha256(b"nothing").hexdigest())
    with pytest.raises(ModelError, match="cannot be loaded"):
        Network(read_card(own_model), RGB, 1, never)


# --- running ---------------------------------------------------------------------------------


def test_probabilities_sum_to_one_and_absent_bands_are_zero_and_not_present() -> None:
    network = Network(find(), RGB, 1, never)
    tile = np.random.default_rng(0).random((3, 64, 96)).astype(np.float32)
    got = network(tile)
    assert got.shape == (4, 64, 96)
    assert np.allclose(got.sum(axis=0), 1, atol=1e-5)
    import onnxruntime

    session = onnxruntime.InferenceSession(str(find().network_path))
    slots = np.zeros((1, 13, 64, 96), np.float32)
    slots[0, 1:4] = tile
    presence = np.zeros((1, 13), np.float32)
    presence[0, 1:4] = 1
    (logits,) = session.run(["logits"], {"reflectance": slots, "presence": presence})
    scaled = np.exp(logits[0] / find().temperatures["visible"])
    assert np.allclose(got, scaled / scaled.sum(axis=0), atol=1e-4)


@pytest.mark.parametrize(
    ("roles", "temperature"),
    [(RGB, 4.0), ((*RGB, "B08"), 2.0), (("B01", *RGB), 2.0), ((*RGB, "B12"), 0.5)],
)
def test_the_temperature_is_that_of_how_far_the_bands_reach(
    own_model: Path, roles: tuple[str, ...], temperature: float
) -> None:
    tile = np.random.default_rng(0).random((len(roles), 64, 64)).astype(np.float32)
    change(own_model, temperature=1.0)
    sharp = Network(read_card(own_model), roles, 1, never)(tile)
    change(own_model, temperature={"visible": 4.0, "NIR": 2.0, "SWIR": 0.5})
    soft = Network(read_card(own_model), roles, 1, never)(tile)
    flattened = sharp ** (1 / temperature)
    assert np.allclose(soft, flattened / flattened.sum(axis=0), atol=1e-3)


def test_a_card_with_one_temperature_means_it_for_all_bands(own_model: Path) -> None:
    change(own_model, temperature=1.7)
    card = read_card(own_model)
    assert {card.temperature_with(roles) for roles in (RGB, ROLES, (*RGB, "B08"))} == {1.7}


def test_a_card_that_leaves_out_a_temperature_is_refused_by_name(own_model: Path) -> None:
    change(own_model, temperature={"visible": 1.7, "SWIR": 1.0})
    with pytest.raises(ModelError, match="NIR"):
        read_card(own_model)


def test_the_order_of_the_bands_does_not_matter() -> None:
    tile = np.random.default_rng(0).random((3, 64, 64)).astype(np.float32)
    one = Network(find(), RGB, 1, never)(tile)
    other = Network(find(), RGB[::-1], 1, never)(tile[::-1])
    assert np.array_equal(one, other)


def test_a_running_network_stops_within_half_a_second_of_a_cancel() -> None:
    cancelled = threading.Event()
    network = Network(find(), RGB, 1, cancelled.is_set)
    tile = np.zeros((3, 4096, 2048), np.float32)
    timer = threading.Timer(0.3, cancelled.set)
    timer.start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        network(tile)
    assert time.monotonic() - start < 0.3 + 0.5 * 4  # a layer ends first; machines are busy


def test_softmax_and_sigmoid_are_what_their_names_say() -> None:
    logits = np.array([[[1000.0]], [[0.0]], [[-1000.0]]], np.float32)
    assert softmax(logits)[:, 0, 0].tolist() == [1, 0, 0]
    assert sigmoid(np.zeros((2, 1, 1), np.float32)).tolist() == [[[0.5]], [[0.5]]]


@pytest.mark.parametrize("looks", range(8))
def test_each_look_is_turned_back_before_it_counts(looks: int) -> None:
    seen = []

    def predict(tile: np.ndarray) -> np.ndarray:
        seen.append(tile.tobytes() + bytes(str(tile.shape), "ascii"))
        return tile

    tile = np.random.default_rng(0).random((2, 8, 16)).astype(np.float32)
    assert np.allclose(with_looks(predict, looks)(tile), tile, atol=1e-6)
    assert len(set(seen)) == looks + 1


# --- overlapping work ----------------------------------------------------------------------------


def test_items_read_ahead_come_in_order_and_few_are_held() -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    for number in ahead(items(), 2, lambda: None):
        assert len(made) - number <= 5
    assert made == list(range(20))


def test_an_error_of_the_reader_reaches_the_user() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ModelError("broken")

    views = ahead(items(), 2, lambda: None)
    assert next(views) == 1
    with pytest.raises(ModelError, match="broken"):
        next(views)


def test_waiting_for_a_slow_reader_can_be_cancelled() -> None:
    release = threading.Event()

    def items() -> Iterator[int]:
        release.wait(10)
        yield 1

    def check() -> None:
        release.set()
        raise Cancelled

    with pytest.raises(Cancelled):
        next(ahead(items(), 1, check))


def test_what_is_written_behind_is_in_order_and_its_error_is_raised() -> None:
    written: list[int] = []
    with Behind(written.append) as writer:
        for number in range(10):
            writer.put(number)
    assert written == list(range(10))

    def fail(number: int) -> None:
        raise ModelError("disk")

    with pytest.raises(ModelError, match="disk"), Behind(fail) as writer:
        writer.put(1)
        writer.put(2)


def test_time_left_is_told_after_two_seconds_and_follows_the_pace() -> None:
    now = [0.0]

    class Kept(SilentReporter):
        steps: list[Progress] = []

        def progress(self, progress: Progress) -> None:
            self.steps.append(progress)

    pace = Pace(Kept(), "Masking", clock=lambda: now[0])
    for now[0], fraction in ((1.0, 0.1), (4.0, 0.25), (8.0, 0.5)):
        pace.advance(fraction)
    assert [step.seconds_left for step in Kept.steps] == [None, 12.0, 8.0]


def test_a_card_of_labels_is_no_cloud_mask(own_model: Path) -> None:
    change(own_model, kind="labels")
    card = read_card(own_model)
    assert isinstance(card, ModelCard)
    with pytest.raises(ModelError, match="does not make cloud masks"):
        from cloudmask_plugin.engine.scene import Grid, Resolved, SourceSpec

        unknown: Resolved[None] = Resolved(None, "", 0)
        grid = Grid("", (0, 1, 0, 0, 0, -1), 1, 1)
        none = Resolved("", "")
        spec = SourceSpec(
            "s", "s", grid, 10.0, (), (), unknown, unknown, Resolved(1.0, ""), Resolved(0.0, ""),
            unknown, unknown, unknown, unknown, none,
        )  # fmt: skip
        object.__setattr__(card, "required", ())
        models.check_fit(card, spec, 10)
