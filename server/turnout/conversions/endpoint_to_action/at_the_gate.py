"""What middleware checks on the way to an endpoint, written into its handler: nothing stands before an action.

Only what leads to somebody being stopped is written, for the path and the method of the endpoint. All else that the
middleware does, it goes on doing for the pages that call the action.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from turnout.conversions.endpoint_to_action.brought_home import Home
from turnout.conversions.endpoint_to_action.gate.gate_slice import Slice, alive, leads_away, passes, remaining, written
from turnout.conversions.endpoint_to_action.gate.guards import guards_alone
from turnout.conversions.endpoint_to_action.ground.header_names import is_key
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.imports import Wanted, change_imports, fresh_name, names_in, rebased
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project import gate
from turnout.project.auth import guard_in
from turnout.project.entries import Entry
from turnout.project.passage import Attempt, Choice, Kept, Left, Passage, Passed, Stopped
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style, reindent
from turnout.text.edits import Edit
from turnout.text.rewriting import Rewriting
from turnout.text.span import Span

_OF_THE_REQUEST = ("cookies", "headers")
"""What an action can read of its own request."""
_OPPOSITES = {"===": "!==", "!==": "===", "==": "!=", "!=": "=="}
NOTE = "What {name} checked for {url} stands in the action now."
AWAY = "Whom {name} sent to another page, the action refuses with status 401."


class NotCarried(Exception):
    """What the middleware checks can't stand in the handler as it is written."""


def carried(project: Snapshot, home: Home) -> Home:
    """The same endpoint with the check of the middleware in its handler, where it belongs there and can be."""
    check = check_of_middleware(home.written.project, home.entry) if home.path is None else None
    path = home.entry.path
    source = project.source(path)
    supposed = home.written.project.source(path)
    if check is None or source is None or supposed is None:
        return home
    text = Rewriting(source.data)
    text.edit(home.written.edits.get(path, ()))
    text.edit(check.edits)
    made = home.written.project.supposing(replace(supposed, data=text.data))
    again = next((each for each in made.entries(path) if each.symbol == home.entry.symbol), None)
    module = made.module(path)
    if again is None or module is None or module.errors:
        return home
    written = replace(
        home.written,
        project=made,
        edits={**home.written.edits, path: text.edits},
        notes=(*home.written.notes, *check.notes),
    )
    return replace(home, entry=again, written=written)


@dataclass(frozen=True)
class _Check:
    """The edits of the handler's file that put the check there, and what is to be said of it."""

    edits: tuple[Edit, ...]
    notes: tuple[str, ...]


def check_of_middleware(project: Snapshot, entry: Entry) -> _Check | None:
    """What is to be written into a handler; None where it has a check of its own, or this one can't stand there."""
    found = project.implementation(entry)
    app = project.app(entry.path)
    if entry.kind != "route-handler" or app is None or entry.url is None or found is None:
        return None
    module, behind = found
    function = behind.function
    if function is None or behind.wrappers or module.path != entry.path:
        return None
    if not guards_alone(project, app, entry, ((module, function),)):
        return None
    way = gate.way_through(project, app, entry.url, entry.method)
    if way is None:
        return None
    carrying = _Carrying(project, module, function, way, Slice(project, way))
    try:
        edits = tuple(carrying.edits())
    except NotCarried:
        return None
    name = gate.name_of(app)
    notes = (NOTE.format(name=name, url=entry.url), *([AWAY.format(name=name)] if carrying.leads_away else []))
    return _Check(edits, notes)


@dataclass
class _Carrying:
    project: Snapshot
    module: Module
    """The handler's file."""
    function: c.Function
    way: Passage
    slice: Slice
    wanted: list[Wanted] = field(default_factory=list[Wanted])
    replaced: list[Replace] = field(default_factory=list[Replace])
    """What is different in the text of the middleware."""
    first: list[str] = field(default_factory=list[str])
    """Constants of the middleware's file that the check needs."""
    asks: bool = False
    """Whether the check reads the request."""
    leads_away: bool = False
    """Whether it sent strangers to another page."""

    def edits(self) -> Iterator[Edit]:
        body = self.function.body
        if not isinstance(body, c.Block) or not body.body:
            raise NotCarried
        gate_style, style = Style.of(self.gate.source), Style.of(self.module.source)
        left = self.slice.left()
        if any(isinstance(each, c.String) and is_key(each.value) for code in written(left) for each in c.walk(code)):
            raise NotCarried
        self.names(left)
        lines = [*self.first, *self.lines(left, gate_style)]
        if not lines:
            raise NotCarried
        if not self.function.is_async and any("await " in line for line in lines):
            raise NotCarried
        source = self.module.source
        at = body.body[0].span.start
        indent = source.indent_at(at)
        text = f"{style.newline}{indent}".join(reindent(line, "", indent).lstrip() for line in lines)
        edits = [*self.parameter_edits(), Edit(Span(at, at), f"{text}{style.newline * 2}{indent}")]
        yield from sorted([*change_imports(self.module, add=self.wanted).edits, *edits])

    @property
    def gate(self) -> Module:
        return self.way.module

    # --------------------------------------------------------------------- names

    def names(self, left: Sequence[Left]) -> None:
        """What each name of the check is where it stands from now on; raises NotCarried."""
        codes = list(written(left))
        made = {
            id(binding)
            for code in codes
            for each in alive(self.way, code)
            if isinstance(each, c.Name) and (binding := self.gate.scopes.binding(each)) and binding.site is each
        }
        for code in codes:
            for each in alive(self.way, code):
                if isinstance(each, c.Name):
                    self.name(each, made)
            for each in c.walk(code):
                if (half := remaining(self.way, each)) is not None:
                    self.replaced.append(Replace(each.span, (half.span,)))

    def name(self, name: c.Name, made: set[int]) -> None:
        binding = self.gate.scopes.binding(name)
        if binding is None:
            if name.name in names_in(self.module) and name.name not in self.module.scopes.globals:
                raise NotCarried
            return
        if id(binding) in made:
            self.local(name, binding)
        elif binding.kind == "import":
            imported = self.gate.import_of[binding.name]
            self.want(imported.imported, imported.source.value, binding.name, is_type=imported.type_only)
        elif binding.kind == "parameter" and binding.function is self.way.function:
            self.parameter(name, binding)
        elif isinstance(known := self.way.known.get(id(binding)), (str, bool)):
            text = (
                ("true" if known else "false") if isinstance(known, bool) else Style.of(self.gate.source).string(known)
            )
            self.replaced.append(Replace(name.span, (text,)))
        elif binding.scope.parent is None and binding.kind == "const":
            self.constant(binding, made)
        else:
            raise NotCarried

    def local(self, name: c.Name, binding: Binding) -> None:
        """A name that the check declares; another one where the handler's file has it already."""
        if binding.name not in names_in(self.module) | {each.local or each.name for each in self.wanted}:
            return
        new = fresh_name(self.module, f"{binding.name}OfCaller")
        above = self.gate.parents.get(id(name))
        is_short = isinstance(above, (c.Property, c.PatternProperty)) and above.shorthand
        self.replaced.append(Replace(name.span, (f"{binding.name}: {new}" if is_short else new,)))

    def want(self, imported: str, source: str, local: str, *, is_type: bool = False) -> None:
        known = self.module.import_of.get(local)
        wanted = Wanted(imported, rebased(source, self.gate.path, self.module.path), local, is_type)
        if known is not None and known.imported == imported:
            here = self.project.resolve(self.module.path, known.source.value) or known.source.value
            if here == (self.project.resolve(self.gate.path, source) or source):
                return
        if local in names_in(self.module):
            raise NotCarried
        if wanted not in self.wanted:
            self.wanted.append(wanted)

    def parameter(self, name: c.Name, binding: Binding) -> None:
        """The request, or what a library hands to the middleware in front of it."""
        above = self.gate.parents.get(id(name))
        if self.way.wrapper == "clerkMiddleware" and binding.index == 0:
            self.want("auth", "@clerk/nextjs/server", "auth")
            self.replaced.append(Replace(name.span, ("auth",)))
            return
        if self.way.wrapper == "auth" and isinstance(above, c.Member) and above.name == "auth":
            call = self.way.call
            callee = call.callee if call is not None else None
            imported = self.gate.import_of.get(callee.name) if isinstance(callee, c.Name) else None
            if imported is None:
                raise NotCarried
            self.want(imported.imported, imported.source.value, imported.local.name)
            self.replaced.append(Replace(above.span, (f"(await {imported.local.name}())",)))
            return
        is_read = isinstance(above, c.Member) and above.object is name and above.name in _OF_THE_REQUEST
        is_handed = isinstance(above, c.Property) and above.key == "req" and above.value is name
        if not is_read and not is_handed:
            raise NotCarried
        is_short = isinstance(above, c.Property) and above.shorthand
        self.replaced.append(Replace(name.span, (f"req: {self.request}" if is_short else self.request,)))
        self.asks = True

    @property
    def request(self) -> str:
        first = self.function.parameters[0] if self.function.parameters else None
        if first is None:
            return "request"
        if not isinstance(first.pattern, c.Name):
            raise NotCarried
        return first.pattern.name

    def parameter_edits(self) -> list[Edit]:
        """The request, as the middleware has it."""
        first = self.function.parameters[0] if self.function.parameters else None
        is_typed = is_typescript(self.module.path)
        kind = first.type if first is not None else None
        is_known = kind is not None and self.module.source.text(kind.span) == "NextRequest"
        if not self.asks or is_known or (first is not None and kind is None):
            return []
        if is_typed and "NextRequest" not in self.module.import_of:
            self.wanted.append(Wanted("NextRequest", "next/server", "NextRequest", True))
        if kind is not None:
            return [Edit(kind.span, "NextRequest")]
        at = self.module.source.data.index(b"(", self.function.span.start) + 1
        return [Edit(Span(at, at), "request: NextRequest" if is_typed else "request")]

    def constant(self, binding: Binding, made: set[int]) -> None:
        """A constant of the middleware's file, which no other file may import."""
        statement = next((each for each in self.gate.body if each.span.contains(binding.site.span)), None)
        if not isinstance(statement, c.Declare) or len(statement.declarators) != 1 or binding.pattern is not None:
            raise NotCarried
        if any(isinstance(each, (c.Function, c.Class)) for each in c.walk(statement)):
            raise NotCarried
        made.add(id(binding))
        for each in c.walk(statement):
            if isinstance(each, c.Name) and each is not binding.site:
                self.name(each, made)
        self.first.append(render(self.gate.source, statement.span, self.replaced))

    # --------------------------------------------------------------------- text

    def lines(self, left: Sequence[Left], style: Style) -> list[str]:
        """The statements, without what passes; raises NotCarried where it passes in the middle."""
        found: list[str] = []
        for number, each in enumerate(left):
            rest = left[number + 1 :]
            match each:
                case Kept(statement=statement):
                    found.append(self.kept(statement, style))
                case Stopped(statement=statement):
                    found.append(self.stop(statement, style))
                case Choice(then=then, otherwise=otherwise) if passes(then) or passes(otherwise):
                    # What follows is for the others alone.
                    is_then = passes(otherwise)
                    inner = self.lines([*(then if is_then else otherwise), *rest], style)
                    return found + self.either(each.test, inner if is_then else [], [] if is_then else inner, style)
                case Choice(test=test, then=then, otherwise=otherwise):
                    found += self.either(test, self.lines(then, style), self.lines(otherwise, style), style)
                case Attempt():
                    found += self.attempt(each, rest, style)
                case Passed():
                    return found
        return found

    def kept(self, statement: c.Statement, style: Style) -> str:
        """A statement; of ``const payload = await verify(token)`` the call alone, where nobody asks for the payload."""
        match statement:
            case c.Declare(declarators=(c.Declarator(pattern=pattern, value=value),)) if value is not None:
                found = (self.gate.scopes.binding(name) for name in c.bound_names(pattern))
                if not any(binding is not None and id(binding) in self.slice.needed for binding in found):
                    return style.statement(self.copied(value))
            case _:
                pass
        return self.copied(statement)

    def either(self, test: c.Expression, then: list[str], otherwise: list[str], style: Style) -> list[str]:
        if not then:
            return [self.block(f"if ({self.test(test, False)})", otherwise, style)] if otherwise else []
        text = self.block(f"if ({self.test(test, True)})", then, style)
        return [f"{text} {self.block('else', otherwise, style)}" if otherwise else text]

    def attempt(self, attempt: Attempt, rest: Sequence[Left], style: Style) -> list[str]:
        block = self.lines(attempt.block, style)
        if any(_goes_on(each) for each in attempt.block) and any(not isinstance(each, Passed) for each in rest):
            raise NotCarried
        caught = self.lines(attempt.handler, style)
        statement = attempt.statement
        if statement.finalizer is not None:
            raise NotCarried
        if not any(guard_in(self.project, self.gate, each).what for each in written(attempt.block)) or not block:
            return block
        parameter = statement.parameter
        is_read = parameter is not None and any(self.gate.source.text(parameter.span) in line for line in caught)
        head = f"catch ({self.gate.source.text(parameter.span)})" if parameter is not None and is_read else "catch"
        return [f"{self.block('try', block, style)} {self.block(head, caught, style)}"]

    def copied(self, code: c.Code) -> str:
        text = render(self.gate.source, code.span, self.replaced)
        return reindent(text, self.gate.source.indent_at(code.span.start), "")

    def test(self, test: c.Expression, is_true: bool) -> str:
        bare = c.bare(test)
        if is_true:
            return self.copied(test)
        if isinstance(bare, c.Unary) and bare.operator == "!":
            return self.copied(bare.operand)
        if isinstance(bare, c.Binary) and bare.operator in _OPPOSITES:
            return f"{self.copied(bare.left)} {_OPPOSITES[bare.operator]} {self.copied(bare.right)}"
        is_plain = isinstance(bare, (c.Name, c.Member, c.Call))
        return f"!{self.copied(bare)}" if is_plain else f"!({self.copied(test)})"

    def block(self, head: str, lines: Sequence[str], style: Style) -> str:
        inner = [style.indent(line, 1) for line in lines]
        return style.newline.join([f"{head} {{", *inner, "}"])

    def stop(self, statement: c.Statement, style: Style) -> str:
        if isinstance(statement, c.Throw):
            return self.copied(statement)
        if leads_away(statement):
            self.leads_away = True
            self.want("NextResponse", "next/server", "NextResponse")
            return style.statement("return new NextResponse(null, { status: 401 })")
        value = c.bare(statement.value) if isinstance(statement, c.Return) and statement.value is not None else None
        match value:
            case c.Call(callee=callee) if c.dotted(callee) in ("NextResponse.json", "Response.json"):
                return self.copied(statement)
            case c.New(callee=callee) if c.dotted(callee) in ("NextResponse", "Response"):
                return self.copied(statement)
            case _:
                raise NotCarried


def _goes_on(left: Left) -> bool:
    """Whether the request may be let through in there."""
    match left:
        case Passed():
            return True
        case Choice(then=then, otherwise=otherwise):
            return any(_goes_on(each) for each in (*then, *otherwise))
        case Attempt(block=block, handler=handler):
            return any(_goes_on(each) for each in (*block, *handler))
        case _:
            return False
