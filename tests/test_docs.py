"""The README names every folder, command and setting that there is."""

from pathlib import Path

import pytest

from cli import COMMANDS
from settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = [*sorted(path.parent.name for path in ROOT.glob("*/__init__.py")), "tests", "docs"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`bl-assistent {command}" in README


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    assert f"BL_{name.upper()}`" in README


@pytest.mark.parametrize("room", ROOMS)
def test_every_folder_is_documented(room: str) -> None:
    assert f"`{room}/`" in README
