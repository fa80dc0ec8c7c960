"""The command line: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from turnout import __version__
from turnout.cli import main

APPS = Path(__file__).parent / "apps"
CONVERTED = Path(__file__).parent / "conversions/endpoint-kept"
TO_ACTION = CONVERTED.parent / "endpoint-to-action"
ESCAPE = "\x1b["


class Ran:
    """One run: exit code, standard output and standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """``run("check", "app")`` in the folder of the test."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *words: str) -> Ran:
        self._captured.readouterr()
        try:
            code = main(words)
        except SystemExit as end:
            code = int(str(end.code))
        out, err = self._captured.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    for name in ("mistakes", "tutorial"):
        shutil.copytree(APPS / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return Shell(capsys)


def process(*words: str, cwd: Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "turnout", *words], cwd=cwd, check=False, capture_output=True, **options
    )


def is_one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n")


# ----------------------------------------------------------------------- check


def test_findings_have_frames_and_reasons(run: Shell) -> None:
    ran = run("check", "mistakes")
    assert ran.code == 1
    lines = ran.out.splitlines()
    first = next(index for index, line in enumerate(lines) if "not-async.ts:5:17" in line)
    assert lines[first] == "mistakes/app/actions/not-async.ts:5:17  error sync-server-action"
    assert lines[first + 1].startswith("  Server Actions must be async functions.")
    assert lines[first + 2] == "> 5 │ export function addTask(title: string) {"
    assert lines[first + 3] == "    │                 ^^^^^^^"
    assert "  fix  Make it async" in lines
    assert sum("why  https://nextjs.org" in line for line in lines) == len(
        set(re.findall(r"  \w+ ([a-z-]+)$", ran.out, re.M))
    )
    assert re.fullmatch(r"\d+ errors, .* in \d+ files in [\d.]+ s, \d+ with a fix", lines[-1])
    assert ESCAPE not in ran.out
    assert ran.err == ""


def test_json_is_for_machines(run: Shell) -> None:
    ran = run("check", "mistakes", "--format", "json")
    report = ran.json()
    assert ran.code == 1
    assert set(report) == {"turnout", "files", "seconds", "findings"}
    assert report["turnout"] == __version__
    assert report["files"] == 22
    found = next(each for each in report["findings"] if each["path"] == "mistakes/app/actions/not-async.ts")
    assert found["range"] == {"start": {"line": 5, "column": 17}, "end": {"line": 5, "column": 24}}
    assert (found["code"], found["severity"], found["category"]) == ("sync-server-action", "error", "build")
    assert found["fixes"] == ["Make it async"]
    assert found["docs"].startswith("https://nextjs.org/docs/")
    assert set(found) == {"path", "range", "code", "severity", "category", "message", "fixes", "docs"}


def test_columns_count_utf_16_units(run: Shell) -> None:
    Path("mistakes/app/emoji.ts").write_text("'use server'; /* 😀é */ export function rename() {}\n")
    found = run("check", "mistakes/app/emoji.ts", "--select", "sync-server-action", "--format", "json").json()
    assert found["findings"][0]["range"]["start"] == {"line": 1, "column": 41}


def test_paths_choose_what_is_shown_and_not_what_is_known(run: Shell) -> None:
    whole = run("check", "mistakes", "--format", "json").json()["findings"]
    part = run("check", "mistakes/app/unknown-url", "mistakes/pages/", "--format", "json").json()["findings"]
    expected = [each for each in whole if each["path"].startswith(("mistakes/app/unknown-url/", "mistakes/pages/"))]
    assert part == expected
    assert {each["code"] for each in part} >= {"unknown-api-url", "action-in-pages-router"}
    twice = run("check", "mistakes", "mistakes/app", "--format", "json").json()["findings"]
    assert twice == whole, "no finding twice"


def test_paths_are_relative_to_the_current_folder(run: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("mistakes/app")
    found = run("check", "--format", "json").json()["findings"]
    assert found
    assert all(not each["path"].startswith("..") for each in found), "only this folder is checked"
    found = run("check", "..", "--format", "json").json()["findings"]
    assert any(each["path"].startswith("../pages/") for each in found)


def test_several_projects_at_once(run: Shell) -> None:
    found = run("check", "tutorial", "mistakes", "--format", "json", "--min-severity", "error").json()["findings"]
    assert {each["path"].partition("/")[0] for each in found} >= {"mistakes"}
    assert found == sorted(found, key=lambda each: each["path"])


def test_select_and_ignore(run: Shell) -> None:
    def codes(*words: str) -> set[str]:
        return {each["code"] for each in run("check", "mistakes", "--format", "json", *words).json()["findings"]}

    assert codes("--select", "redirect-in-try") == {"redirect-in-try"}
    assert codes("--select", "redirect-in-try,wrong-method", "--select", "unknown-api-url") == {
        "redirect-in-try",
        "wrong-method",
        "unknown-api-url",
    }
    assert "redirect-in-try" not in codes("--ignore", "redirect-in-try")
    ran = run("check", "mistakes", "--select", "redirect-in-tri")
    assert ran.code == 2
    assert is_one_line(ran.err)
    assert "Did you mean redirect-in-try?" in ran.err


def test_severities(run: Shell) -> None:
    def severities(*words: str) -> set[str]:
        return {each["severity"] for each in run("check", "mistakes", "--format", "json", *words).json()["findings"]}

    assert severities("--min-severity", "error") == {"error"}
    assert "warning" in severities("--min-severity", "warning")
    assert run("check", "mistakes", "--fail-on", "never").code == 0
    only_warnings = ("check", "mistakes", "--select", "unanswered-request")
    assert run(*only_warnings).code == 0
    assert run(*only_warnings, "--fail-on", "warning").code == 1
    assert run(*only_warnings, "--min-severity", "error", "--fail-on", "hint").code == 0, "what is hidden fails nothing"


def test_nothing_found(run: Shell) -> None:
    ran = run("check", "mistakes/app/layout.tsx")
    assert ran.code == 0
    assert ran.out.startswith("No findings in 1 file")


def test_a_folder_without_next(run: Shell) -> None:
    Path("plain").mkdir()
    Path("plain/a.ts").write_text("'use server'; export function f() {}")
    ran = run("check", "plain")
    assert (ran.code, ran.out) == (0, "No files of a Next.js app found.\n")
    assert run("check", "plain", "--format", "json").json()["findings"] == []
    assert run("map", "plain").out == "No Next.js app found.\n"
    assert run("map", "plain", "--format", "json").json()["apps"] == []


# ------------------------------------------------------------------------- fix

SYNC = "mistakes/app/actions/not-async.ts"


def test_safe_fixes_are_written_and_the_rest_is_told(run: Shell) -> None:
    before = contents(Path("mistakes"))
    found = run("check", "mistakes", "--format", "json").json()["findings"]
    ran = run("check", "mistakes", "--fix")
    lines = ran.out.splitlines()
    assert ran.code == 1, "errors are left"
    assert lines[:4] == [
        f"{SYNC}:5:17  fixed sync-server-action  Make it async",
        f"{SYNC}:9:14  fixed sync-server-action  Make it async",
        "mistakes/app/api/lower-case-method/route.ts:1:23  fixed route-method-case  Rename it to GET",
        "3 findings fixed in 2 files",
    ]
    after = contents(Path("mistakes"))
    changed = {f"mistakes/{path}" for path in before if before[path] != after[path]}
    assert changed == {SYNC, "mistakes/app/api/lower-case-method/route.ts"}
    assert b"export async function addTask" in Path(SYNC).read_bytes()
    left = run("check", "mistakes", "--format", "json").json()["findings"]
    assert len(left) == len(found) - 3
    again = run("check", "mistakes", "--fix", "--format", "json").json()
    assert (again["fixed"], again["findings"]) == ([], left), "once is enough"
    assert contents(Path("mistakes")) == after


def test_fixing_for_machines(run: Shell) -> None:
    ran = run("check", SYNC, "--fix", "--format", "json")
    report = ran.json()
    assert ran.code == 0
    assert set(report) == {"turnout", "files", "seconds", "fixed", "findings"}
    assert report["fixed"][0] == {
        "path": SYNC,
        "range": {"start": {"line": 5, "column": 17}, "end": {"line": 5, "column": 24}},
        "code": "sync-server-action",
        "severity": "error",
        "fix": "Make it async",
    }
    assert b"function get" in Path("mistakes/app/api/lower-case-method/route.ts").read_bytes(), "not asked for"


def test_only_what_would_be_shown_is_fixed(run: Shell) -> None:
    before = contents(Path("mistakes"))
    run("check", "mistakes", "--fix", "--ignore", "sync-server-action,route-method-case")
    assert contents(Path("mistakes")) == before
    run("check", "mistakes", "--fix", "--select", "route-method-case")
    assert Path(SYNC).read_bytes() == before["app/actions/not-async.ts"]
    assert b"function GET" in Path("mistakes/app/api/lower-case-method/route.ts").read_bytes()


def test_a_fix_keeps_line_ends_and_byte_order_marks(run: Shell) -> None:
    data = b"\xef\xbb\xbf" + Path(SYNC).read_bytes().replace(b"\n", b"\r\n")
    Path(SYNC).write_bytes(data)
    run("check", SYNC, "--fix")
    assert Path(SYNC).read_bytes() == data.replace(b"export function", b"export async function").replace(
        b"= (id", b"= async (id"
    )


def test_what_can_not_be_written_is_left_as_it_was(run: Shell) -> None:
    Path(SYNC).write_bytes(Path(SYNC).read_bytes() + b"// caf\xe9\n")
    before = Path(SYNC).read_bytes()
    ran = run("check", "mistakes", "--fix", "--format", "json")
    assert ran.code == 2
    assert is_one_line(ran.err)
    assert "not-async.ts: is not valid UTF-8" in ran.err
    assert Path(SYNC).read_bytes() == before
    assert [each["code"] for each in ran.json()["fixed"]] == ["route-method-case"], "the others are written"
    assert any(each["path"] == SYNC for each in ran.json()["findings"]), "it is still told"


def test_a_broken_file_is_not_fixed(run: Shell) -> None:
    with Path(SYNC).open("a") as file:
        file.write("\nexport const = ;\n")
    before = Path(SYNC).read_bytes()
    run("check", SYNC, "--fix")
    assert Path(SYNC).read_bytes() == before


# ------------------------------------------------------------------ wrong usage


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("chek",),
        ("check", "nowhere"),
        ("check", "mistakes", "nowhere/else.ts"),
        ("check", "mistakes", "--format", "xml"),
        ("check", "mistakes", "--min-severity", "loud"),
        ("check", "mistakes", "--fix-it"),
        ("check", "mis\0takes"),
        ("map", "nowhere"),
        ("map", "a", "b"),
        ("explain",),
        ("explain", "no-such-rule"),
        ("explain", "mistakes/app/page.tsx"),
        ("explain", "mistakes/app/page.tsx:0"),
        ("explain", "mistakes/app/page.tsx:9999"),
        ("explain", "nowhere.ts:1"),
        ("explain", "mistakes/app:1"),
        ("explain", "mistakes/README.md:1"),
        ("convert", "mistakes/app/page.tsx"),
        ("convert", "--to", "server-action"),
        ("convert", "mistakes/app/page.tsx", "--to", "rust"),
        ("convert", "mistakes/app/actions/good.ts", "--to", "route-handler", "--keep-endpoint"),
        ("convert", "nowhere.ts", "--to", "server-action"),
        ("convert", "mistakes/app", "--to", "server-action"),
        ("convert", "mistakes/README.md", "--to", "server-action"),
        ("convert", "", "--to", "server-action"),
    ],
)
def test_wrong_usage_is_told_in_a_line(run: Shell, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert is_one_line(ran.err)
    assert ran.err.startswith("turnout")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(run: Shell) -> None:
    Path("mistakes/app").chmod(0)
    try:
        ran = run("check", "mistakes/app")
    finally:
        Path("mistakes/app").chmod(0o755)
    assert ran.code == 2
    assert is_one_line(ran.err)


def test_a_bug_of_ours_is_a_line_too(tmp_path: Path) -> None:
    code = (
        "import turnout.features as f, sys\n"
        "def broken(*a): raise KeyError('two\\nlines')\n"
        "f.check_all = broken\n"
        "from turnout.cli import main\n"
        "sys.exit(main(['check', '.']))"
    )
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTEST_CURRENT_TEST", "TURNOUT_DEBUG")
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=APPS / "mistakes", env=environment, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert is_one_line(done.stderr.decode())
    assert b"a bug in Turnout" in done.stderr


def test_a_reader_that_stops_reading(tmp_path: Path) -> None:
    """`turnout check | head -1` ends quietly."""
    for number in range(400):
        path = tmp_path / f"app/a{number}/actions.ts"
        path.parent.mkdir(parents=True)
        path.write_text("'use server';\nexport function a() {}\nexport function b() {}\n")
    (tmp_path / "package.json").write_text('{"dependencies": {"next": "15"}}')
    process = subprocess.Popen(
        [sys.executable, "-m", "turnout", "check"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_the_command_line_does_not_pay_for_the_protocol() -> None:
    code = (
        "import sys; from turnout.cli import main; main(['check', '.', '--fail-on', 'never']);"
        "print([name for name in sys.modules if name.split('.')[0] in ('pygls', 'lsprotocol')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=APPS / "tutorial", capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_version_and_the_help(run: Shell) -> None:
    assert run("--version").out == f"turnout {__version__}\n"
    for command in ("check", "map", "explain", "convert", "rules", "lsp"):
        assert command in run("--help").out
        ran = run(command, "--help")
        assert ran.code == 0
        assert f"turnout {command}" in ran.out


# ---------------------------------------------------------------------- colours


def test_colours_only_where_they_are_wanted(run: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ESCAPE not in run("check", "mistakes").out
    assert ESCAPE in run("check", "mistakes", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert ESCAPE in run("check", "mistakes").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert ESCAPE not in run("check", "mistakes").out
    assert ESCAPE in run("check", "mistakes", "--color", "always").out
    assert ESCAPE not in run("check", "mistakes", "--format", "json", "--color", "always").out


def test_code_can_not_speak_to_the_terminal(run: Shell) -> None:
    Path("mistakes/app/evil.ts").write_text("'use server'; /* \x1b[2J \u202e */ export function rename() {}\n")
    out = run("check", "mistakes/app/evil.ts").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "rename" in out


# -------------------------------------------------------------------------- map


def test_the_map_lists_every_entry(run: Shell) -> None:
    apps = run("map", "tutorial", "--format", "json").json()["apps"]
    assert len(apps) == 1
    assert apps[0]["root"] == "tutorial"
    assert apps[0]["routers"] == ["app", "pages"]
    entries = {(each["path"], each["symbol"]): each for each in apps[0]["entries"]}
    submit = entries["tutorial/pages/api/submit.js", "default"]
    assert submit["kind"] == "api-route"
    assert submit["url"] == "/api/submit"
    assert submit["line"] == 3
    assert submit["verdict"] == "server-action"
    assert submit["confidence"] in ("high", "medium", "low")
    assert submit["callers"][0].keys() == {"path", "line", "side", "how", "method"}
    assert submit["callers"][0]["side"] == "client"
    assert all(each.keys() == {"signal", "for", "text", "path", "line"} for each in submit["evidence"])
    greet = entries["tutorial/app/actions.js", "greet"]
    assert (greet["kind"], greet["url"]) == ("server-action", None)


def test_the_map_for_people(run: Shell) -> None:
    lines = run("map", "tutorial").out.splitlines()
    assert lines[0].startswith("tutorial  Next.js 16")
    assert lines[1] == "5 entries, 1 better elsewhere"
    assert lines[3].split() == ["Entry", "Callers", "Verdict", "Sure", "File"]
    assert re.split(r"  +", lines[4]) == [
        "!", "POST /api/submit", "1 client", "better as a Server Action", "high", "tutorial/pages/api/submit.js:3",
    ]  # fmt: skip
    assert any(line.startswith("✓  greet ") and line.endswith("tutorial/app/actions.js:3") for line in lines)
    assert not any("It writes" in line for line in lines)
    assert len({line.index("tutorial/") for line in lines[4:] if line}) == 1, "the columns are lined up"


def test_the_map_says_why(run: Shell) -> None:
    lines = run("map", "tutorial", "--why").out.splitlines()
    assert lines[5].strip() == ("Only this app's own interface calls it: page.jsx. tutorial/app/contact/page.jsx:18")
    assert lines[6].strip().startswith("It writes a file: fs.mkdir (in append). tutorial/lib/store.js:")


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 160])
def test_the_map_fits_the_terminal(run: Shell, columns: int, capsys: pytest.CaptureFixture[str]) -> None:
    from turnout.commands.map import show_map
    from turnout.commands.output import Output
    from turnout.terminal.columns import width
    from turnout.terminal.style import PLAIN

    long = Path("tutorial/app/api/organizations/[organizationId]/projects/[projectId]/members/[memberId]")
    long.mkdir(parents=True)
    (long / "route.ts").write_text("export async function DELETE() { return new Response(null); }\n")
    capsys.readouterr()
    assert show_map("tutorial", as_json=False, wants_reasons=False, output=Output(PLAIN, columns)) == 0
    out = capsys.readouterr().out
    assert max(width(line) for line in out.splitlines()) <= max(columns, 60)
    assert "DELETE …" in out or columns == 160
    assert "[memberId]" in out


def test_the_map_of_a_part(run: Shell) -> None:
    (app,) = run("map", "tutorial/app", "--format", "json").json()["apps"]
    assert app["entries"]
    assert all(each["path"].startswith("tutorial/app/") for each in app["entries"])
    assert run("map", "tutorial/lib", "--format", "json").json()["apps"] == []


# ---------------------------------------------------------------------- explain


def test_every_rule_can_be_explained(run: Shell) -> None:
    rules = run("rules", "--format", "json").json()["rules"]
    assert rules == sorted(rules, key=lambda each: each["code"])
    listed = run("rules").out
    for rule in rules:
        assert rule.keys() == {"code", "severity", "category", "title", "docs"}
        assert rule["code"] in listed
        page = run("explain", rule["code"])
        assert page.code == 0
        assert page.out.startswith(rule["code"])
        assert "```" not in page.out
        assert "\nBad\n" in page.out


def test_a_place_is_explained_as_on_hover(run: Shell) -> None:
    ran = run("explain", "tutorial/app/actions.js:3")
    assert ran.code == 0
    assert "greet" in ran.out
    assert re.search(r"tutorial/app/page\.jsx:\d+", ran.out)
    assert "turnout-place" not in ran.out
    assert run("explain", "tutorial/app/actions.js:3:23").out == ran.out
    assert "Right as a Server Action · greet" in ran.out
    assert not re.search(r"\*\*|<br|\]\(|`|\|", ran.out), "no Markdown is left"
    assert "How it was weighed" not in ran.out
    nothing = run("explain", "tutorial/app/actions.js:2")
    assert (nothing.code, nothing.out) == (1, "")
    assert is_one_line(nothing.err)


def test_a_verdict_is_explained_to_the_last_point(run: Shell) -> None:
    short = run("explain", "tutorial/pages/api/submit.js:3:32").out
    out = run("explain", "tutorial/pages/api/submit.js:3:32", "--why").out
    assert "How it was weighed\n- Server Action: 4 = +2 callers, +2 mutation" in out
    assert set(short.splitlines()) <= set(out.splitlines())


def test_a_place_elsewhere_keeps_its_name(run: Shell) -> None:
    line = next(
        number
        for number, text in enumerate(Path("tutorial/app/contact/page.jsx").read_text().splitlines(), 1)
        if "'/api/submit'" in text
    )
    out = run("explain", f"tutorial/app/contact/page.jsx:{line}").out
    assert out.startswith("Better as a Server Action · POST /api/submit (tutorial/pages/api/submit.js:3) · high")


# ---------------------------------------------------------------------- convert

SUBMIT = "tutorial/pages/api/submit.js"


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_diff_that_patch_understands(run: Shell, tmp_path: Path) -> None:
    before = contents(tmp_path)
    ran = run("convert", SUBMIT, "--to", "server-action")
    assert ran.code == 0
    assert contents(tmp_path) == before, "nothing is written"
    assert f"--- a/{SUBMIT}\n+++ /dev/null\n" in ran.out
    assert "Add --write to do it." in ran.err
    (tmp_path / "change.diff").write_text(ran.out)
    subprocess.run(["git", "apply", "--check", "change.diff"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "change.diff"], cwd=tmp_path, check=True)
    (tmp_path / "change.diff").unlink()
    patched = contents(tmp_path)
    for name, data in before.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for name in patched.keys() - before.keys():
        (tmp_path / name).unlink()
    written = run("convert", SUBMIT, "--to", "server-action", "--write")
    assert written.code == 0
    assert f"deleted {SUBMIT}\n" in written.out
    assert contents(tmp_path) == patched, "--write does what the diff says"


def test_one_entry_by_its_name(run: Shell) -> None:
    ran = run("convert", "tutorial/app/actions.js:greet", "--to", "route-handler")
    assert ran.code == 0
    assert "greet" in ran.out
    missing = run("convert", "tutorial/app/actions.js:nobody", "--to", "route-handler")
    assert missing.code == 1
    assert missing.err.startswith("turnout: not converted. ")


def test_a_refusal_shows_its_place(run: Shell) -> None:
    with Path(SUBMIT).open("a") as file:
        file.write("\nexport const = ;\n")
    before = contents(Path("tutorial"))
    ran = run("convert", SUBMIT, "--to", "server-action", "--write")
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("turnout: not converted. ")
    assert contents(Path("tutorial")) == before


def workshop(folder: Path) -> None:
    """The workshop, and an endpoint in it that should be an action and can't be turned into one."""
    shutil.copytree(APPS / "workshop", folder / "workshop")
    for name, text in {
        "app/api/reports/route.ts": (
            "import { revalidatePath } from 'next/cache';\n\nexport const maxDuration = 60;\n\n"
            "export async function POST() {\n  revalidatePath('/');\n  return Response.json({ ok: true });\n}\n"
        ),
        "app/report.tsx": (
            "'use client';\n\nexport function Report() {\n"
            "  return <button onClick={() => fetch('/api/reports', { method: 'POST' })}>Report</button>;\n}\n"
        ),
    }.items():
        path = folder / "workshop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_everything_misplaced_at_once(run: Shell, tmp_path: Path) -> None:
    workshop(tmp_path)
    before = contents(tmp_path / "workshop")
    planned = run("convert", "--all", "workshop", "--to", "server-action")
    assert planned.code == 1, "some are refused"
    assert contents(tmp_path / "workshop") == before, "nothing is written"
    converted = re.findall(r"^  (workshop/\S+:\S+)$", planned.err.partition("not converted:")[0], re.MULTILINE)
    assert "workshop/pages/api/feedback.ts:default" in converted
    refused = planned.err.partition("not converted:")[2].splitlines()[1:]
    assert refused
    assert all(re.search(r"\(workshop/\S+:\d+:\d+\)$", line) for line in refused[1::2])
    subprocess.run(["git", "apply"], cwd=tmp_path, check=True, input=planned.out.encode())
    patched = contents(tmp_path / "workshop")
    shutil.rmtree(tmp_path / "workshop")
    workshop(tmp_path)
    written = run("convert", "--all", "workshop", "--to", "server-action", "--write")
    assert contents(tmp_path / "workshop") == patched, "--write does what the diff says"
    assert "deleted workshop/pages/api/feedback.ts\n" in written.out
    assert not (tmp_path / "workshop/app/api/auth/login").exists(), "an emptied folder goes, too"
    again = run("convert", "--all", "workshop", "--to", "server-action")
    assert again.out == "", "what is left is refused again"


def test_nothing_misplaced(run: Shell) -> None:
    ran = run("convert", "--all", "tutorial/app/page.jsx", "--to", "server-function")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing here is misplaced.\n")


def test_entries_that_share_text_are_converted_one_after_the_other(run: Shell, tmp_path: Path) -> None:
    app = tmp_path / "pair"
    for name, text in {
        "package.json": '{ "dependencies": { "next": "16.0.0" } }',
        "app/api/likes/route.js": (
            "import { likes } from '../../../likes';\n\n"
            "export async function POST() {\n  likes.add();\n  return Response.json({ ok: true });\n}\n\n"
            "export async function DELETE() {\n  likes.remove();\n  return Response.json({ ok: true });\n}\n"
        ),
        "likes.js": "export const likes = { add() {}, remove() {} };\n",
        "app/page.jsx": (
            "'use client';\n\nexport default function Page() {\n  return (\n    <>\n"
            "      <button onClick={() => fetch('/api/likes', { method: 'POST' })}>+</button>\n"
            "      <button onClick={() => fetch('/api/likes', { method: 'DELETE' })}>-</button>\n"
            "    </>\n  );\n}\n"
        ),
    }.items():
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_text(text)
    ran = run("convert", "pair/app/api/likes/route.js", "--to", "server-action", "--write")
    assert ran.code == 0, ran.err
    assert not (app / "app/api").exists()
    page = (app / "app/page.jsx").read_text()
    assert "import { createLike, deleteLikes } from './actions';" in page
    assert "onClick={() => createLike()}" in page
    assert "onClick={() => deleteLikes()}" in page


def test_what_a_person_has_to_finish_is_not_converted_with_all(run: Shell, tmp_path: Path) -> None:
    app = tmp_path / "guarded"
    shutil.copytree(TO_ACTION / "middleware-check-to-write/before", app)
    path = app / "app/api/names/route.ts"
    text = (
        path.read_text().replace("/*|*/", "").replace("  if (", "  await db.name.create({ data: { name } });\n  if (")
    )
    path.write_text(f"import {{ db }} from '@/lib/db';\n{text}")
    (app / "lib").mkdir()
    (app / "lib/db.ts").write_text(
        "import { PrismaClient } from '@prisma/client';\n\nexport const db = new PrismaClient();\n"
    )
    (app / "tsconfig.json").write_text('{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
    (app / "package.json").write_text('{ "dependencies": { "next": "16.0.0" } }')
    ran = run("convert", "--all", "guarded", "--to", "server-action", "--write")
    assert ran.code == 1
    assert "A person has to write its check, since middleware was its only guard" in ran.err
    assert path.exists()
    ran = run("convert", "guarded/app/api/names/route.ts:POST", "--to", "server-action", "--write")
    assert ran.code == 0, ran.err
    assert "createName throws until a person has written its check" in ran.err
    assert not path.exists()


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """An app whose endpoint a test asks for, too."""
    app = tmp_path / "names"
    shutil.copytree(CONVERTED / "a-test-calls-it/before", app)
    (app / "package.json").write_text('{ "dependencies": { "next": "16.0.0" } }')
    (app / "tsconfig.json").write_text('{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }')
    route = app / "app/api/names/route.ts"
    route.write_text(route.read_text().replace("/*|*/", ""))
    return app


def test_an_endpoint_is_kept(run: Shell, names: Path) -> None:
    route = "names/app/api/names/route.ts"
    refused = run("convert", f"{route}:POST", "--to", "server-action")
    assert refused.code == 1
    assert "A test calls this endpoint by its URL here." in refused.err
    assert "It can be done with the endpoint left where it is: add --keep-endpoint." in refused.err
    kept = run("convert", f"{route}:POST", "--to", "server-action", "--keep-endpoint", "--write")
    assert kept.code == 0, kept.err
    assert sorted(kept.out.splitlines()) == [
        "changed names/app/api/names/route.ts",
        "changed names/app/page.tsx",
        "made names/app/actions.ts",
        "made names/app/create-name.ts",
    ]
    assert "The endpoint stays for tests/names.test.ts:4. A test calls this endpoint by its URL here." in kept.err
    again = run("convert", f"{route}:POST", "--to", "server-action", "--keep-endpoint")
    assert again.code == 1, "nobody is left who could call an action"
    assert "--keep-endpoint" not in again.err


def test_everything_misplaced_with_its_endpoints_kept(run: Shell, names: Path) -> None:
    assert run("convert", "--all", "names", "--to", "server-action").code == 1
    ran = run("convert", "--all", "names", "--to", "server-action", "--keep-endpoint", "--write")
    assert ran.code == 0, ran.err
    assert "1 entry converted:\n  names/app/api/names/route.ts:POST\n" in ran.err
    assert "createNameAction(name)" in (names / "app/page.tsx").read_text()


# ---------------------------------------------------------- all of it or nothing


def writing() -> Any:
    from turnout.commands import writing
    from turnout.features import Workspace
    from turnout.text.edits import Edit, SourceChange
    from turnout.text.span import Span

    workspace = Workspace.on_disk("mistakes")
    list(workspace.scan())
    change = SourceChange(
        {"app/page.tsx": (Edit(Span(0, 0), "// new\n"),), "app/layout.tsx": (Edit(Span(0, 0), "// new\n"),)},
        {"app/new/deep/file.ts": "export {};\n"},
        ("lib/store.ts",),
    )
    sources = {path: workspace.snapshot.source(path) for path in (*change.edits, *change.deleted)}
    return writing, sources, change


def test_all_is_written(run: Shell) -> None:
    module, sources, change = writing()
    page = Path("mistakes/app/page.tsx")
    page.chmod(0o640)
    module.write("mistakes", sources, change)
    assert page.read_text().startswith("// new\n")
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert Path("mistakes/app/new/deep/file.ts").read_text() == "export {};\n"
    assert not Path("mistakes/lib/store.ts").exists()
    assert not list(Path("mistakes").rglob(".turnout-*"))


@pytest.mark.parametrize("what", ["changed", "deleted", "there already", "not UTF-8"])
def test_files_that_are_no_longer_those_that_were_read(run: Shell, what: str) -> None:
    module, sources, change = writing()
    if what == "changed":
        Path("mistakes/lib/store.ts").write_text("// other\n")
    elif what == "deleted":
        Path("mistakes/app/page.tsx").unlink()
    elif what == "not UTF-8":
        Path("mistakes/app/page.tsx").write_bytes(b"\xff")
    else:
        Path("mistakes/app/new/deep").mkdir(parents=True)
        Path("mistakes/app/new/deep/file.ts").write_text("mine")
    before = contents(Path("mistakes"))
    with pytest.raises(module.NotWritten):
        module.write("mistakes", sources, change)
    assert contents(Path("mistakes")) == before


@pytest.mark.parametrize("number", range(3))
def test_a_disk_that_fails_in_the_middle(run: Shell, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    module, sources, change = writing()
    before, done = contents(Path("mistakes")), 0
    real = os.replace

    def replace(source: str, target: str) -> None:
        nonlocal done
        if done == number:
            raise OSError(28, "No space left on device", target)
        done += 1
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(module.NotWritten, match="no space left"):
        module.write("mistakes", sources, change)
    assert contents(Path("mistakes")) == before
    assert not Path("mistakes/app/new").exists()


@pytest.mark.skipif(os.name == "nt", reason="makes symbolic links")
def test_a_symbolic_link_stays_one(run: Shell) -> None:
    page = Path("mistakes/app/page.tsx")
    target = Path("real-page.tsx")
    shutil.move(page, target)
    page.symlink_to(target.resolve())
    module, sources, change = writing()
    module.write("mistakes", sources, change)
    assert page.is_symlink()
    assert target.read_text().startswith("// new\n")


def test_python_dash_m(tmp_path: Path) -> None:
    done = process("--version", cwd=tmp_path)
    assert done.stdout.decode() == f"turnout {__version__}\n"
