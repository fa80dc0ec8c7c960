"""The first words and the last: encodings, order, errors, exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harness.capabilities import MINIMAL, PUSH, VSCODE, with_encodings
from harness.editor import PATIENCE, Editor, Failed, editor, launch, uri_of


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ([], "utf-16"),
        (["utf-16"], "utf-16"),
        (["utf-32"], "utf-32"),
        (["utf-8"], "utf-8"),
        (["utf-16", "utf-8"], "utf-8"),
        (["utf-32", "utf-16"], "utf-16"),
        (["something-new", "utf-16"], "utf-16"),
        (["something-new"], "utf-16"),
    ],
)
def test_the_encoding_is_one_that_was_offered(small: Path, offered: list[str], chosen: str) -> None:
    with editor(small, with_encodings(VSCODE, *offered)) as it:
        assert it.initialized["capabilities"]["positionEncoding"] == chosen


def test_a_client_that_offers_nothing_is_served(small: Path) -> None:
    with editor(small, MINIMAL) as it:
        can = it.initialized["capabilities"]
        assert "diagnosticProvider" not in can
        assert can["textDocumentSync"]["change"] == 2
        assert it.initialized["serverInfo"]["name"] == "turnout"
        it.open("app/actions.ts")
        assert it.pushed("app/actions.ts")[0]["code"] == "sync-server-action"
        assert not it.all("$/progress")
        assert not it.all("client/registerCapability")
        assert not it.all("workspace/configuration")
        assert it.hover("app/actions.ts", "rename")["contents"]["kind"] == "plaintext"
        assert it.actions("app/actions.ts", "rename") == []


def test_a_full_client_gets_all(small: Path) -> None:
    with editor(small) as it:
        can = it.initialized["capabilities"]
        assert can["diagnosticProvider"] == {
            "identifier": "turnout",
            "interFileDependencies": True,
            "workspaceDiagnostics": True,
        }
        assert can["codeActionProvider"]["resolveProvider"] is True
        assert "source.fixAll.turnout" in can["codeActionProvider"]["codeActionKinds"]
        assert can["workspace"]["workspaceFolders"]["changeNotifications"]
        wanted = it.wait_for("client/registerCapability")["registrations"]
        assert {each["method"] for each in wanted} == {
            "workspace/didChangeWatchedFiles",
            "workspace/didChangeConfiguration",
        }


def test_what_comes_too_early_is_refused(small: Path) -> None:
    with closing(launch(small)) as it:
        with pytest.raises(Failed) as failed:
            it.request("textDocument/hover", {"textDocument": {"uri": "file:///x.ts"}, "position": {"line": 0}})
        assert failed.value.code == -32002
        it.notify("textDocument/didOpen", {"textDocument": {"uri": "x"}})
        it.initialize(VSCODE, rootUri=uri_of(small))
        with pytest.raises(Failed) as failed:
            it.request("initialize", {"capabilities": {}})
        assert failed.value.code == -32600
        assert it.stop() == 0


def test_what_comes_after_shutdown_is_refused(small: Path) -> None:
    with closing(launch(small)) as it:
        it.initialize(VSCODE, rootUri=uri_of(small))
        it.request("shutdown")
        with pytest.raises(Failed) as failed:
            it.request("textDocument/hover", {})
        assert failed.value.code == -32600
        it.notify("exit")
        assert it.process.wait(PATIENCE) == 0


def test_exit_without_shutdown_is_an_error(small: Path) -> None:
    with closing(launch(small)) as it:
        it.initialize(VSCODE, rootUri=uri_of(small))
        it.notify("exit")
        assert it.process.wait(PATIENCE) == 1


def test_exit_before_initialize(small: Path) -> None:
    with closing(launch(small)) as it:
        it.notify("exit")
        assert it.process.wait(PATIENCE) == 1


def test_closed_input_ends_the_server(small: Path) -> None:
    with closing(launch(small)) as it:
        it.initialize(VSCODE, rootUri=uri_of(small))
        assert it.process.stdin is not None
        it.process.stdin.close()
        assert it.process.wait(PATIENCE) == 1


def test_input_that_ends_within_a_message(small: Path) -> None:
    with closing(launch(small)) as it:
        it.send_bytes(b'Content-Length: 100\r\n\r\n{"jsonrpc"')
        assert it.process.stdin is not None
        it.process.stdin.close()
        assert it.process.wait(PATIENCE) == 1


@pytest.mark.skipif(os.name == "nt", reason="uses POSIX processes")
def test_the_server_ends_with_its_editor(small: Path) -> None:
    """An editor that is killed can't say goodbye, and somebody may still hold its end of the pipe."""
    holder = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    with closing(launch(small)) as it:
        try:
            it.initialize(VSCODE, rootUri=uri_of(small), processId=holder.pid)
            time.sleep(0.2)
            assert it.process.poll() is None
        finally:
            holder.send_signal(signal.SIGKILL)
            holder.wait()
        assert it.process.wait(PATIENCE) == 1


def test_an_editor_outside_of_the_servers_container(small: Path) -> None:
    """Its process id means nothing here."""
    with editor(small, processId=2**22 + 1) as it:
        time.sleep(0.5)
        assert it.pull("app/actions.ts")["kind"] == "full"


def test_requests_that_make_no_sense_get_errors(small: Path) -> None:
    with editor(small) as it:
        with pytest.raises(Failed) as failed:
            it.request("turnout/unknown", {})
        assert failed.value.code == -32601
        with pytest.raises(Failed) as failed:
            it.request("textDocument/hover", {"position": "nowhere"})
        assert failed.value.code == -32602
        it.notify("turnout/unknown", {})
        it.notify("textDocument/didOpen", {"nonsense": True})
        it.notify("$/cancelRequest", {"id": 12345})
        assert it.pull("app/actions.ts")["kind"] == "full"


def test_noise_on_the_wire_is_survived(small: Path) -> None:
    with editor(small) as it:
        for body in (b"{not json", b"[]", b"12", b'"text"', b"{}", b'{"jsonrpc": "2.0"}', b"\xff\xfe", b"[" * 50_000):
            it.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        it.send_bytes(b"Content-Type: nothing\r\n\r\n")
        it.send_bytes(b"content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}")
        assert it.pull("app/actions.ts")["kind"] == "full"


def test_a_message_in_small_pieces(small: Path) -> None:
    with editor(small) as it:
        number = 999
        message = {"jsonrpc": "2.0", "id": number, "method": "shutdown-not", "params": None}
        body = json.dumps(message).encode()
        for byte in b"Content-Length: %d\r\n\r\n" % len(body) + body:
            it.send_bytes(bytes((byte,)))
        with pytest.raises(Failed):
            it.answer(number)


def test_lone_surrogates_reach_nobody(small: Path) -> None:
    r"""JavaScript strings may hold half a character, and editors send it as \ud83d."""
    with editor(small) as it:
        it.open("app/actions.ts", "// \ud83d half\n" + "'use server';\nexport function rename() {}\n")
        found = it.pull("app/actions.ts")["items"]
        assert [it.slice("app/actions.ts", each["range"]) for each in found] == ["rename"]


def test_an_old_client_without_pull_gets_pushes(small: Path) -> None:
    with editor(small, PUSH) as it:
        assert "diagnosticProvider" not in it.initialized["capabilities"]


class closing:
    """Kills a server that a failed test left."""

    def __init__(self, it: Editor) -> None:
        self.it = it

    def __enter__(self) -> Editor:
        return self.it

    def __exit__(self, *_: object) -> None:
        self.it.process.kill()
        self.it.process.wait()
