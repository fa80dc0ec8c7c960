"""An API route's methods, each written as a function of its own behind the rest of the file.

``switch (req.method) { case 'POST': return create(req, res) }``, ``handlers[req.method]``, ``withUser(handler)``: from
there on a method is read as if nothing else were in it. The handler itself stays as it is for the methods that stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.api_routes.carrying import Carrying
from turnout.conversions.endpoint_to_action.api_routes.weaving import Body, Weaving
from turnout.conversions.endpoint_to_action.api_routes.woven_names import Naming
from turnout.conversions.endpoint_to_action.api_routes.woven_text import comment_of, function_text
from turnout.conversions.endpoint_to_action.ground.chains import Chain, chain_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.imports import Wanted, import_statement, names_in
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.span import Span


@dataclass(frozen=True)
class Apart:
    """What was written behind a file."""

    region: Span
    """Where it stands now."""
    visiting: Span
    """The same, with what was brought from other files before it: nothing of that may stay, either."""
    functions: Mapping[str, str]
    """The function of each method."""
    refusals: Mapping[str, Refusal]
    """Why some methods have none."""
    origins: tuple[tuple[str, Span], ...]
    """The places that the text came from."""
    guests: Mapping[str, Sequence[tuple[str, Span]]]
    """The functions of other files that answer for each method."""
    names: Mapping[str, frozenset[str]]
    """What the functions are called that were written into each one: free again, where all is gone."""

    def function(self, module: Module, method: str) -> c.Function | None:
        """The function of a method; refuses one that can't be written as a function."""
        if method in self.refusals:
            raise Refused(self.refusals[method])
        name = self.functions.get(method)
        for statement in module.body:
            if isinstance(statement, c.FunctionDeclaration) and statement.function.name is not None:
                if statement.function.name.name == name:
                    return statement.function
        return None

    def freed(self, module: Module, method: str) -> Iterator[str]:
        """The names of those functions that only the handler and its maps speak of."""
        for name in self.names.get(method, ()):
            binding = module.scopes.top.find(name)
            if binding is None:
                continue
            for reference in binding.references:
                statement = next(each for each in module.body if each.span.contains(reference.span))
                is_own = statement.span.contains(binding.site.span)
                if not (is_own or _is_handler(statement)) or self.region.contains(reference.span):
                    break
            else:
                yield name

    def placed(self, before: Snapshot, text: bytes, refusal: Refusal) -> Refusal | None:
        """A refusal about that text with the place that it came from; None when it is about something else."""
        if refusal.span is None or not self.region.contains(refusal.span):
            return None
        start = text.rfind(b"\n", 0, refusal.span.start) + 1
        line = text[start:].split(b"\n", 1)[0]
        column = refusal.span.start - start - (len(line) - len(line.lstrip()))
        for path, span in self.origins:
            source = before.source(path)
            at = source.data.find(line.strip(), *span) if source is not None and line.strip() else -1
            if at >= 0:
                return Refusal(refusal.reason, path, Span(at + column, min(at + column + _length(refusal), span.end)))
        return None


def _length(refusal: Refusal) -> int:
    return refusal.span.end - refusal.span.start if refusal.span is not None else 0


def _is_handler(statement: c.Statement) -> bool:
    """``export default …``, a map of methods, or a function with a request and a response."""
    match statement:
        case c.ExportDefault():
            return True
        case c.Declare(declarators=(c.Declarator(value=value),)) if value is not None:
            return isinstance(c.bare(value), (c.Object, c.Function))
        case c.FunctionDeclaration(function=function):
            return len(function.parameters) == 2
        case _:
            return False


@dataclass
class Writing:
    """What is to be written behind a file."""

    text: str
    functions: dict[str, str] = field(default_factory=dict[str, str])
    refusals: dict[str, Refusal] = field(default_factory=dict[str, Refusal])
    origins: list[tuple[str, Span]] = field(default_factory=list[tuple[str, Span]])
    others: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """The other files whose functions answer for each method, also where these can't be written here."""
    guests: dict[str, list[tuple[str, Span]]] = field(default_factory=dict[str, list[tuple[str, Span]]])
    names: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def at(self, begins: int, visiting: int) -> Apart:
        end = begins + len(self.text.encode())
        places = Span(begins, end), Span(visiting, end)
        return Apart(*places, self.functions, self.refusals, tuple(self.origins), self.guests, self.names)


def written_apart(project: Snapshot, entry: Entry) -> Writing | None:
    """The methods of an API route as functions; None where the route can be read as it stands."""
    if entry.kind != "api-route":
        return None
    found = project.exported(*(entry.origin or (entry.path, entry.symbol)))
    if found is None or found.module.path != entry.path or found.module.errors:
        return None
    chain = chain_of(project, found.module, found.export.value)
    if chain is None:
        return None
    return _Apart(project, entry, found.module, chain).written()


@dataclass
class _Apart:
    project: Snapshot
    entry: Entry
    module: Module
    chain: Chain
    wanted: list[Wanted] = field(default_factory=list[Wanted])
    taken: set[str] = field(default_factory=set[str])

    def written(self) -> Writing | None:
        made = Writing("")
        style = Style.of(self.module.source)
        self.taken = set(names_in(self.module))
        texts: list[str] = []
        comments: set[str] = set()
        is_woven = bool(self.chain.wrappers)
        for method in self.methods():
            carrying = Carrying(self.project, self.module, [*self.wanted])
            others = made.others.setdefault(method, [])
            weaving = Weaving(self.project, self.module, method, self.entry.span, carrying, others, self.taken)
            try:
                body = weaving.body(self.chain, 0, ())
                is_woven = is_woven or body.is_woven
                name = self.name(f"handle{method}")
                text, comment = self.function(body, name), comment_of(body)
            except Refused as given_up:
                made.refusals[method] = given_up.refusal
                is_woven = True
                continue
            made.functions[method] = name
            made.origins += ((each.home.path, each.function.span) for each in reversed(list(body.bodies)))
            guests = [each for each in body.bodies if each.opened is None and each.home.path != self.module.path]
            made.guests[method] = [(each.home.path, each.function.span) for each in guests]
            calls = [put.call.callee for each in body.bodies for put in each.puts]
            made.names[method] = frozenset(call.name for call in calls if isinstance(call, c.Name))
            texts.append(text if not comment or comment in comments else comment + style.newline + text)
            comments.add(comment)
            self.wanted = carrying.wanted
        if not is_woven:
            return None
        blank = style.newline * 2
        made.text = blank + blank.join([*self.imports(style), *texts]) + style.newline
        return made

    def methods(self) -> Iterator[str]:
        """The methods that the route tells apart, else those that callers ask for."""
        asked = dict.fromkeys(each.method for each in self.project.callers(self.entry))
        yield from self.entry.methods or [each for each in asked if each is not None and each in METHODS] or METHODS

    def function(self, body: Body, name: str) -> str:
        naming = Naming(body)
        naming.settle()
        return function_text(naming, name)

    def name(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.taken:
            name, number = f"{wanted}{number}", number + 1
        self.taken.add(name)
        return name

    def imports(self, style: Style) -> Iterator[str]:
        for each in self.wanted:
            yield import_statement(style, each.source, [each], is_type=each.is_type)
