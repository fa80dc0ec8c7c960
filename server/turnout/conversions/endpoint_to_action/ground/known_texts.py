"""Parameters that have one of a few texts: their type says so, or everybody who gives them does.

``function List({ action }: { action: string })`` with ``<List action="/api/links" />`` in all of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.conversions.endpoint_to_action.ground.type_text import alternatives
from turnout.conversions.endpoint_to_action.ground.types import Types, TypeText
from turnout.model import code as c
from turnout.model.callees import seen_through
from turnout.model.module import Module
from turnout.model.scope import Binding, pattern_path
from turnout.project.snapshot import Snapshot

_MOST = 6
_DEEP = 5
_TEXT = re.compile(r"""(["'])((?:(?!\1)[^\\])*)\1""")


class KnownTexts:
    """The texts of parameters, each worked out once."""

    def __init__(self, project: Snapshot) -> None:
        self.project = project
        self._known: dict[int, tuple[str, ...] | None] = {}

    def __call__(self, module: Module, binding: Binding) -> tuple[str, ...] | None:
        """The few texts that a parameter can have; None when they are not known, or many."""
        if binding.kind != "parameter" or binding.writes:
            return None
        if id(binding) not in self._known:
            texts = self.of(module, binding, _DEEP)
            self._known[id(binding)] = texts if texts and len(texts) <= _MOST else None
        return self._known[id(binding)]

    def at(self, module: Module, value: c.Expression) -> tuple[str, ...] | None:
        """All texts that an expression can have, however many; None when they are not known."""
        return self.texts(module, value, _DEEP)

    def of(self, module: Module, binding: Binding, depth: int) -> tuple[str, ...] | None:
        if depth == 0 or binding.function is None or binding.index < 0:
            return None
        return self.by_type(module, binding) or self.by_users(module, binding, binding.function, depth)

    def by_type(self, module: Module, binding: Binding) -> tuple[str, ...] | None:
        """``kind: 'disable' | 'restore'``"""
        assert binding.function is not None
        parameter = binding.function.parameters[binding.index]
        if parameter.type is None:
            return None
        types = Types(self.project)
        kind: TypeText | None = TypeText(module.source.text(parameter.type.span), module)
        for key in pattern_path(parameter.pattern, binding.site) or ():
            kind = types.member(kind, key)
        for _ in range(3):
            alias = types.alias(kind) if kind is not None else None
            kind = alias or kind
        texts = [_TEXT.fullmatch(each.strip()) for each in alternatives(kind.text)] if kind is not None else []
        return tuple(each[2] for each in texts if each) if texts and all(texts) else None

    def by_users(self, module: Module, binding: Binding, function: c.Function, depth: int) -> tuple[str, ...] | None:
        """What each user gives for it; None when one of them can't be seen."""
        path = pattern_path(function.parameters[binding.index].pattern, binding.site)
        if path is None:
            return None
        found: dict[str, None] = {}
        seen = False
        for home, reference in self.references(module, function):
            if reference is None:
                return None
            given = self.given(home, reference, binding.index, path, depth)
            if given is None:
                return None
            seen = True
            found.update(dict.fromkeys(given))
        return tuple(found) if seen else None

    def references(self, module: Module, function: c.Function) -> Iterator[tuple[Module, c.Name | None]]:
        """Everything that names a function, in all files; None for what can't be followed."""
        name = _name_of(module, function)
        exported = [each for each in module.exports if each.value is not None and seen_through(each.value) is function]
        if name is None and not exported:
            yield module, None
            return
        holders = [each.statement.span for each in exported]
        own = module.scopes.binding(name) if name is not None else None
        for reference in own.references if own is not None else ():
            above = module.parents.get(id(reference))
            if not isinstance(above, (c.ExportDefault, c.ExportSpecifier)) and not any(
                span == reference.span for span in holders
            ):
                yield module, reference
        for path in sorted(self.project.importers(module.path)) if exported else ():
            user = self.project.module(path)
            if user is None or user.errors:
                yield module, None
                continue
            names = {each.name for each in exported}
            for again in user.exports:
                if again.source is not None and again.imported in (*names, "*"):
                    if self.project.resolve(path, again.source.value) == module.path:
                        yield user, None
            for imported in user.imports:
                if self.project.resolve(path, imported.source.value) != module.path or imported.type_only:
                    continue
                if imported.imported == "*":
                    yield user, None
                elif imported.imported in names:
                    local = user.scopes.binding(imported.local)
                    yield from ((user, each) for each in (local.references if local is not None else ()))

    def given(
        self, module: Module, reference: c.Name, index: int, path: tuple[str, ...], depth: int
    ) -> tuple[str, ...] | None:
        above = module.parents.get(id(reference))
        value: c.Expression | None = None
        match above:
            case c.Jsx(tag_name=tag) if tag is reference and index == 0 and len(path) == 1:
                if any(isinstance(each, c.Spread) for each in above.attributes):
                    return None
                attribute = above.get(path[0])
                value = attribute.value if attribute is not None else None
            case c.Call(callee=callee, arguments=arguments) if callee is reference and index < len(arguments):
                argument = arguments[index]
                if any(isinstance(each, c.Spread) for each in arguments[: index + 1]) or isinstance(argument, c.Spread):
                    return None
                value = argument
                for key in path:
                    bare = c.bare(value) if value is not None else None
                    value = bare.get(key) if isinstance(bare, c.Object) else None
            case _:
                return None
        return self.texts(module, value, depth) if value is not None else None

    def texts(self, module: Module, value: c.Expression, depth: int) -> tuple[str, ...] | None:
        bare = c.bare(value)
        match bare:
            case c.String(value=text):
                return (text,)
            case c.Template(strings=(text,)):
                return (text,)
            case c.Conditional(then=then, otherwise=otherwise):
                first, second = self.texts(module, then, depth), self.texts(module, otherwise, depth)
                return (*first, *second) if first is not None and second is not None else None
            case c.Name():
                binding = module.scopes.binding(bare)
                if binding is None or binding.writes:
                    return None
                if binding.kind == "parameter":
                    return self.of(module, binding, depth - 1)
                if binding.pattern is None and binding.value is not None:
                    return self.texts(module, binding.value, depth - 1) if depth else None
                return None
            case _:
                return None


def _name_of(module: Module, function: c.Function) -> c.Name | None:
    """The name by which a function is used in its own file."""
    if function.form == "declaration":
        return function.name
    current: c.Code = function
    above = module.parents.get(id(current))
    while isinstance(above, (c.Cast, c.Call)):
        if isinstance(above, c.Call) and seen_through(above) is not function:
            return None
        current, above = above, module.parents.get(id(above))
    return above.pattern if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name) else None
