"""Route segment config: what only a route handler can say of itself."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.verdicts.evidence import CLEAR, WEAK, Evidence
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    module = view.project.module(view.entry.path) if not view.is_action else None
    if module is None:
        return
    for export in module.exports:
        value = c.bare(export.value) if export.value is not None else None
        text = ""
        weight = WEAK
        match export.name, value:
            case "maxDuration", c.Number(text=seconds):
                is_long = seconds.isdigit() and int(seconds) > 60
                weight = CLEAR if is_long else WEAK
                text = f"It may run for {seconds} seconds; other actions of the page would wait for it."
            case "revalidate", c.Number() if "GET" in view.methods:
                text = "Its answer is kept and made anew after a while (revalidate)."
            case "dynamic", c.String(value="force-static" | "error") if "GET" in view.methods:
                weight, text = CLEAR, "Its answer is made at build time."
            case "config", c.Object() as config:
                api = config.get("api")
                inner = c.bare(api) if api is not None else None
                parser = inner.get("bodyParser") if isinstance(inner, c.Object) else None
                if isinstance(parser, c.Constant) and parser.text == "false":
                    weight, text = CLEAR, "It takes the body as it was sent (bodyParser: false)."
            case _:
                pass
        if text:
            yield Evidence("segment-config", "http-endpoint", weight, text, module.path, export.name_span)
