"""Run all rules over one file: settings, ignore comments and severities applied, our own bugs contained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from turnout.bug import guarded
from turnout.model.module import Module
from turnout.rules import RULES
from turnout.rules.rule import FileView, Finding, Rule
from turnout.settings import Severity
from turnout.project.snapshot import Snapshot


@dataclass(frozen=True)
class Judgement:
    """A finding with the rule that made it and the severity that counts."""

    rule: Rule
    finding: Finding
    severity: Severity


def judge(project: Snapshot, path: str) -> tuple[Judgement, ...]:
    """All findings of a file in order. Empty for files outside of every app, and when Turnout is switched off.

    Before the first scan has ended only the rules that need no other file are asked.
    """
    settings = project.settings
    app = project.app(path)
    module = project.module(path) if app is not None and settings.enable else None
    if app is None or module is None or module.too_large:
        return ()
    view = FileView(module, app, project.role(path), project)
    ignores = _ignores(module)
    found: list[Judgement] = []
    for rule in RULES:
        severity = settings.severity(rule.code, rule.severity)
        if severity is None or (rule.needs_index and not project.is_complete):
            continue
        if rule.category == "choice" and not settings.verdicts:
            continue
        with guarded(f"rule {rule.code}, {path}"):
            for finding in rule.check(view):
                line = module.source.lines.line_of(finding.span.start)
                if (None, rule.code) in ignores or (line, rule.code) in ignores:
                    continue
                chosen = finding.severity if finding.severity and rule.code not in settings.rules else severity
                found.append(Judgement(rule, replace(finding, severity=chosen), chosen))
    found.sort(key=lambda each: (each.finding.span, each.rule.code))
    return tuple(found)


_IGNORE = re.compile(r"turnout-ignore-(next-line|file)\s+([\w-]+(?:\s*,\s*[\w-]+)*)")


def _ignores(module: Module) -> frozenset[tuple[int | None, str]]:
    """``// turnout-ignore-next-line code -- reason`` gives (line, code), ``turnout-ignore-file`` gives (None, code)."""
    return frozenset(_ignored(module))


def _ignored(module: Module) -> Iterator[tuple[int | None, str]]:
    for comment in module.comments:
        if (match := _IGNORE.search(comment.text)) is None:
            continue
        line = None if match[1] == "file" else module.source.lines.line_of(comment.span.end) + 1
        for code in re.split(r"\s*,\s*", match[2]):
            yield line, code
