"""The types that can be read off the text: enough to tell strings from numbers, and dates from both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.schemas import schema_members
from turnout.conversions.endpoint_to_action.ground.type_text import (
    alternatives,
    item_of,
    literal_members,
    split,
    without_nothing,
)
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import pattern_path
from turnout.model.type_text import declared_type
from turnout.project.snapshot import Snapshot

_PLAIN = re.compile(r"(?:string|number|boolean|null|undefined|true|false|'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?)$")
_STRING_CALLS = frozenset({"toString", "trim", "toLowerCase", "toUpperCase", "toISOString", "join", "slice", "replace",
                           "replaceAll", "substring", "charAt", "padStart", "stringify", "toFixed"})  # fmt: skip


@dataclass(frozen=True)
class TypeText:
    """The text of a type and the file in whose words it is written."""

    text: str
    module: Module


class Types:
    """Answers for one project at one moment."""

    def __init__(self, project: Snapshot) -> None:
        self.project = project

    # ----------------------------------------------------------- expressions

    def of(self, module: Module, expression: c.Expression, depth: int = 6) -> TypeText | None:
        """The type of an expression; None when the text does not say."""
        if depth == 0:
            return None
        match expression:
            case c.String() | c.Template():
                return TypeText("string", module)
            case c.Number():
                return TypeText("number", module)
            case c.Constant(text="true" | "false"):
                return TypeText("boolean", module)
            case c.Constant(text="null" | "undefined" as text):
                return TypeText(text, module)
            case c.Unary(operator="!" | "typeof" as operator):
                return TypeText("boolean" if operator == "!" else "string", module)
            case c.Unary(operator="-" | "+") | c.Update():
                return TypeText("number", module)
            case c.Binary(operator="+", left=left, right=right):
                sides = self.of(module, left, depth - 1), self.of(module, right, depth - 1)
                if any(side is not None and side.text == "string" for side in sides):
                    return TypeText("string", module)
                numbers = all(side is not None and side.text == "number" for side in sides)
                return TypeText("number", module) if numbers else None
            case c.Binary(operator="-" | "*" | "/" | "%" | "**"):
                return TypeText("number", module)
            case c.Binary(operator="===" | "!==" | "==" | "!=" | "<" | ">" | "<=" | ">=" | "in" | "instanceof"):
                return TypeText("boolean", module)
            case c.Binary(operator="??" | "||", left=left, right=right):
                first, second = self.of(module, left, depth - 1), self.of(module, right, depth - 1)
                if first is None or second is None:
                    return None
                kept = [each for each in alternatives(first.text) if each not in ("null", "undefined")]
                kept += [each for each in alternatives(second.text) if each not in kept]
                return TypeText(" | ".join(kept), module)
            case c.Conditional(then=then, otherwise=otherwise):
                first, second = self.of(module, then, depth - 1), self.of(module, otherwise, depth - 1)
                if first is None or second is None:
                    return None
                return first if first.text == second.text else TypeText(f"{first.text} | {second.text}", module)
            case c.Cast(value=value, form=form, type=kind):
                if form == "!" or kind is None:
                    return _without_nothing(self.of(module, value, depth - 1))
                if form == "satisfies":
                    return self.of(module, value, depth - 1)
                text = module.source.text(kind.span)
                return self.of(module, value, depth - 1) if text == "const" else TypeText(text, module)
            case c.Await(value=value):
                return self.awaited(self.of(module, value, depth - 1))
            case c.Call():
                return self.call(module, expression, depth)
            case c.Name():
                return self.name(module, expression, depth)
            case c.Member(object=below, name=name, optional=optional):
                if name == "length":
                    return TypeText("number", module)
                if (c.dotted(expression) or "").endswith((".target.value", ".currentTarget.value")):
                    return TypeText("string", module)
                if (c.dotted(expression) or "").endswith((".target.checked", ".currentTarget.checked")):
                    return TypeText("boolean", module)
                if (c.dotted(expression) or "").startswith(("window.location.", "location.")):
                    return TypeText("string", module)
                found = self.member(self.of(module, below, depth - 1), name)
                if found is not None and optional and "undefined" not in found.text:
                    return TypeText(f"{found.text} | undefined", found.module)
                return found
            case c.Index(object=below):
                return self.item(self.of(module, below, depth - 1))
            case _:
                return None

    def item(self, whole: TypeText | None) -> TypeText | None:
        """What an index gives: ``Record<string, X>`` and ``X[]`` give X."""
        text = item_of(whole.text) if whole is not None else None
        return TypeText(text, whole.module) if whole is not None and text is not None else None

    def call(self, module: Module, call: c.Call, depth: int) -> TypeText | None:
        found = self.called_type(module, call, depth)
        if found is None or "undefined" in found.text or not _may_stop(call):
            return found
        return TypeText(f"{found.text} | undefined", found.module)

    def called_type(self, module: Module, call: c.Call, depth: int) -> TypeText | None:
        name = c.last_name(call.callee)
        if name in _STRING_CALLS or name == "String":
            return TypeText("string", module)
        if name in ("Number", "parseInt", "parseFloat", "now", "round", "floor", "ceil", "max", "min", "getTime"):
            return TypeText("number", module)
        if name in ("Boolean", "includes", "some", "every", "startsWith", "endsWith", "has"):
            return TypeText("boolean", module)
        function = self.called(module, call.callee)
        if function is None or depth < 2:
            return None
        home, found = function
        return TypeText(home.source.text(found.return_type.span), home) if found.return_type is not None else None

    def called(self, module: Module, callee: c.Expression) -> tuple[Module, c.Function] | None:
        """The project's own function behind a callee: ``createUser``, ``db.users.create``."""
        steps: list[str] = []
        current = c.bare(callee)
        while isinstance(current, c.Member):
            steps.append(current.name)
            current = c.bare(current.object)
        if not isinstance(current, c.Name):
            return None
        value: c.Expression | None = None
        if (imported := module.import_of.get(current.name)) is not None:
            wanted = steps.pop() if imported.imported == "*" and steps else imported.imported
            found = self.project.definition(module.path, imported.source.value, wanted)
            if found is None:
                return None
            module, value = found.module, found.export.value
        else:
            binding = module.scopes.binding(current)
            value = binding.value if binding is not None and binding.pattern is None else None
        while steps:
            inner = c.bare(value) if value is not None else None
            if not isinstance(inner, c.Object):
                return None
            value = inner.get(steps.pop())
        bare = c.bare(value) if value is not None else None
        return (module, bare) if isinstance(bare, c.Function) else None

    def name(self, module: Module, name: c.Name, depth: int) -> TypeText | None:
        binding = module.scopes.binding(name)
        if binding is None:
            return None
        if binding.kind == "parameter" and binding.function is not None:
            parameter = binding.function.parameters[binding.index]
            kind = parameter.type
            if kind is None:
                whole = self.handed_type(module, binding.function, depth) if binding.index == 0 else None
                return self.along(whole, pattern_path(parameter.pattern, binding.site), parameter.default)
            whole = TypeText(module.source.text(kind.span), module)
            return self.along(whole, pattern_path(parameter.pattern, binding.site), parameter.default)
        above = module.parents.get(id(binding.site))
        declarator = above
        while declarator is not None and not isinstance(declarator, (c.Declarator, c.Function)):
            declarator = module.parents.get(id(declarator))
        if not isinstance(declarator, c.Declarator):
            return None
        path = pattern_path(declarator.pattern, binding.site)
        if declarator.type is not None:
            return self.along(TypeText(module.source.text(declarator.type.span), module), path, None)
        value = c.bare(declarator.value) if declarator.value is not None else None
        if isinstance(value, c.Call):
            hook = c.last_name(value.callee)
            if hook in ("useState", "useOptimistic", "useLocalStorage") and path == ("0",):
                return self.state(module, value, depth)
            if hook == "useParams":
                if value.type_arguments is not None:
                    return self.along(
                        TypeText(module.source.text(value.type_arguments.span).strip("<>"), module), path, None
                    )
                return None
        if path == () and declarator.value is not None and not binding.writes:
            return self.of(module, declarator.value, depth - 1)
        return None

    def handed_type(self, module: Module, function: c.Function, depth: int) -> TypeText | None:
        """What ``ids.map((id) => …)`` hands to its function."""
        above = module.parents.get(id(function))
        if not isinstance(above, c.Call) or not isinstance(above.callee, c.Member):
            return None
        if above.callee.name not in ("map", "forEach", "filter", "find", "some", "every", "flatMap"):
            return None
        return self.item(self.of(module, above.callee.object, depth - 1))

    def state(self, module: Module, call: c.Call, depth: int) -> TypeText | None:
        if call.type_arguments is not None:
            text = module.source.text(call.type_arguments.span).strip()
            text = text[1:-1] if text.startswith("<") else text
            return TypeText(text if call.arguments else f"{text} | undefined", module)
        if not call.arguments or isinstance(call.arguments[0], c.Spread):
            return None
        found = self.of(module, call.arguments[0], depth - 1)
        return found if found is not None and found.text in ("string", "number", "boolean") else None

    # ----------------------------------------------------------------- types

    def along(
        self, whole: TypeText | None, path: tuple[str, ...] | None, default: c.Expression | None
    ) -> TypeText | None:
        if path is None:
            return None
        found = whole
        for step in path:
            found = self.member(found, step)
        return found if default is None else _without_nothing(found)

    def awaited(self, found: TypeText | None) -> TypeText | None:
        if found is None:
            return None
        matched = re.fullmatch(r"Promise<(.*)>", found.text.strip(), re.DOTALL)
        return TypeText(matched.group(1), found.module) if matched else found

    def member(self, whole: TypeText | None, name: str) -> TypeText | None:
        """The type of one member; a union of two kinds of objects has none."""
        members = self.members(whole)
        return members.get(name) if members is not None else None

    def members(self, whole: TypeText | None, depth: int = 5) -> dict[str, TypeText] | None:
        """The members of an object type; None when it is none, or not known."""
        if whole is None or depth == 0:
            return None
        found: dict[str, TypeText] = {}
        kinds = [each for each in alternatives(whole.text) if each not in ("null", "undefined")]
        if len(kinds) != 1:
            return None
        for part in split(kinds[0], "&"):
            text = part.strip()
            readonly = re.fullmatch(r"(?:Readonly|Partial|Required|NonNullable)<(.*)>", text, re.DOTALL)
            if readonly:
                text = readonly.group(1)
            if text.startswith("{"):
                for key, kind in literal_members(text).items():
                    found[key] = TypeText(kind, whole.module)
                continue
            below = self.named(TypeText(text, whole.module), depth)
            if below is None:
                return None
            found.update(below)
        return found

    def named(self, name: TypeText, depth: int) -> dict[str, TypeText] | None:
        inferred = re.fullmatch(
            r"(?:z\.)?(?:infer|input|output|Infer|InferInput|InferOutput)<\s*typeof\s+([\w$]+)\s*>", name.text
        )
        if inferred:
            schema = schema_members(self.project, name.module, inferred.group(1))
            return {key: TypeText(kind, schema[0]) for key, kind in schema[1].items()} if schema is not None else None
        if not re.fullmatch(r"[\w$]+", name.text):
            return None
        declared = self.declaration(name.module, name.text)
        if declared is None:
            return None
        module, statement = declared
        text = module.source.text(statement.span)
        if statement.form == "interface":
            head, _, body = text.partition("{")
            found: dict[str, TypeText] = {}
            extended = re.search(r"\bextends\s+(.*)$", head.strip(), re.DOTALL)
            if extended:
                for base in split(extended.group(1), ","):
                    below = self.members(TypeText(base.strip(), module), depth - 1)
                    if below is None:
                        return None
                    found.update(below)
            found.update({key: TypeText(kind, module) for key, kind in literal_members("{" + body).items()})
            return found
        if statement.form == "type" and "=" in text:
            return self.members(TypeText(text.partition("=")[2].strip().rstrip(";").strip(), module), depth - 1)
        return None

    def declaration(self, module: Module, name: str) -> tuple[Module, c.TypeDeclaration] | None:
        own = declared_type(module, name)
        if own is not None:
            return module, own
        imported = module.import_of.get(name)
        if imported is None:
            return None
        path = self.project.resolve(module.path, imported.source.value)
        other = self.project.module(path) if path is not None else None
        return self.declaration(other, imported.imported) if other is not None and other is not module else None

    def is_plain(self, found: TypeText | None, depth: int = 4) -> bool:
        """Whether values of a type look the same after JSON: no dates, no classes, nothing unknown."""
        if found is None or depth == 0:
            return False
        for each in alternatives(found.text):
            if _PLAIN.match(each):
                continue
            array = re.fullmatch(r"(?:readonly\s+)?(.*)\[\]|(?:Readonly)?Array<(.*)>", each, re.DOTALL)
            if array:
                inner = (array.group(1) or array.group(2)).strip()
                inner = inner[1:-1] if inner.startswith("(") and inner.endswith(")") else inner
                if self.is_plain(TypeText(inner, found.module), depth - 1):
                    continue
                return False
            if each.startswith("{") or re.fullmatch(r"[\w$.]+(<.*>)?", each, re.DOTALL):
                members = self.members(TypeText(each, found.module))
                if members is None:
                    alias = self.alias(TypeText(each, found.module))
                    if alias is not None and self.is_plain(alias, depth - 1):
                        continue
                    return False
                if all(self.is_plain(kind, depth - 1) for kind in members.values()):
                    continue
            return False
        return True

    def alias(self, name: TypeText) -> TypeText | None:
        """``type Role = 'owner' | 'member'``"""
        declared = self.declaration(name.module, name.text) if re.fullmatch(r"[\w$]+", name.text) else None
        if declared is None or declared[1].form != "type":
            return None
        text = declared[0].source.text(declared[1].span).partition("=")[2].strip().rstrip(";").strip()
        return TypeText(text, declared[0])

    def is_string(self, found: TypeText | None) -> bool:
        if found is None:
            return False
        parts = alternatives(found.text)
        if len(parts) == 1 and parts[0] != "string" and (alias := self.alias(found)) is not None:
            return self.is_string(alias)
        return all(each == "string" or each[:1] in ("'", '"') for each in parts)


def _without_nothing(found: TypeText | None) -> TypeText | None:
    return TypeText(without_nothing(found.text), found.module) if found is not None else None


def _may_stop(call: c.Call) -> bool:
    """``due?.toISOString()`` gives nothing where there is no date."""
    current: c.Expression = call
    while isinstance(current, (c.Call, c.Member, c.Index)):
        if current.optional:
            return True
        current = c.bare(current.callee if isinstance(current, c.Call) else current.object)
    return False
