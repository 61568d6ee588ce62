"""Behind the Composite tab: the project's scenes and masks, runs, and their layers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsProcessingUtils, QgsProject, QgsRectangle
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from .. import composite_layers, layers, settings
from ..candidates import (
    LAYER_KEY,
    ListedMask,
    ListedScene,
    Location,
    Looked,
    look,
    mask_layers,
    scene_layers,
)
from ..corrections import completed
from ..engine.composite import METHODS, QUANTILES
from ..engine.composite_plan import CompositeRequest, CompositeResult, CompositeScene, bounds
from ..engine.compositing import composite_scenes
from ..engine.errors import CloudMaskError, OptionError
from ..engine.mask_assignment import belongs
from ..engine.mask_look import clear_share, covers
from ..engine.mask_table import find_table
from ..engine.models import find
from ..engine.placing import same_crs
from ..engine.reporter import Progress
from ..engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from ..tasks import EngineTask, Failed, Stopped, Succeeded, log, start
from .composite_panel import CompositePanel
from .composite_state import (
    Candidate,
    CompositeInputs,
    CompositeOptions,
    CompositeOutcome,
    CompositeState,
    LastComposite,
    MaskOffer,
    Measured,
    composite_state,
    preview_view,
    share_words,
)
from .extents import extent_offers
from .messages import tell
from .scene_chooser import is_address, title_of
from .state import ExtentMode, Job

translate = QCoreApplication.translate

SETTLES = 250  # ms after which layers and map that move are looked at
PREVIEW = "preview"  # mark of the group of a preview
Extent = tuple[float, float, float, float]
Identity = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class CompositeOrder:
    """A run as it was started.

    :param scenes: key, name and source of each, in the order of the request.
    :param like: id of the layer of the first; "" where it is none.
    :param preview: metres of a preview's pixel; 0 where it is none.
    :param rough: masks are made of larger pixels than the model was trained on.
    """

    scenes: tuple[tuple[str, str, SourceSpec], ...]
    like: str
    project_number: int
    temporary: bool
    preview: float = 0.0
    rough: bool = False


class CompositeTab(QObject):
    """Makes composites of the project's scenes.

    :ivar changed: the scenes that are used, or what is known of them, may be others now.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        parent: QObject,
        corrections: Callable[[Location], Overrides] = lambda _: NO_OVERRIDES,
    ) -> None:
        """Make the tab; ``corrections`` tells what the user has stated of a location elsewhere."""
        super().__init__(parent)
        self._iface = iface
        self._corrections = corrections
        self._project = QgsProject.instance()
        self._inputs = CompositeInputs()
        self._state = composite_state(self._inputs)
        self._added: list[ListedScene] = []  # by the user, in this session
        self._listed: list[ListedScene] = []
        self._masks: list[ListedMask] = []
        self._looked = Looked()
        self._stated: dict[str, Overrides] = {}  # by key
        self._wanted: dict[str, bool] = {}
        self._chosen_masks: dict[str, str] = {}
        self._looking: EngineTask | None = None
        self._run: EngineTask | None = None
        self._shown = False
        self._project_number = 0
        self.panel = CompositePanel()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES)
        self._timer.timeout.connect(self._settle)
        self._restore_choices()
        self._connect()
        self._update()

    # What others call

    @property
    def state(self) -> CompositeState:
        """What the tab shows now."""
        return self._state

    @property
    def inputs(self) -> CompositeInputs:
        """What is known now."""
        return self._inputs

    def wake(self) -> None:
        """Look at the layers of the project; until then nothing is looked at."""
        self._shown = True
        self._timer.start()

    def refresh(self) -> None:
        """Look soon at what has changed."""
        self._timer.start()

    def set_runtime(self, problem: str) -> None:
        """Take why no mask can be made now, "" where nothing stands in the way."""
        if problem != self._inputs.runtime_problem:
            self._update(runtime_problem=problem)

    def add(self, *locations: str) -> None:
        """Add scenes, one for each file, folder or address; what is listed is not added again."""
        known = {scene.location for scene in (*self._listed, *self._added)}
        for location in locations:
            if location and location not in known:
                self._added.append(ListedScene(location, title_of(location), location))
                if Path(location).exists():
                    settings.update(last_folder=str(Path(location).parent))
        self._shown = True
        self._settle()

    def look_again(self) -> None:
        """Forget what is known of scenes and masks, and look anew."""
        self._looked = Looked()
        self._shown = True
        self._settle()

    def others_of(self, source: SourceSpec) -> tuple[Candidate, ...]:
        """Return the scenes that are ticked, other than one and over the same place."""
        return tuple(
            scene
            for scene in self._inputs.scenes
            if scene.wanted
            and scene.source is not None
            and identity(scene.source) != identity(source)
            and self._overlaps(scene.source, source, bounds(source.grid))
        )

    def plan_with(
        self,
        scene: tuple[str, str, SourceSpec],
        others: tuple[Candidate, ...],
        extent: Extent | None,
        output: str,
        temporary: bool,
    ) -> tuple[CompositeRequest, CompositeOrder]:
        """Return what to make of a scene that has no mask yet and gives the grid, and others.

        Method, target date and the like are those chosen in the tab.

        :param scene: layer ("" none), name, and what is known of it.
        """
        layer_id, name, source = scene
        sources = (CompositeScene(source), *(self._scene(other) for other in others))
        listed = ((LAYER_KEY + layer_id, name, source),) + tuple(
            (other.key, other.name, other.source) for other in others
        )
        order = CompositeOrder(listed, layer_id, self._project_number, temporary)
        return self._with_files(sources, output, extent), order

    def show_result(self, order: CompositeOrder, result: CompositeResult) -> None:
        """Add a composite that another part of the dock has made."""
        self._succeeded(order, result)

    def run(self, preview: bool = False) -> None:
        """Start with what the tab shows; nothing happens where that cannot be."""
        enabled = self._state.preview_enabled if preview else self._state.run_enabled
        if self._run is not None or not enabled:
            return
        try:
            request, order = self._order(preview)
        except CloudMaskError as error:
            self._update(outcome=CompositeOutcome(error=str(error)))
            return
        title = self.tr("Preview of a composite") if preview else self.tr("Making a composite")
        task = EngineTask(title, lambda reporter: composite_scenes(request, reporter))
        task.progressed.connect(self._progressed)
        task.ended.connect(partial(self._ended, order))
        self._update(
            job=Job(Progress(0.0, self.tr("Starting"))), preview_running=preview, outcome=None
        )
        self._run = start(task)

    def cancel(self) -> None:
        """Ask the run to stop."""
        if self._run is not None and self._inputs.job is not None:
            self._update(job=replace(self._inputs.job, cancelling=True))
            self._run.cancel()

    # Wiring

    def _connect(self) -> None:
        canvas = self._iface.mapCanvas()
        for signal in (
            canvas.extentsChanged,
            canvas.destinationCrsChanged,
            canvas.selectionChanged,
            self._iface.currentLayerChanged,
            self._project.layersAdded,
            self._project.layersRemoved,
        ):
            signal.connect(self._moved)
        self._project.layersRemoved.connect(self._layers_removed)
        self._project.cleared.connect(self._project_cleared)
        panel = self.panel
        panel.shown.connect(self.wake)
        panel.run_requested.connect(self.run)
        panel.preview_requested.connect(self._preview)
        panel.cancel_requested.connect(self.cancel)
        panel.look_requested.connect(self.look_again)
        panel.add_files_requested.connect(self._ask_for_files)
        panel.add_folder_requested.connect(self._ask_for_folder)
        panel.remove_requested.connect(self._remove)
        panel.ticked.connect(self._tick)
        panel.dated.connect(self._date)
        panel.picked.connect(self._pick)
        panel.mask_chosen.connect(self._choose_mask)
        panel.extent_chosen.connect(self._choose_extent)
        panel.options_changed.connect(self._change_options)
        panel.output_changed.connect(self._output_changed)
        panel.zoom_requested.connect(self._zoom)

    def _update(self, **changes) -> None:
        """Change what is known, and show the state that follows."""
        destination = self.panel.destination.value()
        warning = ""
        if destination.replaced:
            warning = self.tr("{name} exists and will be replaced.").format(
                name=destination.replaced
            )
        self._inputs = replace(
            self._inputs,
            **{"output_problem": destination.problem, "output_warning": warning, **changes},
        )
        self._state = composite_state(self._inputs)
        self.panel.show_state(self._state)

    # Scenes

    def _moved(self, *_: object) -> None:
        self._timer.start()

    def _settle(self) -> None:
        """Look at what layers there are now, and at what is not known of them yet."""
        self._masks = mask_layers(self._project)
        self._listed = [self._with_stated(scene) for scene in scene_layers(self._project)]
        self._listed += [self._with_stated(scene) for scene in self._added]
        self._arrange()
        if self._shown and self._looking is None:
            self._look()

    def _with_stated(self, scene: ListedScene) -> ListedScene:
        stated = self._stated.get(scene.key, NO_OVERRIDES)
        stated = completed(stated, self._corrections(scene.location))
        return replace(scene, overrides=completed(stated, scene.overrides))

    def _look(self) -> None:
        """Look in the background at what is not known yet."""
        scenes = [scene for scene in self._unknown() if scene not in self._looked.scenes]
        masks = [mask for mask in self._masks if mask not in self._looked.masks]
        if not scenes and not masks:
            return
        table = self._table()
        task = EngineTask(
            self.tr("Looking at scenes"),
            lambda reporter: look(scenes, masks, table, reporter),
            hidden=True,
        )
        task.ended.connect(self._has_looked)
        self._looking = start(task)
        self._arrange()

    def _unknown(self) -> list[ListedScene]:
        """Return the scenes that are to be looked at: those on a network once they are wanted."""
        visible = self.panel.isVisible()
        return [
            scene
            for scene in self._listed
            if not scene.problem
            and scene not in self._looked.scenes
            and (visible or not (isinstance(scene.location, str) and is_address(scene.location)))
        ]

    def _has_looked(self, outcome) -> None:
        self._looking = None
        if isinstance(outcome, Succeeded):
            self._looked.scenes.update(outcome.result.scenes)
            self._looked.masks.update(outcome.result.masks)
        elif isinstance(outcome, Failed):
            for scene in self._unknown():
                self._looked.scenes[scene] = outcome.sentence
        if isinstance(outcome, Stopped):
            self._arrange()
            return
        self._arrange()
        self._look()

    def _arrange(self) -> None:
        """Work out the table: scenes by date, which overlap, and which masks they can have."""
        found: list[Candidate] = []
        others: list[tuple[str, str]] = []
        seen: set[Identity] = set()
        for scene in self._listed:
            known = scene.problem or self._looked.scenes.get(scene)
            if known is None:
                continue
            if isinstance(known, str):
                if scene.layer_id:
                    others.append((scene.name, known))
                else:
                    found.append(Candidate(scene.key, scene.name, problem=known))
                continue
            if identity(known) in seen:  # loaded twice, or another band of one product
                continue
            seen.add(identity(known))
            found.append(
                Candidate(
                    scene.key,
                    scene.name,
                    scene.layer_id,
                    known,
                    wanted=self._wanted.get(scene.key, True),
                    chosen_mask=self._chosen_masks.get(scene.key),
                )
            )
        found.sort(key=lambda scene: (scene.source is None, scene.day or "9999", scene.name))
        first = next((scene for scene in found if scene.wanted and scene.source), None)
        offers = extent_offers(first.source if first else None, self._iface)
        chosen = next((o.extent for o in offers if o.mode is self._inputs.extent), None)
        if first is not None and first.source is not None:
            area = chosen or bounds(first.source.grid)
            found = [self._placed(scene, first, area) for scene in found]
        looking = len(self._unknown()) if self._looking is not None else 0
        self._update(scenes=tuple(found), others=tuple(others), extents=offers, looking=looking)
        self.changed.emit()

    def _placed(self, scene: Candidate, first: Candidate, area: Extent) -> Candidate:
        """Return a scene with its masks, and whether it lies over the area."""
        spec, reference = scene.source, first.source
        if spec is None or reference is None:
            return scene
        if not self._overlaps(spec, reference, area):
            problem = self.tr("{name} does not overlap the extent in {first}.").format(
                name=scene.name, first=first.name
            )
            return replace(scene, problem=problem)
        crs = reference.grid.crs
        offers = []
        for listed in self._masks:
            seen = self._looked.masks.get(listed)
            if seen is None or "CLOUDMASK_COMPOSITE" in dict(seen.tags):
                continue
            if listed.path == spec.location:
                continue
            mine = belongs(seen.tags, spec) or (
                listed.group == spec.location and "CLOUDMASK_MODEL" in dict(seen.tags)
            )
            share, partial_only = clear_share(seen, crs, area), not covers(seen, crs, area)
            offers.append(MaskOffer(listed.path, listed.name, mine, partial_only, share))
        offers.sort(key=lambda offer: not offer.belongs)
        return replace(scene, masks=tuple(offers))

    def _overlaps(self, spec: SourceSpec, reference: SourceSpec, area: Extent) -> bool:
        """Tell whether a scene lies over an area given in the reference's coordinates."""
        if not same_crs(spec.grid.crs, reference.grid.crs):
            rectangle = QgsRectangle(*area)
            try:
                area = layers.extent_in(spec, rectangle, layers.crs_of(reference), self._project)
            except OptionError:
                return False
        west, south, east, north = bounds(spec.grid)
        return west < area[2] and area[0] < east and south < area[3] and area[1] < north

    def _tick(self, key: str, wanted: bool) -> None:
        self._wanted[key] = wanted
        self._update(outcome=None)
        self._arrange()

    def _date(self, key: str, day: str) -> None:
        stated = self._stated.get(key, NO_OVERRIDES)
        self._stated[key] = replace(stated, acquired=day or None)
        self._update(outcome=None)
        self._settle()

    def _pick(self, key: str) -> None:
        self._update(selected=key)

    def _choose_mask(self, key: str, path: str) -> None:
        self._chosen_masks[key] = path
        self._update(outcome=None)
        self._arrange()

    def _remove(self, key: str) -> None:
        self._added = [scene for scene in self._added if scene.key != key]
        self._settle()

    def _ask_for_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self.panel,
            self.tr("Add scenes, a file each"),
            settings.load().last_folder,
            self.tr(
                "Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.xml *.txt *.json *.zip);;All files (*)"
            ),
        )
        self.add(*paths) if paths else None

    def _ask_for_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self.panel,
            self.tr("Add a folder of a product or of bands"),
            settings.load().last_folder,
        )
        self.add(path) if path else None

    def _layers_removed(self, ids: list[str]) -> None:
        last = self._inputs.last
        if last is not None and last.layer_id in ids:
            self._update(last=replace(last, layer_id=""))

    def _project_cleared(self) -> None:
        self._project_number += 1
        self._added = []
        self._wanted, self._chosen_masks, self._stated = {}, {}, {}
        self._update(measured=(), selected="", outcome=None)
        self._timer.start()

    # Choices

    def _restore_choices(self) -> None:
        stored = settings.load()
        method = stored.composite_method
        usual = CompositeOptions()
        self.panel.set_options(
            replace(
                usual,
                method=method if method in METHODS else usual.method,
                fallback=stored.composite_fallback,
                buffer=stored.composite_buffer,
            )
        )
        self._inputs = replace(self._inputs, options=self.panel.options())

    def _change_options(self, options: CompositeOptions) -> None:
        before = self._inputs.options
        settings.update(
            composite_method=options.method,
            composite_fallback=options.fallback,
            composite_buffer=options.buffer,
        )
        self._update(options=options, outcome=None)
        if options.mask_classes != before.mask_classes:
            self._looked.masks.clear()
            self._settle()

    def _choose_extent(self, mode: ExtentMode) -> None:
        self._update(extent=mode, outcome=None, measured=())
        self._arrange()

    def _output_changed(self) -> None:
        self._update(outcome=None)

    def _table(self):
        key = self._inputs.options.mask_classes
        return find_table(key) if key else None

    # Run

    def _preview(self) -> None:
        self.run(preview=True)

    def _order(self, preview: bool) -> tuple[CompositeRequest, CompositeOrder]:
        used = self._inputs.used
        first = used[0]
        extents = {offer.mode: offer for offer in self._inputs.extents}
        extent = extents[self._inputs.extent].extent
        destination = self.panel.destination.value()
        metres = 0.0
        if preview:
            canvas = extents[ExtentMode.CANVAS]
            extent = extent if canvas.problem else canvas.extent
            metres, extent = preview_view(first.source, extent)
        temporary = preview or not destination.to_file
        path = destination.path
        if temporary:
            path = QgsProcessingUtils.generateTempFilename("composite.tif")
        request = self._with_files(tuple(map(self._scene, used)), path, extent)
        if preview:
            request = replace(request, resolution=metres, count="")
        order = CompositeOrder(
            tuple((scene.key, scene.name, scene.source) for scene in used),
            first.layer_id,
            self._project_number,
            temporary,
            metres,
            not all(scene.mask for scene in request.scenes)
            and metres > find(request.model).resolutions[1],
        )
        return request, order

    def _scene(self, scene: Candidate) -> CompositeScene:
        mask = scene.mask.path
        return CompositeScene(scene.source, mask, self._table_of(mask) if mask else None)

    def _table_of(self, mask: str):
        """Return what the values of a mask mean; those of this plugin tell it themselves."""
        for listed, seen in self._looked.masks.items():
            if listed.path == mask and seen is not None and "CLOUDMASK_MODEL" in dict(seen.tags):
                return None
        return self._table()

    def _with_files(
        self, scenes: tuple[CompositeScene, ...], output: str, extent: Extent | None
    ) -> CompositeRequest:
        options, stem = self._inputs.options, str(Path(output).with_suffix(""))
        stored = settings.load()
        return CompositeRequest(
            scenes=scenes,
            output=output,
            count=f"{stem}_clear.tif",
            source_index="" if options.method in QUANTILES else f"{stem}_source.tif",
            method=options.method,
            target_date=options.target,
            fallback=options.fallback,
            buffer=options.buffer,
            extent=extent,
            model=stored.model,
            threads=stored.threads,
        )

    def _progressed(self, progress: Progress) -> None:
        if self._inputs.job is not None:
            self._update(job=replace(self._inputs.job, progress=progress))

    def _ended(self, order: CompositeOrder, outcome) -> None:
        self._run = None
        if isinstance(outcome, Succeeded):
            self._succeeded(order, outcome.result)
        elif isinstance(outcome, Failed):
            self._update(job=None, outcome=CompositeOutcome(error=outcome.sentence))
            self._tell(self.tr("Composite failed"), outcome.sentence, Qgis.MessageLevel.Critical)
        elif isinstance(outcome, Stopped):
            self._update(job=None, outcome=CompositeOutcome())

    def _succeeded(self, order: CompositeOrder, result: CompositeResult) -> None:
        names = tuple(name for _, name, _ in order.scenes)
        last = LastComposite(result, names, "", order.temporary, order.preview, order.rough)
        shares = [share for _, share in result.shares] or [None] * len(names)
        measured = {
            key: Measured(clear, share, bool(order.preview))
            for (key, _, _), clear, share in zip(order.scenes, result.clear, shares)
        }
        for text in (summary(result), *result.warnings):
            log(text)
        self._update(job=None, last=last, measured=tuple(measured.items()))
        if order.project_number != self._project_number:
            self._tell(
                self.tr("Composite written"),
                self.tr("{path} was not added, because the project was closed.").format(
                    path=result.output
                ),
                Qgis.MessageLevel.Info,
                partial(self._add, order, last),
            )
            return
        self._add(order, last)

    def _add(self, order: CompositeOrder, last: LastComposite) -> None:
        """Add the composite to the project and tell how it came out."""
        title = composite_layers.group_title([spec.acquired.value for _, _, spec in order.scenes])
        if order.preview:
            title = self.tr("Preview: {title}").format(title=title)
        else:
            composite_layers.remove_marked(PREVIEW, self._project)
        like = self._project.mapLayer(order.like) if order.like else None
        try:
            layer = composite_layers.add_composite(
                last.result, title, like, self._project, PREVIEW if order.preview else ""
            )
        except CloudMaskError as error:
            self._update(last=last, outcome=CompositeOutcome(error=str(error)))
            self._tell(self.tr("Composite"), str(error), Qgis.MessageLevel.Critical)
            return
        last = replace(last, layer_id=layer.id())
        warned = any(spec.warnings for _, _, spec in order.scenes)
        self._update(last=last, outcome=CompositeOutcome(last, warned=warned))
        if not order.preview:
            level = Qgis.MessageLevel.Warning if warned else Qgis.MessageLevel.Success
            self._tell(self.tr("Composite"), summary(last.result), level)

    def _tell(
        self,
        title: str,
        text: str,
        level: Qgis.MessageLevel,
        add: Callable[[], None] | None = None,
    ) -> None:
        tell(self._iface, title, text, level, add)

    def _zoom(self) -> None:
        last = self._inputs.last
        layer = self._project.mapLayer(last.layer_id) if last else None
        if layer is not None:
            canvas = self._iface.mapCanvas()
            canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent()))
            canvas.refresh()


def identity(spec: SourceSpec) -> Identity:
    """Return what tells a scene from others, however it was opened: its files and its time."""
    return tuple(sorted({band.path for band in spec.bands})), spec.acquired.value or ""


def summary(result: CompositeResult) -> str:
    """Return how much comes from each scene and how much is empty, as one sentence."""
    parts = [f"{label} {share_words(share)}" for label, share in result.shares if share > 0]
    parts.append(
        translate("CompositePanel", "empty {share}").format(share=share_words(result.empty))
    )
    return ", ".join(parts)
