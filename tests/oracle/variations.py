"""Small files for Next.js's compiler: the blocks of `compiler/*.md`, multiplied by how people write files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oracle.next import Flags, Layer

MESSAGES = {
    "A1": "Server Actions must be async functions.",
    "A2": 'Only async functions are allowed to be exported in a "use server" file.',
    "A3this": "Server Actions cannot use `this`.",
    "A3arguments": "Server Actions cannot use `arguments`.",
    "A4": 'It is not allowed to define inline "use server" annotated class instance methods.',
    "A5": 'It is not allowed to define inline "use server" annotated Server Actions in Client Components.',
    "A6file": 'The "use server" directive must be at the top of the file.',
    "A6function": 'The "use server" directive must be at the top of the function body.',
    "A7": 'The "use server" directive cannot be wrapped in parentheses.',
    "A7file": ('The "use server" directive must be at the top of the file, and cannot be wrapped in parentheses.'),
    "A7function": (
        'The "use server" directive must be at the top of the function body, and cannot be wrapped in parentheses.'
    ),
    "A8": 'Did you mean "use server"?',
    "A9file": (
        'Conflicting directives "use server" and "use cache" found in the same file. '
        "You cannot place both directives at the top of a file. Please remove one of them."
    ),
    "A8cache": 'Did you mean "use cache',
    "A6cachefile": 'The "use cache" directive must be at the top of the file.',
    "A6cachefunction": 'The "use cache" directive must be at the top of the function body.',
    "A7cache": 'The "use cache" directive cannot be wrapped in parentheses.',
    "A10cache": 'It\'s not possible to have both "use client" and "use cache" directives in the same file.',
    "A12sync": '"use cache" functions must be async functions.',
    "A12export": 'Only async functions are allowed to be exported in a "use cache" file.',
    "A12this": '"use cache" functions cannot use `this`.',
    "A12arguments": '"use cache" functions cannot use `arguments`.',
    "A12class": 'It is not allowed to define inline "use cache" annotated class instance methods.',
    "A12client": 'It is not allowed to define inline "use cache" annotated functions in Client Components.',
    "A12kind": "Unknown cache kind",
    "A12flag": 'To use "use cache',
    "A11": 'The "use client" directive must be placed before other expressions.',
    "A11parentheses": 'The "use client" directive must be placed before other expressions.',
    "A13": "You're importing a module that depends on",
    "A14": "You're importing a module that depends on",
    "A15": "You're importing a module that depends on `",
    "A16": "You're importing a component that imports ",
    "A16router": "You have a Server Component that imports next/router. Use next/navigation instead.",
    "A16image": 'ImageResponse moved from "next/server" to "next/og" since Next.js 14',
    "A16class": "You’re importing a class component.",
    "A16ssr": "`ssr: false` is not allowed with `next/dynamic` in Server Components.",
    "A17server": '"getServerSideProps" is not supported in app/.',
    "A17static": '"getStaticProps" is not supported in app/.',
    "A19": "You have an unresolved @next/codemod comment",
    "A20": "You're importing `experimental_taint",
    "A10": 'It\'s not possible to have both "use client" and "use server" directives in the same file.',
}

EXAMPLES = Path(__file__).parent / "compiler"
ROWS = sorted((path.stem for path in EXAMPLES.glob("A*.md")), key=lambda row: int(row[1:]))


@dataclass(frozen=True)
class Block:
    """One example of `compiler/*.md`."""

    row: str
    line: int
    kind: str
    words: frozenset[str]
    code: str


@dataclass(frozen=True)
class Variation:
    """One file as the compiler gets it, and the (line, row) of what it is to say."""

    name: str
    row: str
    path: str
    code: str
    layer: Layer
    flags: Flags
    expected: tuple[tuple[int, str], ...]
    refused_at_run_time: bool


BLOCK = re.compile(r"^```(?P<head>[a-z ]+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r" ?//!(?P<side>server|client)? (?P<row>\w+)")

# What stands above the exports of a "use server" file.
OPENINGS = {
    "plain": "'use server';\n\n",
    "bare": '"use server"\n',
    "below a comment": "/* Who may do what */\n// @ts-check\n'use server';\n",
    "with imports": "'use strict';\n'use server';\nimport { db } from './db';\nimport type from './type';\n",
}
ENDING = "export async function alsoThere() {\n  return 'and still fine';\n}\n"


def variations() -> Iterator[Variation]:
    for row in ROWS:
        for block in blocks(row):
            yield from variations_of(block)


def blocks(row: str) -> Iterator[Block]:
    text = (EXAMPLES / f"{row}.md").read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        kind, *words = found["head"].split()
        line = text.count("\n", 0, found.start()) + 1
        yield Block(row, line, kind, frozenset(words), found["code"])


def variations_of(block: Block) -> Iterator[Variation]:
    def variation(how: str, path: str, code: str, layer: Layer) -> Variation:
        name = f"{block.row}.md:{block.line} {how}, {layer}"
        side = "server" if layer == "rsc" else "client"
        expected = tuple(
            (number, mark["row"])
            for number, text in enumerate(code.splitlines(), start=1)
            for mark in MARK.finditer(text)
            if mark["side"] in (None, side)
        )
        return Variation(name, block.row, path, MARK.sub("", code), layer, flags, expected, "run" in block.words)

    flags: Flags = frozenset(flag for flag in ("cache", "taint") if flag in block.words)

    extension = "ts" if "ts" in block.words else "js"

    if block.kind == "file":
        openings = OPENINGS
        if "cache" in block.words:
            openings = {how: opening.replace("use server", "use cache") for how, opening in OPENINGS.items()}
            openings["of a kind"] = "'use cache: sessions';\n"
        for how, opening in openings.items():
            yield variation(how, f"app/actions.{extension}", opening + block.code, "rsc")
        plain = openings["plain"] + block.code
        yield variation("for the browser", f"app/actions.{extension}", plain, "browser")
        yield variation("for prerendering", f"app/actions.{extension}", plain, "ssr")
        yield variation("in TypeScript", "app/actions.ts", plain, "rsc")
        yield variation("with a BOM", f"app/actions.{extension}", "\ufeff" + plain, "rsc")
        yield variation("with CRLF", f"app/actions.{extension}", plain.replace("\n", "\r\n"), "rsc")
        yield variation("with more", f"app/actions.{extension}", plain + ENDING, "rsc")

    elif block.kind == "inline":
        body = "".join(f"  {line}\n" for line in block.code.splitlines())
        page = f"export default function Page() {{\n{body}  return null;\n}}\n"
        yield variation("in a component", "app/page.tsx", page, "rsc")
        yield variation("at the top", "app/page.jsx", "import 'x';\n" + unindented(block.code), "rsc")
        yield variation("reached from the client", "app/part.tsx", page, "ssr")
        yield variation("in a Client Component", "app/part.tsx", "'use client';\n\n" + page, "ssr")
        yield variation("in the browser", "app/part.jsx", '"use client"\n' + page, "browser")

    elif block.kind == "page":
        page = f"{block.code}export default function Page() {{}}\n"
        for suffix in ("tsx", "jsx"):
            yield variation("in a page", f"app/page.{suffix}", page, "rsc")
            yield variation("in a layout", f"app/layout.{suffix}", page, "rsc")
        yield variation("in a route handler", "app/route.ts", block.code, "rsc")

    else:
        layers: tuple[Layer, ...] = ("rsc", "ssr", "browser")
        folder = "app"
        if "pages" in block.words:
            layers, folder = ("pages",), "pages"
        elif "api" in block.words:
            layers, folder = ("api",), "pages/api"
        elif "'use client'" in block.code:
            layers = ("ssr", "browser")
        suffix = "jsx" if "js" in block.words else "tsx"
        for layer in layers:
            yield variation("as it stands", f"{folder}/file.{suffix}", block.code, layer)
        if "page" in block.words:  # Next.js enters it on the server, unless it is marked.
            for layer in ("rsc",) if "rsc" in layers else layers:
                yield variation("as a page", f"{folder}/page.{suffix}", block.code, layer)
        if "route" in block.words:
            yield variation("as a route handler", "app/route.ts", block.code, "rsc")


def unindented(code: str) -> str:
    """The statements of a component's body at the top of a module, where nothing can be returned."""
    return code.replace("return wrap(", "wrap(", 1) if code.startswith("return ") else code
