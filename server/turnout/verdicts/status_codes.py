"""Status codes that callers tell apart: an action has none, and would give the difference back as a value."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.verdicts.evidence import WEAK, Evidence, at_contact
from turnout.verdicts.view import Contact, EntryView

_COMPARISONS = frozenset({"===", "==", "!==", "!=", "<", ">", "<=", ">="})


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for contact in view.client:
        code = _code_read(view, contact)
        if code is not None:
            text = f"Its caller reads the status of the answer ({code}), which an action doesn't have."
            yield at_contact(contact, "status-codes", "http-endpoint", WEAK, text)
            return


def _code_read(view: EntryView, contact: Contact) -> str | None:
    source = view.project.source(contact.caller.path)
    if source is None or b".status" not in source.data:
        return None
    module = view.project.module(contact.caller.path)
    return next(_codes(module, contact), None) if module is not None else None


def _codes(module: Module, contact: Contact) -> Iterator[str]:
    path = module.path_to(contact.caller.span.start)
    function = next((each for each in reversed(path) if isinstance(each, c.Function)), None)
    for each in c.walk(function) if function is not None else ():
        match each:
            case c.Binary(operator=operator, left=left, right=right) if operator in _COMPARISONS:
                for one, other in ((left, right), (right, left)):
                    number = c.bare(other)
                    if _is_status(one) and isinstance(number, c.Number) and number.text not in ("200", "300"):
                        yield number.text
            case c.Switch(subject=subject, cases=cases) if _is_status(subject):
                for case in cases:
                    if isinstance(case.test, c.Number):
                        yield case.test.text
            case _:
                pass


def _is_status(expression: c.Expression) -> bool:
    bare = c.bare(expression)
    return isinstance(bare, c.Member) and bare.name == "status"
