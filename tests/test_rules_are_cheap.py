"""Most files of a project are nobody's business: no rule may read the facts of a plain component or helper."""

from __future__ import annotations

import pytest

from turnout.project.files import Memory
from turnout.project.workspace import Workspace
from turnout.rules import RULES
from turnout.rules.rule import FileView

FILES = {
    "package.json": '{"dependencies": {"next": "16.4.0"}}',
    "components/card.tsx": (
        "'use client'\nimport { useState } from 'react'\nimport Link from 'next/link'\n"
        "import { money } from '../lib/money'\n"
        "export function Card({ id, price }: { id: string; price: number }) {\n"
        "  const [open, setOpen] = useState(false)\n"
        "  return <Link href={`/goods/${id}`} onClick={() => setOpen(!open)}>{money(price)}</Link>\n}\n"
    ),
    "lib/money.ts": "export const money = (cents: number) => (cents / 100).toFixed(2)\n",
    "app/about/page.tsx": "import { Card } from '../../components/card'\nexport default () => <Card id='a'/>\n",
}


@pytest.mark.parametrize("path", ["components/card.tsx", "lib/money.ts"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_plain_file_is_not_read(rule, path: str) -> None:  # type: ignore[no-untyped-def]
    workspace = Workspace(Memory({name: text.encode() for name, text in FILES.items()}))
    for _ in workspace.scan():
        pass
    project = workspace.snapshot
    app, source = project.app(path), project.source(path)
    assert app is not None
    assert source is not None
    view = FileView(source, app, project.role(path), project)
    assert list(rule.check(view)) == []
    assert "module" not in view.__dict__, f"{rule.code} reads {path} for nothing: look for a word with view.has() first"
