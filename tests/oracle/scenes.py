"""What a person does with the example apps: every page, what goes well, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Step: TypeAlias = dict[str, str | int]


def goto(url: str) -> Step:
    return {"do": "goto", "url": url}


def fill(label: str, text: str, number: int = 0) -> Step:
    """Writes into a field; several with one label count from 0."""
    return {"do": "fill", "label": label, "text": text, "number": number}


def check(label: str) -> Step:
    return {"do": "check", "label": label}


def choose(option: str) -> Step:
    return {"do": "choose", "option": option}


def click(button: str, number: int = 0) -> Step:
    return {"do": "click", "button": button, "number": number}


def see(text: str) -> Step:
    """Waits for a text, then looks at everything."""
    return {"do": "waitFor", "text": text}


LOOK: Step = {"do": "look"}
OFFLINE: Step = {"do": "offline"}


def looks(scene: list[Step]) -> int:
    return sum(step["do"] in ("waitFor", "look") for step in scene)


TUTORIAL = [
    goto("/"), fill("Name", "Ada"), click("Greet"), see("Hello, Ada!"),
    goto("/hello"), see("Hello from the API route!"),
    goto("/contact"), click("Send"), see("Please fill in both fields"),
    fill("Email", "ada@example.com"), fill("Message", "Grüße, “quoted” 👋"), click("Send"),
    see("Thank you, ada@example.com! You are number 1."),
    fill("Message", "Again"), click("Send"), see("You are number 2."),
    goto("/profile"), fill("Text", "A first entry"), click("Add"), see("Added as number 1"),
    click("Save"), see("A user needs a name"),
    fill("User name", "Bob"), click("Save"), LOOK,
]  # fmt: skip

# The server fails, or can't be reached.
TUTORIAL_FAILS = [goto("/contact"), fill("Email", "ada@example.com"), fill("Message", "Lost"), click("Send"), LOOK]
TUTORIAL_OFFLINE = [*TUTORIAL_FAILS[:3], OFFLINE, *TUTORIAL_FAILS[3:]]


def workshop() -> Iterator[Step]:
    yield from sign_in("ada@example.com", "short")
    yield see("Email or password is wrong")
    yield from sign_in("ada@example.com", "long enough")
    yield see("Bike repair")

    yield from [click("Send feedback"), see("Please write something")]
    yield from [fill("Feedback", "Very nice"), click("Send feedback"), see("Thank you for your feedback!")]
    yield from [fill("Email", "nobody"), click("Subscribe"), see("That is not an email address")]
    yield from [fill("Email", "ada@example.com"), click("Subscribe"), see("You are on the list")]
    yield from [fill("Search", "front"), see("True the front wheel")]

    yield from [goto("/bikes/tasks"), see("True the front wheel")]
    yield from [fill("Comment", " "), click("Comment"), see("A comment needs a text")]
    yield from [fill("Comment", "Is it bent?"), click("Comment"), see("Is it bent?")]
    yield from [choose("Ada"), LOOK, check("True the front wheel"), see("Saved")]
    yield from [fill("Title", " "), click("Add task"), see("A task needs a title")]
    yield from [fill("Title", "Oil the chain"), fill("Due", "2030-02-28"), click("Add task"), see("Task created")]
    yield from [click("To the top", 1), LOOK, click("Delete", 0), LOOK, click("Archive what is done"), LOOK]
    yield from [fill("New name", "Ada L."), click("Rename"), LOOK]
    yield from [fill("New name", ""), click("Rename"), LOOK]

    yield from [goto("/bikes/labels"), see("Urgent"), fill("Name", "Later"), fill("Color", "red")]
    yield from [click("Create"), see("That is not a color"), fill("Color", "#0c0"), click("Create")]
    yield from [see("Label created"), click("Urgent"), fill("Name", "Very urgent"), click("Save")]
    yield from [see("Label changed"), fill("Name", ""), click("Save"), see("A label needs a name")]

    yield from [goto("/bikes/members"), see("Bob"), fill("Email", "eve@example.com"), click("Invite")]
    yield from [see("Nobody has that address"), fill("Email", "bob@example.com"), click("Invite")]
    yield see("Bob is a member already")

    yield from [goto("/bikes/settings"), fill("Team name", "B"), click("Save"), LOOK]
    yield from [fill("Team name", "Bicycles"), click("Save"), see("Saved"), LOOK]
    yield from [click("Create an API key"), LOOK, fill("Your name", "Ada"), click("Save", 1), see("Hello, Ada")]
    yield from [goto("/bikes/assistant"), fill("Question", "How many?"), click("Ask"), see("Bicycles has")]

    yield from [goto("/"), click("Sign out"), LOOK]
    yield from sign_in("bob@example.com", "long enough")
    yield see("Bicycles")
    yield from [goto("/bikes/tasks"), fill("Title", "Sweep"), click("Add task"), see("Task created")]
    yield from [click("Delete"), see("Only an owner can do this")]
    yield from [goto("/bikes/members"), see("Ada"), click("Remove"), see("Ask an owner")]

    # What is stored in the end.
    for url in ("tasks", "labels", "members"):
        yield from [goto(f"/api/teams/bikes/{url}"), LOOK]


def sign_in(email: str, password: str) -> list[Step]:
    return [goto("/login"), fill("Email", email), fill("Password", password), click("Sign in")]


WORKSHOP = list(workshop())
