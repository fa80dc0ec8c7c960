"""What a caller does with an endpoint, as plain data: what it sends, and what it looks at in the answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.choices import place_of
from turnout.conversions.endpoint_to_action.ground.reading import grouped
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Caller
from turnout.text.span import Span

Outcome: TypeAlias = Literal["success", "failure", "both"]
By: TypeAlias = Literal["ok", "status", "either", "range", "nothing"]
"""``either``: ``!res.ok || res.status !== 200``"""
BodyForm: TypeAlias = Literal["json", "text"]


@dataclass(frozen=True)
class Read:
    """One place that reads the body of the answer."""

    code: c.Expression
    """``await res.json()``, or ``res.json()`` where it is returned."""
    span: Span
    """The same with its parentheses."""
    receiver: Span
    """``res``"""
    form: BodyForm
    outcome: Outcome
    """For which answers this place is reached."""
    by: By = "nothing"
    """What the condition looks at that tells so."""
    fallback: c.Expression | None = None
    """What stands for a body that is not JSON: ``res.json().catch(() => null)``."""
    is_optional: bool = False
    """``res?.json()``"""


@dataclass
class CallSite:
    """One request of one file."""

    module: Module
    call: c.Call
    place: c.Expression
    """What stands for the request where its response is awaited: the call, or a choice of several (see ``choices``)."""
    kept: list[c.Call] = field(default_factory=list[c.Call])
    """The requests that may be made instead and stay: what they give is made to look like a result."""
    segments: dict[str, c.Expression | str] = field(default_factory=dict[str, "c.Expression | str"])
    query: dict[str, c.Expression | str] = field(default_factory=dict[str, "c.Expression | str"])
    body: c.Expression | None = None
    form: Literal["json", "form", "none"] = "none"
    says_json: bool = False
    """Whether it names the content type application/json."""
    successes: frozenset[int] | None = None
    """The statuses by which the endpoint says that all is well; None where they can't be told."""
    reads: list[Read] = field(default_factory=list[Read])
    ok_reads: list[c.Member] = field(default_factory=list[c.Member])
    status_reads: list[c.Member] = field(default_factory=list[c.Member])
    printed: list[c.Expression] = field(default_factory=list[c.Expression])
    """Where the response itself is given to ``console``, or thrown at somebody who does not look at it."""
    phrase_reads: list[c.Member] = field(default_factory=list[c.Member])
    """``res.statusText``"""
    variable: c.Name | None = None
    """What the response is called."""
    declaration: c.Declare | None = None
    """``const res = await fetch(…)``"""
    parameter: c.Parameter | None = None
    """``.then((res) => { … })``"""
    json_step: Span | None = None
    """``.then((res) => res.json())`` and nothing else in it."""
    rejection: c.Expression | c.Spread | None = None
    """``() => false`` in ``.then((res) => res.json(), () => false)``, which does not see the reading fail."""
    checked_step: Span | None = None
    """The same with ``if (!res.ok) throw …`` before it."""
    direct: bool = False
    """``(await fetch(…)).json()``"""
    gone: list[Span] = field(default_factory=list[Span])
    """Declarations that only served the request."""
    is_one_of_many: bool = False
    """Whether several requests run at once here."""
    ok_branches: list[c.If] = field(default_factory=list[c.If])
    """``if (!res.ok) { … }`` without else, one for each look at ``ok``."""
    may_be_missing: bool = False
    """``await fetch(…).catch(() => null)``"""
    rejects_alike: bool = False
    """Whether an uncaught error of the server ends for the caller as a rejected promise would."""
    is_untyped: bool = False
    """Whether the body is ``any`` here in the end, as it was: one place for the answers of many actions."""
    sender: CallSite | None = None
    """Who reads the response of ``send(() => fetch(…))``: the function that makes the request."""
    handed: list[CallSite] = field(default_factory=list["CallSite"])
    """What else reads it: ``await messageOf(res)``."""
    is_given: bool = False
    """Whether this is such a function, which is given the whole result."""
    given_at: tuple[Module, c.Code] | None = None
    """Where it is called."""

    @property
    def reader(self) -> CallSite:
        """Where the response is read: here, or in the function that the request is given to."""
        return self.sender or self

    @property
    def readers(self) -> tuple[CallSite, ...]:
        """The same with the functions that it hands it on to."""
        return (self.reader, *self.reader.handed)

    def told_at(self, read: Read) -> tuple[Module, c.Code]:
        """Where to say what is wrong with a read."""
        return self.given_at or (self.module, read.code)

    @property
    def rejects_by_reading(self) -> bool:
        """Whether ``res.json()`` is what rejects for Next.js's own 500, which has no JSON."""
        return any(
            read.form == "json" and read.fallback is None and read.outcome in ("both", "failure") for read in self.reads
        )

    @property
    def place_span(self) -> Span:
        """The place with the parentheses around it."""
        return self.call.span if self.place is self.call else grouped(self.module, self.place)

    @property
    def is_choice(self) -> bool:
        return self.place is not self.call

    @property
    def looks_at_outcome(self) -> bool:
        return bool(self.outcome_reads or self.may_be_missing or self.handed or self.is_given)

    @property
    def outcome_reads(self) -> tuple[c.Member, ...]:
        """What it reads of the response besides its body."""
        return (*self.ok_reads, *self.status_reads, *self.phrase_reads)

    @property
    def members_read(self) -> dict[str, list[c.Member]]:
        """The same by the name of the member."""
        by_name = {"ok": self.ok_reads, "status": self.status_reads, "statusText": self.phrase_reads}
        return {name: reads for name, reads in by_name.items() if reads}

    @property
    def reads_success(self) -> bool:
        return any(read.outcome != "failure" for read in self.reads)

    @property
    def reads_failure(self) -> bool:
        return self.looks_at_outcome and any(read.outcome != "success" for read in self.reads)


def is_same_response(first: CallSite, second: CallSite) -> bool:
    """Whether two requests are alternatives: what becomes of one's response becomes of the other's."""
    if first.module is not second.module:
        return False
    if first.place is second.place:
        return True
    binding = first.module.scopes.binding(first.variable) if first.variable is not None else None
    return (
        binding is not None
        and len(binding.writes) > 1
        and second.variable is not None
        and binding is second.module.scopes.binding(second.variable)
    )


def call_of(module: Module, caller: Caller) -> c.Call | None:
    """The call that a caller is."""
    around = (statement for statement in module.body if statement.span.contains(caller.whole))
    calls = (code for statement in around for code in c.walk(statement) if isinstance(code, c.Call))
    return next((code for code in calls if code.span == caller.whole), None)


def call_site_at(module: Module, caller: Caller) -> CallSite:
    """The call that a caller makes, nothing of it read yet."""
    call = call_of(module, caller)
    if call is None:
        raise refused("This request can't be rewritten.", module, caller.span)
    return CallSite(module, call, place_of(module, call))
