"""From place to place: definition, references, lenses, and the search for an entry, asked of the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.capabilities import MINIMAL, VSCODE, without
from harness.editor import Editor, Failed, editor

FILES = {
    "package.json": '{ "dependencies": { "next": "16.4.6", "react": "19.3.0" } }\n',
    "app/api/tasks/[id]/route.ts": (
        "import { db } from '../../../../lib/db';\n\nexport async function GET() {\n  return Response.json([]);\n}\n\n"
        "export async function DELETE(request: Request) {\n  await db.task.deleteMany({});\n"
        "  return Response.json({ ok: true });\n}\n"
    ),
    "app/actions.ts": (
        "'use server';\n\nimport { revalidatePath } from 'next/cache';\nimport { db } from '../lib/db';\n\n"
        "export async function add(title: string) {\n  await db.task.create({ data: { title } });\n"
        "  revalidatePath('/tasks');\n}\n"
    ),
    "lib/db.ts": "import { PrismaClient } from '@prisma/client';\n\nexport const db = new PrismaClient();\n",
    "lib/request.ts": (
        "export function remove(path: string) {\n  return fetch(`/api${path}`, { method: 'DELETE' });\n}\n"
    ),
    "app/tasks/page.tsx": "export default function Tasks() {\n  return <p>Tasks</p>;\n}\n",
    "app/page.tsx": (
        "'use client';\n\nimport Link from 'next/link';\nimport { remove } from '../lib/request';\n"
        "import { add } from './actions';\n\nexport default function Page({ id }: { id: string }) {\n"
        "  return (\n    <>\n"
        '      <Link href="/tasks">All</Link>\n'
        "      <button onClick={() => fetch(`/api/tasks/${id}`, { method: 'DELETE' })}>😀 Remove</button>\n"
        "      <button onClick={() => remove(`/tasks/${id}`)}>Remove</button>\n"
        "      <button onClick={() => add('Milk')}>Add</button>\n    </>\n  );\n}\n"
    ),
}
PAGE, ROUTE, ACTIONS = "app/page.tsx", "app/api/tasks/[id]/route.ts", "app/actions.ts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.fixture
def it(folder: Path) -> Iterator[Editor]:
    with editor(folder) as found:
        found.open(PAGE)
        found.scanned()
        yield found


def test_a_url_leads_to_the_method_that_answers(it: Editor) -> None:
    assert it.definition(PAGE, "/api/tasks/${id}") == [f"{ROUTE}:DELETE"]
    assert it.definition(PAGE, "/tasks/${id}`)}>Remove") == [f"{ROUTE}:DELETE"], "through the project's own function"
    assert it.definition(PAGE, '"/tasks"') == ["app/tasks/page.tsx:Tasks"]
    assert it.definition(ACTIONS, "'/tasks'") == ["app/tasks/page.tsx:Tasks"]
    assert it.definition(PAGE, "Remove") is None
    assert it.definition("lib/db.ts", "PrismaClient") is None


def test_a_method_leads_to_its_callers(it: Editor) -> None:
    callers = [f"{PAGE}:`/api/tasks/${{id}}`", f"{PAGE}:`/tasks/${{id}}`"]
    assert it.references(ROUTE, "DELETE") == callers
    assert it.references(ROUTE, "DELETE", declaration=True) == [f"{ROUTE}:DELETE", *callers]
    assert it.references(PAGE, "/api/tasks/${id}") == callers
    assert it.references(ROUTE, "GET") == []
    assert it.references(ACTIONS, "add") == [f"{PAGE}:add"]
    assert it.references(ROUTE, "deleteMany") is None, "what is not ours is left to others"


def test_a_lens_says_who_calls_and_what_it_should_be(it: Editor) -> None:
    found = it.lenses(ROUTE)
    assert [each["command"]["title"] for each in found] == [
        "no caller seen",
        "Stays an HTTP endpoint",
        "2 callers",
        "Better as a Server Action",
    ]
    assert [it.slice(ROUTE, each["range"]) for each in found] == ["GET", "GET", "DELETE", "DELETE"]
    callers, verdict = found[2]["command"], found[3]["command"]
    assert callers["command"] == "turnout.showReferences"
    uri, at, places = callers["arguments"]
    assert (uri, at) == (it.uri(ROUTE), it.at(ROUTE, "DELETE"))
    assert [it.told(each) for each in places] == [f"{PAGE}:`/api/tasks/${{id}}`", f"{PAGE}:`/tasks/${{id}}`"]
    assert verdict["command"] == "turnout.showVerdict"
    assert verdict["arguments"] == [it.uri(ROUTE), it.at(ROUTE, "DELETE")]
    assert found[0]["command"]["command"] == "", "nobody to show"
    assert [each["command"]["title"] for each in it.lenses(ACTIONS)] == ["1 caller", "Right as a Server Action"]
    assert it.lenses("lib/db.ts") == []


def test_lenses_follow_what_other_files_say(it: Editor) -> None:
    it.open(ROUTE)
    assert it.lenses(ROUTE)[2]["command"]["title"] == "2 callers"
    since = it.mark()
    it.edit(PAGE, "remove(`/tasks/${id}`)", "undefined")
    it.wait_for("workspace/codeLens/refresh", since=since)
    assert it.lenses(ROUTE)[2]["command"]["title"] == "1 caller"


def test_a_lens_of_an_entry_that_has_gone(it: Editor) -> None:
    it.open(ROUTE)
    lens = it.request("textDocument/codeLens", {"textDocument": {"uri": it.uri(ROUTE)}})[2]
    it.replace_all(ROUTE, "export const x = 1;\n")
    with pytest.raises(Failed) as failed:
        it.request("codeLens/resolve", lens)
    assert failed.value.code == -32801


def test_lenses_can_be_switched_off(folder: Path) -> None:
    settings = {"codeLens": {"enable": True}}
    with editor(folder, settings=settings) as it:
        it.open(ROUTE)
        it.scanned()
        assert len(it.lenses(ROUTE)) == 4
        since = it.mark()
        settings["codeLens"]["enable"] = False
        it.notify("workspace/didChangeConfiguration", {"settings": {"turnout": settings}})
        it.wait_for("workspace/codeLens/refresh", since=since)
        assert it.lenses(ROUTE) == []


def test_an_editor_without_our_commands_gets_the_words(folder: Path) -> None:
    with editor(folder, without(VSCODE, "experimental")) as it:
        it.open(ROUTE)
        it.scanned()
        commands = [each["command"] for each in it.lenses(ROUTE)]
        assert [each["title"] for each in commands][2:] == ["2 callers", "Better as a Server Action"]
        assert {each["command"] for each in commands} == {""}


def test_before_all_is_read_nothing_is_made_up(folder: Path) -> None:
    with editor(folder, MINIMAL) as it:
        it.open(ROUTE)
        lenses = it.request("textDocument/codeLens", {"textDocument": {"uri": it.uri(ROUTE)}})
        assert len(lenses) in (0, 4)
        assert it.references(ROUTE, "DELETE"), "waits for the end of the reading"


def test_an_entry_is_found_by_its_name(it: Editor) -> None:
    def named(query: str) -> list[str]:
        return [each["name"] for each in it.request("workspace/symbol", {"query": query})]

    assert named("") == ["add", "GET /api/tasks/[id]", "DELETE /api/tasks/[id]"]
    assert named("delete task") == ["DELETE /api/tasks/[id]"]
    assert named("nothing") == []
    (found,) = it.request("workspace/symbol", {"query": "add"})
    assert it.told(found["location"]) == f"{ACTIONS}:add"


def test_urls_are_offered_where_one_is_written(it: Editor) -> None:
    def offered(needle: str) -> list[tuple[str, str | None, str]]:
        place = it.place(PAGE, needle)
        place["position"]["character"] += len(needle)
        items = it.request("textDocument/completion", place)
        return [(each["label"], each.get("detail"), each["textEdit"]["newText"]) for each in items]

    it.edit(PAGE, "`/api/tasks/${id}`, { method", "'/api/', { method")
    assert offered("fetch('/api/") == [("/api/tasks/[id]", "GET, DELETE", "/api/tasks/")]
    it.edit(PAGE, "'/api/', { method", "`/a`, { method")
    assert offered("fetch(`/a") == [("/api/tasks/[id]", "GET, DELETE", "/api/tasks/${id}")]
    assert offered("<Link") == []
    assert offered("add('Milk") == []
