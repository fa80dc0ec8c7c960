"""Adding imports to files and taking them away, each in the file's own form."""

from __future__ import annotations

import pytest

from turnout.conversions.imports import (
    Wanted,
    beside,
    change_imports,
    fresh_name,
    rebased,
    relative_specifier,
    remove_import,
    specifier,
    unused_imports,
)
from turnout.model.lower import read
from turnout.model.module import Module
from turnout.project.files import Memory
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.text.edits import apply_edits
from turnout.text.source import SourceFile


def module(text: str, path: str = "a.ts") -> Module:
    return read(SourceFile.of(path, text))


def changed(text: str, *add: Wanted, remove: tuple[str, ...] = ()) -> str:
    edits = change_imports(module(text), add, remove).edits
    return apply_edits(text.encode(), edits).decode()


A = Wanted("a", "x")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import { b } from 'x';\n", "import { b, a } from 'x';\n"),
        ("import {b} from 'x'\n", "import {b, a} from 'x'\n"),
        ("import B from 'x';\n", "import B, { a } from 'x';\n"),
        ("import B, { b } from 'x';\n", "import B, { b, a } from 'x';\n"),
        ("import * as b from 'x';\n", "import * as b from 'x';\nimport { a } from 'x';\n"),
        ("import type { b } from 'x';\n", "import type { b } from 'x';\nimport { a } from 'x';\n"),
        ("import 'x';\n", "import 'x';\nimport { a } from 'x';\n"),
        ("import { a } from 'x';\n", "import { a } from 'x';\n"),
        ("import { a as b } from 'x';\n", "import { a as b } from 'x';\n"),
        ("import { b, /* why */ c } from 'x';\n", "import { b, /* why */ c, a } from 'x';\n"),
        ("import b from 'y'\n\nb()\n", "import b from 'y'\nimport { a } from 'x'\n\nb()\n"),
        (
            "import b from 'y';\nimport c from './c';\n",
            "import b from 'y';\nimport { a } from 'x';\nimport c from './c';\n",
        ),
        ("'use client';\n\nf('');\n", "'use client';\n\nimport { a } from 'x';\n\nf('');\n"),
        ("'use client'\nf('')\n", "'use client'\n\nimport { a } from 'x'\n\nf('')\n"),
        ('"use client"', '"use client"\n\nimport { a } from "x"'),
        ("", 'import { a } from "x";\n'),
        ("f();\n", 'import { a } from "x";\n\nf();\n'),
        ("// what it is\n\nf('');\n", "// what it is\n\nimport { a } from 'x';\n\nf('');\n"),
        ("/** What f is. */\nf('');\n", "import { a } from 'x';\n\n/** What f is. */\nf('');\n"),
        (
            "/** @jsxImportSource preact */\nf('');\n",
            "/** @jsxImportSource preact */\nimport { a } from 'x';\n\nf('');\n",
        ),
        ("const a = 1;\n", 'import { a as a2 } from "x";\n\nconst a = 1;\n'),
        ("const b = require('b');\nb();\n", "const b = require('b');\nconst { a } = require('x');\nb();\n"),
        ("import b from 'y';\r\n", "import b from 'y';\r\nimport { a } from 'x';\r\n"),
        ("import b from 'y'; // why\n", "import b from 'y'; // why\nimport { a } from 'x';\n"),
        (
            "import {\n  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,\n  ccccccccccccccccccccccccccccccccccccccc,\n"
            "} from 'x';\n",
            "import {\n  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,\n  ccccccccccccccccccccccccccccccccccccccc,\n"
            "  a,\n} from 'x';\n",
        ),
        (
            "import { bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccccccccccccccccccc } from 'x';\n",
            "import {\n  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,\n  ccccccccccccccccccccccccccccc,\n  a,\n} from 'x';\n",
        ),
        ("import {\n  b,\n  c\n} from 'x'\n", "import {\n  b,\n  c,\n  a\n} from 'x'\n"),
    ],
)  # fmt: skip
def test_adding(before: str, after: str) -> None:
    assert changed(before, A) == after


def test_adding_a_default_and_a_type() -> None:
    assert changed("import { b } from 'x';\n", Wanted("default", "x", "D")) == "import D, { b } from 'x';\n"
    assert changed("import { b } from 'x';\n", Wanted("T", "x", is_type=True)) == "import { b, type T } from 'x';\n"
    assert (
        changed("import type { b } from 'x';\n", Wanted("T", "x", is_type=True)) == "import type { b, T } from 'x';\n"
    )


def test_two_names_of_one_new_source_share_a_statement() -> None:
    assert changed("f('');\n", A, Wanted("b", "x")) == "import { a, b } from 'x';\n\nf('');\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import { a, b } from 'x';\n", "import { b } from 'x';\n"),
        ("import { b, a } from 'x';\n", "import { b } from 'x';\n"),
        ("import a, { b } from 'x';\n", "import { b } from 'x';\n"),
        ("import b, { a } from 'x';\n", "import b from 'x';\n"),
        ("import b, * as a from 'x';\n", "import b from 'x';\n"),
        ("import { c as a, b } from 'x';\n", "import { b } from 'x';\n"),
        ("import {\n  a, // why a\n  b,\n} from 'x';\n", "import {\n   // why a\n  b,\n} from 'x';\n"),
        ("'use client';\n\nimport { a } from 'x';\n\nf();\n", "'use client';\n\nf();\n"),
        ("import { a } from 'x';\n\nf();\n", "f();\n"),
        ("import b from 'b';\nimport { a } from 'x'; // eslint-disable-line\n\nf();\n", "import b from 'b';\n\nf();\n"),
        ("import 'a';\nimport a from 'a';\n", "import 'a';\n"),
        ("const { a } = require('x');\n\nf();\n", "f();\n"),
        ("import a from 'x'; import b from 'b';\n", "import b from 'b';\n"),
    ],
)  # fmt: skip
def test_removing(before: str, after: str) -> None:
    assert apply_edits(before.encode(), remove_import(module(before), ("a",))).decode() == after


def test_a_name_that_comes_from_elsewhere_now_changes_the_path_alone() -> None:
    assert (
        changed("import { a } from 'y';\nimport b from 'b';\n", A, remove=("a",))
        == "import { a } from 'x';\nimport b from 'b';\n"
    )
    assert (
        changed("import {\n  a as c, // why\n} from 'y'\n", Wanted("a", "x", "c"), remove=("c",))
        == "import {\n  a as c, // why\n} from 'x'\n"
    )
    assert (
        changed("import { a, b } from 'y';\n", A, remove=("a",)) == "import { b } from 'y';\nimport { a } from 'x';\n"
    )


def test_a_name_that_leaves_a_statement_comes_right_behind_it() -> None:
    assert (
        changed("import { a, b } from './y';\nimport c from './c';\n", Wanted("a", "./x"), remove=("a",))
        == "import { b } from './y';\nimport { a } from './x';\nimport c from './c';\n"
    )


def test_two_new_sources() -> None:
    assert (
        changed("'use client'\nf('')\n", A, Wanted("b", "y"))
        == "'use client'\n\nimport { a } from 'x'\nimport { b } from 'y'\n\nf('')\n"
    )
    assert changed("f('')\n", A, Wanted("b", "y")) == "import { a } from 'x'\nimport { b } from 'y'\n\nf('')\n"


def test_the_last_import_makes_room_for_a_new_one() -> None:
    assert changed("import { b } from 'y';\n\nf();\n", A, remove=("b",)) == "import { a } from 'x';\n\nf();\n"


def test_unused_once_code_is_gone() -> None:
    text = "import React from 'react';\nimport { a, b, type T } from 'x';\na(); function f(): T { b(); a(); }\n"
    parsed = module(text)
    assert unused_imports(parsed, [parsed.body[-1].span]) == {"b", "T"}


def test_fresh_name() -> None:
    parsed = module("const a = 1; function f(a2: string) { return Response; }")
    assert fresh_name(parsed, "a") == "a3"
    assert fresh_name(parsed, "a", "other") == "other"
    assert fresh_name(parsed, "Response") == "Response2"
    assert fresh_name(parsed, "a", freed=("a",)) == "a"


def test_specifiers_of_moved_code() -> None:
    assert rebased("./b", "app/a.ts", "app/api/x/route.ts") == "../../b"
    assert rebased("../lib/b", "app/a.ts", "app/api/x/route.ts") == "../../../lib/b"
    assert rebased("./b", "app/a.ts", "app/c.ts") == "./b"
    assert rebased("@/b", "app/a.ts", "lib/c.ts") == "@/b"
    assert relative_specifier("app", "app/actions.ts") == "./actions"
    assert relative_specifier("app/x", "lib/db/index.ts") == "../../lib/db"


def project(files: dict[str, str]) -> Snapshot:
    whole = {
        "package.json": '{"dependencies": {"next": "16.0.0"}}',
        "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"], "#db": ["./src/db/index.ts"]}}}',
        "src/app/page.tsx": "",
        "src/app/actions.ts": "",
        "src/db/index.ts": "",
        "src/lib/a.ts": "",
        **files,
    }
    workspace = Workspace(Memory({path: text.encode() for path, text in whole.items()}))
    for _ in workspace.scan():
        pass
    return workspace.snapshot


@pytest.mark.parametrize(
    ("from_path", "text", "to_path", "written"),
    [
        ("src/app/page.tsx", "", "src/app/actions.ts", "./actions"),
        ("src/app/page.tsx", "", "src/lib/a.ts", "../lib/a"),
        ("src/app/page.tsx", "", "src/db/index.ts", "../db"),
        ("src/app/page.tsx", "import '@/lib/a'", "src/lib/new.ts", "@/lib/new"),
        ("src/app/page.tsx", "import '@/lib/a'", "src/db/index.ts", "@/db"),
        ("src/app/page.tsx", "import '@/lib/a'", "src/app/actions.ts", "./actions"),
        ("src/app/page.tsx", "import '@/app/actions'", "src/app/new.ts", "@/app/new"),
        ("src/app/page.tsx", "import '@/lib/a'\nimport './actions'", "src/app/new.ts", "./new"),
        ("src/app/page.tsx", "import '../lib/a'", "src/db/index.ts", "../db"),
        ("src/app/page.tsx", "import '#db'", "src/lib/a.ts", "../lib/a"),
        ("src/app/page.tsx", "import '@/lib/a'", "scripts/seed.ts", "../../scripts/seed"),
        ("src/app/page.tsx", "import '../lib/a.js'", "src/lib/new.ts", "../lib/new.js"),
        ("src/app/page.tsx", "import '../lib/a.ts'", "src/db/index.ts", "../db/index.ts"),
        ("src/app/api/x/route.ts", "", "src/app/actions.ts", "../../actions"),
    ],
)
def test_specifier(from_path: str, text: str, to_path: str, written: str) -> None:
    assert specifier(project({from_path: text}), from_path, to_path) == written


def test_a_new_file_is_imported_as_the_app_does() -> None:
    snapshot = project({"src/app/page.tsx": "import '@/lib/a'"})
    assert specifier(snapshot, "src/app/api/x/route.ts", "src/lib/new.ts") == "@/lib/new"


@pytest.mark.parametrize(
    ("written", "after"),
    [("./actions", "./new"), ("@/app/actions", "@/app/new"), ("./actions.ts", "./new.ts")],
)
def test_a_file_beside_is_imported_in_the_same_form(written: str, after: str) -> None:
    snapshot = project({"src/app/page.tsx": f"import '{written}'"})
    assert beside(snapshot, "src/app/page.tsx", written, "src/app/actions.ts", "src/app/new.ts") == after
