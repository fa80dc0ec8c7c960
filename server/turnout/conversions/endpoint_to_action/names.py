"""What to call the action: ``POST /api/users`` is ``createUser``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_VERBS = {"GET": "get", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_OWN_VERBS = _set(
    """
    accept acknowledge activate add analyze apply approve archive ask assign attach authenticate authorize ban block
    book boost buy calculate cancel change charge check checkout claim clear clone close complete compute confirm
    connect convert copy create deactivate decline delete demote deny deploy detect disable disconnect dismiss
    dispatch download duplicate edit enable enrich evaluate execute export extract favorite fetch finalize find
    finish flag follow forgot generate get grant hide impersonate import increment ingest init initialize invalidate
    invite join leave like link list load lock log login logout manage mark merge migrate moderate move mute
    normalize notify offboard onboard open optimize parse pause pay pin ping post preview process promote provision
    prune publish purchase purge reactivate read rebuild recalculate record redeem refresh refund regenerate
    register reindex reject release remove rename renew reopen reorder reply report request rescore resend reset
    resolve restore resubmit resume retry revalidate reverse review revoke rollback rotate run save scan schedule
    scrape search seed select send set share shift sign signin signout signup simulate skip snooze sort split star
    start stop submit subscribe summarize suspend swap switch sync test toggle track transfer translate trigger
    unarchive unassign unban unblock undo unfollow unlike unlink unlock unmute unpin unpublish unregister unstar
    unsubscribe unsuspend update upgrade upload upvote vacate validate verify view vote withdraw
    """
)


_HOW = frozenset({"all", "batch", "bulk", "many"})
"""What says how a verb before it is done: ``POST /members/invite/bulk`` is ``inviteMemberBulk``."""

_OF_SOMETHING = _set("config order permissions position preferences priority role settings state status visibility")
"""What says little by itself: ``PATCH /orders/[id]/status`` is ``updateOrderStatus``."""

_OF_ALL = _set("reorder sort import export search list purge prune")
"""Verbs for all of a kind: ``/tasks/reorder`` is ``reorderTasks``."""

_PLAIN_VERBS = frozenset({"add", "create", "delete", "edit", "remove", "save", "send", "set", "toggle", "update"})
"""Those that name no thing as well, as ``post`` and ``list`` do."""

_UNDONE = {"like": "unlike", "follow": "unfollow", "subscribe": "unsubscribe", "bookmark": "unbookmark",
           "favorite": "unfavorite", "star": "unstar", "archive": "unarchive", "publish": "unpublish",
           "pin": "unpin", "block": "unblock", "ban": "unban", "mute": "unmute", "enable": "disable",
           "activate": "deactivate", "join": "leave", "register": "unregister", "vote": "unvote"}  # fmt: skip
"""What ``DELETE /posts/[id]/like`` does."""


def action_name(method: str, pattern: str, *, uploads: bool = False, keys: Collection[str] = ()) -> str:
    """The name that the method and the URL give.

    ``uploads`` when what is sent is a form's files; ``keys`` of what is sent: ``DELETE /api/events?id=1`` is about one.
    """
    segments = [segment for segment in pattern.strip("/").split("/") if segment]
    while segments and segments[0] in ("api", "v1", "v2", "v3", "internal"):
        segments = segments[1:]
    ends_dynamic = bool(segments) and _is_dynamic(segments[-1])
    words = [_words(segment) for segment in segments if not _is_dynamic(segment)]
    words = [each for each in words if each]
    if not words:
        return _VERBS.get(method, "call") + "Item"
    if ["admin"] in words[1:-1]:  # /api/links/admin/add
        rest = [segment for at, segment in enumerate(segments) if at == 0 or segment != "admin"]
        return action_name(method, "/".join(rest), uploads=uploads, keys=keys) + "AsAdmin"
    last = words[-1]
    if last[-1] in ("available", "availability", "exists", "valid", "taken"):
        return _camel(["check", *(words[-2] if len(last) == 1 and len(words) > 1 else []), *last])
    if last[0] in _HOW and len(last) == 2 and _is_verb(last[1]) and method != "GET":  # /api/contacts/bulk-delete
        return _camel([*last, *(words[-2] if len(words) > 1 else [])])
    if last[0] == "new" and method == "POST" and len(words) > 1:  # /api/projects/new-from-scan
        return _camel(["create", *_singular(words[-2]), *last[1:]])
    if _is_verb(last[0]) and method != "GET" and not (method == "DELETE" and len(last) == 1 and not words[:-1]):
        noun = [] if len(last) > 1 or len(words) < 2 else words[-2]
        if noun and last[0] in _OF_ALL:
            pass
        elif noun == ["auth"]:
            noun = []
        elif noun:
            noun = _singular(noun)
        if method == "DELETE" and (undone := _UNDONE.get(last[0])) is not None:
            return _camel([undone, *last[1:], *noun])
        prefix = [] if method in ("POST", "PUT", "PATCH") else [_VERBS.get(method, "call")]
        return _camel([*prefix, *last, *noun])
    before = words[-2] if len(words) > 1 else []
    is_how = last[0] in _HOW and len(before) == 1 and _is_verb(before[0])
    if is_how or (len(before) == 1 and before[0] in _PLAIN_VERBS and method != "GET"):  # /api/url/update/active
        return _camel([*before, *(_singular(words[-3]) if len(words) > 2 else []), *last])
    if last[0] in _HOW and len(last) == 1 and before and method != "GET":  # /api/contacts/bulk, /api/notes/all
        how = [_VERBS.get(method, "call"), *last]
        return _camel([*(how if last[0] in ("all", "many") else reversed(how)), *before])
    verb = "upload" if uploads and method in ("POST", "PUT") else _VERBS.get(method, "call")
    if len(before) and len(last) == 1 and last[0] in _OF_SOMETHING and method != "GET" and before[-1] != "admin":
        return _camel([verb, *_singular(before), *last])
    if method == "GET" and not ends_dynamic:
        return _camel([verb, *last])
    is_one = method == "POST" or ends_dynamic or _tell_one(_singular(last), keys)
    return _camel([verb, *(_singular(last) if is_one else last)])


def _tell_one(thing: Sequence[str], keys: Collection[str]) -> bool:
    """Whether one of the keys says which: ``id``, or ``eventId`` for events."""
    return any(key in ("id", "_id", "uuid", "slug") or _words(key) == [*thing, "id"] for key in keys)


def fuller_name(
    method: str, pattern: str, others: Collection[str], *, uploads: bool = False, keys: Collection[str] = ()
) -> str:
    """The same with a word that no other URL has, which tells apart what would be called alike.

    ``POST /api/cars/[plate]/reminders`` beside ``POST /api/reminders`` is ``createCarReminder``.
    """
    *before, last = [segment for segment in pattern.strip("/").split("/") if segment]
    known = {tuple(_singular(_words(segment))) for other in others for segment in other.split("/") if _words(segment)}
    own = (_singular(words) for segment in before if not _is_dynamic(segment) and (words := _words(segment)))
    apart = next((words for words in own if tuple(words) not in known), None)
    if apart is None or _is_dynamic(last) or _words(last)[:1] == [] or _is_verb(_words(last)[0]):
        return action_name(method, pattern, uploads=uploads, keys=keys)
    return action_name(method, "/".join([*before, "-".join([*apart, last])]), uploads=uploads, keys=keys)


def resource_name(pattern: str) -> str:
    """What the URL is about, for a file's name: ``/api/url/update`` is about ``url``."""
    segments = [segment for segment in pattern.strip("/").split("/") if segment]
    static = [segment for segment in segments if not _is_dynamic(segment)]
    while len(static) > 1 and static[0] in ("api", "v1", "v2", "v3", "internal"):
        static = static[1:]
    for at, segment in enumerate(static):
        if at > 0 and _words(segment)[:1] and ((word := _words(segment)[0]) in _OF_SOMETHING or _is_verb(word)):
            return static[at - 1]
    return static[-1] if static else (segments[-1] if segments else "api").strip("[].")


_NOT_NAMES = _set(
    """
    process fetch console window document global name status open close print alert confirm prompt stop find focus
    scroll history location event top self length parent origin break case catch class const continue debugger
    default delete do else enum export extends false finally for function if import in instanceof new null return
    static super switch this throw true try typeof undefined var void while with yield let await async
    """
)
"""Words of the language, and globals that a reader (or the code itself) would take for the real ones."""


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name, or one like it that nothing else has."""
    if wanted not in taken and wanted not in _NOT_NAMES:
        return wanted
    number = 2
    candidate = f"{wanted}Action"
    while candidate in taken:
        candidate, number = f"{wanted}Action{number}", number + 1
    return candidate


def _is_verb(word: str) -> bool:
    """``assign``, and ``unassign`` and ``reassign`` with it."""
    return word in _OWN_VERBS or (word[:2] in ("un", "re") and word[2:] in _OWN_VERBS)


def _is_dynamic(segment: str) -> bool:
    return segment.startswith(("[", ":", "(", "@"))


def _words(segment: str) -> list[str]:
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", segment)
    return [word.lower() for word in re.split(r"[^A-Za-z0-9]+", spaced) if word and not word.isdigit()]


_VOWEL = re.compile("[aeiouy]")
_SINGULAR = {"aws": "aws", "children": "child", "halves": "half", "knives": "knife", "lives": "life", "men": "man",
             "movies": "movie", "people": "person", "series": "series", "shelves": "shelf",
             "women": "woman"}  # fmt: skip


def _singular(words: list[str]) -> list[str]:
    word = words[-1]
    if word in _SINGULAR:
        word = _SINGULAR[word]
    elif word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith(("tuses", "nuses", "puses", "ruses", "iases")):
        word = word[:-2]  # statuses, bonuses, campuses, viruses, aliases
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "news", "tics", "vas")) and _VOWEL.search(word):
        word = word[:-1]  # neither sms nor analytics
    return [*words[:-1], word]


def _camel(words: list[str]) -> str:
    return words[0] + "".join(word[:1].upper() + word[1:] for word in words[1:])
