"""Where to look first: tiles are ranked, gone through by keys, and remembered in the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from cloudmask_plugin import review_record
from cloudmask_plugin.review_record import OK, SKIPPED, WRONG, Review
from tests.qgis.check_tab import Tab, wait


def rank(tab: Tab) -> None:
    tab.show()
    tab.settle()
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    tab.click("section_review")
    tab.click("rank_tiles")
    wait(lambda: tab.check.review.list.count() > 0, "the ranking")


def frames(tab: Tab) -> list[QgsRubberBand]:
    return [item for item in tab.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_tiles_are_ranked_shown_and_judged_by_keys(
    tab: Tab, project: QgsProject, mask_layer, tmp_path: Path
) -> None:
    rank(tab)
    review = tab.check.review
    scores = [tile.place.score for tile in review.review.tiles]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]
    assert review.list.currentRow() == 0
    assert "in doubt" in tab.widget("review_reasons").text()
    for number, key in enumerate((Qt.Key.Key_O, Qt.Key.Key_W, Qt.Key.Key_S)):
        shown = QgsRectangle(*review.review.tiles[number].place.extent)
        assert tab.canvas.extent().contains(shown)
        assert tab.canvas.extent().width() < 3 * shown.width()
        assert len(frames(tab)) == 2
        QTest.keyClick(tab.canvas, key)
        assert review.list.currentRow() == number + 1
    assert [tile.verdict for tile in review.review.tiles[:4]] == [OK, WRONG, SKIPPED, ""]
    assert "3 of " in tab.widget("review_progress").text()
    assert "1 ok, 1 wrong, 1 skipped" in tab.widget("review_progress").text()
    QTest.keyClick(tab.canvas, Qt.Key.Key_N)
    QTest.keyClicks(tab.widget("review_note"), "a lake")
    QTest.keyClick(tab.widget("review_note"), Qt.Key.Key_Return)
    assert review.review.tiles[3].note == "a lake"
    assert "a lake" in review.list.item(3).text()
    # Saved with the project, and there again when that is opened.
    path = str(tmp_path / "checked.qgz")
    assert project.write(path)
    before = review.review
    project.clear()
    wait(lambda: review.list.count() == 0, "an empty list")
    project.read(path)
    tab.check.reload()
    assert review.review == before
    assert review.list.count() == len(before.tiles)


def test_ranking_again_keeps_what_was_said(tab: Tab, mask_layer) -> None:
    rank(tab)
    review = tab.check.review
    review.judge(WRONG)
    tab.click("rank_tiles")
    wait(lambda: review._task is None, "the ranking")
    assert review.review.tiles[0].verdict == WRONG
    assert review.list.currentRow() == 1


def test_frames_leave_the_map_with_the_tab(tab: Tab, mask_layer) -> None:
    rank(tab)
    assert frames(tab)
    tab.panel.hide()
    assert not frames(tab)


def test_what_was_not_looked_for_is_told(tab: Tab, mask_layer) -> None:
    rank(tab)
    missing = tab.check.review._missing
    assert "different" in missing
    tab.check.review.list.setCurrentRow(-1)
    tab.check.review._show_progress()
    assert "needs a second mask" in tab.widget("review_reasons").text()


def test_a_record_that_cannot_be_read_is_an_empty_one(project, mask_layer) -> None:
    for text in ("no json", "[1]", '[{"place": {}}]', "{}"):
        mask_layer.setCustomProperty(review_record.PROPERTY, text)
        assert review_record.load(mask_layer) == Review()
