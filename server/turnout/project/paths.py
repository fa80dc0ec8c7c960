"""Paths as text: POSIX style, relative to the project's root, which is ``""``; ``..`` leads out of it."""

from __future__ import annotations

from collections.abc import Iterator


def folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def name_of(path: str) -> str:
    return path.rpartition("/")[2]


def join(folder: str, path: str) -> str:
    """``path`` as seen from ``folder``, without ``.`` and ``..``: ``join('a/b', '../c')`` is ``a/c``."""
    parts: list[str] = []
    for part in f"{folder}/{path}".split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def folders_above(folder: str, levels_outside: int = 0) -> Iterator[str]:
    """The folder, the one around it, … the root ``""``, then as many folders around the root as told."""
    while True:
        yield folder
        if folder == "" or folder.startswith(".."):
            break
        folder = folder_of(folder)
    outside = folder
    for _ in range(levels_outside):
        outside = f"{outside}/.." if outside else ".."
        yield outside


def is_below(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, at any depth; everything lies in the root."""
    return folder == "" or path.startswith(folder + "/")
