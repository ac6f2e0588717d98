"""Where an alert's line goes: a file, a command's standard input, or a webhook."""

from __future__ import annotations

import os
import subprocess

from lagebild.errors import FetchError
from lagebild.intake.fetch import post
from lagebild.intake.source import Limits
from lagebild.scale.watch.settings import Target

#: Seconds that a command, or a webhook's server, may take for one event.
COMMAND_SECONDS = 60.0
WEBHOOK_SECONDS = 10.0


class Undelivered(Exception):
    """A target did not take an event; says why in one line."""


def deliver(target: Target, line: str) -> None:
    """Hand one line of JSON over; returns when the target has it. Raises Undelivered."""
    try:
        if target.file:
            _append(target, line)
        elif target.webhook:
            post(
                target.webhook,
                line.encode(),
                "application/json",
                Limits(seconds=WEBHOOK_SECONDS),
                target.private,
            )
        else:
            _run(target.command, line)
    except FetchError as error:
        raise Undelivered(str(error)) from error
    except OSError as error:
        raise Undelivered((error.strerror or type(error).__name__).lower()) from error


def _append(target: Target, line: str) -> None:
    assert target.file
    target.file.parent.mkdir(parents=True, exist_ok=True)
    with target.file.open("a", encoding="utf8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def _run(command: tuple[str, ...], line: str) -> None:
    """Run a command without a shell; its exit status says whether it took the event."""
    try:
        ended = subprocess.run(
            command,
            input=line.encode() + b"\n",
            stdout=subprocess.DEVNULL,
            timeout=COMMAND_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Undelivered(f"{command[0]} took longer than {COMMAND_SECONDS:g} seconds") from error
    if ended.returncode:
        raise Undelivered(f"{command[0]} ended with status {ended.returncode}")
