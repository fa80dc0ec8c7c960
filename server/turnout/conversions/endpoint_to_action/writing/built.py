"""An action that the project's own builder makes: ``authActionClient.inputSchema(wish).action(async …)``.

Only where that keeps what callers see: the client checks the same session in the same way, the handler begins with that
check and a schema, and callers look at nothing of a failure but that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.schemas import schema_members
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Built, SitePlan
from turnout.conversions.endpoint_to_action.wrappers.pendant import Client, clients, place_of_call
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span

_PLAIN = ("string", "number", "boolean")


def built_by_client(project: Snapshot, app: App, action: ActionPlan) -> ActionPlan:
    """The action as the project's client makes it; as it was where that would change something."""
    if not _is_plain(action):
        return action
    for client in clients(project, app):
        found = _Building(project, action, client).built()
        if found is not None:
            return found
    return action


def _is_plain(action: ActionPlan) -> bool:
    """Whether callers look at success and failure alone, and the handler at nothing but its body."""
    handler, shape, inputs = action.handler, action.shape, action.handler.inputs
    body = inputs.body
    looks_less = shape.form == "none" or (
        shape.form == "result" and not shape.failure_data and not shape.status and shape.phrase == "none"
    )
    only_body = body is not None and body.form == "json" and body.is_unknown and not inputs.scalars
    others = inputs.next_headers or inputs.session or inputs.made or inputs.widened
    is_called_plainly = all(
        not each.site.kept and not each.site.is_choice and each.merges is None and not each.asserted
        for each in action.sites
    )
    return (
        looks_less
        and only_body
        and not others
        and handler.is_route_handler
        and not handler.layers
        and not action.to_check
        and not any(answer.made is not None or answer.is_thrown or answer.cookies for answer in handler.answers)
        and is_called_plainly
    )


class _Building:
    def __init__(self, project: Snapshot, action: ActionPlan, client: Client) -> None:
        self.project = project
        self.action = action
        self.client = client
        self.module = action.handler.module
        self.gone: list[Span] = []
        self.replaced: list[Replace] = []

    def built(self) -> ActionPlan | None:
        statements = self.statements()
        if len(statements) < 3 or not self.is_check(statements[0], statements[1]):
            return None
        session = self.declared(statements[0])
        parsed = self.parsed(statements[2:])
        if session is None or parsed is None:
            return None
        schema, pattern, count = parsed
        self.gone += (each.span for each in statements[: 2 + count])
        context = self.context(session)
        if context is None or not self.fits(schema):
            return None
        names = {name.name for name, _ in self.module.scopes.free(self.action.handler.function)}
        kept = [each for each in self.module.scopes.all if not self.is_gone(each.site.span)]
        own = {each.name for each in kept if self.inside(each.site.span)}
        if set(context) & (own | names) or (pattern == "parsedInput" and "parsedInput" in own | names):
            return None
        handler = self.action.handler
        inputs = replace(
            handler.inputs,
            gone=[*handler.inputs.gone, *self.gone],
            replaced=[each for each in handler.inputs.replaced if not self.is_gone(each.span)] + self.replaced,
        )
        answers = tuple(each for each in handler.answers if not self.is_gone(each.span))
        plans = tuple(each for each in self.action.answers if not self.is_gone(each.answer.span))
        built = Built(self.client.name, self.client.path, self.client.method, schema, tuple(context), pattern)
        shape = replace(self.action.shape, catches=False)
        handler = replace(handler, inputs=inputs, answers=answers, can_throw=False)
        return replace(self.action, handler=handler, answers=plans, shape=shape, built=built)

    def statements(self) -> Sequence[c.Statement]:
        """Those of the handler, or of its ``try`` whose ``catch`` tells of a failure."""
        body = self.action.handler.function.body
        if not isinstance(body, c.Block):
            return ()
        match body.body:
            case (c.Try(block=block, handler=c.Block() as handler, finalizer=None),):
                caught = [each for each in self.answers if handler.span.contains(each.span)]
                return block.body if caught and all(not each.may_succeed for each in caught) else ()
            case statements:
                return statements

    @property
    def answers(self) -> Sequence[Answer]:
        return self.action.handler.answers

    def inside(self, span: Span) -> bool:
        return self.action.handler.function.span.contains(span)

    def is_gone(self, span: Span) -> bool:
        return any(each.contains(span) for each in self.gone)

    def declared(self, statement: c.Statement) -> Binding | None:
        match statement:
            case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name),)):
                return self.module.scopes.binding(name)
            case _:
                return None

    # -------------------------------------------------------------------- check

    def is_check(self, first: c.Statement, second: c.Statement) -> bool:
        """``const session = await getSession(); if (!session?.user) return …;``, as the client has it."""
        session = self.declared(first)
        call = session.value if session is not None else None
        call = call.value if isinstance(call, c.Await) else None
        if session is None or session.writes or not isinstance(call, c.Call) or call.arguments:
            return False
        if place_of_call(self.project, self.module, call) != self.client.asks:
            return False
        if not isinstance(second, c.If) or second.otherwise is not None:
            return False
        test = re.sub(rf"\b{re.escape(session.name)}\b", "session", self.module.source.text(second.test.span))
        return _squeezed(test) == self.client.test and self.only_refuses(second)

    def only_refuses(self, statement: c.If) -> bool:
        """``if (…) return …;`` with a failure, and nothing else."""
        body = statement.then.body if isinstance(statement.then, c.Block) else (statement.then,)
        refused = [each for each in self.answers if statement.span.contains(each.span)]
        return len(body) == 1 and isinstance(body[0], c.Return) and len(refused) == 1 and not refused[0].may_succeed

    def context(self, session: Binding) -> list[str] | None:
        """``session.user.id`` is ``user.id``: the names that are taken out of ``ctx``."""
        names: dict[str, None] = {}
        for use in session.references:
            if self.is_gone(use.span):
                continue
            found = self.of_context(use)
            if found is None:
                return None
            whole, name = found
            names[name] = None
            above = self.module.parents.get(id(whole))
            is_short = isinstance(above, c.Property) and above.shorthand
            self.replaced.append(Replace(above.span if is_short and above else whole.span, (name,)))
            if is_short and isinstance(above, c.Property) and above.key != name:
                return None
        return list(names)

    def of_context(self, use: c.Expression) -> tuple[c.Expression, str] | None:
        """The longest part around a use that the client gives."""
        best: tuple[c.Expression, str] | None = None
        current: c.Code | None = use
        steps: tuple[str, ...] = ()
        while isinstance(current, (c.Name, c.Member)):
            for name, path in self.client.gives:
                if path == steps:
                    best = current, name
            above = self.module.parents.get(id(current))
            if not isinstance(above, c.Member) or above.object is not current:
                break
            current, steps = above, (*steps, above.name)
        return best

    # ------------------------------------------------------------------- schema

    def parsed(self, statements: Sequence[c.Statement]) -> tuple[c.Name, str, int] | None:
        """The schema, what its result is called, and how many statements that takes."""
        count = 0
        match statements[0]:
            case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=c.Await()),)):
                binding = self.module.scopes.binding(name)
                if binding is None or len(binding.references) != 1 or len(statements) < 2:
                    return None
                statements, count = statements[1:], 1
            case _:
                pass
        match statements[0]:
            case c.Declare(declarators=(c.Declarator(pattern=pattern, value=c.Call() as call, type=None),)):
                pass
            case _:
                return None
        if not isinstance(call.callee, c.Member) or not isinstance(call.callee.object, c.Name):
            return None
        if len(call.arguments) != 1:
            return None
        body = self.action.handler.inputs.body
        if body is None or not (statements[0].span.contains(body.at) or count):
            return None
        schema, source = call.callee.object, self.module.source
        binding = self.module.scopes.binding(schema)
        if binding is None or binding.scope.parent is not None:
            return None
        if call.callee.name == "parse" and isinstance(pattern, (c.Name, c.ObjectPattern)):
            return schema, source.text(pattern.span), count + 1
        if call.callee.name != "safeParse" or not isinstance(pattern, c.Name) or len(statements) < 2:
            return None
        return (schema, "parsedInput", count + 2) if self.is_guarded(pattern, statements[1]) else None

    def is_guarded(self, result: c.Name, statement: c.Statement) -> bool:
        """``if (!parsed.success) return …;``, behind which ``parsed.data`` alone is looked at."""
        if not isinstance(statement, c.If) or statement.otherwise is not None:
            return False
        if _squeezed(self.module.source.text(statement.test.span)) != f"!{result.name}.success":
            return False
        binding = self.module.scopes.binding(result)
        if binding is None or not self.only_refuses(statement):
            return False
        for use in binding.references:
            if statement.span.contains(use.span):
                continue
            above = self.module.parents.get(id(use))
            if not isinstance(above, c.Member) or above.name != "data":
                return False
            self.replaced.append(Replace(above.span, ("parsedInput",)))
        return True

    def fits(self, schema: c.Name) -> bool:
        """Whether TypeScript takes what callers give, which nothing typed before."""
        if not any(is_typescript(each.site.module.path) for each in self.action.sites):
            return True
        found = schema_members(self.project, self.module, schema.name)
        return found is not None and all(self.gives(each, found[1]) for each in self.action.sites)

    def gives(self, site: SitePlan, members: dict[str, str]) -> bool:
        value = site.arguments[0].value if len(site.arguments) == 1 else None
        given = c.bare(value) if isinstance(value, c.Code) else None
        if not isinstance(given, c.Object):
            return False
        types = Types(self.project)
        keys: set[str] = set()
        for member in given.members:
            if not isinstance(member, c.Property) or member.key is None or members.get(member.key) not in _PLAIN:
                return False
            kind = types.of(site.site.module, member.value)
            if kind is None or kind.text != members[member.key]:
                return False
            keys.add(member.key)
        return keys == set(members)


def call_text(action: ActionPlan, call: str, module: Module) -> str:
    """``book({ desk }).then((result) => result?.data ?? { ok: false })``"""
    if action.built is None or action.shape.form != "result":
        return call
    const = " as const" if is_typescript(module.path) and action.tells_by_ok else ""
    return f"{call}.then((result) => result?.data ?? {{ ok: false{const} }})"


def text_of(action: ActionPlan, built: Built, body: str, style: Style) -> str:
    """The action itself; ``body`` is one level in."""
    taken = [f"parsedInput: {built.parsed}" if built.parsed != "parsedInput" else "parsedInput"]
    if built.context:
        taken.append(f"ctx: {style.braces(', '.join(built.context))}")
    schema = action.handler.module.source.text(built.schema.span)
    lines = [
        f"export const {action.name} = {built.client}",
        f"{style.unit}.{built.method}({schema})",
        f"{style.unit}.action(async ({style.braces(', '.join(taken))}) => {{",
        *([style.indent(body, 1)] if body else []),
        style.statement(f"{style.unit}}})"),
    ]
    return style.newline.join(lines)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
