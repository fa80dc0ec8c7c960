"""``make bench [PATHS="…"]``: how fast Turnout is, each number next to the least that any reader could need.

The floor of reading is tree-sitter's parse of the same texts; the floor of starting and of memory is a Python that has
imported the libraries and read nothing. Everything is measured from outside, over pipes, as a user would feel it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from harness.capabilities import PUSH, VSCODE
from harness.editor import Editor, editor, launch, uri_of

APPS = Path(__file__).parents[1] / "apps"
STARTS = 5
KEYS = 200
LINES = 1000
_LIBRARIES = "import lsprotocol.types, pygls.server, pygls.protocol, tree_sitter, tree_sitter_typescript"
_PATIENCE = 600.0


def main(arguments: Sequence[str]) -> int:
    folders = [*sorted(path for path in APPS.iterdir() if path.is_dir()), *(Path(each).resolve() for each in arguments)]
    wrong = [str(folder) for folder in folders if not folder.is_dir()]
    if wrong:
        print(f"No folder: {', '.join(wrong)}", file=sys.stderr)
        return 2
    # An installed Turnout is compiled; where this is set, each start would compile it again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} CPUs, load {_load()}\n")
    print("turnout check, cold")
    show(
        ("folder", "files", "seconds", "of all CPUs", "files/s", "floor: parse"),
        (reading(folder) for folder in folders),
    )
    print("An edit in a file of 1,000 lines, in ms")
    show(("from didChange to", "median", "99 %", "of the CPU", "floor: parse"), typing())
    print("The language server")
    show(("folder", "start ms", "floor ms", "read s", "memory MB", "floor MB"), (serving(folder) for folder in folders))
    return 0


def show(header: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    """A table whose rows appear as they are measured."""
    widths = [36, *(max(len(name), 9) for name in header[1:])]
    for row in chain((header,), rows):
        first, *rest = zip(row, widths, strict=True)
        print("  " + f"{first[0]:<{first[1]}}" + "".join(f"  {cell:>{width}}" for cell, width in rest), flush=True)
    print()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


# ---------------------------------------------------------------- the command


def reading(folder: Path) -> tuple[str, ...]:
    """A whole check as a user would start it, and the mere parsing of what it read."""
    cpu, started = cpu_of_children(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "turnout", "check", str(folder), "--format", "json", "--fail-on", "never"],
        capture_output=True,
        check=True,
    )
    seconds = time.perf_counter() - started
    cpu = cpu_of_children() - cpu
    files = json.loads(done.stdout)["files"]
    return (
        folder.name,
        str(files),
        f"{seconds:.2f}",
        f"{cpu:.2f}",
        f"{files / seconds:.0f}",
        f"{parsing(folder):.3f}",
    )


def cpu_of_children() -> float:
    """Seconds that finished children have worked: what a busy machine does not distort."""
    times = os.times()
    return times.children_user + times.children_system


def parsing(folder: Path) -> float:
    """Seconds that tree-sitter needs for the code below a folder, one file after the other."""
    parse = parser()
    texts = [path.read_bytes() for path in code_below(folder)]
    started = time.perf_counter()
    for text in texts:
        parse(text)
    return time.perf_counter() - started


def parser() -> Callable[[bytes], object]:
    import tree_sitter_typescript
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_typescript.language_tsx())).parse


def code_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in ("node_modules", ".next", ".git", "dist", "build")]
        for name in names:
            if name.endswith((".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts")) and ".d." not in name:
                yield Path(parent, name)


# -------------------------------------------------------------------- typing


def typing() -> Iterator[tuple[str, ...]]:
    """Keys typed into a long file of an app, over real pipes."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary).resolve() / "app"
        path = "app/actions.ts"
        (root / path).parent.mkdir(parents=True)
        (root / "package.json").write_text('{"dependencies": {"next": "15.1.0"}}')
        (root / path).write_text(long_file())
        floor = floor_of((root / path).read_bytes())
        with editor(root, VSCODE) as it:
            it.open(path)
            it.scanned(_PATIENCE)
            it.pull(path)
            yield "findings, pulled", *keys(it, lambda: (press(it, path), it.pull(path))), floor
            yield "hover", *keys(it, lambda: (press(it, path), it.hover(path, "action7"))), floor
        with editor(root, PUSH) as it:
            it.open(path)
            it.scanned(_PATIENCE)
            yield "findings, pushed (30 of it waiting)", *keys(it, lambda: until_pushed(it, path)), floor


def keys(it: Editor, work: Callable[[], object]) -> tuple[str, str, str]:
    """Milliseconds of many times the same: median, 99th percentile, and what the server worked each time."""
    before = cpu_of(it.process.pid)
    ordered = sorted(timed(work) for _ in range(KEYS))
    worked = (cpu_of(it.process.pid) - before) * 1000 / KEYS
    return f"{statistics.median(ordered):.1f}", f"{ordered[int(KEYS * 0.99)]:.1f}", f"{worked:.1f}"


def press(it: Editor, path: str) -> None:
    """A change within a function's body, and back."""
    longer = "const total = 1 + "
    if longer in it.texts[path].text:
        it.edit(path, longer, "const total = ")
    else:
        it.edit(path, "const total = ", longer)


def until_pushed(it: Editor, path: str) -> None:
    mark = it.mark()
    press(it, path)
    version = it.texts[path].version
    it.wait_for(
        "textDocument/publishDiagnostics", lambda params: params.get("version") == version, _PATIENCE, since=mark
    )


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def floor_of(text: bytes) -> str:
    parse = parser()
    return f"{statistics.median(timed(lambda: parse(text)) for _ in range(20)):.1f}"


def long_file() -> str:
    """1,000 lines: 25 Server Actions of a usual length, some with findings, and what they share."""
    lines = ["'use server';", "", "import { revalidatePath } from 'next/cache';", ""]
    number = 0
    while len(lines) < LINES:
        keyword = "" if number % 10 == 0 else "async "
        lines += [
            f"export {keyword}function action{number}(form: FormData) {{",
            f"  const name = String(form.get('name{number}') ?? '');",
            "  const total = [1, 2, 3].reduce((sum, each) => sum + each, 0);",
            "  if (!name || total > 100) {",
            f"    return {{ error: `No name for ${{total}} in {number}` }};",
            "  }",
            *(f"  const row{row} = {{ id: {row}, name, tags: ['a', 'b'], at: total + {row} }};" for row in range(20)),
            "  for (const each of name.split(',')) {",
            f"    console.log(each.trim(), label{number}(each), {{ total, rows: [row1, row2] }});",
            "  }",
            f"  revalidatePath('/list/{number}');",
            "  return { ok: true as const };",
            "}",
            "",
            f"const label{number} = (text: string): string => {{",
            f"  const trimmed = text.trim().slice(0, {number});",
            "  return trimmed === '' ? 'none' : trimmed;",
            "};",
            "",
        ]
        number += 1
    return "\n".join(lines[:LINES]) + "\n"


# --------------------------------------------------------------- the server


def serving(folder: Path) -> tuple[str, ...]:
    """From the start of the process to the answer to initialize, the first reading, and the memory after it."""
    start = statistics.median(timed(lambda: start_and_end(folder)) for _ in range(STARTS))
    floor_start, floor_memory = bare()
    with editor(folder, PUSH) as it:
        started = time.perf_counter()
        it.scanned(_PATIENCE)
        read = time.perf_counter() - started
        time.sleep(1)
        memory = memory_of(it.process.pid)
    return folder.name, f"{start:.0f}", f"{floor_start:.0f}", f"{read:.2f}", memory, floor_memory


def start_and_end(folder: Path) -> None:
    it = launch(folder)
    it.request("initialize", {"processId": os.getpid(), "rootUri": uri_of(folder), "capabilities": {}}, _PATIENCE)
    it.process.kill()
    it.process.wait()


def bare() -> tuple[float, str]:
    """Milliseconds and memory of a Python that has imported the libraries."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", f"{_LIBRARIES}\nprint(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    milliseconds = (time.perf_counter() - started) * 1000
    memory = memory_of(process.pid)
    process.kill()
    process.wait()
    return milliseconds, memory


def cpu_of(pid: int) -> float:
    """Seconds that a process has worked; not a number where there is no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int) -> str:
    """The resident memory of a process in MB; unknown where there is no /proc."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return "unknown"
    found = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return f"{int(found.split()[1]) / 1024:.0f}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
