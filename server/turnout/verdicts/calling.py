"""How callers call: in parallel, with a way to abort, while the page closes, taking a file from the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact
from turnout.verdicts.view import Contact, EntryView

_LIKELY = re.compile(
    rb"\bsignal\b|keepalive|onUploadProgress|responseType|Promise\.|getReader|\bblob\b|arrayBuffer"
    rb"|\bbody:\s*(?i:file|blob|stream|buffer)\b"
)
_TOGETHER = frozenset({"Promise.all", "Promise.allSettled", "Promise.race", "Promise.any"})


def signal(view: EntryView) -> Iterator[Evidence]:
    for contact in view.client:
        if view.is_action:
            if contact.use is not None and contact.use.in_parallel:
                text = "Several calls are started together, and the actions of a page run one after another."
                yield at_contact(contact, "calling", "http-endpoint", WEAK, text)
                return
            if contact.use is not None and contact.use.in_loop:
                text = "A loop calls it, one POST for each round: let it take the whole list."
                yield at_contact(contact, "calling", "http-endpoint", WEAK, text)
                return
            continue
        source = view.project.source(contact.caller.path)
        if source is None or not _LIKELY.search(source.data):
            continue
        module = view.project.module(contact.caller.path)
        call = _call_at(module, contact.caller.whole) if module is not None else None
        if module is not None and call is not None:
            found = next(_how(module, call), None)
            if found is not None:
                weight, text = found
                yield at_contact(contact, "calling", "http-endpoint", weight, text)
                return
    yield from _loops(view.client)


def _loops(contacts: tuple[Contact, ...]) -> Iterator[Evidence]:
    for contact in contacts:
        if contact.phase == "effect" and contact.request is not None and contact.caller.method not in (None, "GET"):
            text = "An effect calls it when the page is shown, which an action can, but for each page again."
            yield at_contact(contact, "calling", "http-endpoint", WEAK, text)
            return


def _how(module: Module, call: c.Code) -> Iterator[tuple[int, str]]:
    options = _options(call)
    if options is not None:
        if options.get("signal") is not None:
            yield CLEAR, "The caller can abort the request; a call of an action can't be."
        if options.get("keepalive") is not None:
            yield DECISIVE, "The request goes on while the page closes (keepalive)."
        if options.get("onUploadProgress") is not None:
            yield DECISIVE, "The caller shows how far the upload is."
        if options.get("responseType") is not None:
            yield DECISIVE, "The caller takes a file from the answer (responseType)."
        body = options.get("body")
        if isinstance(body, c.Name) and body.name.lower() in ("file", "blob", "stream", "buffer"):
            yield DECISIVE, "The caller sends a file as the body."
    for above in module.ancestors(call):
        match above:
            case c.Call(callee=callee) if c.dotted(callee) in _TOGETHER:
                yield CLEAR, "Several requests are started together; actions of a page run one after another."
            case c.Function():
                parent = module.parents.get(id(above))
                if not (
                    isinstance(parent, c.Call) and isinstance(parent.callee, c.Member) and parent.callee.name == "map"
                ):
                    break
            case _:
                pass
    if (function := module.function_around(call)) is not None:
        for each in c.walk(function):
            match each:
                case c.Member(name="getReader" | "blob" | "arrayBuffer") as member if _is_of_answer(member):
                    yield DECISIVE, "The caller reads a file or a stream from the answer."
                case _:
                    pass


def _is_of_answer(member: c.Member) -> bool:
    path = (c.dotted(member.object) or "").lower()
    return any(word in path for word in ("res", "response", "body"))


def _options(call: c.Code) -> c.Object | None:
    match call:
        case c.Call(arguments=arguments):
            return next((each for each in reversed(arguments) if isinstance(each, c.Object)), None)
        case _:
            return None


def _call_at(module: Module, span: Span) -> c.Code | None:
    return next((each for each in reversed(module.path_to(span.start)) if each.span == span), None)
