"""Code actions from the question to the changed files."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from harness.capabilities import MINIMAL, VSCODE, without
from harness.editor import Editor, Failed, editor

FILE = "app/actions/not-async.ts"
FIX = ["quickfix"]


def titles(found: list[dict[str, Any]]) -> list[str]:
    return [each["title"] for each in found]


def make_async(it: Editor) -> dict[str, Any]:
    return next(each for each in it.actions(FILE, "addTask", FIX) if "async" in each["title"])


def test_a_quick_fix_from_question_to_file(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.open(FILE)
        finding = it.pull(FILE)["items"][0]
        action = make_async(it)
        assert action["kind"] == "quickfix"
        assert action["isPreferred"] is True
        assert action["diagnostics"] == [finding]
        assert "edit" not in action, "edits are made when they are asked for"
        edit = it.resolve(action)["edit"]
        assert edit["documentChanges"][0]["textDocument"] == {"uri": it.uri(FILE), "version": 1}
        it.apply(edit)
        assert "export async function addTask" in it.text_of(FILE)
        assert len(it.pull(FILE)["items"]) == 1


def test_a_closed_file_has_no_version(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.scanned()
        edit = it.resolve(make_async(it))["edit"]
        assert edit["documentChanges"][0]["textDocument"] == {"uri": it.uri(FILE), "version": None}
        it.apply(edit)
        assert "export async function addTask" in (mistakes / FILE).read_text()


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (None, {"quickfix", "source.fixAll", "refactor.rewrite"}),
        ([""], {"quickfix", "source.fixAll", "refactor.rewrite"}),
        (["quickfix"], {"quickfix"}),
        (["source"], {"source.fixAll"}),
        (["source.fixAll"], {"source.fixAll"}),
        (["source.fixAll.turnout"], {"source.fixAll"}),
        (["source.fixAll.eslint"], set()),
        (["source.organizeImports"], set()),
        (["refactor.extract"], set()),
        (["refactor"], {"refactor.rewrite"}),
    ],
)
def test_only_what_is_asked_for(mistakes: Path, only: list[str] | None, kinds: set[str]) -> None:
    with editor(mistakes) as it:
        it.open(FILE)
        it.scanned()
        found = {each["kind"] for each in it.actions(FILE, "addTask", only)}
        assert {kind.partition(".turnout")[0] for kind in found} == kinds


def test_all_fixes_at_once(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.open(FILE)
        (action,) = it.actions(FILE, "addTask", ["source.fixAll.turnout"])
        it.apply(it.resolve(action)["edit"])
        assert it.pull(FILE)["items"] == []


def test_all_fixes_at_once_when_they_touch_each_other(small: Path) -> None:
    path = "app/go/route.ts"
    text = (
        "export async function GET() {\n  if (Date.now() % 2) return Response.redirect('/odd');\n"
        "  return Response.redirect('/even');\n}\n"
    )
    (small / path).parent.mkdir(parents=True)
    (small / path).write_text(text)
    with editor(small) as it:
        it.open(path)
        assert len(it.pull(path)["items"]) == 2
        (action,) = it.actions(path, "GET", ["source.fixAll.turnout"])
        it.apply(it.resolve(action)["edit"])
        assert it.text_of(path).count("GET(request: Request)") == 1
        assert it.pull(path)["items"] == []


def test_nothing_is_fixed_in_a_broken_file(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.open(FILE, (mistakes / FILE).read_text() + "\nexport const = ;\n")
        assert it.actions(FILE, "addTask", ["source.fixAll.turnout"]) == []


def test_an_edit_for_a_text_that_is_gone(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.open(FILE)
        action = make_async(it)
        it.edit(FILE, "'use server';", "'use server';\n")
        with pytest.raises(Failed) as failed:
            it.resolve(action)
        assert failed.value.code == -32801
        it.apply(it.resolve(make_async(it))["edit"])
        assert "export async function addTask" in it.text_of(FILE)


def test_nonsense_to_resolve(mistakes: Path) -> None:
    with editor(mistakes) as it:
        it.open(FILE)
        for data in (None, 3, {}, {"root": "/nowhere"}, {"root": str(mistakes), "path": FILE, "ask": {"what": 1}}):
            action = {"title": "Nothing", "kind": "quickfix", "data": data}
            with suppress(Failed):
                assert "edit" not in it.resolve(action)
        assert it.resolve(make_async(it))["edit"]


def test_a_client_that_resolves_nothing_gets_the_edit_at_once(mistakes: Path) -> None:
    with editor(mistakes, without(VSCODE, "textDocument.codeAction.resolveSupport")) as it:
        assert it.initialized["capabilities"]["codeActionProvider"]["resolveProvider"] is False
        it.open(FILE)
        action = make_async(it)
        assert "data" not in action
        it.apply(action["edit"])
        assert "export async function addTask" in it.text_of(FILE)


def test_a_client_without_document_changes(mistakes: Path) -> None:
    capabilities = without(VSCODE, "workspace.workspaceEdit")
    with editor(mistakes, capabilities) as it:
        it.open(FILE)
        action = make_async(it)
        assert set(action["edit"]) == {"changes"}
        it.apply(action["edit"])
        assert "export async function addTask" in it.text_of(FILE)


def test_a_client_that_knows_only_commands_gets_none(mistakes: Path) -> None:
    with editor(mistakes, MINIMAL) as it:
        it.open(FILE)
        assert it.actions(FILE, "addTask") == []


# ---------------------------------------------------------------- conversions

HELLO = "pages/api/submit.js"
CASES = Path(__file__).parents[1] / "conversions"
TO_ACTION = ["refactor.rewrite.turnout.toServerAction"]
TO_HANDLER = ["refactor.rewrite.turnout.toRouteHandler"]


def test_a_conversion_from_question_to_files(tutorial: Path) -> None:
    with editor(tutorial) as it:
        it.open("app/actions.js")
        it.scanned()
        (action,) = it.actions("app/actions.js", "greet", TO_HANDLER)
        assert action["kind"] == TO_HANDLER[0]
        assert "disabled" not in action
        edit = it.resolve(action)["edit"]
        notes = edit["changeAnnotations"]
        assert all(each["needsConfirmation"] is False and each["label"] for each in notes.values())
        it.apply(edit)
        reports = it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert not [each for report in reports for each in report["items"] if each["severity"] == 1]


def test_a_client_that_makes_no_files_is_told_why(tutorial: Path) -> None:
    capabilities = without(VSCODE, "workspace.workspaceEdit.resourceOperations")
    with editor(tutorial, capabilities) as it:
        it.open("app/actions.js")
        it.scanned()
        for action in it.actions("app/actions.js", "greet", TO_HANDLER):
            assert "make and delete files" in action["disabled"]["reason"]
            assert "edit" not in action


def test_refusals_are_shown_to_those_who_can_show_them(tutorial: Path) -> None:
    """A file with a syntax error is never converted."""
    broken = (tutorial / "app/actions.js").read_text() + "\nexport const = ;\n"
    with editor(tutorial) as it:
        it.open("app/actions.js", broken)
        it.scanned()
        found = it.actions("app/actions.js", "greet", TO_HANDLER)
        assert found, "silence teaches nothing"
        assert all(each["disabled"]["reason"] for each in found)
    with editor(tutorial, without(VSCODE, "textDocument.codeAction.disabledSupport")) as it:
        it.open("app/actions.js", broken)
        it.scanned()
        assert it.actions("app/actions.js", "greet", TO_HANDLER) == []


def test_an_endpoint_that_stays_is_offered_where_it_can_not_go(small: Path) -> None:
    before, path = CASES / "endpoint-kept/a-test-calls-it/before", "app/api/names/route.ts"
    shutil.copytree(before, small, dirs_exist_ok=True)
    (small / path).write_text((small / path).read_text().replace("/*|*/", ""))
    with editor(small) as it:
        it.open(path)
        it.scanned()
        stuck, kept = it.actions(path, "POST", TO_ACTION)
        assert stuck["title"] == "Convert POST /api/names to a Server Action"
        reason = "A test calls this endpoint by its URL here."
        further = "It can be done with the endpoint left where it is: that is offered, too."
        assert stuck["disabled"]["reason"] == f"{reason} {further}"
        assert kept["title"] == "Convert POST /api/names to a Server Action, and keep the endpoint"
        assert "disabled" not in kept
        it.apply(it.resolve(kept)["edit"])
        assert "await createName(name)" in it.text_of(path)
        assert "createNameAction(name)" in it.text_of("app/page.tsx")
        it.close(path)
        it.open("tests/names.test.ts", "")
        (small / path).write_text((before / path).read_text().replace("/*|*/", ""))
        (small / "app/page.tsx").write_text((before / "app/page.tsx").read_text())
        it.open(path)
        it.open("app/page.tsx")
        (able,) = it.actions(path, "POST", TO_ACTION)
        assert "disabled" not in able, "nothing is in its way: the menu is short"
