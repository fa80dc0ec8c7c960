"""What editors say that they can do: a full one like VS Code, and one that says nothing."""

from __future__ import annotations

import copy
from typing import Any

MINIMAL: dict[str, Any] = {}

VSCODE: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"workDoneProgress": True},
    "experimental": {"commands": {"commands": ["turnout.showReferences", "turnout.showVerdict"]}},
    "workspace": {
        "codeLens": {"refreshSupport": True},
        "configuration": True,
        "workspaceFolders": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
        "diagnostics": {"refreshSupport": True},
        "fileOperations": {"didCreate": True, "didRename": True, "didDelete": True},
        "workspaceEdit": {
            "documentChanges": True,
            "resourceOperations": ["create", "rename", "delete"],
            "failureHandling": "textOnlyTransactional",
            "changeAnnotationSupport": {"groupsOnLabel": True},
        },
    },
    "textDocument": {
        "synchronization": {"dynamicRegistration": True, "didSave": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
            "codeDescriptionSupport": True,
            "dataSupport": True,
        },
        "codeAction": {
            "isPreferredSupport": True,
            "disabledSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit"]},
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "refactor", "source"]}},
            "honorsChangeAnnotations": False,
        },
    },
}


def without(capabilities: dict[str, Any], *paths: str) -> dict[str, Any]:
    """The same editor, a little less able: ``without(VSCODE, "textDocument.diagnostic")``."""
    result = copy.deepcopy(capabilities)
    for path in paths:
        *parents, last = path.split(".")
        inner = result
        for name in parents:
            inner = inner[name]
        del inner[last]
    return result


def with_encodings(capabilities: dict[str, Any], *encodings: str) -> dict[str, Any]:
    """The same editor, counting characters otherwise."""
    result = copy.deepcopy(capabilities)
    result.setdefault("general", {})["positionEncodings"] = list(encodings)
    return result


PUSH = without(VSCODE, "textDocument.diagnostic", "workspace.diagnostics")
"""VS Code as it was before editors could ask for diagnostics."""
