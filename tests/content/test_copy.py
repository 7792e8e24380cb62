"""No promise, no blame, no fear: words that never stand where a person can read them.

Read are all texts of `assets/` (but keys and comments), and in the source every
literal that is made for a person: what goes into `words`, `counted`, `say`, the
sentence of an error or a problem, and labels of the settings' fields.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "deskstretch"
ASSETS = ROOT / "assets"

# Section 16 of the screen design, and the copy rules at the end of the fact sheet's 3E.
BANNED = (
    "cure|cures|cured|heal|heals|healed|healing|fix|fixes|realign|realigns"
    "|realigned|therapy|treat|treats|treated|guarantee|guarantees|guaranteed"
    "|decompress|decompresses|detox|missed|failed|lazy|streak|streaks|must|hurry"
    "|oops|rewire|rewires|reset|resets|rehydrate|rehydrates|proven|root cause"
    "|root causes|damage|damages|dangerous posture"
)
_BANNED = re.compile(rf"\b(?:{BANNED})\b", re.IGNORECASE)
# `fixed` is of bars and feet, never of the body, and stays.
# "40 % less pain" is a promise; "150 % text" is a size.
_PROMISE = re.compile(
    r"\d\s*(?:%|percent|per cent)\s+(?:less|more|better|fewer|reduction|improvement)",
    re.IGNORECASE,
)
_SPEAKING = {"words", "counted", "say", "Words", "report", "UsageError"}
_SPOKEN_NAMES = {"label", "help", "title", "text", "message"}


def offences(text):
    return [*_BANNED.findall(text), *_PROMISE.findall(text)]


def texts_of(value):
    """All texts among the values of a TOML document, whatever their depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


def name_of(function):
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def speaks(call):
    name = name_of(call.func)
    return name in _SPEAKING or name.endswith(("Error", "Problem")) or name == "Unknown"


def literals(node):
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.lineno, inner.value


def spoken(tree):
    """Each literal made for a person, with its line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if speaks(node):
            for part in [*node.args, *(keyword.value for keyword in node.keywords)]:
                yield from literals(part)
        else:
            for keyword in node.keywords:
                if keyword.arg in _SPOKEN_NAMES:
                    yield from literals(keyword.value)


def module_id(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", sorted(ASSETS.rglob("*.toml")), ids=module_id)
def test_no_banned_word_in_the_texts_of_an_asset(path):
    document = tomllib.loads(path.read_text("utf-8"))
    found = {text: offences(text) for text in texts_of(document) if offences(text)}
    assert found == {}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=module_id)
def test_no_banned_word_in_what_the_source_says(path):
    tree = ast.parse(path.read_text("utf-8"))
    found = {
        f"line {line}: {text}": offences(text)
        for line, text in spoken(tree)
        if offences(text)
    }
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "This will FIX your back",
        "You must hurry",
        "Treat your back",
        "root cause",
        "Reset your spine",
        "40 % less pain",
        "you missed a day",
    ],
)
def test_the_check_sees_what_is_banned(text):
    assert offences(text)
    assert list(spoken(ast.parse(f"x.say({text!r})"))) == [(1, text)]
    assert list(spoken(ast.parse(f"Field(label={text!r})"))) == [(1, text)]
    assert list(texts_of({"a": [{"b": text}]})) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "General advice, not medical treatment",
        "Fixed bar only",
        "The mustard-coloured mat",
        "Settings file damaged",
        "150 % text",
    ],
)
def test_the_check_knows_whole_words(text):
    assert offences(text) == []


def test_identifiers_and_docstrings_do_not_count():
    source = '"""Must."""\nmissed = failed("streak")\nwords("fine")\n'
    assert list(spoken(ast.parse(source))) == [(3, "fine")]
