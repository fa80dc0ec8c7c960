"""What becomes of a wrapper, as plain data: the function that it shares with actions, and what answers its errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.inputs import Carrier, Widened
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.request_parts import Parts
from turnout.conversions.endpoint_to_action.handlers.responses import Made
from turnout.conversions.endpoint_to_action.handlers.wrappers import Wrapped
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot

Gives: TypeAlias = Literal["nothing", "one", "object"]


@dataclass(frozen=True)
class Keys:
    """``{ slug, taskId }``: what a wrapper reads of the segments or the query, as the object that it reads."""

    carrier: Carrier
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """What the wrapper was given besides the handler; None where this use gives nothing."""

    value: c.Expression | None


@dataclass(frozen=True)
class Asked:
    """``{ headers: await headers() }``: as much of the request as the work reads."""

    parts: Parts


@dataclass(frozen=True)
class Caught:
    """The error that a ``catch`` has."""


Argument: TypeAlias = Keys | Option | Asked


@dataclass(frozen=True)
class Place:
    """A function at the top of a file, and whether it is exported there yet."""

    module: Module
    name: str
    exported: str | None
    """The name it has for others; None: it must get an ``export``."""


@dataclass(frozen=True)
class Extraction:
    """The shared function that is to be written: its parameters as text, and the arguments of the wrapper's call."""

    name: str
    parameters: tuple[str, ...]
    arguments: tuple[str, ...]
    types: tuple[str, ...] = ()
    """Its type parameters."""


@dataclass(frozen=True)
class Shared:
    """The function that does the wrapper's work."""

    function: Place | Extraction
    arguments: tuple[Argument, ...]
    gives: Gives
    names: tuple[str, ...]
    """What it gives, by the names that the wrapper has for it."""
    is_async: bool
    refusal: Made | None
    """The Response that it may give instead."""
    widened: tuple[Widened, ...] = ()
    """Functions that get less than a whole request from it."""
    replaced: tuple[Replace, ...] = ()
    """What is different in it from the work of the wrapper."""


@dataclass(frozen=True)
class Mapped:
    """What answers an error: a function of the project, or one to be made of the ``catch``."""

    function: Place | Extraction
    made: Made
    is_async: bool
    rethrows: bool
    logs: tuple[c.Statement, ...]
    """``console.error(error)`` in front of it."""
    error: str
    """What the wrapper calls the error."""
    arguments: tuple[Asked | Caught, ...]
    """What the function is given."""
    widened: tuple[Widened, ...] = ()
    """Functions that get less than a whole request with the error."""


@dataclass(frozen=True)
class Layer:
    """One wrapper, and what stands for it in an action."""

    wrapped: Wrapped
    shared: Shared | None
    mapped: Mapped | None

    @property
    def asked(self) -> Iterator[Parts]:
        """What its functions are given of the request."""
        for each in (self.shared, self.mapped):
            for argument in each.arguments if each is not None else ():
                if isinstance(argument, Asked):
                    yield argument.parts

    @property
    def answers(self) -> Iterator[Answer]:
        """What callers can get to see of it."""
        for made in (self.shared.refusal if self.shared else None, self.mapped.made if self.mapped else None):
            if made is not None:
                yield Answer(self.wrapped.statement.span, 500, "json", None, made=made)


def base_name(wrapped: Wrapped) -> str:
    """``Team`` of ``withTeam``, ``Auth`` of ``requireAuth``, ``Admin`` of ``adminRoute``."""
    name = wrapped.name.rpartition(".")[2]
    verb = next((each for each in ("with", "require", "ensure", "check") if name.startswith(each)), "")
    name = name[len(verb) :] if name[len(verb) : len(verb) + 1].isupper() else name
    suffix = next((each for each in ("RouteHandler", "Route", "Endpoint") if name.endswith(each)), "")
    name = name.removesuffix(suffix) or name
    return name[:1].upper() + name[1:]


def place_of(project: Snapshot, module: Module, name: c.Name) -> Place | None:
    """Where a function at the top of a file stands, by its name in another."""
    imported = module.import_of.get(name.name)
    if imported is not None:
        found = project.definition(module.path, imported.source.value, imported.imported)
        if found is None or not isinstance(c.bare(found.export.value) if found.export.value else None, c.Function):
            return None
        local = found.export.local.name if found.export.local is not None else found.export.name
        return Place(found.module, local, found.export.name)
    value = module.top_level.get(name.name)
    if value is None or not isinstance(c.bare(value), c.Function):
        return None
    export = next((each for each in module.exports if each.local and each.local.name == name.name), None)
    return Place(module, name.name, export.name if export is not None else None)
