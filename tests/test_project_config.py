"""next.config as code facts: every way of writing it that real projects use."""

from __future__ import annotations

import pytest

from turnout.model.lower import read
from turnout.project.config import PAGE_EXTENSIONS, Forward, NextConfig, ServerActionsConfig, read_config
from turnout.text.source import SourceFile


def config_of(text: str, path: str = "next.config.ts") -> NextConfig:
    return read_config(read(SourceFile.of(path, text)))


DOCS = [
    "module.exports = { basePath: '/docs' }",
    "export default { basePath: '/docs' }",
    "const nextConfig = { basePath: '/docs' }\nmodule.exports = nextConfig",
    "const nextConfig: NextConfig = { basePath: '/docs' }\nexport default nextConfig",
    "export default { basePath: '/docs' } satisfies NextConfig",
    "export default { basePath: '/docs' } as const",
    "export = { basePath: '/docs' }",
    "const prefix = '/docs'\nexport default { basePath: prefix }",
    "const prefix = 'docs'\nexport default { basePath: `/${prefix}` }",
    "const prefix = 'docs'\nexport default { basePath: '/' + prefix }",
    "export default { ['basePath']: '/docs' }",
    "const base = { basePath: '/docs' }\nexport default { ...base, output: 'export' }",
    "export default { basePath: '/x', ...{ basePath: '/docs' } }",
    "const urls = { base: '/docs' }\nexport default { basePath: urls.base }",
    "export default { basePath: undefined ?? '/docs' }",
    "export default Object.assign({}, { output: 'export' }, { basePath: '/docs' })",
    "const nextConfig = Object.freeze({ basePath: '/docs' })\nexport default nextConfig",
    # functions
    "module.exports = () => ({ basePath: '/docs' })",
    "module.exports = async (phase, { defaultConfig }) => { return { basePath: '/docs' } }",
    "export default async function config() { const c = { basePath: '/docs' }; return c }",
    "export default function (phase) {\n"
    "  if (phase === PHASE_DEVELOPMENT_SERVER) return { basePath: '/docs', output: 'export' }\n"
    "  return { basePath: '/docs' }\n}",
    "const config = () => ({ basePath: '/docs' })\nexport default config",
    # wrappers
    "export default withBundleAnalyzer({ basePath: '/docs' })",
    "const c = { basePath: '/docs' }\nmodule.exports = withBundleAnalyzer({ enabled: true })(c)",
    "const c = { basePath: '/docs' }\nmodule.exports = require('@next/mdx')({ extension: /x/ })(c)",
    "const withMDX = createMDX()\nexport default withMDX({ basePath: '/docs' })",
    "const c = { basePath: '/docs' }\nexport default withSentryConfig(withA(withB(c)), { silent: true })",
    "const c = { basePath: '/docs' }\nexport default composePlugins(...plugins, withNx)(c)",
    "const c = { basePath: '/docs' }\nmodule.exports = withPlugins([[withA, { a: 1 }], withB], c)",
    "const c = { basePath: '/docs' }\nmodule.exports = [withA, withB].reduce((a, next) => next(a), c)",
    "const c = { basePath: '/docs' }\nconst wrapped = withA(c)\nexport default wrapped as NextConfig",
    "function define(config) { return withA(config) }\nexport default define(withB({ basePath: '/docs' }))",
    "const define = (c) => ({ ...c, output: 'export' })\nexport default define({ basePath: '/docs' })",
    "const define = (c) => plugins.reduce((a, p) => p(a), c)\nexport default define({ basePath: '/docs' })",
    "module.exports = async () => {\n"
    "  const withMDX = (await import('@next/mdx')).default()\n  return withMDX({ basePath: '/docs' })\n}",
    "export default withContentlayer(async (phase) => ({ basePath: '/docs' }))",
    "export default process.env.ANALYZE ? withA({ basePath: '/docs' }) : { basePath: '/docs' }",
    "const make = () => '/docs'\nexport default { basePath: make() }",
    # broken text, and what needn't be known
    "export default { basePath: '/docs', webpack: (config) => { return config }, images: { a: b( } }",
    "export default { basePath: '/docs/' }",
    "\ufeffmodule.exports = { basePath: '/docs' }",
]


@pytest.mark.parametrize("text", DOCS)
def test_base_path_is_found(text: str) -> None:
    assert config_of(text).base_path == "/docs"


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("export default { basePath: process.env.BASE }", ("basePath",)),
        ("export default { basePath: process.env.BASE || '/docs' }", ("basePath",)),
        ("export default { basePath: prod ? '/docs' : '' }", ("basePath",)),
        ("export default { ...(prod && { basePath: '/docs' }) }", ("basePath",)),
        ("export default { ...(prod ? { basePath: '/docs' } : {}) }", ("basePath",)),
        ("export default (phase) => { if (a) { return { basePath: '/docs' } } return {} }", ("basePath",)),
        ("import base from './base'\nexport default { ...base }", ("*",)),
        ("import base from './base'\nexport default base", ("*",)),
        ("export default require('./base')", ("*",)),
        ("export default makeConfig()", ("*",)),
        ("export default { [key]: true }", ("*",)),
        ("export default { webpack: x, env: { A: process.env.A } }", ()),
        ("", ()),
        ("}}}} export default", ("*",)),
    ],
)
def test_what_only_running_would_tell_is_named(text: str, unread: tuple[str, ...]) -> None:
    config = config_of(text)
    assert config.base_path == ""
    assert config.unread == unread
    assert config.is_known("output") == ("*" not in unread)


def test_circles_end() -> None:
    assert config_of("const a = b; const b = a; export default a").unread == ("*",)
    assert config_of("const a = { ...a, basePath: '/x' }; export default a").base_path == "/x"
    assert config_of("function f(x) { return g(f(x), f(x)) }\nexport default f({ a: 1 })").base_path == ""
    assert config_of("const f = (x) => ({ ...f(x), ...f(x), ...f(x) })\nexport default f({})").base_path == ""
    assert config_of("export default " + "withA(" * 40 + "{ basePath: '/x' }" + ")" * 40).base_path == "/x"


def test_server_actions() -> None:
    def actions(text: str) -> ServerActionsConfig | None:
        return config_of(f"export default {text}").server_actions

    assert actions("{}") is None
    assert actions("{ experimental: { serverActions: true } }") == ServerActionsConfig(enabled=True)
    assert actions("{ experimental: { serverActions: false } }") == ServerActionsConfig(enabled=False)
    assert actions(
        "{ experimental: { serverActions: { bodySizeLimit: '2mb', allowedOrigins: ['a.com', '*.b.com'] } } }"
    ) == ServerActionsConfig(body_size_limit="2mb", allowed_origins=("a.com", "*.b.com"))
    assert actions("{ experimental: { serverActions: { bodySizeLimit: 2 * 1024 } } }") == ServerActionsConfig(
        body_size_limit=2048
    )
    assert actions("{ serverActions: { bodySizeLimit: '2mb' } }") == ServerActionsConfig(
        body_size_limit="2mb", is_misplaced=True
    )
    both = actions("{ serverActions: { bodySizeLimit: '9mb' }, experimental: { serverActions: {} } }")
    assert both == ServerActionsConfig()
    unread = config_of(
        "export default { experimental: { serverActions: { allowedOrigins: ['a.com', process.env.HOST] } } }"
    )
    assert unread.server_actions == ServerActionsConfig(allowed_origins=("a.com",))
    assert unread.unread == ("experimental.serverActions.allowedOrigins",)


def test_flags() -> None:
    config = config_of(
        "export default { output: 'standalone', trailingSlash: true, cacheComponents: true,"
        " typedRoutes: true, distDir: 'out', pageExtensions: ['page.tsx', '.ts'],"
        " i18n: { locales: ['en', 'de'], defaultLocale: 'en' },"
        " experimental: { authInterrupts: true } }"
    )
    assert config == NextConfig(
        path="next.config.ts",
        output="standalone",
        trailing_slash=True,
        cache_components=True,
        use_cache=True,
        typed_routes=True,
        dist_dir="out",
        page_extensions=("page.tsx", "ts"),
        locales=("en", "de"),
        auth_interrupts=True,
    )
    assert config_of("export default { experimental: { dynamicIO: true } }").cache_components
    assert config_of("export default { experimental: { useCache: true } }").use_cache
    assert config_of("export default { pageExtensions: [] }").page_extensions == PAGE_EXTENSIONS


def test_rewrites_and_redirects() -> None:
    config = config_of(
        "const api = 'https://api.example.com'\n"
        "export default {\n"
        "  async rewrites() { return [{ source: '/api/:path*', destination: `${api}/:path*` }] },\n"
        "  redirects: async () => [\n"
        "    ...['a', 'b'].map((name) => ({ source: `/${name}`, destination: '/x', permanent: true })),\n"
        "    { source: '/old', destination: '/new', has: [{ type: 'host' }], basePath: false },\n"
        "  ],\n}"
    )
    assert config.rewrites == (Forward("/api/:path*", "https://api.example.com/:path*"),)
    assert config.redirects == (
        Forward("/a", "/x"),
        Forward("/b", "/x"),
        Forward("/old", "/new", is_conditional=True, adds_base_path=False),
    )
    assert config.unread == ()


def test_rewrites_in_stages() -> None:
    config = config_of(
        "export default { rewrites: () => ({ beforeFiles: [{ source: '/a', destination: '/b' }],"
        " fallback: [{ source: '/:path*', destination: 'https://old.example.com/:path*' }] }) }"
    )
    assert config.rewrites == (
        Forward("/a", "/b", "before"),
        Forward("/:path*", "https://old.example.com/:path*", "fallback"),
    )


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("if (!process.env.X) return []; return [{ source: '/a', destination: '/b' }]", 1),
        ("return [{ source: '/a', destination: '/b' }, { source: '/c', destination: process.env.URL }]", 1),
        ("return [...(process.env.X ? [{ source: '/a', destination: '/b' }] : [])]", 1),
        ("return load()", 0),
    ],
)
def test_rewrites_that_are_known_in_part(body: str, count: int) -> None:
    config = config_of(f"export default {{ async rewrites() {{ {body} }} }}")
    assert len(config.rewrites) == count
    assert config.unread == ("rewrites",)
