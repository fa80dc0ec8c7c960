"""Nothing calls it, as far as this project shows."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.effects import effects_in
from turnout.project.paths import folder_of, name_of
from turnout.verdicts.component import is_component
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_entry
from turnout.verdicts.unseen import is_loaded_whole, is_partial
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.contacts or not view.project.is_complete or is_component(view):
        return
    tested = any(caller.side == "test" for caller in view.callers)
    if view.is_action:
        if view.entry.is_inline and not view.entry.symbol:
            return
        text = (
            "Only tests call it." if tested else "Nothing in this project calls it, and it can't be called by address."
        )
        weight = CLEAR if is_loaded_whole(view) or _is_partial(view) else DECISIVE
        yield at_entry(view, "nobody", "unused", weight, text)
        return
    if _is_partial(view):
        return
    yield at_entry(
        view, "nobody", "unused", CLEAR, "Only tests call it." if tested else "Nothing in this project calls it."
    )
    if tested:
        yield at_entry(view, "nobody", "http-endpoint", WEAK, "Its tests keep it as something of its own.")
    if _is_sample(view):
        text = "It answers always the same, as the sample of a new project does."
        yield at_entry(view, "nobody", "unused", WEAK, text)
    elif view.seen("session") and _neighbours_are_called(view):
        text = "It asks for this app's own session, and the app calls its neighbours but not this one."
        yield at_entry(view, "nobody", "unused", WEAK, text)


def _is_partial(view: EntryView) -> bool:
    return view.app is None or is_partial(view.project, view.app)


def _is_sample(view: EntryView) -> bool:
    """``hello.ts`` that looks at nothing and calls nothing."""
    name = name_of(view.entry.path)
    folder = name_of(folder_of(view.entry.path))
    if not (
        name.startswith(("hello", "example", "sample"))
        or folder in ("hello", "example", "sample", "helloworld", "hello-world")
    ):
        return False
    return view.module is not None and all(
        not effects_in(view.module, body).calls or not view.trace.effects for body in view.bodies
    )


def _neighbours_are_called(view: EntryView) -> bool:
    """Other methods of the same file have callers: an outside caller of just this one is unlikely."""
    others = [each for each in view.project.entries(view.entry.path) if each.symbol != view.entry.symbol]
    return any(caller.side == "client" for each in others for caller in view.project.callers(each))
