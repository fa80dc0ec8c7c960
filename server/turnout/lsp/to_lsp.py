"""Plain data as the protocol says it, for what the client can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lsprotocol import types as lsp

from turnout.features import Action, Completion, Diagnostic, Hover, LensText, Place, Snapshot, Symbol, link_places
from turnout.lsp.client import Client
from turnout.text.edits import Edit, SourceChange
from turnout.text.markdown import render
from turnout.text.source import SourceFile
from turnout.text.span import NOWHERE, Span

_SEVERITIES: Mapping[str, lsp.DiagnosticSeverity] = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "information": lsp.DiagnosticSeverity.Information,
    "hint": lsp.DiagnosticSeverity.Hint,
}

SHOW_REFERENCES = "turnout.showReferences"
SHOW_VERDICT = "turnout.showVerdict"
"""Commands of the client; it says in its capabilities whether it has them."""


@dataclass(frozen=True)
class Writer:
    """Says the things of one snapshot to one client."""

    client: Client
    snapshot: Snapshot
    uri: Callable[[str], str]
    """The URI of a path."""

    def range(self, path: str, span: Span) -> lsp.Range:
        source = self.snapshot.source(path) or SourceFile(path, b"")
        start = source.lines.position(span.start, self.client.encoding)
        end = source.lines.position(span.end, self.client.encoding)
        return lsp.Range(lsp.Position(*start), lsp.Position(*end))

    def diagnostic(self, finding: Diagnostic) -> lsp.Diagnostic:
        return lsp.Diagnostic(
            range=self.range(finding.path, finding.span),
            message=finding.message,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            code_description=lsp.CodeDescription(finding.docs) if finding.docs else None,
            source="turnout",
            tags=_tags(finding) if self.client.tags else None,
            related_information=[self._related(place) for place in finding.related]
            if self.client.related and finding.related
            else None,
            data={"category": finding.category, "fixes": list(finding.fixes)},
        )

    def hover(self, path: str, hover: Hover) -> lsp.Hover:
        contents = (
            lsp.MarkupContent(lsp.MarkupKind.Markdown, link_places(hover.markdown, self._address))
            if self.client.markdown
            else lsp.MarkupContent(lsp.MarkupKind.PlainText, render(hover.markdown))
        )
        return lsp.Hover(contents, self.range(path, hover.span))

    def _address(self, path: str, span: Span) -> str:
        """A place as editors open it from Markdown: ``file:///…/page.tsx#L9,5``."""
        source = self.snapshot.source(path) or SourceFile(path, b"")
        line, column = source.lines.position(span.start, "utf-16")
        return f"{self.uri(path)}#L{line + 1},{column + 1}"

    def location(self, place: Place) -> lsp.Location:
        return lsp.Location(self.uri(place.path), self.range(place.path, place.span))

    def completion(self, path: str, found: Completion) -> lsp.CompletionItem:
        return lsp.CompletionItem(
            found.url,
            kind=lsp.CompletionItemKind.Reference,
            detail=", ".join(found.methods) or None,
            filter_text=found.url,
            text_edit=lsp.TextEdit(self.range(path, found.span), found.text),
        )

    def lens_command(self, path: str, half: str, at: lsp.Position, lens: LensText) -> lsp.Command:
        """One half of a lens. A client without the command shows the words alone."""
        name = SHOW_REFERENCES if half == "callers" else SHOW_VERDICT
        title = lens.callers if half == "callers" else lens.verdict
        if name not in self.client.commands or (half == "callers" and not lens.places):
            return lsp.Command(title, "")
        places = [[self.location(place) for place in lens.places]] if half == "callers" else []
        return lsp.Command(title, name, arguments=[self.uri(path), at, *places])

    def symbol(self, found: Symbol) -> lsp.WorkspaceSymbol:
        kind = lsp.SymbolKind.Function if found.is_action else lsp.SymbolKind.Interface
        return lsp.WorkspaceSymbol(self.location(found.place), found.name, kind, container_name=found.app or None)

    def code_action(self, action: Action) -> lsp.CodeAction:
        """The action without its edit."""
        return lsp.CodeAction(
            title=action.title,
            kind=action.kind,
            diagnostics=[self.diagnostic(finding) for finding in action.fixes] or None,
            is_preferred=True if action.is_preferred else None,
            disabled=lsp.CodeActionDisabled(action.disabled) if action.disabled else None,
        )

    def workspace_edit(self, change: SourceChange, label: str) -> lsp.WorkspaceEdit:
        """The change with the versions that it was made for. Making and deleting need ``client.makes_and_deletes``."""
        if not self.client.document_changes:
            return lsp.WorkspaceEdit(
                changes={self.uri(path): self._edits(path, edits) for path, edits in change.edits.items()}
            )
        annotation = _ANNOTATION if self.client.annotations and (change.notes or len(change.paths) > 1) else None
        # First all new files, then all texts: when the two alternate, VS Code's undo stops half-way.
        steps: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = []
        steps += (lsp.CreateFile(self.uri(path), annotation_id=annotation) for path in change.created)
        for path, text in change.created.items():
            steps.append(self._document_edit(path, (Edit(NOWHERE, text),), None, annotation))
        for path, edits in change.edits.items():
            source = self.snapshot.source(path)
            steps.append(self._document_edit(path, edits, source.version if source else None, annotation))
        steps += (lsp.DeleteFile(self.uri(path), annotation_id=annotation) for path in change.deleted)
        return lsp.WorkspaceEdit(
            document_changes=steps,
            change_annotations={
                annotation: lsp.ChangeAnnotation(
                    label, needs_confirmation=False, description=" ".join(change.notes) or None
                )
            }
            if annotation is not None
            else None,
        )

    def _document_edit(
        self, path: str, edits: Iterable[Edit], version: int | None, annotation: str | None
    ) -> lsp.TextDocumentEdit:
        document = lsp.OptionalVersionedTextDocumentIdentifier(self.uri(path), version)
        plain = self._edits(path, edits)
        if annotation is None:
            return lsp.TextDocumentEdit(document, plain)
        return lsp.TextDocumentEdit(
            document, [lsp.AnnotatedTextEdit(annotation, edit.range, edit.new_text) for edit in plain]
        )

    def _edits(self, path: str, edits: Iterable[Edit]) -> list[lsp.TextEdit]:
        return [lsp.TextEdit(self.range(path, edit.span), edit.text) for edit in edits]

    def _related(self, place: Place) -> lsp.DiagnosticRelatedInformation:
        return lsp.DiagnosticRelatedInformation(self.location(place), place.text)


_ANNOTATION = "turnout"


def _tags(finding: Diagnostic) -> list[lsp.DiagnosticTag] | None:
    tags = [
        tag
        for tag, is_so in (
            (lsp.DiagnosticTag.Unnecessary, finding.is_unnecessary),
            (lsp.DiagnosticTag.Deprecated, finding.is_deprecated),
        )
        if is_so
    ]
    return tags or None
