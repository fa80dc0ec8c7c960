"""Turnout in a real VS Code: what a person sees, chooses and finds on disk afterwards."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from . import editor
from .editor import ROOT, VSCode

SERVER = [sys.executable, "-m", "turnout", "lsp"]

# --- What is expected, in the words of the user interface --------------------------------------------------------


@dataclass(frozen=True)
class Mistake:
    """Something wrong in an example app."""

    app: str
    path: str
    severity: str
    message: str


@dataclass(frozen=True)
class Entry:
    """A place in the tutorial's app, and what the hover says there."""

    path: str
    at: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Conversion:
    """An action of the light bulb at a place in the tutorial's app, and what is on disk after it."""

    path: str
    at: str
    action: str
    gone: tuple[str, ...]
    holds: Mapping[str, str]
    """Every new or changed file, with a line of it."""
    caller: str


MISTAKE = Mistake("mistakes", "app/actions/not-async.ts", "error", "Server Actions must be async functions.")

ENTRIES = [
    Entry("pages/api/hello.js", "handler", ("HTTP endpoint", "Server Action", "anyone, at /api/hello", "page.jsx:9")),
    Entry("pages/api/submit.js", "handler", ("Server Action", "/api/submit", "page.jsx")),
    Entry("app/actions.js", "greet", ("Server Action", "page.jsx")),
]

CONVERSIONS = [
    Conversion(
        path="pages/api/hello.js",
        at="handler",
        action="Convert /api/hello to a Server Action",
        gone=("pages/api/hello.js",),
        holds={
            "app/hello/actions.js": "export async function getHello() {",
            "app/hello/page.jsx": "getHello().then((data) => setMessage(data.message));",
        },
        caller="app/hello/page.jsx",
    ),
    Conversion(
        path="pages/api/submit.js",
        at="handler",
        action="Convert POST /api/submit to a Server Action",
        gone=("pages/api/submit.js",),
        holds={
            "app/contact/actions.js": "export async function submit({ email, message }) {",
            "app/contact/page.jsx": "const { ok, data } = await submit({ email, message });",
        },
        caller="app/contact/page.jsx",
    ),
    Conversion(
        path="app/actions.js",
        at="greet",
        action="Convert greet to a route handler",
        gone=("app/actions.js",),
        holds={
            "app/api/greet/route.js": "export async function POST(request) {",
            "app/greet-client.js": "const response = await fetch('/api/greet', {",
            "app/page.jsx": "import { greet } from './greet-client';",
        },
        caller="app/page.jsx",
    ),
]

READY, STOPPED = "ready", "stopped"

# --- The tests ---------------------------------------------------------------------------------------------------

pytestmark = pytest.mark.xdist_group("vscode")

Open = Callable[..., VSCode]


@pytest.fixture(scope="session", autouse=True)
def _installed() -> None:
    if lacking := editor.missing():
        message = f"needs {lacking}"
        if os.environ.get("TURNOUT_NO_SKIP"):
            pytest.fail(message)
        pytest.skip(message)
    editor.prepare()


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Open]:
    """Opens a copy of an example app; with `command` None the extension has to find its server itself."""
    with ExitStack() as stack:

        def open_window(app: str, command: list[str] | None = SERVER, **more: Any) -> VSCode:
            folder = shutil.copytree(ROOT / "tests" / "apps" / app, tmp_path / app)
            home = tmp_path / "home"
            settings = {} if command is None else {"turnout.server.command": command}
            opened: AbstractContextManager[VSCode] = editor.vscode(folder, home, settings, **more)
            return stack.enter_context(opened)

        yield open_window


def test_a_mistake_is_underlined(window: Open) -> None:
    code = window(MISTAKE.app)
    code.open(MISTAKE.path)
    assert code.squiggles(MISTAKE.severity) >= 1
    assert MISTAKE.message in code.problems(until=MISTAKE.message)
    code.picture("mistake")


def test_an_entry_says_on_hover_what_it_should_be(window: Open) -> None:
    code = window("tutorial")
    code.open(ENTRIES[0].path)
    assert READY in code.status(until=READY), "before that, not all callers are known, and the hover says so"
    for entry in ENTRIES:
        code.open_at(entry.path, entry.at)
        said = code.hover(until=entry.says[-1])
        assert all(words in said for words in entry.says), said
        code.picture(f"hover-{Path(entry.path).stem}")
        code.press("Escape")


def test_a_lens_leads_to_the_callers_and_to_the_verdict(window: Open) -> None:
    code = window("tutorial")
    code.open_at("pages/api/submit.js", "handler")
    assert "Better as a Server Action" in code.lenses(until="1 caller")
    code.picture("lens")
    code.click_lens("1 caller")
    assert "page.jsx" in code.peeked(until="page.jsx")
    code.press("Escape")
    code.click_lens("Better as a Server Action")
    assert "POST /api/submit" in code.shown_hover(until="POST /api/submit")


def test_a_url_leads_to_its_endpoint(window: Open) -> None:
    code = window("tutorial")
    code.open_at("app/contact/page.jsx", "/api/submit")

    def go() -> list[str]:
        code.press("F12")
        return code.tabs()

    assert "submit.js" in editor.eventually(go, lambda tabs: "submit.js" in tabs)


@pytest.mark.parametrize("conversion", CONVERSIONS, ids=lambda conversion: Path(conversion.path).stem)
def test_a_conversion_writes_the_right_files_and_can_be_undone(window: Open, conversion: Conversion) -> None:
    code = window("tutorial")
    before = files(code.folder)
    code.open(conversion.caller)
    code.open_at(conversion.path, conversion.at)
    assert conversion.action in code.light_bulb(until=conversion.action)
    code.picture(f"light-bulb-{Path(conversion.path).stem}")
    code.choose(conversion.action)
    code.open(conversion.caller)
    code.save_all()
    code.picture(f"converted-{Path(conversion.path).stem}")

    after = files(code.folder)
    assert before.keys() - after.keys() == set(conversion.gone)
    assert {path for path in after if after[path] != before.get(path)} == conversion.holds.keys()
    for path, text in conversion.holds.items():
        assert text in after[path]

    code.undo()
    editor.eventually(lambda: files(code.folder).keys(), lambda paths: paths == before.keys())
    code.save_all()
    assert files(code.folder) == before


def test_the_server_shows_its_state_and_restarts(window: Open) -> None:
    code = window("tutorial")
    code.open("app/actions.js")
    assert READY in code.status(until=READY)
    code.picture("status")
    code.run("Turnout: Restart Server")
    assert READY in code.status(until=READY)
    assert "error" not in code.log(until="Ready: turnout", times=2)
    code.run("Turnout: Show Log")
    code.picture("log")


def test_a_window_without_nextjs_is_left_alone_until_it_has_some(window: Open) -> None:
    code = window("tutorial")
    (code.folder / "next.config.js").unlink()
    manifest = code.folder / "package.json"
    text = manifest.read_text("utf-8")
    manifest.write_text("{}", "utf-8")
    code.open("app/actions.js")
    assert "no Next.js app" in code.status(until="no Next.js app")
    manifest.write_text(text, "utf-8")
    assert READY in code.status(until=READY)


def test_a_command_that_does_not_start_is_told_once_with_a_way_out(window: Open) -> None:
    code = window("tutorial", ["/nowhere/turnout", "lsp"])
    code.open("app/actions.js")
    said = code.notifications(until="/nowhere/turnout")
    assert len(said) == 1
    assert "turnout.server.command" in said[0]
    assert all(button in said[0] for button in ("Open Settings", "Try Again", "Show Log"))
    code.picture("bad-command")
    assert STOPPED in code.status(until=STOPPED)


def test_a_server_that_breaks_is_told_with_its_last_words(window: Open) -> None:
    code = window("tutorial", [sys.executable, "-c", "raise SystemExit('the disk is full')"])
    code.open("app/actions.js")
    said = code.notifications(until="the disk is full")
    assert len(said) == 1
    assert "exit code 1" in said[0]
    code.picture("server-stopped")


def test_a_machine_without_a_python_is_told_so(window: Open, tmp_path: Path) -> None:
    code = window("tutorial", None, environment=machine(tmp_path, python=False))
    code.open("app/actions.js")
    said = code.notifications(until="none was found")
    assert len(said) == 1
    assert all(words in said[0] for words in ("Python 3.10 or newer", "Get Python", "Choose Python…"))
    code.picture("no-python")


def test_the_server_is_set_up_after_one_click(window: Open, tmp_path: Path) -> None:
    code = window("tutorial", None, environment=machine(tmp_path, python=True))
    code.open("app/actions.js")
    said = code.notifications(until="not installed")
    assert len(said) == 1
    assert "Set Up Turnout" in said[0]
    code.picture("not-installed")
    code.click_button("Set Up Turnout")
    assert code.notifications(until="Setting up Turnout")
    code.picture("setting-up")
    assert READY in code.status(until=READY)


def machine(tmp_path: Path, *, python: bool) -> dict[str, str]:
    """An environment in which only Node is on the PATH, and a Python without turnout if there shall be one."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "node").symlink_to(shutil.which("node") or "")
    if python:
        base = getattr(sys, "_base_executable", sys.executable)
        (programs / "python3").symlink_to(base)
    return {**{name: value for name, value in os.environ.items() if name != "PYTHONPATH"}, "PATH": str(programs)}


def files(folder: Path) -> dict[str, str]:
    """Every file of a folder with its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }
