"""The two streams of a shell: results on one, plain sentences on the other."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress

DONE, REFUSED, WRONG = 0, 1, 2


def out(text: str) -> int:
    """Write a result; a reader that has gone away is no error.

    Raises:
        SystemExit: the result cannot be written, for want of room.
    """
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        reason = error.strerror or str(error)
        raise SystemExit(err(f"It cannot be written: {reason}.", REFUSED)) from None
    return DONE


def _write_no_more() -> None:
    """Let Python close the stream at exit without another complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out_json(value: object) -> int:
    """Write a value as JSON that a person can read too."""
    return out(json.dumps(value, ensure_ascii=False, indent=2))


def err(sentence: str, code: int) -> int:
    """Write one sentence to the error stream and hand the exit code on."""
    with suppress(OSError):
        sys.stderr.write(sentence.rstrip() + "\n")
    return code
