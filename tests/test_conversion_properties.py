"""What holds for every conversion, whatever it converts: over generated endpoints with callers, and the test apps."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from turnout import features
from turnout.conversions import CONVERSIONS
from turnout.conversions.conversion import Conversion, Refusal, convert
from turnout.features import Settings, Snapshot, Workspace
from turnout.model.lower import lower
from turnout.project.entries import Entry
from turnout.project.files import Memory
from turnout.syntax.grammar import is_code
from turnout.syntax.tree import parse
from turnout.text.edits import Edit, SourceChange, apply_edits
from turnout.text.source import SourceFile
from turnout.text.span import Span

APPS = Path(__file__).parent / "apps"
GENERATED = 80
BYSTANDER = "/* Größe: ≤ 3 × 👍 */ export const untouched = [1,2 ,  3]"
"""Text in a shape that no formatter would leave, and with letters of every width: it must survive to the byte."""


# ----------------------------------------------------------------- properties


def workspace_of(files: Mapping[str, bytes]) -> Workspace:
    workspace = Workspace(Memory(dict(files)), Settings())
    for _ in workspace.scan():
        pass
    return workspace


def applied(files: Mapping[str, bytes], change: SourceChange) -> dict[str, bytes]:
    after = {path: data for path, data in files.items() if path not in change.deleted}
    for path, edits in change.edits.items():
        after[path] = apply_edits(files[path], edits)
    for path, text in change.created.items():
        assert path not in files, f"{path} is there already"
        after[path] = text.encode()
    return after


def undone(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The edits of a text taken back from what they made of it."""
    moved = 0
    back: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.span.start, each.span.end)):
        start = edit.span.start + moved
        back.append(Edit(Span(start, start + len(edit.text.encode())), data[slice(*edit.span)].decode()))
        moved += len(edit.text.encode()) - (edit.span.end - edit.span.start)
    return apply_edits(apply_edits(data, edits), back)


def errors(path: str, data: bytes) -> int:
    return len(lower(parse(SourceFile.of(path, data))).errors)


def check(
    project: Snapshot, files: Mapping[str, bytes], entry: Entry, conversion: Conversion
) -> SourceChange | Refusal:
    """All properties of one conversion of one entry."""
    outcome = convert(conversion, project, entry)
    if isinstance(outcome, Refusal):
        assert outcome.reason, "a refusal says why"
        assert outcome.path is None or outcome.path in files
        return outcome
    assert len(set(outcome.paths)) == len(outcome.paths), "each file once"
    after = applied(files, outcome)
    for path, edits in outcome.edits.items():
        assert undone(files[path], edits) == files[path]
        for edit in edits:
            assert files[path][slice(*edit.span)].decode() != edit.text, "an edit that changes nothing"
    for path in (*outcome.edits, *outcome.created):
        if is_code(path):
            known = errors(path, files[path]) if path in files else 0
            assert errors(path, after[path]) <= known, f"{path} can't be parsed:\n{after[path].decode()}"
    again = workspace_of(after).snapshot
    if conversion.keeps_entry:
        same = next(each for each in again.entries(entry.path) if each.symbol == entry.symbol)
        assert isinstance(convert(conversion, again, same), Refusal), "it could be converted twice"
        return outcome
    left = [each for each in again.entries(entry.path) if (each.kind, each.symbol) == (entry.kind, entry.symbol)]
    assert not left, "it could be converted twice"
    return outcome


# ------------------------------------------------------------------ generated


class Writer:
    """Writes one app in a style of its own: an endpoint, who calls it, and code that has nothing to do with either."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.is_typed = self.either(True, False)
        self.quote = self.either("'", '"')
        self.end = self.either(";", "")
        self.unit = self.either("  ", "    ", "\t")
        self.newline = self.either("\n", "\n", "\r\n")
        self.method = self.either("POST", "PUT", "PATCH", "DELETE")
        self.is_pages = self.random.random() < 0.3
        self.has_id = self.either(True, False)
        self.has_body = self.method != "DELETE" and self.random.random() < 0.8
        self.fails = self.either(True, False)

    def either(self, *choices: str | bool) -> str:
        return self.random.choice(choices)  # type: ignore[return-value]

    def files(self) -> dict[str, bytes]:
        ending = "ts" if self.is_typed else "js"
        folder = "notes/[id]" if self.has_id else "notes"
        endpoint = f"pages/api/{folder}.{ending}" if self.is_pages else f"app/api/{folder}/route.{ending}"
        texts = {
            "package.json": '{ "dependencies": { "next": "16.0.0", "react": "19.0.0" } }',
            f"lib/notes.{ending}": self.library(),
            endpoint: self.api_route() if self.is_pages else self.route_handler(),
            f"app/editor.{ending}x": self.caller(),
            f"app/page.{ending}x": (
                "import Editor from './editor'\nexport default function Page() { return <Editor id='1' /> }\n"
            ),
        }
        return {path: self.styled(path, text) for path, text in texts.items()}

    def styled(self, path: str, text: str) -> bytes:
        if not is_code(path):
            return text.encode()
        text = text.replace("  ", self.unit).replace("'", self.quote).replace(";", self.end)
        return f"{text}\n{BYSTANDER}\n".replace("\n", self.newline).encode()

    def library(self) -> str:
        typed = (": string", ": Promise<{ id: string }>") if self.is_typed else ("", "")
        return (
            f"export async function save(id{typed[0]}, text{typed[0]}){typed[1]} {{\n"
            "  console.log(id, text);\n  return { id };\n}\n"
        )

    def route_handler(self) -> str:
        typed = self.is_typed
        lines: list[str] = []
        parameters = ["request: Request" if typed else "request"]
        if self.has_id:
            shape = ": { params: Promise<{ id: string }> }" if typed else ""
            parameters.append("{ params }" + shape)
            lines.append("const { id } = await params;")
        if self.has_body:
            cast = " as { text: string }" if typed else ""
            lines.append(
                f"const {{ text }} = (await request.json()){cast};"
                if typed
                else "const { text } = await request.json();"
            )
        if self.fails:
            what = "!text" if self.has_body else ("!id" if self.has_id else "Math.random() > 2")
            lines += [f"if ({what}) {{", "  return Response.json({ error: 'Nothing there' }, { status: 422 });", "}"]
        lines.append(f"const note = await save({self.id}, {self.text});")
        status = self.either("", ", { status: 201 }")
        lines.append(f"return Response.json(note{status});")
        body = "\n".join(f"  {line}" for line in lines)
        head = (
            f"export async function {self.method}({', '.join(parameters)}) {{"
            if self.either(True, False)
            else f"export const {self.method} = async ({', '.join(parameters)}) => {{"
        )
        up = "../" * (4 if self.has_id else 3)
        return f"import {{ save }} from '{up}lib/notes';\n\n// Ändert etwas.\n{head}\n{body}\n}}\n"

    def api_route(self) -> str:
        typed = ": any" if self.is_typed else ""
        lines = [f"if (req.method !== '{self.method}') {{", "  res.status(405).end();", "  return;", "}"]
        if self.has_id:
            lines.append("const { id } = req.query;")
        if self.has_body:
            lines.append("const { text } = req.body;")
        if self.fails:
            lines += [
                f"if ({'!text' if self.has_body else 'Math.random() > 2'}) {{",
                "  return res.status(422).json({ error: 'Nothing there' });",
                "}",
            ]
        lines += [f"const note = await save({self.id}, {self.text});", "res.status(200).json(note);"]
        body = "\n".join(f"  {line}" for line in lines)
        return (
            f"import {{ save }} from '{'../' * (3 if self.has_id else 2)}lib/notes';\n\n"
            f"export default async function handler(req{typed}, res{typed}) {{\n{body}\n}}\n"
        )

    @property
    def id(self) -> str:
        return "id" if self.has_id else "'1'"

    @property
    def text(self) -> str:
        return "text" if self.has_body else "'-'"

    def caller(self) -> str:
        url = "`/api/notes/${id}`" if self.has_id else "'/api/notes'"
        options = [f"method: '{self.method}'"]
        if self.has_body:
            options += ["headers: { 'Content-Type': 'application/json' }", "body: JSON.stringify({ text })"]
        written = f"{{ {', '.join(options)} }}"
        if self.either(True, False):
            written = "{\n      " + ",\n      ".join(options) + ",\n    }"
        request = f"fetch({url}, {written})"
        shape = "{ id }: { id: string }" if self.is_typed else "{ id }"
        body = "\n".join(f"    {line}" for line in self.use(request))
        return (
            "'use client';\n\nimport { useState } from 'react';\n\n"
            f"export default function Editor({shape}) {{\n"
            "  const [text, setText] = useState('');\n  const [error, setError] = useState('');\n\n"
            f"  // Speichert „{{text}}“.\n  async function submit() {{\n{body}\n  }}\n\n"
            "  return <button title={error} onClick={submit} onBlur={() => setText(id)}>{text}</button>;\n}\n"
        )

    def use(self, request: str) -> list[str]:
        """One of the ways in which people take an answer."""
        read = "const { error } = await res.json();"
        fail = "setError('failed');"
        shapes = [
            [f"await {request};", "setText('');"],
            [f"const res = await {request};", "if (!res.ok) {", f"  {fail}", "  return;", "}", "setText('');"],
            [f"const res = await {request};", "if (!res.ok) {", f"  {read}", "  setError(error);", "  return;", "}"],
            [f"const res = await {request};", "const data = await res.json();", "setText(data.id);"],
            ["try {", f"  const res = await {request};", "  if (!res.ok) throw new Error('');", "} catch {", fail, "}"],
            [f"const data = await {request}.then((res) => res.json());", "setText(data.id);"],
            [f"{request}.then((res) => (res.ok ? setText('') : setError('failed')));"],
            [f"void {request};"],
            [f"setText((await (await {request}).json()).id);"],
            [f"const res = await {request};", "if (res.status === 422) setError('empty');"],
        ]  # fmt: skip
        return self.random.choice(shapes)


@pytest.mark.parametrize("seed", range(GENERATED))
def test_generated(seed: int) -> None:
    files = Writer(seed).files()
    assert all(errors(path, data) == 0 for path, data in files.items() if is_code(path)), "the generator errs"
    project = workspace_of(files).snapshot
    for entry in project.all_entries():
        for conversion in CONVERSIONS:
            if conversion.look(project, entry):
                outcome = check(project, files, entry, conversion)
                if isinstance(outcome, SourceChange):
                    after = applied(files, outcome)
                    for path in outcome.edits:
                        assert BYSTANDER.encode() in after[path], "it changed what is none of its business"
                        assert after[path].count(b"\r\n") in (0, after[path].count(b"\n")), "line ends are mixed"


def test_most_of_what_is_generated_converts() -> None:
    """Else the properties would hold for nothing."""
    converted = 0
    for seed in range(GENERATED):
        files = Writer(seed).files()
        project = workspace_of(files).snapshot
        (entry,) = project.all_entries()
        outcome = convert(next(each for each in CONVERSIONS if each.look(project, entry)), project, entry)
        converted += isinstance(outcome, SourceChange)
    assert converted > GENERATED / 2


# ----------------------------------------------------------------------- apps


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def apps() -> list[Path]:
    return [folder for folder in sorted(APPS.iterdir()) if folder.is_dir()]


@pytest.mark.parametrize("folder", apps(), ids=lambda folder: folder.name)
def test_apps(folder: Path) -> None:
    files = tree(folder)
    project = workspace_of(files).snapshot
    for entry in project.all_entries():
        for conversion in CONVERSIONS:
            if conversion.look(project, entry):
                check(project, files, entry, conversion)


@pytest.mark.parametrize("folder", apps(), ids=lambda folder: folder.name)
def test_offering_writes_nothing(folder: Path) -> None:
    files = tree(folder)
    memory = Memory(dict(files))
    workspace = Workspace(memory, Settings())
    for _ in workspace.scan():
        pass
    project = workspace.snapshot
    for entry in project.all_entries():
        for action in features.actions(project, entry.path, entry.span, ("refactor",)):
            if action.disabled is None:
                features.resolve(project, action.data)
    assert memory.files == files
