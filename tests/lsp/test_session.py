"""Settings, folders, progress: what goes on around the texts."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from harness.capabilities import MINIMAL, PUSH, without
from harness.editor import MISTAKES_ONLY, Editor, Failed, editor, uri_of
from lsp.conftest import SYNC, write


def codes(it: Editor, path: str) -> list[str]:
    """The mistakes; some settings of these tests leave the verdicts on."""
    return [each["code"] for each in it.pull(path)["items"] if each["data"]["category"] != "choice"]


# ------------------------------------------------------------------- settings


def test_settings_are_asked_for(small: Path) -> None:
    settings = {"rules": {"sync-server-action": "hint"}}
    with editor(small, settings=settings) as it:
        it.open("app/actions.ts")
        assert it.pull("app/actions.ts")["items"][0]["severity"] == 4
        asked = it.wait_for("workspace/configuration")["items"]
        assert asked == [{"scopeUri": uri_of(small), "section": "turnout"}]


def test_settings_change_while_the_editor_runs(small: Path) -> None:
    settings: dict[str, Any] = {}
    with editor(small, settings=settings) as it:
        it.open("app/actions.ts")
        assert codes(it, "app/actions.ts") == ["sync-server-action"]
        mark = it.mark()
        settings["rules"] = {"sync-server-action": "off"}
        it.notify("workspace/didChangeConfiguration", {"settings": None})
        it.wait_for("workspace/diagnostic/refresh", since=mark)
        assert codes(it, "app/actions.ts") == []


def test_settings_pushed_by_a_client_that_can_not_be_asked(small: Path) -> None:
    capabilities = without(PUSH, "workspace.configuration")
    with editor(
        small, capabilities, initializationOptions={**MISTAKES_ONLY, "rules": {"sync-server-action": "warning"}}
    ) as it:
        it.open("app/actions.ts")
        assert it.pushed("app/actions.ts")[0]["severity"] == 2
        mark = it.mark()
        it.notify(
            "workspace/didChangeConfiguration",
            {"settings": {"turnout": {**MISTAKES_ONLY, "rules": {"sync-server-action": "off"}}}},
        )
        it.pushed("app/actions.ts", lambda found: not found, mark)


def test_settings_that_make_no_sense_are_told_once_in_the_log(small: Path) -> None:
    with editor(small, settings={"rules": {"sync-server-action": "loud"}, "enable": "yes"}) as it:
        it.wait_for("window/logMessage", lambda params: "turnout.rules.sync-server-action" in params["message"])
        it.notify("workspace/didChangeConfiguration", {"settings": None})
        time.sleep(0.3)
        assert codes(it, "app/actions.ts") == ["sync-server-action"]
        told = [each for each in it.all("window/logMessage") if "turnout.enable" in each["message"]]
        assert len(told) == 1


@pytest.mark.parametrize("settings", [None, 5, "x", [], {"rules": []}, {"authFunctions": 3}, {"verdicts": 1}])
def test_settings_of_any_shape(small: Path, settings: Any) -> None:
    with editor(small, settings=settings) as it:
        assert codes(it, "app/actions.ts") == ["sync-server-action"]


def test_a_client_that_answers_with_an_error_or_not_at_all(small: Path) -> None:
    def fail(_: Any) -> Any:
        raise Failed({"code": -32603, "message": "no"})

    def keep_silent(_: Any) -> Any:
        raise TimeoutError

    answers = {
        "workspace/configuration": fail,
        "client/registerCapability": fail,
        "window/workDoneProgress/create": keep_silent,
    }
    with editor(small, answers=answers) as it:
        it.open("app/actions.ts")
        assert codes(it, "app/actions.ts") == ["sync-server-action"]
        assert it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert not it.all("$/progress"), "the client did not agree to it"


def test_switched_off(small: Path) -> None:
    with editor(small, settings={"enable": False}) as it:
        assert codes(it, "app/actions.ts") == []
        assert it.hover("app/actions.ts", "rename") is None
        assert it.actions("app/actions.ts", "rename") == []


# -------------------------------------------------------------------- folders


@pytest.mark.parametrize("way", ["workspaceFolders", "rootUri", "rootPath"])
def test_a_folder_in_each_way_to_say_it(small: Path, way: str) -> None:
    params: dict[str, Any] = {"workspaceFolders": None, "rootUri": None, "rootPath": None}
    params[way] = {
        "workspaceFolders": [{"uri": uri_of(small), "name": "x"}],
        "rootUri": uri_of(small),
        "rootPath": str(small),
    }[way]
    with editor(small, PUSH, **params) as it:
        assert it.pushed("app/actions.ts")


def test_no_folder_at_all(small: Path) -> None:
    """A single file was opened: its app is found from it, and only what is open is shown."""
    write(small, {"app/more.ts": SYNC})
    with editor(small, PUSH, workspaceFolders=None) as it:
        it.open("app/actions.ts")
        assert it.pushed("app/actions.ts")
        it.scanned()
        time.sleep(0.3)
        shown = {each["uri"] for each in it.all("textDocument/publishDiagnostics") if each["diagnostics"]}
        assert shown == {it.uri("app/actions.ts")}


def test_folders_come_and_go(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one", {"a.ts": SYNC}), write(tmp_path / "two", {"b.ts": SYNC})

    def change(added: list[Path], removed: list[Path]) -> dict[str, Any]:
        return {
            "event": {
                "added": [{"uri": uri_of(each), "name": each.name} for each in added],
                "removed": [{"uri": uri_of(each), "name": each.name} for each in removed],
            }
        }

    with editor(tmp_path, PUSH, workspaceFolders=[{"uri": uri_of(one), "name": "one"}]) as it:
        it.pushed("one/a.ts")
        assert not [each for each in it.all("textDocument/publishDiagnostics") if "two" in each["uri"]]
        it.notify("workspace/didChangeWorkspaceFolders", change([two], []))
        it.pushed("two/b.ts")
        mark = it.mark()
        it.notify("workspace/didChangeWorkspaceFolders", change([], [one]))
        it.pushed("one/a.ts", lambda found: not found, mark)
        it.open("two/b.ts")
        mark = it.mark()
        it.notify("workspace/didChangeWorkspaceFolders", change([one], [two]))
        it.pushed("one/a.ts", since=mark)
        it.edit("two/b.ts", "rename", "other")
        it.pushed("two/b.ts", since=mark)


def test_a_part_of_a_monorepo_is_judged_with_all_of_it(tmp_path: Path) -> None:
    """Only the app's findings are shown, but its callers beside it are known."""
    root = tmp_path / "mono"
    app = '{"dependencies": {"next": "15.1.0"}}'
    files = {
        "package.json": '{"workspaces": ["apps/*"]}',
        "apps/web/package.json": app,
        "apps/web/app/actions.ts": SYNC,
        "apps/other/package.json": app,
        "apps/other/app/actions.ts": SYNC,
    }
    write(root, files)
    shown = [{"uri": uri_of(root / "apps/web"), "name": "web"}]
    with editor(root, workspaceFolders=shown) as it:
        reports = it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert [each["uri"] for each in reports] == [it.uri("apps/web/app/actions.ts")]
        it.open("apps/other/app/actions.ts")
        reports = it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert len(reports) == 2, "what is open is shown"


@pytest.mark.skipif(os.name == "nt", reason="makes symbolic links")
def test_a_folder_behind_a_symbolic_link(small: Path, tmp_path: Path) -> None:
    link = tmp_path / "lïnk & [more]"
    link.symlink_to(small)
    with editor(link) as it:
        it.open("app/actions.ts")
        assert codes(it, "app/actions.ts") == ["sync-server-action"]
        reports = it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert [each["uri"] for each in reports] == [it.uri("app/actions.ts")]
        action = it.resolve(it.actions("app/actions.ts", "rename", ["quickfix"])[0])
        assert action["edit"]["documentChanges"][0]["textDocument"]["uri"] == it.uri("app/actions.ts")


def test_names_that_uris_encode(tmp_path: Path) -> None:
    root = write(tmp_path / "a b#ü%20", {"app/(team)/[...slug]/@x/actions.ts": SYNC})
    with editor(root) as it:
        path = "app/(team)/[...slug]/@x/actions.ts"
        it.open(path)
        assert codes(it, path) == ["sync-server-action"]
        # Some editors leave more characters as they are.
        plain = "file://" + str(root / path).replace("%", "%25").replace(" ", "%20").replace("#", "%23")
        answer = it.request("textDocument/diagnostic", {"textDocument": {"uri": plain}})
        assert len(answer["items"]) == 1


def test_folders_that_are_not_there(tmp_path: Path) -> None:
    folders = [{"uri": each, "name": "x"} for each in (uri_of(tmp_path / "gone"), "vscode-remote://x/y", "nonsense")]
    with editor(tmp_path, workspaceFolders=folders) as it:
        assert it.request("workspace/diagnostic", {"previousResultIds": []})["items"] == []


# ------------------------------------------------------------------- progress


def test_the_first_reading_shows_its_progress(large: Path) -> None:
    with editor(large) as it:
        it.scanned(60)
        values = [each["value"] for each in it.all("$/progress")]
        assert values[0]["kind"] == "begin"
        assert values[0]["cancellable"] is True
        assert "large" in values[0]["title"]
        assert {each["kind"] for each in values[1:-1]} == {"report"}
        assert [each["percentage"] for each in values[1:-1]] == sorted(each["percentage"] for each in values[1:-1])
        assert values[-1]["kind"] == "end"


def test_requests_are_answered_during_the_first_reading(large: Path) -> None:
    with editor(large) as it:
        it.open("app/actions.ts")
        slowest = 0.0
        while not [each for each in it.all("$/progress") if each["value"]["kind"] == "end"]:
            started = time.monotonic()
            it.hover("app/actions.ts", "rename")
            slowest = max(slowest, time.monotonic() - started)
        assert slowest < 1.5, "two processes read while two tests run; alone it is a few milliseconds"


def test_the_first_reading_can_be_given_up(large: Path) -> None:
    with editor(large) as it:
        token = it.wait_for("$/progress", lambda params: params["value"]["kind"] == "begin")["token"]
        it.open("app/actions.ts")
        it.notify("window/workDoneProgress/cancel", {"token": token})
        it.notify("window/workDoneProgress/cancel", {"token": "another"})
        end = it.wait_for("$/progress", lambda params: params["value"]["kind"] == "end")
        assert "stopped" in end["value"]["message"]
        assert codes(it, "app/actions.ts") == ["sync-server-action"]
        reports = it.request("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert [each["uri"] for each in reports] == [it.uri("app/actions.ts")]


def test_a_pending_question_can_be_taken_back(large: Path) -> None:
    with editor(large) as it:
        number = it.ask("workspace/diagnostic", {"previousResultIds": []})
        it.notify("$/cancelRequest", {"id": number})
        with pytest.raises(Failed) as failed:
            it.answer(number)
        assert failed.value.code == -32800


def test_the_end_during_the_first_reading(large: Path) -> None:
    with editor(large) as it:
        it.open("app/actions.ts")
        it.ask("workspace/diagnostic", {"previousResultIds": []})
        # `editor` ends it here, and looks at the exit code.


# ------------------------------------------------------------------ bad input


def test_files_that_nobody_could_want(mistakes: Path) -> None:
    """Whatever lies in the project, the rest is judged and nothing is logged as a bug."""
    app = mistakes / "app"
    (app / "invalid.ts").write_bytes(b"'use server'; export function \xff\xfe() {}\n")
    (app / "nul.ts").write_bytes(b"\0\0\0'use server'\0")
    (app / "empty.ts").write_bytes(b"")
    (app / "broken.tsx").write_text("export default function ( { return <div><span></div> `${ \n")
    (app / "deep.ts").write_text("x = " + "(" * 20_000 + ")" * 20_000)
    (app / "bundle.js").write_text("var a=function(b){return b+1};" * 170_000)
    (app / "a.ts").write_text("export * from './b'; export { x } from './b'; import './a';")
    (app / "b.ts").write_text("export * from './a'; export { x } from './a';")
    (app / "folder.ts").mkdir()
    (mistakes / "tsconfig.json").write_text('{"extends": "./tsconfig.json", "compilerOptions": {"paths": 3}}')
    (mistakes / "next.config.ts").write_text("export default {{{")
    other = mistakes / "packages/x"
    other.mkdir(parents=True)
    (other / "package.json").write_text("{ not json")
    if os.name != "nt":
        (app / "loop").symlink_to(mistakes)
        (app / "nowhere.ts").symlink_to(mistakes / "gone.ts")
        os.mkfifo(app / "pipe.ts")
    with editor(mistakes) as it:
        it.scanned(60)
        assert codes(it, "app/actions/not-async.ts") == ["sync-server-action"] * 2
        for path in ("app/broken.tsx", "app/bundle.js", "app/deep.ts", "app/invalid.ts", "app/empty.ts"):
            it.open(path, (mistakes / path).read_bytes().decode("utf-8", "replace"))
            it.pull(path)
            it.edit(path, "", "x")
            it.pull(path)


def test_a_project_that_vanishes(small: Path) -> None:
    import shutil

    with editor(small) as it:
        it.open("app/actions.ts")
        it.scanned()
        shutil.rmtree(small / "app")
        it.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": it.uri("app"), "type": 3}]})
        assert codes(it, "app/actions.ts") == ["sync-server-action"], "the editor still holds it"
        action = it.actions("app/actions.ts", "rename", ["quickfix"])[0]
        assert it.resolve(action)["edit"]
        it.close("app/actions.ts")
        assert codes(it, "app/actions.ts") == []


def test_hover_speaks_the_clients_format(tutorial: Path) -> None:
    with editor(tutorial) as it:
        it.open("app/actions.js")
        it.scanned()
        contents = it.hover("app/actions.js", "greet")["contents"]
        assert contents["kind"] == "markdown"
        assert "turnout-place:" not in contents["value"]
        assert f"{it.uri('app/page.jsx')}#L" in contents["value"]
    with editor(tutorial, MINIMAL) as it:
        it.open("app/actions.js")
        it.pushed("app/actions.js", lambda _: True)
        contents = it.hover("app/actions.js", "greet")["contents"]
        assert contents["kind"] == "plaintext"
        assert "**" not in contents["value"]
        assert "turnout-place:" not in contents["value"]


def test_several_editors_at_once(small: Path) -> None:
    results: list[list[str]] = []

    def run() -> None:
        with editor(small) as it:
            results.append(codes(it, "app/actions.ts"))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [["sync-server-action"]] * 3
