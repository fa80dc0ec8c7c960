"""What was decided, as plain data: the function that endpoint and action share, and what is left of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from turnout.conversions.endpoint_kept.context import Context
from turnout.conversions.endpoint_kept.sending import Sent
from turnout.conversions.endpoint_to_action.ground.inputs import Inputs
from turnout.conversions.endpoint_to_action.place import Place
from turnout.conversions.endpoint_to_action.planned import ActionPlan, AnswerPlan, Parameters
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.text.span import Span


@dataclass(frozen=True)
class Taking:
    """What the endpoint still reads of its request, and how the function is given it."""

    inputs: Inputs
    """The handler's, without those that the function reads itself."""
    parameters: Parameters
    """Of the function."""
    statements: tuple[c.Statement, ...]
    """What stays in the endpoint to read them."""
    arguments: Mapping[str, str]
    """What the endpoint passes, by the key of the parameter."""
    reads: frozenset[str]
    """The action's parameters that are its body, when the function reads it itself: ``readBody: () => …``."""
    is_split: bool
    """Whether each of them is a key of the body; else the only one is all of it."""
    made: Mapping[str, str]
    """What wrappers give, by the key of the parameter, and what the action calls it."""
    contexts: tuple[Context, ...]
    """The types of it."""
    renamed: Mapping[Span, str]
    """Patterns of the handler's parameters that become names: ``{ team: { id } }`` is ``{ team }`` then."""


@dataclass(frozen=True)
class Method:
    """One method of the endpoint."""

    function: ActionPlan
    """The function that does the work; it has no callers of its own."""
    action: ActionPlan
    """What client code calls from now on."""
    taking: Taking
    sent: Sent
    whole: AnswerPlan | None
    """What the action makes of a Response that the function may give."""


@dataclass(frozen=True)
class Moving:
    """What leaves the endpoint's file besides the work."""

    moved: tuple[c.Statement, ...]
    """Statements that go to the function's file, in their order."""
    imports: tuple[str, ...]
    """Imported names that the function's file needs."""
    needed_back: tuple[str, ...]
    """Names that moved and that the endpoint still uses: it imports them from there."""
    type_names: frozenset[str]
    """Those that are types."""
    types: tuple[str, ...]
    """Types that moved and that the action's parameters name."""
    action_imports: tuple[str, ...]
    """Imported names that the action needs itself: types of its parameters, options of wrappers."""
    unused: frozenset[str]
    """Imported names that the endpoint needs no more."""


@dataclass(frozen=True)
class Plan:
    """All of it."""

    entry: Entry
    module: Module
    place: Place
    """Where the action goes."""
    path: str
    """The new file of the function."""
    is_server_only: bool
    methods: tuple[Method, ...]
    moving: Moving
    notes: tuple[str, ...]
    written: WrittenOut
