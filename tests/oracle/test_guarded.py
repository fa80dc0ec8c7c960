"""Whom middleware stopped on the way to an endpoint, the action stops: built and used in a browser before and after."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from oracle import next as nextjs
from oracle.browser import Seen, browser_available, play
from oracle.command import conversions_available, turnout
from oracle.conftest import require
from oracle.scenes import click, goto, see
from oracle.trees import CONVERSIONS, LAYOUT, complete, place, write

CASE = CONVERSIONS / "endpoint-to-action" / "middleware-check-moves-along" / "before"
ENDPOINT = "app/api/names/route.ts"
PAGE = """'use client';

import { useState } from 'react';

export default function Page() {
  const [message, setMessage] = useState('');

  async function save(session: string, name: string) {
    setMessage('…');
    document.cookie = session ? `session=${session}; path=/` : 'session=; path=/; max-age=0';
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name }) });
    const data = await res.json();
    setMessage(res.ok ? `Hello ${data.name}` : data.error);
  }

  return (
    <main>
      <button onClick={() => save('', 'Ada')}>Nobody</button>
      <button onClick={() => save('reader', 'Ada')}>Reader</button>
      <button onClick={() => save('editor', 'Ada')}>Editor</button>
      <button onClick={() => save('editor', 'A')}>Editor of little</button>
      <p>{message}</p>
    </main>
  );
}
"""
LOGIN = "export default function Page() {\n  return <p>Who are you?</p>;\n}\n"
SCENE = [
    goto("/open"), click("Nobody"), see("Please sign in"), click("Reader"), see("Only editors may do that"),
    click("Editor of little"), see("Too short"), click("Editor", 0), see("Hello Ada"),
    click("Nobody"), see("Please sign in"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _browser() -> None:
    require(browser_available())
    require(conversions_available())


def test_the_check_of_middleware_stops_the_same_people() -> None:
    before = seen(converts=False)
    assert ["Hello Ada" in each["text"] for each in before] == [False, False, False, True, False]
    assert [shown(each) for each in seen(converts=True)] == [shown(each) for each in before]


def shown(moment: Seen) -> tuple[str, str]:
    """A fetch that is answered with 401 stands in the browser's console, an action's result does not."""
    return moment["url"], moment["text"]


def seen(*, converts: bool) -> list[Seen]:
    with place() as app:
        shutil.copytree(CASE, app, dirs_exist_ok=True)
        route = app / ENDPOINT
        route.write_text(route.read_text().replace("/*|*/", ""))
        (app / "app/page.tsx").unlink()
        write(app / "app" / "open" / "page.tsx", PAGE)
        write(app / "app" / "login" / "page.tsx", LOGIN)
        write(app / "app" / "layout.jsx", LAYOUT)
        open_page(app)
        complete(app)
        if converts:
            answer = turnout("convert", f"{ENDPOINT}:POST", "--to", "server-action", "--write", folder=app)
            assert answer.returncode == 0, answer.stderr
            assert not route.exists()
        built = nextjs.build_in_place(app)
        assert built.ok, built.output
        with nextjs.served(app) as address:
            return play(address, SCENE)


def open_page(app: Path) -> None:
    """The page itself is for everybody, so that nothing but the action stops anybody."""
    middleware = app / "middleware.ts"
    middleware.write_text(middleware.read_text().replace("'/api/health'", "'/api/health', '/open', '/login'"))
