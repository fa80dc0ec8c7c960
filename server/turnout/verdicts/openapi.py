"""Documented for others: OpenAPI comments, and registries that name the path (zod-to-openapi, next-rest-framework)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_contact, at_entry
from turnout.verdicts.view import EntryView

_NOTES = re.compile(r"@swagger|@openapi|\boperationId\b|@response\s|@tag\s|x-internal:|@summary\s|@pathParams\b")
_WORDS = re.compile(rb"@swagger|@openapi|operationId|@response|@tag|x-internal|@summary|@pathParams")


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    source = view.project.source(view.entry.path)
    module = view.project.module(view.entry.path) if source is not None and _WORDS.search(source.data) else None
    if module is not None and any(_NOTES.search(comment.text) for comment in module.comments):
        text = "It is documented as a public API (OpenAPI)."
        yield at_entry(view, "openapi", "http-endpoint", DECISIVE, text)
        return
    documented = next((each for each in view.contacts if each.caller.how == "openapi"), None)
    if documented is not None:
        text = "An OpenAPI document names its path: others may call it."
        yield at_contact(documented, "openapi", "http-endpoint", DECISIVE, text)
