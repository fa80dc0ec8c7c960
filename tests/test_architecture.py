"""The house keeps its shape: imports point one way, and only the named places know what they alone may know."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "server" / "turnout"

FOUNDATION = {"settings", "bug", "heap", ""}
MAY_IMPORT = {
    "text": set[str](),
    "syntax": {"text"},
    "model": {"syntax", "text"},
    "project": {"model", "syntax", "text"},
    "verdicts": {"project", "model", "syntax", "text"},
    "rules": {"verdicts", "project", "model", "syntax", "text"},
    "conversions": {"project", "model", "syntax", "text"},
    "hovers": {"verdicts", "project", "model", "syntax", "text"},
    "navigation": {"verdicts", "project", "model", "syntax", "text"},
    "features": {
        "rules",
        "verdicts",
        "conversions",
        "hovers",
        "navigation",
        "project",
        "model",
        "syntax",
        "text",
    },
    "terminal": {"features", "text"},
    "lsp": {"features", "text"},
    "commands": {"features", "terminal", "text"},
    "cli": {"commands", "features", "terminal", "lsp", "text"},
    "__main__": {"cli"},
}
"""Each layer and what it may import besides itself and the foundation."""


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0] if path.parent != PACKAGE else path.stem


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "turnout":
                yield from (f"turnout.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    layer = layer_of(path)
    if layer in {"__init__", "settings", "bug", "heap"}:
        return
    allowed = MAY_IMPORT[layer] | FOUNDATION | {layer, "__version__"}
    for name in imported(path):
        if name.startswith("turnout."):
            assert name.split(".")[1] in allowed, f"{path}: {layer} may not import {name}"


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("tree_sitter", {"syntax"}),
        ("tree_sitter_typescript", {"syntax"}),
        ("pygls", {"lsp"}),
        ("lsprotocol", {"lsp"}),
    ],
)
def test_a_library_lives_in_one_place(library: str, homes: set[str]) -> None:
    for path in files():
        if any(name.split(".")[0] == library for name in imported(path)):
            assert layer_of(path) in homes, f"{path} imports {library}"


def test_every_module_says_what_it_is_for() -> None:
    for path in files():
        page = ast.get_docstring(ast.parse(path.read_text()))
        assert page, f"{path} has no opening sentence"


def test_only_files_and_cache_touch_the_disk() -> None:
    calls = ("open(", ".read_bytes(", ".read_text(", ".write_text(", ".write_bytes(", "os.scandir(")
    homes = {"project/files.py", "project/cache.py", "project/roots.py"}
    for path in files():
        name = path.relative_to(PACKAGE).as_posix()
        if name in homes or layer_of(path) in {"lsp", "cli", "commands", "terminal"}:
            continue
        text = path.read_text()
        assert not any(f" {call}" in text or f"({call}" in text for call in calls), f"{name} touches the disk"


ROOMS = ("ground", "callers", "handlers", "wrappers", "api_routes", "requests", "gate")
"""The rooms of endpoint_to_action, each on those before it: reading first, text last, the plan between them."""


def test_the_rooms_of_a_conversion_stand_on_each_other() -> None:
    home = "turnout.conversions.endpoint_to_action."
    for place, room in enumerate(ROOMS):
        allowed = set(ROOMS[: place + 1])
        for path in (PACKAGE / "conversions" / "endpoint_to_action" / room).glob("*.py"):
            for name in imported(path):
                if name.startswith(home):
                    assert name.removeprefix(home).split(".")[0] in allowed, f"{path}: {room} may not import {name}"
