"""A change put on the disk: all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress

from turnout.text.edits import SourceChange, apply_edits
from turnout.text.source import SourceFile


class NotWritten(Exception):
    """Nothing was changed, and why."""


def write(root: str, sources: Mapping[str, SourceFile], change: SourceChange) -> None:
    """Write a change if its files are still the ``sources`` that it was made from; else raises NotWritten.

    New texts are written beside their files first, so that a full disk is met before anything is replaced.
    """
    before = {_full(root, path): _unchanged(root, sources, path) for path in (*change.edits, *change.deleted)}
    after: dict[str, bytes] = {}
    for path, edits in change.edits.items():
        after[_full(root, path)] = apply_edits(before[_full(root, path)], edits)
    for path, text in change.created.items():
        full = _full(root, path)
        if os.path.lexists(full):
            raise NotWritten(f"{path}: is there already.")
        after[full] = text.encode("utf-8", "replace")
    with ExitStack() as undo:
        try:
            ready = {full: _beside(full, data, undo) for full, data in after.items()}
            for full, temporary in ready.items():
                undo.callback(_restore, full, before.get(full))
                os.replace(temporary, full)
            for path in change.deleted:
                full = _full(root, path)
                undo.callback(_restore, full, before[full])
                os.unlink(full)
        except OSError as error:
            raise NotWritten(
                f"{error.filename or root}: {(error.strerror or 'can not be written').lower()}. Nothing was changed."
            ) from error
        undo.pop_all()
    for path in change.deleted:
        _remove_empty(os.path.dirname(_full(root, path)), os.path.realpath(root))


def _full(root: str, path: str) -> str:
    # What a symbolic link points to is written, and the link stays.
    return os.path.realpath(os.path.join(root, path))


def _unchanged(root: str, sources: Mapping[str, SourceFile], path: str) -> bytes:
    source = sources.get(path)
    try:
        with open(_full(root, path), "rb") as file:
            data = file.read()
    except OSError as error:
        raise NotWritten(f"{path}: {(error.strerror or 'can not be read').lower()}. Nothing was changed.") from error
    if source is None or source.data != data:
        with suppress(UnicodeDecodeError):
            data.decode("utf-8")
            raise NotWritten(f"{path}: was changed meanwhile. Nothing was written.")
        raise NotWritten(f"{path}: is not valid UTF-8. Nothing was changed.")
    return data


def _beside(full: str, data: bytes, undo: ExitStack) -> str:
    """A file with ``data`` in the folder of ``full``, with the rights that it shall have."""
    _make_folders(os.path.dirname(full), undo)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(full), prefix=".turnout-")
    undo.callback(_remove, temporary)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    if os.path.exists(full):
        shutil.copymode(full, temporary)
    else:
        os.chmod(temporary, 0o666 & ~_umask())
    return temporary


def _make_folders(folder: str, undo: ExitStack) -> None:
    if not os.path.isdir(folder):
        _make_folders(os.path.dirname(folder), undo)
        os.mkdir(folder)
        undo.callback(_remove_folder, folder)


def _remove_empty(folder: str, root: str) -> None:
    """A folder that a file left empty goes with it, and so does the one above."""
    while folder.startswith(root + os.sep):
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def _restore(full: str, data: bytes | None) -> None:
    if data is None:
        _remove(full)
        return
    with suppress(OSError), open(full, "wb") as file:
        file.write(data)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _remove_folder(path: str) -> None:
    with suppress(OSError):
        os.rmdir(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
