"""The functions of a file that callers from outside reach, with what the rules about their input ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.effects import effects_in
from turnout.model.inputs import Handed, Receiver, Side
from turnout.model.module import Module
from turnout.project.effects import function_behind
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.rules.looked_at import is_looked_at, sounds_like_look
from turnout.rules.rule import FileView, Related
from turnout.rules.strangers import about_entry
from turnout.text.span import Span
from turnout.verdicts.view import EntryView

DEEPEST = 2
"""Functions that a caller's value is followed into, one after another."""


@dataclass(frozen=True)
class Received:
    """An entry whose function stands in the file that is judged, or a function that it hands its input on to."""

    entry: Entry
    about: EntryView
    receiver: Receiver
    by: Received | None = None
    """The one that hands on."""
    call: c.Call | None = None
    """The call by which it does so."""

    @property
    def function(self) -> c.Function:
        return self.receiver.function

    @property
    def module(self) -> Module:
        return self.receiver.module

    @property
    def is_action(self) -> bool:
        return self.entry.kind == "server-action"

    def is_looked_at(self, value: c.Expression) -> bool:
        """Whether a caller's value was looked at before it is used, here or before it was handed on."""
        if is_looked_at(self.module, self.function, value):
            return True
        given = self.given(value)
        return self.by is not None and given is not None and self.by.is_looked_at(given)

    def place(self, value: c.Expression) -> Span:
        """Where a value is used, in the file that is judged: at the call that hands it on, if need be."""
        if self.by is None or self.call is None or self.module.path == self.entry.path:
            return value.span
        given = self.given(value)
        return self.by.place(given if given is not None else self.call.callee)

    def related(self, value: c.Code, text: str) -> tuple[Related, ...]:
        """Where a value is used really, when that is in another file."""
        is_here = self.by is None or self.module.path == self.entry.path
        return () if is_here else (Related(self.module.path, value.span, text),)

    def given(self, value: c.Expression) -> c.Expression | None:
        """The argument that a value comes from."""
        if self.call is None:
            return None
        current: c.Expression | None = c.bare(value)
        for _ in range(8):
            match current:
                case c.Member(object=below) | c.Index(object=below) | c.Await(value=below) | c.Cast(value=below):
                    current = below
                case c.Call(callee=c.Member(object=below)):
                    current = below
                case c.Name():
                    binding = self.module.scopes.binding(current)
                    if binding is not None and binding.kind == "parameter":
                        at = binding.index
                        given = self.call.arguments[at] if at < len(self.call.arguments) else None
                        return given if not isinstance(given, c.Spread) else None
                    current = binding.value if binding is not None else None
                case _:
                    return None
        return None


_received: WeakKeyDictionary[Snapshot, dict[str, tuple[Received, ...]]] = WeakKeyDictionary()
_handed: WeakKeyDictionary[Snapshot, dict[str, tuple[Received, ...]]] = WeakKeyDictionary()


def received(view: FileView) -> tuple[Received, ...]:
    """Each function once that the file's endpoints and actions are made of."""
    if view.role == "test" or not (view.role in ("route-handler", "api-route") or view.has(b"use server")):
        return ()
    kept = _received.setdefault(view.project, {})
    if view.path not in kept:
        kept[view.path] = tuple(_read(view))
    return kept[view.path]


def reached(view: FileView) -> tuple[Received, ...]:
    """Those, and the functions that they hand something of their caller's on to, in other files too."""
    kept = _handed.setdefault(view.project, {})
    if view.path not in kept:
        own = received(view)
        kept[view.path] = (*own, *_followed(view, own))
    return kept[view.path]


def _read(view: FileView) -> Iterator[Received]:
    seen: set[int] = set()
    for entry in view.project.entries(view.path):
        about = about_entry(view, entry)
        function = about.function
        if about.module is None or about.module.path != view.path or function is None or id(function) in seen:
            continue
        seen.add(id(function))
        side: Side = "action" if entry.kind == "server-action" else entry.kind
        yield Received(entry, about, Receiver(about.module, function, side, bool(about.wrappers)))


def _followed(view: FileView, own: tuple[Received, ...]) -> Iterator[Received]:
    level = own
    seen = {id(each.function) for each in own}
    for _ in range(DEEPEST):
        following: list[Received] = []
        for each in level:
            for further in _handed_on(view, each):
                # The first caller speaks for all.
                if id(further.function) not in seen:
                    seen.add(id(further.function))
                    following.append(further)
        yield from following
        level = tuple(following)


def _handed_on(view: FileView, each: Received) -> Iterator[Received]:
    for outgoing in effects_in(each.module, each.function).calls:
        call = outgoing.call
        # safeRedirect(url), validUrl(url): a function whose name says that it looks has its own way to.
        if sounds_like_look(c.last_name(call.callee)) or not any(_is_given(each, part) for part in call.arguments):
            continue
        target = function_behind(view.project, each.module, outgoing.callee)
        if target is None or _is_judged_itself(view, target[0].path):
            continue
        handed = Handed(each.receiver, call.arguments)
        yield Received(each.entry, each.about, Receiver(*target, "function", handed=handed), each, call)


def _is_given(each: Received, argument: c.Expression | c.Spread) -> bool:
    if isinstance(argument, c.Spread):
        return False
    bare = c.bare(argument)
    if isinstance(bare, c.Object):
        return any(_is_given(each, member.value) for member in bare.members if isinstance(member, c.Property))
    return each.receiver.input_of(argument) is not None


def _is_judged_itself(view: FileView, path: str) -> bool:
    """Another file's actions: what they are given is told there."""
    surface = view.project.surface(path)
    return path != view.path and surface is not None and surface.directive is not None


def statement_of(view: FileView, code: c.Code) -> c.Code:
    """The statement that a value stands in."""
    last = code
    for above in view.module.ancestors(code):
        if isinstance(above, (c.Block, c.Function, c.Case)):
            return last
        last = above
    return last
