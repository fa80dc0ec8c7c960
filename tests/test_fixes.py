"""Fixes in other files than those they were written for, and all safe ones at once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from harness.markdown import cases_of, judged, project
from turnout import features
from turnout.settings import Settings
from turnout.text.edits import apply_edits

SPECS = sorted((Path(__file__).parent / "rules").glob("*.md"))
MISTAKES = Settings(verdicts=False)
"""What becomes an action may be one that nothing calls: that is no mistake of the fix."""


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_fixes_end_their_lines_as_the_file_does(spec: Path) -> None:
    for case in cases_of(spec):
        snapshot = project(
            {path: text if path.endswith(".json") else text.replace("\n", "\r\n") for path, text in case.files.items()}
        )
        for path, each in judged(snapshot):
            source = snapshot.source(path)
            assert source is not None
            for fix in each.finding.fixes:
                fixed = apply_edits(source.data, fix.edits)
                assert fixed.count(b"\r\n") == fixed.count(b"\n") == fixed.count(b"\r"), f"{fix.title}\n{fixed}"


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_all_safe_fixes_leave_less_and_nothing_new(spec: Path) -> None:
    for case in cases_of(spec):
        snapshot = project(case.files, MISTAKES)
        before = Counter((path, each.rule.code) for path, each in judged(snapshot))
        fixed = dict(case.files)
        for path in snapshot.paths():
            repair = features.fix(snapshot, path, lambda _: True)
            source = snapshot.source(path)
            assert source is not None
            if repair is not None:
                fixed[path] = apply_edits(source.data, repair.edits).decode()
        if fixed == case.files:
            continue
        later = project(fixed, MISTAKES)
        after = Counter((path, each.rule.code) for path, each in judged(later))
        assert sum(after.values()) < sum(before.values()), fixed
        assert not (after - before), f"{after - before}\n{fixed}"
        for path in later.paths():
            module, was = later.module(path), snapshot.module(path)
            assert module is not None
            assert was is not None
            assert len(module.errors) == len(was.errors), fixed[path]
