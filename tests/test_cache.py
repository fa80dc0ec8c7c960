"""What is kept of a project between two sessions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from turnout.model.lower import read
from turnout.model.surface import Surface, surface_of
from turnout.project import workspace as workspaces
from turnout.project.cache import Cache
from turnout.project.workspace import Workspace
from turnout.text.source import SourceFile

PACKAGE = '{"dependencies": {"next": "16.4.0"}}'


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv("TURNOUT_CACHE_DIR", str(folder))
    return folder


def surface(path: str, code: str) -> Surface:
    return surface_of(read(SourceFile.of(path, code)))


def test_unchanged_files_come_back_and_changed_ones_do_not(tmp_path: Path, kept: Path) -> None:
    for name in ("a.js", "b.js", "c.js"):
        (tmp_path / name).write_text("fetch('/api/x')")
    surfaces = {name: surface(name, "fetch('/api/x')") for name in ("a.js", "b.js", "c.js")}
    Cache(tmp_path).save(surfaces)
    (tmp_path / "b.js").write_text("fetch('/api/other')")
    (tmp_path / "c.js").unlink()
    assert Cache(tmp_path).load(["a.js", "b.js", "c.js", "d.js"]) == {"a.js": surfaces["a.js"]}


@pytest.mark.parametrize("broken", [b"", b"\x80", b"not a pickle", b"\x80\x05]q\x00."])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, kept: Path, broken: bytes) -> None:
    (tmp_path / "a.js").write_text("1")
    Cache(tmp_path).save({"a.js": surface("a.js", "1")})
    (file,) = kept.iterdir()
    file.write_bytes(broken)
    assert Cache(tmp_path).load(["a.js"]) == {}


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TURNOUT_CACHE_DIR", str(tmp_path / "file" / "below"))
    Cache(tmp_path).save({})
    assert Cache(tmp_path).load(["a.js"]) == {}


def test_a_second_scan_reads_only_what_changed(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspaces, "WORTH_HELP", 2)
    root = tmp_path / "shop"
    (root / "app/api/orders").mkdir(parents=True)
    (root / "package.json").write_text(PACKAGE)
    (root / "app/api/orders/route.js").write_text("export async function POST() { return Response.json(1) }")
    page = root / "app/page.js"
    page.write_text("'use client'\nexport const buy = () => fetch('/api/orders', { method: 'POST' })\n")

    def callers() -> list[str]:
        workspace = Workspace.on_disk(str(root))
        for _ in workspace.scan():
            pass
        (entry,) = workspace.snapshot.all_entries()
        return [caller.path for caller in workspace.snapshot.callers(entry)]

    assert callers() == ["app/page.js"]
    read_again: list[str] = []
    monkeypatch.setattr(workspaces, "read", lambda source: read_again.append(source.path) or read(source))
    assert callers() == ["app/page.js"]
    assert read_again == []
    page.write_text("export default () => null")
    os.utime(page, ns=(1, 1))
    assert callers() == []
    assert read_again == ["app/page.js"]
