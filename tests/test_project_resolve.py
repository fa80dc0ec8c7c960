"""Which file an import means: as TypeScript, Next.js and Node.js look it up in a tree of files."""

from __future__ import annotations

import json
from time import perf_counter
from typing import Any

import pytest

from turnout.project.discover import App, packages
from turnout.project.files import Memory
from turnout.project.resolve import Resolver
from turnout.syntax.grammar import is_code


def resolver(tree: dict[str, Any], *roots: str) -> Resolver:
    files = Memory(
        {
            path: content if isinstance(content, bytes) else json.dumps(content).encode()
            for path, content in tree.items()
        }
    )
    code = {path for path in tree if is_code(path)}
    apps = [App(root, "app") for root in (roots or ("",))]
    inside = [path for path in tree if "node_modules/" not in path]
    return Resolver(code, files, apps, packages(files, inside))


def options(**compiler_options: Any) -> dict[str, Any]:
    return {"compilerOptions": compiler_options}


FILES = (
    "app/page.tsx",
    "app/actions.ts",
    "lib/db.ts",
    "lib/index.ts",
    "lib/ui/index.tsx",
    "lib/old.js",
    "a.b/c.mts",
    "lib/both.tsx",
    "lib/both/index.ts",
    "lib/v1.service.ts",
    "index.ts",
)


@pytest.mark.parametrize(
    ("importer", "specifier", "found"),
    [
        ("app/page.tsx", "./actions", "app/actions.ts"),
        ("app/page.tsx", "./actions.ts", "app/actions.ts"),
        ("app/page.tsx", "./actions.js", "app/actions.ts"),
        ("app/page.tsx", "../lib/db", "lib/db.ts"),
        ("app/page.tsx", "../lib", "lib/index.ts"),
        ("app/page.tsx", "../lib/", "lib/index.ts"),
        ("app/page.tsx", "../lib/ui", "lib/ui/index.tsx"),
        ("app/page.tsx", "../lib/ui.jsx", None),
        ("app/page.tsx", "../lib/old", "lib/old.js"),
        ("app/page.tsx", "../lib/both", "lib/both.tsx"),
        ("app/page.tsx", "../lib/v1.service", "lib/v1.service.ts"),
        ("app/page.tsx", "../a.b/c.mjs", "a.b/c.mts"),
        ("app/page.tsx", "..", "index.ts"),
        ("lib/db.ts", ".", "lib/index.ts"),
        ("lib/ui/index.tsx", "..", "lib/index.ts"),
        ("app/page.tsx", "./missing", None),
        ("app/page.tsx", "./styles.css", None),
        ("app/page.tsx", "../../outside", None),
        ("app/page.tsx", "react", None),
        ("app/page.tsx", "lib/db", None),
        ("app/page.tsx", "/lib/db", None),
        ("app/page.tsx", "", None),
        ("app/page.tsx", "@", None),
        ("app/page.tsx", "@/", None),
        ("app/page.tsx", "node:fs", None),
    ],
)
def test_without_settings(importer: str, specifier: str, found: str | None) -> None:
    assert resolver(dict.fromkeys(FILES, b"")).resolve(importer, specifier) == found


COMMENTED = b'\xef\xbb\xbf{ // hi\n "compilerOptions": { "paths": { "@/*": ["./src/*",], /* "*" */ }, }, }'
CODE = dict.fromkeys(("src/lib/db.ts", "src/app/page.tsx", "src/ui/button.tsx", "gen/lib/api.ts"), b"")


@pytest.mark.parametrize("name", ["tsconfig.json", "jsconfig.json"])
@pytest.mark.parametrize(
    ("config", "specifier", "found"),
    [
        (options(paths={"@/*": ["./src/*"]}), "@/lib/db", "src/lib/db.ts"),
        (options(paths={"@/*": "./src/*"}), "@/lib/db", "src/lib/db.ts"),
        (options(paths={"@/*": ["./src/*"]}), "@//lib/../lib/db", "src/lib/db.ts"),
        (options(baseUrl=".", paths={"@/*": ["src/*"]}), "@/lib/db", "src/lib/db.ts"),
        (options(baseUrl="src", paths={"@/*": ["./*"]}), "@/lib/db", "src/lib/db.ts"),
        (options(baseUrl="./src/"), "lib/db", "src/lib/db.ts"),
        (options(baseUrl="src"), "react", None),
        (options(paths={"@/*": ["./gen/*", "./src/*"]}), "@/lib/db", "src/lib/db.ts"),
        (options(paths={"@/*": ["./gen/*", "./src/*"]}), "@/lib/api", "gen/lib/api.ts"),
        (options(paths={"*": ["./gen/*"], "~ui/*": ["./src/ui/*"]}), "~ui/button", "src/ui/button.tsx"),
        (options(paths={"@/*": ["./gen/*"], "@/ui/*": ["./src/ui/*"]}), "@/ui/button", "src/ui/button.tsx"),
        (options(paths={"db": ["./src/lib/db"], "*": ["./gen/*"]}), "db", "src/lib/db.ts"),
        (options(paths={"db/*/x": ["./src/lib/*"]}), "db/db/x", "src/lib/db.ts"),
        (options(paths={"@/*": ["${configDir}/src/*"]}), "@/lib/db", "src/lib/db.ts"),
        (options(paths={"@/*": ["./src/*"]}), "@/lib/nothing", None),
        (options(paths=["@/*"]), "@/lib/db", None),
        (options(paths={"@/*": [3, None, "./src/*"]}, baseUrl=7), "@/lib/db", "src/lib/db.ts"),
        (COMMENTED, "@/lib/db", "src/lib/db.ts"),
        (b"{ nothing", "@/lib/db", None),
        (b"[[[[", "@/lib/db", None),
        (b"\xff\xfe", "@/lib/db", None),
    ],
)
def test_paths(name: str, config: Any, specifier: str, found: str | None) -> None:
    assert resolver({**CODE, name: config}).resolve("src/app/page.tsx", specifier) == found


BASE = options(paths={"@/*": ["./src/*"]})


@pytest.mark.parametrize(
    "tree",
    [
        {"tsconfig.json": {"extends": "./base.json"}, "base.json": BASE},
        {"tsconfig.json": {"extends": "./base"}, "base.json": BASE},
        {"tsconfig.json": {"extends": ["./strict", "./base"]}, "base.json": BASE, "strict.json": {}},
        {
            "tsconfig.json": {"extends": ["./base", "./late"]},
            "base.json": BASE,
            "late.json": options(strict=True),
        },
        {
            "tsconfig.json": {"extends": "./a"},
            "a.json": {"extends": "./base", **BASE},
            "base.json": options(paths={}),
        },
        {
            "tsconfig.json": {"extends": "../shared/base"},
            "../shared/base.json": options(paths={"@/*": ["${configDir}/src/*"]}),
        },
        {
            "tsconfig.json": {"extends": "@acme/tsconfig/next.json"},
            "tools/ts/package.json": {"name": "@acme/tsconfig"},
            "tools/ts/next.json": options(paths={"@/*": ["../../src/*"]}),
        },
        {
            "tsconfig.json": {"extends": "@acme/tsconfig/next"},
            "node_modules/@acme/tsconfig/next.json": options(paths={"@/*": ["../../../src/*"]}),
        },
        {
            "tsconfig.json": {"extends": "acme"},
            "../node_modules/acme/package.json": {"tsconfig": "x.json"},
            "../node_modules/acme/x.json": options(baseUrl="${configDir}", paths={"@/*": ["src/*"]}),
        },
        {
            "tsconfig.json": {"extends": "./a", **BASE},
            "a.json": {"extends": "./b"},
            "b.json": {"extends": "./a"},
        },
        {"tsconfig.json": {"extends": ["./tsconfig.json", "./nothing", 7], **BASE}},
    ],
)
def test_extends(tree: dict[str, Any]) -> None:
    assert resolver({**CODE, **tree}).resolve("src/app/page.tsx", "@/lib/db") == "src/lib/db.ts"


def test_the_nearest_tsconfig_counts_and_then_the_one_of_the_app() -> None:
    tree = {
        "apps/web/tsconfig.json": options(paths={"@/*": ["./*"]}),
        "apps/web/e2e/tsconfig.json": options(paths={"~/*": ["./*"]}),
        "apps/web/lib/db.ts": b"",
        "apps/web/e2e/lib/db.ts": b"",
        "packages/ui/tsconfig.json": {},
        "packages/ui/button.tsx": b"",
        "tsconfig.json": options(paths={"root/*": ["./apps/web/*"]}),
    }
    found = resolver(tree, "apps/web")
    assert found.resolve("apps/web/app/page.tsx", "@/lib/db") == "apps/web/lib/db.ts"
    assert found.resolve("apps/web/e2e/a.spec.ts", "~/lib/db") == "apps/web/e2e/lib/db.ts"
    assert found.resolve("apps/web/e2e/a.spec.ts", "@/lib/db") == "apps/web/lib/db.ts"
    assert found.resolve("packages/ui/button.tsx", "@/lib/db") is None
    assert found.resolve("scripts/a.ts", "root/lib/db") == "apps/web/lib/db.ts"


UI = (
    "packages/ui/src/index.ts",
    "packages/ui/src/button.tsx",
    "packages/ui/src/icons/home.tsx",
    "packages/ui/card.tsx",
)


@pytest.mark.parametrize(
    ("manifest", "specifier", "found"),
    [
        ({}, "@acme/ui", "packages/ui/src/index.ts"),
        ({}, "@acme/ui/card", "packages/ui/card.tsx"),
        ({}, "@acme/ui/button", "packages/ui/src/button.tsx"),
        ({}, "@acme/ui/src/button", "packages/ui/src/button.tsx"),
        ({}, "@acme/uikit", None),
        ({}, "@acme", None),
        ({"main": "./src/button.tsx"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"main": "src/button"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"main": "./dist/index.js", "types": "./dist/index.d.ts"}, "@acme/ui", "packages/ui/src/index.ts"),
        ({"main": "dist/cjs/button.js"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"main": "dist/src/button.js"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"source": "src/button.tsx", "main": "dist/x.js"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"exports": "./src/button.tsx"}, "@acme/ui", "packages/ui/src/button.tsx"),
        ({"exports": {".": "./src/button.tsx"}}, "@acme/ui", "packages/ui/src/button.tsx"),
        (
            {"exports": {"types": "./src/button.tsx", "default": "./dist/b.js"}},
            "@acme/ui",
            "packages/ui/src/button.tsx",
        ),
        (
            {"exports": {".": {"import": {"types": "./x.d.ts", "default": "./src/button.tsx"}}}},
            "@acme/ui",
            "packages/ui/src/button.tsx",
        ),
        (
            {"exports": {".": {"browser": "./card.tsx", "default": "./src/button.tsx"}}},
            "@acme/ui",
            "packages/ui/src/button.tsx",
        ),
        (
            {"exports": {".": {"default": "./card.tsx", "source": "./src/button.tsx"}}},
            "@acme/ui",
            "packages/ui/src/button.tsx",
        ),
        ({"exports": {".": ["./nothing.js", "./card.tsx"]}}, "@acme/ui", "packages/ui/card.tsx"),
        ({"exports": {"./button": "./src/button.tsx"}}, "@acme/ui/button", "packages/ui/src/button.tsx"),
        ({"exports": {"./b": "./dist/button.mjs"}}, "@acme/ui/b", "packages/ui/src/button.tsx"),
        ({"exports": {"./*": "./src/*.tsx"}}, "@acme/ui/button", "packages/ui/src/button.tsx"),
        ({"exports": {"./*": "./src/*"}}, "@acme/ui/button", "packages/ui/src/button.tsx"),
        (
            {"exports": {"./*": "./*.js", "./i/*": {"import": "./src/icons/*.tsx"}}},
            "@acme/ui/i/home",
            "packages/ui/src/icons/home.tsx",
        ),
        ({"exports": {"./*.js": "./src/*.tsx"}}, "@acme/ui/button.js", "packages/ui/src/button.tsx"),
        ({"exports": {".": None, "./x": 7, "./y": {"a": {"b": {}}}}}, "@acme/ui/x", None),
        ({"exports": [], "main": {}}, "@acme/ui", "packages/ui/src/index.ts"),
    ],
)
def test_workspace_packages(manifest: dict[str, Any], specifier: str, found: str | None) -> None:
    tree = {**dict.fromkeys(UI, b""), "packages/ui/package.json": {"name": "@acme/ui", **manifest}}
    assert resolver(tree).resolve("apps/web/app/page.tsx", specifier) == found


def test_private_imports_of_a_package() -> None:
    tree = {
        "web/package.json": {"imports": {"#db": {"default": "./lib/db.ts"}, "#ui/*": "./ui/*.tsx"}},
        "web/lib/db.ts": b"",
        "web/ui/button.tsx": b"",
        "package.json": {"imports": {"#db": "./other.ts"}},
        "other.ts": b"",
    }
    found = resolver(tree, "web")
    assert found.resolve("web/app/page.tsx", "#db") == "web/lib/db.ts"
    assert found.resolve("web/app/page.tsx", "#ui/button") == "web/ui/button.tsx"
    assert found.resolve("web/app/page.tsx", "#nothing") is None
    assert found.resolve("a.ts", "#db") == "other.ts"


def test_a_folder_with_its_own_package_json() -> None:
    tree = {"lib/db/package.json": {"main": "./client.ts"}, "lib/db/client.ts": b""}
    assert resolver(tree).resolve("app/page.tsx", "../lib/db") == "lib/db/client.ts"


def test_what_is_forgotten_is_looked_up_again() -> None:
    paths, files = {"a.ts"}, Memory({})
    found = Resolver(paths, files, (), ())
    assert found.resolve("a.ts", "./b") is None
    assert found.resolve("a.ts", "@/a") is None
    paths.add("b.ts")
    files.files["tsconfig.json"] = json.dumps(options(paths={"@/*": ["./*"]})).encode()
    assert found.resolve("a.ts", "./b") is None
    found.forget("b.ts")
    assert found.resolve("a.ts", "./b") == "b.ts"
    assert found.resolve("a.ts", "@/a") is None
    found.forget("tsconfig.json")
    assert found.resolve("a.ts", "@/a") == "a.ts"


def test_a_hundred_thousand_look_ups_take_about_a_second() -> None:
    tree = {f"src/f{n % 100}/m{n}.ts": b"" for n in range(10_000)}
    found = resolver({**tree, "tsconfig.json": options(baseUrl=".", paths={"@/*": ["./src/*"]})})
    begin = perf_counter()
    count = sum(
        found.resolve(path, specifier) is not None
        for path in tree
        for specifier in (
            f"@/{path[4:-3]}",
            f"./{path.rpartition('/')[2][:-3]}",
            "react",
            "next/link",
            "@/f1/m1",
        )
        * 2
    )
    assert count == 6 * len(tree)
    assert perf_counter() - begin < 5  # a second on an idle machine
