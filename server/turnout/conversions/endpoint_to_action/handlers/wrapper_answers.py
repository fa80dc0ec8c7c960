"""What a wrapper answers by itself, beside what its handler answers and it passes on."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import Through
from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.scope import Binding


def own_answers(through: Through) -> Iterator[c.Expression]:
    """The values that it returns of its own making."""
    of_handler = _Answer(through)
    for value in returned_values(through.inner):
        if not of_handler.is_passed_on(value):
            yield value


class _Answer:
    """Where the answer of the handler goes in its wrapper."""

    def __init__(self, through: Through) -> None:
        self.module = through.module
        self.calls = through.calls
        inner = through.inner.span
        self.bindings = [each for each in self.module.scopes.all if inner.contains(each.site.span)]
        self.names: set[int] = set()
        while more := [each for each in self.bindings if id(each) not in self.names and self._holds(each)]:
            self.names |= {id(each) for each in more}

    def is_passed_on(self, value: c.Expression) -> bool:
        """``return response``, ``return new NextResponse(await response.text(), { status: response.status })``"""
        bare = c.bare(value)
        if isinstance(bare, c.Await):
            bare = c.bare(bare.value)
        match bare:
            case c.Name():
                binding = self.module.scopes.binding(bare)
                return binding is not None and id(binding) in self.names
            case c.Call():
                return any(each is bare for each in self.calls)
            case c.New(arguments=(c.Name() as body, c.Object() as init)):
                status = init.get("status")
                return self.is_passed_on(body) and status is not None and self._speaks_of(status)
            case _:
                return False

    def _holds(self, binding: Binding) -> bool:
        """Whether a name is given the answer, and nothing else."""
        if binding.kind in ("parameter", "catch", "function") or binding.pattern is not None:
            return False
        given = [binding.value] if binding.value is not None else []
        given += [each.value for each in binding.writes if isinstance(each, c.Assign)]
        return bool(given) and len(given) >= len(binding.writes) and all(self._is_of_handler(each) for each in given)

    def _is_of_handler(self, value: c.Expression) -> bool:
        """``await handler(request)``, ``await retry(() => handler(request))``, ``await response.text()``

        And what waits for it no longer than it wants to: ``await Promise.race([answer, tooLong])``.
        """
        bare = c.bare(value)
        if isinstance(bare, c.Await):
            bare = c.bare(bare.value)
        match bare:
            case c.Name():
                return self.is_passed_on(bare)
            case c.Conditional(then=then, otherwise=otherwise):
                return self._is_of_handler(then) and self._is_of_handler(otherwise)
            case c.Call(callee=c.Member(object=c.Name(name="Promise"), name="race"), arguments=(c.Array(items=items),)):
                racers = [each for each in items if each is not None and not isinstance(each, c.Spread)]
                others = [each for each in racers if not self._is_of_handler(each)]
                return len(others) < len(racers) == len(items) and all(_only_rejects(each) for each in others)
            case c.Call() if any(bare.span.contains(each.span) for each in self.calls):
                return True
            case c.Call(callee=c.Member(object=c.Name() as below, name="text" | "clone"), arguments=()):
                return self.is_passed_on(below)
            case _:
                return False

    def _speaks_of(self, status: c.Expression) -> bool:
        bare = c.bare(status)
        return isinstance(bare, c.Member) and bare.name == "status" and self.is_passed_on(bare.object)


def _only_rejects(value: c.Expression) -> bool:
    """``new Promise((_, reject) => …)``, where nothing is ever given."""
    match c.bare(value):
        case c.New(callee=c.Name(name="Promise"), arguments=(c.Function(parameters=(first, _)) as executor,)):
            given = first.pattern.name if isinstance(first.pattern, c.Name) else None
            names = (code for code in c.walk(executor) if isinstance(code, c.Name) and code is not first.pattern)
            return given is not None and all(each.name != given for each in names)
        case _:
            return False
