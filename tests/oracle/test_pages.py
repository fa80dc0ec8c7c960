"""The examples on the pages of all rules: the compiler refuses what Turnout tells, line by line, and nothing else."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from harness.markdown import cases, judged, project
from oracle import next as nextjs
from oracle.next import Flags, Layer
from oracle.test_agreement import CODES
from oracle.variations import MESSAGES
from turnout.project.snapshot import Snapshot
from turnout.rules import RULES
from turnout.rules.rule import Rule
from turnout.syntax.grammar import is_code

COMPILED = frozenset(CODES.values())
"""The rules that say what the compiler says."""
LAYERS: dict[str, Layer] = {
    "rsc": "rsc", "actions": "rsc", "handler": "rsc", "app-client": "ssr", "pages": "pages", "api": "api",
}  # fmt: skip
"""The compiler's layers by those of Turnout; what only data functions use is compiled with its page."""


@dataclass(frozen=True)
class Example:
    """One file of a page as one layer gets it, and the lines with the rules that Turnout tells there."""

    page: str
    section: str
    path: str
    code: str
    layer: Layer
    flags: Flags
    told: frozenset[tuple[int, str]]


def examples() -> Iterator[Example]:
    for rule in RULES:
        for case in cases(rule.page):
            snapshot = project(case.files)
            told: dict[str, set[tuple[int, str]]] = defaultdict(set)
            for path, each in judged(snapshot):
                source = snapshot.source(path)
                assert source is not None
                if each.rule.code in COMPILED:
                    told[path].add((source.lines.line_of(each.finding.span.start) + 1, each.rule.code))
            for path, code in case.files.items():
                for layer in sorted(layers_of(snapshot, path)):
                    yield Example(
                        rule.code, case.name, path, code, layer, flags_of(snapshot, path), frozenset(told[path])
                    )


def layers_of(snapshot: Snapshot, path: str) -> frozenset[Layer]:
    if not is_code(path):
        return frozenset()
    found = frozenset(LAYERS[layer] for layer in snapshot.layers(path) if layer in LAYERS)
    module = snapshot.module(path)
    # What no page leads to is compiled as what it says it is.
    return found or frozenset({"ssr" if module is not None and module.is_client_file else "rsc"})


def flags_of(snapshot: Snapshot, path: str) -> Flags:
    app = snapshot.app(path)
    if app is None:
        return nextjs.NO_FLAGS
    cache: Flags = frozenset({"cache" if "sessions" in app.config.cache_handlers else "cache-alone"})
    taint: Flags = frozenset({"taint"})
    return (cache if app.config.use_cache else nextjs.NO_FLAGS) | (taint if app.config.taint else nextjs.NO_FLAGS)


@functools.cache
def compiled() -> dict[str, list[tuple[Example, tuple[nextjs.CompileError, ...]]]]:
    """Every example with the compiler's errors, by page and by one run of the compiler."""
    asked = list(examples())
    said: list[list[nextjs.CompileError]] = [[] for _ in asked]
    for index, error in nextjs.compile_all([(it.path, it.code, it.layer, it.flags) for it in asked]):
        said[index].append(error)
    found: dict[str, list[tuple[Example, tuple[nextjs.CompileError, ...]]]] = defaultdict(list)
    for example, errors in zip(asked, said, strict=True):
        found[example.page].append((example, tuple(errors)))
    return found


def rules_for(message: str) -> frozenset[str]:
    return frozenset(
        CODES[row] for row, beginning in MESSAGES.items() if row in CODES and message.startswith(beginning)
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page(rule: Rule) -> None:
    wrong: list[str] = []
    refused = False
    for example, errors in compiled()[rule.code]:
        refused = refused or bool(errors)
        where = f"{example.section}, {example.path} in {example.layer}"
        for error in errors:
            if not any((error.line, code) in example.told for code in rules_for(error.message)):
                wrong.append(f"{where}: the compiler says in line {error.line}: {error.message}")
    assert not wrong, "\n".join(wrong)
    assert refused or rule.code not in COMPILED, "the compiler has nothing against what the page calls bad"
