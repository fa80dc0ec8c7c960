"""``maxDuration`` of an endpoint: an action runs as long as the pages may from which it is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.segment_options import SEGMENT_OPTIONS
from turnout.project.paths import folder_of, join
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span

_MOST = 3
"""So many pages are told to run longer; more would be a setting of the whole app."""
_BRINGS = frozenset({"template", "loading", "error", "not-found", "default", "pages-page", "pages-special"})
"""What else brings a component into a page; none of it says how long a page may run."""


@dataclass(frozen=True)
class Duration:
    """A page or layout that has to set ``maxDuration``."""

    path: str
    seconds: str

    @property
    def note(self) -> str:
        return (
            f"{self.path} sets maxDuration = {self.seconds} as the endpoint did: it counts for all that the page does."
        )


def durations_of(
    project: Snapshot, module: Module, callers: Iterable[str], changed: Collection[str]
) -> tuple[Duration, ...]:
    """The pages from which an action is called whose endpoint sets ``maxDuration``; refuses where they can't.

    ``changed`` are files in which requests were written out: these are no place for more.
    """
    found = duration_of(module)
    if found is None:
        return ()
    value, at = found
    pages = list(dict.fromkeys(page for path in callers for page in _pages(project, path)))
    is_known = isinstance(value, c.Number) and value.text.isdigit() and bool(pages)
    if not is_known or any(page in changed or not _may_say(project, page) for page in pages):
        raise refused("The endpoint sets maxDuration; for an action its pages would have to.", module, at)
    assert isinstance(value, c.Number)
    short = [each for each in pages if not _is_long_enough(project, each, int(value.text))]
    if len(short) > _MOST:
        raise refused(f"The endpoint sets maxDuration; for an action {len(short)} pages would have to.", module, at)
    for page in short:
        own = project.module(page)
        if own is not None and own.export("maxDuration") is not None:
            raise refused(
                f"The endpoint sets maxDuration = {value.text}, and {page}, from which the action would be called, "
                "another one.",
                module,
                at,
            )
    return tuple(Duration(each, value.text) for each in short)


def duration_of(module: Module) -> tuple[c.Expression | None, Span] | None:
    """``export const maxDuration = 60``, or ``export const config = { maxDuration: 60 }`` of an API route."""
    duration = module.export("maxDuration")
    if duration is not None:
        value = c.bare(duration.value) if duration.value is not None else None
        return value, duration.name_span
    config = module.export("config")
    options = c.bare(config.value) if config is not None and config.value is not None else None
    value = options.get("maxDuration") if isinstance(options, c.Object) else None
    return (c.bare(value), config.name_span) if config is not None and value is not None else None


def _pages(project: Snapshot, path: str) -> Iterator[str]:
    """The files that bring a component into pages."""
    seen, pending = {path}, [path]
    while pending:
        current = pending.pop()
        role = project.role(current)
        if role in ("page", "layout") or role in _BRINGS:
            yield current
        more = [
            each for each in sorted(project.importers(current)) if each not in seen and project.role(each) != "test"
        ]
        seen.update(more)
        pending += more


def _may_say(project: Snapshot, page: str) -> bool:
    """Whether Next.js reads options in a file: a page or layout that is no client component."""
    module = project.module(page)
    if module is None or module.errors or project.role(page) not in ("page", "layout"):
        return False
    return not any(each.text == "use client" for each in module.directives)


def _is_long_enough(project: Snapshot, page: str, seconds: int) -> bool:
    """Whether a page, or the nearest layout around it that says how long, allows as much."""
    app = project.app(page)
    folder, paths = folder_of(page), [page]
    while app is not None and app.app_dir is not None and folder.startswith(app.app_dir):
        names = (name for name in ("layout.tsx", "layout.ts", "layout.jsx", "layout.js"))
        paths += (found for name in names if project.exists(found := join(folder, name)))
        folder = folder_of(folder)
    for path in dict.fromkeys(paths):
        module = project.module(path)
        option = module.export("maxDuration") if module is not None else None
        if option is not None:
            value = c.bare(option.value) if option.value is not None else None
            return isinstance(value, c.Number) and value.text.isdigit() and int(value.text) >= seconds
    return False


# ------------------------------------------------------------------------ text


def duration_edit(module: Module, duration: Duration) -> Edit:
    """``export const maxDuration = 60;`` below the options that a page has, else below its imports."""
    style = Style.of(module.source)
    statement = style.statement(f"export const maxDuration = {duration.seconds}")
    options = [each for each in module.body if _is_option(each)]
    imports = [each for each in module.body if isinstance(each, c.Import)]
    if options:
        return _behind(module, options[-1], style.newline + statement)
    if imports:
        return _behind(module, imports[-1], style.newline * 2 + statement)
    start = with_comments(module, module.body[0]).start if module.body else len(module.source.data)
    return Edit(Span(start, start), statement + style.newline * 2)


def _behind(module: Module, statement: c.Statement, text: str) -> Edit:
    end = with_comments(module, statement).end
    return Edit(Span(end, end), text)


def _is_option(statement: c.Statement) -> bool:
    inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else None
    if not isinstance(inner, c.Declare):
        return False
    return any(isinstance(each.pattern, c.Name) and each.pattern.name in SEGMENT_OPTIONS for each in inner.declarators)


def joined(durations: Sequence[Duration]) -> tuple[Duration, ...]:
    """Of several endpoints that are called from one page the longest."""
    longest: dict[str, Duration] = {}
    for each in durations:
        known = longest.get(each.path)
        if known is None or int(each.seconds) > int(known.seconds):
            longest[each.path] = each
    return tuple(longest.values())
