"""The staff tab: run a set with progress, see what is wrong beside its sources, compare, download, and grow a set."""

import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import files as package_files
from pathlib import Path

import gradio as gr

from errors import AssistantError
from eval.background import BackgroundRun, BackgroundRuns
from eval.compare import compare_runs
from eval.export import TEMPLATE, results_csv
from eval.replaced import replaced_note
from eval.report import report_html
from eval.result import Run, load_run, run_file_name, save_run
from eval.sets import read_set
from eval.summary import summarize
from eval.table import write_set_csv
from web import staff_html
from web import staff_texts as texts
from web.context import Context
from web.parts import QUIET, html, title
from web.staff_drafts import build_drafts

TICK = 0.3
"""Seconds between two looks at a run."""


def build_staff_tab(context: Context, tab: gr.Tab) -> None:
    """Lays out the tab inside the current Blocks and wires its events."""
    view = StaffView(context)
    title(texts.TITLE, texts.LEAD)
    with gr.Row():
        chosen = gr.Dropdown([], label=texts.SET, elem_id="bl-eval-set")
        upload = gr.File(label=texts.UPLOAD, file_types=[".csv", ".jsonl"], height=110, elem_id="bl-eval-upload")
    judged = gr.Checkbox(
        False, label=texts.JUDGED, visible=context.settings.llm_url is not None, elem_id="bl-eval-judged"
    )
    with gr.Row():
        start = gr.Button(texts.RUN, variant="primary", elem_id="bl-eval-run")
        stop = gr.Button(texts.STOP, elem_id="bl-eval-stop")
        gr.DownloadButton(texts.TEMPLATE, view.template, elem_id="bl-eval-template")
    progress = html(elem_id="bl-eval-progress")
    title(texts.RESULT, "", 2)
    run = gr.Dropdown([], label=texts.RUNS, elem_id="bl-eval-runs")
    result = html(elem_id="bl-eval-result")
    with gr.Row():
        downloads = [
            gr.DownloadButton(label, interactive=False, elem_id=f"bl-eval-{kind}")
            for kind, label in (("report", texts.REPORT), ("csv", texts.CSV), ("json", texts.JSON))
        ]
    case = gr.Dropdown([], label=texts.OPEN_CASE, elem_id="bl-eval-case")
    shown = html(elem_id="bl-eval-shown")
    other = gr.Dropdown([], label=texts.COMPARE_WITH, elem_id="bl-eval-other")
    compared = html(elem_id="bl-eval-compared")

    opened = gr.State(None)
    after = [result, case, shown, other, compared, *downloads]
    upload.upload(view.upload, upload, [chosen, progress], **QUIET)
    start.click(view.start, [chosen, judged], [progress, run], concurrency_limit=4, **QUIET)
    stop.click(view.stop, None, None, **QUIET)
    run.change(view.show_run, [run, opened], [opened, *after], **QUIET)
    case.change(view.open_case, [run, case], shown, **QUIET)
    other.change(view.compare, [run, other], compared, **QUIET)
    tab.select(view.refresh, [chosen, run], [chosen, run], **QUIET)
    build_drafts(context, tab)


class StaffView:
    """The events of the tab. Sets and runs are named by their file's name, never by a path from the browser."""

    def __init__(self, context: Context) -> None:
        self._data = context.settings.data_dir
        self._runs = BackgroundRuns(context.assistant, context.library, context.settings)

    def refresh(self, chosen: str | None, run: str | None) -> tuple[object, object]:
        """Sets and runs as they are now; a choice that is still there stays."""
        names, runs = list(set_files(self._data)), self._run_names()
        return (
            gr.update(choices=names, value=chosen if chosen in names else next(iter(names), None)),
            gr.update(choices=staff_html.run_choices(runs), value=run if run in runs else next(iter(runs), None)),
        )

    def upload(self, path: str | None) -> tuple[object, str]:
        """Checks a set and keeps it among the others."""
        if not path:
            return gr.skip(), ""
        try:
            found = read_set(Path(path))
            target = self._data / "sets" / Path(path).name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        except (AssistantError, OSError) as error:
            return gr.skip(), staff_html.error(str(error).replace(str(path), Path(path).name))
        note = texts.ACCEPTED.format(name=target.name, count=len(found.cases))
        return gr.update(choices=list(set_files(self._data)), value=target.name), staff_html.note(note)

    def start(self, name: str | None, judged: bool = False) -> Iterator[tuple[object, object]]:
        """Runs a set in the background and tells how far it is until it is done or stopped."""
        path = set_files(self._data).get(name or "")
        if path is None:
            yield staff_html.error(texts.CHOOSE_SET), gr.skip()
            return
        try:
            work = self._runs.start(read_set(path), judged)
        except AssistantError as error:
            yield staff_html.error(str(error)), gr.skip()
            return
        while work.is_alive():
            yield staff_html.progress(work.done, len(work.eval_set.cases), work.right), gr.skip()
            work.join(TICK)
        yield self._finished(work)

    def stop(self) -> None:
        """Stops after the question that is being answered."""
        self._runs.stop()

    def show_run(self, name: str | None, opened: str | None) -> tuple[object, ...]:
        """Opens a run once: the choice also tells of itself when its list is renewed, which must not close a case."""
        return (gr.skip(),) * 9 if name and name == opened else (name, *self.open_run(name))

    def open_run(self, name: str | None) -> tuple[object, ...]:
        """Scores and wrong cases of a run, its cases, the runs to compare with, and its files."""
        run = self._load(name)
        if run is None:
            return staff_html.note(texts.NO_RUN), *([gr.skip()] * 4), *([gr.update(interactive=False)] * 3)
        folder = Path(tempfile.mkdtemp(prefix="bl-eval-"))
        stem = (name or "").removesuffix(".json")
        report, table = folder / f"{stem}.html", folder / f"{stem}.csv"
        report.write_text(report_html(run), encoding="utf-8")
        table.write_text(results_csv(run), encoding="utf-8-sig", newline="")
        raw = Path(shutil.copy(self._data / "runs" / (name or ""), folder))
        others = [other for other in self._run_names() if other != name]
        return (
            staff_html.result(run),
            gr.update(choices=staff_html.case_choices(run), value=None),
            "",
            gr.update(choices=staff_html.run_choices(others), value=None),
            "",
            *(gr.update(value=str(file), interactive=True) for file in (report, table, raw)),
        )

    def open_case(self, name: str | None, case_id: str | None) -> str:
        """One case beside what was expected, its sources a click away."""
        run = self._load(name)
        found = next((one for one in run.results if one.case.id == case_id), None) if run else None
        return staff_html.case(found) if found else ""

    def compare(self, name: str | None, other: str | None) -> str:
        """What became better and worse since the other run."""
        run, before = self._load(name), self._load(other)
        return staff_html.comparison(compare_runs(before, run)) if run and before else ""

    def template(self) -> str:
        """A set to fill in."""
        path = Path(tempfile.mkdtemp(prefix="bl-eval-")) / "skabelon.csv"
        write_set_csv(path, TEMPLATE)
        return str(path)

    def _finished(self, work: BackgroundRun) -> tuple[object, object]:
        total = len(work.eval_set.cases)
        if work.error or work.finished_run is None:
            return staff_html.error(texts.FAILED.format(error=work.error)), gr.skip()
        if not work.finished_run.finished:
            return staff_html.note(texts.STOPPED.format(done=work.done, total=total)), gr.skip()
        target = self._data / "runs" / run_file_name(work.finished_run)
        try:
            save_run(work.finished_run, summarize(work.finished_run.results), target)
        except AssistantError as error:
            return staff_html.error(str(error)), gr.skip()
        told = staff_html.progress(work.done, total, work.right)
        if replaced := replaced_note(work.finished_run, self._data / "runs"):
            told += staff_html.note(replaced)
        return told, gr.update(choices=staff_html.run_choices(self._run_names()), value=target.name)

    def _run_names(self) -> list[str]:
        """Newest first."""
        found = sorted((self._data / "runs").glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        return [path.name for path in found]

    def _load(self, name: str | None) -> Run | None:
        if not name or name not in self._run_names():
            return None
        try:
            return load_run(self._data / "runs" / name)
        except AssistantError:
            return None


def set_files(data_dir: Path) -> dict[str, Path]:
    """Sets by file name: those kept in the data folder before those that ship with the program."""
    shipped = Path(str(package_files("eval"))) / "sets"
    found = [*sorted((data_dir / "sets").glob("*")), *sorted(shipped.glob("*"))]
    return {path.name: path for path in reversed(found) if path.suffix.lower() in {".csv", ".jsonl"}}
