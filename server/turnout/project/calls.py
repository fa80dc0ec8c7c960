"""What calls mean once all files are known: imported constants put in, the project's own wrappers seen through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from turnout.model.callees import Callee
from turnout.model.props import Prop
from turnout.model.requests import METHODS, How, Request
from turnout.model.strings import UNKNOWN, Hole, Part, Text
from turnout.model.surface import Surface

_MOST = 8
_VERBS = {**{method.lower(): method for method in METHODS}, "del": "DELETE"}


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A function of the project that puts one of its parameters into a request."""

    parameter: tuple[int, tuple[str, ...]]
    """Which argument, and which property of it."""
    text: Text
    """The URL that it asks for; the parameter is a Hole in it."""
    methods: tuple[str, ...] | None
    method_parameter: tuple[int, tuple[str, ...]] | None
    """The argument that names the method, if one does."""
    is_key: bool = False
    """Whether it only revalidates what SWR keeps under that URL."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What one request asks for in the end."""

    urls: tuple[Text, ...]
    methods: tuple[str, ...] | None
    via_wrapper: bool
    how: How | None = None
    """What the wrapper does with the URL, when that is less than to request it."""


class Calls:
    """The constants, clients and wrappers of a project. Answers for one file at a time."""

    def __init__(
        self, surfaces: Mapping[str, Surface], origin: Callable[[str, str, str], tuple[str, str] | None]
    ) -> None:
        """``origin(path, source, imported)`` follows an import to the file and export that it means."""
        self._origin = origin
        self._constants: dict[tuple[str, str], tuple[Text, ...]] = {}
        self._clients: dict[tuple[str, str], tuple[Text, ...]] = {}
        self._aliases: dict[tuple[str, str], str] = {}
        self._locals: dict[tuple[str, str], str] = {}
        self._wrappers: dict[tuple[str, str], tuple[Wrapper, ...]] = {}
        for path, surface in surfaces.items():
            self._constants.update(((path, name), value) for name, value in surface.constants)
            self._clients.update(((path, name), value) for name, value in surface.clients)
            self._aliases.update(((path, name), value) for name, value in surface.aliases)
            for export in surface.exports:
                if export.local is not None and export.local != export.name and export.source is None:
                    self._locals[path, export.name] = export.local
        candidates = [
            (path, request)
            for path, surface in surfaces.items()
            for request in surface.requests
            if _is_passing_on(request)
        ]
        for _ in range(3):  # Wrappers of wrappers, two levels deep.
            before = len(self._wrappers)
            for path, request in candidates:
                self._learn(path, request)
            if len(self._wrappers) == before:
                break
        self._props: dict[tuple[str, str], list[tuple[str, Prop]]] = {}
        """What components are given, and the files that give it."""
        for path, surface in surfaces.items():
            for prop in surface.props:
                at = self._place(path, prop.component)
                if at is not None:
                    self._props.setdefault(at, []).append((path, prop))

    # ---------------------------------------------------------------- asking

    def meaning(self, path: str, request: Request) -> Meant | None:
        """What a request asks for; None for a call of something that turns out to request nothing."""
        urls = self._filled(path, request.urls)
        if request.callee is None or request.how == "queue":
            # What a queue's client does with the URL is the queue's business: in the end the URL is called.
            return Meant(urls, request.methods, False)
        found = next(self._wrapped(path, request, urls), None)
        if found is not None:
            return found
        if request.how == "call":
            if request.callee.source == "" and request.methods is not None:
                return Meant(urls, request.methods, False) if _mentions_api(urls) else None
            return Meant(urls, None, False) if _mentions_api(urls) else None
        return Meant(urls, request.methods, False)

    def more(self, path: str, request: Request, meant: Meant) -> Iterator[Meant]:
        """What a request asks for besides: a wrapper may make several, and components are given addresses."""
        others = self._wrapped(path, request, self._filled(path, request.urls)) if meant.via_wrapper else iter(())
        for each in (meant, *others):
            given = tuple(text for url in each.urls for text in self._with_props(path, url, 4) if text not in each.urls)
            if each != meant:
                yield each
            if given:
                yield Meant(tuple(dict.fromkeys(given))[:_MOST], each.methods, each.via_wrapper)

    def is_requested(self, path: str, prop: Prop) -> bool:
        """Whether the component itself makes requests of what it is given, so that nothing else does."""
        at = self._place(path, prop.component)
        known = self._wrappers.get(at, ()) if at is not None else ()
        return any(each.parameter == (0, (prop.name,)) for each in known)

    def _with_props(self, path: str, url: Text, depth: int) -> Iterator[Text]:
        """A text with what the component around is given by its users: ``${action}/status``."""
        hole = next((part for part in url if isinstance(part, Hole) and self._is_prop(path, part)), None)
        if hole is None:
            yield url
            return
        for user, prop in self._props[path, hole.name] if depth else ():
            if hole.path == (prop.name,):
                for value in self._filled(user, prop.texts):
                    for text in self._with_props(user, value, depth - 1):
                        put = _joined(each for part in url for each in (_settled(text) if part is hole else (part,)))
                        yield from self._with_props(path, put, depth - 1)

    def _is_prop(self, path: str, hole: Hole) -> bool:
        return hole.parameter == 0 and any(
            hole.path == (prop.name,) for _, prop in self._props.get((path, hole.name), ())
        )

    # --------------------------------------------------------------- learning

    def _learn(self, path: str, request: Request) -> None:
        meant = self.meaning(path, request)
        if meant is None:
            return
        for text in meant.urls:
            for part in text:
                if not isinstance(part, Hole) or part.parameter is None:
                    continue
                key = (path, part.name)
                hole = request.method_parameter
                given = (hole.parameter, hole.path) if hole is not None and hole.parameter is not None else None
                if given is not None and hole is not None and hole.name != part.name:
                    given = None
                is_key = "swr-key" in (request.how, meant.how)
                wrapper = Wrapper((part.parameter, part.path), text, meant.methods, given, is_key)
                known = self._wrappers.get(key, ())
                if wrapper not in known and len(known) < _MOST:
                    self._wrappers[key] = (*known, wrapper)

    # -------------------------------------------------------------- constants

    def _filled(self, path: str, urls: Iterable[Text]) -> tuple[Text, ...]:
        found: list[Text] = []
        for text in urls:
            if not any(isinstance(part, Hole) and part.source is not None for part in text):
                found.append(text)
                continue
            choices = [self._part(path, part, 3) for part in text]
            for chosen in product(*choices):
                found.append(_joined(part for piece in chosen for part in piece))
                if len(found) == _MOST:
                    return tuple(found)
        return tuple(dict.fromkeys(found))

    def _part(self, path: str, part: Part, depth: int) -> tuple[Text, ...]:
        if not isinstance(part, Hole) or part.source is None or depth == 0:
            return ((part,),)
        at = self._origin(path, part.source, part.name)
        steps = part.path
        if at is not None and at[1] == "*" and steps:
            at, steps = (at[0], steps[0]), steps[1:]
        if at is None:
            return ((part,),)
        name = self._locals.get(at, at[1]) + "".join("()" if step == "()" else f".{step}" for step in steps)
        values = self._constants.get((at[0], name))
        if values is None:
            return ((part,),)
        found: list[Text] = []
        for text in values:
            # The parameters of a function that builds URLs are not ours.
            plain = tuple(UNKNOWN if isinstance(each, Hole) and each.parameter is not None else each for each in text)
            for chosen in product(*(self._part(at[0], each, depth - 1) for each in plain)):
                found.append(_joined(each for piece in chosen for each in piece))
        return tuple(found[:_MOST])

    # --------------------------------------------------------------- wrappers

    def _place(self, path: str, callee: Callee) -> tuple[str, str] | None:
        """The file and key of a called function."""
        if callee.source == "":
            return None
        if callee.source is None:
            at: tuple[str, str] | None = (path, callee.name)
            steps = callee.path
        else:
            at = self._origin(path, callee.source, callee.name)
            steps = callee.path
            if at is not None and at[1] == "*" and steps:
                at, steps = (at[0], steps[0]), steps[1:]
        if at is None:
            return None
        file, name = at[0], self._locals.get(at, at[1])
        name = self._aliases.get((file, name), name)
        return file, name + "".join("()" if step == "()" else f".{step}" for step in steps)

    def _client(self, at: tuple[str, str]) -> tuple[tuple[Text, ...], str | None] | None:
        """A request client and the verb that is called on it: ``api.post``, or ``api`` itself."""
        bases = self._clients.get(at)
        if bases is not None:
            return bases, None
        name, _, verb = at[1].rpartition(".")
        bases = self._clients.get((at[0], name))
        return (bases, verb) if bases is not None and (verb in _VERBS or verb == "request") else None

    def _wrapped(self, path: str, request: Request, urls: tuple[Text, ...]) -> Iterator[Meant]:
        """What the project's own function asks for when it is called so; several when it makes several requests."""
        callee = request.callee
        at = self._place(path, callee) if callee is not None else None
        if at is None:
            return
        client = self._client(at)
        if client is not None:
            bases, verb = client
            found = tuple(_joined((*base, *_slashed(base, url))) for base in self._filled(at[0], bases) for url in urls)
            methods = (_VERBS[verb],) if verb in _VERBS else _given(request, (1, ("method",))) or ("GET",)
            yield Meant(found[:_MOST], methods, True)
            return
        for wrapper in sorted(self._wrappers.get(at, ()), key=lambda each: each.is_key):
            if wrapper.parameter != request.argument:
                continue
            found = tuple(_joined(_put_in(wrapper, at[1], url)) for url in urls)
            methods = wrapper.methods
            if wrapper.method_parameter is not None:
                methods = _given(request, wrapper.method_parameter) or wrapper.methods or ("GET",)
            if request.how == "swr-mutation" and methods == ("GET",):
                methods = None
            yield Meant(found, methods, True, "swr-key" if wrapper.is_key else None)


def _is_passing_on(request: Request) -> bool:
    return any(isinstance(part, Hole) and part.parameter is not None for text in request.urls for part in text)


def _settled(text: Text) -> Text:
    """Parameters that are still open belong to the file that the text is from."""
    return tuple(UNKNOWN if isinstance(part, Hole) and part.parameter is not None else part for part in text)


def _given(request: Request, where: tuple[int, tuple[str, ...]]) -> tuple[str, ...] | None:
    return next((methods for index, path, methods in request.given_methods if (index, path) == where), None)


def _put_in(wrapper: Wrapper, key: str, url: Text) -> Iterator[Part]:
    index, path = wrapper.parameter
    for part in wrapper.text:
        if isinstance(part, Hole) and part.name == key and part.parameter == index and part.path == path:
            yield from url
        elif isinstance(part, Hole) and part.parameter is not None:
            yield UNKNOWN
        else:
            yield part


def _slashed(base: Text, url: Text) -> Iterator[Part]:
    """A client puts one slash between its base and the path."""
    last, first = base[-1], url[0]
    if isinstance(last, str) and isinstance(first, str) and last and first:
        if last.endswith("/") and first.startswith("/"):
            yield first[1:]
            yield from url[1:]
            return
        if not last.endswith("/") and not first.startswith(("/", "http")):
            yield "/"
    yield from url


def _joined(parts: Iterable[Part]) -> Text:
    found: list[Part] = []
    for part in parts:
        if part == "":
            continue
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found) or ("",)


def _mentions_api(urls: Iterable[Text]) -> bool:
    return any(isinstance(part, str) and "/api/" in part for text in urls for part in text)
