"""Entries that only server code calls: they need no address, a plain function does."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.component import is_component
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact
from turnout.verdicts.unseen import is_loaded_whole, is_partial
from turnout.verdicts.view import Contact, EntryView

_RENDERING = frozenset({"rsc", "pages-server", "pages"})


def signal(view: EntryView) -> Iterator[Evidence]:
    if not view.server or len(view.server) != len(view.contacts):
        return
    if is_component(view):
        return
    if view.app is None or is_partial(view.project, view.app) or (view.is_action and is_loaded_whole(view)):
        return
    if view.is_action:
        yield from _of_action(view)
    else:
        yield from _of_endpoint(view)


def _of_action(view: EntryView) -> Iterator[Evidence]:
    passed = next((each for each in view.server if each.caller.how != "call"), None)
    if passed is not None:
        text = f"Server code passes it on ({passed.caller.how}): it may reach the browser."
        yield at_contact(passed, "server-only-callers", "server-function", WEAK, text)
        return
    text = f"Only server code calls it{_where(view.server)}: as a Server Action anyone can POST to it, for nothing."
    yield at_contact(view.server[0], "server-only-callers", "server-function", DECISIVE, text)


def _of_endpoint(view: EntryView) -> Iterator[Evidence]:
    asking = [each for each in view.server if each.caller.how in ("fetch", "axios", "ky", "request-object", "call")]
    if len(asking) != len(view.server) or not all(each.caller.is_certain for each in asking):
        return
    layers = set[str]().union(*(view.project.layers(each.caller.path) for each in asking))
    if layers and layers <= _RENDERING:
        text = "Only Server Components request it: they can call the function behind it, without a round trip."
        yield at_contact(asking[0], "server-only-callers", "server-function", DECISIVE, text)
    elif layers and "middleware" not in layers:
        text = "Only server code of this app requests it: it could call the function behind it."
        yield at_contact(asking[0], "server-only-callers", "server-function", CLEAR, text)


def _where(contacts: tuple[Contact, ...]) -> str:
    files = list(dict.fromkeys(each.caller.path.rpartition("/")[2] for each in contacts))
    return f" ({', '.join(files[:2])}{' …' if len(files) > 2 else ''})"
