"""A URL as a caller writes it: its segments and its query, each in known texts and expressions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.routes import Route

_MOST = 8
"""URLs that one request may choose between."""
Piece: TypeAlias = "c.Expression | str"
ID_NAME = re.compile(r"(?:.*_)?(?:id|slug|key|uuid|cuid|token)|\w*(?:Id|ID|Slug|Key|Uuid|Token)")


@dataclass(frozen=True)
class Written:
    """``/api/users/${id}?tab=${tab}``: the origin and the base path are taken off."""

    segments: tuple[tuple[Piece, ...], ...]
    query: tuple[Piece, ...]


def written(module: Module, url: c.Expression, route: Route) -> Written:
    """A URL taken apart at its slashes and its question mark."""
    return taken_apart(flat(module, url), route)


def taken_apart(pieces: list[Piece], route: Route) -> Written:
    """The same for its pieces."""
    parts = _joined(pieces)
    if parts and not isinstance(parts[0], str):
        parts = parts[1:]  # `${BASE_URL}/api/x`: the index knows that the origin is the app's own
    segments: list[list[Piece]] = [[]]
    query: list[Piece] = []
    in_query = False
    for part in parts:
        if in_query:
            query.append(part)
        elif not isinstance(part, str):
            segments[-1].append(part)
        else:
            path, mark, rest = part.partition("?")
            first, *others = path.split("/")
            if first:
                segments[-1].append(first)
            for each in others:
                segments.append([each] if each else [])
            in_query = bool(mark)
            if rest:
                query.append(rest)
    given = [tuple(segment) for segment in segments if segment]
    base = [each for each in route.base_path.split("/") if each]
    if [segment[0] for segment in given[: len(base)]] == base:
        given = given[len(base) :]
    if given and isinstance(given[0][0], str) and given[0][0].startswith("http"):
        given = given[2:]
    return Written(tuple(given), tuple(query))


def flat(module: Module, url: c.Expression) -> list[Piece]:
    """The pieces of a template or a sum, constants put in."""
    bare = c.bare(url)
    match bare:
        case c.String(value=value):
            return [value]
        case c.Template(strings=strings, values=values):
            parts: list[Piece] = [strings[0]] if strings[0] else []
            for value, string in zip(values, strings[1:], strict=True):
                inner = c.bare(value)
                parts += flat(module, inner) if isinstance(inner, (c.String, c.Template, c.Name)) else [value]
                if string:
                    parts.append(string)
            return parts
        case c.Binary(operator="+", left=left, right=right):
            return [*flat(module, left), *flat(module, right)]
        case c.Call(arguments=(c.Object() as given,)) if c.last_name(bare.callee) == "stringifyUrl":
            return _stringified(module, given) or [bare]
        case c.Name():
            known = literal(module, bare)
            return [known] if known is not None and "/" in known else [bare]
        case _:
            return [bare]


def choices(module: Module, url: c.Expression, depth: int = 6) -> list[list[Piece]]:
    """The pieces of each URL that an expression can be: conditions and assignments followed."""
    found: list[list[Piece]] = [[]]
    for piece in flat(module, url):
        ways: list[list[Piece]] = [[piece]]
        if depth and not isinstance(piece, str) and (values := _values(module, piece)):
            ways = [way for value in values for way in choices(module, value, depth - 1)]
        found = [[*before, *way] for before in found for way in ways]
        if len(found) > _MOST:
            return [flat(module, url)]
    return found


def _values(module: Module, piece: c.Expression) -> tuple[c.Expression, ...]:
    """What ``id ? a : b`` and a name that was given several things can be; empty where there is no choice."""
    bare = c.bare(piece)
    match bare:
        case c.Conditional(then=then, otherwise=otherwise):
            return (then, otherwise)
        case c.Name():
            binding = module.scopes.binding(bare)
            if binding is None or binding.kind not in ("const", "let") or binding.pattern is not None:
                return ()
            values = [] if binding.value is None or is_nothing(binding.value) else [binding.value]
            for write in binding.writes:
                if not isinstance(write, c.Assign) or write.operator != "=" or not isinstance(write.target, c.Name):
                    return ()
                if any(write.value.span.contains(each.span) for each in binding.references):
                    return ()
                values.append(write.value)
            is_choice = len(values) > 1 or any(isinstance(c.bare(each), (c.Conditional, c.Template)) for each in values)
            return tuple(values) if is_choice else ()
        case _:
            return ()


def is_nothing(value: c.Expression) -> bool:
    """``let url = ''``"""
    bare = c.bare(value)
    return isinstance(bare, c.Constant) or (isinstance(bare, c.String) and not bare.value)


def _stringified(module: Module, given: c.Object) -> list[Piece]:
    """``qs.stringifyUrl({ url: '/api/users', query: { page } })`` of query-string; empty where that can't be told."""
    url, query = given.get("url"), given.get("query")
    asked = c.bare(query) if query is not None else None
    members = asked.members if isinstance(asked, c.Object) else ()
    if url is None or (query is not None and not members):
        return []
    pieces = flat(module, url)
    for number, member in enumerate(members):
        if not isinstance(member, c.Property) or member.key is None:
            return []
        pieces += [f"{'&' if number else '?'}{member.key}=", member.value]
    return pieces


def is_left_out(module: Module, value: c.Expression) -> bool:
    """Whether a value of a query is left out when it is none: query-string does that."""
    member = module.parents.get(id(value))
    query = module.parents.get(id(member)) if isinstance(member, c.Property) else None
    outer = module.parents.get(id(query)) if query is not None else None
    whole = module.parents.get(id(outer)) if isinstance(outer, c.Property) and outer.key == "query" else None
    call = module.parents.get(id(whole)) if whole is not None else None
    return isinstance(call, c.Call) and c.last_name(call.callee) == "stringifyUrl"


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Texts that stand side by side as one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return found


TextsAt: TypeAlias = Callable[[c.Expression], "tuple[str, ...] | None"]
"""The few texts that an expression can have, where they are known."""


def fits(given: Written, route: Route, texts_at: TextsAt) -> bool | None:
    """Whether a URL means a route and no other; None when that can't be told.

    In ``/api/links/${link.id}`` the id is no static folder beside ``[id]``, though the text could be one.
    """
    if any(segment.kind not in ("static", "dynamic") for segment in route.segments):
        return None
    if len(given.segments) != len(route.segments):
        names = [segment.name for segment in route.segments if segment.kind == "dynamic"]
        holes = [each for each in given.segments if not all(isinstance(piece, str) for piece in each)]
        is_plain = all(len(each) == 1 and _is_step(each[0], names, texts_at) for each in holes)
        return False if is_plain else None
    is_sure = True
    for pieces, segment in zip(given.segments, route.segments, strict=True):
        if all(isinstance(piece, str) for piece in pieces):
            if segment.kind == "static" and "".join(map(str, pieces)) != segment.name:
                return False
            continue
        piece = pieces[0]
        if len(pieces) == 1 and _is_id(piece, segment.name):
            if segment.kind == "static":
                return False
            continue
        known = texts_at(piece) if len(pieces) == 1 and not isinstance(piece, str) else None
        if segment.kind == "static" and known is not None and segment.name not in known:
            return False
        is_sure = False
    return True if is_sure else None


def _is_step(piece: Piece, names: list[str], texts_at: TextsAt) -> bool:
    """Whether what stands between two slashes is surely no more than one step."""
    if isinstance(piece, str) or any(_is_id(piece, name) for name in ("", *names)):
        return True
    known = texts_at(piece)
    return known is not None and not any("/" in text for text in known)


def _is_id(piece: Piece, parameter: str) -> bool:
    """Whether an expression is surely no word that the code chooses: ``link.id``, ``teamId``, ``params.slug``."""
    if isinstance(piece, str):
        return False
    bare = c.bare(piece)
    if isinstance(bare, c.Call) and c.dotted(bare.callee) in ("encodeURIComponent", "String") and bare.arguments:
        first = bare.arguments[0]
        return not isinstance(first, c.Spread) and _is_id(first, parameter)
    if isinstance(bare, c.Call) and isinstance(bare.callee, c.Member) and bare.callee.name == "toString":
        return _is_id(bare.callee.object, parameter)
    name = bare.name if isinstance(bare, (c.Name, c.Member)) else ""
    return bool(name) and (ID_NAME.fullmatch(name) is not None or name == parameter)


def const_value(module: Module, expression: c.Expression) -> c.Expression:
    """What a constant was given, else the expression itself."""
    bare = c.bare(expression)
    if not isinstance(bare, c.Name):
        return bare
    binding = module.scopes.binding(bare)
    if binding is None or binding.kind not in ("const", "let") or binding.writes or binding.pattern is not None:
        return bare
    return const_value(module, binding.value) if binding.value is not None else bare
