"""What a run should tell of documents that were replaced since the set was last run: which cases lean on them."""

import json
from collections.abc import Iterable
from pathlib import Path

from eval import texts
from eval.compare import leaning_on
from eval.result import Run


def replaced_note(run: Run, *folders: Path) -> str | None:
    """One Danish line naming the documents and the cases to look through; None where nothing was replaced."""
    before = _documents_before(run, folders)
    now = run.header.documents
    changed = sorted(id for id in before if now.get(id) != before[id])
    leaning = leaning_on((result.case for result in run.results), changed)
    if not leaning:
        return None
    return texts.REPLACED.format(documents=", ".join(changed), ids=", ".join(case.id for case in leaning))


def _documents_before(run: Run, folders: Iterable[Path]) -> dict[str, str]:
    """Ids and hashes at the newest earlier run of the same set in the folders; empty where there is none."""
    found: list[tuple[str, dict[str, str]]] = []
    for path in (path for folder in folders for path in folder.glob(f"{run.header.set_name}*.json")):
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            if raw["set_name"] == run.header.set_name and raw["started"] < run.header.started:
                found.append((raw["started"], dict(raw["documents"])))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # no run of ours: whoever opens it is told
    return max(found, key=lambda one: one[0])[1] if found else {}
