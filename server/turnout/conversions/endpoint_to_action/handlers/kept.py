"""A response that is kept in a variable while its cookies are set: ``const res = NextResponse.json(…)`` becomes what
next/headers gives an action to set them."""

from __future__ import annotations

from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.text.span import Span

NOTE = "An action that sets cookies makes Next.js render the page again."


@dataclass(frozen=True)
class Kept:
    """One such variable. ``value`` is the response as it was made."""

    value: c.Expression
    declared: Replace
    """Its declaration, and what stands for it."""
    replaced: tuple[Replace, ...]
    """``res.cookies`` in its new words."""
    headers: tuple[tuple[str, c.ExpressionStatement], ...]
    """Statements that set a header."""

    @property
    def touched(self) -> tuple[Span, ...]:
        return (*(each.span for each in self.replaced), *(each.span for _, each in self.headers))


@dataclass
class KeptResponses:
    """The variables of one handler; before Next.js 15 ``cookies()`` is ``sync``."""

    module: Module
    function: c.Function
    sync: bool
    found: dict[int, Kept] = field(default_factory=dict[int, Kept])

    def of(self, name: c.Name) -> Kept | None:
        """The response behind a name that is returned; refuses when more is done to it than an action can do."""
        binding = self.module.scopes.binding(name)
        if binding is None or binding.pattern is not None or binding.writes or not isinstance(binding.value, c.Code):
            return None
        if id(binding) in self.found:
            return self.found[id(binding)]
        declarator = self.module.parents.get(id(binding.site))
        declaration = self.module.parents.get(id(declarator)) if declarator is not None else None
        if not isinstance(declaration, c.Declare) or len(declaration.declarators) != 1:
            return None
        if self.module.function_around(declaration) is not self.function:
            return None
        uses = [use for use in binding.references if not isinstance(self.above(use), c.Return)]
        cookies = [member for use in uses if (member := self.cookies_of(use)) is not None]
        headers = tuple(header for use in uses if (header := self.header_of(use)) is not None)
        if len(cookies) + len(headers) < len(uses):
            raise self.unknown(name)
        made = c.bare(binding.value)
        arguments = made.arguments if isinstance(made, (c.Call, c.New)) else ()
        works = any(has_work(each.value if isinstance(each, c.Spread) else each) for each in arguments)
        if (works and cookies) or any(self.is_changed(each, declaration) for each in c.walk(made)):
            raise refused(
                "What is answered here is worked out before the cookies are set: give it a name of its own first.",
                self.module,
                binding.value,
            )
        kept = Kept(binding.value, *self.replaced(declaration, cookies), headers)
        self.found[id(binding)] = kept
        return kept

    def above(self, code: c.Code) -> c.Code | None:
        above = self.module.parents.get(id(code))
        while isinstance(above, c.Cast):
            above = self.module.parents.get(id(above))
        return above

    def unknown(self, name: c.Name) -> Refused:
        return refused(
            f'The answer is kept in "{name.name}" first: what is done to it there can\'t move into an action.',
            self.module,
            name,
        )

    def called(self, use: c.Name, owner: str, methods: tuple[str, ...]) -> tuple[c.Member, c.Call] | None:
        """``res.cookies.set(…)`` as a statement of the handler's own."""
        member = self.above(use)
        method = self.above(member) if isinstance(member, c.Member) and member.name == owner else None
        call = self.above(method) if isinstance(method, c.Member) and method.name in methods else None
        if not isinstance(member, c.Member) or not isinstance(call, c.Call) or call.callee is not method:
            return None
        is_own = self.module.function_around(call) is self.function
        return (member, call) if is_own and isinstance(self.above(call), c.ExpressionStatement) else None

    def cookies_of(self, use: c.Name) -> c.Member | None:
        found = self.called(use, "cookies", ("set", "delete"))
        return found[0] if found is not None else None

    def header_of(self, use: c.Name) -> tuple[str, c.ExpressionStatement] | None:
        found = self.called(use, "headers", ("set", "append", "delete"))
        if found is None or not found[1].arguments or isinstance(found[1].arguments[0], c.Spread):
            return None
        statement = self.above(found[1])
        assert isinstance(statement, c.ExpressionStatement)
        return literal(self.module, found[1].arguments[0]) or "chosen at run time", statement

    def is_changed(self, code: c.Code, declaration: c.Declare) -> bool:
        """Whether a name of the body may mean something else by the time that the response is returned."""
        binding = self.module.scopes.binding(code) if isinstance(code, c.Name) else None
        return binding is not None and any(each.span.start > declaration.span.start for each in binding.writes)

    def replaced(self, declaration: c.Declare, cookies: list[c.Member]) -> tuple[Replace, tuple[Replace, ...]]:
        """One cookie is set in place; for several the store gets a name where the response had one."""
        if not cookies:
            return Replace(declaration.span), ()
        if is_taken(self.module, "cookies"):
            raise refused('Something else is called "cookies" here.', self.module, declaration)
        called = "cookies()" if self.sync else "await cookies()"
        if len(cookies) < 2:
            inline = called if self.sync else f"({called})"
            return Replace(declaration.span), tuple(Replace(each.span, (inline,)) for each in cookies)
        taken = {code.name for code in c.walk(self.function) if isinstance(code, c.Name)}
        taken |= {str(each.parts[0]) for kept in self.found.values() for each in kept.replaced}
        names = ("cookieStore", *(f"cookieStore{number}" for number in range(2, 99)))
        name = next(each for each in names if each not in taken)
        end = ";" if self.module.source.text(declaration.span).endswith(";") else ""
        head = f"const {name} = {called}{end}"
        return Replace(declaration.span, (head,)), tuple(Replace(each.span, (name,)) for each in cookies)


def is_taken(module: Module, name: str) -> bool:
    """Whether a name means something else in the file than what next/headers has."""
    imported = module.import_of.get(name)
    is_next = imported is not None and imported.source.value == "next/headers"
    return any(each.name == name and not (is_next and each.kind == "import") for each in module.scopes.all)
