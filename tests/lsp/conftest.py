"""Projects to open in the editor of the tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

APPS = Path(__file__).parent.parent / "apps"


@pytest.fixture
def mistakes(tmp_path: Path) -> Path:
    """A copy of the app that has one mistake of each kind."""
    return shutil.copytree(APPS / "mistakes", tmp_path / "mistakes")


@pytest.fixture
def tutorial(tmp_path: Path) -> Path:
    return shutil.copytree(APPS / "tutorial", tmp_path / "tutorial")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An app with one file and one mistake in it."""
    return write(tmp_path / "small", {"app/actions.ts": SYNC})


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """An app that takes a while to read."""
    files = {f"app/part{number}/page.tsx": page(number) for number in range(600)}
    return write(tmp_path / "large", {**files, "app/actions.ts": SYNC})


SYNC = "'use server';\n\nexport function rename(name: string) {\n  return name;\n}\n"
"""One finding: sync-server-action at ``rename``."""


def page(number: int) -> str:
    lines = "\n".join(
        f"  const value{line} = {{ a: {line}, b: [1, 2, 3].map((x) => x * {number}) }};" for line in range(25)
    )
    return f"export default function Page() {{\n{lines}\n  return <main>{{value0.a}}</main>;\n}}\n"


def write(root: Path, files: dict[str, str]) -> Path:
    """An app with these files, and with what makes it one."""
    manifest = json.dumps({"name": root.name, "private": True, "dependencies": {"next": "15.1.0"}})
    for name, text in {"package.json": manifest, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root
