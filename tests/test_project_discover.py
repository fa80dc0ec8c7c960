"""Which folders are apps: what Next.js and package managers make of a tree of files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from turnout.model.lower import read
from turnout.model.module import Module
from turnout.project.discover import App, Version, belongs_to, discover, packages
from turnout.project.files import Memory
from turnout.text.source import SourceFile


def apps_of(tree: dict[str, Any]) -> dict[str, App]:
    """The apps of a tree given as text, or as data that becomes JSON."""
    files = memory(tree)

    def load(path: str) -> Module | None:
        data = files.read(path)
        return read(SourceFile.of(path, data)) if data is not None else None

    return {app.root: app for app in discover(files, list(files.list()), load)}


def memory(tree: dict[str, Any]) -> Memory:
    return Memory(
        {
            path: content
            if isinstance(content, bytes)
            else content.encode()
            if isinstance(content, str)
            else json.dumps(content).encode()
            for path, content in tree.items()
        }
    )


def needs(version: str, kind: str = "dependencies", **more: Any) -> dict[str, Any]:
    return {kind: {"next": version}, **more}


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("16.4.6", (16, 4, 6)),
        ("^15.0.0-canary.3", (15, 0, 0)),
        ("15.0.0-rc.1", (15, 0, 0)),
        ("~13.4", (13, 4, 0)),
        ("v14.1", (14, 1, 0)),
        (">=14", (14, 0, 0)),
        (">= 14.1 < 16", (14, 1, 0)),
        ("=14.0.1", (14, 0, 1)),
        ("14", (14, 0, 0)),
        ("14.x", (14, 0, 0)),
        ("^13.5 || ^14.0 || ^15.2.1", (15, 2, 1)),
        ("npm:next@14.2.3", (14, 2, 3)),
        ("npm:@acme/next@^15", (15, 0, 0)),
        ("12.3.4 - 13.0.0", (12, 3, 4)),
        ("latest", None),
        ("canary", None),
        ("rc", None),
        ("*", None),
        ("", None),
        ("workspace:*", None),
        ("workspace:^15.0.0", None),
        ("link:../next", None),
        ("https://example.com/next-14.0.0.tar.gz", None),
        ("vercel/next.js#v14", None),
        ("<15", None),
        ("99999999999999999999", None),
    ],
)
def test_versions(written: str, version: tuple[int, int, int] | None) -> None:
    assert Version.parse(written) == version


def test_versions_have_an_order() -> None:
    assert Version(13, 4, 19) < Version(14) < Version(14, 0, 1) < Version(16, 4)
    old, unknown = App("", "a", Version(13, 3)), App("", "a", None)
    assert old.is_before(13, 4)
    assert not old.is_before(13)
    assert not unknown.is_before(14)


def test_an_app_at_the_root() -> None:
    app = apps_of({"package.json": needs("^15.0.0", name="shop"), "app/page.tsx": "", "lib/a.ts": ""})[""]
    assert (app.name, app.next_version, app.next_source) == ("shop", (15, 0, 0), "range")
    assert (app.app_dir, app.pages_dir, app.routers) == ("app", None, ("app",))
    assert app.is_typescript
    assert app.owns("lib/a.ts")


def test_app_comes_before_src_app() -> None:
    tree = {"package.json": needs("15"), "src/app/page.js": "", "src/pages/index.js": ""}
    app = apps_of(tree)[""]
    assert (app.app_dir, app.pages_dir, app.routers) == ("src/app", "src/pages", ("app", "pages"))
    assert apps_of({**tree, "app/page.js": ""})[""].app_dir == "app"
    assert not app.is_typescript


def test_a_monorepo() -> None:
    tree: dict[str, Any] = {
        "package.json": {"name": "acme", "devDependencies": {"next": "15.0.0"}, "workspaces": ["apps/*"]},
        "apps/web/package.json": needs("^15.1.0", name="web"),
        "apps/web/src/app/page.tsx": "",
        "apps/web/node_modules/next/package.json": {"version": "15.3.2"},
        "apps/admin/package.json": needs("^13.0.0", "devDependencies", name="admin"),
        "apps/admin/pages/index.js": "",
        "apps/admin/next.config.js": "module.exports = { basePath: '/admin' }",
        "apps/docs/package.json": {"name": "docs", "dependencies": {"astro": "4"}},
        "apps/docs/src/pages/index.ts": "",
        "packages/ui/package.json": needs(">=13", "peerDependencies", name="@acme/ui"),
        "packages/ui/src/pages/card.tsx": "",
        "packages/db/package.json": needs("15", name="@acme/db"),
        "packages/db/index.ts": "",
        "packages/config/next.config.mjs": "export default {}",
    }
    apps = apps_of(tree)
    assert list(apps) == ["apps/admin", "apps/web"]
    assert (apps["apps/web"].next_version, apps["apps/web"].next_source) == ((15, 3, 2), "installed")
    assert apps["apps/admin"].config.base_path == "/admin"
    assert belongs_to(apps.values(), "apps/web/src/lib/a.ts") == apps["apps/web"]
    assert belongs_to(apps.values(), "packages/ui/src/pages/card.tsx") is None
    assert belongs_to(apps.values(), "apps/website/a.ts") is None
    names = {package.root: package.name for package in packages(memory(tree), tree)}
    assert names["packages/ui"] == "@acme/ui"
    assert "apps/web/node_modules/next" in names  # whoever lists the files leaves node_modules out


def test_apps_and_packages_inside_an_app_are_not_its_own() -> None:
    apps = apps_of(
        {
            "package.json": needs("15", name="root"),
            "app/page.tsx": "",
            "packages/db/package.json": {"name": "db"},
            "scripts/package.json": {"type": "commonjs"},
            "examples/blog/package.json": needs("14"),
            "examples/blog/app/page.tsx": "",
        }
    )
    assert list(apps) == ["", "examples/blog"]
    assert apps[""].nested == ("examples/blog", "packages/db")
    assert apps[""].owns("scripts/a.ts")
    assert not apps[""].owns("packages/db/index.ts")
    assert belongs_to(apps.values(), "examples/blog/app/page.tsx") == apps["examples/blog"]


def test_next_hoisted_above_the_project() -> None:
    tree = {
        "apps/web/package.json": needs("latest"),
        "apps/web/app/page.tsx": "",
        "../../node_modules/next/package.json": {"version": "16.4.6"},
    }
    assert apps_of(tree)["apps/web"].next_version == (16, 4, 6)


def test_the_version_stands_in_the_package_json_of_the_repository() -> None:
    """Nx: one package.json, apps with nothing but a next.config."""
    apps = apps_of(
        {
            "package.json": {"dependencies": {"next": "14.2.0"}, "scripts": {"start": "nx serve web"}},
            "apps/web/next.config.js": "module.exports = composePlugins(...plugins)({})",
            "apps/web/app/page.tsx": "",
        }
    )
    assert list(apps) == ["apps/web"]
    assert (apps["apps/web"].name, apps["apps/web"].next_version) == ("web", (14, 2, 0))


PNPM = """\
packages:
  - "apps/*"

catalog:
  "next": ^15.1.0   # the usual one
catalogs:
  legacy:
    next: '13.5.6'
"""


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("catalog:", (15, 1, 0)),
        ("catalog:default", (15, 1, 0)),
        ("catalog:legacy", (13, 5, 6)),
        ("catalog:x", None),
    ],
)
def test_catalogs(written: str, version: tuple[int, int, int] | None) -> None:
    app = {"apps/web/package.json": needs(written), "apps/web/app/page.tsx": ""}
    assert apps_of({**app, "pnpm-workspace.yaml": PNPM})["apps/web"].next_version == version
    assert apps_of({**app, "../pnpm-workspace.yaml": PNPM})["apps/web"].next_version == version
    bun = {"workspaces": {"catalog": {"next": "^15.1.0"}, "catalogs": {"legacy": {"next": "13.5.6"}}}}
    assert apps_of({**app, "package.json": bun})["apps/web"].next_version == version


@pytest.mark.parametrize(
    ("tree", "roots"),
    [
        ({}, []),
        ({"app/page.tsx": ""}, []),
        ({"package.json": {"name": "svelte"}, "src/app/page.ts": ""}, []),
        ({"package.json": "{ not json", "app/page.tsx": ""}, []),
        ({"package.json": "[1, 2]", "app/page.tsx": ""}, []),
        ({"package.json": {"dependencies": ["next"], "scripts": 3}, "app/page.tsx": ""}, []),
        ({"package.json": "{ not json", "next.config.js": "", "app/page.tsx": ""}, [""]),
        ({"package.json": b'\xef\xbb\xbf{"dependencies": {"next": "15",},} // x', "app/page.tsx": ""}, [""]),
        ({"package.json": b'{"dependencies": {"next": "\xff15"}}', "app/page.tsx": ""}, [""]),
        ({"package.json": {"dependencies": {"next": 15}}, "app/page.tsx": ""}, [""]),
        ({"package.json": needs("15"), "lib/actions.ts": ""}, [""]),
        ({"package.json": needs("15", scripts={"dev": "dotenv -- next dev"})}, [""]),
        ({"package.json": needs("15", "peerDependencies"), "next.config.mjs": ""}, [""]),
        ({"package.json": needs("15", "peerDependencies"), "src/pages/a.tsx": ""}, []),
        ({"next.config.mts": "}{", "pages/index.js": ""}, [""]),
        ({"a/package.json": needs("15"), "a/app/x.ts": "", "b/package.json": needs("15")}, ["a"]),
    ],
)
def test_what_is_an_app(tree: dict[str, Any], roots: list[str]) -> None:
    assert list(apps_of(tree)) == roots


def test_middleware_and_typescript() -> None:
    tree = {"package.json": needs("15"), "src/app/page.js": "", "src/middleware.js": ""}
    assert apps_of(tree)[""].middleware == "src/middleware.js"
    assert apps_of({**tree, "src/proxy.js": ""})[""].middleware == "src/proxy.js"
    assert apps_of({**tree, "tsconfig.json": ""})[""].is_typescript
    extensions = {"next.config.js": "module.exports = { pageExtensions: ['page.js'] }"}
    assert apps_of({**tree, **extensions})[""].middleware is None


def test_the_first_config_counts() -> None:
    tree = {
        "package.json": needs("15"),
        "next.config.ts": "export default { basePath: '/ts' }",
        "next.config.mjs": "export default { basePath: '/mjs' }",
    }
    config = apps_of(tree)[""].config
    assert (config.path, config.base_path) == ("next.config.mjs", "/mjs")
