"""A run in a thread of its own, so that a page can show how far it is and stop it. One at a time."""

from pathlib import Path
from threading import Event, Lock, Thread

from errors import AssistantError, TryAgain
from eval import texts
from eval.judge import Judge, open_judge
from eval.result import CaseResult, Run
from eval.run import Asks, run_set
from eval.sets import EvalSet
from eval.sources import Library
from settings import Settings


class BackgroundRuns:
    """At most one run: two at once would slow each other's times and every reader's answers."""

    def __init__(self, assistant: Asks, library: Library, settings: Settings) -> None:
        self._assistant, self._library, self._settings = assistant, library, settings
        self._lock = Lock()
        self._current: BackgroundRun | None = None

    def start(self, eval_set: EvalSet, judged: bool = False) -> "BackgroundRun":
        """Raises TryAgain while another run is going on, UsageError for a judge without an endpoint."""
        judge = open_judge(self._settings) if judged else None
        with self._lock:
            if self._current and self._current.is_alive():
                raise TryAgain(texts.RUN_GOING_ON.format(name=self._current.eval_set.name))
            self._current = BackgroundRun(self._assistant, self._library, self._settings, eval_set, judge)
            self._current.start()
            return self._current

    def stop(self) -> None:
        """Ask the run that is going on, if any, to stop after the question it is at."""
        if self._current:
            self._current.stopping.set()


class BackgroundRun(Thread):
    """Read `done`, `right` and, once it is no longer alive, `finished_run` or `error`."""

    def __init__(
        self, assistant: Asks, library: Library, settings: Settings, eval_set: EvalSet, judge: Judge | None = None
    ) -> None:
        super().__init__(daemon=True, name=f"eval {eval_set.name}")
        self._assistant, self._library, self._settings = assistant, library, settings
        self.eval_set, self.stopping, self._judge = eval_set, Event(), judge
        self.done = self.right = 0
        self.finished_run: Run | None = None
        self.error: BaseException | None = None

    @property
    def journal(self) -> Path:
        """Where a stopped run goes on from."""
        return self._settings.data_dir / "runs" / f"{self.eval_set.name}.journal.jsonl"

    def run(self) -> None:
        """The thread's work; an error is kept for the one who asks."""
        try:
            self.finished_run = run_set(
                self._assistant,
                self._library,
                self.eval_set,
                self._settings,
                on_progress=self._count,
                stop=self.stopping.is_set,
                journal=self.journal,
                judge=self._judge,
            )
        except AssistantError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - the thread's outermost edge: the page tells
            self.error = error

    def _count(self, done: int, total: int, result: CaseResult) -> None:
        self.done, self.right = done, self.right + result.right
