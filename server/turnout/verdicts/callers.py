"""Who calls: this app's own interface, server code, code outside of the app, or nobody that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.client_reads import only_reads
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact
from turnout.verdicts.view import Contact, EntryView

_MUTATING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_PLAIN = frozenset({"fetch", "request-object", "axios", "ky", "swr-mutation", "call"})


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.outside:
        text = "Code outside of this app calls it."
        yield at_contact(view.outside[0], "callers", "http-endpoint", DECISIVE if not view.is_action else CLEAR, text)
    if view.is_action:
        yield from _of_action(view)
    else:
        yield from _of_endpoint(view)


def _of_action(view: EntryView) -> Iterator[Evidence]:
    if not view.client:
        return
    form = next((each for each in view.client if each.caller.how in ("form-action", "action-state")), None)
    if form is not None:
        text = "A form submits to it, and does so before JavaScript has loaded."
        yield at_contact(form, "callers", "server-action", CLEAR, text)
    elif not only_reads(view):
        text = f"{_count(view.client)} of this app's interface."
        yield at_contact(view.client[0], "callers", "server-action", WEAK, text)


def _of_endpoint(view: EntryView) -> Iterator[Evidence]:
    """Only requests that an action could take over: plain ones, sure to mean this entry, that ask for a change."""
    changing = [each for each in view.client if is_mutation(view, each)]
    if not changing or len(changing) != len(view.requests):
        return
    if all(each.caller.how in _PLAIN and each.caller.is_certain for each in changing):
        text = f"Only this app's own interface calls it: {_places(changing)}."
        yield at_contact(changing[0], "callers", "server-action", CLEAR, text)


def is_mutation(view: EntryView, contact: Contact) -> bool:
    """Whether a request asks for a change: by its method, or by the only ones that the entry answers."""
    method = contact.caller.method
    if method is not None:
        return method in _MUTATING
    return bool(view.methods) and view.methods <= _MUTATING


def _count(contacts: tuple[Contact, ...]) -> str:
    files = len({each.caller.path for each in contacts})
    return "It is called from one place" if files == 1 else f"It is called from {files} files"


def _places(contacts: list[Contact]) -> str:
    files = list(dict.fromkeys(each.caller.path.rpartition("/")[2] for each in contacts))
    shown = ", ".join(files[:2])
    return shown if len(files) <= 2 else f"{shown} and {len(files) - 2} more"
