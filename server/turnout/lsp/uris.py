"""URIs to paths of this machine and back."""

from __future__ import annotations

import os
import re
from urllib.parse import quote, unquote, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:")
IS_WINDOWS = os.name == "nt"


def to_path(uri: str) -> str | None:
    """The absolute path of a ``file:`` URI; None for all others (``untitled:``, ``git:``) and for broken ones."""
    try:
        parts = urlsplit(uri)
        path = unquote(parts.path, errors="surrogateescape")
    except ValueError:
        return None
    if parts.scheme != "file" or not path.startswith("/") or "\0" in path:
        return None
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"  # file://server/share/x
    elif _DRIVE.match(path):
        path = path[1].lower() + path[2:]  # file:///C%3A/x
    return os.path.normpath(path)


def to_uri(path: str) -> str:
    """The ``file:`` URI of an absolute path, encoded as VS Code does."""
    path = path.replace("\\", "/") if IS_WINDOWS else path
    if path.startswith("//"):
        return f"file:{_encoded(path)}"
    return f"file://{_encoded(path if path.startswith('/') else f'/{path}')}"


def below(uri: str, path: str) -> str:
    """The URI of a relative path below a folder's URI, which stays as its client wrote it."""
    return f"{uri.rstrip('/')}/{_encoded(path)}"


def _encoded(path: str) -> str:
    return quote(path, errors="surrogateescape")
