"""Answers that are no data: images, files, CSV, HTML, downloads; and uploads that are too large for an action."""

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
    for seen in view.trace.of("form"):
        if view.trace.of("storage-write", "file-write") or _takes_file(view):
            text = "Files are uploaded to it: an action takes 1 MB unless the config says otherwise."
            yield at_effect(seen, "upload", "http-endpoint", DECISIVE, text)
            return


def _takes_file(view: EntryView) -> bool:
    if view.module is None:
        return False
    text = b" ".join(view.module.source.data[body.span.start : body.span.end] for body in view.bodies)
    return b"arrayBuffer()" in text or b"as File" in text or b"instanceof File" in text or b"Blob" in text
