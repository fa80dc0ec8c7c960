"""What a hover says: each case of tests/hovers points at places (by ``/*|*/``) and says what is shown there.

Below a file with marks, ``> 1. text`` demands that the first mark's hover has the text, ``> 1. not: text`` that it has
not, and ``> 1. nothing`` that there is none. Links to places are shown as ``path:line``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from harness.markdown import Case, cases, project
from turnout.hovers import explained, pointed_at
from turnout.hovers.links import link_places, place_link
from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Held, Workspace
from turnout.text.span import Span

FOLDER = Path(__file__).parent / "hovers"
MARK = "/*|*/"
_DEMAND = re.compile(r"^> (\d+)\. (.*)$", re.MULTILINE)


def all_cases() -> list[tuple[str, Case, list[tuple[int, str]]]]:
    found: list[tuple[str, Case, list[tuple[int, str]]]] = []
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        sections = {part.partition("\n")[0].strip(): part for part in re.split(r"(?m)^# ", text)[1:]}
        for case in cases(text):
            demands = [(int(number), words) for number, words in _DEMAND.findall(sections[case.name])]
            found.append((path.stem, case, demands))
    return found


ALL = all_cases()


def marks_of(case: Case) -> tuple[Case, list[tuple[str, int]]]:
    places: list[tuple[str, int]] = []
    files: dict[str, str] = {}
    for path, marked in case.files.items():
        text = marked
        while MARK in text:
            at = text.index(MARK)
            places.append((path, len(text[:at].encode())))
            text = text[:at] + text[at + len(MARK) :]
        files[path] = text
    return replace(case, files=files), places


def shown(snapshot: Snapshot, path: str, offset: int) -> str | None:
    found = pointed_at(snapshot, path, offset)
    if found is None:
        return None

    def render(at: str, span: Span) -> str:
        source = snapshot.source(at)
        return f"{at}:{source.lines.line_of(span.start) + 1}" if source is not None else at

    return link_places(found.markdown, render)


@pytest.mark.parametrize(("stem", "case", "demands"), ALL, ids=[f"{stem}: {case.name}" for stem, case, _ in ALL])
def test_case(stem: str, case: Case, demands: list[tuple[int, str]]) -> None:
    clean, places = marks_of(case)
    snapshot = project(clean.files)
    assert demands
    assert {number for number, _ in demands} == set(range(1, len(places) + 1)), "each mark is asked about"
    for number, words in demands:
        text = shown(snapshot, *places[number - 1])
        if words == "nothing":
            assert text is None
        elif words.startswith("not: "):
            assert text is not None
            assert words.removeprefix("not: ") not in text, text
        else:
            assert text is not None, f"nothing at {places[number - 1]}"
            assert words in text, text


@pytest.mark.parametrize(("stem", "case", "demands"), ALL, ids=[f"{stem}: {case.name}" for stem, case, _ in ALL])
def test_pop_ups_are_short(stem: str, case: Case, demands: list[tuple[int, str]]) -> None:
    clean, places = marks_of(case)
    snapshot = project(clean.files)
    for path, offset in places:
        text = shown(snapshot, path, offset)
        if text is not None:
            assert len(text.splitlines()) <= 28, text
            whole = explained(snapshot, path, offset)
            assert whole is not None
            assert len(whole.markdown) >= len(pointed_at(snapshot, path, offset).markdown)  # type: ignore[union-attr]


def test_places_are_rendered_by_whoever_shows_them() -> None:
    link = place_link("page.tsx:3", "app/(shop)/[id]/page.tsx", Span(4, 9))
    assert link == "[page.tsx:3](turnout-place:app/%28shop%29/%5Bid%5D/page.tsx#4-9)"
    assert link_places(f"see {link}.", lambda path, span: f"file:///{path}#{span.start}") == (
        "see [page.tsx:3](file:///app/(shop)/[id]/page.tsx#4)."
    )


def test_before_all_is_read_nothing_is_claimed() -> None:
    path = "app/api/tasks/route.ts"
    text = b"export async function POST() {\n  return Response.json({});\n}\n"
    workspace = Workspace(Memory({path: text, "package.json": b'{ "dependencies": { "next": "16.0.0" } }'}))
    workspace.apply([Held(path, text, 1)])
    said = shown(workspace.snapshot, path, text.index(b"POST"))
    assert said is not None
    assert said.startswith("**Not weighed yet** \N{MIDDLE DOT} `POST /api/tasks`\n")
    assert "The project is still being read" in said
    assert "| Server Action |" not in said
