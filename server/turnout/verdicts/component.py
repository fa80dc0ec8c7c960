"""A component with 'use server': the directive makes it an endpoint, and Server Components need none."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.verdicts.evidence import DECISIVE, Evidence, at_entry
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if is_component(view):
        text = "It is a component, and 'use server' makes it an endpoint: Server Components need no directive."
        yield at_entry(view, "component", "server-function", DECISIVE, text)


def is_component(view: EntryView) -> bool:
    """Whether an action has a component's name and gives JSX back."""
    if not view.is_action or not view.entry.symbol[:1].isupper() or view.function is None:
        return False
    return any(isinstance(each, c.Jsx) for each in c.walk_own(view.function))
