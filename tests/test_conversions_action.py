"""What ``test_conversions`` does not look at: the notes of a conversion, and line ends of Windows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from turnout.conversions.action_to_endpoint import ACTION_TO_ENDPOINT
from turnout.conversions.action_to_function import ACTION_TO_FUNCTION
from turnout.conversions.conversion import Refusal, convert
from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.text.edits import SourceChange, apply_edits

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


def outcome(case: Path, files: dict[str, bytes]) -> SourceChange | Refusal:
    path, offset = next((path, data.index(CARET)) for path, data in files.items() if CARET in data)
    files[path] = files[path].replace(CARET, b"")
    snapshot = snapshot_of(files)
    entry = next(each for each in snapshot.entries(path) if each.span.touches(offset))
    return convert(CONVERSIONS[case.parent.name], snapshot, entry)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_notes(case: Path) -> None:
    """``notes.txt`` beside the trees says what a person is told."""
    change = outcome(case, tree(case / "before"))
    notes = () if isinstance(change, Refusal) else change.notes
    written = case / "notes.txt"
    if "UPDATE_CONVERSIONS" in os.environ and notes:
        written.write_text("".join(f"{note}\n" for note in notes))
    assert list(notes) == (written.read_text().splitlines() if written.is_file() else [])


@pytest.mark.parametrize("name", ["tutorial-greet", "helpers-and-comments", "types-stay", "form-data"])
def test_line_ends_of_windows(name: str) -> None:
    """The same with CRLF gives the same with CRLF."""
    case = CASES / "action-to-endpoint" / name
    files = {path: data.replace(b"\n", b"\r\n") for path, data in tree(case / "before").items()}
    change = outcome(case, files)
    assert not isinstance(change, Refusal)
    expected = {path: data.replace(b"\n", b"\r\n") for path, data in tree(case / "after").items()}
    assert applied(files, change) == expected
