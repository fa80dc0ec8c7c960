"""What anybody may do: the question that the rules about unchecked actions and endpoints share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from turnout.model import code as c
from turnout.model.actions import inline_directives
from turnout.model.handler import Implementation
from turnout.model.module import Module
from turnout.model.surface import name_of
from turnout.project.auth import has_auth
from turnout.project.effects import Traced
from turnout.project.entries import Entry
from turnout.rules.rule import FileView
from turnout.settings import Severity
from turnout.text.span import Span
from turnout.verdicts.guard import guard_of
from turnout.verdicts.view import EntryView, view_of

STRONG = ("database-write", "storage-write", "file-write", "payment", "queue", "mail")
"""Changes that are surely the entry's own work."""
THIN = ("service-write", "memory-write")
"""Changes that a name only suggests, or that may be another service's to guard."""

_PUBLIC = re.compile(
    r"sign[_-]?(?:in|up|out|off|on\b)|log[_-]?(?:in|out|on|off)(?![a-z])|regist|otp|magic[_-]?link|forg[eo]t"
    r"|reset[_-]?pass|pass\w*reset"
    r"|recover|verif|confirm|activat|newsletter|subscri|wait[_-]?list|contact|feedback|inquir|enquir|rsvp|callback"
    r"|oauth|sso|saml"
    r"|web-?hook|health|ping\b|heartbeat|^track_|/track(?:ing)?(?:/|$)|analytic|telemetr|views?(?![a-z])|pageview"
    r"|visit|hits?(?![a-z])|clicks?(?![a-z])|reactions?(?![a-z])|impression|csp|/report$|report[_-]?abuse"
    r"|locale|language|theme|consent|captcha|guest|anonym|public|invit|onboard|lead(?!er)|demo|quote|appointment"
    r"|reserv|cart|checkout"
    r"|webmention|revalidat|donat|credential|authenticat|passkey|webauthn|session|2fa|mfa|totp|account[_-]?creat"
    r"|create[_-]?(?:user|account)"
    r"|support[_-]?(?:request|ticket|form)|survey|poll(?![a-z])|log(?:s|ger|error|event)?(?![a-z])|report[_-]?error"
    r"|error[_-]?report|beacon|metric"
    r"|mailing|opt[_-]?(?:in|out)|refresh[_-]?token|unsub|seed|setup|install|migrat|redeploy|slack|discord|stripe"
    r"|twilio|telegram|whatsapp",
    re.IGNORECASE,
)
"""What people who are not signed in are meant to do, and addresses that prove their caller in their own way."""
_PUBLIC_PATH = re.compile(
    r"\((?:auth|public|marketing|landing)[\w-]*\)|/(?:auth|sign-?in|sign-?up|login|register|contact|newsletter"
    r"|webhooks?|cron|jobs?|public"
    r"|health|og|trpc|inngest|uploadthing|oauth|callback)(?:/|\.|$)",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"^_?(?:token|\w+Token|\w+_token|otp|\w*Signature|x-signature|secret|\w+Secret|\w*_secret|api_?key|passcode|pin"
    r"|magic\w*|invite_?code"
    r"|verification_?code|reset_?code|access_?code|nonce|hmac|captcha\w*|turnstile\w*|recaptcha\w*|edit_?key"
    r"|share_?id)$",
    re.IGNORECASE,
)
"""What only the right caller can know, so that asking for it is a check."""
_PASSWORDS = re.compile(
    r"^(?:compare|compareSync|verify|verifyPassword|comparePassword\w*|checkPassword|validatePassword|isValidPassword)$"
)
_PASSWORD = re.compile(r"^(?:password|passcode|passphrase)$", re.IGNORECASE)
"""``password !== link.password``: what is shared with those who know it."""
_NOT_DIRECT = frozenset({"mention", "swr-key", "openapi"})


@dataclass(frozen=True)
class Open:
    """Something that anybody may do: the change, and how sure that is."""

    entry: Entry
    view: EntryView
    write: Traced
    is_strong: bool
    knows_users: bool
    """Whether the app has users at all."""

    @property
    def severity(self) -> Severity:
        """What the change itself and the app give as proof; the rules take more away."""
        if not self.is_strong or not self.knows_users or self.write.effect.kind == "mail":
            return "hint"
        # Who counts how often somebody calls seems to expect strangers.
        return "hint" if self.view.trace.of("rate-limit") else "warning"


def open_write(view: FileView, entry: Entry) -> Open | None:
    """A change that an entry makes without asking who calls; None when it asks, may ask, or is meant for everybody."""
    if is_for_everybody(entry):
        return None
    about = about_entry(view, entry)
    if about.module is None or about.function is None or view.project.role(about.module.path) == "test":
        return None
    knows = has_auth(view.project, view.app)
    strong = about.trace.of(*STRONG)
    writes = strong or (about.trace.of(*THIN) if knows else ())
    writes = tuple(each for each in writes if not is_guarded_by_database(view, about.module, each))
    if not writes or about.trace.of("session-write", "oauth"):
        return None
    if not guard_of(about).is_open or asks_in_its_own_way(about.module, about.function):
        return None
    order = (*STRONG, *THIN)
    best = min(writes, key=lambda each: (order.index(each.effect.kind), len(each.via)))
    return Open(entry, about, best, bool(strong), knows)


def about_entry(view: FileView, entry: Entry) -> EntryView:
    """Everything about an entry, an inline action's own function included."""
    about = view_of(view.project, entry)
    module = about.module
    if not entry.is_inline or module is None:
        return about
    for each in inline_directives(module):
        name = name_of(module, each.function)
        if entry.span == (name.span if name is not None else Span(each.function.span.start, each.function.span.start)):
            return replace(about, implementation=Implementation(each.function, ()))
    return about


def is_for_everybody(entry: Entry) -> bool:
    """Whether strangers are meant to call: signing in, contact forms, webhooks, health checks."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", entry.symbol) if entry.kind == "server-action" else entry.url or ""
    return bool(_PUBLIC.search(name) or _PUBLIC_PATH.search(f"/{entry.path}") or _PUBLIC_PATH.search(entry.url or ""))


def is_guarded_by_database(view: FileView, module: Module, write: Traced) -> bool:
    """Whether the database itself may check: a Supabase client with the caller's own rights (row level security)."""
    where = view.project.module(write.path) or module
    text = where.source.data.lower()
    if b"supabase" not in write.effect.what.encode().lower() and b"supabase" not in text:
        return False
    if ".from" not in write.effect.what and "supabase" not in write.effect.what.lower():
        return False
    if (
        b"service_role" in text
        or b"serverole" in text
        or b"supabaseadmin" in text
        or b"admin" in write.effect.what.encode().lower()
    ):
        return False
    for imported in where.imports:
        if "supabase" in imported.source.value.lower() or "supabase" in imported.local.name.lower():
            found = view.project.definition(where.path, imported.source.value, imported.imported)
            if found is not None and b"service_role" in found.module.source.data.lower():
                return not re.search(r"admin|service", imported.local.name, re.IGNORECASE)
    return True


def asks_in_its_own_way(module: Module, function: c.Function) -> bool:
    """A token that the caller must know, a password that is compared, work that only development does."""
    for each in c.walk(function):
        match each:
            case c.PatternProperty(key=str() as key) if _PROOF.match(key):
                return True
            case c.Name(name=name) if _PROOF.match(name):
                binding = module.scopes.binding(each)
                if binding is not None and binding.kind == "parameter":
                    return True
            case c.Member(name=name, object=below) if _PROOF.match(name) and "process.env" not in (
                c.dotted(below) or ""
            ):
                return True
            case c.Call(callee=c.Member(name="get"), arguments=(c.String(value=key), *_)) if _PROOF.match(key):
                return True
            case c.Call(callee=callee) if _PASSWORDS.match(c.last_name(callee)):
                return True
            case c.Binary(operator="===" | "!==" | "==" | "!=", left=left, right=right) if _PASSWORD.match(
                c.last_name(left)
            ) and _PASSWORD.match(c.last_name(right)):
                return True
            case c.If(test=test) if any(
                isinstance(part, c.Member) and part.name == "NODE_ENV" for part in c.walk(test)
            ):
                return True
            case _:
                pass
    return False


def called_by(about: EntryView) -> str:
    """``client`` when browsers call, ``server`` when only the server's own code does, ``nobody`` when nothing does."""
    found = [caller for caller in about.callers if caller.side != "test" and caller.how not in _NOT_DIRECT]
    if not found:
        return "nobody"
    return "server" if all(caller.side == "server" and caller.how == "call" for caller in found) else "client"
