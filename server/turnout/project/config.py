"""What next.config says, as far as its text tells without running it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, cast

from turnout.model.module import Module
from turnout.project.literal import REST, UNREAD, Closure, Literals, Value

CONFIG_NAMES = tuple(f"next.config.{suffix}" for suffix in ("js", "mjs", "ts", "mts", "cjs", "cts"))
"""In the order of ``CONFIG_FILES`` in next/dist/shared/lib/constants.js, which lacks the last two."""

PAGE_EXTENSIONS = ("tsx", "ts", "jsx", "js")
"""The default of ``pageExtensions`` (next/dist/server/config-shared.js)."""

Stage: TypeAlias = Literal["before", "after", "fallback"]


@dataclass(frozen=True)
class Forward:
    """One rewrite or redirect: ``source`` and ``destination`` in path-to-regexp's words (``/old/:path*``).

    ``stage`` says when a rewrite is tried: before the files, after them, or when nothing else matched.
    ``is_conditional`` means that ``has`` or ``missing`` decide at run time.
    """

    source: str
    destination: str
    stage: Stage = "after"
    is_conditional: bool = False
    adds_base_path: bool = True


@dataclass(frozen=True)
class HeaderRule:
    """Response headers that the config sets for the paths of a ``source``; names in lower case."""

    source: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ServerActionsConfig:
    """``experimental.serverActions``: an object since Next.js 14, ``true`` in 13.4.

    ``is_misplaced``: it was written at the top level of the config, where Next.js ignores it.
    """

    enabled: bool | None = None
    """What was written when it was ``true`` or ``false``."""
    body_size_limit: str | int | float | None = None
    allowed_origins: tuple[str, ...] = ()
    is_misplaced: bool = False


@dataclass(frozen=True)
class NextConfig:
    """The parts of next.config that matter here; what isn't written has the default of Next.js."""

    path: str | None = None
    base_path: str = ""
    page_extensions: tuple[str, ...] = PAGE_EXTENSIONS
    output: str | None = None
    dist_dir: str = ".next"
    trailing_slash: bool = False
    cache_components: bool = False
    cache_components_key: str = "cacheComponents"
    """Where it was switched on; ``experimental.cacheComponents`` and ``experimental.dynamicIO`` in Next.js 15."""
    use_cache: bool = False
    cache_handlers: tuple[str, ...] = ()
    """The kinds that ``'use cache: kind'`` may name, besides Next.js's own."""
    taint: bool = False
    auth_interrupts: bool = False
    typed_routes: bool = False
    server_actions: ServerActionsConfig | None = None
    rewrites: tuple[Forward, ...] = ()
    redirects: tuple[Forward, ...] = ()
    headers: tuple[HeaderRule, ...] = ()
    locales: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    """Keys whose value only running the config could tell, wholly or in part, e.g. ``experimental.useCache``.
    ``*`` means that there may be keys that nobody sees here."""

    def is_known(self, key: str) -> bool:
        """Whether the value read for a key (as written in next.config) is sure to be the real one."""
        return key not in self.unread and REST not in self.unread


DEFAULT = NextConfig()


def read_config(module: Module) -> NextConfig:
    """The config of a next.config file; never fails.

    Literals, constants, spreads, functions (what they return) and wrappers such as ``withX(config)`` count.
    Anything else stays default and is named in ``unread``.
    """
    literals = Literals(module)
    exported = module.export("default")
    found = literals.wrapped(exported.value if exported is not None else None)
    if not isinstance(found, dict):
        return NextConfig(module.path, unread=(REST,) if exported is not None or module.errors else ())
    config = _Reader(literals, found)
    experimental = config.below("experimental")
    locales = config.below("i18n")
    cache_components = next(_switched_on(config, experimental), None)
    return NextConfig(
        path=module.path,
        base_path=(config.text("basePath") or "").rstrip("/"),
        page_extensions=_extensions(config.texts("pageExtensions")) or PAGE_EXTENSIONS,
        output=config.text("output"),
        dist_dir=config.text("distDir") or ".next",
        trailing_slash=config.flag("trailingSlash"),
        cache_components=cache_components is not None,
        cache_components_key=cache_components or "cacheComponents",
        use_cache=experimental.flag("useCache") or cache_components is not None,
        cache_handlers=(*config.keys("cacheHandlers"), *experimental.keys("cacheHandlers")),
        taint=experimental.flag("taint"),
        auth_interrupts=experimental.flag("authInterrupts"),
        typed_routes=config.flag("typedRoutes") or experimental.flag("typedRoutes"),
        server_actions=_server_actions(experimental, config),
        rewrites=tuple(_forwards(config, "rewrites")),
        redirects=tuple(_forwards(config, "redirects")),
        headers=tuple(header_rules(config.get("headers"))),
        locales=locales.texts("locales"),
        unread=tuple(dict.fromkeys((*config.unread, *experimental.unread, *locales.unread))),
    )


class _Reader:
    """An object of the config, asked key by key; takes note of the asked keys that could not be read."""

    def __init__(self, literals: Literals, values: dict[str, Any], prefix: str = "") -> None:
        self.literals = literals
        self.values = values
        self.prefix = prefix
        self.unread = [REST] if REST in values and not prefix else []

    def get(self, key: str) -> Value:
        value = cast(Value, self.values.get(key, UNREAD if self.prefix and REST in self.values else None))
        if isinstance(value, Closure):
            value = self.literals.returned(value)
        if value is UNREAD:
            self.unread.append(f"{self.prefix}{key}")
            return None
        return value

    def below(self, key: str) -> _Reader:
        value = self.get(key)
        values = value if isinstance(value, dict) else {}
        return _Reader(self.literals, values, f"{self.prefix}{key}.")

    def keys(self, key: str) -> tuple[str, ...]:
        """The keys of an object; unread when there may be more."""
        value = self.get(key)
        if not isinstance(value, dict):
            return ()
        if REST in value:
            self.unread.append(f"{self.prefix}{key}")
        return tuple(name for name in value if name != REST)

    def text(self, key: str) -> str | None:
        value = self.get(key)
        return value if isinstance(value, str) else None

    def flag(self, key: str) -> bool:
        return self.get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.get(key)
        items = value if isinstance(value, list) else []
        if any(item is UNREAD for item in items):
            self.unread.append(f"{self.prefix}{key}")
        return tuple(item for item in items if isinstance(item, str))


def _switched_on(config: _Reader, experimental: _Reader) -> Iterator[str]:
    for reader, key in ((config, "cacheComponents"), (experimental, "cacheComponents"), (experimental, "dynamicIO")):
        if reader.flag(key):
            yield f"{reader.prefix}{key}"


def _extensions(written: Iterable[str]) -> tuple[str, ...]:
    return tuple(extension.lstrip(".") for extension in written if extension.strip("."))


def _server_actions(experimental: _Reader, config: _Reader) -> ServerActionsConfig | None:
    """``experimental.serverActions``; one at the top level counts only when there is no other."""
    for reader, is_misplaced in ((experimental, False), (config, True)):
        value = reader.get("serverActions")
        if isinstance(value, bool):
            return ServerActionsConfig(enabled=value, is_misplaced=is_misplaced)
        if isinstance(value, dict):
            inner = reader.below("serverActions")
            limit = inner.get("bodySizeLimit")
            found = ServerActionsConfig(
                body_size_limit=limit if isinstance(limit, (str, int, float)) else None,
                allowed_origins=inner.texts("allowedOrigins"),
                is_misplaced=is_misplaced,
            )
            reader.unread += inner.unread
            return found
    return None


def header_rules(value: Any) -> Iterable[HeaderRule]:
    """The rules of ``headers()``, or of ``headers`` in vercel.json."""
    for item in cast("list[Any]", value) if isinstance(value, list) else []:
        match item:
            case {"source": str() as source, "headers": list()}:
                keys = [
                    cast("dict[str, Any]", each).get("key")
                    for each in cast("list[Any]", item["headers"])
                    if isinstance(each, dict)
                ]
                yield HeaderRule(source, tuple(key.lower() for key in keys if isinstance(key, str)))
            case _:
                pass


def _forwards(config: _Reader, key: str) -> Iterable[Forward]:
    """``rewrites()`` returns a list, or an object of three lists; ``redirects()`` a list."""
    value = config.get(key)
    stages: tuple[tuple[Stage, Any], ...] = (("after", value),)
    if isinstance(value, dict):
        stages = (
            ("before", value.get("beforeFiles")),
            ("after", value.get("afterFiles")),
            ("fallback", value.get("fallback")),
        )
    is_complete = not (isinstance(value, dict) and REST in value)
    for stage, items in stages:
        is_complete = is_complete and items is not UNREAD
        for item in cast("list[Any]", items) if isinstance(items, list) else []:
            match item:
                case {"source": str() as source, "destination": str() as destination}:
                    entry = cast("dict[str, Any]", item)
                    yield Forward(
                        source,
                        destination,
                        stage,
                        bool(entry.get("has") or entry.get("missing")),
                        entry.get("basePath") is not False,
                    )
                case _:
                    is_complete = False
    if not is_complete:
        config.unread.append(key)
