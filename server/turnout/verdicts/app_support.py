"""Whether the app can have Server Actions at all: App Router, a Next.js that knows them, a server at run time."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import CLEAR, DECISIVE, Evidence, at_entry
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    app = view.app
    if app is None:
        return
    if app.app_dir is None and app.pages_dir is not None:
        text = "This app has no app directory: Server Actions need the App Router."
        yield from _no_actions(view, text)
    elif app.is_before(13, 4) or (app.is_before(14) and not _is_switched_on(view)):
        text = (
            f"Next.js {app.next_version} has no Server Actions: they came with 14 (13.4 by experimental.serverActions)."
        )
        yield from _no_actions(view, text)
    elif app.config.output == "export":
        text = (
            "The app is exported (output: 'export'): no server runs Server Actions, and only static GET handlers work."
        )
        if view.is_action:
            yield at_entry(view, "app-support", "server-action", -CLEAR, text)
        else:
            yield at_entry(view, "app-support", "server-action", -DECISIVE, text)


def _no_actions(view: EntryView, text: str) -> Iterator[Evidence]:
    if view.is_action:
        yield at_entry(view, "app-support", "http-endpoint", DECISIVE, text)
    else:
        yield at_entry(view, "app-support", "server-action", -DECISIVE, text)


def _is_switched_on(view: EntryView) -> bool:
    config = view.app.config.server_actions if view.app is not None else None
    return config is not None and config.enabled is not False and not config.is_misplaced
