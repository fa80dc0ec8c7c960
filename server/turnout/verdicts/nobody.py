"""Nothing calls it, as far as this project shows."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from turnout.model.effects import effects_in
from turnout.project.paths import folder_of, name_of
from turnout.project.snapshot import Snapshot
from turnout.verdicts.component import is_component
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_entry
from turnout.verdicts.unseen import is_loaded_whole, is_partial
from turnout.verdicts.view import EntryView

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
"""A read that asks for no session may be there for other sites and programs."""

_OWN = 0.4
"""Share of an app's endpoints that its own interface calls, above which they are there for it; an API has far less."""

_shares: WeakKeyDictionary[Snapshot, dict[str, float]] = WeakKeyDictionary()


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
    elif _neighbours_are_called(view) and (view.seen("session") or not view.methods & _READS):
        text = "The app calls its neighbours in the file, but not this one."
        yield at_entry(view, "nobody", "unused", WEAK, text)
    elif view.seen("session") and _calls_its_own(view) and not _may_be_extended(view):
        text = "It asks for this app's own session, and the app calls others of its endpoints, but not this one."
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


def _may_be_extended(view: EntryView) -> bool:
    """``<Directories urls={{ remove: '/api/directories' }} />``: what isn't here may put an id behind it and ask."""
    above, _, last = (view.entry.url or "").rpartition("/")
    if view.app is None or not last.startswith("["):
        return False
    return any(
        caller.how == "mention"
        for route in view.project.routes(view.app).routes
        if route.url == above
        for entry in view.project.entries(route.path)
        for caller in view.project.callers(entry)
    )


def _calls_its_own(view: EntryView) -> bool:
    """Whether the app's endpoints are there for its own interface: it calls a good part of them."""
    if view.app is None:
        return False
    kept = _shares.setdefault(view.project, {})
    if view.app.root not in kept:
        endpoints = [each for each in view.project.all_entries(view.app) if each.kind != "server-action"]
        called = [each for each in endpoints if any(caller.side == "client" for caller in view.project.callers(each))]
        kept[view.app.root] = len(called) / max(len(endpoints), 1)
    return kept[view.app.root] >= _OWN
