"""From reflectance to class probabilities: the network's session and its wrappers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import Cancelled, DependencyError, ModelError
from .models import ModelCard, verify

CANCEL_POLL = 0.1  # s between looks at the cancel button while the network runs
MAX_LOOKS = 7  # the dihedral group of the square has seven members beside identity

Predict = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def import_onnxruntime() -> Any:
    """Return the module onnxruntime.

    :raises DependencyError: where it is not installed or does not load.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise DependencyError(
            f"The Python package onnxruntime is missing or does not load ({error}): install it "
            "from the Cloud Mask dock or options page, or with pip into QGIS's Python."
        ) from error
    return onnxruntime


def open_session(card: ModelCard, threads: int) -> Any:
    """Return an onnxruntime session of a model.

    :param threads: 0: all cores.
    :raises ModelError: where file and card do not belong together or the file is no network.
    """
    ort = import_onnxruntime()
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Tiles differ in size at a scene's edges: plans for each would pile up in memory.
    options.enable_mem_pattern = False
    try:
        session = ort.InferenceSession(verify(card), options, providers=["CPUExecutionProvider"])
    except ModelError:
        raise
    except Exception as error:  # onnxruntime raises a dozen unrelated classes
        raise ModelError(
            f"{card.network_path} cannot be loaded by onnxruntime "
            f"{ort.__version__} ({_first_line(error)}): update onnxruntime or the model."
        ) from error
    names = {item.name for item in session.get_inputs()}
    if not {"reflectance", "presence"} <= names:
        raise ModelError(
            f"{card.network_path} has the inputs {', '.join(sorted(names))} instead of "
            "reflectance and presence: see models/README.md."
        )
    return session


class Sessions:
    """Keeps models in memory, each opened once however many scenes it sees; thread-safe.

    :param threads: that run a model where a job leaves that open; 0: all cores.
    """

    def __init__(self, threads: int = 0) -> None:
        self._lock = threading.Lock()
        self._threads = threads
        self._open: dict[tuple[str, int], Any] = {}

    def session(self, card: ModelCard, threads: int) -> Any:
        """Return the session of a model; see :func:`open_session`."""
        with self._lock:
            key = (card.sha256, threads or self._threads)
            if key not in self._open:
                self._open[key] = open_session(card, key[1])
            return self._open[key]


class Network:
    """A model in memory, ready to run on tiles of any size that is a multiple of its stride.

    :param roles: bands of the tiles that will come, in their order.
    :param threads: 0: all cores.
    :param is_cancelled: asked while the network runs, from another thread.
    :param session: of :func:`open_session` for this card; None: one is opened.
    :raises ModelError: where file and card do not belong together or the file is no network.
    """

    def __init__(
        self,
        card: ModelCard,
        roles: tuple[str, ...],
        threads: int,
        is_cancelled: Callable[[], bool],
        session: Any = None,
    ) -> None:
        self.card = card
        self._slots = [position for position, role in enumerate(card.bands) if role in roles]
        self._bands = [roles.index(card.bands[slot]) for slot in self._slots]
        self._presence = np.zeros((1, len(card.bands)), dtype=np.float32)
        self._presence[0, self._slots] = 1
        self._temperature = np.float32(card.temperature_with(roles))
        self._is_cancelled = is_cancelled
        self._ort = import_onnxruntime()
        self._session = session if session is not None else open_session(card, threads)

    def __call__(self, reflectance: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return probabilities of a tile.

        :param reflectance: (bands, rows, cols) float32 in the order of ``roles``, 0..1,
            gaps filled, sides multiples of the stride.
        :return: (classes, rows, cols) float32, 0..1.
        :raises Cancelled: within half a second of a cancel.
        """
        slots = np.zeros((1, len(self.card.bands), *reflectance.shape[1:]), dtype=np.float32)
        slots[0, self._slots] = reflectance[self._bands]
        logits = self._run({"reflectance": slots, "presence": self._presence})[0]
        logits /= self._temperature
        return softmax(logits) if self.card.kind == "classes" else sigmoid(logits)

    def _run(self, inputs: dict[str, Any]) -> NDArray[np.float32]:
        """Run the session; a watching thread stops it when the user cancels."""
        run_options = self._ort.RunOptions()
        finished = threading.Event()

        def watch() -> None:
            while not finished.wait(CANCEL_POLL):
                if self._is_cancelled():
                    run_options.terminate = True
                    return

        watcher = threading.Thread(target=watch, name="watch cancel", daemon=True)
        watcher.start()
        try:
            logits = self._session.run(["logits"], inputs, run_options)[0]
        except Exception as error:  # onnxruntime raises a dozen unrelated classes
            if self._is_cancelled():
                raise Cancelled from error
            raise
        finally:
            finished.set()
            watcher.join()
        return np.asarray(logits, dtype=np.float32)


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities over axis 0 that sum to 1."""
    shifted = np.exp(logits - logits.max(axis=0))
    return np.asarray(shifted / shifted.sum(axis=0), dtype=np.float32)


def sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return independent probabilities."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def with_looks(predict: Predict, looks: int) -> Predict:
    """Return ``predict`` averaged over further looks at the tile, turned and mirrored.

    :param looks: 0..7 members of the dihedral group beside the tile as it is.
    """
    if looks == 0:
        return predict

    def averaged(reflectance: NDArray[np.float32]) -> NDArray[np.float32]:
        total = predict(reflectance)
        for look in range(1, looks + 1):
            quarter, mirrored = look % 4, look >= 4
            turned = np.rot90(reflectance, quarter, axes=(1, 2))
            if mirrored:
                turned = turned[:, :, ::-1]
            result = predict(np.ascontiguousarray(turned))
            if mirrored:
                result = result[:, :, ::-1]
            total = total + np.rot90(result, -quarter, axes=(1, 2))
        return np.asarray(total / (looks + 1), dtype=np.float32)

    return averaged


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
