"""All safe fixes of a file as one change: for ``source.fixAll`` in an editor and ``check --fix`` in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from turnout.bug import guarded
from turnout.features.data import Diagnostic, Fixed, Repair
from turnout.features.findings import diagnostic
from turnout.project.snapshot import Snapshot
from turnout.rules.rule import Fix
from turnout.rules.run import Judgement, judge
from turnout.text.edits import Edit
from turnout.text.rewriting import Rewriting
from turnout.text.span import Span

MOST_ROUNDS = 10
"""Fixes of one file rarely need a second round; never to end would be a bug of theirs."""

Wanted = Callable[[Diagnostic], bool]


def is_fixable(snapshot: Snapshot, path: str) -> bool:
    """Whether there is anything that ``fix_all`` would do."""
    return bool(_safe(judge(snapshot, path))) and _is_whole(snapshot, path)


def fix_all(snapshot: Snapshot, path: str, wanted: Wanted) -> Repair | None:
    """The safe fixes of a file, again and again until none is left: all of it, or None.

    Fixes that touch each other come one round after the other. A file with syntax errors is left alone, and so is one
    that its fixes would break, which they never should.
    """
    with guarded(f"fixing {path}"):
        return _fixed(snapshot, path, wanted)
    return None


def _fixed(snapshot: Snapshot, path: str, wanted: Wanted) -> Repair | None:
    source = snapshot.source(path)
    if source is None or not _is_whole(snapshot, path):
        return None
    text = Rewriting(source.data)
    done: list[Fixed] = []
    for _ in range(MOST_ROUNDS):
        taken = tuple(_apart(each for each in _safe(judge(snapshot, path)) if wanted(diagnostic(path, each[0]))))
        if not taken:
            return Repair(path, tuple(done), text.edits) if done else None
        for judgement, fix in taken:
            about = diagnostic(path, judgement)
            start, end = (text.before(offset) for offset in about.span)
            done.append(Fixed(replace(about, span=Span(start, max(start, end))), fix.title))
        text.edit(edit for _, fix in taken for edit in fix.edits)
        snapshot = snapshot.supposing(replace(source, data=text.data))
        if not _is_whole(snapshot, path):
            break
    raise RuntimeError(f"no good end after {', '.join(each.title for each in done)}")


def _is_whole(snapshot: Snapshot, path: str) -> bool:
    module = snapshot.module(path)
    return module is not None and not module.errors


def _safe(judged: Iterable[Judgement]) -> list[tuple[Judgement, Fix]]:
    return [(each, fix) for each in judged if (fix := next((fix for fix in each.finding.fixes if fix.is_safe), None))]


def _apart(found: Iterable[tuple[Judgement, Fix]]) -> Iterator[tuple[Judgement, Fix]]:
    """Of two fixes that touch each other the first one."""
    taken: list[Edit] = []
    for judgement, fix in found:
        if not any(edit.span.meets(other.span) for edit in fix.edits for other in taken):
            taken += fix.edits
            yield judgement, fix
