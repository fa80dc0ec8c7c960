"""Run all rules over one file: settings, ignore comments and severities applied, our own bugs contained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from turnout.bug import guarded
from turnout.project.snapshot import Snapshot
from turnout.rules import RULES, unused_ignore
from turnout.rules.ignores import Ignore, ignores_of
from turnout.rules.rule import FileView, Finding, Rule
from turnout.settings import Settings, Severity
from turnout.syntax.tree import LARGEST


@dataclass(frozen=True)
class Judgement:
    """A finding with the rule that made it and the severity that counts."""

    rule: Rule
    finding: Finding
    severity: Severity


def judge(project: Snapshot, path: str) -> tuple[Judgement, ...]:
    """All findings of a file in order. Empty for files outside of every app, and when Turnout is switched off.

    Before the first scan has ended only the rules that need no other file are asked. A snapshot is judged once: the
    light bulb asks with every move of the cursor.
    """
    known = _JUDGED.setdefault(project, {})
    if path not in known:
        known[path] = _judge(project, path)
    return known[path]


_JUDGED: WeakKeyDictionary[Snapshot, dict[str, tuple[Judgement, ...]]] = WeakKeyDictionary()


def _judge(project: Snapshot, path: str) -> tuple[Judgement, ...]:
    app = project.app(path)
    source = project.source(path) if app is not None and project.settings.enable else None
    if app is None or source is None or len(source.data) > LARGEST:
        return ()
    view = FileView(source, app, project.role(path), project)
    ignores = ignores_of(view)
    used: set[Ignore] = set()
    found: list[Judgement] = []
    for rule in RULES:
        if not _is_asked(rule, project):
            continue
        with guarded(f"rule {rule.code}, {path}"):
            for finding in rule.check(view):
                line = source.lines.line_of(finding.span.start)
                silenced = [each for each in ignores if each.code == rule.code and each.line in (None, line)]
                used.update(silenced)
                if not silenced:
                    found.append(_judged(rule, finding, project.settings))
    if _is_asked(unused_ignore.RULE, project):
        for finding in unused_ignore.unused(ignores, used, view, (rule.code for rule in RULES)):
            found.append(_judged(unused_ignore.RULE, finding, project.settings))
    found.sort(key=lambda each: (each.finding.span, each.rule.code))
    return tuple(found)


def _is_asked(rule: Rule, project: Snapshot) -> bool:
    settings = project.settings
    if settings.severity(rule.code, rule.severity) is None or (rule.needs_index and not project.is_complete):
        return False
    return rule.category != "choice" or settings.verdicts


def _judged(rule: Rule, finding: Finding, settings: Settings) -> Judgement:
    """What a user sets for a rule goes before what the rule thinks of a single finding."""
    severity = settings.severity(rule.code, finding.severity or rule.severity) or rule.severity
    return Judgement(rule, replace(finding, severity=severity), severity)
