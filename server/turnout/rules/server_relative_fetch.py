"""Server code fetches a relative URL.

Only a browser knows which site a path belongs to. On the server `fetch('/api/tasks')` throws `Failed to parse URL
from /api/tasks`. Where the URL is the app's own, call the function behind it; else write the whole address.

## Bad

```tsx app/page.tsx
export default async function Page() {
  const response = await fetch('/tasks.json');
  const tasks = await response.json();
  return <p>{tasks.length}</p>;
}
```

## Good

```tsx app/page.tsx
import { listTasks } from '@/lib/tasks';

export default async function Page() {
  const tasks = await listTasks();
  return <p>{tasks.length}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.phase import Phase
from turnout.model.plain import is_written_text
from turnout.model.requests import Request
from turnout.model.strings import known
from turnout.project.boundary import SERVER_LAYERS
from turnout.rules.rule import FileView, Finding, Rule

_IN_THE_BROWSER: frozenset[Phase] = frozenset({"event", "effect", "query", "mutation", "transition", "form"})


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("test", "next-config") or not view.has(b"fetch("):
        return
    layers = view.project.layers(view.path)
    is_server = bool(layers) and layers <= SERVER_LAYERS and not view.module.is_client_file
    for target in view.project.targets(view.path):
        request = target.request
        if request.how != "fetch" or not _runs_on_the_server(request, is_server) or not _is_relative(request):
            continue
        if not _is_written(view.module, request):
            continue
        url = known(request.urls[0])
        if target.routes and target.routes[0].is_endpoint:
            advice = f"Call the function behind {target.routes[0].url} instead."
        else:
            advice = "Write the whole address."
        yield Finding(
            request.url_span, f"Failed to parse URL from {url}: on the server a path belongs to no site. {advice}"
        )


def _runs_on_the_server(request: Request, is_server: bool) -> bool:
    """``getServerSideProps`` stands in files of the browser, too."""
    return request.phase == "data" or (is_server and request.phase not in _IN_THE_BROWSER)


def _is_written(module: Module, request: Request) -> bool:
    """Whether the global ``fetch`` is given the path itself: no client with a base of its own, no ``new URL()``."""
    for code in module.path_to(request.span.start):
        if isinstance(code, c.Call) and code.span == request.span:
            first = code.arguments[0] if code.arguments else None
            is_global = isinstance(code.callee, c.Name) and code.callee.name == "fetch"
            return is_global and first is not None and is_written_text(module, first)
    return False


def _is_relative(request: Request) -> bool:
    return bool(request.urls) and all(
        isinstance(url[0], str) and url[0].startswith("/") and not url[0].startswith("//") for url in request.urls
    )


RULE = Rule(
    code="server-relative-fetch",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/fetching-data",
    needs_index=True,
)
