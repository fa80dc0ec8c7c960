"""Each conversion over `tests/conversions/<id>/<case>`: a `before` and its `after`, or the reason in `refused.txt`.

`/*|*/` in a before tree marks the entry to convert. Trees may leave out `package.json`,
`tsconfig.json` and the layout.
`UPDATE_CONVERSIONS=1` writes what comes out: to be read line by line before it is committed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from turnout.conversions import CONVERSIONS
from turnout.conversions.conversion import Conversion, Refusal, convert
from turnout.model.lower import lower
from turnout.project.entries import Entry
from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.syntax.grammar import is_code
from turnout.syntax.tree import parse
from turnout.text.edits import SourceChange, apply_edits
from turnout.text.source import SourceFile

TREES = Path(__file__).parent / "conversions"
CARET = b"/*|*/"
LEFT_OUT = {
    "package.json": {"private": True, "dependencies": {"next": "^16.4.0", "react": "^19.3.0"}},
    "tsconfig.json": {"compilerOptions": {"strict": True, "paths": {"@/*": ["./*"]}}},
}
BY_ID = {conversion.id: conversion for conversion in CONVERSIONS}


@dataclass(frozen=True)
class Case:
    folder: Path
    conversion: Conversion
    files: Mapping[str, bytes]
    caret: tuple[str, int]


def _cases() -> list[Path]:
    return sorted(before.parent for before in TREES.glob("*/*/before"))


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _case(folder: Path) -> Case:
    files = _read(folder / "before")
    marked = [(path, data.index(CARET)) for path, data in files.items() if CARET in data]
    assert len(marked) == 1, "one /*|*/ in the before tree"
    path, _ = marked[0]
    files[path] = files[path].replace(CARET, b"", 1)
    return Case(folder, BY_ID[folder.parent.name], files, marked[0])


def _snapshot(files: Mapping[str, bytes]) -> Snapshot:
    whole = {name: json.dumps(value).encode() for name, value in LEFT_OUT.items()}
    if "jsconfig.json" in files:
        del whole["tsconfig.json"]
    workspace = Workspace(Memory({**whole, **files}))
    for _ in workspace.scan():
        pass
    return workspace.snapshot


def _entry(project: Snapshot, caret: tuple[str, int]) -> Entry:
    path, offset = caret
    entries = sorted(project.entries(path), key=lambda entry: entry.span)
    assert entries, f"nothing to convert in {path}"
    before = [entry for entry in entries if entry.span.start <= offset]
    touching = [entry for entry in entries if entry.span.touches(offset)]
    return (touching or before[-1:] or entries)[0]


def _applied(files: Mapping[str, bytes], change: SourceChange) -> dict[str, bytes]:
    after = dict(files)
    for path, edits in change.edits.items():
        after[path] = apply_edits(files[path], edits)
    for path, text in change.created.items():
        assert path not in after, f"{path} is there already"
        after[path] = text.encode()
    for path in change.deleted:
        del after[path]
    return after


def _refusal(project: Snapshot, refusal: Refusal) -> str:
    where = ""
    if refusal.path is not None:
        source = project.source(refusal.path)
        where = refusal.path
        if source is not None and refusal.span is not None:
            where += f":{source.lines.position(refusal.span.start).line + 1}"
    return f"{where}\n{refusal.reason}\n"


def _errors(path: str, data: bytes) -> int:
    return len(lower(parse(SourceFile.of(path, data))).errors)


def _show(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items()}


@pytest.mark.parametrize("folder", _cases(), ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_conversion(folder: Path) -> None:
    case = _case(folder)
    project = _snapshot(case.files)
    entry = _entry(project, case.caret)
    assert case.conversion.look(project, entry)

    outcome = convert(case.conversion, project, entry)
    refused, after = folder / "refused.txt", folder / "after"
    if isinstance(outcome, Refusal):
        if "UPDATE_CONVERSIONS" in os.environ:
            shutil.rmtree(after, ignore_errors=True)
            refused.write_text(_refusal(project, outcome))
        assert refused.is_file(), f"refused: {_refusal(project, outcome)}"
        assert _refusal(project, outcome) == refused.read_text()
        return

    assert len(set(outcome.paths)) == len(outcome.paths)
    made = _applied(case.files, outcome)
    for path in (*outcome.edits, *outcome.created):
        if is_code(path):
            known = _errors(path, case.files[path]) if path in case.files else 0
            assert _errors(path, made[path]) <= known, f"{path} can't be parsed:\n{made[path].decode()}"
    if "UPDATE_CONVERSIONS" in os.environ:
        refused.unlink(missing_ok=True)
        shutil.rmtree(after, ignore_errors=True)
        for path, data in made.items():
            (after / path).parent.mkdir(parents=True, exist_ok=True)
            (after / path).write_bytes(data)
    assert not refused.is_file(), "converted, though refused.txt says that it can't be"
    assert _show(made) == _show(_read(after))
    assert convert(case.conversion, project, entry) == outcome, "the same question, another answer"
    if (told := folder / "notes.txt").is_file() and case.conversion.id == "endpoint-to-action":
        if "UPDATE_CONVERSIONS" in os.environ:
            told.write_text("".join(f"{note}\n" for note in outcome.notes))
        assert list(outcome.notes) == told.read_text().splitlines()

    if case.conversion.keeps_entry:
        return
    again = _snapshot(made)
    for other in again.entries(entry.path):
        is_less = set(other.methods) < set(entry.methods)  # an API route that keeps its other methods
        is_same = (other.kind, other.symbol, other.url) == (entry.kind, entry.symbol, entry.url)
        assert is_less or not is_same, "it is still there"
