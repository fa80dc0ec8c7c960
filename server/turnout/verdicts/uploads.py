"""Uploads: forms with files, bodies that come in pieces, uploads that can be taken up again (tus)."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_effect
from turnout.verdicts.view import EntryView

_FILES = (b"arrayBuffer()", b"as File", b"instanceof File", b"Blob")


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.seen("upload"):
        text = f"It reads an upload piece by piece ({seen.effect.what}); an action gets its whole body at once."
        yield at_effect(seen, "uploads", "http-endpoint", DECISIVE, text)
        return
    for seen in view.trace.of("form"):
        if view.trace.of("storage-write", "file-write") or _takes_file(view):
            text = "Files are uploaded to it: an action takes 1 MB unless the config says otherwise."
            yield at_effect(seen, "uploads", "http-endpoint", DECISIVE, text)
            return


def _takes_file(view: EntryView) -> bool:
    if view.module is None:
        return False
    text = b" ".join(view.module.source.data[body.span.start : body.span.end] for body in view.bodies)
    return any(word in text for word in _FILES)
