"""A project over time: what is read, what is linked, and what must be judged again after a change."""

from __future__ import annotations

import pytest

from turnout.project.entries import Caller, Entry
from turnout.project.files import Memory
from turnout.project.workspace import Held, Released, Touched, Workspace

PACKAGE = b'{"name": "shop", "dependencies": {"next": "16.4.0", "react": "19.3.0"}}'


def opened(files: dict[str, str]) -> tuple[Workspace, Memory]:
    memory = Memory({"package.json": PACKAGE, **{path: text.encode() for path, text in files.items()}})
    workspace = Workspace(memory)
    for _ in workspace.scan():
        pass
    return workspace, memory


def entry(workspace: Workspace, path: str, symbol: str) -> Entry:
    return next(each for each in workspace.snapshot.entries(path) if each.symbol == symbol)


def callers(workspace: Workspace, path: str, symbol: str) -> list[tuple[str, str, str]]:
    found: tuple[Caller, ...] = workspace.snapshot.callers(entry(workspace, path, symbol))
    return [(each.path, each.side, each.how) for each in found]


ORDERS = "export async function POST(request) { return Response.json(await request.json()) }\n"
PAGE = """'use client'
export default function Page() {
  const buy = async () => { await fetch('/api/orders', { method: 'POST' }) }
  return <button onClick={buy}>Buy</button>
}
"""


def test_a_fetch_finds_its_handler() -> None:
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("app/page.jsx", "client", "fetch")]


def test_typing_in_a_body_judges_only_the_file_itself() -> None:
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    changed = PAGE.replace("return <button", "console.log(1)\n  return <button")
    assert workspace.apply([Held("app/page.jsx", changed, 1)]) == {"app/page.jsx"}
    # Places follow all the same.
    source = workspace.snapshot.source("app/page.jsx")
    caller = workspace.snapshot.callers(entry(workspace, "app/api/orders/route.js", "POST"))[0]
    assert source is not None
    assert source.text(caller.span) == "'/api/orders'"


def test_a_changed_url_judges_the_handler_too() -> None:
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    touched = workspace.apply([Held("app/page.jsx", PAGE.replace("/api/orders", "/api/other"), 1)])
    assert touched == {"app/page.jsx", "app/api/orders/route.js"}
    assert callers(workspace, "app/api/orders/route.js", "POST") == []


def test_closing_without_saving_brings_the_disk_back() -> None:
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    workspace.apply([Held("app/page.jsx", "", 1)])
    assert callers(workspace, "app/api/orders/route.js", "POST") == []
    workspace.apply([Released("app/page.jsx")])
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("app/page.jsx", "client", "fetch")]


def test_what_an_editor_holds_wins_over_the_disk() -> None:
    workspace, memory = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    workspace.apply([Held("app/page.jsx", "export default function Page() { return null }", 1)])
    memory.files["app/page.jsx"] = PAGE.encode()
    assert workspace.apply([Touched("app/page.jsx")]) == frozenset()
    assert callers(workspace, "app/api/orders/route.js", "POST") == []


def test_a_moved_route_is_found_under_its_new_url() -> None:
    workspace, memory = opened({"app/api/orders/route.js": ORDERS, "app/page.jsx": PAGE})
    memory.files["app/api/carts/route.js"] = memory.files.pop("app/api/orders/route.js")
    touched = workspace.apply([Touched("app/api/orders"), Touched("app/api/carts/route.js")])
    assert {"app/api/carts/route.js", "app/page.jsx"} <= touched
    assert entry(workspace, "app/api/carts/route.js", "POST").url == "/api/carts"
    assert callers(workspace, "app/api/carts/route.js", "POST") == []
    assert workspace.snapshot.targets("app/page.jsx")[0].routes == ()


def test_a_folder_that_appears_is_read() -> None:
    workspace, memory = opened({"app/page.jsx": PAGE})
    memory.files["app/api/orders/route.js"] = ORDERS.encode()
    workspace.apply([Touched("app/api")])
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("app/page.jsx", "client", "fetch")]


def test_the_opened_file_is_answered_before_the_scan() -> None:
    memory = Memory({"package.json": PACKAGE, "app/api/orders/route.js": ORDERS.encode()})
    workspace = Workspace(memory)
    workspace.apply([Held("app/api/orders/route.js", ORDERS, 1)])
    assert not workspace.snapshot.is_complete
    assert entry(workspace, "app/api/orders/route.js", "POST").url == "/api/orders"


def test_folders_without_next_cost_nothing() -> None:
    workspace = Workspace(Memory({"package.json": b'{"name": "cli"}', "src/index.js": b"fetch('/api/x')"}))
    assert list(workspace.scan()) == []
    assert workspace.snapshot.paths() == ()
    assert workspace.snapshot.apps == ()


def test_a_new_package_json_makes_an_app() -> None:
    memory = Memory({"package.json": b"{}", "app/api/orders/route.js": ORDERS.encode()})
    workspace = Workspace(memory)
    for _ in workspace.scan():
        pass
    assert workspace.snapshot.apps == ()
    memory.files["package.json"] = PACKAGE
    touched = workspace.apply([Touched("package.json")])
    assert "app/api/orders/route.js" in touched
    assert entry(workspace, "app/api/orders/route.js", "POST").url == "/api/orders"


def test_a_wrapper_is_seen_through_and_followed_when_it_changes() -> None:
    client = "export async function post(path) { return fetch(`/api${path}`, { method: 'POST' }) }\n"
    page = (
        "'use client'\nimport { post } from '../lib/client'\n"
        "export const Buy = () => <a onClick={() => post('/orders')}/>\n"
    )
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "lib/client.js": client, "app/buy.jsx": page})
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("app/buy.jsx", "client", "call")]
    touched = workspace.apply([Held("lib/client.js", client.replace("/api$", "/v2$"), 1)])
    assert "app/buy.jsx" in touched
    assert callers(workspace, "app/api/orders/route.js", "POST") == []


def test_an_address_given_to_a_component_is_followed_when_it_changes() -> None:
    table = (
        "'use client'\nexport function Table({ api }) {\n"
        "  return <a onClick={() => fetch(api, { method: 'POST' })}/>\n}\n"
    )
    page = "import { Table } from '../table'\nexport default () => <Table api='/api/orders'/>\n"
    workspace, _ = opened({"app/api/orders/route.js": ORDERS, "table.jsx": table, "app/page.jsx": page})
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("table.jsx", "client", "fetch")]
    touched = workspace.apply([Held("app/page.jsx", page.replace("/api/orders", "/api/other"), 1)])
    assert {"app/page.jsx", "app/api/orders/route.js"} <= touched
    assert callers(workspace, "app/api/orders/route.js", "POST") == []
    assert "app/api/orders/route.js" in workspace.apply([Held("app/page.jsx", page, 2)])
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("table.jsx", "client", "fetch")]
    workspace.apply([Held("app/page.jsx", "export { Table } from '../table'\nexport default () => null\n", 3)])
    assert callers(workspace, "app/api/orders/route.js", "POST") == []
    workspace.apply([Held("app/page.jsx", page, 4)])
    assert callers(workspace, "app/api/orders/route.js", "POST") == [("table.jsx", "client", "fetch")]
    workspace.apply([Held("app/page.jsx", "import { Table } from '../table'\nexport default () => <Table/>\n", 5)])
    assert callers(workspace, "app/api/orders/route.js", "POST") == []


def test_pages_router_code_is_told_apart() -> None:
    actions = "'use server'\nexport async function save() {}\n"
    form = "import { save } from '../actions'\nexport const Form = () => <button onClick={() => save()}/>\n"
    page = "import { Form } from '../components/form'\nexport default function Page() { return <Form/> }\n"
    workspace, _ = opened(
        {
            "actions.js": actions,
            "components/form.jsx": form,
            "pages/index.jsx": page,
            "app/page.jsx": "export default () => null",
        }
    )
    (caller,) = workspace.snapshot.callers(entry(workspace, "actions.js", "save"))
    assert caller.routers == {"pages"}
    assert "pages" in workspace.snapshot.layers("actions.js")


def test_an_action_only_for_data_functions_does_not_reach_the_browser() -> None:
    actions = "'use server'\nexport async function load() {}\n"
    page = (
        "import { load } from '../actions'\n"
        "export async function getServerSideProps() { return { props: await load() } }\n"
        "export default function Page() { return null }\n"
    )
    workspace, _ = opened({"actions.js": actions, "pages/index.jsx": page})
    assert workspace.snapshot.layers("actions.js") == {"pages-server"}


def test_two_unnamed_actions_are_two() -> None:
    page = """export default function Page() {
  return <>
    <form action={async () => { 'use server'; await a() }}/>
    <form action={async () => { 'use server'; await b() }}/>
  </>
}
"""
    workspace, _ = opened({"app/page.jsx": page})
    entries = workspace.snapshot.entries("app/page.jsx")
    assert len(set(entries)) == 2
    assert [len(workspace.snapshot.callers(each)) for each in entries] == [1, 1]


def test_the_function_of_an_inline_action_is_found_by_its_name() -> None:
    page = """export default function Page() {
  async function first() { 'use server'; await a() }
  const second = async () => { 'use server'; await b() }
  return <form action={first}>
    <button formAction={second}/><button formAction={async () => { 'use server'; c() }}/>
  </form>
}
"""
    workspace, _ = opened({"app/page.jsx": page})
    snapshot = workspace.snapshot
    bodies: list[str] = []
    for each in snapshot.entries("app/page.jsx"):
        behind = snapshot.implementation(each)
        assert behind is not None
        assert behind[1].function is not None
        bodies.append(behind[0].source.text(behind[1].function.span))
    assert [("a()" in body, "b()" in body, "c()" in body) for body in bodies] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize(
    "folder", ["node_modules/kit/app", ".next/server/app", "dist/app", "packages/x/node_modules/y"]
)
def test_what_lies_in_a_folder_that_is_never_read_stays_out(folder: str) -> None:
    """An editor opens a package's file; a build writes what it watches."""
    workspace, memory = opened({"app/api/orders/route.ts": ORDERS})
    before = workspace.snapshot.paths()
    path = f"{folder}/route.ts"
    memory.files[path] = ORDERS.encode()
    for change in (
        Touched(path),
        Held(path, ORDERS, 1),
        Released(path),
        Touched(folder),
        Touched(folder.split("/")[0]),
    ):
        assert workspace.apply([change]) == frozenset()
        assert workspace.snapshot.paths() == before


def test_a_url_may_be_called_build() -> None:
    workspace, memory = opened({"app/page.jsx": PAGE})
    memory.files["app/build/route.ts"] = ORDERS.encode()
    assert "app/build/route.ts" in workspace.apply([Touched("app/build/route.ts")])


def test_an_import_used_as_a_type_alone_leads_nowhere_until_a_value_is_used() -> None:
    login = "'use client'\nimport { State } from '../lib/state'\nexport default (it: State) => <p>{String(it)}</p>\n"
    workspace, _ = opened({"app/page.tsx": login, "lib/state.ts": "export class State {}\n"})
    assert workspace.snapshot.layers("lib/state.ts") == frozenset()
    typed = login.replace("String(it)", "String(it as State)")
    assert workspace.apply([Held("app/page.tsx", typed, 1)]) == {"app/page.tsx"}
    assert workspace.snapshot.layers("lib/state.ts") == frozenset()
    used = login.replace("String(it)", "String(new State())")
    assert workspace.apply([Held("app/page.tsx", used, 2)]) == {"app/page.tsx", "lib/state.ts"}
    assert workspace.snapshot.layers("lib/state.ts") == {"app-client"}
