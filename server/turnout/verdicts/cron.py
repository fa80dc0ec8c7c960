"""Jobs: a scheduler or a queue calls, with a secret, by vercel.json, or by a path that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from turnout.verdicts.evidence import DECISIVE, Evidence, at_contact, at_effect, at_entry
from turnout.verdicts.patterns import vercel_tables
from turnout.verdicts.view import EntryView

_PATH = re.compile(
    r"/(?:cron|crons|cron-?jobs?|jobs?|queues?|workers?|tasks/run|scheduled?|inngest|qstash|trigger|workflows?)(?:/|$)"
)


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.seen("secret", "queue-check"):
        if seen.effect.kind == "queue-check":
            text = f"A queue's signature is checked ({seen.effect.what}): the queue calls this."
        else:
            text = (
                f"The caller has to know {seen.effect.what}: a scheduler, a script or a service calls this, no browser."
            )
        yield at_effect(seen, "cron", "http-endpoint", DECISIVE, text)
        break
    if view.entry.url is not None and _is_in_vercel_json(view):
        text = "vercel.json has Vercel call it on a schedule."
        yield at_entry(view, "cron", "http-endpoint", DECISIVE, text)
    elif _PATH.search(view.url) and not view.client:
        text = f"Its path says that a scheduler or queue calls it: {view.entry.url}."
        yield at_entry(view, "cron", "http-endpoint", DECISIVE, text)
    queue = next((each for each in view.requests if each.caller.how == "queue"), None)
    if queue is not None:
        yield at_contact(queue, "cron", "http-endpoint", DECISIVE, "A queue is told to call it.")


def _is_in_vercel_json(view: EntryView) -> bool:
    for table in vercel_tables(view):
        crons: Any = table.get("crons")
        for cron in cast("list[Any]", crons) if isinstance(crons, list) else []:
            path: Any = cast("dict[str, Any]", cron).get("path") if isinstance(cron, dict) else None
            if isinstance(path, str) and _means(view, path.partition("?")[0]):
                return True
    return False


def _means(view: EntryView, path: str) -> bool:
    if view.app is None:
        return False
    parts = tuple(part for part in path.split("/") if part)
    route = view.entry.route
    if route is None:
        return False
    base = tuple(part for part in route.base_path.split("/") if part)
    if parts[: len(base)] == base:
        parts = parts[len(base) :]
    names = [segment.name if segment.kind == "static" else None for segment in route.segments]
    return len(names) == len(parts) and all(
        name is None or name == part for name, part in zip(names, parts, strict=True)
    )
