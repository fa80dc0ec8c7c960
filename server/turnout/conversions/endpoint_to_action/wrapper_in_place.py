"""A wrapper of the Pages Router, ``export default withAuth(handler)``, written around what its handler does.

It answers by itself (``res.status(401).json(…)``), which no function can do that an action calls, too: what it checks
becomes part of the action.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.pieces import Replace, render
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.wrappers import Opened, open_wrapper
from turnout.conversions.flow import ends
from turnout.conversions.imports import Wanted, change_imports, names_in, rebased, specifier
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, reindent
from turnout.text.edits import Edit
from turnout.text.span import Span

_MOST = 8
"""So many statements of a wrapper may be written once more; a longer one is to be called."""


def wrapper_in_place(project: Snapshot, entry: Entry) -> tuple[Edit, ...]:
    """The handler of an API route with its one wrapper written around it; nothing where there is none."""
    found = project.implementation(entry)
    if entry.kind != "api-route" or found is None or found[0].path != entry.path:
        return ()
    module, behind = found
    if behind.function is None or len(behind.wrappers) != 1:
        return ()
    opened = open_wrapper(project, module, behind.wrappers[0], entry.span)
    return tuple(_InPlace(project, entry, module, behind.function, opened).edits())


@dataclass
class _InPlace:
    project: Snapshot
    entry: Entry
    module: Module
    handler: c.Function
    opened: Opened
    wanted: list[Wanted] = field(default_factory=list[Wanted])
    replaced: list[Replace] = field(default_factory=list[Replace])
    """What is different in the wrapper's text."""

    def edits(self) -> Iterator[Edit]:
        export, holder = self.statements()
        inner, home = self.opened.inner, self.opened.module
        if not isinstance(inner.body, c.Block) or len(inner.body.body) > _MOST:
            raise self.unknown()
        at = self.place()
        for name, binding in home.scopes.free(inner):
            if not at.span.contains(name.span):
                self.free(name, binding.name, is_top=binding.scope.parent is None)
        renamed, first = self.given()
        self.check_names(renamed)
        indent = home.source.indent_at(at.span.start)
        text = self.body(renamed, indent)
        self.replaced.append(Replace(at.span, (Style.of(home.source).newline.join([*first, text]),)))
        parameters = ", ".join(home.source.text(each.span) for each in inner.parameters)
        body = render(home.source, inner.body.span, self.replaced)
        body = reindent(body, home.source.indent_at(inner.body.span.start), "")
        is_async = "async " if inner.is_async or self.handler.is_async else ""
        whole = f"export default {is_async}function ({parameters}) {body}"
        change = change_imports(self.module, add=self.wanted)
        made = [*change.edits, Edit(holder.span, whole)]
        if holder is not export:
            made.append(Edit(export.span, ""))
        yield from sorted(made)

    def unknown(self) -> Refused:
        return refused(
            f"The wrapper {self.opened.name}() does work that is not understood yet.", self.module, self.entry.span
        )

    # --------------------------------------------------------------- statements

    def statements(self) -> tuple[c.Statement, c.Statement]:
        """``export default withAuth(handler)``, and the statement of the handler, which may be the same."""
        export = next((each for each in self.module.body if isinstance(each, c.ExportDefault)), None)
        holder = next(each for each in self.module.body if each.span.contains(self.handler.span))
        if export is None or export.value is not self.opened.use:
            raise self.unknown()
        if holder is export:
            return export, holder
        names = list(declared_names(holder))
        if not isinstance(holder, (c.FunctionDeclaration, c.Declare)) or len(names) != 1:
            raise self.unknown()
        binding = self.module.scopes.binding(names[0])
        if binding is None or any(not export.span.contains(each.span) for each in binding.references):
            raise self.unknown()
        return export, holder

    def place(self) -> c.Code:
        """``return handler(req, res);`` in the wrapper."""
        home, inner = self.opened.module, self.opened.inner
        above = home.parents.get(id(self.opened.call))
        waits = isinstance(above, c.Await)
        if isinstance(above, c.Await):
            above = home.parents.get(id(above))
        assert isinstance(inner.body, c.Block)
        is_last = isinstance(above, c.ExpressionStatement) and ends(home, above, inner, inner.body.body)
        if (
            above is None
            or not (isinstance(above, c.Return) or is_last)
            or not isinstance(home.parents.get(id(above)), c.Block)
        ):
            raise refused(
                f"The wrapper {self.opened.name}() works on what the handler answers, which an action has not.",
                home,
                self.opened.call,
            )
        is_tried = any(isinstance(code, c.Try) and code.span.contains(above.span) for code in c.walk(inner))
        if is_tried and not waits:
            raise refused(
                f"The wrapper {self.opened.name}() does not wait for its handler here: its catch sees no error of it.",
                home,
                self.opened.call,
            )
        return above

    # -------------------------------------------------------------------- names

    def free(self, name: c.Name, local: str, *, is_top: bool) -> None:
        """What the wrapper needs from around it."""
        home = self.opened.module
        option = next((each for each in self.opened.options if _is_of(home, each[0], name)), None)
        if option is not None:
            value = option[1] or option[0].default
            source = self.module.source if option[1] is not None else home.source
            if not isinstance(c.bare(value) if value is not None else None, (c.String, c.Number, c.Constant, c.Array)):
                raise self.unknown()
            assert value is not None
            self.replaced.append(_put(home, name, value, source.text(value.span)))
            return
        imported = home.import_of.get(local)
        if not is_top:
            raise self.unknown()
        if imported is not None:
            source = rebased(imported.source.value, home.path, self.module.path)
            self.want(Wanted(imported.imported, source, local, imported.type_only))
            return
        export = next((each for each in home.exports if each.local is not None and each.local.name == local), None)
        if export is None:
            raise refused(
                f'The wrapper {self.opened.name}() needs "{local}", which its file does not export.', home, name
            )
        self.want(Wanted(export.name, specifier(self.project, self.module.path, home.path), local, export.is_type))

    def want(self, wanted: Wanted) -> None:
        if wanted in self.wanted:
            return
        local = wanted.local or wanted.name
        known = self.module.import_of.get(local)
        is_same = (
            known is not None
            and known.imported == wanted.name
            and self.target(known.source.value) == self.target(wanted.source)
        )
        if is_same:
            return
        if local in names_in(self.module):
            raise self.clash(local)
        self.wanted.append(wanted)

    def target(self, source: str) -> str:
        return self.project.resolve(self.module.path, source) or source

    def clash(self, name: str) -> Refused:
        return refused(
            f'"{name}" means one thing in the wrapper {self.opened.name}(), and another in its handler.',
            self.module,
            self.handler,
        )

    def given(self) -> tuple[dict[int, str], list[str]]:
        """What the parameters of the handler are in the wrapper, and those that need a name first."""
        home, style = self.opened.module, Style.of(self.opened.module.source)
        renamed: dict[int, str] = {}
        first: list[str] = []
        for index, parameter in enumerate(self.handler.parameters):
            binding = self.module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
            arguments = self.opened.call.arguments
            given = arguments[index] if index < len(arguments) else None
            if binding is None or binding.writes or parameter.is_rest or parameter.default is not None:
                raise self.unknown()
            if given is None or isinstance(given, c.Spread):
                raise self.unknown()
            if isinstance(given, c.Name):
                renamed[id(binding)] = given.name
                continue
            text = home.source.text(given.span)
            first.append(style.statement(f"const {binding.name} = {text}"))
            if binding.name in {code.name for code in c.walk(self.opened.inner) if isinstance(code, c.Name)}:
                raise self.clash(binding.name)
        return renamed, first

    def check_names(self, renamed: dict[int, str]) -> None:
        """What the handler calls by a name must be the same where it stands now."""
        home, inner, handler = self.opened.module, self.opened.inner, self.handler
        spoken = {code.name for code in c.walk(inner) if isinstance(code, c.Name)}
        made = {each.name for each in home.scopes.all if inner.span.contains(each.site.span)}
        body = handler.body.body if isinstance(handler.body, c.Block) else ()
        tops = {name.name for statement in body for name in declared_names(statement)}
        own = {
            each.name
            for each in self.module.scopes.all
            if handler.span.contains(each.site.span) and id(each) not in renamed
        }
        names = [code for code in c.walk(handler) if isinstance(code, c.Name)]
        outer = {name.name for name, _ in self.module.scopes.free(handler)}
        outer |= {name.name for name in names if self.module.scopes.is_global(name)}
        renames = own & set(renamed.values())
        for name in sorted((tops & spoken) | (outer & made) | renames):
            raise self.clash(name)

    # --------------------------------------------------------------------- text

    def body(self, renamed: dict[int, str], indent: str) -> str:
        """What the handler does, at its place in the wrapper."""
        source, body = self.module.source, self.handler.body
        replaced = list(self.renames(renamed))
        if not isinstance(body, c.Block):
            if body is None:
                raise self.unknown()
            return Style.of(source).statement(f"return {render(source, body.span, replaced)}")
        if not body.body:
            raise self.unknown()
        text = render(source, Span(body.span.start + 1, body.span.end - 1), replaced).strip()
        return reindent(text, source.indent_at(body.body[0].span.start), indent)

    def renames(self, renamed: dict[int, str]) -> Iterator[Replace]:
        for code in c.walk(self.handler):
            binding = self.module.scopes.binding(code) if isinstance(code, c.Name) else None
            if binding is None or id(binding) not in renamed or renamed[id(binding)] == binding.name:
                continue
            new = renamed[id(binding)]
            above = self.module.parents.get(id(code))
            is_short = isinstance(above, c.Property) and above.shorthand
            yield Replace(code.span, (f"{binding.name}: {new}" if is_short else new,))


def _put(home: Module, name: c.Name, value: c.Expression, text: str) -> Replace:
    """An option in place of its name; a text in a template becomes part of it."""
    hole = Span(name.span.start - 2, name.span.end + 1)
    bare = c.bare(value)
    is_whole = isinstance(home.parents.get(id(name)), c.Template) and home.source.text(hole) == f"${{{name.name}}}"
    if is_whole and isinstance(bare, c.String) and not set(bare.value) & set("`$\\"):
        return Replace(hole, (bare.value,))
    return Replace(name.span, (text,))


def _is_of(home: Module, parameter: c.Parameter, name: c.Name) -> bool:
    pattern = parameter.pattern
    binding = home.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    return binding is not None and home.scopes.binding(name) is binding
