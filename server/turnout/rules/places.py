"""Where a finding about a whole file stands, and how Next.js names the file."""

from __future__ import annotations

from turnout.model.handler import exported_methods
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.text.span import Span


def entry_site(module: Module) -> Span:
    """The name of a route handler's first method, or of the default export; the first line of a file without one."""
    names = [name.span for _, name in exported_methods(module) if name is not None]
    default = module.export("default")
    if default is not None and default.local is not None:
        names.append(default.local.span)
    if names:
        return names[0]
    if not module.body:
        return Span(module.source.start, module.source.start)
    start, end = module.body[0].span
    return Span(start, start + len(module.source.data[start:end].splitlines()[0].rstrip()))


def segment_name(app: App, path: str) -> str:
    """How Next.js names a file of the App Router: ``/(site)/api/posts/[slug]/route``."""
    inside = path[len(app.app_dir) :] if app.app_dir is not None else path
    return inside.rpartition(".")[0]
