"""Server Actions accept requests from origins that anybody can have.

Next.js compares the origin of each action's request with the host, which is its protection against requests that other
sites forge. `allowedOrigins` opens that door: `*` to one level of everything, `*.vercel.app` to everybody who has a
free account there. Name your own hosts only.

## Bad

```js next.config.mjs
export default {
  experimental: { serverActions: { allowedOrigins: ['*.vercel.app'] } },
};
```

## Good

```js next.config.mjs
export default {
  experimental: { serverActions: { allowedOrigins: ['shop.example.com', '*.shop.example.com'] } },
};
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.rule import FileView, Finding, Rule

_SHARED = re.compile(
    r"^\*+(?:\.\*+)*(?::\d+)?$|^\*{1,2}\.(?:com|net|org|io|dev|app|co|ai|vercel\.app|netlify\.app|ngrok\.io|ngrok-free\.app|ngrok\.app|github\.dev"
    r"|app\.github\.dev|pages\.dev|workers\.dev|herokuapp\.com|onrender\.com|fly\.dev|railway\.app|up\.railway\.app|web\.app|loca\.lt|azurewebsites\.net"
    r"|cloudfront\.net|amplifyapp\.com|gitpod\.io|trycloudflare\.com|replit\.dev|repl\.co|surge\.sh|github\.io)$"
)


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "next-config" or not view.has(b"allowedOrigins"):
        return
    for code in view.module.everything:
        if not isinstance(code, c.Property) or code.key != "allowedOrigins":
            continue
        for each in c.walk(code.value):
            if not isinstance(each, c.String) or not _SHARED.match(each.value) or _is_for_development(view, each):
                continue
            yield Finding(
                each.span,
                f"`{each.value}` lets sites that anybody can make call your Server Actions with your users' cookies. "
                f"Name your own hosts only.",
            )


def _is_for_development(view: FileView, code: c.Code) -> bool:
    """``process.env.NODE_ENV === 'development' ? ['*.github.dev'] : []``"""
    return any(isinstance(above, (c.Conditional, c.Binary)) for above in view.module.ancestors(code))


RULE = Rule(
    code="allowed-origins-too-wide",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions#allowedorigins",
)
