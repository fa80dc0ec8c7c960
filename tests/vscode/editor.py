"""A real VS Code with Turnout in it: code-server in a headless Chromium, used as a person would."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PICTURES = HERE / "screenshots"
EXTENSION = ROOT / "vscode-extension"
PACKAGE = EXTENSION / "turnout.vsix"

PATIENCE = 60.0

SETTINGS: dict[str, Any] = {
    "chat.commandCenter.enabled": False,
    "editor.minimap.enabled": False,
    "editor.hover.delay": 100,
    "editor.fontSize": 14,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "files.autoSave": "off",
    "git.enabled": False,
    "remote.autoForwardPorts": False,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "window.commandCenter": False,
    "workbench.colorTheme": "Default Light Modern",
    "workbench.layoutControl.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}

# As if started from a terminal: extensions get this environment, not that of a login shell.
DIRECT = {"VSCODE_CLI": "1"}

T = TypeVar("T")


def missing() -> str | None:
    """What this machine lacks for these tests, and what to install."""
    if _node() is None:
        return "Node 20 (apt-get install nodejs npm)"
    if _browser() is None:
        return "Chromium (apt-get install chromium)"
    if not _entry().exists():
        return "a VS Code (tests/vscode/install.sh puts one into .cache/vscode; or name its folder in TURNOUT_VSCODE)"
    return None


def prepare() -> None:
    """Installs what drives the browser, and packs the extension when it or the server is newer than the package."""
    if not (HERE / "node_modules" / "playwright-core").exists():
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], HERE)
    sources = [EXTENSION / "package.json", *(EXTENSION / "src").glob("*.ts"), *(ROOT / "server").rglob("*.py")]
    packed = PACKAGE.stat().st_mtime if PACKAGE.exists() else 0.0
    if any(source.stat().st_mtime > packed for source in sources):
        _run(["make", "vsix"], ROOT)


class VSCode:
    """What a person does in the editor, and sees there."""

    def __init__(self, hands: Hands, folder: Path, home: Path) -> None:
        self._hands = hands
        self._home = home
        self.folder = folder

    # What a person does.

    def open(self, path: str, line: int = 1, column: int = 1) -> None:
        """Opens a file of the folder with the caret at a place; both count from 1."""
        name, folder = Path(path).name, Path(path).parent.as_posix()
        label = name if folder == "." else f"{name} {folder}"

        def attempt() -> str:
            self._pick("Control+P", f"{path}:{line}:{column}", label)
            return self._one_of(".tabs-container .tab.active .monaco-icon-label", str(self.folder / path))

        assert eventually(attempt, bool), f"cannot open {path}"

    def open_at(self, path: str, text: str) -> None:
        """Opens a file with the caret at the start of the first occurrence of a text."""
        before, found, _ = (self.folder / path).read_text("utf-8").partition(text)
        assert found, f"{path} has no {text!r}"
        self.open(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)

    def run(self, command: str) -> None:
        """Runs a command from the palette by its title."""
        assert eventually(lambda: self._pick("F1", command, command), bool), f"no command {command!r}"

    def press(self, keys: str) -> None:
        self._hands("press", keys=keys)

    def type(self, text: str) -> None:
        self._hands("type", text=text)

    def choose(self, action: str) -> None:
        """Takes an action in the open light bulb menu, by keyboard."""
        rows = ".action-widget .monaco-list-row"
        for _ in range(self._hands("count", selector=rows)):
            if action in "".join(self._hands("texts", selector=f"{rows}.focused")):
                self._hands("press", keys="Enter")
                self._hands("wait", selector=".action-widget", state="hidden")
                return
            self._hands("press", keys="ArrowDown")
        raise AssertionError(f"no {action!r} to choose")

    def click_button(self, button: str) -> None:
        """Clicks a button of a notification."""
        self._hands("away")  # from what opens over it where the mouse rests
        self._hands("click", selector=".notifications-toasts .monaco-button", text=button)

    def save_all(self) -> None:
        self.run("File: Save All")
        self._hands("wait", selector=".tabs-container .tab.dirty", state="hidden")

    def undo(self) -> None:
        """Undoes the last change in all the files that it changed."""
        self._hands("press", keys="Control+Z")
        if "Undo in" in self._settled(".monaco-dialog-box"):  # asked when one of the files was changed since
            self._hands("click", selector=".monaco-dialog-box .monaco-button", text="Undo in")
            self._hands("wait", selector=".monaco-dialog-box", state="hidden")

    def picture(self, name: str) -> Path:
        """Keeps a screenshot."""
        PICTURES.mkdir(exist_ok=True)
        self._hands("settle")
        path = PICTURES / f"{name}.png"
        self._hands("picture", path=str(path))
        print(f"screenshot: {path}")
        return path

    # What a person sees. Each waits until there is something to see that satisfies `until`.

    def squiggles(self, severity: str) -> int:
        """How many pieces of the visible text are underlined as error, warning, info or hint."""
        return eventually(lambda: self._hands("count", selector=f".monaco-editor .squiggly-{severity}"), bool)

    def problems(self, until: str) -> str:
        """The problems panel."""
        self.run("Problems: Focus on Problems View")
        return self._text(".markers-panel .monaco-list-row", lambda text: until in text)

    def hover(self, until: str = "") -> str:
        """The hover at the caret."""

        def look() -> str:
            self._hands("press", keys="Escape")  # what a hover shows is from when it was opened
            self.run("Show or Focus Hover")
            return self._settled(".monaco-editor .monaco-hover-content")

        return eventually(look, lambda text: until in text)

    def shown_hover(self, until: str) -> str:
        """What a hover shows that opened by itself."""
        return self._text(".monaco-editor .monaco-hover-content", lambda text: until in text)

    def light_bulb(self, until: str) -> list[str]:
        """The titles in the light bulb menu at the caret, which stays open."""

        def look() -> str:
            self._hands("press", keys="Escape")
            self._hands("press", keys="Control+Period")
            return self._settled(".action-widget .monaco-list-row .title")

        return eventually(look, lambda titles: until in titles).splitlines()

    def lenses(self, until: str) -> str:
        return self._text(".monaco-editor .codelens-decoration", lambda text: until in text)

    def click_lens(self, text: str) -> None:
        self._hands("click", selector=".monaco-editor .codelens-decoration a", text=text)

    def peeked(self, until: str) -> str:
        """The titles of the references that are shown in place."""
        return self._text(".peekview-widget .head", lambda text: until in text)

    def status(self, until: str) -> str:
        """What the language status item says when pointed at."""

        def look() -> str:
            self._hands("away")
            self._hands("point", selector='[id="status.languageStatus"]')
            return self._settled(".hover-language-status")

        return eventually(look, lambda text: until in text)

    def notifications(self, until: str) -> list[str]:
        """The notifications, each with its buttons."""
        toasts = ".notifications-toasts .notification-list-item"
        return eventually(
            lambda: self._hands("texts", selector=toasts), lambda texts: any(until in text for text in texts)
        )

    def log(self, until: str, times: int = 1) -> str:
        """What the extension and the server have logged."""

        def look() -> str:
            logs = (self._home / "data" / "logs").rglob("Turnout.log")
            return "".join(log.read_text("utf-8") for log in logs)

        return eventually(look, lambda text: text.count(until) >= times)

    def tabs(self) -> list[str]:
        return self._hands("texts", selector=".tabs-container .tab .label-name")

    def _pick(self, keys: str, text: str, label: str) -> bool:
        """Types into a quick input and takes the first of its rows if that is the one that is meant."""
        self._hands("away")
        self._hands("press", keys=keys)
        self._hands("wait", selector=".quick-input-widget .input")
        self._hands("type", text=text)
        found = self._one_of(".quick-input-list .monaco-list-row.focused", label)
        self._hands("press", keys="Enter" if found else "Escape")
        self._hands("wait", selector=".quick-input-widget", state="hidden")
        return bool(found)

    def _one_of(self, selector: str, label: str) -> str:
        """The label of something on the screen that has this one, or nothing if it doesn't get it within a moment."""
        return eventually(
            lambda: next((it for it in self._hands("labels", selector=selector) if it.startswith(label)), ""),
            bool,
            patience=5,
        )

    def _text(self, selector: str, until: Callable[[str], bool]) -> str:
        return eventually(lambda: "\n".join(self._hands("texts", selector=selector)), until)

    def _settled(self, selector: str) -> str:
        """The text of something that opens, or nothing if it doesn't within a moment."""
        return eventually(lambda: "\n".join(self._hands("texts", selector=selector)).strip(), bool, patience=3)


def eventually(look: Callable[[], T], until: Callable[[T], object], patience: float = PATIENCE) -> T:
    """What `look` sees when it satisfies `until`, or else what it sees when our patience ends."""
    deadline = time.monotonic() + patience
    while True:
        seen = look()
        if until(seen) or time.monotonic() > deadline:
            return seen
        time.sleep(0.2)


class Hands:
    """The process that holds the browser: one request, one answer."""

    def __init__(self) -> None:
        command = ["node", str(HERE / "hands.mjs")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, deed: str, **what: Any) -> Any:
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        requests.write(json.dumps({"do": deed, **what}) + "\n")
        requests.flush()
        answer = json.loads(answers.readline())
        if "error" in answer:
            raise AssertionError(f"{deed} {what}: {answer['error']}")
        return answer["value"]

    def close(self) -> None:
        self._process.communicate(timeout=30)


@contextmanager
def vscode(
    folder: Path,
    home: Path,
    settings: dict[str, Any],
    *,
    environment: Mapping[str, str] | None = None,
    width: int = 1280,
    height: int = 800,
) -> Generator[VSCode]:
    """A VS Code with Turnout that shows a folder; `home` is where it keeps its own files."""
    user = home / "data" / "User"
    user.mkdir(parents=True, exist_ok=True)
    (user / "settings.json").write_text(json.dumps(SETTINGS | settings, indent=2), "utf-8")
    where = [
        "--user-data-dir",
        str(home / "data"),
        "--extensions-dir",
        str(home / "extensions"),
        "--config",
        str(home / "config.yaml"),
    ]
    (home / "config.yaml").write_text("auth: none\n", "utf-8")
    server = [_node() or "node", str(_entry()), *where]
    _run([*server, "--install-extension", str(PACKAGE)], home)
    port = _free_port()
    with (home / "code-server.log").open("w") as log:
        quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
        process = subprocess.Popen(
            [*server, *quiet, "--auth", "none", "--bind-addr", f"127.0.0.1:{port}"],
            cwd=home,
            env={**(os.environ if environment is None else environment), **DIRECT},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    hands = Hands()
    try:
        _wait_for(port)
        hands(
            "open",
            url=f"http://127.0.0.1:{port}/?folder={folder}",
            browser=_browser(),
            width=width,
            height=height,
            scale=1,
            timeout=PATIENCE * 1000,
        )
        hands("wait", selector=".explorer-folders-view .monaco-list-row")
        yield VSCode(hands, folder, home)
    finally:
        hands.close()
        process.terminate()
        process.wait(timeout=30)


def _node() -> str | None:
    return shutil.which("node")


def _browser() -> str | None:
    return (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


def _entry() -> Path:
    home = Path(os.environ.get("TURNOUT_VSCODE") or ROOT / ".cache" / "vscode")
    return home / "node_modules" / "code-server" / "out" / "node" / "entry.js"


def _run(command: list[str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"code-server does not listen on port {port}")
