"""The façade: findings, light bulb, maps and pages as plain data."""

from __future__ import annotations

import json

import pytest

from harness.markdown import project
from turnout import features
from turnout.features import Action, Snapshot
from turnout.text.edits import SourceChange, apply_edits
from turnout.text.span import Span

ACTIONS = "app/actions.ts"
FILES = {
    ACTIONS: "'use server';\n\nexport function save(name: string) {\n  console.log(name);\n}\n",
    "app/page.tsx": (
        "'use client';\n\nimport { save } from './actions';\n\n"
        "export default function Page() {\n  return <button onClick={() => save('Ada')}>Save</button>;\n}\n"
    ),
}


@pytest.fixture
def snapshot() -> Snapshot:
    return project(FILES)


def at(snapshot: Snapshot, path: str, words: str) -> Span:
    source = snapshot.source(path)
    assert source is not None
    start = source.data.index(words.encode())
    return Span(start, start)


def applied(snapshot: Snapshot, action: Action) -> dict[str, str]:
    change = features.resolve(snapshot, json.loads(json.dumps(dict(action.data))))
    assert isinstance(change, SourceChange)
    texts: dict[str, str] = {}
    for path, edits in change.edits.items():
        source = snapshot.source(path)
        assert source is not None
        texts[path] = apply_edits(source.data, edits).decode()
    return texts


def test_findings_are_plain_data(snapshot: Snapshot) -> None:
    found = [each for each in features.check(snapshot, ACTIONS) if each.code == "sync-server-action"]
    assert [(each.severity, each.category) for each in found] == [("error", "build")]
    assert found[0].fixes
    assert found[0].docs.startswith("https://")


def test_a_fix_comes_before_ignoring_and_carries_its_finding(snapshot: Snapshot) -> None:
    offered = features.actions(snapshot, ACTIONS, at(snapshot, ACTIONS, "save("), ("quickfix",))
    titles = [each.title for each in offered]
    assert "Ignore sync-server-action on this line" in titles
    fix = next(each for each in offered if each.is_preferred)
    assert titles.index(fix.title) < titles.index("Ignore sync-server-action on this line")
    assert [each.code for each in fix.fixes] == ["sync-server-action"]
    assert "export async function save" in applied(snapshot, fix)[ACTIONS]


def test_ignoring_silences(snapshot: Snapshot) -> None:
    offered = features.actions(snapshot, ACTIONS, at(snapshot, ACTIONS, "save("), ("quickfix",))
    ignore = next(each for each in offered if each.title == "Ignore sync-server-action on this line")
    text = applied(snapshot, ignore)[ACTIONS]
    assert "// turnout-ignore-next-line sync-server-action\nexport function" in text
    later = project({**FILES, ACTIONS: text})
    assert not [each for each in features.check(later, ACTIONS) if each.code == "sync-server-action"]


def test_ignoring_a_second_code_adds_to_the_comment() -> None:
    text = "'use server';\n\n// turnout-ignore-next-line unused-action -- later\nexport function save() {}\n"
    snapshot = project({ACTIONS: text, "app/page.tsx": "export default function Page() { return null; }\n"})
    offered = features.actions(snapshot, ACTIONS, at(snapshot, ACTIONS, "save("), ("quickfix",))
    ignore = next(each for each in offered if each.title == "Ignore sync-server-action on this line")
    assert (
        "// turnout-ignore-next-line unused-action, sync-server-action -- later\n" in applied(snapshot, ignore)[ACTIONS]
    )


def test_ignoring_between_jsx_children() -> None:
    path = "app/page.tsx"
    text = (
        "export default function Page() {\n  return (\n    <div>\n      <p>Hi</p>\n"
        "      <form action={() => { 'use server'; }} />\n    </div>\n  );\n}\n"
    )
    snapshot = project({path: text})
    found = [each for each in features.check(snapshot, path) if each.code == "sync-server-action"]
    offered = features.actions(snapshot, path, found[0].span, ("quickfix",))
    ignore = next(each for each in offered if each.title == "Ignore sync-server-action on this line")
    assert "      {/* turnout-ignore-next-line sync-server-action */}\n      <form" in applied(snapshot, ignore)[path]


def test_all_safe_fixes_at_once(snapshot: Snapshot) -> None:
    (action,) = features.actions(snapshot, ACTIONS, Span(0, 0), ("source.fixAll",))
    assert action.kind == "source.fixAll.turnout"
    assert "export async function save" in applied(snapshot, action)[ACTIONS]
    assert not features.actions(snapshot, "app/page.tsx", Span(0, 0), ("source.fixAll",))


TWICE = (
    "export async function GET() {\n"
    "  if (Date.now() % 2) return Response.redirect('/odd');\n"
    "  return Response.redirect('/even');\n"
    "}\n"
)
"""Both fixes give the handler its parameter."""


def test_fixes_that_touch_each_other_come_one_after_the_other() -> None:
    path = "app/go/route.ts"
    snapshot = project({path: TWICE})
    repair = features.fix(snapshot, path, lambda _: True)
    assert repair is not None
    fixed = apply_edits(TWICE.encode(), repair.edits).decode()
    assert fixed == (
        "export async function GET(request: Request) {\n"
        "  if (Date.now() % 2) return Response.redirect(new URL('/odd', request.url));\n"
        "  return Response.redirect(new URL('/even', request.url));\n"
        "}\n"
    )
    assert [TWICE[slice(*each.finding.span)] for each in repair.fixed] == ["'/odd'", "'/even'"]
    assert not features.check(project({path: fixed}), path)
    assert snapshot.source(path) == project({path: TWICE}).source(path), "nothing was changed by asking"
    assert len(features.check(snapshot, path)) == 2


def test_only_what_is_wanted_is_fixed(snapshot: Snapshot) -> None:
    assert features.fix(snapshot, ACTIONS, lambda each: each.code != "sync-server-action") is None
    assert features.fix(snapshot, "nowhere.ts", lambda _: True) is None


def test_a_file_with_syntax_errors_is_left_alone() -> None:
    broken = project({**FILES, ACTIONS: FILES[ACTIONS] + "\nexport const = ;\n"})
    assert any(each.code == "sync-server-action" for each in features.check(broken, ACTIONS))
    assert features.fix(broken, ACTIONS, lambda _: True) is None
    assert not features.actions(broken, ACTIONS, Span(0, 0), ("source.fixAll",))


def test_kinds_are_prefixes(snapshot: Snapshot) -> None:
    span = at(snapshot, ACTIONS, "save(")
    assert not [each for each in features.actions(snapshot, ACTIONS, span, ("refactor",)) if each.kind == "quickfix"]
    assert {each.kind for each in features.actions(snapshot, ACTIONS, span, ())} >= {"quickfix"}
    assert not features.actions(snapshot, ACTIONS, span, ("refactor.extract",))


def test_data_of_code_that_has_gone_is_refused(snapshot: Snapshot) -> None:
    offered = features.actions(snapshot, ACTIONS, at(snapshot, ACTIONS, "save("), ("quickfix",))
    later = project({**FILES, ACTIONS: "'use server';\n\nexport async function keep() {}\n"})
    for action in offered:
        assert isinstance(features.resolve(later, action.data), features.Refusal)
    assert isinstance(features.resolve(snapshot, {"do": "nonsense"}), features.Refusal)
    assert isinstance(features.resolve(snapshot, {}), features.Refusal)


def test_conversions_are_offered_on_the_entry() -> None:
    path = "app/api/tasks/route.ts"
    snapshot = project(
        {
            path: (
                "import { db } from '../../../lib/db';\n\nexport async function POST(request: Request) {\n"
                "  const { title } = await request.json();\n  await db.task.create({ data: { title } });\n"
                "  return Response.json({ ok: true });\n}\n"
            ),
            "lib/db.ts": "import { PrismaClient } from '@prisma/client';\n\nexport const db = new PrismaClient();\n",
            "app/page.tsx": (
                "'use client';\n\nexport default function Page() {\n  async function add(title: string) {\n"
                "    const response = await fetch('/api/tasks', { method: 'POST', body: JSON.stringify({ title }) });\n"
                "    if (!response.ok) throw new Error('failed');\n  }\n"
                "  return <button onClick={() => add('Milk')}>Add</button>;\n}\n"
            ),
        }
    )
    offered = features.actions(snapshot, path, at(snapshot, path, "POST"), ("refactor",))
    to_action = [each for each in offered if each.kind == "refactor.rewrite.turnout.toServerAction"]
    assert len(to_action) == 1
    if to_action[0].disabled is None:
        assert isinstance(features.resolve(snapshot, to_action[0].data), SourceChange)
        assert isinstance(features.convert(snapshot, path, "POST", "server-action"), SourceChange)
    assert [each.code for each in to_action[0].fixes] == ["misplaced-endpoint"]
    body = at(snapshot, path, "db.task.create")
    assert not features.actions(snapshot, path, body, ("refactor",))


@pytest.mark.parametrize(
    ("middleware", "title"),
    [
        ("if (!request.cookies.has('session')) return new Response(null, { status: 401 });", "its check moves along"),
        ("return unseen(request);", "you write the action's check"),
        ("if (request.nextUrl.pathname === '/account') return Response.json({}, { status: 401 });", ""),
    ],
)
def test_the_title_says_what_becomes_of_a_guard(middleware: str, title: str) -> None:
    path = "app/api/tasks/route.ts"
    snapshot = project(
        {
            path: "export async function POST() {\n  return Response.json({ ok: true });\n}\n",
            "proxy.ts": (
                "import type { NextRequest } from 'next/server';\nimport { unseen } from 'auth-of-ours';\n"
                f"export function proxy(request: NextRequest) {{\n  {middleware}\n}}\n"
            ),
            "app/page.tsx": (
                "'use client';\n\nexport default function Page() {\n"
                "  return <button onClick={() => fetch('/api/tasks', { method: 'POST' })}>Add</button>;\n}\n"
            ),
        }
    )
    (offered,) = features.actions(snapshot, path, at(snapshot, path, "POST"), ("refactor",))
    assert offered.disabled is None
    known = "Convert POST /api/tasks to a Server Action"
    assert offered.title == (f"{known} (proxy.ts guards it: {title})" if title else known)
    change = features.resolve(snapshot, offered.data)
    assert isinstance(change, SourceChange)
    assert change.is_unfinished == title.startswith("you write")


def test_converting_what_is_not_there() -> None:
    refused = features.convert(project(FILES), ACTIONS, "nothing", "route-handler")
    assert isinstance(refused, features.Refusal)
    assert "nothing" in refused.reason


def test_the_map_names_every_entry(snapshot: Snapshot) -> None:
    (app,) = features.app_maps(snapshot)
    assert (app.root, app.next, app.routers) == ("", "16.4.6", ("app",))
    (entry,) = app.entries
    assert (entry.symbol, entry.kind, entry.verdict) == ("save", "server-action", "server-action")
    assert [(each.path, each.side, each.how) for each in entry.callers] == [("app/page.tsx", "client", "call")]
    assert all(each.path for each in entry.evidence)


def test_explaining_shows_the_arithmetic(snapshot: Snapshot) -> None:
    place = at(snapshot, ACTIONS, "save(").start
    text = features.explain(snapshot, ACTIONS, place)
    assert text is not None
    assert "How it was weighed" in text
    assert "because it stands" in text
    assert features.explain(snapshot, "app/page.tsx", 0) is None


def test_nothing_is_said_about_files_of_no_app() -> None:
    snapshot = project({"package.json": "{}", "a.ts": "export const a = 1;\n"})
    assert features.check(snapshot, "a.ts") == ()
    assert features.hover(snapshot, "a.ts", 3) is None
    assert features.actions(snapshot, "a.ts", Span(0, 0), ()) == ()
    assert features.check(snapshot, "nowhere.ts") == ()
    assert features.hover(snapshot, "nowhere.ts", 0) is None


def test_pages_of_rules_are_in_order() -> None:
    pages = features.rules()
    assert [page.code for page in pages] == sorted(page.code for page in pages)
    assert all(page.title and page.page and page.docs for page in pages)
