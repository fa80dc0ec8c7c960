"""Node.js's own modules, and what the edge runtime lacks of Node.js."""

from __future__ import annotations

FILE_MODULES = frozenset({"fs", "node:fs", "fs/promises", "node:fs/promises", "fs-extra"})
"""Where ``readFile`` and ``writeFile`` come from."""

_BUILTINS = frozenset({
    "child_process", "cluster", "console", "crypto", "dgram", "diagnostics_channel", "dns", "dns/promises", "domain",
    "fs", "fs/promises", "http", "http2", "https", "inspector", "inspector/promises", "module", "net", "os", "path",
    "path/posix", "path/win32", "perf_hooks", "process", "punycode", "querystring", "readline", "readline/promises",
    "repl", "stream", "stream/consumers", "stream/promises", "stream/web", "string_decoder", "timers",
    "timers/promises", "tls", "trace_events", "tty", "url", "v8", "vm", "wasi", "worker_threads", "zlib",
})  # fmt: skip

_PACKAGES = frozenset({"console", "process", "punycode", "querystring", "stream", "string_decoder", "timers", "url"})
"""Packages of these names are often there, and bundlers then take them instead."""

EDGE_LACKS = frozenset({
    "clearImmediate", "setImmediate", "BroadcastChannel", "ByteLengthQueuingStrategy", "CompressionStream",
    "CountQueuingStrategy", "DecompressionStream", "DomException", "MessageChannel", "MessageEvent", "MessagePort",
    "ReadableByteStreamController", "ReadableStreamBYOBRequest", "ReadableStreamDefaultController",
    "TransformStreamDefaultController", "WritableStreamDefaultController",
})  # fmt: skip
"""Globals of Node.js that the edge runtime lacks: EDGE_UNSUPPORTED_NODE_APIS in next/dist/shared/lib/constants.js."""


def is_lacking_on_edge(source: str) -> bool:
    """Whether an import is a module of Node.js that the edge runtime surely doesn't have."""
    if source.startswith("node:"):
        return source.removeprefix("node:") in _BUILTINS
    return source in _BUILTINS - _PACKAGES
