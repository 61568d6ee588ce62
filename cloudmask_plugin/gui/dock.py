"""The dock: brings together the panel, the engine's tasks, the project and the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

from .. import layers, settings
from ..corrections import completed, file_bands, may_be_series
from ..engine import models
from ..engine.describe import describe
from ..engine.errors import CloudMaskError
from ..engine.images import file_name, gdal_path
from ..engine.mask_and_composite import MaskAndComposite, mask_and_composite
from ..engine.pipeline import MaskRequest, MaskResult, estimate_seconds, mask_scene
from ..engine.reporter import Progress, Reporter
from ..engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from ..engine.shadow_check import KEEP, REMOVE, ShadowOptions
from ..engine_text import engine_text
from ..icons import icon
from ..tasks import EngineTask, Failed, Stopped, Succeeded, log, start
from .check_controller import CheckController
from .composite_state import Candidate
from .composite_tab import CompositeOrder, CompositeTab
from .destination import Destination
from .extents import extent_offers
from .installer import Installer
from .mask_panel import MaskPanel
from .messages import tell
from .option_groups import OutputChoice, RunChoice
from .options import PAGE_NAME
from .result_bar import shares_text
from .run_panel import COMFORTABLE, NARROWEST
from .scene_chooser import NO_SCENE, Location, locations_in
from .state import (
    DockState,
    ExtentMode,
    Inputs,
    Job,
    LastResult,
    ModelOffer,
    Outcome,
    Runtime,
    dock_state,
    sentences,
)
from .tabs import DockTabs

MAP_SETTLES = 200  # ms after which a moving canvas is asked for its extent
CORRECTIONS_SETTLE = 120  # ms after which corrections that follow each other are tried


@dataclass(frozen=True)
class Order:
    """A run as it was started; the dock may show another scene by the time it ends.

    :param scene: its name in the dock; ``layer_id``: its layer, "" where it was none.
    :param project_number: of the project that was open.
    :param composite: what is composited in the same run; None where nothing is.
    """

    source: SourceSpec
    scene: str
    layer_id: str
    project_number: int
    temporary: bool
    composite: CompositeOrder | None = None


class CloudMaskDock(QgsDockWidget):
    """Cloud masks from a scene in the project, without leaving the map."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("CloudMaskDock")
        self.setWindowTitle(self.tr("Cloud mask"))
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._iface = iface
        self._project = QgsProject.instance()
        self._inputs = Inputs()
        self._state = dock_state(self._inputs)
        self._cards: tuple[models.ModelCard, ...] = ()
        self._scene = NO_SCENE
        self._overrides: dict[Location, Overrides] = {}  # by location, for this session
        self._detection: EngineTask | None = None
        self._run: EngineTask | None = None
        self._installer = Installer(self)
        self._project_number = 0  # grows when the project is cleared, so that runs notice
        self.panel = MaskPanel()
        self.chooser = self.panel.chooser
        self.tabs = DockTabs()
        self.tabs.add_page(
            self.panel,
            icon("mask"),
            self.tr("Mask"),
            self.tr("Find clouds and their shadows in a scene"),
        )
        self.composite = CompositeTab(iface, self, self._stated_of)
        self.tabs.add_page(
            self.composite.panel,
            icon("composite"),
            self.tr("Composite"),
            self.tr("Make one image without clouds of several dates"),
        )
        self.check = CheckController(iface, self)
        self.tabs.add_page(
            self.check.panel,
            icon("check"),
            self.tr("Check"),
            self.tr("See whether a mask is good enough, and mend it"),
        )
        self.setWidget(self.tabs)
        self.setAcceptDrops(True)
        self._map_timer = QTimer(self)
        self._map_timer.setSingleShot(True)
        self._map_timer.setInterval(MAP_SETTLES)
        self._map_timer.timeout.connect(self._look_at_map)
        self._correction_timer = QTimer(self)
        self._correction_timer.setSingleShot(True)
        self._correction_timer.setInterval(CORRECTIONS_SETTLE)
        self._correction_timer.timeout.connect(self._detect)
        self._restore_choices()
        self.chooser.leave_out_results()
        self._connect()
        self._look_at_map()
        self.reload()

    # What others call

    @property
    def state(self) -> DockState:
        """What the dock shows now."""
        return self._state

    @property
    def source(self) -> SourceSpec | None:
        """The scene as it is known now, None while it is not."""
        return self._inputs.source

    def reload(self) -> None:
        """Look anew at models, onnxruntime and the scene, for example after new options."""
        self._cards = models.installed(settings.load().model_folders)
        self._show_runtime(self._installer.look())
        self._choose_scene()
        if self._detection is None:
            self._detect()

    def showEvent(self, event) -> None:
        """Find a comfortable width, and a scene where none is chosen yet."""
        super().showEvent(event)
        if self.width() <= NARROWEST and not self.isFloating():
            self._iface.mainWindow().resizeDocks([self], [COMFORTABLE], Qt.Orientation.Horizontal)
        self.chooser.take_layer(self._iface.activeLayer())
        self.composite.wake()

    def dragEnterEvent(self, event) -> None:
        """Take files, folders and rasters."""
        if locations_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        """Make what was dropped the scene, or scenes of the composite in front."""
        event.acceptProposedAction()
        locations = locations_in(event.mimeData())
        if self.tabs.currentWidget() is self.composite.panel:
            self.composite.add(*locations)
        else:
            self.chooser.open(*locations)

    # Wiring

    def _connect(self) -> None:
        # Methods of a QObject only: Qt takes such connections back when the dock is deleted.
        canvas = self._iface.mapCanvas()
        canvas.extentsChanged.connect(self._map_changed)
        canvas.destinationCrsChanged.connect(self._map_changed)
        canvas.selectionChanged.connect(self._map_changed)
        self._iface.currentLayerChanged.connect(self._map_changed)
        self._project.layersAdded.connect(self._layers_added)
        self._project.layersRemoved.connect(self._layers_removed)
        self._project.cleared.connect(self._project_cleared)
        self._project.readProject.connect(self.chooser.leave_out_results)
        self._installer.changed.connect(self._show_runtime)
        self._installer.failed.connect(self._installation_failed)
        panel = self.panel
        self.chooser.changed.connect(self._choose_scene)
        self.chooser.menu_shown.connect(self._offer_selected)
        panel.detect_requested.connect(self.reload)
        panel.corrected.connect(self._correct)
        panel.model_chosen.connect(self._choose_model)
        panel.extent_chosen.connect(self._choose_extent)
        panel.options_changed.connect(self._options_changed)
        panel.settings_requested.connect(self._open_options)
        panel.install_requested.connect(self._installer.install)
        panel.run_requested.connect(self.run)
        panel.cancel_requested.connect(self.cancel)
        panel.zoom_requested.connect(self._zoom_to_result)
        panel.also_chosen.connect(self._choose_also)
        panel.check_requested.connect(self._check_result)
        panel.composite_requested.connect(self._go_to_composite)
        self.composite.changed.connect(self._count_other_dates)

    def _update(self, **changes) -> None:
        """Change what is known, and show the state that follows."""
        self._inputs = replace(self._inputs, **changes)
        self._inputs = replace(
            self._inputs,
            models=self._model_offers(),
            resolution=self.panel.advanced.value().resolution,
            output_problem=self._destination().problem,
            output_warning=self._output_warning(),
        )
        self._state = dock_state(self._inputs)
        self.panel.show_state(self._state)

    # Scene

    def _choose_scene(self) -> None:
        """Take what the list of scenes shows."""
        scene = self.chooser.scene()
        if scene == self._scene:
            return
        self._scene = scene
        self._update(
            scene=scene.name,
            unsupported=scene.problem,
            source=None,
            detect_error="",
            outcome=None,
            corrected=self._stated() != NO_OVERRIDES,
        )
        self._detect()

    def _layer(self) -> QgsMapLayer | None:
        return self._project.mapLayer(self._scene.layer_id) if self._scene.layer_id else None

    def _stated(self) -> Overrides:
        return self._stated_of(self._scene.location)

    def _stated_of(self, location: Location) -> Overrides:
        return self._overrides.get(location, NO_OVERRIDES)

    def _detect(self) -> None:
        """Describe the scene in the background; what an earlier look finds no longer counts."""
        self._forget_detection()
        if not self._scene.location:
            self._show_editor()
            self._update(detecting=False)
            return
        location, overrides = self._scene.location, self._stated()
        layer = self._layer()
        if layer is not None:
            overrides = completed(overrides, layers.declared_overrides(layer))
        task = EngineTask(
            self.tr("Looking at {scene}").format(scene=self._inputs.scene),
            lambda reporter: describe(location, overrides, reporter=reporter),
            hidden=True,
        )
        task.ended.connect(self._detected)
        self._detection = start(task)
        self._update(detecting=True)

    def _forget_detection(self) -> None:
        self._correction_timer.stop()
        if self._detection is not None:
            self._detection.silence()
            self._detection.cancel()
            self._detection = None

    def _detected(self, outcome) -> None:
        self._detection = None
        if isinstance(outcome, Succeeded):
            self._update(detecting=False, detect_error="", source=outcome.result)
        elif isinstance(outcome, Failed):
            text = with_name(outcome.sentence, self._scene.location)
            self._update(detecting=False, detect_error=text)
        else:
            self._update(
                detecting=False,
                detect_error=self.tr("Looking at the scene was cancelled: press ⟳ to try again."),
            )
        self._show_editor()
        self._look_at_map()
        self._count_other_dates()

    def _show_editor(self) -> None:
        layer = self._layer()
        names: tuple[str, ...] = ()
        if isinstance(layer, QgsRasterLayer):
            names = tuple(layer.bandName(band) for band in range(1, layer.bandCount() + 1))
        files: tuple[str, ...] = ()
        if self._scene.bands:
            files, names = zip(*self._scene.bands)
        source, stated = self._inputs.source, self._stated()
        if self._inputs.detect_error and stated.bands is not None:
            source = None  # the rows show what was stated, so that it can be mended
        bands = file_bands(source, names, stated, files)
        self.panel.show_scene(source, bands, stated, may_be_series(self._scene.location))

    def _correct(self, overrides: Overrides) -> None:
        self._overrides[self._scene.location] = overrides
        self._forget_detection()
        self._update(outcome=None, corrected=overrides != NO_OVERRIDES, detecting=True)
        self._correction_timer.start()
        self.composite.refresh()

    def _offer_selected(self) -> None:
        self.chooser.offer_selected(
            [
                layer
                for layer in self._iface.layerTreeView().selectedLayers()
                if isinstance(layer, QgsRasterLayer) and not layer.customProperty(layers.RESULT)
            ]
        )

    # Composite

    def _other_dates(self) -> tuple[Candidate, ...]:
        source = self._inputs.source
        return self.composite.others_of(source) if source is not None else ()

    def _count_other_dates(self) -> None:
        others = self._other_dates()
        to_make = sum(not scene.mask.path for scene in others)
        if (len(others), to_make) != (self._inputs.other_dates, self._inputs.masks_to_make):
            self._update(other_dates=len(others), masks_to_make=to_make)

    def _choose_also(self, wanted: bool) -> None:
        self._update(also_composite=wanted, outcome=None)

    def _check_result(self) -> None:
        last = self._inputs.last
        if last is not None and self._project.mapLayer(last.layer_id) is not None:
            self._check(last.layer_id)

    def _check(self, layer_id: str) -> None:
        """Go to the tab Check with a mask and the scene that it was made of."""
        if self._project.mapLayer(layer_id) is None:
            return
        self.tabs.show_page(self.check.panel)
        self.check.check_mask(layer_id)

    def _go_to_composite(self) -> None:
        self.tabs.show_page(self.composite.panel)

    # Choices

    def _restore_choices(self) -> None:
        stored = settings.load()
        panel = self.panel
        panel.refine.set_value(stored.refine)
        panel.refine.shadows.set_wanted(stored.remove_orphans)
        panel.output.set_value(OutputChoice(probabilities=stored.write_probabilities))
        panel.advanced.set_value(RunChoice(stored.resolution or None, stored.tta, stored.threads))
        known = {mode.value: mode for mode in ExtentMode}
        self._inputs = replace(
            self._inputs,
            model=stored.model,
            extent=known.get(stored.extent, ExtentMode.WHOLE),
        )

    def _save_choices(self) -> None:
        refine, run = self.panel.refine.value(), self.panel.advanced.value()
        settings.update(
            model=self._inputs.model,
            extent=self._inputs.extent.value,
            thick=refine.thick,
            thin=refine.thin,
            shadow=refine.shadow,
            min_area=refine.min_area,
            buffer=refine.buffer,
            remove_orphans=self.panel.refine.shadows.is_wanted,
            resolution=run.resolution or 0.0,
            tta=run.tta,
            threads=run.threads,
            write_probabilities=self.panel.output.value().probabilities,
        )

    def _choose_model(self, model: str) -> None:
        self._update(model=model, outcome=None)
        self._save_choices()

    def _choose_extent(self, mode: ExtentMode) -> None:
        self._update(extent=mode, outcome=None)
        self._save_choices()

    def _options_changed(self) -> None:
        self._update(outcome=None)
        self._save_choices()

    def _model_offers(self) -> tuple[ModelOffer, ...]:
        source = self._inputs.source
        run = self.panel.advanced.value()
        extent = next(
            (offer.extent for offer in self._inputs.extents if offer.mode is self._inputs.extent),
            None,
        )
        offers = []
        for card in self._cards:
            seconds, problem, warning = None, "", ""
            if source is not None:
                resolution = run.resolution or source.resolution
                try:
                    warning = sentences(models.check_fit(card, source, resolution))
                    seconds = estimate_seconds(source, card, run.resolution, extent, run.tta)
                except CloudMaskError as error:
                    problem = engine_text(str(error))
            offers.append(
                ModelOffer(
                    card.id,
                    engine_text(card.title),
                    engine_text(card.description),
                    seconds,
                    problem,
                    warning,
                )
            )
        return tuple(offers)

    def _output_warning(self) -> str:
        name = self._destination().replaced
        if not name:
            return ""
        return self.tr("{name} exists and will be replaced once the new mask is whole.").format(
            name=name
        )

    def _destination(self) -> Destination:
        output = self.panel.output.value()
        return Destination(output.to_file, output.path)

    # Map

    def _map_changed(self, *_: object) -> None:
        self._map_timer.start()

    def _look_at_map(self) -> None:
        self._update(extents=extent_offers(self._inputs.source, self._iface))

    def _layers_added(self, _added: list[QgsMapLayer]) -> None:
        # A result of Processing is known as one only after it was added.
        QTimer.singleShot(MAP_SETTLES, self._look_at_layers)

    def _look_at_layers(self) -> None:
        self.chooser.leave_out_results()
        if self.isVisible():
            self.chooser.take_layer(self._iface.activeLayer())

    def _layers_removed(self, ids: list[str]) -> None:
        self.chooser.leave_out_results()
        last = self._inputs.last
        if last is not None and last.layer_id in ids:
            self._update(last=replace(last, layer_id=""))
        self._map_timer.start()

    def _project_cleared(self) -> None:
        self._project_number += 1
        self.chooser.start_anew()

    def _zoom_to_result(self) -> None:
        last = self._inputs.last
        layer = self._project.mapLayer(last.layer_id) if last else None
        if layer is not None:
            canvas = self._iface.mapCanvas()
            canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
            canvas.refresh()

    # Run

    def run(self) -> None:
        """Start masking with what the dock shows; nothing happens where that cannot be."""
        source = self._inputs.source
        if self._run is not None or not self._state.run_enabled or source is None:
            return
        self._save_choices()
        try:
            request = self._request(source)
        except CloudMaskError as error:  # such as elevations from a service
            self._update(outcome=Outcome(error=engine_text(str(error))))
            return
        temporary = not self.panel.output.value().to_file
        order = Order(
            source, self._inputs.scene, self._scene.layer_id, self._project_number, temporary
        )
        job = partial(mask_scene, request)
        if self._state.also_composite:
            job, order = self._with_composite(request, order)
        task = EngineTask(self.tr("Masking clouds in {scene}").format(scene=source.name), job)
        task.progressed.connect(self._progressed)
        task.ended.connect(partial(self._ended, order))
        self._update(job=Job(Progress(0.0, self.tr("Starting"))), outcome=None)
        self._run = start(task)

    def _with_composite(
        self, request: MaskRequest, order: Order
    ) -> tuple[Callable[[Reporter], MaskAndComposite], Order]:
        """Return a job that makes a composite as well, beside the mask's file."""
        path = QgsProcessingUtils.generateTempFilename("composite.tif")
        if not order.temporary:
            path = f"{Path(request.output).with_suffix('')}_composite.tif"
        wanted, composite = self.composite.plan_with(
            (order.layer_id, order.scene, order.source),
            self._other_dates(),
            request.extent,
            path,
            order.temporary,
        )
        return partial(mask_and_composite, request, wanted), replace(order, composite=composite)

    def cancel(self) -> None:
        """Ask the run to stop, or else the look at the scene."""
        if self._run is not None and self._inputs.job is not None:
            self._update(job=replace(self._inputs.job, cancelling=True))
            self._run.cancel()
        elif self._detection is not None:
            self._detection.cancel()
        elif self._correction_timer.isActive():
            self._correction_timer.stop()
            self._detected(Stopped())

    def _request(self, source: SourceSpec) -> MaskRequest:
        output, run = self.panel.output.value(), self.panel.advanced.value()
        path = output.path
        if not output.to_file:
            path = QgsProcessingUtils.generateTempFilename("cloud_mask.tif")
        stem = str(Path(path).with_suffix(""))
        model = self._state.model
        card = next(card for card in self._cards if model and card.id == model.id)
        extent = next(
            (offer.extent for offer in self._inputs.extents if offer.mode is self._inputs.extent),
            None,
        )
        return MaskRequest(
            source=source,
            output=path,
            probabilities=f"{stem}_probabilities.tif" if output.probabilities else None,
            model=card.folder,
            resolution=run.resolution,
            extent=extent,
            refine=self.panel.refine.value(),
            shadows=self._shadow_options(),
            tta=run.tta,
            threads=run.threads,
        )

    def _shadow_options(self) -> ShadowOptions:
        chosen = self.panel.refine.shadows
        dem = layers.location_of(chosen.dem) if chosen.dem is not None else ""
        return ShadowOptions(REMOVE if chosen.removes else KEEP, dem)

    def _progressed(self, progress: Progress) -> None:
        if self._inputs.job is not None:
            self._update(job=replace(self._inputs.job, progress=progress))

    def _ended(self, order: Order, outcome) -> None:
        self._run = None
        if isinstance(outcome, Succeeded) and isinstance(outcome.result, MaskAndComposite):
            self._succeeded(order, outcome.result.mask)
            self._composite_ended(order, outcome.result)
        elif isinstance(outcome, Succeeded):
            self._succeeded(order, outcome.result)
        elif isinstance(outcome, Failed):
            text = with_name(outcome.sentence, order.source.location)
            self._update(job=None, outcome=Outcome(error=text))
            self._tell(self.tr("Cloud mask failed"), text, Qgis.MessageLevel.Critical)
        elif isinstance(outcome, Stopped):
            self._update(job=None, outcome=Outcome())

    def _composite_ended(self, order: Order, result: MaskAndComposite) -> None:
        """Show the composite of a run that has masked a scene as well."""
        if result.composite is not None and order.composite is not None:
            self.composite.show_result(order.composite, result.composite)
        elif result.problem:
            text = engine_text(result.problem)
            self._update(outcome=Outcome(error=text))
            self._tell(self.tr("Composite failed"), text, Qgis.MessageLevel.Critical)
        else:
            self._tell(
                self.tr("Cloud mask"),
                self.tr("The composite was cancelled; the mask is whole."),
                Qgis.MessageLevel.Info,
            )

    def _succeeded(self, order: Order, result: MaskResult) -> None:
        last = LastResult(order.scene, result, "", order.temporary)
        for text in (f"{order.scene}: {shares_text(last)}", *map(engine_text, result.warnings)):
            log(text)
        if order.project_number != self._project_number:
            self._update(job=None, last=last)
            self._tell(
                self.tr("Cloud mask written"),
                self.tr("{path} was not added, because the project was closed.").format(
                    path=result.output
                ),
                Qgis.MessageLevel.Info,
                partial(self._add, order, last),
            )
            return
        self._update(job=None)
        self._add(order, last)

    def _add(self, order: Order, last: LastResult) -> None:
        """Add the mask to the project and tell how it came out."""
        try:
            layer = layers.add_mask(last.result, order.source, order.layer_id or None)
        except CloudMaskError as error:
            text = engine_text(str(error))
            self._update(last=last, outcome=Outcome(error=text))
            self._tell(self.tr("Cloud mask"), text, Qgis.MessageLevel.Critical)
            return
        self.chooser.leave_out_results()
        self._update(last=replace(last, layer_id=layer.id()), outcome=Outcome(result=last.result))
        warned = bool(last.result.warnings)
        self._tell(
            self.tr("Cloud mask"),
            ". ".join((shares_text(last), *map(engine_text, last.result.warnings))),
            Qgis.MessageLevel.Warning if warned else Qgis.MessageLevel.Success,
            check=partial(self._check, layer.id()),
        )

    def _tell(self, title: str, text: str, level: Qgis.MessageLevel, add=None, check=None) -> None:
        """Show a message in the bar above the map, with a button to the log."""
        tell(self._iface, title, text, level, add, check)

    # onnxruntime and options

    def _show_runtime(self, runtime: Runtime) -> None:
        self._update(runtime=runtime)
        self.composite.set_runtime(runtime.problem)

    def _installation_failed(self, sentence: str) -> None:
        self._tell(self.tr("Installing onnxruntime failed"), sentence, Qgis.MessageLevel.Critical)

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE_NAME)
        self.reload()


def with_name(sentence: str, location: Location) -> str:
    """Return a sentence with the scene's names for its paths: the dock shows which one it is."""
    for path in (location,) if isinstance(location, str) else location:
        for known in (gdal_path(path), path):
            for said in (known, known.split("?")[0]):
                sentence = sentence.replace(said, file_name(path) or path)
    return sentence
