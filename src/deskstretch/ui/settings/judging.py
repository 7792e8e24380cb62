"""Whether the window takes a number, and the sentence that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from deskstretch.settings.fields import Field, Value


def bounds(field: Field) -> tuple[float, float]:
    """Return the least and the most the window offers for a field."""
    return field.offered or (field.minimum, field.maximum)


def said(field: Field, value: Value) -> Words:
    """Return a number of a field as the window shows it: `90 min`, `8 s`, `5`."""
    number = round(cast("float", value))
    if field.type != "duration":
        return words("{n}", n=number)
    if number % 60:
        return words("{n} s", n=number)
    return words("{n} min", n=number // 60)


def allowed(field: Field) -> Words:
    """Return what may be chosen, for a number's help line."""
    least, most = (round(limit) for limit in bounds(field))
    usual = round(cast("float", field.default))
    if field.type == "duration":
        text = "{least} to {most} minutes. Usual: {usual}."
        return words(text, least=least // 60, most=most // 60, usual=usual // 60)
    return words(
        "{least} to {most}. Usual: {usual}.", least=least, most=most, usual=usual
    )


def refusal(field: Field, value: Value, in_force: Value) -> Words | None:
    """Return why a number is not taken and what stays in force; None if it is.

    Values of other types are taken as they are: their controls offer no others.
    """
    if field.type not in {"duration", "whole"}:
        return None
    least, most = bounds(field)
    number = cast("float", value)
    if least <= number <= most:
        return None
    length = field.type == "duration"
    if number < least:
        limit, text = (
            least,
            ("{limit} is the shortest." if length else "{limit} is the least."),
        )
    else:
        limit, text = (
            most,
            ("{limit} is the longest." if length else "{limit} is the most."),
        )
    return words(
        "{reason} Still using {value}.",
        reason=words(text, limit=said(field, limit)),
        value=said(field, in_force),
    )
