"""What one build of Turbopack says of options and of the edge, `turnout check` says in the same lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

from harness.markdown import cases_of
from oracle import next as nextjs
from oracle import trees
from oracle.command import turnout_findings

MARK = re.compile(r"\s*//([!?]) (.*)$")
MANIFEST: dict[str, object] = {
    "private": True,
    "workspaces": [],
    "dependencies": {"next": "^16.4.0", "react": "^19.3.0"},
}
# The compiler's messages stand below `./app/x/route.ts:1:14`.
LINES_BELOW = 3


def written(folder: Path) -> dict[tuple[str, int], str]:
    """Writes the app without its marks; gives the words by file and line."""
    words: dict[tuple[str, int], str] = {}
    (case,) = cases_of(nextjs.HERE / "build.md")
    for path, text in case.files.items():
        lines: list[str] = []
        for line in text.split("\n"):
            if (mark := MARK.search(line)) is not None:
                words[path, len(lines) + 1] = mark[2]
            lines.append(MARK.sub("", line))
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("\n".join(lines), encoding="utf-8")
    (folder / "package.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    return words


def test_the_build_and_turnout_name_the_same_lines() -> None:
    with trees.place() as folder:
        words = written(folder)
        found = {(each.path, each.line) for each in turnout_findings(folder)}
        built = nextjs.build_in_place(folder)

    assert len(words) > 10
    assert not built.ok
    output = built.output.splitlines()
    unsaid = [place for place, text in words.items() if not is_said(output, place, text)]
    assert not unsaid, f"{unsaid}\n{built.output}"
    assert not set(words) - found, "Turnout says nothing"


def is_said(output: list[str], place: tuple[str, int], text: str) -> bool:
    path, line = place
    named = re.compile(rf"(?:^|/){re.escape(path)}:{line}:\d+$")
    return any(
        named.search(shown.strip()) and any(text in below for below in output[at : at + LINES_BELOW + 1])
        for at, shown in enumerate(output)
    )
