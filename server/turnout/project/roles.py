"""What Next.js takes a file for, by its place and name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from turnout.project.config import CONFIG_NAMES
from turnout.project.discover import App, Router
from turnout.project.paths import is_below, name_of

Role: TypeAlias = Literal[
    "route-handler", "api-route", "page", "layout", "template", "loading", "error", "not-found", "default",
    "metadata", "pages-page", "pages-special", "middleware", "instrumentation", "next-config", "test", "module",
]  # fmt: skip
"""``pages-special`` is _app, _document, _error, 404 and 500; ``module`` is everything that only others import."""

_APP_FILES: Mapping[str, Role] = {
    "route": "route-handler", "page": "page", "layout": "layout", "template": "template", "loading": "loading",
    "error": "error", "global-error": "error", "not-found": "not-found", "global-not-found": "not-found",
    "forbidden": "not-found", "unauthorized": "not-found", "default": "default",
}  # fmt: skip
_PAGES_SPECIAL = frozenset({"_app", "_document", "_error", "404", "500"})
_METADATA = re.compile(r"(?:sitemap|(?:icon|apple-icon|opengraph-image|twitter-image)\d?)")
_METADATA_AT_ROOT = frozenset({"robots", "manifest"})
_TEST_FOLDERS = frozenset({"__tests__", "__test__", "__mocks__", "__fixtures__"})
_TEST_FOLDERS_OUTSIDE = frozenset({"test", "tests", "e2e", "cypress", "playwright", "playwright-tests"})
_TEST_NAME = re.compile(r"\.(?:test|spec|cy|e2e|stories|story)\.[^.]+$")


def role_of(app: App, path: str) -> Role:
    """The role of a file that the app owns. Test files are tests wherever they lie."""
    inside = path[len(app.root) + 1 :] if app.root else path
    if _is_test_name(inside):
        return "test"
    if app.app_dir is not None and is_below(path, app.app_dir):
        return _in_app(path[len(app.app_dir) + 1 :], app.config.page_extensions)
    if app.pages_dir is not None and is_below(path, app.pages_dir):
        return _in_pages(path[len(app.pages_dir) + 1 :], app.config.page_extensions)
    if "/" not in inside and inside in CONFIG_NAMES:
        return "next-config"
    stem = without_extension(inside.removeprefix("src/"), app.config.page_extensions)
    if stem in ("middleware", "proxy"):
        return "middleware"
    if stem == "instrumentation":
        return "instrumentation"
    return "test" if is_test(inside) else "module"


def is_test(path: str) -> bool:
    """Whether a file only serves tests, stories or mocks, by its name or a folder's. Relative to the app's root."""
    return _is_test_name(path) or not _TEST_FOLDERS_OUTSIDE.isdisjoint(path.split("/")[:-1])


def router_of(role: Role) -> Router | None:
    """The router that such a file is an entry point of."""
    match role:
        case "api-route" | "pages-page" | "pages-special":
            return "pages"
        case "middleware" | "instrumentation" | "next-config" | "test" | "module":
            return None
        case _:
            return "app"


def without_extension(path: str, extensions: tuple[str, ...]) -> str | None:
    """A path without its page extension, the longest that fits (``a.page.tsx``); None when it has none of them."""
    fitting = [extension for extension in extensions if path.endswith(f".{extension}")]
    return path[: -len(max(fitting, key=len)) - 1] if fitting else None


def _in_app(path: str, extensions: tuple[str, ...]) -> Role:
    """Files in private folders (``_lib``) are of no concern to the router."""
    stem = without_extension(path, extensions)
    if stem is None or any(part.startswith("_") for part in path.split("/")):
        return "module"
    name = name_of(stem)
    if name in _METADATA_AT_ROOT and "/" not in stem:
        return "metadata"
    # next/dist/lib/metadata/is-metadata-route.js
    return "metadata" if _METADATA.fullmatch(name) else _APP_FILES.get(name, "module")


def _in_pages(path: str, extensions: tuple[str, ...]) -> Role:
    stem = without_extension(path, extensions)
    if stem is None:
        return "module"
    if name_of(stem) == "_middleware":  # Next.js 12.0
        return "middleware"
    if stem.removesuffix("/index") in _PAGES_SPECIAL:
        return "pages-special"
    # next/dist/lib/is-api-route.js
    return "api-route" if stem == "api" or stem.startswith("api/") else "pages-page"


def _is_test_name(path: str) -> bool:
    return _TEST_NAME.search(path) is not None or not _TEST_FOLDERS.isdisjoint(path.split("/"))
