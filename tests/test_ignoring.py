"""Comments that silence: wherever a finding is, its comment can be put in, says what it should, and breaks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from harness.markdown import Case, cases_of, judged, project
from turnout import features
from turnout.features import Diagnostic, Snapshot
from turnout.settings import Settings
from turnout.text.edits import SourceChange, apply_edits

SPECS = sorted((Path(__file__).parent / "rules").glob("*.md"))
ALL_RULES = Settings()


def with_crlf(case: Case) -> dict[str, str]:
    return {
        path: text.replace("\n", "\r\n") if not path.endswith(".json") else text for path, text in case.files.items()
    }


def as_it_is(case: Case) -> dict[str, str]:
    return case.files


@pytest.mark.parametrize("written", [as_it_is, with_crlf])
@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_every_finding_can_be_silenced(spec: Path, written: Callable[[Case], dict[str, str]]) -> None:
    """One finding of each case of each rule, on its line and in its file."""
    for case in cases_of(spec):
        files = written(case)
        snapshot = project(files, ALL_RULES)
        for path, about in _one_of_each(snapshot):
            for where in ("line", "file"):
                text = _ignored(snapshot, path, about, f"Ignore {about.code} {_WHERE[where]}")
                if text is None:
                    assert where == "line", "a file has always room"
                    continue
                assert text.count("\r\n") in (0, text.count("\n"))
                later = project({**files, path: text}, ALL_RULES)
                before, after = snapshot.module(path), later.module(path)
                assert before is not None
                assert after is not None
                assert len(after.errors) == len(before.errors), text
                assert [each.text for each in after.directives] == [each.text for each in before.directives]
                left = _codes(later, path)
                assert left.count(about.code) < _codes(snapshot, path).count(about.code), text
                assert left.count("unused-ignore") == _codes(snapshot, path).count("unused-ignore"), text


_WHERE = {"line": "on this line", "file": "in this file"}


def _one_of_each(snapshot: Snapshot) -> Iterator[tuple[str, Diagnostic]]:
    told: set[tuple[str, str]] = set()
    for path, _ in judged(snapshot):
        for about in features.check(snapshot, path):
            if about.code != "unused-ignore" and (path, about.code) not in told:
                told.add((path, about.code))
                yield path, about


def _ignored(snapshot: Snapshot, path: str, about: Diagnostic, title: str) -> str | None:
    offered = features.actions(snapshot, path, about.span, ("quickfix",))
    action = next((each for each in offered if each.title == title and each.fixes == (about,)), None)
    change = features.resolve(snapshot, action.data) if action is not None else None
    if change is None:
        return None
    assert isinstance(change, SourceChange)
    source = snapshot.source(path)
    assert source is not None
    return apply_edits(source.data, change.edits[path]).decode()


def _codes(snapshot: Snapshot, path: str) -> list[str]:
    return [each.code for each in features.check(snapshot, path)]


SYNC = "sync-server-action"
FORM = "<form action={() => { 'use server'; }} />"
PLAIN, BRACED = f"// turnout-ignore-next-line {SYNC}", f"{{/* turnout-ignore-next-line {SYNC} */}}"


@pytest.mark.parametrize(
    ("lines", "at", "comment"),
    [
        (["'use server'; export function save() {}"], 0, PLAIN),
        (["'use server';", "", "// Saves.", "export function save() {}"], 3, PLAIN),
        (
            [
                "'use server';",
                "",
                "// eslint-disable-next-line no-console",
                "// @ts-expect-error later",
                "export function save() {}",
            ],
            2,
            PLAIN,
        ),
        (["export default () => (", f"  {FORM}", ");"], 1, f"  {PLAIN}"),
        (
            ["export default () => (", "  <form", "    action={() => { 'use server'; }}", "  />", ");"],
            2,
            f"    {PLAIN}",
        ),
        (["export default () => (", "  <>", f"    {FORM}", "  </>", ");"], 2, f"    {BRACED}"),
        (["export default () => (", "  <p>", "    Hello", f"    {FORM}", "  </p>", ");"], 3, f"    {BRACED}"),
        (
            [
                "export default () => (",
                "  <p>",
                "    {/* eslint-disable-next-line a */}",
                f"    {FORM}",
                "  </p>",
                ");",
            ],
            2,
            f"    {BRACED}",
        ),
        (
            [
                "export default ({ a }: { a: string[] }) => (",
                "  <ul className={`a > ${a}`} onClick={() => 1 > 2}>",
                "    {a.map((b) => (",
                f"      {FORM}",
                "    ))}",
                "  </ul>",
                ");",
            ],
            3,
            f"      {PLAIN}",
        ),
    ],
)
def test_where_the_comment_stands(lines: list[str], at: int, comment: str) -> None:
    path = "app/page.tsx" if "export default" in lines[0] else "app/actions.ts"
    snapshot = project({path: "\n".join((*lines, ""))})
    about = next(each for each in features.check(snapshot, path) if each.code == SYNC)
    text = _ignored(snapshot, path, about, f"Ignore {SYNC} on this line")
    assert text == "\n".join((*lines[:at], comment, *lines[at:], ""))
    assert SYNC not in _codes(project({path: text}), path)


def test_a_second_code_joins_the_first_one() -> None:
    path, text = (
        "app/actions.ts",
        "// turnout-ignore-file unused-action -- later\n'use server';\nexport function save() {}\n",
    )
    snapshot = project({path: text})
    about = next(each for each in features.check(snapshot, path) if each.code == SYNC)
    assert _ignored(snapshot, path, about, f"Ignore {SYNC} in this file") == text.replace(
        "unused-action", f"unused-action, {SYNC}"
    )


def test_a_file_may_begin_with_more_than_code() -> None:
    path, text = "app/actions.ts", "\ufeff'use server';\nexport function save() {}\n"
    snapshot = project({path: text})
    about = next(each for each in features.check(snapshot, path) if each.code == SYNC)
    assert (
        _ignored(snapshot, path, about, f"Ignore {SYNC} in this file")
        == f"\ufeff// turnout-ignore-file {SYNC}\n" + text[1:]
    )


def test_inside_a_class_with_decorators() -> None:
    path = "app/api/things/route.ts"
    text = (
        "import { redirect } from 'next/navigation';\nclass Things {\n  @traced()\n  async go() {\n    try {\n"
        "      redirect('/');\n    } catch {}\n  }\n}\n"
        "export const GET = async () => Response.json(await new Things().go());\n"
        "declare function traced(): MethodDecorator;\n"
    )
    snapshot = project({path: text})
    about = next(each for each in features.check(snapshot, path) if each.code == "redirect-in-try")
    ignored = _ignored(snapshot, path, about, "Ignore redirect-in-try on this line")
    assert ignored is not None
    assert "    try {\n      // turnout-ignore-next-line redirect-in-try\n      redirect('/');" in ignored
