"""``turnout check``: the findings of files and folders."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from turnout import __version__, features
from turnout.commands.fixing import Fixing, Written
from turnout.commands.output import Output, count, json_range, line_and_column
from turnout.commands.projects import Project, judged, open_projects
from turnout.commands.trouble import one_of
from turnout.features import Diagnostic
from turnout.settings import SEVERITIES, Severity
from turnout.terminal.frame import frame


@dataclass(frozen=True)
class Choice:
    """Which findings to show, and from which severity on they fail the command."""

    select: frozenset[str]
    ignore: frozenset[str]
    min_severity: Severity
    fail_on: Severity | None

    @staticmethod
    def of(select: Sequence[str], ignore: Sequence[str], min_severity: Severity, fail_on: Severity | None) -> Choice:
        codes = [rule.code for rule in features.rules()] if select or ignore else []
        return Choice(
            frozenset(one_of("rule", code, codes) for code in select),
            frozenset(one_of("rule", code, codes) for code in ignore),
            min_severity,
            fail_on,
        )

    def shows(self, finding: Diagnostic) -> bool:
        return (
            (not self.select or finding.code in self.select)
            and finding.code not in self.ignore
            and _is_at_least(finding.severity, self.min_severity)
        )

    def fails(self, finding: Diagnostic) -> bool:
        return self.fail_on is not None and _is_at_least(finding.severity, self.fail_on)


@dataclass(frozen=True)
class _Found:
    project: Project
    finding: Diagnostic
    path: str
    """As this terminal's user would write it."""


def check(paths: Sequence[str], choice: Choice, is_fixing: bool, as_json: bool, output: Output) -> int:
    """1 when a finding fails the command, 2 when a fixed file could not be written."""
    started = time.perf_counter()
    files = 0
    fixing = Fixing()
    found: list[_Found] = []
    for project in open_projects(paths):
        if is_fixing:
            left = fixing.fix(project, choice.shows)
        else:
            left = dict(judged(project, tuple(project.wanted())))
        files += len(left)
        found += (
            _Found(project, finding, project.shown(path))
            for path, findings in left.items()
            for finding in findings
            if choice.shows(finding)
        )
    found.sort(key=lambda one: (one.path, one.finding.span, one.finding.code))
    seconds = time.perf_counter() - started
    if as_json:
        fixed = {"fixed": [_fixed_json(one) for one in fixing.written]} if is_fixing else {}
        output.json(
            {
                "turnout": __version__,
                "files": files,
                "seconds": round(seconds, 3),
                **fixed,
                "findings": [_json(one) for one in found],
            }
        )
    else:
        _print_fixed(fixing.written, output)
        _print(found, output)
        output.line(_summary([one.finding for one in found], files, seconds, output))
    for reason in fixing.refused:
        output.remark(f"turnout: {reason}")
    if fixing.refused:
        return 2
    return 1 if any(choice.fails(one.finding) for one in found) else 0


def _fixed_json(one: Written) -> dict[str, object]:
    finding = one.fixed.finding
    return {
        "path": one.path,
        "range": json_range(one.before, finding.span),
        "code": finding.code,
        "severity": finding.severity,
        "fix": one.fixed.title,
    }


def _json(one: _Found) -> dict[str, object]:
    finding = one.finding
    return {
        "path": one.path,
        "range": json_range(one.project.snapshot.source(finding.path), finding.span),
        "code": finding.code,
        "severity": finding.severity,
        "category": finding.category,
        "message": finding.message,
        "fixes": list(finding.fixes),
        "docs": finding.docs,
    }


def _print_fixed(written: Sequence[Written], output: Output) -> None:
    style = output.style
    for one in written:
        line, column = line_and_column(one.before, one.fixed.finding.span.start)
        where = f"{style('path', one.path)}{style('dim', f':{line}:{column}')}"
        output.line(f"{where}  {style('good', 'fixed')} {style('dim', one.fixed.finding.code)}  {one.fixed.title}")
    if written:
        files = len({one.path for one in written})
        output.line(f"{style('good', count(len(written), 'finding'))} fixed in {count(files, 'file')}")
        output.line()


def _print(found: Iterable[_Found], output: Output) -> None:
    style = output.style
    told: set[str] = set()
    for one in found:
        finding, source = one.finding, one.project.snapshot.source(one.finding.path)
        line, column = line_and_column(source, finding.span.start)
        where = f"{style('path', one.path)}{style('dim', f':{line}:{column}')}"
        output.line(f"{where}  {style(finding.severity, finding.severity)} {style('dim', finding.code)}")
        output.paragraph(finding.message)
        if source is not None:
            output.line(frame(source, finding.span, style, finding.severity, output.columns or 120))
        for place in finding.related:
            line, column = line_and_column(one.project.snapshot.source(place.path), place.span.start)
            output.line(f"  {style('dim', 'see')}  {one.project.shown(place.path)}:{line}:{column}  {place.text}")
        for fix in finding.fixes:
            output.line(f"  {style('good', 'fix')}  {fix}")
        if finding.code not in told:
            told.add(finding.code)
            output.line(f"  {style('dim', 'why')}  {style('link', finding.docs)}")
        output.line()


def _summary(findings: Sequence[Diagnostic], files: int, seconds: float, output: Output) -> str:
    style = output.style
    read = style("dim", f"{count(files, 'file')} in {seconds:.2f} s")
    if not findings:
        return f"{style('good', 'No findings')} in {read}" if files else "No files of a Next.js app found."
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        style(severity, count(numbers[severity], *_NAMES[severity])) for severity in SEVERITIES if numbers[severity]
    ]
    fixable = sum(bool(finding.fixes) for finding in findings)
    return f"{', '.join(parts)} in {read}" + (f", {fixable} with a fix" if fixable else "")


_NAMES: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "information": ("remark", "remarks"),
    "hint": ("hint", "hints"),
}


def _is_at_least(severity: Severity, least: Severity) -> bool:
    return SEVERITIES.index(severity) <= SEVERITIES.index(least)
