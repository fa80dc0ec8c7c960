"""What text an expression can be: known pieces and holes, several alternatives where the code chooses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from turnout.model import code as c
from turnout.model.callees import callee_of, function_keys, returned_values
from turnout.model.module import Module
from turnout.model.scope import Binding, pattern_path


@dataclass(frozen=True, slots=True)
class Hole:
    """Text that this file does not know.

    ``origin`` holes are the front of an absolute URL (``process.env.BASE_URL``, ``location.origin``); holes with
    ``source`` are an imported constant (``name`` and ``path`` say which); holes with ``parameter`` are what the
    function with that key is given (by position and property path).
    """

    name: str = ""
    is_origin: bool = False
    source: str | None = None
    path: tuple[str, ...] = ()
    parameter: int | None = None


Part: TypeAlias = "str | Hole"
Text: TypeAlias = tuple[Part, ...]
UNKNOWN = Hole()
_MOST = 8
"""Alternatives that are followed for one expression."""
_MOST_WRITES = 4
"""Assignments up to which a name may be made of itself: each is followed through each other."""

_PLAIN_WRAPPERS = frozenset({"encodeURI", "encodeURIComponent", "String", "decodeURIComponent", "Number"})
_ORIGIN_WORDS = ("url", "host", "origin", "base", "domain", "site", "endpoint", "api", "server")


def texts(module: Module, expression: c.Expression | None, depth: int = 10) -> tuple[Text, ...]:
    """The texts that an expression can be. Empty when it is no text at all (``null``, a number, an unknown object)."""
    if expression is None or depth <= 0:
        return ()
    found: list[Text] = []
    for text in _texts(module, expression, depth):
        joined = _joined(text)
        if joined not in found:
            found.append(joined)
        if len(found) == _MOST:
            break
    return tuple(found)


def literal(module: Module, expression: c.Expression | None, depth: int = 10) -> str | None:
    """The one text that an expression must be, when it is known."""
    found = texts(module, expression, depth)
    if len(found) == 1 and len(found[0]) == 1 and isinstance(found[0][0], str):
        return found[0][0]
    return None


def literals(module: Module, expression: c.Expression | None) -> tuple[str, ...] | None:
    """All texts that an expression can be; None when one of them is not known."""
    found = texts(module, expression)
    plain = tuple(text[0] for text in found if len(text) == 1 and isinstance(text[0], str))
    return plain if found and len(plain) == len(found) else None


def known(text: Text) -> str:
    """The known pieces, with ``…`` for the holes, for messages."""
    return "".join(part if isinstance(part, str) else "…" for part in text)


def _joined(text: Iterable[Part]) -> Text:
    parts: list[Part] = []
    for part in text:
        if part == "":
            continue
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts) or ("",)


def _texts(module: Module, expression: c.Expression, depth: int) -> Iterator[Text]:
    match expression:
        case c.String(value=value):
            yield (value,)
        case c.Number(text=text):
            yield (text,)
        case c.Template(strings=strings, values=values):
            choices = [texts(module, value, depth - 1) or ((UNKNOWN,),) for value in values]
            for chosen in product(*choices):
                pieces: list[Part] = []
                for string, value in zip(strings, (*chosen, ()), strict=True):
                    pieces += (string, *value)
                yield tuple(pieces)
        case c.Binary(operator="+", left=left, right=right):
            lefts = texts(module, left, depth - 1) or ((UNKNOWN,),)
            rights = texts(module, right, depth - 1) or ((UNKNOWN,),)
            for first, second in product(lefts, rights):
                yield first + second
        case c.Binary(operator="&&", right=right):
            yield from _texts(module, right, depth - 1)
        case c.Binary(operator="||" | "??", left=left, right=right):
            yield from texts(module, left, depth - 1)
            yield from texts(module, right, depth - 1)
        case c.Conditional(then=then, otherwise=otherwise):
            yield from texts(module, then, depth - 1)
            yield from texts(module, otherwise, depth - 1)
        case c.Await(value=c.Call()):
            return  # What a request answers is no address, whatever it was given.
        case c.Cast(value=value) | c.Await(value=value):
            yield from texts(module, value, depth - 1)
        case c.Assign(value=value):
            yield from texts(module, value, depth - 1)
        case c.Sequence(items=items) if items:
            yield from texts(module, items[-1], depth - 1)
        case c.Name():
            yield from _named(module, expression, depth)
        case c.Member():
            yield from _member(module, expression, depth)
        case c.Index(object=below):
            if isinstance(below, (c.Name, c.Member)):
                yield (UNKNOWN,)
        case c.Array(items=(first, *_)) if first is not None:
            yield from texts(module, first, depth - 1)
        case c.Object():
            for key in ("url", "pathname", "path"):
                if (value := expression.get(key)) is not None:
                    yield from texts(module, value, depth - 1)
                    return
        case c.Function(is_async=False, parameters=parameters) if not parameters or depth > 8:
            for value in returned_values(expression):
                yield from texts(module, value, depth - 1)
        case c.New(callee=c.Name(name="URL"), arguments=(first, *_)):
            yield from texts(module, first, depth - 1)
        case c.Call():
            yield from _called(module, expression, depth)
        case c.TaggedTemplate():
            yield (UNKNOWN,)
        case _:
            return


def _named(module: Module, name: c.Name, depth: int) -> Iterator[Text]:
    binding = module.scopes.binding(name)
    if binding is None:
        yield (Hole(name.name, is_origin=name.name == "origin"),)
        return
    if binding.kind == "import":
        imported = module.import_of.get(binding.name)
        if imported is not None:
            yield (Hole(imported.imported, _sounds_like_origin(binding.name), imported.source.value),)
        return
    if binding.kind == "parameter":
        yield (_parameter(module, binding, name),)
        return
    if binding.pattern is not None:
        path = pattern_path(binding.pattern, binding.site)
        chosen = (
            _values_of(module, binding.value, path[0]) if binding.value is not None and path and len(path) == 1 else ()
        )
        for value in chosen:
            yield from texts(module, value, depth - 1)
        if not chosen:
            yield (_taken_apart(module, binding, depth),)
        return
    values: list[c.Expression] = [] if binding.value is None else [binding.value]
    grows = False
    for write in binding.writes:
        if isinstance(write, c.Assign) and write.operator == "=" and isinstance(write.target, c.Name):
            own = (each.span for each in binding.references)
            if len(binding.writes) > _MOST_WRITES and any(write.value.span.contains(each) for each in own):
                # text = text.replace(…), a hundred times: no way through that would end
                yield (UNKNOWN,)
                return
            values.append(write.value)
        else:
            grows = True
    found = False
    for value in values:
        for text in texts(module, value, depth - 1):
            found = True
            yield (*text, UNKNOWN) if grows else text
    if not found and binding.value is not None and not isinstance(c.bare(binding.value), (c.Constant, c.Function)):
        yield (Hole(name.name, _sounds_like_origin(name.name)),)


def _parameter(module: Module, binding: Binding, name: c.Name) -> Hole:
    key = function_keys(module).get(id(binding.function))
    if key is None or binding.index < 0:
        return Hole(name.name, _sounds_like_origin(name.name))
    path = pattern_path(binding.pattern, binding.site) if binding.pattern is not None else ()
    return Hole(key, path=path, parameter=binding.index) if path is not None else UNKNOWN


def _taken_apart(module: Module, binding: Binding, depth: int) -> Part:
    """``const { url } = options`` where ``options`` is a parameter."""
    if binding.pattern is None or binding.value is None:
        return UNKNOWN
    path = pattern_path(binding.pattern, binding.site)
    for text in texts(module, binding.value, depth - 1):
        match text:
            case (Hole(parameter=int() as index, name=key, path=above),) if path is not None:
                return Hole(key, path=above + path, parameter=index)
            case (Hole(source=str() as source, name=name, path=above),) if path is not None:
                return Hole(name, source=source, path=above + path)
            case _:
                pass
    return UNKNOWN


def _member(module: Module, member: c.Member, depth: int) -> Iterator[Text]:
    if isinstance(member.object, c.This) and (value := field_value(module, member)) is not None:
        yield from _texts(module, value, depth - 1)
        return
    path = c.dotted(member)
    if path is not None and path.startswith(("process.env.", "env.")):
        yield (Hole(path, _sounds_like_origin(member.name)),)
        return
    if member.name in ("origin", "host"):
        yield (UNKNOWN if _is_of_another(module, member) else Hole(path or member.name, is_origin=True),)
        return
    if member.name in ("href", "pathname") and not isinstance(member.object, (c.Name, c.Member)):
        yield from texts(module, member.object, depth - 1)
        return
    below = c.bare(member.object)
    if isinstance(below, c.Name):
        binding = module.scopes.binding(below)
        if binding is not None and binding.kind == "import":
            imported = module.import_of.get(below.name)
            if imported is not None:
                yield (
                    Hole(
                        imported.imported,
                        _sounds_like_origin(member.name),
                        imported.source.value,
                        (member.name,),
                    ),
                )
                return
        if binding is not None and binding.pattern is None and not binding.writes:
            value = c.bare(binding.value) if binding.value is not None else None
            chosen = _values_of(module, value, member.name) if value is not None else ()
            if chosen:
                for inner in chosen:
                    yield from texts(module, inner, depth - 1)
                return
            if member.name in ("href", "pathname") and isinstance(value, c.New):
                yield from texts(module, value, depth - 1)
                return
            if binding.kind == "parameter":
                hole = _parameter(module, binding, below)
                if hole.parameter is not None:
                    yield (Hole(hole.name, path=(*hole.path, member.name), parameter=hole.parameter),)
                    return
    elif isinstance(below, c.Member):
        for text in texts(module, below, depth - 1):
            match text:
                case (Hole(source=str() as source, name=name, path=above),):
                    yield (Hole(name, source=source, path=(*above, member.name)),)
                    return
                case (Hole(parameter=int() as index, name=name, path=above),):
                    yield (Hole(name, path=(*above, member.name), parameter=index),)
                    return
                case _:
                    pass
        value = _object_at(module, below)
        if value is not None and (inner := value.get(member.name)) is not None:
            yield from texts(module, inner, depth - 1)
            return
    yield (Hole(path or member.name, _sounds_like_origin(member.name)),)


def _is_of_another(module: Module, member: c.Member) -> bool:
    """``new URL(dsn).host``, where nothing says that the URL that is given is this app's."""
    whole = c.bare(member.object)
    if isinstance(whole, c.Name):
        binding = module.scopes.binding(whole)
        value = binding.value if binding is not None and binding.pattern is None and not binding.writes else None
        whole = c.bare(value) if value is not None and binding is not None and binding.kind != "parameter" else whole
    if not isinstance(whole, c.New) or c.dotted(whole.callee) != "URL" or len(whole.arguments) != 1:
        return False
    given = c.bare(whole.arguments[0])
    binding = module.scopes.binding(given) if isinstance(given, c.Name) else None
    return binding is not None and binding.kind == "parameter" and not _sounds_like_origin(binding.name)


def field_value(module: Module, member: c.Member) -> c.Expression | None:
    """What ``base = '/api'`` gives a field of the class around, which nothing writes later."""
    around = next((above for above in module.ancestors(member) if isinstance(above, c.Class)), None)
    if around is None:
        return None
    for each in around.members:
        if each.key == member.name and each.form == "field" and isinstance(each.value, (c.String, c.Template)):
            is_written = any(
                isinstance(code, c.Assign) and isinstance(code.target, c.Member) and code.target.name == member.name
                for code in c.walk(around)
            )
            return None if is_written else each.value
    return None


def _values_of(module: Module, whole: c.Expression, key: str) -> tuple[c.Expression, ...]:
    """What a key of an object can be that a condition chooses or ``useMemo`` makes; empty where one can't be seen."""
    found = [each.get(key) for each in _objects(module, whole)]
    return tuple(each for each in found if each is not None) if None not in found else ()


def _objects(module: Module, whole: c.Expression) -> tuple[c.Object, ...]:
    bare = c.bare(whole)
    match bare:
        case c.Object():
            return (bare,)
        case c.Conditional(then=then, otherwise=otherwise):
            values: tuple[c.Expression, ...] = (then, otherwise)
        case c.Call(callee=callee, arguments=(c.Function() as made, *_)) if c.last_name(callee) == "useMemo":
            values = tuple(returned_values(made))
        case _:
            return ()
    inner = [_objects(module, each) for each in values]
    return tuple(each for objects in inner for each in objects) if () not in inner else ()


def _object_at(module: Module, expression: c.Expression) -> c.Object | None:
    """The object literal that ``API.users`` means, for nested constants."""
    match c.bare(expression):
        case c.Object() as found:
            return found
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is None or binding.pattern is not None or binding.value is None:
                return None
            value = c.bare(binding.value)
            return value if isinstance(value, c.Object) else None
        case c.Member(object=below, name=name):
            outer = _object_at(module, below)
            inner = outer.get(name) if outer is not None else None
            return _object_at(module, inner) if inner is not None else None
        case _:
            return None


def _called(module: Module, call: c.Call, depth: int) -> Iterator[Text]:
    name = c.last_name(call.callee)
    first = call.arguments[0] if call.arguments else None
    if name == "fetch":
        return  # A request under way is no address.
    if name == "useMemo" and isinstance(first, c.Function):
        for value in returned_values(first):
            yield from texts(module, value, depth - 1)
        return
    if name in _PLAIN_WRAPPERS:
        yield (UNKNOWN,)
        return
    if name == "stringifyUrl" and isinstance(first, c.Object):
        # query-string: qs.stringifyUrl({ url: '/api/users', query: { page } })
        for text in texts(module, first.get("url"), depth - 1):
            yield (*text, "?", UNKNOWN) if first.get("query") is not None else text
        return
    if isinstance(call.callee, c.Member):
        below = call.callee.object
        if name in ("toString", "trim", "toLowerCase", "valueOf") and not call.arguments:
            yield from texts(module, below, depth - 1)
            return
        if name == "concat":
            for text in texts(module, below, depth - 1):
                yield (*text, UNKNOWN)
            return
        if name == "replace" and len(call.arguments) == 2:
            # '/api/users/:id'.replace(':id', id)
            wanted = literal(module, first, depth - 1)
            for text in texts(module, below, depth - 1):
                yield tuple(_replaced(text, wanted)) if wanted else (UNKNOWN,)
            return
        if name == "join" and isinstance(below, c.Array):
            pieces: list[Part] = []
            for index, item in enumerate(below.items):
                if index:
                    pieces.append(literal(module, first, depth - 1) or "/")
                inner = texts(module, item, depth - 1)
                pieces += inner[0] if len(inner) == 1 else (UNKNOWN,)
            yield tuple(pieces)
            return
    if isinstance(call.callee, c.Name):
        binding = module.scopes.binding(call.callee)
        if binding is not None and isinstance(binding.value, c.Function) and not binding.value.is_async:
            # A local function that builds the URL; what it is given stays a hole.
            for value in returned_values(binding.value):
                for text in texts(module, value, depth - 2):
                    yield tuple(_filled(module, part, binding.value, call, depth) for part in text)
            return
    callee = callee_of(module, call.callee)
    given = texts(module, first, depth - 1) if first is not None else ()
    if given and any(isinstance(text[0], str) and text[0].startswith(("/", "http")) for text in given):
        # withQuery('/api/users', { page }), absoluteUrl('/api/users'): the address stays, something may be added.
        for text in given:
            yield (*text, UNKNOWN)
        return
    if callee is not None and callee.source:
        yield (Hole(callee.name, _sounds_like_origin(callee.name), callee.source, (*callee.path, "()")),)
        return
    yield (Hole(name, _sounds_like_origin(name)),)


def _filled(module: Module, part: Part, function: c.Function, call: c.Call, depth: int) -> Part:
    if isinstance(part, Hole) and part.parameter is not None and not part.path:
        if part.name == function_keys(module).get(id(function)) and part.parameter < len(call.arguments):
            inner = texts(module, call.arguments[part.parameter], depth - 2)
            if len(inner) == 1 and len(inner[0]) == 1:
                return inner[0][0]
        return UNKNOWN
    return part


def _replaced(text: Text, wanted: str) -> Iterator[Part]:
    for part in text:
        if isinstance(part, str) and wanted in part:
            before, _, after = part.partition(wanted)
            yield before
            yield UNKNOWN
            yield after
        else:
            yield part


def _sounds_like_origin(name: str) -> bool:
    """``baseUrl``, ``API_HOST``, ``getSiteUrl``: names that people give to the front of an absolute URL."""
    lowered = name.lower()
    return any(word in lowered for word in _ORIGIN_WORDS)
