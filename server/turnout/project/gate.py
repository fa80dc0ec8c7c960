"""What middleware (``proxy`` since Next.js 16) lets through: whether it checks who calls, and for which URLs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.auth import Guard, guard_in
from turnout.project.discover import App
from turnout.project.passage import Passage, codes_of, is_limit, passage
from turnout.project.snapshot import Snapshot
from turnout.project.values import Path

_gates: WeakKeyDictionary[Snapshot, dict[str, tuple[Guard, tuple[str, ...]]]] = WeakKeyDictionary()
_ways: WeakKeyDictionary[Snapshot, dict[tuple[str, str, str | None], Passage | None]] = WeakKeyDictionary()


def may_guard(project: Snapshot, app: App, url: str | None, method: str | None = None) -> bool:
    """Whether the app's middleware may stop strangers on their way to a URL (None: to any page)."""
    if app.middleware is None or _gate(project, app)[0].standing == "unchecked":
        return False
    if url is None:
        return True
    if not runs_for(project, app, url):
        return False
    way = way_through(project, app, url, method)
    return way is None or not way.is_open


def way_through(project: Snapshot, app: App, url: str, method: str | None) -> Passage | None:
    """What a request of a URL pattern meets in the app's middleware; None where that can't be followed."""
    kept = _ways.setdefault(project, {})
    key = (app.root, url, method)
    if key not in kept:
        module = project.module(app.middleware) if app.middleware is not None else None
        is_read = module is not None and not module.errors
        kept[key] = passage(project, module, url, method, _has) if module is not None and is_read else None
    return kept[key]


def limits(project: Snapshot, app: App, url: str, method: str | None) -> bool:
    """Whether the app's middleware answers 429 to those who ask for a URL too often."""
    way = way_through(project, app, url, method)
    return way is not None and any(is_limit(code) for code in codes_of(way.left) if isinstance(code, c.Return))


def name_of(app: App) -> str:
    """``middleware.ts``, as people call it."""
    return (app.middleware or "").rpartition("/")[2]


def runs_for(project: Snapshot, app: App, url: str) -> bool:
    """Whether the app has middleware that runs for a URL; without a matcher it runs for all."""
    if app.middleware is None:
        return False
    matchers = _gate(project, app)[1]
    sample = re.sub(r"\[+(?:\.\.\.)?[^\]]+\]+", "x", url)
    return not matchers or any(_covers(matcher, sample) for matcher in matchers)


def _gate(project: Snapshot, app: App) -> tuple[Guard, tuple[str, ...]]:
    kept = _gates.setdefault(project, {})
    if app.root not in kept:
        module = project.module(app.middleware) if app.middleware is not None else None
        kept[app.root] = (
            (_guard_of(project, module), tuple(_matchers(module))) if module is not None else (Guard("unchecked"), ())
        )
    return kept[app.root]


def _guard_of(project: Snapshot, module: Module) -> Guard:
    unsure = Guard("unchecked")
    for statement in module.body:
        if isinstance(statement, c.Import) or _only_tells(statement):
            continue
        guard = guard_in(project, module, statement)
        if guard.standing == "checked":
            return guard
        if guard.standing == "unsure":
            unsure = guard
        if isinstance(statement, c.ExportNamed) and statement.source is not None:
            # export { auth as middleware } from '@/auth'
            return Guard("unsure", statement.source.value)
    return unsure


def _only_tells(statement: c.Statement) -> bool:
    """``export default clerkMiddleware()`` without a function of the app's stops nobody."""
    value = statement.value if isinstance(statement, c.ExportDefault) else None
    if not isinstance(value, c.Call) or c.last_name(value.callee) != "clerkMiddleware":
        return False
    return all(isinstance(each, c.Object) for each in value.arguments)


def _matchers(module: Module) -> Iterator[str]:
    export = module.export("config")
    value = c.bare(export.value) if export is not None and export.value is not None else None
    matcher = value.get("matcher") if isinstance(value, c.Object) else None
    bare = c.bare(matcher) if matcher is not None else None
    for each in bare.items if isinstance(bare, c.Array) else (bare,):
        inner = c.bare(each) if each is not None and not isinstance(each, c.Spread) else None
        if isinstance(inner, c.Object):
            source = inner.get("source")
            inner = c.bare(source) if source is not None else None
        match inner:
            case c.String(value=text):
                yield text
            case c.Template(strings=(text,)):
                yield text
            case None:
                pass
            case _:
                yield "/:path*"


def _has(pattern: str, path: str | Path) -> bool | None:
    """Whether a pattern has a path; None where that depends on its segments."""
    if isinstance(path, str):
        return _covers(pattern, path)
    if _covers(pattern, "".join("x" if part is None else part for part in path.parts)):
        return True
    first = path.parts[0] or ""
    return None if pattern.startswith(first) or first.startswith(re.split(r"[:(*]", pattern)[0]) else False


def _covers(matcher: str, url: str) -> bool:
    """path-to-regexp's words as a regular expression; what can't be read covers everything."""
    pattern = re.sub(r"/:\w+\*", "(?:/.*)?", matcher)
    pattern = re.sub(r"/:\w+\+", "/.+", pattern)
    pattern = re.sub(r"/:\w+\?", "(?:/[^/]+)?", pattern)
    pattern = re.sub(r":\w+(?=\()", "", pattern)
    pattern = re.sub(r"(?<!\?):\w+", "[^/]+", pattern)
    try:
        return re.fullmatch(pattern + "/?", url) is not None
    except re.error:
        return True
