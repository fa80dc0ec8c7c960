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
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span

_MOST = 3
"""So many pages are told to run longer; more would be a setting of the whole app."""
_BRINGS = frozenset({"template", "loading", "error", "not-found", "default", "pages-page", "pages-special"})
"""What else brings a component into a page; none of it says how long a page may run."""
_LAYOUTS = ("layout.tsx", "layout.ts", "layout.jsx", "layout.js")
_REASON = "The endpoint sets maxDuration; for an action its pages would have to."


@dataclass(frozen=True)
class Duration:
    """A page or layout that has to set ``maxDuration``."""

    path: str
    seconds: str
    is_new: bool = False
    """Whether it is a layout that is made for it: the page beside it is a client component, which can't."""

    @property
    def note(self) -> str:
        if self.is_new:
            return (
                f"{self.path} is new: it sets maxDuration = {self.seconds} as the endpoint did, which the page beside "
                "it can't, being a client component."
            )
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
    if not isinstance(value, c.Number) or not value.text.isdigit() or not pages:
        raise refused(_REASON, module, at)
    short = [each for each in pages if not _is_long_enough(project, each, int(value.text))]
    places = [_place_of(project, page) for page in short]
    told = list(dict.fromkeys(each for each in places if each is not None))
    if None in places or any(each in changed for each in told):
        raise refused(_REASON, module, at)
    if len(told) > _MOST:
        raise refused(f"The endpoint sets maxDuration; for an action {len(told)} pages would have to.", module, at)
    for path in told:
        own = project.module(path)
        if own is not None and own.export("maxDuration") is not None and _seconds(own) is None:
            raise refused(
                f"The endpoint sets maxDuration = {value.text}, and {path}, from which the action would be called, "
                "what can't be told.",
                module,
                at,
            )
    return tuple(Duration(each, value.text, not project.exists(each)) for each in told)


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


def _place_of(project: Snapshot, page: str) -> str | None:
    """Where it can be said for a page: there, or in the layout beside a client component, be it a new one.

    A layout's options count for its pages (next/dist/build/get-static-info-including-layouts.js). That of the whole
    app is no place for it.
    """
    module, app = project.module(page), project.app(page)
    if module is None or module.errors or app is None or project.role(page) not in ("page", "layout"):
        return None
    if not module.is_client_file:
        return page
    folder = folder_of(page)
    if folder == app.app_dir or project.role(page) == "layout":
        return None
    beside = next((path for name in _LAYOUTS if project.exists(path := join(folder, name))), None)
    if beside is None:
        return join(folder, "layout.tsx" if is_typescript(page) else f"layout.{page.rpartition('.')[2]}")
    layout = project.module(beside)
    return beside if layout is not None and not layout.errors and not layout.is_client_file else None


def _is_long_enough(project: Snapshot, page: str, seconds: int) -> bool:
    """Whether a page, or the nearest layout around it that says how long, allows as much."""
    app = project.app(page)
    folder, paths = folder_of(page), [page]
    while app is not None and app.app_dir is not None and folder.startswith(app.app_dir):
        paths += (found for name in _LAYOUTS if project.exists(found := join(folder, name)))
        folder = folder_of(folder)
    for path in dict.fromkeys(paths):
        module = project.module(path)
        if module is not None and module.export("maxDuration") is not None:
            value = _seconds(module)
            return value is not None and int(value.text) >= seconds
    return False


def _seconds(module: Module) -> c.Number | None:
    """What a file sets, as it is written there."""
    option = module.export("maxDuration")
    value = c.bare(option.value) if option is not None and option.value is not None else None
    return value if isinstance(value, c.Number) and value.text.isdigit() else None


# ------------------------------------------------------------------------ text


def duration_edit(module: Module, duration: Duration) -> Edit:
    """``export const maxDuration = 60;`` below the options that a page has, else below its imports."""
    style = Style.of(module.source)
    if (value := _seconds(module)) is not None:
        return Edit(value.span, duration.seconds)
    statement = style.statement(f"export const maxDuration = {duration.seconds}")
    options = [each for each in module.body if _is_option(each)]
    imports = [each for each in module.body if isinstance(each, c.Import)]
    if options:
        return _behind(module, options[-1], style.newline + statement)
    if imports:
        return _behind(module, imports[-1], style.newline * 2 + statement)
    start = with_comments(module, module.body[0]).start if module.body else len(module.source.data)
    return Edit(Span(start, start), statement + style.newline * 2)


def layout_text(duration: Duration, style: Style) -> str:
    """A layout that does no more than to say how long its pages may run."""
    is_typed = is_typescript(duration.path)
    children = style.braces("children")
    given = f"{children}: {style.braces('children: ReactNode')}" if is_typed else children
    head = (
        [style.statement(f"import type {style.braces('ReactNode')} from {style.string('react')}")] if is_typed else []
    )
    option = style.statement(f"export const maxDuration = {duration.seconds}")
    body = f"{style.newline}{style.unit}{style.statement('return children')}{style.newline}"
    function = f"export default function Layout({given}) {{{body}}}"
    return (style.newline * 2).join([*head, option, function]) + style.newline


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
