"""Judging a large project with several processes gives what one process gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from turnout import features
from turnout.features import Workspace, everywhere
from turnout.project import parallel

APP = Path(__file__).parent / "apps" / "mistakes"


def test_several_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(shutil.copytree(APP, tmp_path / "app"))
    workspace = Workspace.on_disk(root)
    for _ in features.scan(workspace):
        pass
    snapshot = workspace.snapshot
    alone = {path: features.check(snapshot, path) for path in snapshot.paths()}
    assert any(alone.values())

    here: list[str] = []
    monkeypatch.setattr(everywhere, "WORTH_HELP", 1)
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(everywhere, "diagnostics", lambda _, path: here.append(path) or ())
    together = {
        path: found for some in features.check_all(root, snapshot, snapshot.paths()) for path, found in some.items()
    }
    assert together == alone
    assert not here, "what the helpers judged was judged here once more"


def test_without_processes_everything_is_judged_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(shutil.copytree(APP, tmp_path / "app"))
    workspace = Workspace.on_disk(root)
    for _ in features.scan(workspace):
        pass
    snapshot = workspace.snapshot
    monkeypatch.setattr(everywhere, "WORTH_HELP", 1)
    monkeypatch.setattr(parallel.os, "cpu_count", lambda: 1)
    found = {path: each for some in features.check_all(root, snapshot, snapshot.paths()) for path, each in some.items()}
    assert found == {path: features.check(snapshot, path) for path in snapshot.paths()}
