"""A webhook believes what it is sent: nothing checks its signature.

Everybody who knows the URL can tell it that an invoice was paid. Services sign what they send; check the signature
over the raw body (`await request.text()`) before you believe it.

## Bad

```ts app/api/webhooks/stripe/route.ts
import { db } from '../../../../lib/db';

export async function POST(request: Request) {
  const event = await request.json();
  await db.order.update({ where: { id: event.data.orderId }, data: { paid: true } });
  return new Response();
}
```

## Good

```ts app/api/webhooks/stripe/route.ts
import Stripe from 'stripe';
import { db } from '../../../../lib/db';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export async function POST(request: Request) {
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = stripe.webhooks.constructEvent(await request.text(), signature, process.env.WEBHOOK_SECRET ?? '');
  await db.order.update({ where: { id: event.id }, data: { paid: true } });
  return new Response();
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import STRONG, about_entry, asks_in_its_own_way
from turnout.rules.unchecked_endpoint import mutates
from turnout.verdicts import library_handler
from turnout.verdicts.guard import guard_of

_PATH = re.compile(r"(?:^|[/_-])web-?hooks?(?:$|[/_-])", re.IGNORECASE)


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for entry in view.project.entries(view.path):
        if entry.kind == "server-action" or not mutates(entry) or not _PATH.search(entry.url or ""):
            continue
        about = about_entry(view, entry)
        if (
            about.module is None
            or about.function is None
            or about.client
            or any(True for _ in library_handler.signal(about))
        ):
            continue
        writes = about.trace.of(*STRONG)
        if not writes or not guard_of(about).is_open or asks_in_its_own_way(about.module, about.function):
            continue
        yield Finding(
            entry.span,
            f"{entry.name} believes what it is sent and changes something ({writes[0].text}), but nothing checks "
            f"a signature: everybody "
            "can send this. Check the sender's signature over the raw body first.",
            related=(Related(writes[0].path, writes[0].effect.span, f"Changes something: {writes[0].effect.what}."),),
        )


RULE = Rule(
    code="unsigned-webhook",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#webhooks",
    needs_index=True,
)
