"""Which functions of a file are Server Actions or cached, by its directives: what is exported, what says so inside.

Places and cases are those of Next.js's compiler (next_custom_transforms::server_actions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Directive, Export, Module, in_parentheses, is_cache, leading_directives
from turnout.text.span import Span

SERVER = "use server"

Holder: TypeAlias = Literal["function", "object", "static", "instance", "private", "field", "constructor"]
"""What a function is part of: nothing or an object; a class as static, instance, private member, field, constructor."""


@dataclass(frozen=True, slots=True)
class ExportedAction:
    """A function that a ``'use server'`` file exports as it is, without a call around it."""

    export: Export
    function: c.Function
    site: Span
    """Where Next.js points: the name where the function is declared, or the head of a function without one."""


@dataclass(frozen=True, slots=True)
class InlineDirective:
    """``'use server'`` or ``'use cache'`` as a statement of a function's own body."""

    function: c.Function
    directive: Directive
    is_first: bool
    """Whether only other strings stand before it."""
    holder: Holder
    member: Span
    """The whole class member, else the function."""
    site: Span
    """Where Next.js points when the function is at fault: its name, or its head."""

    @property
    def counts(self) -> bool:
        """Whether Next.js takes the function for a Server Action, or for a cached one (arrows in fields included)."""
        text = self.directive.text
        if not self.is_first or in_parentheses(self.directive) or not (text == SERVER or is_cache(text)):
            return False
        return self.holder in ("function", "object", "static") or (self.holder == "field" and text != SERVER)


def exported_actions(module: Module) -> Iterator[ExportedAction]:
    """The functions that a file with a directive exports directly or by name, each once, in order of their places."""
    found: dict[int, ExportedAction] = {}
    for export in module.exports:
        if export.is_type or export.is_commonjs or export.source is not None:
            continue
        value = export.value
        if export.local is not None:
            value = module.top_level.get(export.local.name)
        bare = c.bare(value) if value is not None else None
        if not isinstance(bare, c.Function) or id(bare) in found or _is_in_parentheses(module, bare):
            continue
        found[id(bare)] = ExportedAction(export, bare, name_site(module, bare))
    yield from sorted(found.values(), key=lambda action: action.function.span)


def inline_directives(module: Module) -> Iterator[InlineDirective]:
    """Every ``'use server'`` that stands as a statement of its own in a function's body, wherever it may count."""
    if b"use server" in module.source.data:
        yield from _inline(module, lambda text: text == SERVER)


def inline_cache_directives(module: Module) -> Iterator[InlineDirective]:
    """The same for ``'use cache'``, with a kind or without; ``'use cache:remote'`` comes, too, and does not count."""
    if b"use cache" in module.source.data:
        yield from _inline(module, lambda text: text.startswith("use cache"))


def _inline(module: Module, is_meant: Callable[[str], bool]) -> Iterator[InlineDirective]:
    for function in module.functions:
        for directive, is_first in own_directives(function):
            if is_meant(directive.text):
                holder, member = _holder(module, function)
                yield InlineDirective(function, directive, is_first, holder, member, name_site(module, function))


def own_directives(function: c.Function) -> Iterator[tuple[Directive, bool]]:
    """The string statements directly in a function's body, and whether only other strings stand before them."""
    first = {directive.span for directive in leading_directives(function.statements)}
    for statement in function.statements:
        match statement:
            case c.ExpressionStatement(span=whole, expression=c.String(span=span, value=text)):
                yield Directive(text, whole, span), span in first
            case _:
                pass


def name_site(module: Module, function: c.Function) -> Span:
    """Where Next.js points for a function: its own name, the variable's or the key's, else the function's head."""
    above = module.parents.get(id(function))
    match above:
        case c.Declarator(pattern=c.Name(span=span)):
            return span
        case c.Property(key_span=span) | c.ClassMember(key_span=span):
            return span
        case _:
            pass
    if function.name is not None:
        return function.name.span
    return head_of(module, function)


def head_of(module: Module, function: c.Function) -> Span:
    """A function without its body, on one line."""
    end = function.body.span.start if function.body is not None else function.span.end
    text = module.source.data[function.span.start : end]
    line = text.split(b"\n")[0].rstrip()
    return Span(function.span.start, function.span.start + max(len(line), 1))


def _holder(module: Module, function: c.Function) -> tuple[Holder, Span]:
    above = module.parents.get(id(function))
    match above:
        case c.Property():
            return "object", function.span
        case c.ClassMember(form="field"):
            return ("static" if above.is_static else "field"), above.span
        case c.ClassMember(form="constructor"):
            return "constructor", above.span
        case c.ClassMember(is_static=True):
            return "static", above.span
        case c.ClassMember(key=key):
            return ("private" if key is not None and key.startswith("#") else "instance"), above.span
        case _:
            return "function", function.span


def _is_in_parentheses(module: Module, function: c.Function) -> bool:
    """``export const f = (() => {})``: the compiler does not see a function there."""
    above = module.parents.get(id(function))
    while isinstance(above, c.Cast):
        above = module.parents.get(id(above))
    if not isinstance(above, c.Declarator):
        return False
    before = above.type.span.end if above.type is not None else above.pattern.span.end
    return b"(" in module.source.data[before : function.span.start]
