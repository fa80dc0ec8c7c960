"""What each entry should be: the cases of tests/verdicts, one file for each signal, and whole entries.

Each case is a small tree of files and a list of answers, one a line: ``POST /api/tasks: server-action high, mutation
"It writes to a database"``. The confidence, the signals and words of their sentences may be left out; what is named
must be there. ``!nobody`` says that a signal is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.markdown import Case, cases, project
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.verdicts import Verdict, arithmetic, verdict_of
from turnout.verdicts.signals import SIGNALS

FOLDER = Path(__file__).parent / "verdicts"
_ANSWER = re.compile(
    r"^- `(?P<name>[^`]+)`: (?P<answer>http-endpoint|server-action|server-function|unused)"
    r"(?: (?P<confidence>high|medium|low))?(?:, (?P<rest>.*))?$",
    re.MULTILINE,
)
_REASON = re.compile(r'(!?)([\w-]+)(?: "([^"]*)")?')


@dataclass(frozen=True)
class Expected:
    name: str
    answer: str
    confidence: str | None
    reasons: tuple[tuple[str, str, str], ...]


def all_cases() -> Iterator[tuple[str, Case, tuple[Expected, ...]]]:
    for path in sorted(FOLDER.glob("*.md")):
        if path.stem == "README":
            continue
        text = path.read_text(encoding="utf-8")
        sections = {part.partition("\n")[0].strip(): part for part in re.split(r"(?m)^# ", text)[1:]}
        for case in cases(text):
            expected = tuple(_expected(match) for match in _ANSWER.finditer(sections[case.name]))
            yield path.stem, case, expected


def _expected(match: re.Match[str]) -> Expected:
    reasons = tuple((each[1], each[2], each[3] or "") for each in _REASON.finditer(match["rest"] or ""))
    return Expected(match["name"], match["answer"], match["confidence"], reasons)


ALL = list(all_cases())


def shown(verdict: Verdict) -> str:
    lines = [f"{verdict.entry.name}: {verdict.answer} {verdict.confidence}"]
    lines += [f"  {each.weight:+d} {each.speaks_for} {each.signal} {each.text!r}" for each in verdict.evidence]
    return "\n".join((*lines, *(f"  ? {each}" for each in verdict.unseen), *arithmetic(verdict)))


def entry_named(snapshot: Snapshot, name: str) -> Entry:
    found = [entry for entry in snapshot.all_entries() if name in (entry.name, entry.symbol, entry.url)]
    assert len(found) == 1, f"{name}: {[entry.name for entry in snapshot.all_entries()]}"
    return found[0]


@pytest.mark.parametrize(("stem", "case", "expected"), ALL, ids=[f"{stem}: {case.name}" for stem, case, _ in ALL])
def test_case(stem: str, case: Case, expected: tuple[Expected, ...]) -> None:
    snapshot = project(case.files)
    assert expected, "a case says what it expects"
    for one in expected:
        verdict = verdict_of(snapshot, entry_named(snapshot, one.name))
        assert verdict.answer == one.answer, shown(verdict)
        assert one.confidence in (None, verdict.confidence), shown(verdict)
        for negated, signal, words in one.reasons:
            found = [each for each in verdict.evidence if each.signal == signal and words in each.text]
            assert bool(found) != bool(negated), shown(verdict)


def test_every_signal_has_its_cases() -> None:
    files = {each.__module__.rpartition(".")[2].replace("_", "-") for each in SIGNALS}
    assert files <= {path.stem for path in FOLDER.glob("*.md")}


def test_whole_entries_are_many() -> None:
    assert sum(len(expected) for stem, _, expected in ALL if stem.startswith("entries")) >= 60


def test_a_project_not_read_yet_keeps_what_stands() -> None:
    from turnout.project.files import Memory
    from turnout.project.workspace import Held, Workspace

    text = "'use server';\nexport async function save() {}\n"
    workspace = Workspace(Memory({"package.json": b'{"dependencies": {"next": "16.0.0"}}', "app/a.ts": text.encode()}))
    workspace.apply([Held("app/a.ts", text, 1)])
    for entry in workspace.snapshot.entries("app/a.ts"):
        verdict = verdict_of(workspace.snapshot, entry)
        assert (verdict.answer, verdict.confidence) == ("server-action", "low")
        assert verdict.unseen
