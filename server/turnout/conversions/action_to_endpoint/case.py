"""One Server Action that is to become an endpoint: its function and everyone who uses it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from turnout.conversions.action_to_endpoint.carry import returns_of
from turnout.conversions.users import User
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.uses import Use
from turnout.project.discover import App
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


@dataclass(frozen=True)
class Case:
    """What all decisions are made from."""

    project: Snapshot
    app: App
    entry: Entry
    module: Module
    name: c.Name
    """The function's name where it is declared; ``entry.symbol`` is what it is exported as."""
    function: c.Function
    main: c.Statement
    """The statement that exports it."""
    users: tuple[User, ...]

    @cached_property
    def clients(self) -> tuple[User, ...]:
        return tuple(user for user in self.users if user.side == "client")

    @cached_property
    def servers(self) -> tuple[User, ...]:
        """Whoever needs the function itself: server code, tests, and what only uses its type on both sides."""
        return tuple(user for user in self.users if user.side != "client")

    @property
    def is_typescript(self) -> bool:
        return is_typescript(self.module.path)

    @cached_property
    def is_used_here(self) -> bool:
        """Whether the rest of the file uses the function."""
        binding = self.module.scopes.binding(self.name)
        references = binding.references if binding is not None else []
        return any(not self.main.span.contains(each.span) for each in references)

    @cached_property
    def returned(self) -> tuple[c.Expression, ...]:
        """What the function gives back, expression by expression."""
        body = self.function.body
        if body is not None and not isinstance(body, c.Block):
            return (body,)
        return tuple(each.value for each in returns_of(self.function) if each.value is not None)


def call_at(module: Module, use: Use) -> c.Call | None:
    """The call that a use is, when it is one."""
    if use.how != "call":
        return None
    return next(
        (code for code in module.path_to(use.span.start) if isinstance(code, c.Call) and code.span == use.whole), None
    )


def is_new_form(module: Module, argument: c.Expression) -> bool:
    """``new FormData(…)``, or a name that was given one."""
    bare = c.bare(argument)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.pattern is not None:
            return False
        bare = c.bare(binding.value)
    return isinstance(bare, c.New) and c.dotted(bare.callee) == "FormData"
