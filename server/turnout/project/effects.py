"""What functions do, followed through the functions they call, a few files deep."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of, function_keys
from turnout.model.effects import (
    WRITES,
    Effect,
    Effects,
    Outgoing,
    effects_in,
    is_state,
    sounds_like_reading,
    sounds_like_writing,
)
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

DEEPEST = 4
"""Calls that are followed one after another."""
MOST = 80
"""Functions that are read for one question."""


@dataclass(frozen=True, slots=True)
class Traced:
    """An effect with the file it was seen in, and the functions that lead to it, nearest to it last."""

    effect: Effect
    path: str
    via: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """``prisma.task.create``, or ``prisma.task.create (in createTask)``."""
        return f"{self.effect.what} (in {self.via[-1]})" if self.via else self.effect.what


@dataclass(frozen=True, slots=True)
class Hidden:
    """A call of a function of the project whose body isn't here, or that was too deep to be read."""

    name: str
    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Trace:
    """All that some functions do, directly or by whom they call."""

    effects: tuple[Traced, ...]
    hidden: tuple[Hidden, ...]

    def of(self, *kinds: str) -> tuple[Traced, ...]:
        """The effects of some kinds, the nearest first."""
        return tuple(
            sorted((each for each in self.effects if each.effect.kind in kinds), key=lambda each: len(each.via))
        )

    @property
    def writes(self) -> tuple[Traced, ...]:
        return self.of(*WRITES)


_ASIDE = re.compile(
    r"^(?:log|track|audit|trace|report[A-Z]|capture|measure|with|cached?|memo|ensure|require|assert|auth|current|rate|limit"
    r"|use|on[A-Z]|init|setup|connect|unstable_cache|debug|warn|error|analytics|telemetry|record(?:Event|Metric|View|Usage))"
    r"|^create\w*(?:Client|Server|Context|Caller)$|^supabase\w*$|^new[A-Z]\w*Client$"
)
"""Names of functions whose own writing is not what their callers are for: guards, logs, caches."""

_CHANGES = frozenset({"push", "splice", "unshift"})
_MAYBE_CHANGES = frozenset({"set", "delete", "add", "clear", "pop", "shift"})
_LOOKS = frozenset(
    [
        "find",
        "filter",
        "map",
        "some",
        "every",
        "sort",
        "toSorted",
        "slice",
        "includes",
        "indexOf",
        "findIndex",
        "findLast",
        "reduce",
        "forEach",
        "flatMap",
        "flat",
        "join",
        "at",
        "entries",
        "keys",
        "values",
        "has",
        "concat",
        "trim",
        "split",
        "toString",
        "parse",
        "safeParse",
        "parseAsync",
        "safeParseAsync",
        "then",
        "catch",
        "length",
    ]
)
"""Methods of arrays, Maps, texts and schemas: nothing is hidden behind them."""

_traces: WeakKeyDictionary[Snapshot, dict[tuple[str, int, int], Trace]] = WeakKeyDictionary()


def trace(project: Snapshot, module: Module, roots: Iterable[c.Code]) -> Trace:
    """What the given functions of a module do, through all that they call."""
    kept = _traces.setdefault(project, {})
    effects: dict[tuple[str, Span, str], Traced] = {}
    hidden: list[Hidden] = []
    for root in roots:
        key = (module.path, root.span.start, root.span.end)
        if key not in kept:
            kept[key] = _Tracer(project).trace(module, root)
        for each in kept[key].effects:
            effects.setdefault((each.path, each.effect.span, each.effect.kind), each)
        hidden += kept[key].hidden
    return Trace(tuple(effects.values()), tuple(hidden))


class _Tracer:
    def __init__(self, project: Snapshot) -> None:
        self.project = project
        self.effects: list[Traced] = []
        self.hidden: list[Hidden] = []
        self.seen: set[tuple[str, int, bool]] = set()

    def trace(self, module: Module, root: c.Code) -> Trace:
        level: list[tuple[Module, c.Code, tuple[str, ...], bool]] = [(module, root, (), False)]
        for depth in range(DEEPEST + 1):
            following: list[tuple[Module, c.Code, tuple[str, ...], bool]] = []
            for where, code, via, is_aside in level:
                if (where.path, code.span.start, is_aside) in self.seen or len(self.seen) > MOST:
                    continue
                self.seen.add((where.path, code.span.start, is_aside))
                found = effects_in(where, code)
                self.take(where, found, via, is_aside)
                following += self.follow(where, found, via, is_aside, depth)
            level = following
        return Trace(tuple(self.effects), tuple(self.hidden))

    def take(self, module: Module, found: Effects, via: tuple[str, ...], is_aside: bool) -> None:
        for effect in found.effects:
            if is_aside and effect.kind in WRITES:
                continue
            self.effects.append(Traced(effect, module.path, via))

    def follow(
        self, module: Module, found: Effects, via: tuple[str, ...], is_aside: bool, depth: int
    ) -> Iterable[tuple[Module, c.Code, tuple[str, ...], bool]]:
        recognized = {effect.span for effect in found.effects}
        for each in found.calls:
            target = function_behind(self.project, module, each.callee)
            if target is None:
                self.unfollowed(module, each, via, is_aside, each.call.span in recognized)
            elif depth < DEEPEST:
                name = each.name.rpartition(".")[2]
                # getUser() may note when somebody was last seen: that is not what its callers are for.
                aside = is_aside or bool(_ASIDE.search(name)) or sounds_like_reading(name)
                yield (*target, (*via, each.name), aside)

    def unfollowed(self, module: Module, each: Outgoing, via: tuple[str, ...], is_aside: bool, is_known: bool) -> None:
        source = each.callee.source
        if source is None or is_known or not self.is_projects_own(module, source):
            return
        name = each.name.rpartition(".")[2].rpartition("…")[2]
        is_part = bool(each.callee.path)
        is_change = name in _CHANGES or (name in _MAYBE_CHANGES and self.state_behind(module, each.callee))
        if is_part and is_change and not is_aside and "()" not in each.callee.path:
            self.effects.append(Traced(Effect("memory-write", each.name, each.call.span), module.path, via))
            return
        if is_part and (is_change or name in _LOOKS):
            return
        self.hidden.append(Hidden(each.name, module.path, each.call.span))
        if sounds_like_writing(name) and not is_aside:
            self.effects.append(Traced(Effect("service-write", each.name, each.call.span), module.path, via))

    def is_projects_own(self, module: Module, source: str) -> bool:
        """A function of the project or of a package of its repository, as far as the import's words tell."""
        is_written_so = source.startswith((".", "@/", "~", "#", "src/"))
        return is_written_so or self.project.resolve(module.path, source) is not None

    def state_behind(self, module: Module, callee: Callee) -> bool:
        if callee.source is None:
            return False
        found = self.project.definition(module.path, callee.source, callee.name)
        value = found.export.value if found is not None else None
        return value is not None and is_state(value)


def function_behind(
    project: Snapshot, module: Module, callee: Callee, depth: int = 4
) -> tuple[Module, c.Function] | None:
    """The function that a call means, in this file or another; through objects, classes, wrappers and instances."""
    if depth == 0 or callee.source == "":
        return None
    where, key = module, callee.key
    if callee.source is not None:
        found = project.definition(module.path, callee.source, callee.name)
        if callee.name == "*" and callee.path:
            # import * as tasks from './tasks'; tasks.create()
            target = project.resolve(module.path, callee.source)
            found = project.exported(target, callee.path[0]) if target is not None else None
            callee = Callee(callee.name, callee.path[1:], callee.source)
        if found is None:
            return None
        where = found.module
        name = found.export.local.name if found.export.local is not None else found.export.name
        key = Callee(name, callee.path).key
    index = _by_key(where)
    if (function := index.get(key)) is not None:
        return where, function
    return _through_value(project, where, key, depth)


def _through_value(project: Snapshot, module: Module, key: str, depth: int) -> tuple[Module, c.Function] | None:
    """``export const service = new TaskService()``, ``export const save = withLog(async () => …)``, aliases."""
    head, dot, rest = key.partition(".")
    value = module.top_level.get(head)
    if value is None:
        export = module.export(head)
        value = export.value if export is not None else None
    match c.bare(value) if value is not None else None:
        case c.New(callee=callee):
            inner = callee_of(module, callee)
            return (
                function_behind(project, module, inner.then(*rest.split(".")), depth - 1)
                if inner is not None and rest
                else None
            )
        case c.Call(arguments=arguments) if not dot:
            for argument in reversed(arguments):
                bare = c.bare(argument)
                if isinstance(bare, c.Function):
                    return module, bare
                if isinstance(bare, (c.Name, c.Member)):
                    inner = callee_of(module, bare)
                    found = function_behind(project, module, inner, depth - 1) if inner is not None else None
                    if found is not None:
                        return found
            return None
        case c.Name() | c.Member() as alias:
            inner = callee_of(module, alias)
            if inner is None or inner.key == key:
                return None
            return function_behind(project, module, inner.then(*([rest] if rest else [])), depth - 1)
        case c.Object() as table if rest:
            return _in_object(project, module, table, rest, depth)
        case _:
            return None


def _in_object(
    project: Snapshot, module: Module, table: c.Object, rest: str, depth: int
) -> tuple[Module, c.Function] | None:
    """``export const api = { tasks: tasksApi }``, then ``api.tasks.list``."""
    head, _, further = rest.partition(".")
    value = table.get(head)
    if value is None:
        return None
    bare = c.bare(value)
    if isinstance(bare, c.Function) and not further:
        return module, bare
    inner = callee_of(module, bare) if isinstance(bare, (c.Name, c.Member)) else None
    if inner is None:
        return None
    return function_behind(project, module, inner.then(*(further.split(".") if further else ())), depth - 1)


def _by_key(module: Module) -> dict[str, c.Function]:
    kept: dict[str, c.Function] | None = module.__dict__.get("_functions_by_key")
    if kept is None:
        keys = function_keys(module)
        kept = {keys[id(function)]: function for function in module.functions if id(function) in keys}
        module.__dict__["_functions_by_key"] = kept
    return kept
