"""The signature of the function that client code calls: the action's own, as far as its types can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from turnout.conversions.action_to_endpoint.arguments import Answers, Argument
from turnout.conversions.action_to_endpoint.case import Case
from turnout.conversions.conversion import Refusal
from turnout.conversions.imports import Wanted, specifier
from turnout.conversions.moving import Extraction
from turnout.model import code as c


def reachable_names(case: Case, extraction: Extraction | Refusal) -> frozenset[str]:
    """The names of the file that the client's types can use: imported ones, and types that stay."""
    reachable = set(case.module.import_of)
    if isinstance(extraction, Refusal):
        reachable |= {each.local.name for each in case.module.exports if each.is_type and each.local is not None}
    else:
        reachable |= set(extraction.kept_types)
    return frozenset(reachable)


def is_written_out(case: Case, arguments: tuple[Argument, ...], answers: Answers, reachable: frozenset[str]) -> bool:
    """Whether the client's signature can do without the type of the function on the server."""
    if not case.is_typescript:
        return True
    types = [*(each.type for each in case.function.parameters), case.function.return_type]
    return (
        all(_names_of(case, each, reachable) is not None for each in types)
        and all(each.type is not None for each in arguments)
        and _result_type(case, answers) is not None
    )


def client_signature(
    case: Case,
    arguments: tuple[Argument, ...],
    answers: Answers,
    reachable: frozenset[str],
    client_path: str,
    function_path: str,
) -> tuple[tuple[Argument, ...], str, tuple[Wanted, ...]]:
    """The types written out where that can be, else read off the function on the server."""
    alias = f"{case.name.name}OnServer"
    is_derived = False
    names: set[str] = set()
    written: list[Argument] = []
    for index, (argument, parameter) in enumerate(zip(arguments, case.function.parameters, strict=True)):
        needed = _names_of(case, parameter.type, reachable)
        if argument.type is None or needed is None:
            is_derived = True
            type_ = f"Parameters<typeof {alias}>"
            if argument.is_rest:
                type_ = f"{type_} extends [{', '.join(['unknown'] * index + ['...infer R'])}] ? R : never"
            else:
                type_ = f"{type_}[{index}]"
            argument = Argument(argument.name, type_, argument.is_optional, argument.is_rest, argument.is_sent)
        else:
            names |= needed
        written.append(argument)
    result = _result_type(case, answers)
    needed = _names_of(case, case.function.return_type, reachable)
    if result is None or needed is None:
        is_derived = True
        result = f"Promise<Awaited<ReturnType<typeof {alias}>>>"
    else:
        names |= needed
    types = list(_wanted_types(case, names, client_path))
    if is_derived:
        source = specifier(case.project, client_path, function_path)
        types.append(Wanted(case.entry.symbol, source, alias, is_type=True))
    return tuple(written), result, tuple(types)


def _names_of(case: Case, written: c.Type | None, reachable: frozenset[str]) -> frozenset[str] | None:
    """The names of the file that a type uses; None when one of them can't be reached from the client."""
    names: set[str] = set()
    for name in written.names if written is not None else ():
        binding = case.module.scopes.binding(name)
        if binding is not None and binding.scope is case.module.scopes.top:
            names.add(binding.name)
    return frozenset(names) if names <= reachable else None


def _result_type(case: Case, answers: Answers) -> str | None:
    if case.function.return_type is not None:
        text = case.module.source.text(case.function.return_type.span)
        return text if text.startswith("Promise<") else None
    if answers == "nothing":
        return "Promise<void>"
    values = [c.bare(value) for value in case.returned]
    if answers == "value" and len(values) == 1:
        match values[0]:
            case c.String() | c.Template():
                return "Promise<string>"
            case c.Number():
                return "Promise<number>"
            case c.Binary(operator="===" | "!==" | "<" | ">" | "<=" | ">="):
                return "Promise<boolean>"
            case _:
                return None
    return None


def _wanted_types(case: Case, names: Iterable[str], client_path: str) -> Iterator[Wanted]:
    for name in sorted(names):
        imported = case.module.import_of.get(name)
        if imported is not None:
            # The client's file lies beside the action's: the same path leads there.
            yield Wanted(imported.imported, imported.source.value, name, is_type=True)
        else:
            yield Wanted(name, specifier(case.project, client_path, case.module.path), name, is_type=True)
