"""What `erased.md` says of the imports that TypeScript takes out is what both bundlers do."""

from __future__ import annotations

import json
import re

import pytest

from oracle import next as nextjs
from oracle.erased import Fate, examples, files_of
from oracle.trees import LAYOUT, SETTINGS, place, write

GONE: dict[str, frozenset[Fate]] = {
    "turbopack": frozenset({"gone", "gone, verbatim"}),
    "webpack": frozenset({"gone", "gone, verbatim"}),
    "turbopack, verbatim": frozenset({"gone, verbatim"}),
    "webpack, verbatim": frozenset({"gone", "gone, verbatim"}),
}


@pytest.mark.parametrize("how", GONE)
def test_bundled(how: str) -> None:
    every = examples()
    options = {**SETTINGS["compilerOptions"], "strict": False, "verbatimModuleSyntax": "verbatim" in how}
    with place() as folder:
        write(folder / "package.json", json.dumps({"private": True, "dependencies": {"next": "^16.4.0"}}))
        write(folder / "tsconfig.json", json.dumps({"compilerOptions": options, "include": ["app/none.ts"]}))
        write(folder / "next.config.js", "module.exports = { typescript: { ignoreBuildErrors: true } };\n")
        write(folder / "app" / "none.ts", "export {};\n")
        write(folder / "app" / "layout.jsx", LAYOUT)
        for path, code in files_of(every).items():
            write(folder / path, code)
        bundler = ["--webpack"] if "webpack" in how else []
        ok, output = nextjs.run([*nextjs.next_command(), "build", *bundler], folder)
        assert ok, output
        chunks = (folder / ".next" / "static").rglob("*.js")
        loaded = {int(found) for path in chunks for found in re.findall(r"LOADED_(\d+)\b", path.read_text())}
    wrong = [each for each in every if (each.number in loaded) == (each.fate in GONE[how])]
    assert not wrong, "\n".join(f"{each.fate}, but not so:\n{each.code}" for each in wrong)
