"""What is taken from a promise that nobody awaited: ``params.id``, ``const { id } = params``, ``cookies().get()``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding

AccessForm: TypeAlias = Literal["member", "index", "pattern", "spread"]

_OF_PROMISES = frozenset({"then", "catch", "finally"})


@dataclass(frozen=True, slots=True)
class Access:
    """One use of a promise as if it were its value."""

    form: AccessForm
    promise: c.Expression
    """What should be awaited, casts included."""
    name: str
    """The property that is taken; empty for several."""
    whole: c.Code
    """``params.id``; for a pattern the declarator."""
    is_unsafe_cast: bool
    """``(params as unknown as UnsafeUnwrappedParams)``: the author knows, and Next.js 15 lets it pass."""


def access_of(module: Module, promise: c.Expression) -> Access | None:
    """What is taken from an expression that gives a promise; None when it is awaited, passed on, or only kept."""
    current: c.Code = promise
    above = module.parents.get(id(current))
    unsafe = False
    while isinstance(above, c.Cast):
        unsafe = unsafe or (
            above.type is not None and any(name.name.startswith("UnsafeUnwrapped") for name in above.type.names)
        )
        current, above = above, module.parents.get(id(above))
    match above:
        case c.Member(object=below, name=name) if below is current and name not in _OF_PROMISES:
            return Access("member", current, name, above, unsafe)  # type: ignore[arg-type]
        case c.Index(object=below, index=index) if below is current:
            name = index.value if isinstance(index, c.String) else ""
            return Access("index", current, name, above, unsafe)  # type: ignore[arg-type]
        case c.Declarator(pattern=c.ObjectPattern(members=members), value=value) if value is current and members:
            return Access("pattern", current, "", above, unsafe)  # type: ignore[arg-type]
        case c.Spread(value=value) if value is current and isinstance(module.parents.get(id(above)), c.Object):
            return Access("spread", current, "", above, unsafe)  # type: ignore[arg-type]
        case _:
            return None


def accesses(module: Module, binding: Binding) -> Iterator[Access]:
    """Everything that is taken from a name that holds a promise, in source order."""
    for reference in binding.references:
        found = access_of(module, reference)
        if found is not None:
            yield found
