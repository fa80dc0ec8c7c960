"""What a call leads to: a function of the project, in the wrappers that stand around it."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.handler import Wrapper, unwrap
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot

_STEPS = 4


@dataclass(frozen=True)
class Chain:
    """A function with its wrappers, from the outside in, each with the file in which it is called."""

    wrappers: tuple[tuple[Module, Wrapper], ...]
    module: Module
    """Where the function stands."""
    function: c.Function | None
    """None where the innermost wrapper is given a map of methods: ``createHandler({ GET, POST })``."""


def chain_of(project: Snapshot, module: Module, value: c.Expression | None) -> Chain | None:
    """Through names, imports and wrappers; None for what can't be followed to a function."""
    wrappers: list[tuple[Module, Wrapper]] = []
    for _ in range(_STEPS):
        behind = unwrap(module, value)
        wrappers += ((module, each) for each in behind.wrappers)
        if behind.imported is None:
            is_known = behind.function is not None or (bool(wrappers) and _is_given_map(module, wrappers[-1][1].call))
            return Chain(tuple(wrappers), module, behind.function) if is_known else None
        found = project.definition(module.path, behind.imported.source.value, behind.imported.imported)
        if found is None:
            return None
        module, value = found.module, found.export.value
    return None


def _is_given_map(module: Module, call: c.Call) -> bool:
    """``createHandler({ GET: list })``, ``createHandler(methods)``"""
    for argument in call.arguments:
        bare = c.bare(argument)
        binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        value = binding.value if binding is not None else bare
        if value is not None and isinstance(c.bare(value), c.Object):
            return True
    return False
