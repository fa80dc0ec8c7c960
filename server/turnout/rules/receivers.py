"""The functions of a file that callers from outside reach, with what the rules about their input ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.inputs import Receiver, Side
from turnout.project.entries import Entry
from turnout.rules.rule import FileView
from turnout.rules.strangers import about_entry
from turnout.verdicts.view import EntryView


@dataclass(frozen=True)
class Received:
    """An entry whose function stands in the file that is judged."""

    entry: Entry
    about: EntryView
    receiver: Receiver

    @property
    def function(self) -> c.Function:
        return self.receiver.function

    @property
    def is_action(self) -> bool:
        return self.receiver.side == "action"


def received(view: FileView) -> Iterator[Received]:
    """Each function once that the file's endpoints and actions are made of."""
    if view.role == "test" or not (view.role in ("route-handler", "api-route") or view.has(b"use server")):
        return
    seen: set[int] = set()
    for entry in view.project.entries(view.path):
        about = about_entry(view, entry)
        function = about.function
        if about.module is None or about.module.path != view.path or function is None or id(function) in seen:
            continue
        seen.add(id(function))
        side: Side = "action" if entry.kind == "server-action" else entry.kind
        yield Received(entry, about, Receiver(about.module, function, side, bool(about.wrappers)))


def statement_of(view: FileView, code: c.Code) -> c.Code:
    """The statement that a value stands in."""
    last = code
    for above in view.module.ancestors(code):
        if isinstance(above, (c.Block, c.Function, c.Case)):
            return last
        last = above
    return last
