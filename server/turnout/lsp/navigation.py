"""From place to place: definition, references, lenses, and the search for an entry by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, cast

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified

from turnout import features
from turnout.lsp import from_lsp
from turnout.lsp.client import Client
from turnout.lsp.folders import Folder, Folders
from turnout.lsp.to_lsp import Writer

Pointing: TypeAlias = lsp.HoverParams | lsp.DefinitionParams | lsp.ReferenceParams | lsp.CompletionParams


def asked(folders: Folders, client: Client, params: Pointing) -> tuple[Writer, str, int] | None:
    """The snapshot, the path and the byte that a request is about; None outside of all projects."""
    found = folders.of(params.text_document.uri)
    if found is None:
        return None
    folder, path = found
    writer = folder.writer(client)
    source = writer.snapshot.source(path) if folder.knows(path) else None
    if source is None:
        return None
    return writer, path, from_lsp.offset(source.lines, params.position, client.encoding)


class Navigation:
    """The handlers. ``is_read`` waits for the end of a folder's reading."""

    def __init__(self, client: Client, folders: Folders, is_read: Callable[[Folder], Awaitable[None]]) -> None:
        self._client = client
        self._folders = folders
        self._is_read = is_read

    def definition(self, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        """From what is known by now: who waits for the end of the reading would keep other servers' answers waiting."""
        if (place := asked(self._folders, self._client, params)) is None:
            return None
        writer, path, at = place
        found = features.definition(writer.snapshot, path, at)
        return [writer.location(each) for each in found.places] if found is not None else None

    async def references(self, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        """Of what is ours, when all is read; of anything else nothing at once."""
        place, home = asked(self._folders, self._client, params), self._folders.of(params.text_document.uri)
        if place is None or home is None or features.references(place[0].snapshot, *place[1:]) is None:
            return None
        await self._is_read(home[0])
        if (place := asked(self._folders, self._client, params)) is None:
            return None
        writer, path, at = place
        found = features.references(writer.snapshot, path, at)
        if found is None:
            return None
        declared = found.declarations if params.context.include_declaration else ()
        return [writer.location(each) for each in (*declared, *found.callers)]

    def completions(self, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        if (place := asked(self._folders, self._client, params)) is None:
            return []
        writer, path, at = place
        return [writer.completion(path, each) for each in features.completions(writer.snapshot, path, at)]

    def code_lenses(self, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        """Places only; the client asks for the words of those that it shows."""
        found = self._folders.of(params.text_document.uri)
        if found is None:
            return []
        folder, path = found
        writer = folder.writer(self._client)
        if not folder.is_scanned or not folder.knows(path):
            return []
        return [
            lsp.CodeLens(
                writer.range(path, lens.span),
                data={"root": folder.root, "path": path, "half": half, "ask": dict(lens.data)},
            )
            for lens in features.lenses(writer.snapshot, path)
            for half in ("callers", "verdict")
        ]

    def resolve_code_lens(self, lens: lsp.CodeLens) -> lsp.CodeLens:
        data = _table(lens.data)
        folder = next((folder for folder in self._folders if folder.root == data.get("root")), None)
        if folder is None:
            return lens
        writer = folder.writer(self._client)
        text = features.lens(writer.snapshot, _table(data.get("ask")))
        if text is None:
            raise JsonRpcContentModified("The file has changed since.")
        lens.command = writer.lens_command(str(data["path"]), str(data["half"]), lens.range.start, text)
        return lens

    async def symbols(self, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        answer: list[lsp.WorkspaceSymbol] = []
        for folder in self._folders:
            await self._is_read(folder)
            writer = folder.writer(self._client)
            answer += [writer.symbol(found) for found in features.search(writer.snapshot, params.query)]
        return answer


def _table(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}
