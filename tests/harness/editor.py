"""An editor for tests: starts ``turnout lsp``, speaks the protocol over its pipes, and keeps its own texts.

It shares no code with the server, so that both can't be wrong in the same way.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from harness.capabilities import VSCODE

PATIENCE = float(os.environ.get("TURNOUT_TEST_PATIENCE", "20"))

MISTAKES_ONLY = {"verdicts": {"enable": False}}
"""Settings: whether an entry should rather be another kind of thing is not what most tests are about."""

Json = Any
Range = dict[str, Any]


class Failed(Exception):
    """The server answered a request with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: int = error["code"]
        self.message: str = error["message"]


@dataclass
class Text:
    """One open document."""

    uri: str
    version: int
    text: str


@dataclass
class Editor:
    """``with editor(folder) as it:`` starts, initializes and ends one."""

    process: subprocess.Popen[bytes]
    folder: Path
    texts: dict[str, Text] = field(default_factory=dict)
    received: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Callable[[Any], Any]] = field(default_factory=dict)
    """What the editor answers to the server's requests, by method; None to all others."""
    initialized: dict[str, Any] = field(default_factory=dict)
    encoding: str = "utf-16"

    def __post_init__(self) -> None:
        self._news = threading.Condition()
        self._responses: dict[int, dict[str, Any]] = {}
        self._next = 1
        self._is_ended = False
        self._lock = threading.Lock()
        self.errors: list[str] = []
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._read, self._read_errors)]
        for thread in self._threads:
            thread.start()

    # ----------------------------------------------------------- the wire

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin is not None
        with self._lock:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def send_message(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method: str, params: Json = None) -> None:
        self.send_message({"method": method, "params": params})

    def ask(self, method: str, params: Json = None) -> int:
        """Send a request and don't wait; ``answer`` waits."""
        number, self._next = self._next, self._next + 1
        self.send_message({"id": number, "method": method, "params": params})
        return number

    def answer(self, number: int, timeout: float = PATIENCE) -> Json:
        self._wait(lambda: number in self._responses, timeout, f"an answer to request {number}")
        response = self._responses.pop(number)
        if "error" in response:
            raise Failed(response["error"])
        return response.get("result")

    def request(self, method: str, params: Json = None, timeout: float = PATIENCE) -> Json:
        return self.answer(self.ask(method, params), timeout)

    def wait_for(
        self, method: str, wanted: Callable[[Json], bool] = lambda _: True, timeout: float = PATIENCE, since: int = 0
    ) -> Json:
        """The parameters of the first such message that the server sent by itself, after ``since`` others."""
        found: list[Json] = []

        def look() -> bool:
            for message in self.received[since:]:
                if message["method"] == method and wanted(message.get("params")):
                    found.append(message.get("params"))
                    return True
            return False

        self._wait(look, timeout, method)
        return found[0]

    def all(self, method: str) -> list[Json]:
        with self._news:
            return [message.get("params") for message in self.received if message["method"] == method]

    def mark(self) -> int:
        """How many messages came by now, for ``since``."""
        with self._news:
            return len(self.received)

    def _wait(self, is_there: Callable[[], bool], timeout: float, what: str) -> None:
        end = time.monotonic() + timeout
        with self._news:
            while not is_there():
                left = end - time.monotonic()
                if left <= 0 or (self._is_ended and not is_there()):
                    state = "the server ended" if self._is_ended else f"not within {timeout} s"
                    log = "\n".join(self.errors[-30:])
                    raise AssertionError(f"waited for {what}: {state}. Its stderr:\n{log}")
                self._news.wait(min(left, 0.5))

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                name, _, value = line.decode("ascii").partition(":")
                if name.lower() == "content-length":
                    length = int(value)
            if not line:
                break
            message = json.loads(stream.read(length))
            if "method" in message and "id" in message:
                self._answer(message)
            with self._news:
                if "method" in message:
                    self.received.append(message)
                else:
                    self._responses[message["id"]] = message
                self._news.notify_all()
        with self._news:
            self._is_ended = True
            self._news.notify_all()

    def _answer(self, request: dict[str, Any]) -> None:
        handler = self.answers.get(request["method"])
        answer: dict[str, Any] = {"id": request["id"]}
        try:
            answer["result"] = handler(request.get("params")) if handler is not None else None
        except Failed as error:
            answer["error"] = {"code": error.code, "message": error.message}
        except TimeoutError:
            return  # an editor that does not answer
        with suppress(OSError, ValueError):  # the test has closed the pipe
            self.send_message(answer)

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.errors.append(line.decode("utf-8", "replace").rstrip())

    # --------------------------------------------------------------- life

    def initialize(self, capabilities: Json, **params: Json) -> Json:
        self.initialized = self.request(
            "initialize",
            {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities, **params},
        )
        self.encoding = self.initialized["capabilities"].get("positionEncoding", "utf-16")
        self.notify("initialized", {})
        return self.initialized

    def stop(self) -> int:
        """End the server as the protocol says; its exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(PATIENCE)

    def scanned(self, timeout: float = PATIENCE) -> None:
        """Wait until the first reading is done, by the progress that the server shows."""
        self.wait_for("$/progress", lambda params: params["value"]["kind"] == "end", timeout)

    # -------------------------------------------------------------- texts

    def uri(self, path: str) -> str:
        return uri_of(self.folder / path)

    def open(self, path: str, text: str | None = None, version: int = 1) -> Text:
        if text is None:
            # Not read_text: it would turn CRLF into LF.
            text = (self.folder / path).read_bytes().decode("utf-8-sig")
        document = self.texts[path] = Text(self.uri(path), version, text)
        language = {".ts": "typescript", ".tsx": "typescriptreact", ".jsx": "javascriptreact"}
        self.notify(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": document.uri,
                    "languageId": language.get(Path(path).suffix, "javascript"),
                    "version": version,
                    "text": text,
                }
            },
        )
        return document

    def edit(self, path: str, old: str, new: str, nth: int = 0) -> None:
        """Replace a piece of an open text, as an incremental change."""
        document = self.texts[path]
        start = self._find(document.text, old, nth)
        change = {"range": self._range(document.text, start, start + len(old)), "text": new}
        document.text = document.text[:start] + new + document.text[start + len(old) :]
        document.version += 1
        self.send_change(path, [change])

    def replace_all(self, path: str, text: str) -> None:
        document = self.texts[path]
        document.text, document.version = text, document.version + 1
        self.send_change(path, [{"text": text}])

    def send_change(self, path: str, changes: Sequence[Json]) -> None:
        document = self.texts[path]
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": document.uri, "version": document.version}, "contentChanges": list(changes)},
        )

    def close(self, path: str) -> None:
        document = self.texts.pop(path)
        self.notify("textDocument/didClose", {"textDocument": {"uri": document.uri}})

    def text_of(self, path: str) -> str:
        if path in self.texts:
            return self.texts[path].text
        return (self.folder / path).read_bytes().decode("utf-8-sig")

    def range(self, path: str, needle: str, nth: int = 0) -> Range:
        """Where a piece of text stands, in the encoding of this connection."""
        text = self.text_of(path)
        start = self._find(text, needle, nth)
        return self._range(text, start, start + len(needle))

    def at(self, path: str, needle: str, nth: int = 0) -> dict[str, int]:
        start: dict[str, int] = self.range(path, needle, nth)["start"]
        return start

    def slice(self, path: str, range_: Range) -> str:
        """The text that a range of the server means."""
        text = self.text_of(path)
        return text[self._index(text, range_["start"]) : self._index(text, range_["end"])]

    # ----------------------------------------------------------- questions

    def pull(self, path: str, previous: str | None = None) -> Json:
        return self.request(
            "textDocument/diagnostic", {"textDocument": {"uri": self.uri(path)}, "previousResultId": previous}
        )

    def pushed(self, path: str, wanted: Callable[[list[Json]], bool] = bool, since: int = 0) -> list[Json]:
        """The first pushed diagnostics of a file that are as wanted."""
        uri = self.uri(path)
        params = self.wait_for(
            "textDocument/publishDiagnostics",
            lambda params: params["uri"] == uri and wanted(params["diagnostics"]),
            since=since,
        )
        found: list[Json] = params["diagnostics"]
        return found

    def hover(self, path: str, needle: str, nth: int = 0) -> Json:
        return self.request(
            "textDocument/hover",
            {"textDocument": {"uri": self.uri(path)}, "position": self.at(path, needle, nth)},
        )

    def place(self, path: str, needle: str, nth: int = 0) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(path)}, "position": self.at(path, needle, nth)}

    def definition(self, path: str, needle: str, nth: int = 0) -> list[str] | None:
        """Where a place leads, as ``path:text that stands there``."""
        found = self.request("textDocument/definition", self.place(path, needle, nth))
        return None if found is None else [self.told(each) for each in found]

    def references(self, path: str, needle: str, nth: int = 0, declaration: bool = False) -> list[str] | None:
        context = {"context": {"includeDeclaration": declaration}}
        found = self.request("textDocument/references", self.place(path, needle, nth) | context)
        return None if found is None else [self.told(each) for each in found]

    def told(self, location: Json) -> str:
        path = self._name(location["uri"])
        return f"{path}:{self.slice(path, location['range'])}"

    def lenses(self, path: str) -> list[Json]:
        """Each with its words, as an editor shows them."""
        found = self.request("textDocument/codeLens", {"textDocument": {"uri": self.uri(path)}})
        return [self.request("codeLens/resolve", lens) for lens in found]

    def actions(
        self, path: str, needle: str, only: Sequence[str] | None = None, nth: int = 0, diagnostics: Sequence[Json] = ()
    ) -> list[Json]:
        context: dict[str, Any] = {"diagnostics": list(diagnostics), "triggerKind": 1}
        if only is not None:
            context["only"] = list(only)
        found = self.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": self.uri(path)},
                "range": self.range(path, needle, nth),
                "context": context,
            },
        )
        return found or []

    def resolve(self, action: Json) -> Json:
        return self.request("codeAction/resolve", action)

    # --------------------------------------------------------------- edits

    def apply(self, edit: Json) -> None:
        """Do a workspace edit to the files (and to what is open, which the server is told)."""
        for uri, edits in (edit.get("changes") or {}).items():
            self._apply_text(uri, edits)
        for step in edit.get("documentChanges") or ():
            kind = step.get("kind")
            if kind == "create":
                path = path_of(step["uri"])
                assert not path.exists(), f"{path} is there already"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b"")
            elif kind == "delete":
                path_of(step["uri"]).unlink()
            elif kind is None:
                document = step["textDocument"]
                name = self._name(document["uri"])
                if name in self.texts:
                    assert document["version"] in (None, self.texts[name].version)
                else:
                    assert document["version"] is None
                self._apply_text(document["uri"], step["edits"])
            else:
                raise AssertionError(f"unexpected step {kind}")

    def _apply_text(self, uri: str, edits: Sequence[Json]) -> None:
        name, path = self._name(uri), path_of(uri)
        before = self.text_of(name)
        after = before
        placed = sorted(
            (
                (self._index(before, edit["range"]["start"]), self._index(before, edit["range"]["end"]), number, edit)
                for number, edit in enumerate(edits)
            ),
            key=lambda each: each[:3],
        )
        for earlier, later in itertools.pairwise(placed):
            assert earlier[1] <= later[0], "edits overlap"
        for start, end, _, edit in reversed(placed):
            after = after[:start] + edit["newText"] + after[end:]
        if name in self.texts:
            self.replace_all(name, after)
        bom = b"\xef\xbb\xbf" if path.exists() and path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        path.write_bytes(bom + after.encode())

    def _name(self, uri: str) -> str:
        return path_of(uri).relative_to(self.folder).as_posix()

    # ----------------------------------------------------------- positions

    @staticmethod
    def _find(text: str, needle: str, nth: int) -> int:
        start = -1
        for _ in range(nth + 1):
            start = text.index(needle, start + 1)
        return start

    def _range(self, text: str, start: int, end: int) -> Range:
        return {"start": self._position(text, start), "end": self._position(text, end)}

    def _position(self, text: str, index: int) -> dict[str, int]:
        lines = _lines(text[:index])
        return {"line": len(lines) - 1, "character": self._width(lines[-1])}

    def _index(self, text: str, position: dict[str, int]) -> int:
        lines = _lines(text)
        assert position["line"] < len(lines), "a position beyond the text"
        start = sum(len(line) for line in lines[: position["line"]])
        line = lines[position["line"]].rstrip("\r\n")
        for column in range(len(line) + 1):
            if self._width(line[:column]) == position["character"]:
                return start + column
        raise AssertionError(f"{position} is inside of a character or beyond its line")

    def _width(self, text: str) -> int:
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) if self.encoding == "utf-32" else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _lines(text: str) -> list[str]:
    """Lines as the protocol counts them, with their ends: LF, CRLF and CR, nothing else."""
    lines = [""]
    for index, char in enumerate(text):
        lines[-1] += char
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            lines.append("")
    return lines


def uri_of(path: Path) -> str:
    return f"file://{quote(path.as_posix())}"


def path_of(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def launch(folder: Path, **environment: str) -> Editor:
    """Start a server without a word to it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "turnout", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, **environment},
    )
    return Editor(process, folder)


@contextmanager
def editor(
    folder: Path,
    capabilities: Json = VSCODE,
    settings: Json = MISTAKES_ONLY,
    answers: dict[str, Callable[[Any], Any]] | None = None,
    **params: Json,
) -> Iterator[Editor]:
    """An editor that shows a folder; ends the server afterwards, and fails when it ends badly or has logged a bug."""
    it = launch(folder)
    it.answers["workspace/configuration"] = lambda params: [settings for _ in params["items"]]
    it.answers.update(answers or {})
    try:
        name = folder.name
        params.setdefault("workspaceFolders", [{"uri": uri_of(folder), "name": name}])
        params.setdefault("initializationOptions", settings)
        it.initialize(capabilities, **params)
        yield it
        assert it.stop() == 0
        bugs = [params for params in it.all("window/logMessage") if "bug in Turnout" in params["message"]]
        assert not bugs, bugs[0]["message"]
        assert not it.all("window/showMessage")
    finally:
        if it.process.poll() is None:
            it.process.kill()
        it.process.wait()
        for stream in (it.process.stdin, it.process.stdout, it.process.stderr):
            if stream is not None:
                stream.close()
