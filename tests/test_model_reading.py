"""Reading one file: exports in every form, names and their declarations, and text that is not code at all."""

from __future__ import annotations

import pickle
import random

import pytest

from turnout.model import code as c
from turnout.model.handler import dispatch_of, unwrap
from turnout.model.lower import read
from turnout.model.module import Module
from turnout.model.surface import surface_of
from turnout.text.source import SourceFile


def module_of(code: str | bytes, path: str = "a.tsx") -> Module:
    return read(SourceFile.of(path, code))


@pytest.mark.parametrize(
    "code",
    [
        "export const rows = () => db.$queryRaw<{ id: number }[]>`SELECT ${1}`;",
        "export const rows = () => db.$queryRaw<Map<string, () => Row>>`SELECT ${1}`;",
        "let plan: import('@/lib/plans').Plan[] = [];\nexport const rows = plan;",
        "export const rows = load<typeof import('./plans')>();",
        "export interface Stock {\n  name: string\n  in_stock: boolean\n}\nexport const rows = 1;",
        "export const rows = <p>{a && <b>Terms & more - see below.</b>}</p>;",
    ],
)
def test_what_the_grammar_does_not_know_is_read_nevertheless(code: str) -> None:
    module = module_of(code)
    assert not module.errors
    export = module.export("rows")
    assert export is not None
    assert module.source.text(export.name_span) == "rows"


def test_the_type_arguments_of_a_tagged_template_are_no_comparison() -> None:
    (statement,) = module_of("const rows = db.sql<Row>`SELECT ${id}`;").body
    assert isinstance(statement, c.Declare)
    assert not isinstance(statement.declarators[0].value, c.Binary)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("export async function GET() {}", {"GET": "Function"}),
        ("export const GET = async () => {}", {"GET": "Function"}),
        ("export const GET = withAuth(async () => {})", {"GET": "Call"}),
        (
            "const handler = () => {}; export { handler as GET, handler as POST }",
            {"GET": "Function", "POST": "Function"},
        ),
        ("export const { GET, POST } = handlers", {"GET": None, "POST": None}),
        ("export { GET } from './x'", {"GET": None}),
        ("import { h } from './x'; export { h as GET }", {"GET": None}),
        ("export * from './x'", {"*": None}),
        ("export * as ns from './x'", {"ns": None}),
        ("export default function f() {}", {"default": "Function"}),
        ("export default async (req) => {}", {"default": "Function"}),
        ("function f() {} export default f", {"default": "Function"}),
        ("const f = withAuth(g); export default f", {"default": "Call"}),
        ("module.exports = (req, res) => {}", {"default": "Function"}),
        ("module.exports = { a, b: 1 }", {"default": "Object", "a": "Name", "b": "Number"}),
        ("exports.handler = async () => {}", {"handler": "Function"}),
        ("export class A {}", {"A": "Class"}),
        ("export enum E { A }", {"E": None}),
        ("export = f; function f() {}", {"default": "Function"}),
    ],
)
def test_exports(code: str, expected: dict[str, str | None]) -> None:
    found = {
        each.name: type(each.value).__name__ if each.value is not None else None
        for each in module_of(code).exports
        if not each.is_type
    }
    assert found == expected


def test_type_arguments_of_what_is_awaited() -> None:
    """The grammar takes ``await load`` for what is called."""
    (call,) = (code for code in module_of("const user = await load<User>(id)").everything if isinstance(code, c.Call))
    assert isinstance(call.callee, c.Name)
    assert call.type_arguments is not None


def test_types_are_no_values() -> None:
    module = module_of(
        "export type * from 'y'; export type A = 1; export interface B {}; type C = 2; "
        "export { type C }; export type { D } from 'x'"
    )
    assert [each.name for each in module.exports if not each.is_type] == []


@pytest.mark.parametrize(
    ("code", "wrappers"),
    [
        ("export const POST = async () => {}", []),
        ("export const POST = withA(async () => {})", ["withA"]),
        ("export const POST = withA(withB({ x: 1 }, async () => {}))", ["withA", "withB"]),
        ("const inner = async () => {}; export const POST = withA(inner)", ["withA"]),
        ("export const POST = client.schema(s).action(async () => {})", ["client.schema().action"]),
        ("export const POST = withA()(async () => {})", ["withA()"]),
        ("export const POST = createHandler({ handler: async () => {} })", ["createHandler"]),
    ],
)
def test_wrappers_are_seen_through(code: str, wrappers: list[str]) -> None:
    module = module_of(code)
    export = module.export("POST")
    assert export is not None
    behind = unwrap(module, export.value)
    assert [each.name for each in behind.wrappers] == wrappers
    assert behind.function is not None


@pytest.mark.parametrize(
    ("body", "methods"),
    [
        ("if (req.method === 'POST') { a() } else { res.status(405).end() }", ("POST",)),
        ("if (req.method !== 'POST') return res.status(405).end(); a()", ("POST",)),
        ("switch (req.method) { case 'GET': a(); break; case 'PUT': b(); break; default: c() }", ("GET", "PUT")),
        ("const { method } = req; if (method == 'DELETE') a()", ("DELETE",)),
        ("const method = req.method; if (method === 'GET') a(); if (method === 'POST') b()", ("GET", "POST")),
        ("if (!['GET', 'POST'].includes(req.method)) return no()", ("GET", "POST")),
        ("return { GET: a, POST: b }[req.method](req, res)", ("GET", "POST")),
        ("res.json({})", None),
        ("if (other.method === 'POST') a()", None),
    ],
)
def test_methods_of_an_api_route(body: str, methods: tuple[str, ...] | None) -> None:
    module = module_of(f"export default function handler(req, res) {{ {body} }}", "pages/api/a.js")
    export = module.export("default")
    assert export is not None
    found = dispatch_of(module, unwrap(module, export.value).function, export.value)
    assert (found.methods if found is not None else None) == methods


def test_names_mean_their_nearest_declaration() -> None:
    module = module_of("const a = 1; function f(a) { { let a = 2; use(a) } use(a) } use(a)")
    arguments = [
        code.arguments[0] for code in module.everything if isinstance(code, c.Call) and isinstance(code.callee, c.Name)
    ]
    kinds = [
        binding.kind for name in arguments if isinstance(name, c.Name) and (binding := module.scopes.binding(name))
    ]
    assert kinds == ["let", "parameter", "const"]


def test_free_names_of_a_function() -> None:
    module = module_of(
        "import { db } from './db'; const limit = 3; type T = string\n"
        "function f(x: T) { const y = x; return db.find(y, limit) }"
    )
    function = module.functions[0]
    assert [binding.name for _, binding in module.scopes.free(function)] == ["T", "db", "limit"]


def test_strings_are_read_as_the_program_sees_them() -> None:
    module = module_of(r"""f('a\'b', "\u{1F682}", 'x\ny', `t\x41`)""")
    call = next(code for code in module.everything if isinstance(code, c.Call))
    values = [each.value if isinstance(each, c.String) else "" for each in call.arguments]
    assert values[:3] == ["a'b", "🚂", "x\ny"]


JUNK = [
    b"", b"\xef\xbb\xbf", b"\xff\xfe\x00", b"}" * 50, b"(" * 3000, b"[" * 5000 + b"]" * 5000, b"a" + b"+a" * 5000,
    b"f(" * 400 + b")" * 400, b"`${" * 200, b"'use server", b"export", b"export default", b"export {",
    b"import",
    b"import { a from 'b'", b"const { = 1", b"<div", b"<a.b.c/>", b"class { }", b"class A { async }", b"async", b"@",
    b"export const { GET, } = ", b"export default class", b"for (;;", b"switch (a) { case", b"try {", b"if (",
    b"x = <T>(",
    b"function* ", b"export * as", b"export * from", b"({ get })", b"({ async *x() {} })", b"let [, , a] = b",
    b"\0\0\0", b"#!/usr/bin/env node\nf()",
]  # fmt: skip


@pytest.mark.parametrize("data", JUNK, ids=lambda data: repr(data[:20]))
@pytest.mark.parametrize("path", ["a.tsx", "a.ts"])
def test_anything_can_be_read(data: bytes, path: str) -> None:
    surface_of(module_of(data, path))


WHOLE = """'use client'
import { useState } from 'react'
import { save as keep } from './actions'
export default function Page({ id, ...rest }: Props) {
  const [a, setA] = useState<string | null>(null)
  const go = async () => { try { setA(await keep(id)) } catch (e) { throw e } finally {
    fetch(`/api/${id}`, { method: 'POST' }) } }
  return <form action={keep} {...rest}>{a ?? <b onClick={() => go()}>Go 🚂</b>}</form>
}
"""


def test_half_typed_code_can_be_read() -> None:
    data = WHOLE.encode()
    for end in range(0, len(data), 3):
        surface_of(module_of(data[:end]))


def test_mangled_code_can_be_read() -> None:
    chance = random.Random(11)
    data = WHOLE.encode()
    for _ in range(150):
        mangled = bytearray(data)
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(len(mangled))
            mangled[at : at + chance.randrange(4)] = bytes(
                chance.choices(b"{}()[]<>'\"`;,=\n\xff ", k=chance.randrange(4))
            )
        surface_of(module_of(bytes(mangled)))


def test_a_bundle_is_not_read() -> None:
    module = module_of(b"fetch('/api/a');" * 400_000)
    assert module.too_large
    assert module.body == ()


def test_every_place_is_in_the_text_and_inside_what_it_stands_in() -> None:
    module = module_of(WHOLE)
    for code in module.everything:
        assert 0 <= code.span.start <= code.span.end <= len(module.source.data)
        for below in c.children(code):
            assert code.span.contains(below.span), (code, below)


def test_facts_are_comparable_and_can_be_sent_to_another_process() -> None:
    first, second = surface_of(module_of(WHOLE)), surface_of(module_of(WHOLE))
    assert first == second
    assert pickle.loads(pickle.dumps(first)) == first
    assert module_of(WHOLE).body == module_of(WHOLE).body


def test_moved_places_leave_a_surface_equal() -> None:
    assert surface_of(module_of(WHOLE)) == surface_of(module_of(WHOLE.replace("const go", "\n\n  const go")))
    assert surface_of(module_of(WHOLE)) != surface_of(module_of(WHOLE.replace("/api/", "/v2/")))


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("const a = <p>Terms & conditions</p>", 0),
        ("const a = <a href='?a=1&b=2'/>", 0),
        ("const a = <p>{</p>", 1),
        ("const = 1", 1),
        ("export type * from './types'", 0),
    ],
)
def test_what_counts_as_a_syntax_error(code: str, count: int) -> None:
    assert min(1, len(module_of(code).errors)) == count
