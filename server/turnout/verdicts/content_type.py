"""Answers that are no data: images, files, CSV, HTML, downloads."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, WEAK, Evidence, at_effect
from turnout.verdicts.view import EntryView

_TEXTUAL = ("text/plain", "a content type")


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.trace.of("binary", "content-type"):
        what = seen.effect.what
        if seen.effect.kind == "binary":
            text = f"It answers with a file or an image ({what})."
        elif what.startswith(_TEXTUAL):
            yield at_effect(seen, "content-type", "http-endpoint", WEAK, f"It sets its content type ({what}).")
            continue
        else:
            text = f"It answers with {what}, which an action can't."
        yield at_effect(seen, "content-type", "http-endpoint", DECISIVE, text)
        return
