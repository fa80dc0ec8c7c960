"""Which grammar reads which file."""

from __future__ import annotations

from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Parser

SUFFIXES = (".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", ".mjs", ".cjs")
_PURE_TYPESCRIPT = (".ts", ".mts", ".cts")


def is_code(path: str) -> bool:
    """Whether a file of this name holds JavaScript or TypeScript (declaration files do not count: they run nowhere)."""
    return path.endswith(SUFFIXES) and not path.endswith((".d.ts", ".d.mts", ".d.cts"))


def is_typescript(path: str) -> bool:
    return path.endswith((".ts", ".tsx", ".mts", ".cts"))


def parser_for(path: str) -> Parser:
    """The parser for a file name. JavaScript is read by the TSX grammar, which knows JSX and all of JavaScript."""
    return _parser("typescript" if path.endswith(_PURE_TYPESCRIPT) else "tsx")


@cache
def _parser(grammar: str) -> Parser:
    pointer = (
        tree_sitter_typescript.language_typescript()
        if grammar == "typescript"
        else tree_sitter_typescript.language_tsx()
    )
    return Parser(Language(pointer))
