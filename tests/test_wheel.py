"""The wheel holds all it needs: installed elsewhere, run from another folder, it reads its own corpus and answers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEFT_OUT = shutil.ignore_patterns(".*", "build", "*.egg-info", "tests", "bench", "__pycache__", "screens")


@pytest.mark.slow
def test_an_installed_wheel_works_from_another_folder(tmp_path: Path) -> None:
    source, wheels, site, elsewhere = (tmp_path / name for name in ("source", "wheels", "site", "elsewhere"))
    shutil.copytree(ROOT, source, ignore=LEFT_OUT)
    elsewhere.mkdir()
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, source], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", site, *wheels.glob("*.whl")], check=True)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BL_")}
    environment |= {"PYTHONPATH": str(site), "BL_DATA_DIR": str(elsewhere / "data")}
    script = (
        "import cli, sys; assert cli.__file__.startswith(sys.argv[1]), cli.__file__; sys.exit(cli.main(sys.argv[2:]))"
    )
    question = "Hvor mange almene familieboliger er der i Kalundborg?"
    answered = subprocess.run(
        [sys.executable, "-c", script, str(site), "ask", question, "--json"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert answered.returncode == 0, answered.stderr
    body = json.loads(answered.stdout)
    assert body["status"] == "answered"
    assert "3.372" in body["answer"]
