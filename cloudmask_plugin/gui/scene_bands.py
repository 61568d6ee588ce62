"""The scene below a mask: what is known of it, and its bands combined in one click."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsMapLayerStyle, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import check_layers, layers
from ..engine.describe import describe
from ..engine.errors import CloudMaskError
from ..engine.scene import SourceSpec
from ..engine_text import engine_text
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .look_group import AS_STYLED, LookGroup


class SceneBands(QObject):
    """Describes a scene's layer in the background, and shows its bands as the user chooses.

    :ivar described: emitted when more is known of the scene, or that nothing can be.
    """

    described = pyqtSignal()

    def __init__(self, look: LookGroup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._layer_id = ""
        self._spec: SourceSpec | None = None
        self._spec_of = ""  # id of the layer that it describes
        self._styles: dict[str, QgsMapLayerStyle] = {}  # of layers whose bands are combined
        self._wanted = AS_STYLED  # combination that the user chose, kept from scene to scene
        self._task: EngineTask | None = None
        look.bands_chosen.connect(self._choose)

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The scene's layer."""
        return QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None

    @property
    def spec(self) -> SourceSpec | None:
        """The scene as it is known, None while it is not."""
        return self._spec if self._spec_of == self._layer_id else None

    def show_scene(self, layer_id: str) -> None:
        """Take another scene; the one before gets its own style back.

        The combination of bands stays, once the scene's bands are known.
        """
        if layer_id != self._layer_id:
            self.restore(self._layer_id)
            self._layer_id = layer_id

    def look_at(self) -> None:
        """Find out the bands of the scene, unless they are known."""
        scene = self.layer
        if scene is None or self._spec_of == self._layer_id:
            self._allow()
            return
        self.stop()
        try:
            location = layers.location_of(scene)
        except CloudMaskError as error:
            self._spec, self._spec_of = None, self._layer_id
            self._allow(engine_text(str(error)))
            return
        overrides = layers.declared_overrides(scene)
        task = EngineTask(
            self.tr("Looking at {scene}").format(scene=scene.name()),
            lambda reporter: describe(location, overrides, reporter=reporter),
            hidden=True,
        )
        task.ended.connect(partial(self._described, self._layer_id))
        self._task = start(task)

    def restore(self, layer_id: str) -> None:
        """Give a layer its own style back."""
        style = self._styles.pop(layer_id, None)
        layer = QgsProject.instance().mapLayer(layer_id) if layer_id else None
        if style is None or layer is None:
            return
        style.writeToLayer(layer)
        layer.triggerRepaint()
        self._look.show_bands(AS_STYLED)

    def restore_all(self) -> None:
        """Give all layers their own styles back."""
        for layer_id in list(self._styles):
            self.restore(layer_id)

    def forget(self, ids: list[str]) -> None:
        """Forget layers that are gone."""
        for layer_id in ids:
            self._styles.pop(layer_id, None)

    def stop(self) -> None:
        """Stop looking at a scene."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _described(self, layer_id: str, outcome: Outcome) -> None:
        self._task = None
        self._spec = outcome.result if isinstance(outcome, Succeeded) else None
        self._spec_of = layer_id
        self._allow(outcome.sentence if isinstance(outcome, Failed) else "")
        self.described.emit()

    def _allow(self, problem: str = "") -> None:
        """Say which combinations the scene has."""
        scene, problems = self.layer, {}
        for item in check_layers.COMBINATIONS:
            if scene is None:
                problems[item.key] = self.tr("Choose a scene first.")
            elif self.spec is None:
                problems[item.key] = problem or self.tr("The scene's bands are not known yet.")
            elif check_layers.combination_bands(scene, self.spec, item) is None:
                problems[item.key] = self.tr("The scene's layer lacks bands for it.")
        if scene is None:
            problems[AS_STYLED] = self.tr("Choose a scene first.")
        self._look.allow_bands(problems)
        if self._wanted not in problems and self._layer_id not in self._styles:
            self._look.show_bands(self._wanted)
            self._choose(self._wanted)

    def _choose(self, key: str) -> None:
        self._wanted = key
        scene = self.layer
        if scene is None:
            return
        if key == AS_STYLED:
            self.restore(self._layer_id)
            return
        item = next(item for item in check_layers.COMBINATIONS if item.key == key)
        renderer = check_layers.combination_renderer(scene, self.spec, item) if self.spec else None
        if renderer is None:
            return
        if self._layer_id not in self._styles:
            style = QgsMapLayerStyle()
            style.readFromLayer(scene)
            self._styles[self._layer_id] = style
        scene.setRenderer(renderer)
        scene.triggerRepaint()
