"""A wrapper that does more than can be taken apart, called by the action around what the handler does.

``withErrors(handle, { module: 'notes' })`` logs, measures, tries again: the action gives it a request with as much as
it looks at. What it answers, and what the function in it does, is read off the Response.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.ground.params_of import is_plain, params_of
from turnout.conversions.endpoint_to_action.ground.path_text import path_text
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.auth_wrapper import session_function
from turnout.conversions.endpoint_to_action.handlers.kept import is_taken
from turnout.conversions.endpoint_to_action.handlers.request_parts import Part
from turnout.conversions.endpoint_to_action.wrappers.wrapped_by import layers_of
from turnout.conversions.endpoint_to_action.wrappers.wrapper_uses import Use, used_by
from turnout.conversions.imports import Wanted, change_imports, names_in
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.routes import Segment
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style, reindent, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class Called:
    """The edits of the endpoint's file, and what is to be said of them."""

    edits: tuple[Edit, ...]
    note: str


def wrapper_called(project: Snapshot, entry: Entry) -> Called | None:
    """The handler of a route as a function that calls its wrappers; None where they can be taken apart."""
    app, found = project.app(entry.path), project.implementation(entry)
    if app is None or entry.kind != "route-handler" or found is None or found[0].path != entry.path:
        return None
    module, behind = found
    if behind.function is None or not behind.wrappers or session_function(project, module, behind.wrappers):
        return None
    try:
        layers_of(project, entry, module, behind.wrappers)
    except Refused:
        pass
    else:
        return None
    if entry.route is None:
        return None
    uses = used_by(project, app, module, behind.wrappers, entry.span)
    calling = _Calling(entry, module, behind.function, uses, entry.route.segments, is_before_15=app.is_before(15))
    names = " and ".join(f"{each.name}()" for each in uses)
    runs, it, its = ("runs", "it looks", "its") if len(uses) == 1 else ("run", "they look", "their")
    note = f"{names} {runs} as before, on a request that has what {it} at; the action reads {its} Response."
    return Called(tuple(calling.edits()), note)


@dataclass
class _Calling:
    entry: Entry
    module: Module
    handler: c.Function
    uses: Sequence[Use]
    segments: Sequence[Segment]
    is_before_15: bool
    locals: dict[str, str] = field(default_factory=dict[str, str])
    """The segments that have a name before the wrapper is called."""
    first: list[str] = field(default_factory=list[str])
    """The statements that give them one."""

    def edits(self) -> Iterator[Edit]:
        exported = self.export()
        holder = next(each for each in self.module.body if each.span.contains(self.handler.span))
        if holder not in exported:
            self.check_alone(self.uses[-1].wrapper.call)
        source, style = self.module.source, Style.of(self.module.source)
        hoisted = self.hoist()
        parameters = self.parameters()
        statements, given, wanted = [*self.first], "", list[Wanted]()
        if not self.uses[0].takes_any:
            (local, request), wanted = self.request()
            statements.append(style.statement(f"const {local} = {request}"))
            given = f"{local}, {self.context()}" if self.needs_context else local
        statements.append(style.statement(f"return {self.call(self.callback(hoisted))}({given})"))
        body = style.newline.join(style.indent(each, 1) for each in statements)
        head = f"export async function {self.entry.symbol}({', '.join(parameters)})"
        text = f"{head} {{{style.newline}{body}{style.newline}}}"
        change = change_imports(self.module, add=wanted)
        made = [*change.edits, Edit(holder.span, text)]
        made += removed(source, [with_comments(self.module, each) for each in exported if each is not holder])
        yield from sorted(made)

    # --------------------------------------------------------------- statements

    def export(self) -> list[c.Statement]:
        """``export const POST = withErrors(handle);``, and what gives a wrapped handler a name on the way there."""
        found: list[c.Statement] = []
        wanted: c.Expression | None = self.uses[0].wrapper.call
        for statement in self.module.body:
            match statement:
                case c.ExportDeclaration(
                    declaration=c.Declare(declarators=(c.Declarator(pattern=c.Name(name=name), value=value),))
                ) if name == self.entry.symbol and value is not None and self.leads(value, wanted):
                    found.append(statement)
                case c.ExportNamed(source=None, specifiers=(c.ExportSpecifier(local=local, exported=exported),)):
                    if exported == self.entry.symbol and self.leads(local, wanted):
                        found.append(statement)
                case _:
                    pass
        if len(found) != 1:
            raise self.unknown()
        for use in self.uses:
            statement = next(each for each in self.module.body if each.span.contains(use.wrapper.call.span))
            if statement not in found:
                self.check_named(statement, use.wrapper.call)
                found.append(statement)
        return found

    def check_named(self, statement: c.Statement, call: c.Call) -> None:
        """``const wrapped = withErrors(handle);``, which is exported or wrapped once more, and that is all."""
        match statement:
            case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=value),)) if value is call:
                binding = self.module.scopes.binding(name)
            case _:
                binding = None
        if binding is None or len(binding.references) != 1:
            raise self.unknown()

    def check_alone(self, use: c.Call) -> None:
        """A handler with a name must be there for its wrapper alone."""
        name = self.handler.name
        holder = next(each for each in self.module.body if each.span.contains(self.handler.span))
        if isinstance(holder, c.Declare) and len(holder.declarators) == 1:
            pattern = holder.declarators[0].pattern
            name = pattern if isinstance(pattern, c.Name) else None
        binding = self.module.scopes.binding(name) if name is not None else None
        if not isinstance(holder, (c.Declare, c.FunctionDeclaration)) or binding is None:
            raise self.unknown()
        if any(not use.span.contains(each.span) for each in binding.references):
            raise refused("The handler is used elsewhere, too.", self.module, self.handler)

    def unknown(self) -> Refused:
        return refused(
            f"How {self.uses[0].name}() is given its handler can't be followed.", self.module, self.entry.span
        )

    # ------------------------------------------------------------------- inputs

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the handler is given, argument by argument."""
        return self.uses[-1].given

    @property
    def parts(self) -> list[Part]:
        return list(dict.fromkeys(part for use in self.uses for part in use.parts.members))

    @property
    def needs_context(self) -> bool:
        return any(each.needs_context for each in self.uses)

    @property
    def keys(self) -> list[str]:
        """The segments that the wrappers look at."""
        needed = self.needs_context or any(part in ("url", "nextUrl") for part in self.parts)
        return [each.name for each in self.segments if each.kind != "static"] if needed else []

    def parameter(self, kind: str) -> c.Parameter | None:
        found = [
            parameter for parameter, given in zip(self.handler.parameters, self.kinds, strict=False) if given == kind
        ]
        return found[0] if found else None

    def hoist(self) -> list[c.Declare]:
        """``const { id } = await params`` at the head of the handler goes in front of its wrapper."""
        if any(each.kind not in ("static", "dynamic") for each in self.segments) and self.keys:
            raise refused("The wrapper looks at the URL, which is of any length.", self.module, self.entry.span)
        hoisted: list[c.Declare] = []
        body = self.handler.body.body if isinstance(self.handler.body, c.Block) else ()
        for statement in body:
            if not isinstance(statement, c.Declare) or not self.reads_segments(statement):
                break
            hoisted.append(statement)
        source = self.module.source
        self.first += map(self.hoisted_text, hoisted)
        context = self.parameter("context")
        pattern = context.pattern if context is not None else None
        missing = [key for key in self.keys if key not in self.locals]
        if not missing:
            return hoisted
        match pattern:
            case c.Name(name=name):
                params = f"{name}.params"
            case c.ObjectPattern(members=(c.PatternProperty(key="params", target=c.Name(name=name)),)):
                params = name
            case None:
                params = "params"
            case _:
                raise self.unknown()
        taken = names_in(self.module)
        if any(key in taken for key in missing):
            raise self.unknown()
        style = Style.of(source)
        waits = "" if self.is_before_15 else "await "
        self.first.append(style.statement(f"const {style.braces(', '.join(missing))} = {waits}{params}"))
        self.locals.update({key: key for key in missing})
        return hoisted

    def hoisted_text(self, statement: c.Declare) -> str:
        """``const { id } = await context.params;`` for ``context!.params!`` and ``(await context?.params) ?? {}``."""
        source, declarator = self.module.source, statement.declarators[0]
        value = declarator.value
        if isinstance(value, c.Await) and isinstance(value.value, (c.Name, c.Member)) and is_plain(value.value):
            return reindent(source.text(statement.span), source.indent_at(statement.span.start), "")
        read = params_of(value)
        assert read is not None
        params = read.name if isinstance(read, c.Name) else f"{source.text(c.bare(read.object).span)}.params"
        waits = "" if self.is_before_15 else "await "
        return Style.of(source).statement(f"const {source.text(declarator.pattern.span)} = {waits}{params}")

    def reads_segments(self, statement: c.Declare) -> bool:
        if len(statement.declarators) != 1:
            return False
        declarator = statement.declarators[0]
        value = params_of(declarator.value)
        context = self.parameter("context")
        pattern = declarator.pattern
        if value is None or context is None or not isinstance(pattern, c.ObjectPattern):
            return False
        below = c.bare(value.object) if isinstance(value, c.Member) else value
        names = [id(name) for name in c.bound_names(context.pattern)]
        binding = self.module.scopes.binding(below) if isinstance(below, c.Name) else None
        if binding is None or id(binding.site) not in names:
            return False
        for member in pattern.members:
            if isinstance(member, c.PatternProperty) and member.key and isinstance(member.target, c.Name):
                self.locals[member.key] = member.target.name
        return True

    # --------------------------------------------------------------------- text

    def parameters(self) -> list[str]:
        """The request and the segments, as the handler has them."""
        source = self.module.source
        request, context = self.parameter("request"), self.parameter("context")
        is_typed = is_typescript(self.module.path)
        found: list[str] = []
        if request is not None:
            kind = ": Request" if is_typed and request.type is None and "body" in self.parts else ""
            found.append(f"{source.text(request.span)}{kind}")
        elif context is not None or self.keys or "body" in self.parts:
            name = "request" if "body" in self.parts else "_request"
            found.append(f"{name}: Request" if is_typed else name)
        if context is not None and (context.type is not None or not is_typed):
            found.append(source.text(context.span))
        elif context is not None or self.keys:
            members = "; ".join(f"{each.name}: string" for each in self.segments if each.kind != "static")
            kind = f"{{ {members} }}" if self.is_before_15 else f"Promise<{{ {members} }}>"
            name = source.text(context.pattern.span) if context is not None else "{ params }"
            found.append(f"{name}: {{ params: {kind} }}" if is_typed else name)
        return found

    def request(self) -> tuple[tuple[str, str], list[Wanted]]:
        """``new NextRequest('http://localhost/api/notes', { method: 'POST', headers: await headers() })``"""
        taken = {*self.module.top_level, *self.module.import_of}
        taken |= {code.name for code in c.walk(self.handler) if isinstance(code, c.Name)}
        local = next((each for each in ("request", "req", "nextRequest") if each not in taken), None)
        asked = self.asked() if "body" in self.parts else ""
        if asked == local:
            local = "req" if "req" not in taken else None
        if local is None or is_taken(self.module, "headers"):
            raise self.unknown()
        wanted = [Wanted("NextRequest", "next/server", "NextRequest")]
        members: list[str] = []
        style = Style.of(self.module.source)
        if "method" in self.parts or "body" in self.parts:
            members.append(f"method: {style.string(self.entry.symbol)}")
        if "headers" in self.parts or "cookies" in self.parts:
            members.append(f"headers: {'' if self.is_before_15 else 'await '}headers()")
            wanted.append(Wanted("headers", "next/headers", "headers"))
        if "body" in self.parts:
            members.append(f"body: JSON.stringify(await {asked}.json())")
        init = f", {style.braces(', '.join(members))}" if members else ""
        text = f"new NextRequest({self.url(style)}{init})"
        if members and len(f"{style.unit}const {local} = {text}") > style.width:
            lines = [style.indent(f"{each},", 1) for each in members]
            lines[-1] = lines[-1] if style.comma else lines[-1].removesuffix(",")
            text = style.newline.join([f"new NextRequest({self.url(style)}, {{", *lines, "})"])
        return (local, text), wanted

    def asked(self) -> str:
        """The name of the request whose body is handed on; its handler may not look at that request, too."""
        if self.entry.symbol in ("GET", "HEAD"):
            raise refused("The wrapper reads a body, which this method has not.", self.module, self.entry.span)
        parameter = self.parameter("request")
        if parameter is None:
            return "request"
        binding = self.module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
        if binding is None or binding.references:
            raise refused("The handler looks at its request, whose body its wrapper reads.", self.module, parameter)
        return binding.name

    def url(self, style: Style) -> str:
        if not any(part in ("url", "nextUrl") for part in self.parts):
            return style.string("http://localhost")
        return path_text(self.segments, self.locals, style, "http://localhost")

    def context(self) -> str:
        style = Style.of(self.module.source)
        members = [key if self.locals[key] == key else f"{key}: {self.locals[key]}" for key in self.keys]
        whole = style.braces(", ".join(members)) if members else "{}"
        return style.braces(f"params: {whole}" if self.is_before_15 else f"params: Promise.resolve({whole})")

    def callback(self, hoisted: Sequence[c.Statement]) -> str:
        """What the handler does, as the function that the wrapper calls."""
        source, body = self.module.source, self.handler.body
        parameters = list(self.own_parameters())
        head = f"{'async ' if self.handler.is_async else ''}({', '.join(parameters)}) =>"
        if body is None:
            raise self.unknown()
        if not isinstance(body, c.Block):
            return f"{head} {reindent(source.text(body.span), source.indent_at(body.span.start), '')}"
        gone = [Replace(Span(each.span.start, _next_start(body, each, self.module))) for each in hoisted]
        text = render(source, body.span, gone)
        return f"{head} {reindent(text, source.indent_at(body.span.start), '')}"

    def own_parameters(self) -> Iterator[str]:
        """Those that the wrapper makes; what is there already is only counted."""
        given = list(zip(self.handler.parameters, self.kinds, strict=False))
        if len(self.handler.parameters) > len(self.kinds):
            raise self.unknown()
        while given and given[-1][1] != "made":
            given.pop()
        source = self.module.source
        for parameter, kind in given:
            if kind == "made":
                yield source.text(parameter.span)
                continue
            written = source.text(parameter.type.span) if parameter.type is not None else ""
            yield f"_{kind}: {written}" if written else f"_{kind}"

    def call(self, handler: str) -> str:
        """``withErrors(withUser(async () => …), { module: 'notes' })``"""
        source, style = self.module.source, Style.of(self.module.source)
        text = handler
        below: c.Code = self.handler
        for use in reversed(self.uses):
            call = use.wrapper.call
            index = next((at for at, each in enumerate(call.arguments) if self.leads(each, below)), None)
            if index is None:
                raise self.unknown()
            below = call
            head = source.text(Span(call.span.start, call.arguments[0].span.start)).rstrip()
            texts = [
                text if at == index else reindent(source.text(each.span), source.indent_at(each.span.start), "")
                for at, each in enumerate(call.arguments)
            ]
            if index == len(texts) - 1:
                text = f"{head}{', '.join(texts)})"
                continue
            lines = [style.indent(f"{each},", 1) for each in texts]
            if not style.comma:
                lines[-1] = lines[-1].removesuffix(",")
            text = style.newline.join([head, *lines, ")"])
        return text

    def leads(self, argument: c.Expression | c.Spread, below: c.Code) -> bool:
        if isinstance(argument, c.Spread):
            return False
        bare = c.bare(argument)
        binding = self.module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        return bare is below or (binding is not None and binding.value is below)


def _next_start(body: c.Block, statement: c.Statement, module: Module) -> int:
    """Where the next statement begins, or the comment above it."""
    following = next((each for each in body.body if each.span.start > statement.span.start), None)
    return with_comments(module, following).start if following is not None else statement.span.end
