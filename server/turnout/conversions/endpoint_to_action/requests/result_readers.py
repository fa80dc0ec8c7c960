"""A function of the project that reads a response and can't be written out: its twin reads the result of an action.

``throw new Error(await messageOf(res))`` becomes ``throw new Error(await messageOfResult(res))``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.fallbacks import Fallback, fallback_of
from turnout.conversions.endpoint_to_action.callers.reads_text import with_more
from turnout.conversions.endpoint_to_action.callers.received import read_given
from turnout.conversions.endpoint_to_action.ground.functions import function_called
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.requests.response_helpers import handed_to, is_plain
from turnout.conversions.endpoint_to_action.requests.sender_text import result_type
from turnout.conversions.endpoint_to_action.requests.standing import Standing, beside, standing_of
from turnout.conversions.imports import Wanted, change_imports, names_in, specifier, unused_imports
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class ResultReader:
    """One call of such a function, as one of its twin."""

    home: Module
    of: str
    name: str
    called: str
    """The twin as it is called by the caller."""
    site: CallSite
    """What it reads of the response."""
    home_edits: tuple[Edit, ...]
    edits: tuple[Edit, ...]
    """Those of the caller."""
    unused: frozenset[str]


def result_reader(
    project: Snapshot, module: Module, request: c.Call, done: Collection[tuple[str, str]]
) -> ResultReader | None:
    """The first call that is given the response of a ``fetch`` and can be given a result, but for those ``done``."""
    for call, response in handed_to(module, request):
        binding = module.scopes.binding(response) if isinstance(response, c.Name) else None
        found = function_called(project, module, call.callee)
        if binding is None or binding.writes or found is None or (module.path, c.dotted(call.callee) or "") in done:
            continue
        home, function = found
        stands = standing_of(home, function)
        site = _read(home, function, next(at for at, each in enumerate(call.arguments) if each is response))
        if stands is None or site is None or any(each.is_commonjs for each in home.exports):
            continue
        if (made := _made(project, module, call, stands, site)) is not None:
            return made
    return None


def _read(home: Module, function: c.Function, index: int) -> CallSite | None:
    """What a function reads of a response that is its parameter; None where that can't be told."""
    if home.errors or not is_plain(function) or function.is_generator or index >= len(function.parameters):
        return None
    parameter = function.parameters[index]
    pattern, kind = parameter.pattern, parameter.type
    if not isinstance(pattern, c.Name) or parameter.is_rest or parameter.is_optional or parameter.default is not None:
        return None
    if kind is not None and home.source.text(kind.span).lstrip(": ") != "Response":
        return None
    if kind is None and is_typescript(home.path):
        return None
    # What stands for the request is the parameter itself.
    request = c.Call(parameter.span, pattern, (), optional=False, type_arguments=None)
    site = CallSite(home, request, request)
    try:
        read_given(site, pattern)
    except Refused:
        return None
    if site.printed or any(read.form == "text" for read in site.reads):
        return None
    if any(read.fallback is not None and fallback_of(site, read) is None for read in site.reads):
        return None
    if not function.is_async and site.reads:
        return None
    return site if all(home.function_around(read.code) is function for read in site.reads) else None


def _made(project: Snapshot, module: Module, call: c.Call, stands: Standing, site: CallSite) -> ResultReader | None:
    home, callee = stands.module, call.callee
    is_elsewhere = home.path != module.path
    exported = stands.binding is not None and (stands.is_exported or (is_elsewhere and isinstance(callee, c.Name)))
    for name in (f"{stands.name}Result", *(f"{stands.name}Result{number}" for number in range(2, 10))):
        if is_elsewhere and name in names_in(module) - set(module.import_of):
            continue
        inserted = beside(stands, name, _text(stands, site, name, exported=exported))
        if inserted is None:
            continue
        if isinstance(callee, c.Member):
            called, wanted, at = f"{c.dotted(callee.object)}.{name}", (), callee.name_span
        else:
            called, at = name, callee.span
            wanted = (Wanted(name, specifier(project, module.path, home.path), name),) if is_elsewhere else ()
        change = change_imports(module, add=wanted)
        edits = [*change.edits, Edit(at, name), *(inserted if not is_elsewhere else ())]
        unused = unused_imports(module, [at]) - {name}
        home_edits = tuple(inserted) if is_elsewhere else ()
        return ResultReader(home, stands.name, name, called, site, home_edits, tuple(sorted(edits)), unused)
    return None


def _text(stands: Standing, site: CallSite, name: str, *, exported: bool) -> str:
    """The whole declaration by its new name."""
    module, style = stands.module, Style.of(stands.module.source)
    assert isinstance(site.variable, c.Name)
    used = {each.name for each in c.walk(stands.function) if isinstance(each, c.Name)}
    given = site.variable.name if "result" in used else "result"
    kind = f": {result_type(site, style)}" if is_typescript(module.path) else ""
    binding = module.scopes.binding(site.variable)
    replaced = [
        Replace(stands.name_span, (name,)),
        Replace(site.place.span, (given + kind,)),
        *(Replace(each.span, (given,)) for each in (binding.references if binding is not None else ())),
        *_bodies(site, given),
    ]
    text = render(module.source, stands.own.span, replaced)
    head = "export " if stands.is_exported else ""
    if len(module.source.indent_at(stands.own.span.start) + head + text.splitlines()[0]) > style.width:
        text = render(module.source, stands.own.span, [*replaced, *_on_lines(stands, replaced, style)])
    return f"export {text}" if exported else text


def _on_lines(stands: Standing, replaced: Sequence[Replace], style: Style) -> Iterator[Replace]:
    """Each parameter on a line of its own, where they share one."""
    source, parameters = stands.module.source, stands.function.parameters
    span = Span(parameters[0].span.start, parameters[-1].span.end)
    if "\n" in source.text(span) or not source.data[: span.start].endswith(b"("):
        return
    indent = source.indent_at(stands.own.span.start)
    inner = f"{style.newline}{indent}{style.unit}"
    texts = f",{inner}".join(render(source, each.span, replaced) for each in parameters)
    last = "," if style.trailing_commas == "all" else ""
    yield Replace(span, (f"{inner}{texts}{last}{style.newline}{indent}",))


def _bodies(site: CallSite, given: str) -> Iterator[Replace]:
    for read in site.reads:
        behind = fallback_of(site, read) or Fallback()
        yield from (Replace(span, (behind.mark,)) for span in behind.marks if not behind.is_direct)
        text = f"{given}{'?' if read.is_optional else ''}.data"
        yield Replace(read.span, (with_more(site, read, text, behind.mark if behind.is_direct else behind.text),))
