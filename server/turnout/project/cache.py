"""Surfaces kept on disk between two sessions, so that a large project is not read anew each time it is opened.

One file per project in the user's cache folder, readable by the user alone. When it is missing, old or broken,
everything is read again, and nobody notices but the clock.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from turnout import __version__
from turnout.model.surface import Surface

PACKAGE = Path(__file__).parents[1]


class Cache:
    """What is known of the files of one project, by path. A file counts as unchanged with its size and time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        name = hashlib.sha256(str(root).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        self._file = _folder() / f"{name}-{_fingerprint()}.pickle"

    def load(self, paths: Iterable[str]) -> dict[str, Surface]:
        """The surfaces of those files that have not changed since they were kept."""
        try:
            if self._file.stat().st_uid != _user():  # Unpickling is running: only what this user wrote.
                return {}
            kept: dict[str, tuple[tuple[int, int], Surface]] = pickle.loads(self._file.read_bytes())
            return {
                path: kept[path][1] for path in paths if path in kept and kept[path][0] == _stamp(self._root / path)
            }
        except Exception:  # Whatever a broken file makes pickle say.
            return {}

    def save(self, surfaces: Mapping[str, Surface]) -> None:
        """Keep the surfaces of files as they are on disk now; silently nothing where nothing can be written."""
        kept: dict[str, tuple[tuple[int, int], Surface]] = {}
        for path, surface in surfaces.items():
            stamp = _stamp(self._root / path)
            if stamp is not None:
                kept[path] = (stamp, surface)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as file:
                pickle.dump(kept, file, protocol=pickle.HIGHEST_PROTOCOL)
            os.replace(temporary, self._file)
            self._forget_older()
        except OSError:
            return

    def _forget_older(self) -> None:
        """Files of this project that another version of Turnout wrote."""
        project = self._file.name.partition("-")[0]
        for other in self._file.parent.glob(f"{project}-*.pickle"):
            if other != self._file:
                other.unlink(missing_ok=True)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0


def _folder() -> Path:
    """Where this system keeps what can be made again."""
    chosen = os.environ.get("TURNOUT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "turnout" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/turnout"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "turnout"


@cache
def _fingerprint() -> str:
    """Names the code that makes surfaces: other code, other surfaces."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for folder in ("text", "syntax", "model"):
        for file in sorted((PACKAGE / folder).glob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
