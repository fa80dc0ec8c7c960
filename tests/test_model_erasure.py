"""Turnout follows the imports that Next.js follows, see `oracle/erased.md`."""

from __future__ import annotations

import json

import pytest

from harness.markdown import PACKAGE, project
from oracle.erased import examples, files_of

VERBATIM = json.dumps({"compilerOptions": {"verbatimModuleSyntax": True}})
WEBPACK = json.dumps({"dependencies": {"next": "16.4.5"}, "scripts": {"build": "next build --webpack"}})


@pytest.mark.parametrize(
    ("manifest", "settings", "gone"),
    [
        (PACKAGE, "{}", {"gone", "gone, verbatim"}),
        (PACKAGE, VERBATIM, {"gone, verbatim"}),
        (WEBPACK, VERBATIM, {"gone", "gone, verbatim"}),
        (PACKAGE.replace("16.4.6", "15.4.0"), VERBATIM, {"gone", "gone, verbatim"}),
    ],
    ids=["plain", "verbatim", "webpack", "before Turbopack"],
)
def test_followed(manifest: str, settings: str, gone: set[str]) -> None:
    every = examples()
    snapshot = project({"package.json": manifest, "tsconfig.json": settings, **files_of(every)})
    wrong = [
        f"{each.fate}, but not so:\n{each.code}"
        for each in every
        if ("app-client" in snapshot.layers(each.imported)) == (each.fate in gone)
    ]
    assert not wrong, "\n".join(wrong)
