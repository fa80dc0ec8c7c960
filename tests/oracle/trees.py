"""The trees of `tests/conversions`, made into what TypeScript can check and Next.js can build."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oracle import next as nextjs

CONVERSIONS = nextjs.REPOSITORY / "tests" / "conversions"

# What a tree may leave out, because most trees would say the same.
MANIFEST: dict[str, Any] = {"private": True, "dependencies": {"next": "^16.4.0", "react": "^19.3.0"}}
SETTINGS: dict[str, Any] = {
    "compilerOptions": {
        "target": "ES2022",
        "lib": ["dom", "dom.iterable", "esnext"],
        "module": "esnext",
        "moduleResolution": "bundler",
        "jsx": "react-jsx",
        "strict": True,
        "noEmit": True,
        "allowJs": True,
        "skipLibCheck": True,
        "esModuleInterop": True,
        "resolveJsonModule": True,
        "isolatedModules": True,
        "paths": {"@/*": ["./*"]},
    },
    "include": ["**/*.ts", "**/*.tsx", "**/*.js", "**/*.jsx"],
    "exclude": ["node_modules"],
}
TYPES = '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n'
LAYOUT = 'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n'


@dataclass(frozen=True)
class TypeFault:
    path: str
    code: str
    message: str


def cases() -> list[Path]:
    """Every case that ends in an after tree."""
    return sorted(after.parent for after in CONVERSIONS.glob("*/*/after") if after.is_dir())


@contextlib.contextmanager
def copies(trees: Sequence[Path]) -> Iterator[list[Path]]:
    """Copies of the trees, completed with what they leave out, where the packages are found."""
    with place() as folder:
        copied: list[Path] = []
        for number, tree in enumerate(trees):
            copy = folder / str(number)
            shutil.copytree(tree, copy)
            complete(copy)
            copied.append(copy)
        yield copied


def type_faults_5(folders: Sequence[Path]) -> list[set[TypeFault]]:
    """What TypeScript 5 says of each folder, in one process."""
    process = subprocess.run(
        ["node", "--max-old-space-size=4096", str(nextjs.HERE / "typecheck.js")],
        input=json.dumps({"home": str(nextjs.HOME), "folders": [str(folder) for folder in folders]}),
        capture_output=True,
        encoding="utf-8",
        env=nextjs.environment(),
        timeout=nextjs.BUILD_SECONDS,
    )
    if process.returncode != 0:
        raise RuntimeError(f"TypeScript gave up:\n{process.stderr}")
    answers: list[list[dict[str, str]]] = json.loads(process.stdout)
    return [{TypeFault(it["path"], it["code"], it["message"]) for it in answer} for answer in answers]


FAULT = re.compile(r"^(?P<path>[^(]+)\(\d+,\d+\): error (?P<code>TS\d+): (?P<message>.*)$", re.MULTILINE)


def type_faults_7(folders: Sequence[Path]) -> list[set[TypeFault]]:
    """What TypeScript 7 says of each folder."""
    tsc = nextjs.HOME / "node_modules" / "typescript-7" / "bin" / "tsc"

    def faults(folder: Path) -> set[TypeFault]:
        ok, output = nextjs.run(["node", str(tsc), "--noEmit", "--pretty", "false"], folder)
        found = {TypeFault(it["path"], it["code"], it["message"]) for it in FAULT.finditer(output)}
        if not ok and not found:
            return {TypeFault("", "", output)}
        return found

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(faults, folders))


@contextlib.contextmanager
def one_app_of(trees: Sequence[Path]) -> Iterator[Path]:
    """One Next.js app with every tree in a folder of its own below `app/`: one build judges them all.

    `app/c0/app/tasks/page.tsx` is at `/c0/app/tasks`; imports between a tree's files stay right, also those by `@/`.
    """
    with place() as folder:
        write(folder / "package.json", json.dumps(MANIFEST))
        write(folder / "tsconfig.json", json.dumps({**SETTINGS, "include": ["next-env.d.ts"]}))
        write(folder / "app" / "layout.jsx", LAYOUT)
        for number, tree in enumerate(trees):
            copy = folder / "app" / f"c{number}"
            shutil.copytree(tree, copy)
            beneath = f"app/c{number}/{alias_folder(tree)}"
            for path in copy.rglob("*"):
                if path.is_file() and path.suffix in (".ts", ".tsx", ".js", ".jsx", ".mjs"):
                    code = path.read_text(encoding="utf-8")
                    path.write_text(ALIAS.sub(rf"\1@/{beneath}", code), encoding="utf-8")
        yield folder


def alias_folder(tree: Path) -> str:
    """Where `@/` leads in a tree: `src/` or the tree itself, as its tsconfig says."""
    settings = tree / "tsconfig.json"
    targets = json.loads(settings.read_text())["compilerOptions"]["paths"]["@/*"] if settings.is_file() else ["./*"]
    return str(targets[0]).removeprefix("./").removesuffix("*")


ALIAS = re.compile(r"(['\"])@/")
PACKAGE = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)['"]((?:@[\w.-]+/)?[\w.-]+)[^'"]*['"]""")
BUILT_IN = frozenset({"crypto", "fs", "path", "os", "stream", "util", "url", "buffer", "events", "zlib", "node",
                      "server-only"})  # fmt: skip
"""What no package is needed for: Node.js has the one, Next.js brings the other."""


def missing_packages(tree: Path) -> set[str]:
    """Packages that the tree imports and the judge doesn't have."""
    named = {
        name
        for path in tree.rglob("*")
        if path.is_file() and path.suffix in (".ts", ".tsx", ".js", ".jsx")
        for name in PACKAGE.findall(path.read_text(encoding="utf-8"))
    }
    return {
        name
        for name in named - BUILT_IN
        if not (nextjs.HOME / "node_modules" / name).is_dir() and not (tree / name).exists()
    }


@contextlib.contextmanager
def place() -> Iterator[Path]:
    work = nextjs.HOME / "work"
    work.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="trees-", dir=work))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def complete(tree: Path) -> None:
    if not (tree / "package.json").exists():
        write(tree / "package.json", json.dumps(MANIFEST))
    if not (tree / "tsconfig.json").exists():
        write(tree / "tsconfig.json", json.dumps(SETTINGS))
    write(tree / "next-env.d.ts", TYPES)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
