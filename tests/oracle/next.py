"""Builds, type-checks, compiles and serves example apps with the Next.js of `tests/oracle/package.json`.

`tests/oracle/setup` installs it into `.cache/oracle`. Apps are copied below that folder, so that Node.js,
TypeScript and Turbopack find the packages by walking up: nothing is linked, and Turbopack sees no file
outside of its root, which is the folder with `"workspaces"`.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.request import urlopen

Layer = Literal["rsc", "ssr", "browser", "pages", "api"]

# `cache`: `experimental.useCache`, with a handler for the kind `sessions`; `cache-alone`: without one.
# `taint`: `experimental.taint`.
Flags = frozenset[Literal["cache", "cache-alone", "taint"]]
NO_FLAGS: Flags = frozenset()

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
HOME = REPOSITORY / ".cache" / "oracle"
APPS = REPOSITORY / "tests" / "apps"

BUILD_SECONDS = 600
NOT_COPIED = ("node_modules", ".next", ".git", "next-env.d.ts", "*.tsbuildinfo")


@dataclass(frozen=True)
class BuildResult:
    ok: bool
    output: str


@dataclass(frozen=True)
class TypecheckResult:
    ok: bool
    output: str


@dataclass(frozen=True)
class CompileError:
    """One error; line and column count from 1, the column is None where the report shows none."""

    path: str
    line: int
    column: int | None
    message: str


def available() -> str | None:
    """Why the judge can't be asked, in words for a skipped test; None when it can."""
    if shutil.which("node") is None:
        return "Node.js is missing: install Node.js 20 or newer, then run tests/oracle/setup"
    installed = HOME / "installed-lock.json"
    if not installed.is_file():
        return "Next.js is not installed: run tests/oracle/setup"
    if installed.read_bytes() != (HERE / "package-lock.json").read_bytes():
        return "the installed Next.js is not the pinned one: run tests/oracle/setup"
    return None


def build(app: Path) -> BuildResult:
    """What `next build` says about a copy of the app."""
    with copied(app) as copy:
        return build_in_place(copy)


def typecheck(app: Path, version: Literal["5", "7"]) -> TypecheckResult:
    """What `tsc --noEmit` says about a copy of the app, with the route types that Next.js generates."""
    with copied(app) as copy:
        return typecheck_in_place(copy, version)


def compile(files: Mapping[str, str], layer: Layer) -> list[CompileError]:
    """What Next.js's compiler says about small files, each on its own, all in one Node.js process."""
    return [error for _, error in compile_all([(path, code, layer, NO_FLAGS) for path, code in files.items()])]


def compile_all(files: Sequence[tuple[str, str, Layer, Flags]]) -> list[tuple[int, CompileError]]:
    """Like `compile`, for (path, code, layer, flags); each error comes with the index of its file."""
    request = [
        {"path": path, "code": code, "layer": layer, "flags": sorted(flags)} for path, code, layer, flags in files
    ]
    process = subprocess.run(
        ["node", str(HERE / "compile.js"), str(HOME)],
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        timeout=BUILD_SECONDS,
    )
    if process.returncode != 0:
        raise RuntimeError(f"the compiler gave up:\n{process.stderr}")
    complaints: list[str | None] = json.loads(process.stdout)
    return [
        (index, error)
        for index, complaint in enumerate(complaints)
        if complaint is not None
        for error in errors_in(complaint, files[index][0])
    ]


@contextlib.contextmanager
def copied(app: Path) -> Iterator[Path]:
    """A copy of the app, with its whole monorepo where it is part of one, that is removed afterwards."""
    app = app.resolve()
    root = workspace_root(app) or app
    places = HOME / "work"
    places.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix=f"{root.name}-", dir=places))
    try:
        copy = place / root.name
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
        link_workspace_packages(copy)
        yield copy / app.relative_to(root)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def build_in_place(app: Path) -> BuildResult:
    return BuildResult(*run([*next_command(), "build"], app))


def typecheck_in_place(app: Path, version: Literal["5", "7"]) -> TypecheckResult:
    ok, output = run([*next_command(), "typegen"], app)
    if not ok:
        return TypecheckResult(ok, output)
    package = {"5": "typescript", "7": "typescript-7"}[version]
    tsc = HOME / "node_modules" / package / "bin" / "tsc"
    return TypecheckResult(*run(["node", str(tsc), "--noEmit", "--pretty", "false"], app))


@contextlib.contextmanager
def served(app: Path, extra: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address at which a built app answers, until the context ends."""
    port = free_port()
    address = f"http://localhost:{port}"
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [*next_command(), "start", "--port", str(port)],
            cwd=app,
            env={**environment(), **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_for(address, process)
            yield address
        except ServerDied:
            log.seek(0)
            raise ServerDied(f"`next start` answered nothing:\n{log.read()}") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


class ServerDied(RuntimeError):
    pass


def environment() -> dict[str, str]:
    """Ours, without telemetry, colours and settings that change what Next.js does."""
    changing = ("NEXT_", "NODE_", "TURBO")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(changing)}
    return {**kept, "NEXT_TELEMETRY_DISABLED": "1", "NO_COLOR": "1", "CI": "1"}


def next_command() -> list[str]:
    return ["node", str(HOME / "node_modules" / "next" / "dist" / "bin" / "next")]


def run(command: Sequence[str], folder: Path) -> tuple[bool, str]:
    process = subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=BUILD_SECONDS,
    )
    return process.returncode == 0, COLOURS.sub("", process.stdout)


COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def workspace_root(app: Path) -> Path | None:
    """The folder above whose package.json counts the app among its workspaces."""
    for folder in app.parents:
        if app in workspace_packages(folder):
            return folder
    return None


def workspace_packages(root: Path) -> list[Path]:
    manifest = root / "package.json"
    if not manifest.is_file():
        return []
    patterns = json.loads(manifest.read_text(encoding="utf-8")).get("workspaces", [])
    return [found.parent for pattern in patterns for found in root.glob(f"{pattern}/package.json")]


def link_workspace_packages(root: Path) -> None:
    """What `npm install` does for workspaces: `node_modules/@acme/client` leads to `packages/client`."""
    for package in workspace_packages(root):
        name = json.loads((package / "package.json").read_text(encoding="utf-8"))["name"]
        link = root / "node_modules" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(package, link.parent), target_is_directory=True)


# The compiler draws its errors:
#
#   x Server Actions must be async functions.
#    ,-[/app-under-test/app/actions.ts:2:1]
#  2 | export function f() {}
#    :                 ^
#    `----
MESSAGE = re.compile(r"^ {2}x (?P<first>.*)$")
MORE = re.compile(r"^ {2}\| ?(?P<more>.*)$")
PLACE = re.compile(r"^ *,-\[(?P<path>.*):(?P<line>\d+):(?P<column>\d+)\]$")
CARETS = re.compile(r"^ *: (?P<indent> *)\^")
END = re.compile(r"^ *`-+$")


def errors_in(complaint: str, path: str) -> list[CompileError]:
    errors: list[CompileError] = []
    message: list[str] = []
    line, column = 1, None

    for text in complaint.split("\nStack backtrace:")[0].split("\n"):
        if found := MESSAGE.match(text):
            message, line, column = [found["first"]], 1, None
        elif not message:
            continue
        elif found := MORE.match(text):
            message.append(found["more"])
        elif found := PLACE.match(text):
            line = int(found["line"])
        elif column is None and (found := CARETS.match(text)):
            column = len(found["indent"]) + 1
        elif END.match(text):
            errors.append(CompileError(path, line, column, "\n".join(message)))
            message = []

    if message:
        errors.append(CompileError(path, line, column, "\n".join(message)))
    return errors or [CompileError(path, 1, None, complaint.strip())]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(URLError, ConnectionError, TimeoutError):
            urlopen(address, timeout=10).close()
            return
        time.sleep(0.1)
    raise ServerDied
