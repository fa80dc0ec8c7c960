"""Findings as editors get them: pushed, or pulled, of one file and of all."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

from harness.capabilities import PUSH, VSCODE, without
from harness.editor import PATIENCE, Editor, editor
from lsp.conftest import SYNC, write


def everything(it: Editor, previous: dict[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """The answer to workspace/diagnostic, by path."""
    known = [{"uri": it.uri(path), "value": value} for path, value in (previous or {}).items()]
    items = it.request("workspace/diagnostic", {"previousResultIds": known})["items"]
    return {it._name(each["uri"]): each for each in items}


def ids(reports: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {path: each["resultId"] for path, each in reports.items() if "resultId" in each}


# ----------------------------------------------------------------------- pull


def test_a_finding_says_all_that_is_known(mistakes: Path) -> None:
    with editor(mistakes) as it:
        finding = it.pull("app/actions/not-async.ts")["items"][0]
        assert it.slice("app/actions/not-async.ts", finding["range"]) == "addTask"
        assert finding["source"] == "turnout"
        assert finding["code"] == "sync-server-action"
        assert finding["severity"] == 1
        assert finding["codeDescription"]["href"].startswith("https://nextjs.org/docs/")
        assert finding["data"]["category"] == "build"
        assert finding["data"]["fixes"]
        beside = it.pull("app/conflict/route.ts")["items"][0]
        place = beside["relatedInformation"][0]["location"]
        assert place["uri"] == it.uri("app/conflict/page.tsx")


def test_related_places_only_for_those_who_show_them(mistakes: Path) -> None:
    with editor(mistakes, without(VSCODE, "textDocument.publishDiagnostics")) as it:
        assert "relatedInformation" not in it.pull("app/conflict/route.ts")["items"][0]


def test_unchanged_findings_are_not_sent_again(small: Path) -> None:
    with editor(small) as it:
        it.open("app/actions.ts")
        first = it.pull("app/actions.ts")
        assert it.pull("app/actions.ts", first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
        it.edit("app/actions.ts", "return name", "return name + 1")
        assert it.pull("app/actions.ts", first["resultId"])["kind"] == "unchanged"
        it.edit("app/actions.ts", "export", "\nexport")
        moved = it.pull("app/actions.ts", first["resultId"])
        assert moved["kind"] == "full"
        assert moved["items"][0]["range"]["start"]["line"] == first["items"][0]["range"]["start"]["line"] + 1
        assert it.pull("app/actions.ts", "never heard of")["kind"] == "full"


def test_the_whole_workspace(mistakes: Path) -> None:
    with editor(mistakes) as it:
        reports = everything(it)
        assert "app/actions/not-async.ts" in reports
        assert "app/page.tsx" not in reports, "files without findings are not listed"
        assert all(each["kind"] == "full" and each["items"] for each in reports.values())
        again = everything(it, ids(reports))
        assert set(again) == set(reports)
        assert {each["kind"] for each in again.values()} == {"unchanged"}


def test_the_whole_workspace_after_changes(mistakes: Path) -> None:
    with editor(mistakes) as it:
        before = everything(it)
        it.open("app/actions/not-async.ts")
        it.edit("app/actions/not-async.ts", "export function", "export async function")
        it.edit("app/actions/not-async.ts", "= (id", "= async (id")
        (mistakes / "app/conflict/route.ts").unlink()
        changed = {"uri": it.uri("app/conflict/route.ts"), "type": 3}
        it.notify("workspace/didChangeWatchedFiles", {"changes": [changed]})
        after = everything(it, ids(before))
        assert after["app/actions/not-async.ts"]["items"] == []
        assert after["app/actions/not-async.ts"]["version"] == 3
        assert after["app/conflict/route.ts"]["items"] == []
        assert after["app/orders/new/actions.ts"]["kind"] == "unchanged"


def test_a_client_is_asked_to_pull_again_when_other_files_are_concerned(tutorial: Path) -> None:
    """A route goes, and the page that calls it, open in another tab, has a new finding."""
    with editor(tutorial) as it:
        it.open("app/profile/user-form.jsx")
        everything(it)
        caller = "app/caller.tsx"
        it.open(caller, "'use client';\nexport const load = () => fetch('/api/hello');\n")
        first = it.pull(caller)
        mark = it.mark()
        (tutorial / "pages/api/hello.js").unlink()
        it.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": it.uri("pages/api/hello.js"), "type": 3}]})
        it.wait_for("workspace/diagnostic/refresh", since=mark)
        assert [each["code"] for each in it.pull(caller, first["resultId"])["items"]] == ["unknown-api-url"]


def test_no_refresh_without_need(small: Path) -> None:
    with editor(small) as it:
        it.open("app/actions.ts")
        first = it.pull("app/actions.ts")
        it.scanned()
        everything(it)
        time.sleep(0.3)
        mark = it.mark()
        for number in range(3):
            it.edit("app/actions.ts", "return name", f"return name + {number}")
            it.pull("app/actions.ts", first["resultId"])
        time.sleep(0.5)
        assert not [each for each in it.received[mark:] if each["method"] == "workspace/diagnostic/refresh"]


def test_the_opened_file_comes_before_the_rest(large: Path) -> None:
    with editor(large) as it:
        it.open("app/actions.ts")
        assert [each["code"] for each in it.pull("app/actions.ts")["items"]] == ["sync-server-action"]
        done = [each for each in it.all("$/progress") if each["value"]["kind"] == "end"]
        assert not done, "the project was read before the answer"
        assert set(everything(it)) == {"app/actions.ts"}


def test_the_opened_file_comes_before_the_rest_also_when_pushed(large: Path) -> None:
    with editor(large, PUSH) as it:
        it.open("app/actions.ts")
        it.pushed("app/actions.ts")
        done = [each for each in it.all("$/progress") if each["value"]["kind"] == "end"]
        assert not done, "the project was read before the answer"
        it.scanned(60)


# ----------------------------------------------------------------------- push


def test_all_findings_are_pushed_after_the_first_reading(mistakes: Path) -> None:
    with editor(mistakes, PUSH) as it:
        assert it.pushed("app/actions/not-async.ts")
        assert it.pushed("pages/api/no-default.ts")
        time.sleep(0.3)
        assert not [each for each in it.all("textDocument/publishDiagnostics") if not each["diagnostics"]]


def test_pushed_findings_follow_the_text(small: Path) -> None:
    with editor(small, PUSH) as it:
        it.open("app/actions.ts", version=5)
        uri = it.uri("app/actions.ts")
        assert it.wait_for("textDocument/publishDiagnostics", lambda params: params["uri"] == uri)["version"] == 5
        mark = it.mark()
        it.edit("app/actions.ts", "export function", "export async function")
        assert it.pushed("app/actions.ts", lambda found: not found, mark) == []
        mark = it.mark()
        it.close("app/actions.ts")
        assert it.pushed("app/actions.ts", since=mark), "the disk's text counts again"


def test_pushed_findings_go_with_the_file(small: Path) -> None:
    with editor(small, PUSH) as it:
        it.pushed("app/actions.ts")
        mark = it.mark()
        (small / "app/actions.ts").unlink()
        it.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": it.uri("app/actions.ts"), "type": 3}]})
        it.pushed("app/actions.ts", lambda found: not found, mark)
        mark = it.mark()
        write(small, {"app/actions.ts": SYNC})
        it.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": it.uri("app/actions.ts"), "type": 1}]})
        it.pushed("app/actions.ts", since=mark)


def test_a_folder_that_is_renamed(small: Path) -> None:
    with editor(small, PUSH) as it:
        it.pushed("app/actions.ts")
        mark = it.mark()
        write(small, {"app/admin/actions.ts": SYNC})
        it.notify("workspace/didCreateFiles", {"files": [{"uri": it.uri("app/admin")}]})
        it.pushed("app/admin/actions.ts", since=mark)
        mark = it.mark()
        shutil.move(small / "app/admin", small / "app/team")
        both = {"oldUri": it.uri("app/admin"), "newUri": it.uri("app/team")}
        it.notify("workspace/didRenameFiles", {"files": [both]})
        it.pushed("app/admin/actions.ts", lambda found: not found, mark)
        it.pushed("app/team/actions.ts", since=mark)
        mark = it.mark()
        shutil.rmtree(small / "app/team")
        it.notify("workspace/didDeleteFiles", {"files": [{"uri": it.uri("app/team")}]})
        it.pushed("app/team/actions.ts", lambda found: not found, mark)


def test_somebody_who_types_without_a_pause_gets_findings(small: Path) -> None:
    with editor(small, PUSH) as it:
        it.open("app/actions.ts")
        it.pushed("app/actions.ts")
        mark, end = it.mark(), time.monotonic() + PATIENCE
        while time.monotonic() < end:
            it.edit("app/actions.ts", "return ", "return 1 + ")
            time.sleep(0.01)
            if any(each["method"] == "textDocument/publishDiagnostics" for each in it.received[mark:]):
                return
        raise AssertionError("nothing came while the typing went on")


def test_files_outside_of_apps_have_no_findings(tmp_path: Path) -> None:
    (tmp_path / "actions.ts").write_text(SYNC)
    with editor(tmp_path, PUSH) as it:
        it.open("actions.ts")
        it.scanned()
        time.sleep(0.3)
        assert not [each for each in it.all("textDocument/publishDiagnostics") if each["diagnostics"]]


def test_another_branch_is_checked_out(small: Path) -> None:
    """Many files change at once: all of them are taken in, and no request waits for all of them."""
    with editor(small) as it:
        it.open("app/actions.ts")
        before = everything(it)
        names = [f"app/part{number}/actions.ts" for number in range(150)]
        write(small, dict.fromkeys(names, SYNC))
        changes = [{"uri": it.uri(name), "type": 1} for name in names]
        it.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        assert it.pull("app/actions.ts")["items"]
        after = everything(it, ids(before))
        assert set(names) <= set(after)


def test_files_of_packages_are_let_alone(small: Path) -> None:
    path = "node_modules/kit/actions.ts"
    write(small / "node_modules/kit", {"actions.ts": SYNC})
    with editor(small) as it:
        it.open(path)
        it.scanned()
        assert it.pull(path)["items"] == []
        assert it.hover(path, "rename") is None
        assert it.actions(path, "rename") == []
        it.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": it.uri(path), "type": 2}]})
        assert set(everything(it)) == {"app/actions.ts"}
