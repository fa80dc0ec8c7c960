"""Runs the conversions of Server Actions over the trees of ``tests/conversions/action-to-*``.

A case has ``before/`` with the caret ``/*|*/`` on the action, and ``after/`` and ``notes.txt``, or ``refused.txt``: the
reason, and the place where it stands. ``TURNOUT_UPDATE=1`` writes what the conversions make today, to be read.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from turnout.conversions.action_to_endpoint import ACTION_TO_ENDPOINT
from turnout.conversions.action_to_function import ACTION_TO_FUNCTION
from turnout.conversions.conversion import Refusal, convert
from turnout.model.lower import read
from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.syntax.grammar import is_code
from turnout.text.edits import SourceChange, apply_edits
from turnout.text.source import SourceFile

CASES = Path(__file__).parent / "conversions"
CONVERSIONS = {each.id: each for each in (ACTION_TO_ENDPOINT, ACTION_TO_FUNCTION)}
CARET = b"/*|*/"


def cases() -> list[Path]:
    return sorted(path for name in CONVERSIONS for path in (CASES / name).iterdir())


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def snapshot_of(files: dict[str, bytes]) -> Snapshot:
    workspace = Workspace(Memory(files))
    for _ in workspace.scan():
        pass
    return workspace.snapshot


def applied(files: dict[str, bytes], change: SourceChange) -> dict[str, bytes]:
    after = {path: data for path, data in files.items() if path not in change.deleted}
    for path, edits in change.edits.items():
        after[path] = apply_edits(files[path], edits)
    for path, text in change.created.items():
        assert path not in files
        after[path] = text.encode()
    return after


def outcome(case: Path, files: dict[str, bytes]) -> tuple[SourceChange | Refusal, str]:
    """What the conversion says, and for a refusal how it is written down."""
    path, offset = next((path, data.index(CARET)) for path, data in files.items() if CARET in data)
    files[path] = files[path].replace(CARET, b"")
    snapshot = snapshot_of(files)
    entry = next(each for each in snapshot.entries(path) if each.span.touches(offset))
    conversion = CONVERSIONS[case.parent.name]
    assert conversion.look(snapshot, entry)
    change = convert(conversion, snapshot, entry)
    if not isinstance(change, Refusal):
        return change, ""
    written = f"{change.reason}\n"
    if change.path is not None:
        source = snapshot.source(change.path)
        assert source is not None
        assert change.span is not None
        line, column = source.lines.position(change.span.start)
        written += (
            f"{change.path}:{line + 1}:{column + 1}: {source.text(change.span).partition(chr(10))[0]}".rstrip() + "\n"
        )
    return change, written


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_conversion(case: Path) -> None:
    files = tree(case / "before")
    change, refused = outcome(case, files)
    if isinstance(change, Refusal):
        found = {"refused.txt": refused.encode()}
    else:
        after = applied(files, change)
        for path, data in after.items():
            if is_code(path):
                assert not read(SourceFile.of(path, data)).errors, path
        found = {f"after/{path}": data for path, data in after.items()}
        found["notes.txt"] = "".join(f"{note}\n" for note in change.notes).encode()
    if os.environ.get("TURNOUT_UPDATE"):
        shutil.rmtree(case / "after", ignore_errors=True)
        for name in ("notes.txt", "refused.txt"):
            (case / name).unlink(missing_ok=True)
        for path, data in found.items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_bytes(data)
    expected = {path: data for path, data in tree(case).items() if not path.startswith("before/")}
    assert found == expected


@pytest.mark.parametrize("name", ["tutorial-greet", "helpers-and-comments", "types-stay", "form-data"])
def test_line_ends_of_windows(name: str) -> None:
    """The same with CRLF gives the same with CRLF."""
    case = CASES / "action-to-endpoint" / name
    files = {path: data.replace(b"\n", b"\r\n") for path, data in tree(case / "before").items()}
    change, _ = outcome(case, files)
    assert not isinstance(change, Refusal)
    expected = {path: data.replace(b"\n", b"\r\n") for path, data in tree(case / "after").items()}
    assert applied(files, change) == expected
