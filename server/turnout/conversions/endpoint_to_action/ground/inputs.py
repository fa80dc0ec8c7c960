"""What a handler reads of its request, as plain data: the body, dynamic segments, the query, headers and cookies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span

Carrier: TypeAlias = Literal["segment", "query"]
BodyForm: TypeAlias = Literal["json", "text-json", "form"]
"""``text-json`` is ``JSON.parse(req.body)``: the caller must not name a JSON content type."""


@dataclass(frozen=True)
class Field:
    """One key taken out of the body."""

    key: str
    local: str
    default: Span | None


@dataclass(frozen=True)
class Body:
    """How the handler reads the body. ``local`` is what the whole is called, ``fields`` what is taken out of it."""

    form: BodyForm
    at: Span
    local: str | None = None
    fields: tuple[Field, ...] | None = None
    pattern: Span | None = None
    """A destructuring that is more than plain keys, to be kept as it is."""
    type: Span | None = None
    is_unknown: bool = False
    """It goes straight into a schema, which checks it."""
    fallback: c.Expression | None = None
    """What the handler has where nobody sends one: ``await request.json().catch(() => ({}))``."""


@dataclass(frozen=True)
class Scalar:
    """One segment or query value."""

    carrier: Carrier
    key: str
    local: str
    default: Span | None
    is_list: bool = False
    absent: Literal["null", "undefined"] = "null"
    """What the handler has for a value that nobody sends."""
    is_optional: bool = False
    """Only a wrapper reads it: what no caller sends, it need not get."""


@dataclass(frozen=True)
class Widened:
    """A parameter of a function that gets less than a whole request from now on, and what its type is then."""

    module: Module
    span: Span
    text: str
    keeps_name: bool
    """Whether the new type still names the old one."""


@dataclass
class Inputs:
    """All that was read, and how the text changes for it."""

    body: Body | None = None
    scalars: list[Scalar] = field(default_factory=list[Scalar])
    replaced: list[Replace] = field(default_factory=list[Replace])
    gone: list[Span] = field(default_factory=list[Span])
    """Statements that only read an input: its parameter does that now."""
    whole_segments: list[c.Expression] = field(default_factory=list["c.Expression"])
    """Where all segments are used together, as an object."""
    whole_queries: list[Span] = field(default_factory=list[Span])
    """Where the query is."""
    made: dict[tuple[int, str], str] = field(default_factory=dict[tuple[int, str], str])
    """What the handler uses of what its wrappers make, by layer and name: the local name or pattern."""
    next_headers: set[str] = field(default_factory=set[str])
    """``headers`` and ``cookies`` of next/headers that the text needs."""
    session: c.Name | None = None
    """What the text calls for the session, and its file must import."""
    first: str | None = None
    """The statement that the text begins with."""
    notes: list[str] = field(default_factory=list[str])
    widened: list[Widened] = field(default_factory=list[Widened])

    @property
    def uploads(self) -> bool:
        """Whether what is sent is a form, with its files."""
        return self.body is not None and self.body.form == "form"

    @property
    def keys(self) -> frozenset[str]:
        """What the values are called that the query and the body bring, as far as they are told apart."""
        fields = self.body.fields or () if self.body is not None else ()
        queries = (each.key for each in self.scalars if each.carrier == "query")
        return frozenset((*queries, *(each.key for each in fields)))

    @property
    def locals(self) -> frozenset[str]:
        """What the handler calls the values that callers sent."""
        names = {scalar.local for scalar in self.scalars}
        if self.body is not None:
            names |= {each.local for each in self.body.fields or ()}
            names |= {self.body.local} if self.body.local is not None else set()
        return frozenset(names)
