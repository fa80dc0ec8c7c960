"""Which URL a file answers, and which files answer a URL: both routers of Next.js, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, TypeAlias
from urllib.parse import unquote

from turnout.project.config import Forward
from turnout.project.discover import App, Router
from turnout.project.paths import folder_of
from turnout.project.roles import Role, role_of, router_of, without_extension

SegmentKind: TypeAlias = Literal["static", "dynamic", "catch-all", "optional-catch-all"]
RouteKind: TypeAlias = Literal["route-handler", "api-route", "page", "pages-page", "metadata"]


@dataclass(frozen=True)
class Segment:
    """One step of a URL pattern. ``name`` is the text of a static one, else the parameter's."""

    kind: SegmentKind
    name: str

    def __str__(self) -> str:
        match self.kind:
            case "static":
                return self.name
            case "dynamic":
                return f"[{self.name}]"
            case "catch-all":
                return f"[...{self.name}]"
            case "optional-catch-all":
                return f"[[...{self.name}]]"


@dataclass(frozen=True)
class Route:
    """What one file answers. ``app`` is the root of its app, ``path`` the file.

    A page that intercepts (``(.)photo``) has the pattern of what it intercepts, but no URL leads to it by itself.
    """

    app: str
    path: str
    kind: RouteKind
    segments: tuple[Segment, ...]
    base_path: str = ""
    is_intercepting: bool = False
    slot: str | None = None
    """The innermost parallel slot that the file lies in, ``@modal``."""

    @cached_property
    def pattern(self) -> str:
        """The URL pattern as Next.js writes it, without the basePath: ``/api/users/[id]``."""
        return "/" + "/".join(str(segment) for segment in self.segments)

    @property
    def url(self) -> str:
        """The pattern with the basePath."""
        return self.base_path if self.base_path and self.pattern == "/" else f"{self.base_path}{self.pattern}"

    @cached_property
    def params(self) -> tuple[str, ...]:
        return tuple(segment.name for segment in self.segments if segment.kind != "static")

    @property
    def is_endpoint(self) -> bool:
        return self.kind in ("route-handler", "api-route")

    @property
    def router(self) -> Router:
        return "pages" if self.kind in ("api-route", "pages-page") else "app"


def route_of(app: App, path: str) -> Route | None:
    """The route that a file makes; None for files that answer no URL."""
    role = role_of(app, path)
    if role not in _KINDS:
        return None
    if router_of(role) == "app" and app.app_dir is not None:
        return _app_route(app, path, path[len(app.app_dir) + 1 :], role)
    if app.pages_dir is not None:
        return _pages_route(app, path, path[len(app.pages_dir) + 1 :], role)
    return None


_KINDS: Final = ("route-handler", "api-route", "page", "pages-page", "metadata")
_MARKERS: Final = ("(..)(..)", "(.)", "(..)", "(...)")
"""In the order of INTERCEPTION_ROUTE_MARKERS in next/dist/shared/lib/router/utils/interception-routes.js."""
_METADATA_NAMES: Final = {"robots": "robots.txt", "manifest": "manifest.webmanifest", "sitemap": "sitemap.xml"}


def _app_route(app: App, path: str, inside: str, role: Role) -> Route:
    """As ``normalizeAppPath`` in next/dist/shared/lib/router/utils/app-paths.js, and interception on top."""
    names: list[str] = []
    is_intercepting = False
    slot: str | None = None
    for name in folder_of(inside).split("/"):
        marker = next((marker for marker in _MARKERS if name.startswith(marker) and name != marker), None)
        if marker is not None:
            is_intercepting = True
            levels = {"(.)": 0, "(..)": 1, "(..)(..)": 2}.get(marker, len(names))
            names = names[: max(len(names) - levels, 0)]
            name = name[len(marker) :]
        elif name.startswith("(") and name.endswith(")"):
            continue
        elif name.startswith("@"):
            slot = name
            continue
        if name:
            names.append(name.replace("%5F", "_"))
    if role == "metadata":
        stem = without_extension(inside, app.config.page_extensions) or inside
        stem = stem.rpartition("/")[2]
        names.append(_METADATA_NAMES.get(stem, stem))
    return Route(
        app.root,
        path,
        role if role in ("route-handler", "metadata") else "page",
        tuple(parse_segment(name) for name in names),
        app.config.base_path,
        is_intercepting,
        slot,
    )


def _pages_route(app: App, path: str, inside: str, role: Role) -> Route:
    """As ``getPageFromPath`` in next/dist/build/route-discovery.js: one ``/index`` at the end goes."""
    stem = without_extension(inside, app.config.page_extensions) or inside
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return Route(
        app.root,
        path,
        "api-route" if role == "api-route" else "pages-page",
        tuple(parse_segment(name) for name in stem.split("/") if name),
        app.config.base_path,
    )


def parse_segment(name: str) -> Segment:
    """A folder's or file's name as a step of a URL."""
    if name.startswith("[[...") and name.endswith("]]"):
        return Segment("optional-catch-all", name[5:-2])
    if name.startswith("[...") and name.endswith("]"):
        return Segment("catch-all", name[4:-1])
    if name.startswith("[") and name.endswith("]"):
        return Segment("dynamic", name[1:-1])
    return Segment("static", name)


def parse_pattern(pattern: str) -> tuple[Segment, ...]:
    """``/api/users/[id]`` as segments."""
    return tuple(parse_segment(name) for name in pattern.split("/") if name)


# ------------------------------------------------------------------- matching

HOLE: Final = None
"""In a URL: text that nobody knows. Any part of a URL that isn't a ``str`` counts as one."""

_Piece: TypeAlias = tuple["str | None", ...]
"""What stands between two slashes: known text and holes."""
_RANK: Final = {"static": 0, "dynamic": 1, "catch-all": 2, "optional-catch-all": 3}


@dataclass(frozen=True)
class _Reading:
    """One way to read a URL with holes; an open one may go on with any segments."""

    pieces: tuple[_Piece, ...]
    is_open: bool = False
    ends_static: bool = False
    """Whether only routes count whose last step is the very text."""


@dataclass
class _Node:
    """The routes below one step of the tree of all patterns."""

    static: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    dynamic: _Node | None = None
    here: list[Route] = field(default_factory=list[Route])
    catch_all: list[Route] = field(default_factory=list[Route])
    optional: list[Route] = field(default_factory=list[Route])


@dataclass(frozen=True)
class _Found:
    """``order``: Next.js's, one rank a step (sorted-routes.js). ``is_certain``: whatever the holes hold."""

    order: tuple[int, ...]
    is_certain: bool
    routes: tuple[Route, ...]


class RouteTable:
    """All routes of one app."""

    def __init__(self, routes: Iterable[Route], app: App) -> None:
        self.app = app
        self.routes = tuple(sorted(routes, key=lambda route: route.path))
        self._base = tuple((name,) for name in app.config.base_path.split("/") if name)
        self._root = _Node()
        for route in self.routes:
            if not route.is_intercepting:
                self._add(route)
        self._forwards = tuple(_Forwarding.of(each) for each in (*app.config.rewrites, *app.config.redirects))

    @cached_property
    def by_path(self) -> dict[str, Route]:
        return {route.path: route for route in self.routes}

    def match(self, parts: Sequence[object]) -> tuple[Route, ...]:
        """The routes that a URL can lead to, the likeliest first.

        ``parts`` are known text and holes: ``/api/users/${id}`` is ``("/api/users/", HOLE)``. The text begins with
        ``/``: what comes before the path is the caller's to strip. The basePath may be there or not; query, hash
        and a slash at the end are ignored. A URL without holes gives what Next.js would choose (several routes only
        when they conflict). A hole may stand for a part of a step or a step; one at the end also for a query
        string or several steps, when nothing simpler fits. Rewrites and redirects of next.config are followed.
        """
        return self._match(parts, depth=3)

    def may_lead_away(self, parts: Sequence[object]) -> bool:
        """Whether next.config can send a URL somewhere that ``match`` doesn't know: another origin, a condition."""
        if not (self.app.config.is_known("rewrites") and self.app.config.is_known("redirects")):
            return True
        inside = self._without_base(_pieces(parts)[0])
        away = (each for each in self._forwards if each.is_conditional or each.is_external)
        return any(each.fits(inside) is not None for each in away)

    def has_below(self, parts: Sequence[object]) -> bool:
        """Whether routes begin with a URL, as ``/api/trpc/[procedure]`` does with ``/api/trpc``."""
        inside = self._without_base(_pieces(parts)[0])
        return bool(self._read((_Reading(inside, is_open=True),)))

    def _match(self, parts: Sequence[object], depth: int) -> tuple[Route, ...]:
        if not parts or not (isinstance(parts[0], str) and parts[0].startswith("/")):
            return ()
        pieces, has_tail = _pieces(parts)
        inside = self._without_base(pieces)
        if forwarded := self._forwarded(inside, ("before",), depth):
            return forwarded
        for way in dict.fromkeys((inside, pieces)):
            for readings in _readings(way, has_tail):
                if found := self._read(readings):
                    return found
        if inside and inside[0] in {(locale,) for locale in self.app.config.locales}:
            found = self._match(("/", *_joined(inside[1:])), 0)
            if found and found[0].kind == "pages-page":
                return found
        return self._forwarded(inside, ("after", "fallback"), depth)

    def _without_base(self, pieces: tuple[_Piece, ...]) -> tuple[_Piece, ...]:
        count = len(self._base)
        return pieces[count:] if count and pieces[:count] == self._base else pieces

    def _forwarded(self, pieces: tuple[_Piece, ...], stages: tuple[str, ...], depth: int) -> tuple[Route, ...]:
        if depth <= 0:
            return ()
        for forward in self._forwards:
            if forward.stage in stages and not forward.is_external:
                destination = forward.fits(pieces)
                if destination is not None and (found := self._match(destination, depth - 1)):
                    return found
        return ()

    def _add(self, route: Route) -> None:
        node = self._root
        for segment in route.segments:
            match segment.kind:
                case "static":
                    node = node.static.setdefault(segment.name, _Node())
                case "dynamic":
                    node.dynamic = node = node.dynamic or _Node()
                case "catch-all":
                    node.catch_all.append(route)
                    return
                case "optional-catch-all":
                    node.optional.append(route)
                    return
        node.here.append(route)

    def _read(self, readings: Sequence[_Reading]) -> tuple[Route, ...]:
        found = [each for reading in readings for each in _walk(self._root, reading, 0, (), True)]
        found.sort(key=lambda each: each.order)
        likely: list[Route] = []
        special: list[Route] = []
        for each in found:
            if each.is_certain:
                likely += each.routes
                break  # Whatever the holes hold, Next.js goes no further.
            special += each.routes
        return tuple(dict.fromkeys((*likely, *special)))

    # ------------------------------------------------------------- conflicts

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Files that answer the same URL where Next.js wants one."""
        at: dict[str, list[Route]] = {}
        for route in self.routes:
            if not route.is_intercepting and route.kind != "metadata":
                at.setdefault(route.pattern, []).append(route)
        return tuple(conflict for pattern, routes in at.items() for conflict in _conflicts(pattern, routes))


ConflictKind: TypeAlias = Literal["page-and-route", "two-route-handlers", "app-and-pages", "duplicate-page"]


@dataclass(frozen=True)
class Conflict:
    """Files at one URL.

    ``page-and-route``: ``Conflicting route and page at /x``. ``two-route-handlers``: through route groups, refused by
    Turbopack only. ``app-and-pages``: ``App Router and Pages Router both match path``. ``duplicate-page``:
    ``Duplicate page detected``, a warning of next dev; the Pages Router takes the first.
    """

    kind: ConflictKind
    url: str
    paths: tuple[str, ...]


def _conflicts(url: str, routes: list[Route]) -> Iterator[Conflict]:
    if len(routes) < 2:
        return
    handlers = [route.path for route in routes if route.kind == "route-handler"]
    app_pages = [route.path for route in routes if route.kind == "page" and route.slot is None]
    pages = [route.path for route in routes if route.router == "pages"]
    if handlers and app_pages:
        yield Conflict("page-and-route", url, (*handlers, *app_pages))
    # route.ts beside route.js in one folder is accepted.
    if len({folder_of(path) for path in handlers}) > 1:
        yield Conflict("two-route-handlers", url, tuple(handlers))
    if (handlers or app_pages) and pages:
        yield Conflict("app-and-pages", url, (*handlers, *app_pages, *pages))
    if len(pages) > 1:
        yield Conflict("duplicate-page", url, tuple(pages))


# ------------------------------------------------------------ reading of URLs


def _pieces(parts: Sequence[object]) -> tuple[tuple[_Piece, ...], bool]:
    """The path of a URL between its slashes, and whether it ends in a hole."""
    pieces: list[list[str | None]] = [[]]
    ends_in_hole = False
    for part in parts:
        if not isinstance(part, str):
            if pieces[-1][-1:] != [HOLE]:
                pieces[-1].append(HOLE)
            ends_in_hole = True
            continue
        path = re.split(r"[?#]", part, maxsplit=1)[0]
        first, *rest = path.split("/")
        if first:
            _append(pieces[-1], unquote(first))
        for name in rest:
            pieces.append([unquote(name)] if name else [])
        if path != part:
            ends_in_hole = False
            break
        ends_in_hole = ends_in_hole and not part
    return tuple(tuple(piece) for piece in pieces if piece), ends_in_hole


def _append(piece: list[str | None], text: str) -> None:
    if piece and (before := piece[-1]) is not None:
        piece[-1] = before + text
    else:
        piece.append(text)


def _joined(pieces: Iterable[_Piece]) -> Iterator[str | None]:
    for index, piece in enumerate(pieces):
        if index:
            yield "/"
        yield from piece


def _readings(pieces: tuple[_Piece, ...], has_tail: bool) -> Iterator[tuple[_Reading, ...]]:
    """The ways to read a URL, the natural ones first."""
    if not has_tail or not pieces:
        yield (_Reading(pieces),)
        return
    *before, last = pieces
    if len(last) == 1:  # `/api/users/${id}`; else the hole holds nothing, a query string, or several steps
        yield (_Reading(pieces),)
        yield (_Reading(tuple(before)), _Reading(pieces, is_open=True))
        return
    # `/api/users${query}`; else `/api/file-${name}`; else `/api/users${path}`
    shorter = (*before, last[:-1])
    yield (_Reading(shorter, ends_static=True),)
    yield (_Reading(pieces),)
    yield (_Reading(shorter, is_open=True),)


def _walk(node: _Node, reading: _Reading, at: int, order: tuple[int, ...], is_certain: bool) -> Iterator[_Found]:
    if at == len(reading.pieces):
        yield from _ends(node, reading, order, is_certain)
        return
    piece = reading.pieces[at]
    text = piece[0] if len(piece) == 1 else None
    is_last = at + 1 == len(reading.pieces)
    if text is not None:
        if text in node.static:
            yield from _walk(node.static[text], reading, at + 1, (*order, 0), is_certain)
    else:
        for name, below in node.static.items():
            if _may_be(piece, name):
                yield from _walk(below, reading, at + 1, (*order, 0), False)
    if reading.ends_static and is_last:
        return
    if node.dynamic is not None:
        yield from _walk(node.dynamic, reading, at + 1, (*order, 1), is_certain)
    for rank, routes in ((2, node.catch_all), (3, node.optional)):
        if routes:
            yield _Found((*order, rank), is_certain, tuple(routes))


def _ends(node: _Node, reading: _Reading, order: tuple[int, ...], is_certain: bool) -> Iterator[_Found]:
    if node.here:
        yield _Found(order, is_certain and not reading.is_open, tuple(node.here))
    if node.optional:
        yield _Found((*order, 3), is_certain and not reading.is_open, tuple(node.optional))
    if reading.is_open:
        for rank, below in ((0, node.static.values()), (1, (node.dynamic,) if node.dynamic else ())):
            for each in below:
                yield from _ends(each, reading, (*order, rank), False)
        if node.catch_all:
            yield _Found((*order, 2), False, tuple(node.catch_all))


def _may_be(piece: _Piece, name: str) -> bool:
    """Whether known text and holes can make up a name."""
    if piece == (HOLE,):
        return True
    return re.fullmatch("".join(".*" if text is None else re.escape(text) for text in piece), name) is not None


# ---------------------------------------------------- rewrites and redirects

_PARAMETER = re.compile(r":(\w+)(\((?:[^()\\]|\\.)*\))?([*+?]?)|(\((?:[^()\\]|\\.)*\))")
"""``:id``, ``:id([0-9]+)``, ``:path*``, ``(.*)``"""
_IN_DESTINATION = re.compile(r":(\w+)[*+?]?|\$(\d+)")


@dataclass(frozen=True)
class _Step:
    """One step of a source: what it takes, and for several steps under which name."""

    pattern: re.Pattern[str]
    text: str
    several: str | None = None
    least: int = 0


@dataclass(frozen=True)
class _Forwarding:
    """A rewrite or redirect, ready to be tried: ``/old/:id``, ``/:lang(en|de)/:path*``."""

    steps: tuple[_Step, ...]
    destination: str
    stage: str
    is_conditional: bool

    @staticmethod
    def of(forward: Forward) -> _Forwarding:
        steps = tuple(_steps(forward.source))
        return _Forwarding(steps, forward.destination, forward.stage, forward.is_conditional)

    @property
    def is_external(self) -> bool:
        return not self.destination.startswith("/")

    def fits(self, pieces: tuple[_Piece, ...]) -> tuple[str | None, ...] | None:
        """Where a URL goes, when its path fits: the parts of the new URL."""
        taken: dict[str, tuple[_Piece, ...]] = {}
        at = 0
        for step in self.steps:
            if step.several is not None:
                if len(pieces) - at < step.least:
                    return None
                taken[step.several] = pieces[at:]
                at = len(pieces)
                continue
            if at == len(pieces):
                return None
            piece, at = pieces[at], at + 1
            names = step.pattern.groupindex
            text = piece[0] if len(piece) == 1 else None
            if text is not None:
                match = step.pattern.fullmatch(text)
                if match is None:
                    return None
                taken |= {name: ((match[name],),) for name in names}
            elif names or _may_be(piece, step.text):
                taken |= dict.fromkeys(names, (piece,))
            else:
                return None
        return tuple(self._filled(taken)) if at == len(pieces) else None

    def _filled(self, taken: dict[str, tuple[_Piece, ...]]) -> Iterator[str | None]:
        at = 0
        path = re.split(r"[?#]", self.destination, maxsplit=1)[0]
        for match in _IN_DESTINATION.finditer(path):
            yield path[at : match.start()]
            name = match[1] or f"_{match[2]}"
            yield from _joined(taken.get(name, ((HOLE,),)))
            at = match.end()
        yield path[at:]


def _steps(source: str) -> Iterator[_Step]:
    unnamed = 0
    for name in (name for name in re.split(r"/(?![^()]*\))", source) if name):
        whole = _PARAMETER.fullmatch(name)
        if whole is not None and (whole[3] or (whole[4] or whole[2]) in ("(.*)", "(.+)")):
            unnamed += whole[4] is not None
            is_least = whole[3] == "+" or (whole[4] or whole[2]) == "(.+)"
            yield _Step(_ANYTHING, name, whole[1] or f"_{unnamed}", 1 if is_least else 0)
            continue
        written, at = "", 0
        for match in _PARAMETER.finditer(name):
            unnamed += match[4] is not None
            written += re.escape(name[at : match.start()])
            written += f"(?P<{match[1] or f'_{unnamed}'}>{(match[2] or match[4] or '([^/]+)')[1:-1]})"
            at = match.end()
        written += re.escape(unquote(name[at:]))
        try:
            yield _Step(re.compile(written), unquote(name))
        except re.error:  # JavaScript's regular expressions are not quite Python's.
            yield _Step(_ANYTHING, name)


_ANYTHING = re.compile(r".*")
