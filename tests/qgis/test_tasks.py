import threading
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsTaskManager
from qgis.PyQt.QtCore import QCoreApplication, QTimer

from cloudmask_plugin import tasks
from cloudmask_plugin.engine.errors import Cancelled, SceneError
from cloudmask_plugin.engine.reporter import Progress
from cloudmask_plugin.tasks import EngineTask, Failed, Stopped, Succeeded, start, stop_all


def wait_until_cancelled(reporter):
    while not reporter.is_cancelled():
        time.sleep(0.01)
    raise Cancelled


def test_the_result_of_a_job_arrives_in_the_main_thread(run_task):
    threads = []

    def job(reporter):
        threads.append(threading.get_ident())
        return 42

    task = EngineTask("answer", job)
    task.ended.connect(lambda outcome: threads.append(threading.get_ident()))

    assert run_task(task) == Succeeded(42)
    assert threads[0] != threads[1] == threading.get_ident()


def test_progress_and_messages_arrive_in_the_main_thread_in_their_order(run_task):
    arrived = []

    def job(reporter):
        reporter.progress(Progress(0.0, "Reading"))
        reporter.message("scale 0.0001")
        reporter.progress(Progress(0.5, "Masking", 7.0))

    task = EngineTask("work", job)
    for signal in (task.progressed, task.messaged):
        signal.connect(lambda value: arrived.append((value, threading.get_ident())))
    run_task(task)

    assert [value for value, _ in arrived] == [
        Progress(0.0, "Reading"),
        "scale 0.0001",
        Progress(0.5, "Masking", 7.0),
    ]
    assert {thread for _, thread in arrived} == {threading.get_ident()}


def test_a_flood_of_progress_does_not_flood_the_main_thread(run_task):
    arrived = []

    def job(reporter):
        for step in range(20_000):
            reporter.progress(Progress(step / 20_000, "Masking"))

    task = EngineTask("work", job)
    task.progressed.connect(arrived.append)
    began = time.monotonic()
    run_task(task)

    assert 1 <= len(arrived) <= 2 + (time.monotonic() - began) / tasks.SECONDS_BETWEEN_SIGNALS


def test_a_bad_input_is_told_in_its_sentence_without_a_traceback(run_task):
    def job(reporter):
        raise SceneError("The file x.tif is empty: choose another.")

    assert run_task(EngineTask("fails", job)) == Failed("The file x.tif is empty: choose another.")


def test_a_bug_is_told_in_a_sentence_and_its_traceback_goes_into_the_log(run_task, qgis_app):
    def faulty_step(reporter):
        return [][0]

    lines = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, level: lines.append((tag, text))
    )
    outcome = run_task(EngineTask("bug", faulty_step))
    QCoreApplication.processEvents()

    assert isinstance(outcome, Failed)
    assert "IndexError" in outcome.sentence
    assert "Traceback" not in outcome.sentence
    assert "faulty_step" in outcome.traceback
    assert any(tag == "Cloud Mask" and "faulty_step" in text for tag, text in lines)


def test_a_cancelled_job_ends_as_stopped_within_half_a_second(run_task):
    task = EngineTask("long", wait_until_cancelled)
    cancelled = []

    def cancel():
        cancelled.append(time.monotonic())
        task.cancel()

    QTimer.singleShot(100, cancel)

    assert run_task(task) == Stopped()
    assert time.monotonic() - cancelled[0] < 0.5


def test_a_job_cancelled_before_it_began_ends_as_stopped_and_never_runs(run_task):
    ran = []
    task = EngineTask("never", lambda reporter: ran.append(1))
    task.hold()
    QTimer.singleShot(50, task.cancel)

    assert run_task(task) == Stopped()
    assert ran == []


def test_a_task_outlives_the_function_that_started_it(qgis_app):
    ended = []

    def begin():
        task = EngineTask("orphan", lambda reporter: time.sleep(0.1) or "done")
        task.ended.connect(ended.append)
        start(task)

    begin()
    deadline = time.monotonic() + 10
    while not ended and time.monotonic() < deadline:
        QCoreApplication.processEvents()

    assert ended == [Succeeded("done")]
    assert not tasks._running


@pytest.fixture
def ended_task(qgis_app):
    """A task that has ended, which QGIS's task manager has not noticed yet."""
    manager = QgsApplication.taskManager()
    wait_for(lambda: not any(map(tasks._has_ended, manager.tasks())))
    task = start(EngineTask("before", lambda reporter: "before"))
    assert task in manager.tasks()
    while task.outcome is None:
        time.sleep(0.001)  # and no event is processed
    return task


class TestATaskThatFollowsAnEndedOne:
    """QGIS may lose such a task for ever: https://github.com/qgis/QGIS/issues/53806."""

    def test_is_queued_once_the_ended_one_has_left_the_manager(self, ended_task):
        manager, outcomes = QgsApplication.taskManager(), []
        task = EngineTask("after", lambda reporter: "after")
        task.ended.connect(outcomes.append)
        start(task)

        assert ended_task in manager.tasks()
        assert task not in manager.tasks()
        wait_for(lambda: outcomes)
        assert outcomes == [Succeeded("after")]

    def test_is_queued_later_where_it_is_started_by_the_end_of_the_other(self, run_task):
        queued, outcomes = [], []
        after = EngineTask("after", lambda reporter: "after")
        after.ended.connect(outcomes.append)

        def go_on(_outcome):
            start(after)
            queued.append(after in QgsApplication.taskManager().tasks())

        before = EngineTask("before", lambda reporter: "before")
        before.ended.connect(go_on)
        run_task(before)
        wait_for(lambda: outcomes)

        assert queued == [False]
        assert outcomes == [Succeeded("after")]

    def test_can_be_cancelled_before_it_is_queued(self, ended_task):
        ran, outcomes = [], []
        task = EngineTask("after", ran.append)
        task.ended.connect(outcomes.append)
        start(task)
        task.cancel()
        wait_for(lambda: outcomes)

        assert outcomes == [Stopped()]
        assert ran == []
        assert task not in tasks._running

    def test_never_runs_where_the_plugin_is_unloaded_before(self, ended_task):
        ran = []
        start(EngineTask("after", ran.append))
        stop_all()
        deadline = time.monotonic() + 10 * tasks.TURN / 1000
        while time.monotonic() < deadline:
            QCoreApplication.processEvents()

        assert ran == []

    def test_does_not_wait_for_ever_for_one_that_stays(self, run_task, monkeypatch):
        monkeypatch.setattr(tasks, "_has_ended", lambda task: True)
        other = start(EngineTask("other", wait_until_cancelled))
        outcome = run_task(EngineTask("after", lambda reporter: "after"))
        other.cancel()

        assert outcome == Succeeded("after")


def wait_for(condition):
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()


def test_unloading_stops_jobs_and_none_of_them_calls_back(qgis_app):
    ended = []
    task = EngineTask("long", wait_until_cancelled)
    task.ended.connect(ended.append)
    start(task)
    while task.status() != EngineTask.TaskStatus.Running:
        QCoreApplication.processEvents()
    stop_all()
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.01)

    assert ended == []
    assert task.outcome == Stopped()
    assert QgsApplication.taskManager().countActiveTasks() == 0


@pytest.mark.skipif(
    not (hasattr(QgsTaskManager, "threadPool") and Path("/proc/self/task").is_dir()),
    reason="needs QGIS 3.38 or newer, whose pool can be asked to end, and Linux to see threads",
)
@pytest.mark.parametrize("cancelled", [False, True])
def test_threads_that_ran_tasks_have_ended_when_the_plugin_goes(run_task, cancelled):
    # Else QGIS 3.40 may die in leaving: such a thread outlives the database of its passwords.
    threads = []

    def job(reporter):
        threads.append(Path(f"/proc/self/task/{threading.get_native_id()}"))
        if cancelled:
            wait_until_cancelled(reporter)

    task = EngineTask("work", job)
    if cancelled:
        start(task)
        while not threads:
            time.sleep(0.01)
    else:
        run_task(task)
    assert threads[0].exists()
    stop_all()
    deadline = time.monotonic() + 5  # the system lists a thread a little longer than it is there
    while threads[0].exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not threads[0].exists()
