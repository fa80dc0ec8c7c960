"""The texts that the editor holds open: ours, because pygls splits lines where the protocol does not."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types as lsp

from turnout.lsp.from_lsp import changed
from turnout.text.line_index import Encoding
from turnout.text.source import SourceFile

log = logging.getLogger("turnout")


@dataclass(frozen=True)
class Document:
    """One open text; ``uri`` is as the editor writes it."""

    uri: str
    data: bytes
    version: int


class Documents:
    """All open texts by URI. A change of a text that was never opened is ignored: of what is it a change?"""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding: Encoding = encoding
        self._open: dict[str, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Document | None:
        return self._open.get(uri)

    def open(self, item: lsp.TextDocumentItem) -> Document:
        document = Document(item.uri, SourceFile.of("", item.text).data, item.version)
        self._open[item.uri] = document
        return document

    def change(self, params: lsp.DidChangeTextDocumentParams) -> Document | None:
        before = self._open.get(params.text_document.uri)
        if before is None:
            log.warning("%s was changed by the editor without being open: ignored.", params.text_document.uri)
            return None
        data = changed(before.data, params.content_changes, self._encoding)
        document = Document(before.uri, data, params.text_document.version)
        self._open[before.uri] = document
        return document

    def close(self, uri: str) -> Document | None:
        return self._open.pop(uri, None)
