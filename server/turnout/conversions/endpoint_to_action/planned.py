"""What was decided, as plain data: ``plan`` makes it, ``write`` puts it into text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.api_routes.parting import Parting
from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.gate.durations import Duration
from turnout.conversions.endpoint_to_action.ground.pieces import Part, Replace
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.layers import Layer
from turnout.conversions.endpoint_to_action.handlers.phrases import Phrase
from turnout.conversions.endpoint_to_action.handlers.responses import Kind
from turnout.conversions.endpoint_to_action.handlers.set_cookie import arguments_of
from turnout.conversions.endpoint_to_action.place import Place
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.conversions.endpoint_to_action.shared_file import SharedFile
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.text.span import Span

Wrap: TypeAlias = Literal["", "String", "JSON", "text", "text or null", "or null", "code"]
"""``String`` for what was a piece of a URL, ``JSON`` for what was flattened on the way, ``code`` for what
stands for nothing sent, the others for what was a piece of a query that is left out where it is none."""


@dataclass(frozen=True)
class Shape:
    """What the action gives back: nothing, the body, or a result of the members that callers look at."""

    form: Literal["none", "bare", "result"]
    status: bool = False
    phrase: Literal["none", "failures", "all"] = "none"
    """Which answers say their ``statusText``."""
    fallback: str | None = None
    """What callers have for bodies that are no JSON."""
    keeps_text: bool = False
    """Whether that is their text, if they have one."""
    success_data: bool = False
    failure_data: bool = False
    catches: bool = False
    """Whether uncaught errors become a result with status 500, as callers saw them."""
    has_failures: bool = False
    drops_branches: bool = False
    """Whether ``if (!res.ok) …`` of the callers goes: no answer says so any more."""

    @property
    def leaves_fallbacks(self) -> bool:
        """Whether callers get ``null`` for a body that is no JSON, and must say themselves what it means to them."""
        return self.catches and self.fallback is None

    def replaces(self, kind: Kind) -> bool:
        """Whether callers have the fallback for a body of this kind."""
        return self.fallback is not None and kind != "json" and not (self.keeps_text and kind == "text")

    def carries(self, answer: Answer) -> bool:
        """Whether the body of an answer is part of the result."""
        if self.form == "bare":
            return True
        if self.form != "result":
            return False
        return (self.success_data and answer.may_succeed) or (self.failure_data and answer.may_fail)

    def says_phrase(self, answer: Answer) -> bool:
        """Whether its ``statusText`` is part of the result."""
        return self.phrase == "all" or (self.phrase == "failures" and answer.may_fail)


@dataclass(frozen=True)
class AnswerPlan:
    """One answer of the handler, and what of it is still there."""

    answer: Answer
    is_carried: bool
    """Whether the result has its body (or null, where it has none)."""
    is_flattened: bool
    """Whether the body must go through JSON to look the same."""
    work: tuple[Span, ...]
    """What a body does that is not part of the result: nobody reads it, but it must still happen."""
    status: Span | None
    """The status as written, where callers ask for it and it is chosen at run time."""
    local: str = ""
    """What to call a Response that other code makes, while its answer is read off it."""
    is_text: bool = False
    """Whether callers read the body as text, be it JSON or not."""
    is_either: bool = False
    """Whether they read it as JSON when it is a success, and as text when it is a failure."""
    phrase: Phrase | None = None
    """Its ``statusText``, where callers ask for it."""

    @property
    def kept(self) -> tuple[Span, ...]:
        """The places whose text survives."""
        body = self.answer.body
        if self.answer.made is not None and body is not None:
            return (body.span,)
        parts = (body.span,) if self.is_carried and body is not None else self.work
        own = (self.status, self.phrase.place if self.phrase is not None else None)
        parts = (*parts, *(arguments_of(each) for each in self.answer.cookies))
        return (*parts, *(each for each in own if each is not None))


@dataclass(frozen=True)
class Member:
    """One value that the action is given. ``type`` is None in JavaScript."""

    key: str
    local: str
    pattern: Span | None
    """A destructuring in place of the local name."""
    type: tuple[Part, ...] | None
    default: Span | None
    is_optional: bool = False


@dataclass(frozen=True)
class Parameters:
    """The one parameter: none, a bare value, or an object of several."""

    members: tuple[Member, ...]
    is_object: bool
    base_type: Span | None = None
    """The type that the handler gave to the whole body, when the object's members come from it."""


@dataclass(frozen=True)
class Given:
    """One value that a caller passes."""

    key: str
    value: c.Expression | str | None
    """An expression of the caller's file, or the text of a string (of ``code``: see ``wrap``); None is ``null``."""
    wrap: Wrap = ""


@dataclass(frozen=True)
class SitePlan:
    """One call and what it becomes."""

    site: CallSite
    arguments: tuple[Given, ...]
    whole: c.Object | None = None
    """The caller's own object, when it is passed just as it stands."""
    destructures: bool = False
    """``const { ok, data } = await f()`` in place of the response and its body."""
    merges: c.Declare | None = None
    """The statement ``const data = await res.json()`` right behind, which takes the call in."""
    asserted: tuple[Replace, ...] = ()
    """``!`` behind what TypeScript can't know to be there, and fallbacks without what never is."""
    left_out: tuple[str, ...] = ()
    """What it read that no answer has."""


@dataclass(frozen=True)
class LayerPlan:
    """One wrapper: the call of what it shares, and what is made of its answers."""

    layer: Layer
    refusal: AnswerPlan | None
    mapped: AnswerPlan | None
    local: str
    """What to call what the shared function gives, until it is known not to be a Response."""


@dataclass(frozen=True)
class Built:
    """How the project's own client makes an action."""

    client: str
    path: str
    method: str
    schema: c.Name
    context: tuple[str, ...]
    """What is taken out of ``ctx``."""
    parsed: str
    """What the parsed input is called, or how it is taken apart."""


@dataclass(frozen=True)
class ActionPlan:
    """One method and the action that it becomes."""

    handler: Handler
    name: str
    parameters: Parameters
    shape: Shape
    answers: tuple[AnswerPlan, ...]
    unused: tuple[Replace, ...]
    """Constants that only dropped bodies used: their work stays, their name goes."""
    sites: tuple[SitePlan, ...]
    tells_by_ok: bool
    """Whether TypeScript must keep ``true`` and ``false`` of ``ok`` apart."""
    tells_by_status: bool
    """Whether it must keep the numbers of ``status`` apart, too."""
    layers: tuple[LayerPlan, ...] = ()
    """From the outside in."""
    consts: tuple[Span, ...] = ()
    """``true`` and ``false`` in bodies that callers tell answers apart by."""
    to_check: str = ""
    """What a person must write before anything of it runs."""
    built: Built | None = None
    """The client of the project that makes it."""


@dataclass(frozen=True)
class Leaving:
    """What the endpoint file loses."""

    moved: tuple[c.Statement, ...]
    """Statements that go to the action file as well, in their order."""
    imports: tuple[str, ...]
    """Imported names that the action file needs."""
    gone: tuple[c.Statement, ...]
    """Statements that leave the endpoint file; all of it goes when ``deletes``."""
    deletes: bool
    unexported: tuple[c.ExportSpecifier, ...] = ()
    """What leaves a list of exports, ``export { list as GET, create as POST }``."""
    parting: Parting | None = None
    """What an API route loses that keeps other methods."""
    shared: SharedFile | None = None
    """What moves into a file of its own, since the action and what stays both need it."""
    apart: Span | None = None
    """Where the file's methods stand as functions of their own, which were never meant to stay."""


@dataclass(frozen=True)
class FilePlan:
    """What becomes of one endpoint file."""

    module: Module
    entries: tuple[Entry, ...]
    """What is converted of it: several when one request chooses between them."""
    actions: tuple[ActionPlan, ...]
    leaving: Leaving
    place: Place


@dataclass(frozen=True)
class Plan:
    """All of it."""

    files: tuple[FilePlan, ...]
    notes: tuple[str, ...]
    written: WrittenOut
    """The calling files that this plan is about, which may have to be written out first."""
    durations: tuple[Duration, ...] = ()
    """The pages that may run longer from now on, as the endpoint did."""
    gate: str = ""
    """What becomes of the guard that middleware was, where it was one."""

    @property
    def actions(self) -> tuple[ActionPlan, ...]:
        return tuple(action for file in self.files for action in file.actions)
