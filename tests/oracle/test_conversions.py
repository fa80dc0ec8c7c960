"""What a conversion writes is real: TypeScript 5 and 7 accept every after tree, and Next.js builds them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from oracle import next as nextjs
from oracle.trees import (
    CONVERSIONS,
    TypeFault,
    cases,
    copies,
    missing_packages,
    one_app_of,
    type_faults_5,
    type_faults_7,
)

PAGES_THAT_RUN_LONG = {
    "max-duration-of-client-pages": {"/club": 120, "/poems": 120},
    "max-duration-of-the-pages": {"/dashboard": 120, "/reports": 120, "/reports/yearly": 300},
}
"""What Next.js itself must make of ``maxDuration`` where it was moved, in seconds."""

FaultsOf = Callable[[Sequence[Path]], list[set[TypeFault]]]


@pytest.mark.parametrize("faults_of", [type_faults_5, type_faults_7])
def test_after_trees_type_check(faults_of: FaultsOf) -> None:
    asked = cases()
    trees = [tree for case in asked for tree in (case / "before", case / "after")]
    with copies(trees) as folders:
        answers = faults_of(folders)

    wrong: list[str] = []
    for case, before, after in zip(asked, answers[::2], answers[1::2], strict=True):
        # A case may use a package that isn't here; the conversion must add nothing to that.
        known = {(fault.code, fault.message) for fault in before}
        wrong += [
            f"{case.relative_to(CONVERSIONS)}: {fault.path}: {fault.code}: {fault.message}"
            for fault in sorted(after, key=lambda it: (it.path, it.code))
            if (fault.code, fault.message) not in known
        ]
    assert not wrong, "\n".join(wrong)


def test_after_trees_build() -> None:
    # The Pages Router has one fixed folder, so that a tree that keeps pages is not built with the others.
    buildable = [
        case / "after"
        for case in cases()
        if not missing_packages(case / "after") and not list((case / "after").glob("**/pages"))
    ]
    if not buildable:
        return
    with one_app_of(buildable) as app:
        built = nextjs.build_in_place(app)
        names = "\n".join(f"c{number}: {tree.relative_to(CONVERSIONS)}" for number, tree in enumerate(buildable))
        assert built.ok, f"{built.output}\n{names}"
        told = json.loads((app / ".next/server/functions-config-manifest.json").read_text("utf-8"))["functions"]
        for number, tree in enumerate(buildable):
            pages = PAGES_THAT_RUN_LONG.get(tree.parent.name, {})
            got = {page: told.get(f"/c{number}/app{page}", {}).get("maxDuration") for page in pages}
            assert got == pages, tree.parent.name
