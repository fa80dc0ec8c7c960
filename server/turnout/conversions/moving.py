"""A function leaves its file: what must go with it, what stays, and how both files read afterwards."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from turnout.conversions.conversion import Refusal
from turnout.conversions.imports import (
    Wanted,
    change_imports,
    import_statement,
    rebased,
    specifier,
    unused_imports,
)
from turnout.model import code as c
from turnout.model.module import Export, ImportedName, Module
from turnout.model.scope import Binding
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class Extraction:
    """An exported function with all that goes with it."""

    module: Module
    export: Export
    function: c.Function
    main: c.Statement
    """The statement that declares the function."""
    moved: tuple[c.Statement, ...]
    """The statement and the file's own helpers that only it uses, in source order."""
    imports: tuple[ImportedName, ...]
    """What it needs of what the file imports."""
    kept: tuple[str, ...]
    """Exported names of the file that it needs: they stay, and are imported from there."""
    kept_types: tuple[str, ...]
    """Types that stay because others need them too."""
    to_export: tuple[c.Statement, ...]
    """Those among them that are not exported yet."""
    used_here: tuple[c.Name, ...]
    """Where the rest of the file uses the function."""

    @property
    def name(self) -> str:
        assert self.export.local is not None
        return self.export.local.name

    @property
    def is_used_as_type(self) -> bool:
        """Whether the rest of the file uses it only in types: ``typeof getPosts``."""
        above = [self.module.parents.get(id(name)) for name in self.used_here]
        return all(isinstance(each, (c.Type, c.TypeDeclaration)) for each in above)


def exported_function(module: Module, name: str) -> tuple[Export, c.Function, c.Statement] | Refusal:
    """An export that is one plain function, declared and exported in one statement."""
    export = module.export(name)
    if export is None or export.source is not None:
        return Refusal(f"`{name}` is re-exported here and stands in another file", module.path)
    value = c.bare(export.value) if export.value is not None else None
    at = export.name_span
    if isinstance(value, c.Call) and _is_cached(module, value):
        # cache(fn) has the signature of fn, and moves with it.
        value = c.bare(value.arguments[0])
    if isinstance(value, c.Call):
        callee = c.dotted(value.callee) or module.source.text(value.callee.span).partition("(")[0]
        callee = re.sub(r"\s+", "", callee)
        reason = f"`{name}` is made by `{callee}`: what that adds (validation, who may call) would be lost"
        return Refusal(reason, module.path, at)
    if isinstance(value, c.Function) and value.body is None:
        return Refusal(f"`{name}` has several signatures", module.path, at)
    if not isinstance(value, c.Function) or export.local is None:
        what = "has no name" if isinstance(value, c.Function) else "is not a plain function"
        return Refusal(f"the exported function {what}", module.path, at)
    match export.statement:
        case c.ExportDeclaration(declaration=c.FunctionDeclaration()):
            pass
        case c.ExportDeclaration(declaration=c.Declare(declarators=(_,))):
            pass
        case c.ExportDefault(value=c.FunctionDeclaration()):
            pass
        case _:
            reason = f"`{name}` is declared in one place and exported in another: export it where it is declared"
            return Refusal(reason, module.path, at)
    return export, value, export.statement


def _is_cached(module: Module, call: c.Call) -> bool:
    """``cache(async () => …)`` of React."""
    if not isinstance(call.callee, c.Name) or len(call.arguments) != 1:
        return False
    imported = module.import_of.get(call.callee.name)
    return (
        imported is not None
        and (imported.source.value, imported.imported) == ("react", "cache")
        and isinstance(c.bare(call.arguments[0]), c.Function)
    )


def extract(module: Module, name: str) -> Extraction | Refusal:
    """What goes along when a function leaves its file."""
    found = exported_function(module, name)
    if isinstance(found, Refusal):
        return found
    export, function, main = found
    return _Extracting(module, export, function, main).done()


class _Extracting:
    def __init__(self, module: Module, export: Export, function: c.Function, main: c.Statement) -> None:
        self.module = module
        self.export = export
        self.function = function
        self.main = main
        self.statement_of = {name.name: statement for statement in module.body for name in declared_names(statement)}
        self.exported = {each.local.name for each in module.exports if each.local is not None and each.source is None}
        self.moved: dict[int, c.Statement] = {main.span.start: main}
        self.imports: dict[str, ImportedName] = {}
        self.kept: dict[str, None] = {}
        self.kept_types: dict[str, None] = {}

    def done(self) -> Extraction | Refusal:
        pending = [self.main]
        while pending:
            pending += self._follow(pending.pop())
        refusal = self._settle()
        if refusal is not None:
            return refusal
        own = self._binding(self.export.local)
        inside = [statement.span for statement in self.moved.values()]
        used_here = [
            reference
            for reference in (own.references if own is not None else ())
            if not any(span.contains(reference.span) for span in inside)
        ]
        to_export = [
            self.statement_of[name]
            for name in self.kept_types
            if name not in self.exported and name in self.statement_of
        ]
        return Extraction(
            self.module,
            self.export,
            self.function,
            self.main,
            tuple(self.moved[start] for start in sorted(self.moved)),
            tuple(self.imports.values()),
            tuple(self.kept),
            tuple(self.kept_types),
            tuple(to_export),
            tuple(used_here),
        )

    def _binding(self, name: c.Name | None) -> Binding | None:
        return self.module.scopes.binding(name) if name is not None else None

    def _follow(self, statement: c.Statement) -> Iterator[c.Statement]:
        """What a moved statement needs: imports are noted, helpers come along."""
        for _, binding in self.module.scopes.free(statement):
            name = binding.name
            if binding.scope is not self.module.scopes.top:
                continue
            if binding.kind == "import":
                self.imports[name] = self.module.import_of[name]
                continue
            declared = self.statement_of.get(name)
            if declared is None or declared.span.start in self.moved:
                continue
            if any(each.name in self.exported for each in declared_names(declared)):
                (self.kept_types if binding.kind == "type" else self.kept)[name] = None
                continue
            if imported := self.module.import_of.get(name):
                self.imports[name] = imported  # const x = require('x')
                continue
            self.moved[declared.span.start] = declared
            yield declared

    def _settle(self) -> Refusal | None:
        """Types that others use too stay and are exported; other helpers that are shared stand in the way."""
        while True:
            shared = next(self._shared(), None)
            if shared is None:
                return None
            statement, reference = shared
            if not isinstance(statement, c.TypeDeclaration) or statement.form == "enum":
                name = next(declared_names(statement)).name
                reason = f"`{name}` is used by other code of this file too: move it to a file of its own first"
                return Refusal(reason, self.module.path, reference.span)
            del self.moved[statement.span.start]
            for name in declared_names(statement):
                self.kept_types[name.name] = None

    def _shared(self) -> Iterator[tuple[c.Statement, c.Name]]:
        inside = [statement.span for statement in self.moved.values()]
        for statement in self.moved.values():
            if statement is self.main:
                continue
            for name in declared_names(statement):
                binding = self._binding(name)
                for reference in binding.references if binding is not None else ():
                    if not any(span.contains(reference.span) for span in inside):
                        yield statement, reference


def declared_names(statement: c.Statement) -> Iterator[c.Name]:
    """The names that a statement at the top of a file declares."""
    inner: c.Code = statement
    if isinstance(statement, c.ExportDeclaration):
        inner = statement.declaration
    elif isinstance(statement, c.ExportDefault):
        inner = statement.value
    match inner:
        case c.FunctionDeclaration(function=c.Function(name=c.Name() as name)):
            yield name
        case c.ClassDeclaration(definition=c.Class(name=c.Name() as name)):
            yield name
        case c.TypeDeclaration(name=c.Name() as name):
            yield name
        case c.Declare(declarators=declarators):
            for each in declarators:
                yield from c.bound_names(each.pattern)
        case _:
            return


# ------------------------------------------------------------------------ text


_CHANGES: Mapping[type[c.Code], frozenset[str]] = {
    c.Array: frozenset({"push", "pop", "shift", "unshift", "splice", "fill"}),
    c.New: frozenset({"set", "add", "delete", "clear"}),
}
_COLLECTIONS = frozenset({"Map", "Set", "WeakMap", "WeakSet"})


def is_memory(module: Module, binding: Binding) -> bool:
    """``let count = 0`` that is counted up, ``const seen = new Map()``: what one request leaves for the next.

    So is a list that begins with something, when something is added to it or taken out.
    """
    value = c.bare(binding.value) if binding.value is not None else None
    if isinstance(value, (c.Array, c.Object)) or (isinstance(value, c.New) and c.dotted(value.callee) in _COLLECTIONS):
        if any(_is_changed(module, each, _CHANGES.get(type(value), frozenset())) for each in binding.references):
            return True
    match value:
        case c.New(callee=c.Name(name="Map" | "Set" | "WeakMap" | "WeakSet"), arguments=()):
            return True
        case c.Array(items=()) | c.Object(members=()):
            return True
        case _:
            return bool(binding.writes)


def _is_changed(module: Module, name: c.Name, methods: frozenset[str]) -> bool:
    """``list.push(item)``, ``list[at] = item``, ``list[at].count++``, ``delete byId[id]``"""
    place: c.Code = name
    above = module.parents.get(id(place))
    if isinstance(above, c.Member) and isinstance(call := module.parents.get(id(above)), c.Call):
        if call.callee is above and above.name in methods:
            return True
    while isinstance(above, (c.Member, c.Index)) and above.object is place:
        place, above = above, module.parents.get(id(above))
    match above:
        case c.Assign(target=target):
            return target is place and place is not name
        case c.Update():
            return place is not name
        case c.Unary(operator="delete"):
            return True
        case _:
            return False


def with_comments(module: Module, statement: c.Code) -> Span:
    """A statement with the comments that belong to it: directly above, and behind it on its last line."""
    lines = module.source.lines
    start = statement.span.start
    for comment in reversed(module.comments):
        if comment.span.end > start:
            continue
        between = module.source.text(Span(comment.span.end, start))
        if between.strip() or between.count("\n") + (between.count("\r") if "\n" not in between else 0) > 1:
            break
        before = module.source.text(Span(lines.line_span(lines.line_of(comment.span.start)).start, comment.span.start))
        if before.strip():
            break
        start = comment.span.start
    end = statement.span.end
    line_end = lines.line_span(lines.line_of(max(end - 1, 0))).end
    for comment in module.comments:
        if end <= comment.span.start and comment.span.end <= line_end:
            between = module.source.text(Span(end, comment.span.start))
            if not between.strip():
                end = comment.span.end
    return Span(start, end)


def moved_text(extraction: Extraction, *, exported: bool) -> str:
    """The function and its helpers as they were, the distances between them too."""
    module, parts = extraction.module, list[str]()
    last: Span | None = None
    for statement in extraction.moved:
        span = with_comments(module, statement)
        text = module.source.text(span)
        if statement is extraction.main and not exported:
            before = module.source.text(Span(span.start, statement.span.start))
            text = before + _unexported(module.source.text(Span(statement.span.start, span.end)))
        if last is not None:
            between = module.source.text(Span(last.end, span.start))
            is_close = not between.strip() and between.count(module.source.newline) == 1
            parts.append(module.source.newline * (1 if is_close else 2))
        parts.append(text)
        last = span
    return "".join(parts)


def _unexported(text: str) -> str:
    for word in ("export", "default"):
        if text.startswith(word):
            text = text[len(word) :].lstrip()
    return text


def imports_for(project: Snapshot, extraction: Extraction, to_path: str, style: Style) -> list[str]:
    """The import statements that the moved code needs in its new file, in the order of the old one."""
    module = extraction.module
    statements: list[str] = []
    for group in _by_statement(extraction.imports):
        source = rebased(group[0].source.value, module.path, to_path)
        # In text, `import type` and `type x` are told apart by each name.
        types = [each for each in group if each.type_only]
        values = [each for each in group if not each.type_only]
        for names, is_type in ((values, False), (types, True)):
            if names:
                wanted = [Wanted(each.imported, source, each.local.name) for each in names]
                statements += _statements(style, source, wanted, is_type=is_type)
    here = specifier(project, to_path, module.path)
    if extraction.kept:
        wanted = [_own(extraction, name, here) for name in extraction.kept]
        statements += _statements(style, here, wanted, is_type=False)
    if extraction.kept_types:
        wanted = [_own(extraction, name, here) for name in extraction.kept_types]
        statements += _statements(style, here, wanted, is_type=True)
    return statements


def _own(extraction: Extraction, name: str, source: str) -> Wanted:
    export = next((each for each in extraction.module.exports if each.local and each.local.name == name), None)
    return Wanted(export.name if export is not None else name, source, name)


def _statements(style: Style, source: str, wanted: list[Wanted], *, is_type: bool) -> list[str]:
    """A namespace can't stand together with names, and a type-only default can't either."""
    plain = [each for each in wanted if each.name not in ("*", "default")]
    default = [each for each in wanted if each.name == "default"]
    namespace = [each for each in wanted if each.name == "*"]
    groups = [default, plain] if is_type else [[*default, *plain]]
    return [import_statement(style, source, group, is_type=is_type) for group in (*groups, namespace) if group]


def _by_statement(imports: Iterable[ImportedName]) -> list[list[ImportedName]]:
    groups: dict[Span, list[ImportedName]] = {}
    for each in sorted(imports, key=lambda each: each.local.span):
        groups.setdefault(each.statement, []).append(each)
    return list(groups.values())


@dataclass(frozen=True)
class Leftover:
    """The old file without what moved: edits, or nothing worth keeping."""

    edits: tuple[Edit, ...]
    is_empty: bool
    header: str
    """Comments of an empty leftover that belong to no statement; they go where the function goes."""


def leftover(extraction: Extraction, add: Collection[Wanted] = ()) -> Leftover:
    """What remains of the file. ``add`` is what it imports anew, e.g. to call the function where it is now."""
    module = extraction.module
    spans = [with_comments(module, statement) for statement in extraction.moved]
    moved = {id(statement) for statement in extraction.moved}
    directives = {directive.statement for directive in module.directives}
    gone = unused_imports(module, spans)
    rest = [
        statement
        for statement in module.body
        if id(statement) not in moved and statement.span not in directives and not isinstance(statement, c.Import)
    ]
    bare_imports = [each for each in module.body if isinstance(each, c.Import) and not each.specifiers]
    if not rest and not bare_imports and not add:
        return Leftover((), True, _header(module, spans))
    edits = list(removed(module.source, spans))
    freed = {name.name for statement in extraction.moved for name in declared_names(statement)}
    edits += change_imports(module, tuple(add), gone, freed).edits
    edits += [Edit(Span(each.span.start, each.span.start), "export ") for each in extraction.to_export]
    if not any(_runs(statement) for statement in rest):
        edits += removed(module.source, [each.statement for each in module.directives if each.text == "use server"])
    return Leftover(tuple(joined(edits)), False, "")


def joined(edits: Iterable[Edit]) -> list[Edit]:
    """Deletions that touch or share blank lines become one."""
    result: list[Edit] = []
    for edit in sorted(edits):
        before = result[-1] if result else None
        if before is not None and not edit.text and not before.text and edit.span.start < before.span.end:
            result[-1] = Edit(Span(before.span.start, max(before.span.end, edit.span.end)), "")
        else:
            result.append(edit)
    return result


def _runs(statement: c.Statement) -> bool:
    """Whether a statement is more than types."""
    inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
    match inner:
        case c.TypeDeclaration(form=form):
            return form in ("enum", "namespace")
        case c.ExportNamed(type_only=True) | c.ExportAll(type_only=True) | c.Empty():
            return False
        case _:
            return True


def _header(module: Module, spans: list[Span]) -> str:
    kept = [
        comment.text
        for comment in module.comments
        if not any(span.contains(comment.span) for span in spans)
        and not any(s.span.contains(comment.span) for s in module.body)
    ]
    return module.source.newline.join(kept)


def kebab(name: str) -> str:
    """``addData`` as a file's or folder's name: ``add-data``; what says again that it is an action goes."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\s$]+", "-", name).lower().strip("-")
    return words.removesuffix("-action") or words


def free_path(project: Snapshot, folder: str, stems: Sequence[str], extension: str) -> str:
    """A path for a new file: no file has it yet, in any language."""
    numbered = (f"{stems[0]}-{number}" for number in range(2, 100))
    for stem in (*stems, *numbered):
        path = f"{folder}/{stem}".lstrip("/")
        if not any(project.exists(f"{path}.{each}") for each in ("ts", "tsx", "js", "jsx", "mjs", "mts", extension)):
            return f"{path}.{extension}"
    raise ValueError(f"a hundred files are called {stems[0]}")


def made_plain(module: Module, style: Style, *, server_only: bool) -> tuple[Edit, ...]:
    """The edits that make an action file a plain one; by ``server-only`` no client code can import it by mistake."""
    directives = [each.statement for each in module.directives if each.text == "use server"]
    imports = [each for each in module.body if isinstance(each, c.Import)]
    if not server_only or any(each.source.value == "server-only" for each in imports):
        return removed(module.source, directives)
    statement = style.statement(f"import {style.string('server-only')}")
    if not imports:
        return (Edit(directives[0], statement), *removed(module.source, directives[1:]))
    start = imports[0].span.start
    edits = [*removed(module.source, directives), Edit(Span(start, start), statement + style.newline)]
    return tuple(joined(edits))


def function_file(project: Snapshot, extraction: Extraction, to_path: str, style: Style, *, server_only: bool) -> str:
    """The text of a file of its own for the function."""
    imports = imports_for(project, extraction, to_path, style)
    if server_only:
        imports.insert(0, style.statement(f"import {style.string('server-only')}"))
    return file_of(style, "\n".join(imports), moved_text(extraction, exported=True))


def file_of(style: Style, *parts: str) -> str:
    """A file of some parts with an empty line between them."""
    text = "\n\n".join(part.replace("\r\n", "\n").strip("\n") for part in parts if part.strip())
    return f"{text}\n".replace("\n", style.newline)
