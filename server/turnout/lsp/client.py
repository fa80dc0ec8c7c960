"""What the client can do, asked once at ``initialize``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lsprotocol import types as lsp

from turnout.text.line_index import Encoding


@dataclass(frozen=True)
class Client:
    """One editor's abilities. The defaults are those of an editor that says nothing."""

    encoding: Encoding = "utf-16"
    process: int | None = None

    pulls: bool = False
    """It asks for diagnostics itself; then none are pushed."""
    refreshes: bool = False
    related: bool = False
    tags: bool = False
    versions: bool = False
    """It wants to know which version published diagnostics belong to."""

    markdown: bool = False

    action_literals: bool = False
    resolves_edits: bool = False
    disabled: bool = False

    document_changes: bool = False
    creates: bool = False
    deletes: bool = False
    annotations: bool = False

    refreshes_lenses: bool = False
    commands: frozenset[str] = frozenset()
    """The commands that it can run itself, as it says in ``experimental.commands``; other lenses are text only."""

    configuration: bool = False
    registers_configuration: bool = False
    registers_watching: bool = False
    progress: bool = False

    @staticmethod
    def of(params: lsp.InitializeParams) -> Client:
        can = _Capabilities(params.capabilities)
        operations = can.list("workspace.workspace_edit.resource_operations")
        formats = can.list("text_document.hover.content_format")
        return Client(
            encoding=_encoding(can.list("general.position_encodings")),
            process=params.process_id,
            pulls=can.has("text_document.diagnostic"),
            refreshes=can.flag("workspace.diagnostics.refresh_support"),
            related=can.flag("text_document.publish_diagnostics.related_information")
            or can.flag("text_document.diagnostic.related_information"),
            tags=can.has("text_document.publish_diagnostics.tag_support")
            or can.has("text_document.diagnostic.tag_support"),
            versions=can.flag("text_document.publish_diagnostics.version_support"),
            markdown=formats[:1] == ["markdown"],
            action_literals=can.has("text_document.code_action.code_action_literal_support"),
            resolves_edits="edit" in can.list("text_document.code_action.resolve_support.properties")
            and can.flag("text_document.code_action.data_support"),
            disabled=can.flag("text_document.code_action.disabled_support"),
            document_changes=can.flag("workspace.workspace_edit.document_changes"),
            creates="create" in operations,
            deletes="delete" in operations,
            annotations=can.has("workspace.workspace_edit.change_annotation_support"),
            refreshes_lenses=can.flag("workspace.code_lens.refresh_support"),
            commands=frozenset(can.list("experimental.commands.commands")),
            configuration=can.flag("workspace.configuration"),
            registers_configuration=can.flag("workspace.did_change_configuration.dynamic_registration"),
            registers_watching=can.flag("workspace.did_change_watched_files.dynamic_registration"),
            progress=can.flag("window.work_done_progress"),
        )

    @property
    def makes_and_deletes(self) -> bool:
        """Whether a workspace edit may make and delete files."""
        return self.document_changes and self.creates and self.deletes


def _encoding(offered: Sequence[str]) -> Encoding:
    """UTF-8 wherever it is offered, because our places are bytes; every client knows UTF-16, which is the default."""
    for encoding in _PREFERRED:
        if encoding in offered:
            return encoding
    return "utf-16"


_PREFERRED: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")


class _Capabilities:
    """Nested capabilities by dotted path; whatever is not there is not offered."""

    def __init__(self, root: lsp.ClientCapabilities) -> None:
        self._root = root

    def has(self, path: str) -> bool:
        return self._at(path) not in (None, False)

    def flag(self, path: str) -> bool:
        return self._at(path) is True

    def list(self, path: str) -> list[str]:
        return [getattr(item, "value", item) for item in self._at(path) or ()]

    def _at(self, path: str) -> Any:
        value: Any = self._root
        for name in path.split("."):
            # What is experimental has no class of its own.
            is_table = isinstance(value, Mapping)
            value = cast("Mapping[str, Any]", value).get(name) if is_table else getattr(value, name, None)
        return value
