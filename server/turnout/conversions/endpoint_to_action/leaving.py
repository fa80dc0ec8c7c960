"""What leaves the endpoint file: the handler, what goes along with it, and what nothing needs any more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.api_routes.apart import Apart
from turnout.conversions.endpoint_to_action.api_routes.parting import Parting, parted, parted_apart
from turnout.conversions.endpoint_to_action.ground.pieces import Part, is_kept
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.layers import Option
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Leaving
from turnout.conversions.endpoint_to_action.shared_file import check_exported, shared_file
from turnout.conversions.endpoint_to_action.work import dropped
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.project.entries import Entry
from turnout.project.paths import folder_of, join
from turnout.project.snapshot import Snapshot
from turnout.text.edits import apply_edits
from turnout.text.source import SourceFile
from turnout.text.span import Span


def leaving(
    project: Snapshot,
    entries: Sequence[Entry],
    module: Module,
    actions: Sequence[ActionPlan],
    apart: Apart | None = None,
) -> Leaving:
    """Decide it for the ``entries`` of one file; refuses when the file can't be taken apart."""
    if staying_methods := _api_methods(entries, actions):
        return _parted(project, entries[0], module, actions, staying_methods, apart)
    holders, lists = _holders(module, actions)
    needed, imports = needed_by(module, actions, holders)
    moved = tuple(each for each in module.body if each in needed)
    if not _other_methods(module, entries):
        _check_importers(project, entries[0], module)
        return Leaving(moved, imports, (), True)
    staying = [
        statement
        for statement in module.body
        if not any(statement is each for each in (*holders, *needed)) and not isinstance(statement, c.Import)
    ]
    used = [name for each in actions for name in _used_names(each)]
    shared = shared_file(project, module, needed, staying, used, folder_of(module.path))
    if shared is None:
        for statement in needed:
            check_exported(module, statement)
    else:
        moved = tuple(each for each in moved if each not in shared.statements)
        imports = _imported(module, actions, moved)
    _check_handlers(module, holders, [each for each in staying if not any(each is one for one in lists)])
    _check_importers(project, entries[0], module, [action.handler.method for action in actions])
    gone = [*holders, *needed]
    gone += unused_beside(module, gone, staying)
    unexported = tuple(each for statement in lists for each in _of_actions(module, statement, actions))
    return Leaving(moved, imports, tuple(gone), False, unexported, shared=shared)


def _imported(module: Module, actions: Sequence[ActionPlan], moved: Sequence[c.Statement]) -> tuple[str, ...]:
    """The imported names that the actions and what goes along with them have themselves."""
    names = [name for each in actions for name in _used_names(each)]
    names += [name for each in moved for name, _ in module.scopes.free(each)]
    bindings = [module.scopes.binding(name) for name in names]
    found = {each.name for each in bindings if each is not None and each.kind == "import"}
    return tuple(each.local.name for each in module.imports if each.local.name in found)


def _api_methods(entries: Sequence[Entry], actions: Sequence[ActionPlan]) -> list[str]:
    """What an API route goes on to answer."""
    going = {action.handler.method for action in actions}
    return [each for each in entries[0].methods if entries[0].kind == "api-route" and each not in going]


def _parted(
    project: Snapshot,
    entry: Entry,
    module: Module,
    actions: Sequence[ActionPlan],
    staying: Sequence[str],
    apart: Apart | None,
) -> Leaving:
    """The handler of an API route without some of its methods."""
    going = [action.handler.method for action in actions]
    needed, imports = needed_by(module, actions, [action.handler.statement for action in actions])
    visiting = (apart.visiting,) if apart is not None else ()
    if apart is None:
        parting = parted(module, actions[0].handler.function, going, staying)
    else:
        parting = parted_apart(project, entry, module, going, staying)
    cut = (*parting.spans, *visiting)
    own = [each for each in module.body if not any(span.contains(each.span) for span in visiting)]
    guests = [each for each in module.body if each not in own and not isinstance(each, c.Import)]
    rest = [each for each in own if each not in needed and not isinstance(each, c.Import)]
    gone = [each for each in needed if each in own]
    gone += unused_beside(module, gone, rest, cut)
    staying_statements = [each for each in rest if each not in gone]
    _check_shared(module, guests, staying_statements, cut)
    _check_parting(project, entry, module, parting)
    used = [name for each in actions for name in _used_names(each)]
    shared = shared_file(project, module, needed, staying_statements, used, _lib(project, entry), cut)
    moved = tuple(each for each in module.body if each in needed)
    if shared is None:
        for statement in needed:
            check_exported(module, statement)
    else:
        moved = tuple(each for each in moved if each not in shared.statements)
        imports = _imported(module, actions, moved)
    region = apart.visiting if apart is not None else None
    return Leaving(moved, imports, tuple(gone), False, (), parting, shared=shared, apart=region)


def _lib(project: Snapshot, entry: Entry) -> str:
    """Where a file can be that is no page: all of pages/api answers requests."""
    app = project.app(entry.path)
    assert app is not None
    return join(folder_of(app.app_dir or app.pages_dir or app.root), "lib")


def _check_parting(project: Snapshot, entry: Entry, module: Module, parting: Parting) -> None:
    """What is left must answer just the methods that stay."""
    left = apply_edits(module.source.data, tuple(sorted(parting.edits(None))))
    supposed = project.supposing(SourceFile.of(module.path, left))
    found = next((each for each in supposed.entries(module.path) if each.symbol == entry.symbol), None)
    if found is None or frozenset(found.methods) != parting.staying:
        goes = ", ".join(sorted(parting.going))
        raise refused(f"What runs for {goes} can't be told apart from what stays.", module, parting.function)


def _holders(module: Module, actions: Sequence[ActionPlan]) -> tuple[list[c.Statement], list[c.ExportNamed]]:
    """The statements with the handlers and those that only export them; and lists that export other things, too."""
    holders: list[c.Statement] = []
    for action in actions:
        statement = action.handler.statement
        if any(statement is each for each in holders):
            continue
        holders.append(statement)
        if isinstance(statement, (c.FunctionDeclaration, c.Declare)):
            # function handler() {} … export default handler;
            holders += [
                statement
                for statement in module.body
                if isinstance(statement, (c.ExportDefault, c.ExportNamed, c.ExpressionStatement))
                and any(isinstance(code, c.Name) and _means(module, code, action) for code in c.walk(statement))
            ]
            # const save = async () => {} … export const POST = withUser(save);
            method = action.handler.method
            exported = (each for each in module.body if isinstance(each, c.ExportDeclaration))
            holders += (each for each in exported if [name.name for name in declared_names(each)] == [method])
    lists: list[c.ExportNamed] = []
    for holder in list(holders):
        match holder:
            case c.ExportNamed(specifiers=specifiers):
                going = _of_actions(module, holder, actions)
                methods = {action.handler.method for action in actions}
                if (
                    other := next(
                        (each for each in going if each.exported in METHODS and each.exported not in methods), None
                    )
                ) is not None:
                    raise refused(f"The same function handles {other.exported}: write one for each.", module, other)
                if len(going) == len(specifiers):
                    continue
                lists.append(holder)
                holders = [each for each in holders if each is not holder]
            case c.ExportDeclaration(declaration=c.Declare(declarators=(_, _, *_))):
                raise refused("The handler is declared together with other things.", module, holder)
            case _:
                pass
    return holders, lists


def _of_actions(module: Module, statement: c.ExportNamed, actions: Sequence[ActionPlan]) -> list[c.ExportSpecifier]:
    """The members of a list of exports that are handlers of the actions."""
    return [each for each in statement.specifiers if any(_means(module, each.local, action) for action in actions)]


def _means(module: Module, name: c.Name, action: ActionPlan) -> bool:
    """Whether a name is the handler, or the handler in its wrappers."""
    binding = module.scopes.binding(name)
    value = c.bare(binding.value) if binding is not None and binding.value is not None else None
    return value is not None and (
        value is action.handler.function or any(value is layer.wrapped.use for layer in action.handler.layers)
    )


def _other_methods(module: Module, entries: Sequence[Entry]) -> list[str]:
    """What else a route.ts answers."""
    if entries[0].kind != "route-handler":
        return []
    going = {entry.symbol for entry in entries}
    return [each.name for each in module.exports if each.name in METHODS and each.name not in going]


def needed_by(
    module: Module, actions: Sequence[ActionPlan], holders: Sequence[c.Statement]
) -> tuple[list[c.Statement], tuple[str, ...]]:
    """The top-level statements and imported names that the actions need."""
    statements: list[c.Statement] = []
    imports: list[str] = []
    pending = [name for action in actions for name in _used_names(action)]
    lost = [
        each.span
        for action in actions
        for each in action.handler.inputs.widened
        if each.module is module and not each.keeps_name
    ]
    seen: set[int] = set()
    while pending:
        name = pending.pop()
        binding = module.scopes.binding(name)
        if binding is None or id(binding) in seen or binding.scope.parent is not None:
            continue
        seen.add(id(binding))
        if binding.kind == "import":
            imports.append(binding.name)
            continue
        statement = next((each for each in module.body if each.span.contains(binding.site.span)), None)
        if statement is None or any(statement is each for each in statements):
            continue
        if any(statement is each for each in holders):
            raise refused("The handler uses itself.", module, name)
        imported = module.import_of.get(binding.name)
        if imported is not None:
            raise refused("The handler gets what it needs by require().", module, imported.statement)
        statements.append(statement)
        pending += [
            each for each, _ in module.scopes.free(statement) if not any(span.contains(each.span) for span in lost)
        ]
    order = {imported.local.name: index for index, imported in enumerate(module.imports)}
    return statements, tuple(sorted(imports, key=lambda name: order[name]))


def _used_names(action: ActionPlan) -> Iterator[c.Name]:
    """The names that the action's text has, types of parameters included."""
    handler, parameters = action.handler, action.parameters
    replaced = (*dropped(handler, action.answers), *handler.inputs.replaced, *action.unused)
    for code in (code for live in handler.live for code in c.walk(live)):
        if isinstance(code, c.Name) and is_kept(code.span, replaced):
            yield code
    if handler.inputs.session is not None:
        yield handler.inputs.session
    if action.built is not None:
        yield action.built.schema
    copied = [parameters.base_type]
    copied += [part for each in handler.inputs.replaced for part in each.parts if isinstance(part, Span)]
    for member in parameters.members:
        copied += [member.default, member.pattern]
        copied += [part for part in member.type or () if isinstance(part, Span)]
    yield from _named_in_text(handler.module, [part for each in parameters.members for part in each.type or ()])
    for layer in handler.layers:
        for argument in layer.shared.arguments if layer.shared is not None else ():
            if isinstance(argument, Option) and argument.value is not None:
                yield from (code for code in c.walk(argument.value) if isinstance(code, c.Name))
    for code in c.walk(handler.function):
        if isinstance(code, c.Name) and any(span is not None and span.contains(code.span) for span in copied):
            yield code


def _named_in_text(module: Module, parts: Sequence[Part]) -> Iterator[c.Name]:
    """The file's own types in types that were put together: ``DealEvent | null``."""
    words = {
        word for part in parts if isinstance(part, str) for word in re.findall(r"[A-Za-z_$][\w$]*\b(?!\s*\??:)", part)
    }
    for word in sorted(words):
        binding = module.scopes.top.names.get(word)
        if binding is not None and binding.kind in ("type", "import", "class", "enum"):
            yield binding.site


def _check_shared(
    module: Module, needed: Sequence[c.Statement], staying: Sequence[c.Statement], cut: Sequence[Span] = ()
) -> None:
    """What goes along may not be needed by what stays."""
    for statement in needed:
        for name in declared_names(statement):
            binding = module.scopes.binding(name)
            for reference in binding.references if binding is not None else ():
                if any(span.contains(reference.span) for span in cut):
                    continue
                if any(each.span.contains(reference.span) for each in staying):
                    raise refused(
                        f'"{name.name}" is used by what stays in the file, too: give it a file of its own first.',
                        module,
                        name,
                    )
        check_exported(module, statement)


def _check_handlers(module: Module, holders: Sequence[c.Statement], staying: Sequence[c.Statement]) -> None:
    """``export const GET = handler; export const POST = handler;``"""
    for name in (name for holder in holders for name in declared_names(holder)):
        binding = module.scopes.binding(name)
        for reference in binding.references if binding is not None else ():
            if any(each.span.contains(reference.span) for each in staying):
                raise refused(
                    f'"{name.name}" is used by what stays in the file, too: write one for each.', module, name
                )


def unused_beside(
    module: Module, gone: Sequence[c.Statement], staying: Sequence[c.Statement], cut: Sequence[Span] = ()
) -> list[c.Statement]:
    """Helpers that only the handler used, and that the action needs no more."""
    found: list[c.Statement] = []
    changed = True
    while changed:
        changed = False
        for statement in staying:
            if statement in found or isinstance(statement, (c.ExportDeclaration, c.ExportDefault, c.ExportNamed)):
                continue
            bindings = [module.scopes.binding(name) for name in declared_names(statement)]
            references = [each for binding in bindings if binding is not None for each in binding.references]
            inside = [*cut, *(each.span for each in (*gone, *found, statement))]
            if references and all(any(span.contains(name.span) for span in inside) for name in references):
                found.append(statement)
                changed = True
    return found


def _check_importers(project: Snapshot, entry: Entry, module: Module, going: Sequence[str] = ()) -> None:
    """A file that others import can't go; nor can what they import of it, where only some is ``going``."""
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or path == module.path:
            continue
        for each in surface.imports:
            if project.resolve(path, each.source) != module.path:
                continue
            names = {imported for imported, _ in each.names}
            if not going or not names or names & {*going, "*"}:
                what = "from this file, which would go" if not going else f"{going[0]} from here, which would go"
                raise Refused(Refusal(f"{path} imports {what}.", module.path, entry.span))
