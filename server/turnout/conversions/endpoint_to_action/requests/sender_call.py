"""A call of the project's own request function, as a call of its twin that is given the request to send."""

from __future__ import annotations

import re

from turnout.conversions.endpoint_to_action.ground.pure import is_work
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.type_text import split
from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.conversions.endpoint_to_action.requests.deciding import Deciding
from turnout.conversions.endpoint_to_action.requests.preparing import Kept, Prepared
from turnout.conversions.endpoint_to_action.requests.seen_through import Behind
from turnout.model import code as c
from turnout.model.scope import Binding
from turnout.syntax.write import Style, reindent
from turnout.text.span import Span


class SenderCall:
    """One call of one function, with what that is given put into its request."""

    def __init__(self, found: Behind, made: Prepared, name: str) -> None:
        self.found = found
        self.made = made
        self.name = name
        """What the function is called, for people."""
        self.opening = Deciding(found.project, found.module, found.call, made.module, made.function)
        self.objects: dict[int, list[tuple[str | None, str]]] = {}
        """Objects that are filled step by step, by binding."""
        self.home = made.module
        for step in made.steps:
            self.take(step)

    def text(self, twin: str) -> str:
        """``apiRequestAction(() => fetch('/api/users', { … }), 'Saved')``"""
        types = self.found.call.type_arguments
        kinds = self.found.module.source.text(types.span) if types is not None else ""
        if self.made.function.type_parameters is None:
            kinds = ""
        called = f"{self.found.object}.{twin}" if self.found.object is not None else twin
        request = self.request()
        if re.search(r"\bawait\b", request):
            raise refused(
                f"What {self.name}() sends is waited for here: make it a constant first.",
                self.found.module,
                self.found.call,
            )
        if self.is_repeated() and any(
            _works(given)
            for given, parameter in zip(self.found.call.arguments, self.made.function.parameters, strict=False)
            if self.made.is_sent(parameter)
        ):
            raise self.unclear()
        return self.laid_out(f"{called}{kinds}", request, self.kept())

    def laid_out(self, called: str, request: str, kept: list[str]) -> str:
        """The call on one line where it will have room there, else as Prettier would break it."""
        source, call = self.found.module.source, self.found.call
        style, first = Style.of(source), f"() => {request}"
        line = source.lines.line_span(source.lines.line_of(call.span.start))
        column = len(source.text(Span(line.start, call.span.start)))
        one_line = column + len(called) + _length(request) + sum(len(each) + 2 for each in kept)
        if not kept or one_line <= max(style.width, len(source.text(line).rstrip())):
            return f"{called}({', '.join([first, *kept])})"
        before, last = kept[:-1], kept[-1]
        if not before and last.startswith("{") and "\n" not in last:
            members = split(last[1:-1].strip(), ",")
            inner = f",{style.newline}".join(f"{style.unit}{each.strip()}" for each in members)
            return f"{called}({first}, {{{style.newline}{inner}{style.comma}{style.newline}}})"
        lines = f",{style.newline}".join(f"{style.unit}{each}" for each in (first, *kept))
        comma = "" if style.trailing_commas != "all" else ","
        return f"{called}({style.newline}{lines}{comma}{style.newline})"

    def is_repeated(self) -> bool:
        """Whether the request may be made more than once."""
        above = self.made.module.ancestors(self.made.request)
        loops = (each for each in above if isinstance(each, (c.For, c.ForEach, c.While)))
        return any(self.made.function.span.contains(each.span) for each in loops)

    # --------------------------------------------------------------- request

    def request(self) -> str:
        url, *rest = self.made.request.arguments
        if isinstance(url, c.Spread):
            raise self.unclear()
        members = self.members(rest[0].value if isinstance(rest[0], c.Spread) else rest[0]) if rest else []
        keys = [key for key, _ in members]
        kept = [text for at, (key, text) in enumerate(members) if key is None or key not in keys[at + 1 :]]
        options = f", {{ {', '.join(kept)} }}" if kept else ""
        return f"fetch({self.piece(url)}{options})"

    def piece(self, code: c.Code) -> str:
        """A part of the function with its first column at the left."""
        return reindent(self.opening.text(code), self.home.source.indent_at(code.span.start), "")

    def members(self, code: c.Expression) -> list[tuple[str | None, str]]:
        """The members of the options, whatever they are made of."""
        bare = c.bare(code)
        if isinstance(bare, c.Name):
            binding = self.binding(bare)
            if id(binding) in self.opening.leading:
                return [*self.members(self.opening.leading[id(binding)]), *self.objects.get(id(binding), [])]
            return self.spread(c.Spread(code.span, code))
        if isinstance(bare, (c.Conditional, c.Binary)):
            return self.chosen(bare)
        if not isinstance(bare, c.Object):
            return self.spread(c.Spread(code.span, code))
        found: list[tuple[str | None, str]] = []
        for each in bare.members:
            if isinstance(each, c.Spread):
                found += self.members(each.value)
                continue
            value = c.bare(each.value)
            binding = self.binding(value) if isinstance(value, c.Name) else None
            is_filled = id(binding) in self.objects
            if each.key is not None and (is_filled or isinstance(value, c.Object)):
                inner = self.members(value)
                found.append((each.key, f"{each.key}: {{ {', '.join(text for _, text in inner)} }}"))
            else:
                found.append((each.key, self.piece(each)))
        return found

    def spread(self, member: c.Spread) -> list[tuple[str | None, str]]:
        found = self.opening.spread(member)
        if found is None:
            raise self.unclear()
        return [
            (key, reindent(text, self.found.module.source.indent_at(self.found.call.span.start), ""))
            for key, text in found
        ]

    def chosen(self, code: c.Conditional | c.Binary) -> list[tuple[str | None, str]]:
        """``...(body ? { body: JSON.stringify(body) } : {})``"""
        test = code.test if isinstance(code, c.Conditional) else code.left
        if isinstance(code, c.Binary) and code.operator != "&&":
            return self.spread(c.Spread(code.span, code))
        holds = self.opening.holds(test)
        then = code.then if isinstance(code, c.Conditional) else code.right
        if holds is True:
            return self.members(then)
        if isinstance(code, c.Conditional) and holds is False:
            return self.members(code.otherwise)
        if holds is False:
            return []
        inner = c.bare(then)
        other = c.bare(code.otherwise) if isinstance(code, c.Conditional) else None
        if not isinstance(inner, c.Object) or (
            other is not None and not (isinstance(other, c.Object) and not other.members)
        ):
            raise self.unclear()
        return [self.perhaps(test, each) for each in inner.members]

    def perhaps(self, test: c.Expression, member: c.Property | c.Spread) -> tuple[str | None, str]:
        if not isinstance(member, c.Property) or member.key is None:
            raise self.unclear()
        return member.key, f"{member.key}: {self.left(test)} ? {self.piece(member.value)} : undefined"

    def left(self, test: c.Expression) -> str:
        """What is left of a condition."""
        bare = c.bare(test)
        if isinstance(bare, c.Binary) and bare.operator == "&&":
            if self.opening.holds(bare.left) is True:
                return self.left(bare.right)
            if self.opening.holds(bare.right) is True:
                return self.left(bare.left)
        return self.piece(bare)

    def unclear(self) -> Refused:
        return refused(
            f"What {self.name}() requests here can't be followed: call fetch() here instead.",
            self.found.module,
            self.found.call,
        )

    def binding(self, name: c.Name) -> Binding | None:
        return self.home.scopes.binding(name)

    # ----------------------------------------------------------------- steps

    def take(self, step: c.Statement) -> None:
        """One statement that prepares the request."""
        match step:
            case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=value),)) if value is not None:
                self.opening.leading[id(self.binding(name))] = value
                if isinstance(c.bare(value), c.Object):
                    self.objects.setdefault(id(self.binding(name)), [])
            case c.Declare(declarators=(c.Declarator(pattern=c.ObjectPattern() as pattern, value=value),)):
                self.take_apart(pattern, value)
            case c.If(test=test, then=then, otherwise=otherwise):
                holds = self.opening.holds(test)
                if holds is None:
                    self.take_perhaps(test, then, otherwise)
                    return
                branch = then if holds else otherwise
                for each in branch.body if isinstance(branch, c.Block) else (branch,) if branch is not None else ():
                    self.take(each)
            case c.ExpressionStatement(expression=c.Assign(operator="=", target=target, value=value)):
                filled = self.filled(target)
                if filled is None:
                    raise self.unclear()
                binding, key = filled
                self.objects[id(binding)].append((key, f"{_key(key)}: {self.piece(value)}"))
            case _:
                raise self.unclear()

    def take_perhaps(self, test: c.Expression, then: c.Statement, otherwise: c.Statement | None) -> None:
        """``if (body) options.body = JSON.stringify(body)``"""
        only = then.body[0] if isinstance(then, c.Block) and len(then.body) == 1 else then
        match only:
            case c.ExpressionStatement(expression=c.Assign(operator="=", target=target, value=value)) if (
                otherwise is None and (filled := self.filled(target)) is not None
            ):
                binding, key = filled
                text = f"{_key(key)}: {self.left(test)} ? {self.piece(value)} : undefined"
                self.objects[id(binding)].append((key, text))
            case _:
                raise self.unclear()

    def filled(self, target: c.Pattern) -> tuple[Binding, str] | None:
        """``options.body`` and ``headers['Accept']``"""
        match target:
            case c.Member(object=c.Name() as name, name=key):
                pass
            case c.Index(object=c.Name() as name, index=c.String(value=key)):
                pass
            case _:
                return None
        binding = self.binding(name)
        return (binding, key) if binding is not None and id(binding) in self.objects else None

    def take_apart(self, pattern: c.ObjectPattern, value: c.Expression | None) -> None:
        bare = c.bare(value) if value is not None else None
        while isinstance(bare, c.Binary) and bare.operator in ("||", "??"):
            bare = c.bare(bare.left)
        binding = self.binding(bare) if isinstance(bare, c.Name) else None
        if binding is None or id(binding) not in self.opening.values:
            raise self.unclear()
        given = self.opening.values[id(binding)]
        where = self.home if id(binding) in self.opening.defaults else self.found.module
        whole = const_value(where, given) if given is not None else None
        if whole is not None and not isinstance(whole, c.Object):
            raise self.unclear()
        self.opening.take_apart(pattern, whole)

    # ------------------------------------------------------------- arguments

    def kept(self) -> list[str]:
        """What is passed on besides."""
        found = [self.argument(each) for each in self.made.kept]
        while found and found[-1] == "undefined":
            found.pop()
        return found

    def argument(self, kept: Kept) -> str:
        arguments, parameter = self.found.call.arguments, self.made.function.parameters[kept.index]
        source = self.found.module.source
        if parameter.is_rest:
            return ", ".join(source.text(each.span) for each in arguments[kept.index :]) or "undefined"
        if kept.index >= len(arguments):
            return "undefined"
        given = arguments[kept.index]
        if isinstance(given, c.Spread):
            raise self.unclear()
        whole = const_value(self.found.module, given)
        if kept.keys is None or not isinstance(whole, c.Object):
            if self.made.is_sent(parameter) and _works(given):
                raise self.unclear()
            return source.text(given.span)
        texts: list[str] = []
        for each in whole.members:
            if not isinstance(each, c.Property) or each.key is None:
                raise self.unclear()
            if each.key in kept.keys:
                indent = source.indent_at(each.span.start)
                texts.append(reindent(source.text(each.span), indent, ""))
        if not texts:
            return "undefined" if parameter.default is not None or parameter.is_optional else "{}"
        return Style.of(source).braces(", ".join(texts))


def _works(given: c.Code) -> bool:
    """Whether a value does something where it is made."""
    return any(is_work(code) for code in c.walk(given, lambda each: not isinstance(each, c.Function)))


def _length(request: str) -> int:
    """About how long the call of the action will be."""
    sent = re.search(r"JSON\.stringify\((.*?)\)(?:,| \}|$)", request, re.DOTALL)
    return len("() => createSomething()") + (len(sent.group(1)) if sent else 0) + 8 * request.count("${")


def _key(key: str) -> str:
    return key if key.isidentifier() else f"'{key}'"
