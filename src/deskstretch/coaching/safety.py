"""Stop signs and red flags: what is asked, what is advised, what each leads to.

The signs and their advice are section 11 of the screen design, the lists of red
flags section 3C and the first row of the screening table 1D of the fact sheet. No
clinician has reviewed them. When stretches come back on is decided by the planner
of the reminders; here stands only what is said and asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

SignName: TypeAlias = Literal["mild", "sharp", "numb", "worse", "emergency"]
Step: TypeAlias = Literal["smaller", "swap", "skip", "end"]

STANDING_LINE = words("General advice, not medical care.")
SAFETY_LINE = words(
    "General advice, not medical care. Stop if it hurts."
    " If you are unsure, ask a doctor or physiotherapist first."
)
_UNREVIEWED = words("General guidance, not reviewed by a clinician.")

QUESTION = words("What do you notice?")
QUESTION_SUB = words("Ease out of the position first.")
STOPPED_WELL = words("The session has ended. You did the right thing by stopping.")
PAUSED_TITLE = words("Stretches and reminders are paused")
PAUSED_TEXT = words("A short check turns them on again when you are ready.")


@dataclass(frozen=True, slots=True)
class Sign:
    """One row of the stop signs, and the screen it leads to.

    Attributes:
        detail: the small line under the row's title, or None.
        title: the headline of the screen behind it.
        sub: the line under that headline, or None.
        advice: what to do, in order.
        stops: ends the session and pauses all stretches and reminders.
        asks_seen: the check asks whether a professional has seen the person.
        offers: what the screen offers instead of stopping, the first one foremost.
    """

    name: SignName
    row: Words
    detail: Words | None
    title: Words
    sub: Words | None
    advice: tuple[Words, ...]
    stops: bool
    asks_seen: bool = False
    offers: tuple[Step, ...] = ()


MILD = Sign(
    name="mild",
    row=words("A strong pull or mild ache"),
    detail=words("It eases as soon as you back off"),
    title=words("Ease off"),
    sub=None,
    advice=(
        words(
            "A mild pull is common. It should never be sharp,"
            " and it should ease when you back off."
        ),
    ),
    stops=False,
    offers=("smaller", "swap", "skip", "end"),
)
SHARP = Sign(
    name="sharp",
    row=words("Sharp pain"),
    detail=None,
    title=words("Stop here for today"),
    sub=STOPPED_WELL,
    advice=(
        words("Rest in whatever position feels easiest."),
        words("Leave stretching out until the pain has gone."),
        words(
            "See a doctor or physiotherapist if it does not settle in a few days,"
            " or comes back."
        ),
    ),
    stops=True,
)
NUMB = Sign(
    name="numb",
    row=words("Numbness or tingling down a leg"),
    detail=None,
    title=words("Stop, and get it checked"),
    sub=STOPPED_WELL,
    advice=(
        words("See a doctor or physiotherapist before you stretch again."),
        words(
            "If both legs are affected, or it gets worse quickly, get emergency care."
        ),
    ),
    stops=True,
    asks_seen=True,
)
WORSE = Sign(
    name="worse",
    row=words("It hurt more the day after last time"),
    detail=words("Still worse 24 hours later"),
    title=words("Take a break from stretching"),
    sub=STOPPED_WELL,
    advice=(
        words("Wait until it has settled."),
        words("Start again smaller."),
        words("If it keeps happening, see a doctor or physiotherapist."),
    ),
    stops=True,
)
EMERGENCY = Sign(
    name="emergency",
    row=words("Lost control of bladder or bowel"),
    detail=words("Or numb around the groin, or both legs weak or numb"),
    title=words("Get emergency care now"),
    sub=None,
    advice=(
        words(
            "Call your local emergency number or go to an emergency department now."
            " Do not wait to see if it passes."
        ),
    ),
    stops=True,
    asks_seen=True,
)
SIGNS: tuple[Sign, ...] = (MILD, SHARP, NUMB, WORSE, EMERGENCY)

STEP_LABELS: dict[Step, Words] = {
    "smaller": words("Smaller and slower"),
    "swap": words("Swap for another"),
    "skip": words("Skip this one"),
    "end": words("End session"),
}


@dataclass(frozen=True, slots=True)
class EmergencyScreen:
    """What the emergency screen says beside its headline and action."""

    numbers_title: Words
    numbers: tuple[Words, ...]
    say_title: Words
    say: Words
    also_title: Words
    also: tuple[Words, ...]
    stays_off: Words
    mistake: Words


EMERGENCY_LIST: tuple[Words, ...] = (
    words("Loss of bladder or bowel control, or difficulty passing urine"),
    words("Numbness or tingling around the genitals, buttocks or inner thighs"),
    words("Pain, tingling, weakness or numbness in both legs"),
    words("A new change in sexual function"),
    words("Chest pain with back pain"),
    words("Back pain after a serious accident"),
)
EMERGENCY_SCREEN = EmergencyScreen(
    numbers_title=words("Emergency numbers"),
    numbers=(
        words("112 in the EU and many other countries"),
        words("911 in the US and Canada"),
        words("999 in the UK"),
        words("000 in Australia"),
    ),
    say_title=words("What to say"),
    say=words("“I have back pain and I’ve lost control of my bladder or bowel.”"),
    also_title=words("Also an emergency"),
    also=EMERGENCY_LIST[1:],
    stays_off=words("Stretches stay off until the check."),
    mistake=words("I chose this by mistake"),
)


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The question before the first session ever; one `yes` blocks all sessions.

    Attributes:
        prompt: reasons to see a doctor or physiotherapist soon.
        emergency: reasons to get emergency care now.
    """

    question: Words
    privacy: Words
    prompt: tuple[Words, ...]
    emergency: tuple[Words, ...]
    prompt_title: Words
    emergency_title: Words
    none_apply: Words
    some_apply: Words
    read: Words
    blocked_title: Words
    blocked_text: Words


RED_FLAGS = RedFlags(
    question=words("Do any of these apply to you?"),
    privacy=words("What you answer stays on this computer."),
    prompt_title=words("See a doctor or physiotherapist first"),
    prompt=(
        words("A recent fall, accident, fracture or surgery"),
        words("Fever"),
        words("Unexplained weight loss"),
        words("A lump, swelling or change in the shape of the back"),
        words("Pain that does not ease with rest, or is worse at night"),
        words("New weakness in a leg"),
        words("A history of cancer"),
        words("Osteoporosis or steroid use, with new pain"),
        words("Pain that keeps getting worse"),
    ),
    emergency_title=words("Get emergency care now"),
    emergency=EMERGENCY_LIST,
    none_apply=words("None of these"),
    some_apply=words("One or more apply"),
    read=words("I have read this"),
    blocked_title=words("Get checked first"),
    blocked_text=words("Please see a doctor or physiotherapist first."),
)


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """One question of the short check that turns stretches on again.

    Attributes:
        clears: the answer that does not stand in the way: True for yes.
    """

    key: str
    text: Words
    clears: bool


CHECK_TITLE = words("A short check")
CHECK_CLEAR = words("Stretches and reminders are on again. Start small.")
CHECK_NOT_YET = words(
    "Then leave stretching for now, and see a doctor or physiotherapist."
)
_STILL: tuple[CheckQuestion, ...] = (
    CheckQuestion("sharp", words("Do you still have sharp pain?"), clears=False),
    CheckQuestion(
        "numb", words("Is there numbness or tingling down a leg?"), clears=False
    ),
    CheckQuestion(
        "worse", words("Is it still worse than before you stretched?"), clears=False
    ),
    CheckQuestion(
        "emergency",
        words(
            "Have you lost control of bladder or bowel, are you numb around the"
            " groin, or are both legs weak or numb?"
        ),
        clears=False,
    ),
)
SEEN = CheckQuestion(
    "seen",
    words("Has a doctor or physiotherapist seen you about it?"),
    clears=True,
)


def sign(name: str) -> Sign:
    """Return the sign of a name.

    Raises:
        KeyError: there is no such sign.
    """
    return _BY_NAME[name]


def check_questions(asks_seen: bool) -> tuple[CheckQuestion, ...]:  # noqa: FBT001 - the one question there is
    """Return what the check asks; with `asks_seen`, whether someone has seen it."""
    return (*_STILL, SEEN) if asks_seen else _STILL


def passes(questions: Iterable[CheckQuestion], answers: dict[str, bool]) -> bool:
    """Return whether the answers (yes is True) turn stretches on again.

    A question without an answer does not pass: only plain answers unlock.
    """
    return all(answers.get(one.key) is one.clears for one in questions)


_BY_NAME: dict[str, Sign] = {one.name: one for one in SIGNS}


def review_line(reviewed_by: str) -> Words:
    """Return who has reviewed a movement, or that no clinician has."""
    if not reviewed_by:
        return _UNREVIEWED
    return words("Reviewed by {name}.", name=reviewed_by)
