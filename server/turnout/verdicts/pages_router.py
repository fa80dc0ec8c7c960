"""Callers in the Pages Router: to them a 'use server' file is an ordinary module, bundled into the browser."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_contact
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.app is not None and view.app.app_dir is None:
        return
    for contact in view.client:
        if "pages" not in contact.caller.routers:
            continue
        if view.is_action:
            text = (
                "The Pages Router calls it: there 'use server' means nothing, and the code is bundled into the browser."
            )
        else:
            text = "A page of the Pages Router calls it, and there Server Actions don't work."
        yield at_contact(contact, "pages-router", "http-endpoint", DECISIVE, text)
        return
