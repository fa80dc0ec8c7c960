"""The blocks of `erased.md`, as whole small apps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Fate = Literal["kept", "gone", "gone, verbatim"]

BLOCK = re.compile(r"^## (?P<fate>.+)$|^```(?P<suffix>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LEAVES = """globalThis.LOADED_%d = 1;
export type T = { a: string };
export class C {}
export const v = () => 1;
export default class D {}
"""


@dataclass(frozen=True)
class Example:
    number: int
    fate: Fate
    suffix: str
    code: str

    @property
    def importer(self) -> str:
        return f"app/client{self.number}.{self.suffix}"

    @property
    def imported(self) -> str:
        return f"app/it{self.number}.ts"


def examples() -> list[Example]:
    found: list[Example] = []
    fate: Fate = "kept"
    for each in BLOCK.finditer((Path(__file__).parent / "erased.md").read_text(encoding="utf-8")):
        if each["fate"]:
            fate = each["fate"]  # type: ignore[assignment]
        else:
            found.append(Example(len(found), fate, each["suffix"], each["code"]))
    return found


def files_of(every: list[Example]) -> dict[str, str]:
    """One app whose client page imports them all."""
    names = [f"client{each.number}" for each in every]
    page = "".join(f"import * as {name} from './{name}';\n" for name in names)
    files = {"app/page.jsx": f"'use client';\n{page}export default () => String([{', '.join(names)}]);\n"}
    for each in every:
        files[each.importer] = "'use client';\n" + each.code.replace("'./it'", f"'./it{each.number}'")
        files[each.imported] = LEAVES % each.number
    return files
