"""Turnout reports what the compiler reports: no error that it has and we lack, and none that we add."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from oracle.command import turnout_available, turnout_findings
from oracle.conftest import require
from oracle.next import Layer
from oracle.variations import Variation, variations

CODES = {
    "A1": "sync-server-action",
    "A2": "use-server-export",
    "A3this": "this-in-action",
    "A3arguments": "this-in-action",
    "A4": "action-in-class",
    "A5": "inline-action-in-client-file",
    "A6file": "directive-not-first",
    "A6function": "directive-not-first",
    "A7": "directive-in-parentheses",
    "A7file": "directive-in-parentheses",
    "A7function": "directive-in-parentheses",
    "A8": "misspelt-directive",
    "A8cache": "misspelt-directive",
    "A6cachefile": "directive-not-first",
    "A6cachefunction": "directive-not-first",
    "A7cache": "directive-in-parentheses",
    "A10cache": "conflicting-directives",
    "A12sync": "sync-cached-function",
    "A12export": "use-cache-export",
    "A12this": "this-in-cached-function",
    "A12arguments": "this-in-cached-function",
    "A12class": "cached-method-in-class",
    "A12client": "inline-cache-in-client-file",
    "A12kind": "unknown-cache-kind",
    "A12flag": "use-cache-without-flag",
    "A9file": "conflicting-directives",
    "A10": "conflicting-directives",
    "A11": "directive-not-first",
    "A11parentheses": "directive-in-parentheses",
    "A15": "client-hook-in-server-file",
    "A16": "client-only-import-in-server-file",
    "A16router": "client-only-import-in-server-file",
    "A16image": "client-only-import-in-server-file",
    "A16class": "client-only-import-in-server-file",
    "A16ssr": "ssr-false-in-server-component",
    "A17server": "misplaced-data-function",
    "A17static": "misplaced-data-function",
    "A19": "unresolved-codemod-comment",
    "A20": "taint-without-flag",
    "A13": "server-only-import-in-client",
    "A14": "server-only-import-in-client",
}

# The browser's layer says what the other client layer says; test_compiler.py has shown it.
COMPARED: tuple[Layer, ...] = ("rsc", "ssr", "pages", "api")

MANIFEST = {"name": "variations", "dependencies": {"next": "^16.4.0", "react": "^19.3.0"}}
# One app for each set of flags.
CONFIGS = {
    "plain": "{}",
    "cache": "{ experimental: { useCache: true, cacheHandlers: { sessions: './sessions.js' } } }",
    "taint": "{ experimental: { taint: true } }",
}
PAGE = "import * as it from './%s';\n\nexport default function Page() {\n  return String(it);\n}\n"
PAGES = {"rsc": PAGE, "ssr": "'use client';\n\n" + PAGE}


def test_same_errors(tmp_path: Path) -> None:
    require(turnout_available())
    compared = [it for it in variations() if it.layer in COMPARED]
    placed = {place_in(tmp_path, number, it): it for number, it in enumerate(compared)}
    for app, config in CONFIGS.items():
        write(tmp_path / app / "package.json", json.dumps({**MANIFEST, "name": app}))
        write(tmp_path / app / "next.config.js", f"module.exports = {config};\n")

    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for finding in turnout_findings(tmp_path):
        if finding.code in CODES.values():
            found[finding.path].add((finding.line, finding.code))

    wrong = [
        f"{it.name}: {problem}\n{it.code}" for path, it in placed.items() for problem in disagreements(it, found[path])
    ]
    if wrong:
        pytest.fail(f"{len(wrong)} of {len(placed)} files\n\n" + "\n".join(wrong[:40]), pytrace=False)


def disagreements(variation: Variation, ours: set[tuple[int, str]]) -> list[str]:
    theirs = {(line, CODES[row]) for line, row in variation.expected if row in CODES}
    lacking = sorted(theirs - ours)
    added = sorted(
        (line, code)
        for line, code in ours - theirs
        # After its first complaint about an export, the compiler says nothing more about the file.
        if not any(row == "A2" and line >= first for first, row in variation.expected)
        # What the compiler lets pass and Next.js refuses at run time is worth an error, too.
        and not (variation.refused_at_run_time and code == CODES["A2"])
    )
    return [f"lacks {line}: {code}" for line, code in lacking] + [f"adds {line}: {code}" for line, code in added]


def place_in(folder: Path, number: int, variation: Variation) -> str:
    """Writes the file where its layer is its layer for Next.js, too; gives its path."""
    name = Path(variation.path)
    app = Path(next(iter(variation.flags), "plain"))
    if variation.layer in ("pages", "api"):
        path = app / name.parent / f"v{number}{name.suffix}"
    else:
        path = app / "app" / f"v{number}" / name.name
        if name.stem != "page":
            write(folder / path.with_name("page.tsx"), PAGES[variation.layer] % name.stem)
    write(folder / path, variation.code)
    return path.as_posix()


def write(path: Path, code: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(code.encode("utf-8"))
