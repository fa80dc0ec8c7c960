"""Cases written as Markdown: a heading, a sentence, a small tree of files, carets under what is to be found.

````markdown
# Exported from a "use server" file
```ts app/actions.ts
'use server';
export function rename(name: string) {}
//              ^^^^^^ error[sync-server-action] must be async
```
```ts app/actions.ts after "Make it async"
'use server';
export async function rename(name: string) {}
```
````

What follows the bracket must stand in the message. A mark whose carets run to the end of its line also fits a finding
that goes on in the next. The two slashes may be left out, for what stands in the first columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.rules.run import Judgement, judge
from turnout.settings import Settings
from turnout.text.edits import apply_edits

PACKAGE = '{ "dependencies": { "next": "16.4.6", "react": "19.3.0", "react-dom": "19.3.0" } }\n'


@dataclass(frozen=True)
class Mark:
    """What is to be found: a place in bytes, a severity, a code, and words of the message."""

    path: str
    start: int
    end: int
    severity: str
    code: str
    words: str


@dataclass(frozen=True)
class Case:
    name: str
    line: int
    files: dict[str, str]
    marks: tuple[Mark, ...]
    after: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """The text of a file after a fix (by its title) has been made everywhere in it."""


_FENCE = re.compile(r"^(```+)(.*)$")
_HEADING = re.compile(r"^#+\s+(.*)$")
_MARK = re.compile(r"^(\s*(?://)?\s*)(\^+)\s+(error|warning|information|hint)\[([\w-]+)\]\s*(.*)$")
_INFO = re.compile(r'^\w+\s+(\S+)(?:\s+after\s+"(.*)")?\s*$')


def cases(text: str) -> Iterator[Case]:
    """The cases of a Markdown text: all files below one heading are one project."""
    name, line = "", 0
    files: dict[str, str] = {}
    marks: list[Mark] = []
    after: dict[tuple[str, str], str] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        heading, fence = _HEADING.match(lines[at]), _FENCE.match(lines[at])
        if heading:
            if files:
                yield Case(name, line, files, tuple(marks), after)
            name, line, files, marks, after = heading[1], at + 1, {}, [], {}
        elif fence:
            end = next(index for index in range(at + 1, len(lines)) if lines[index] == fence[1])
            info = _INFO.match(fence[2])
            if info is not None:
                if info[2] is not None:
                    after[info[1], info[2]] = "\n".join((*lines[at + 1 : end], ""))
                else:
                    files[info[1]], found = _unmarked(info[1], lines[at + 1 : end])
                    marks += found
            at = end
        at += 1
    if files:
        yield Case(name, line, files, tuple(marks), after)


def _unmarked(path: str, lines: list[str]) -> tuple[str, list[Mark]]:
    kept: list[str] = []
    marks: list[Mark] = []
    begins = ends = 0
    for line in lines:
        mark = _MARK.match(line)
        if mark is None:
            kept.append(line)
            begins, ends = ends, ends + len(line.encode()) + 1
            continue
        if not kept:  # An empty file has one place.
            marks.append(Mark(path, 0, 0, mark[3], mark[4], mark[5].strip()))
            continue
        above = kept[-1]
        start = begins + len(above[: len(mark[1])].encode())
        end = begins + len(above[: len(mark[1]) + len(mark[2])].encode())
        marks.append(Mark(path, start, end, mark[3], mark[4], mark[5].strip()))
    return "\n".join((*kept, "")), marks


def project(files: dict[str, str], settings: Settings | None = None) -> Snapshot:
    """The files as a scanned project; an app with the newest Next.js unless they say otherwise."""
    contents = {path: text.encode() for path, text in files.items()}
    if not any(path.endswith("package.json") for path in contents):
        contents["package.json"] = PACKAGE.encode()
    workspace = Workspace(Memory(contents), settings)
    for _ in workspace.scan():
        pass
    return workspace.snapshot


def judged(snapshot: Snapshot) -> list[tuple[str, Judgement]]:
    return [(path, each) for path in snapshot.paths() for each in judge(snapshot, path)]


def problems(case: Case, settings: Settings | None = None) -> Iterator[str]:
    """What is wrong with Turnout or with the case, a sentence each."""
    snapshot = project(case.files, settings)
    found = judged(snapshot)
    open_marks = list(case.marks)
    for path, each in found:
        fitting = [mark for mark in open_marks if _fits(mark, path, each, snapshot)]
        if fitting:
            open_marks.remove(fitting[0])
        else:
            yield f"not expected: {_shown(path, each, snapshot)}"
    for mark in open_marks:
        yield f"not found: {mark.path} {mark.severity}[{mark.code}] {mark.words}"
    for path, each in found:
        for fix in each.finding.fixes:
            for problem in _fix_problems(case, snapshot, found, path, each, fix.title):
                yield f"{each.rule.code}, {fix.title!r}: {problem}"
    for (path, title), expected in case.after.items():
        text = _all_fixed(snapshot, path, title)
        if text is None:
            yield f"{path}: no finding offers {title!r}"
        elif text != expected:
            yield f"{path} after {title!r}:\n{text}"


def _fits(mark: Mark, path: str, each: Judgement, snapshot: Snapshot) -> bool:
    start, end = each.finding.span
    source = snapshot.source(path)
    assert source is not None
    line_end = source.data.find(b"\n", mark.start)
    goes_on = end > line_end and mark.end >= line_end
    return (
        (mark.path, mark.start, mark.code, mark.severity) == (path, start, each.rule.code, each.severity)
        and (end == mark.end or goes_on)
        and mark.words in each.finding.message
    )


def _fix_problems(
    case: Case, snapshot: Snapshot, found: list[tuple[str, Judgement]], path: str, each: Judgement, title: str
) -> Iterator[str]:
    source, module = snapshot.source(path), snapshot.module(path)
    assert source is not None
    assert module is not None
    fix = next(fix for fix in each.finding.fixes if fix.title == title)
    text = apply_edits(source.data, fix.edits).decode()
    later = project({**case.files, path: text}, snapshot.settings)
    fixed = later.module(path)
    assert fixed is not None
    if len(fixed.errors) > len(module.errors):
        yield f"can't be parsed afterwards\n{text}"
        return
    before = Counter((where, one.rule.code) for where, one in found)
    now = Counter((where, one.rule.code) for where, one in judged(later))
    if now[path, each.rule.code] >= before[path, each.rule.code]:
        yield f"is still found afterwards\n{text}"
    for key in now - before:
        yield f"brings {key}\n{text}"


def _all_fixed(snapshot: Snapshot, path: str, title: str) -> str | None:
    source = snapshot.source(path)
    assert source is not None
    edits = {
        edit for each in judge(snapshot, path) for fix in each.finding.fixes if fix.title == title for edit in fix.edits
    }
    return apply_edits(source.data, edits).decode() if edits else None


def _shown(path: str, each: Judgement, snapshot: Snapshot) -> str:
    source = snapshot.source(path)
    assert source is not None
    line = source.lines.line_of(each.finding.span.start) + 1
    return f"{path}:{line} `{source.text(each.finding.span)}` {each.severity}[{each.rule.code}] {each.finding.message}"


def cases_of(path: Path) -> list[Case]:
    return list(cases(path.read_text(encoding="utf-8")))
