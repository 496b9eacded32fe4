"""How two processes of the same Reviewer talk through pipes: what is said, as pickled messages."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.site.index.messages import News

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Open:
    """Command: another folder; ``session`` is the number that its news are to have."""

    session: int
    root: Path


@dataclass(frozen=True, slots=True)
class Refresh:
    """Command: look again at these places, or everywhere."""

    places: tuple[str, ...] | None
    force: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Command: leave what is being done."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What the other process tells unasked."""

    session: int
    news: News


class Closed(Exception):
    """The other process is gone or has closed its end."""


class Sender:
    """One end of a pipe that any thread may send through."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = Lock()

    def send(self, message: Any) -> None:
        """Send a message; raises ``Closed``."""
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        try:
            with self._lock:
                self._pipe.write(_LENGTH.pack(len(data)))
                self._pipe.write(data)
                self._pipe.flush()
        except (OSError, ValueError) as error:
            raise Closed from error

    def close(self) -> None:
        """Let the other end know that nothing more comes."""
        try:
            self._pipe.close()
        except OSError:  # what could not be sent has nobody to read it any more
            return


def receive(pipe: IO[bytes]) -> Any:
    """The next message; raises ``Closed``."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return pickle.loads(_exactly(pipe, length))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    try:
        data = pipe.read(size)
    except (OSError, ValueError) as error:
        raise Closed from error
    if len(data) < size:
        raise Closed
    return data
