"""Routes that Next.js refuses for how their folders are named, in its own words.

The App Router's rules are those of next/dist/build/validate-app-paths.js, the Pages Router's those of
next/dist/shared/lib/router/utils/sorted-routes.js (16.4.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from turnout.project.routes import Route, RouteTable, Segment, SegmentKind


@dataclass(frozen=True)
class Problem:
    """Why a build fails: the message, and the files whose routes it is about."""

    message: str
    paths: tuple[str, ...]


def problems(routes: Iterable[Route]) -> tuple[Problem, ...]:
    """What is wrong with the routes of one app, at most one problem for each route and each pair of routes."""
    told = [route for route in routes if not route.is_intercepting and route.kind != "metadata"]
    in_app = [route for route in told if route.router == "app"]
    in_pages = [route for route in told if route.router == "pages"]
    return (*_app_problems(in_app), *_pages_problems(in_pages))


@lru_cache(maxsize=16)
def problems_of(table: RouteTable) -> tuple[Problem, ...]:
    """The same for a table, worked out once: every file of the app asks."""
    return problems(table.routes)


# ----------------------------------------------------------------- App Router


def _app_problems(routes: Sequence[Route]) -> Iterator[Problem]:
    files: dict[str, list[str]] = {}
    segments: dict[str, tuple[Segment, ...]] = {}
    for route in routes:
        files.setdefault(route.pattern, []).append(route.path)
        segments[route.pattern] = route.segments
    sound: dict[str, tuple[Segment, ...]] = {}
    for pattern, steps in segments.items():
        message = _app_message(pattern, steps)
        if message is None:
            sound[pattern] = steps
        else:
            yield Problem(message, tuple(files[pattern]))
    shapes: dict[str, list[str]] = {}
    for pattern, steps in sound.items():
        shapes.setdefault(_shape(steps), []).append(pattern)
    for pattern, steps in sound.items():
        if steps and steps[-1].kind == "optional-catch-all":
            above = _shape(steps[:-1])
            for other in shapes.get(above, ()):
                written = f"{above if above != '/' else ''}/{steps[-1]}"
                yield Problem(
                    "You cannot define a route with the same specificity as an optional catch-all route "
                    f'("{other}" and "{written}").',
                    (*files[other], *files[pattern]),
                )
    for shape, patterns in shapes.items():
        if len(patterns) > 1:
            listed = "\n".join(f"  - {pattern}" for pattern in patterns)
            yield Problem(
                "Ambiguous app routes detected:\n\n"
                f'Ambiguous route pattern "{shape}" matches multiple routes:\n{listed}\n\n'
                "These routes cannot be distinguished from each other when matching URLs. "
                "Please ensure that dynamic segments have unique patterns or use different static segments.",
                tuple(path for pattern in patterns for path in files[pattern]),
            )


def _app_message(pattern: str, steps: tuple[Segment, ...]) -> str | None:
    names: list[str] = []
    kinds: set[SegmentKind] = set()
    last_catch_all = len(steps)
    for index, step in enumerate(steps):
        if step.kind != "static":
            if message := _parameter_message(pattern, step, names):
                return message
            names.append(step.name)
            if step.kind != "dynamic":
                kinds.add(step.kind)
                last_catch_all = index
        if index > last_catch_all:
            what = "Catch-all" if "catch-all" in kinds else "Optional catch-all"
            return f'{what} must be the last part of the URL in route "{pattern}".'
    if len(kinds) == 2:
        return f'You cannot use both a required and optional catch-all route at the same level in route "{pattern}".'
    return None


def _parameter_message(pattern: str, step: Segment, names: list[str]) -> str | None:
    name, where = step.name, f'in route "{pattern}".'
    if not name:
        return f"Parameter names cannot be empty {where}"
    if "…" in name:
        return f"Detected a three-dot character ('…') in parameter \"{name}\" {where} Did you mean ('...')?"
    if step.kind != "optional-catch-all" and name.startswith("[") and name.endswith("]"):
        return f'Optional route parameters are not yet supported ("[{name}]") {where}'
    if name.startswith("[") or name.endswith("]"):
        return f"Segment names may not start or end with extra brackets ('{name}') {where}"
    if name.startswith("."):
        return f"Segment names may not start with erroneous periods ('{name}') {where}"
    if name in names:
        return f'You cannot have the same slug name "{name}" repeat within a single dynamic path {where}'
    same = next((other for other in names if _words(other) == _words(name)), None)
    if same is not None:
        return (
            f'You cannot have the slug names "{same}" and "{name}" differ only by non-word symbols within a single '
            f"dynamic path {where}"
        )
    return None


def _shape(steps: tuple[Segment, ...]) -> str:
    """A pattern with a star for each parameter's name."""
    return "/" + "/".join(str(step if step.kind == "static" else Segment(step.kind, "*")) for step in steps)


def _words(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]", "", name)


# --------------------------------------------------------------- Pages Router


@dataclass
class _Node:
    """One step in the tree of all pages; ``names`` are the parameters' names by the kind of step."""

    path: str | None = None
    names: dict[SegmentKind, str] = field(default_factory=dict[SegmentKind, str])
    children: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    first: str = ""
    """The file that made the step."""


def _pages_problems(routes: Sequence[Route]) -> Iterator[Problem]:
    root = _Node()
    for route in routes:
        yield from _insert(root, route)
    yield from _beside_optional(root, "/")


def _insert(root: _Node, route: Route) -> Iterator[Problem]:
    node, slugs = root, list[str]()
    ended = False
    for step in route.segments:
        if ended:
            yield Problem("Catch-all must be the last part of the URL.", (route.path,))
            return
        if step.kind != "static":
            found = _slug_message(node, step, slugs)
            if found is not None:
                message, other = found
                yield Problem(message, (other, route.path) if other else (route.path,))
                return
            node.names[step.kind] = step.name
            slugs.append(step.name)
            ended = step.kind != "dynamic"
        node = node.children.setdefault(_key(step), _Node(first=route.path))
    node.path = route.path


def _slug_message(node: _Node, step: Segment, slugs: list[str]) -> tuple[str, str] | None:
    """The message, and the other file that it is about if there is one."""
    name = step.name
    if name.startswith("[") and name.endswith("]") and step.kind == "dynamic":
        return f'Optional route parameters are not yet supported ("{step}").', ""
    if name.startswith("…"):
        return f"Detected a three-dot character ('…') at ('{name}'). Did you mean ('...')?", ""
    if name.startswith("[") or name.endswith("]"):
        return f"Segment names may not start or end with extra brackets ('{name}').", ""
    if name.startswith("."):
        return f"Segment names may not start with erroneous periods ('{name}').", ""
    rest, optional = node.names.get("catch-all"), node.names.get("optional-catch-all")
    if step.kind == "optional-catch-all" and rest is not None:
        return (
            "You cannot use both an required and optional catch-all route at the same level "
            f'("[...{rest}]" and "{step}" ).',
            node.children["[...]"].first,
        )
    if step.kind == "catch-all" and optional is not None:
        return (
            "You cannot use both an optional and required catch-all route at the same level "
            f'("[[...{optional}]]" and "{step}").',
            node.children["[[...]]"].first,
        )
    before = node.names.get(step.kind)
    if before is not None and before != name:
        return (
            f"You cannot use different slug names for the same dynamic path ('{before}' !== '{name}').",
            node.children[_key(step)].first,
        )
    for slug in slugs:
        if slug == name:
            return f'You cannot have the same slug name "{name}" repeat within a single dynamic path', ""
        if _words(slug) == _words(str(step)):
            return (
                f'You cannot have the slug names "{slug}" and "{name}" differ only by non-word symbols within a single '
                "dynamic path",
                "",
            )
    return None


def _beside_optional(node: _Node, prefix: str) -> Iterator[Problem]:
    name = node.names.get("optional-catch-all")
    if name is not None and node.path is not None:
        url = prefix if prefix == "/" else prefix[:-1]
        yield Problem(
            "You cannot define a route with the same specificity as a optional catch-all route "
            f'("{url}" and "{url}[[...{name}]]").',
            (node.path, node.children["[[...]]"].first),
        )
    for key, below in node.children.items():
        kinds: dict[str, SegmentKind] = {"[]": "dynamic", "[...]": "catch-all", "[[...]]": "optional-catch-all"}
        kind = kinds.get(key)
        shown = str(Segment(kind, node.names.get(kind, ""))) if kind is not None else key
        yield from _beside_optional(below, f"{prefix}{shown}/")


def _key(step: Segment) -> str:
    """What parameters of one kind share, whatever their names."""
    return step.name if step.kind == "static" else str(Segment(step.kind, ""))
