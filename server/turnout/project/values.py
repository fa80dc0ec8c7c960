"""Values of an expression that is run on paper: JavaScript's own where they are known, else what is known of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module


class Meaning:
    """A value that is none of JavaScript's own."""


@dataclass(frozen=True)
class Thing(Meaning):
    """What is used by its name."""

    name: Literal["request", "url", "href", "next"]
    """The request, its ``nextUrl``, its ``url``, and what lets it through: ``NextResponse.next()``."""


@dataclass(frozen=True)
class Unknown(Meaning):
    """Anything; ``truth`` where a condition around has settled that much."""

    truth: bool | None = None


@dataclass(frozen=True)
class Path(Meaning):
    """The path of a URL with segments: known pieces, and None for each that nobody knows."""

    parts: tuple[str | None, ...]

    def starts_with(self, text: str) -> bool | None:
        first = self.parts[0] or ""
        if first.startswith(text):
            return True
        return None if text.startswith(first) else False

    def ends_with(self, text: str) -> bool | None:
        last = self.parts[-1] or ""
        if last.endswith(text):
            return True
        return None if text.endswith(last) else False

    def includes(self, text: str) -> bool | None:
        return True if any(part is not None and text in part for part in self.parts) else None

    def equals(self, text: str) -> bool | None:
        pattern = "".join("[^/]+" if part is None else re.escape(part) for part in self.parts)
        return None if re.fullmatch(pattern, text) else False


@dataclass(frozen=True)
class Either(Meaning):
    """One of some values."""

    values: tuple[Value, ...]


@dataclass(frozen=True)
class Made(Meaning):
    """A function, with what is known where it stands."""

    module: Module
    function: c.Function
    known: Mapping[int, Value] = field(compare=False, hash=False)


@dataclass(frozen=True)
class Matcher(Meaning):
    """Clerk's ``createRouteMatcher([…])``: whether the path of a request is one of some."""

    patterns: tuple[str, ...]


Value: TypeAlias = "str | bool | tuple[Value, ...] | dict[str, Value] | re.Pattern[str] | Meaning | None"
UNKNOWN = Unknown()
REQUEST, URL, HREF, NEXT = Thing("request"), Thing("url"), Thing("href"), Thing("next")


def path_of(url: str) -> str | Path:
    """A URL pattern as a value: ``/api/users/[id]`` has a piece that nobody knows."""
    pieces = re.split(r"\[+(?:\.\.\.)?[^\]]+\]+", url)
    if len(pieces) == 1:
        return url
    parts: list[str | None] = [pieces[0]]
    for piece in pieces[1:]:
        parts += (None, piece)
    return Path(tuple(parts))


def truth(value: Value) -> bool | None:
    """Whether a value counts as true; None where that can't be said."""
    match value:
        case bool():
            return value
        case None:
            return False
        case str():
            return bool(value)
        case Unknown(truth=known):
            return known
        case Either(values=values):
            found = {truth(each) for each in values}
            return found.pop() if len(found) == 1 else None
        case _:
            return True


def either(values: Sequence[Value]) -> Value:
    """One value of some: itself where there is but one."""
    flat: list[Value] = []
    for each in values:
        flat += each.values if isinstance(each, Either) else [each]
    first = flat[0] if flat else None
    return first if all(each == first for each in flat) else Either(tuple(flat))


def same(first: Value, second: Value) -> bool | None:
    if isinstance(first, Path) and isinstance(second, str):
        return first.equals(second)
    if isinstance(second, Path) and isinstance(first, str):
        return second.equals(first)
    if isinstance(first, (str, bool)) and isinstance(second, (str, bool)):
        return first == second
    if first is None and second is None:
        return True
    is_plain = isinstance(first, (str, bool)) or isinstance(second, (str, bool))
    return False if is_plain and (first is None or second is None) else None


def tested(pattern: re.Pattern[str], given: Value) -> Value:
    """``/^\\/api\\/admin/.test(pathname)``: with segments, only its beginning can tell."""
    if isinstance(given, str):
        return pattern.search(given) is not None
    begins = re.match(r"\^((?:[\w/-]|\\[./-])*)(?![?*{|+])", pattern.pattern)
    if not isinstance(given, Path) or begins is None or "|" in re.sub(r"\([^()]*\)", "", pattern.pattern):
        return UNKNOWN
    text = begins.group(1).replace("\\", "")
    return False if given.starts_with(text) is False else UNKNOWN


def pattern_of(text: str) -> Value:
    """``/^\\/api/i`` for Python, whose regular expressions read these the same way."""
    body, _, flags = text[1:].rpartition("/")
    try:
        return re.compile(body.replace("\\/", "/"), re.IGNORECASE if "i" in flags else 0)
    except re.error:
        return UNKNOWN


def asked_of_text(base: str | Path, name: str, first: Value) -> Value:
    if isinstance(first, re.Pattern) and name in ("match", "search"):
        if isinstance(base, Path):
            return UNKNOWN
        return Unknown(True) if first.search(base) and name == "match" else None if name == "match" else UNKNOWN
    if name in ("toString", "toLowerCase", "trim") and (isinstance(base, Path) or name != "toLowerCase"):
        return base
    if name == "toLowerCase" and isinstance(base, str):
        return base.lower()
    if not isinstance(first, str):
        return UNKNOWN
    found: bool | None = None
    if name == "startsWith":
        found = base.startswith(first) if isinstance(base, str) else base.starts_with(first)
    elif name == "endsWith":
        found = base.endswith(first) if isinstance(base, str) else base.ends_with(first)
    elif name == "includes":
        found = first in base if isinstance(base, str) else base.includes(first)
    return UNKNOWN if found is None else found
