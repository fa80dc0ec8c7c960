"""What the light bulb offers: quick fixes of findings, comments that silence them, and conversions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from turnout.bug import guarded
from turnout.conversions import CONVERSIONS
from turnout.conversions import conversion as conversions
from turnout.features.converting import can_stay, plain
from turnout.features.data import Action, ActionKind, Diagnostic, Refusal, Target
from turnout.features.findings import diagnostic
from turnout.features.fixing import fix_all, is_fixable
from turnout.features.ignoring import ignore_file_edit, ignore_line_edit
from turnout.project.entries import Entry
from turnout.project.pointing import entry_at
from turnout.project.snapshot import Snapshot
from turnout.rules.rule import Fix
from turnout.rules.run import Judgement, judge
from turnout.text.edits import SourceChange
from turnout.text.span import Span

_MOVED = "The code has changed since this was offered."
_FIX_ALL: ActionKind = "source.fixAll.turnout"
_KINDS: Mapping[Target, ActionKind] = {
    "server-action": "refactor.rewrite.turnout.toServerAction",
    "route-handler": "refactor.rewrite.turnout.toRouteHandler",
    "server-function": "refactor.rewrite.turnout.toServerFunction",
}


def actions(snapshot: Snapshot, path: str, span: Span, kinds: Sequence[str]) -> Iterator[Action]:
    """The code actions for a selection: its findings' fixes first, the preferred ones at the top."""
    if snapshot.app(path) is None or not snapshot.settings.enable:
        return
    wants_fixes, wants_all = _wanted("quickfix", kinds), _wanted(_FIX_ALL, kinds)
    entry = entry_at(snapshot, path, span.start) if any(_wanted(kind, kinds) for kind in _KINDS.values()) else None
    judged = judge(snapshot, path) if wants_fixes or wants_all or entry is not None else ()
    here = [each for each in judged if each.finding.span.meets(span)]
    about = [each for each in judged if entry and each.rule.category == "choice" and each.finding.span == entry.span]
    offered = list(_conversions(snapshot, entry, kinds, about)) if entry is not None else []
    yield from (action for action in offered if action.kind == "quickfix")
    if wants_fixes:
        yield from _quick_fixes(snapshot, path, here)
    if wants_all and is_fixable(snapshot, path):
        yield Action("Fix all that Turnout can fix safely", _FIX_ALL, {"do": "fix-all", "path": path})
    yield from (action for action in offered if action.kind != "quickfix")


def resolve(snapshot: Snapshot, data: Mapping[str, Any]) -> SourceChange | Refusal:
    """The change of an action, made anew; a refusal when the code it was about is gone."""
    match data:
        case {"do": "fix", "path": str() as path, "code": code, "at": [int() as start, int() as end], "title": title}:
            for judgement in judge(snapshot, path):
                if judgement.rule.code == code and judgement.finding.span == (start, end):
                    for fix in judgement.finding.fixes:
                        if fix.title == title:
                            return SourceChange({path: fix.edits})
        case {"do": "ignore", "path": str() as path, "code": str() as code, "at": [int() as start, int() as end]}:
            module = snapshot.module(path)
            found = any(each.rule.code == code and each.finding.span == (start, end) for each in judge(snapshot, path))
            if module is not None and found:
                in_file = data.get("where") == "file"
                edit = ignore_file_edit(module, code) if in_file else ignore_line_edit(module, start, code)
                if edit is not None:
                    return SourceChange({path: (edit,)})
        case {"do": "fix-all", "path": str() as path}:
            repair = fix_all(snapshot, path, lambda _: True)
            return SourceChange({path: repair.edits}) if repair is not None else SourceChange()
        case {
            "do": "convert",
            "id": str() as id,
            "path": str() as path,
            "symbol": symbol,
            "at": [int() as start, int()],
        }:
            same = [entry for entry in snapshot.entries(path) if entry.symbol == symbol]
            for entry in same:
                if len(same) == 1 or entry.span.start == start:
                    for conversion in CONVERSIONS:
                        if conversion.id == id and conversion.look(snapshot, entry):
                            return plain(conversions.convert(conversion, snapshot, entry))
        case _:
            pass
    return Refusal(_MOVED)


def _quick_fixes(snapshot: Snapshot, path: str, judged: Sequence[Judgement]) -> Iterator[Action]:
    later: list[Action] = []
    for judgement in judged:
        about = diagnostic(path, judgement)
        for fix in judgement.finding.fixes:
            action = _fix_action(about, fix)
            if fix.is_preferred:
                yield action
            else:
                later.append(action)
    yield from later
    module = snapshot.module(path)
    if module is None:
        return
    for judgement in judged:
        about = diagnostic(path, judgement)
        data = {"do": "ignore", "path": path, "code": about.code, "at": [*about.span]}
        if ignore_line_edit(module, about.span.start, about.code) is not None:
            yield Action(f"Ignore {about.code} on this line", "quickfix", data, fixes=(about,))
        yield Action(f"Ignore {about.code} in this file", "quickfix", {**data, "where": "file"}, fixes=(about,))


def _fix_action(about: Diagnostic, fix: Fix) -> Action:
    data = {"do": "fix", "path": about.path, "code": about.code, "at": [*about.span], "title": fix.title}
    return Action(fix.title, "quickfix", data, fix.is_preferred, fixes=(about,))


_ADVISED: Mapping[str, Target] = {
    "misplaced-endpoint": "server-action",
    "misplaced-action": "route-handler",
    "server-only-action": "server-function",
}
"""Findings whose fix is a conversion, unless they bring one of their own."""


def _conversions(
    snapshot: Snapshot, entry: Entry, kinds: Sequence[str], judged: Sequence[Judgement]
) -> Iterator[Action]:
    """What the entry can be turned into. In an unfiltered menu, what a finding advises comes as its quick fix.

    That the entry stays as well is offered where it can't go, when that is all that stands in the way.
    """
    stuck: set[Target] = set()
    for conversion in CONVERSIONS:
        advising = tuple(
            diagnostic(entry.path, each)
            for each in judged
            if _ADVISED.get(each.rule.code) == conversion.to and not each.finding.fixes and not conversion.keeps_entry
        )
        if not _wanted(_KINDS[conversion.to], kinds) or (conversion.keeps_entry and conversion.to not in stuck):
            continue
        with guarded(f"conversion {conversion.id}, {entry.path}"):
            if not conversion.look(snapshot, entry):
                continue
            planned = conversions.planned_for(conversion, snapshot, entry)
            data = {
                "do": "convert",
                "id": conversion.id,
                "path": entry.path,
                "symbol": entry.symbol,
                "at": [*entry.span],
            }
            disabled = planned.reason if isinstance(planned, conversions.Refusal) else None
            if disabled is not None and conversion.keeps_entry:
                continue  # The reason is told already.
            if disabled is not None:
                stuck.add(conversion.to)
                if can_stay(snapshot, entry, conversion):
                    disabled += " It can be done with the endpoint left where it is: that is offered, too."
            is_fix = bool(advising) and disabled is None and not kinds
            kind: ActionKind = "quickfix" if is_fix else _KINDS[conversion.to]
            warning = conversion.warning(planned) if disabled is None else ""
            title = f"{conversion.title(entry)} ({warning})" if warning else conversion.title(entry)
            yield Action(title, kind, data, is_fix, disabled, advising)


def _wanted(kind: str, prefixes: Sequence[str]) -> bool:
    return not prefixes or any(kind == prefix or kind.startswith(f"{prefix}.") or prefix == "" for prefix in prefixes)
