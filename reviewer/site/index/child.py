"""The process that keeps the index for the window: commands come in, news and answers go out.

One thread reads, learns and checks; a second answers questions meanwhile; a
third watches the folder. The first of all hears commands and, when the
window's process is gone, ends it all.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from reviewer.site.index.answering import Answering
from reviewer.site.index.jobs import Worker
from reviewer.site.index.keeping import Keeper
from reviewer.site.index.messages import Away, Read, Ready, Slow, Touched
from reviewer.site.index.questions import Question
from reviewer.site.index.wire import Closed, Happened, Open, Refresh, Sender, Stop, receive
from reviewer.site.reading.pool import Readers
from reviewer.site.watching.watcher import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.site.index.messages import News

TURN = 0.0005
"""Seconds for which a busy thread keeps the others waiting: who types waits for several turns."""
PATIENCE = 2.0
"""Seconds that the work may take to notice that it is to end."""
EVERYWHERE, FIRST_LOOK, LEARNING, EXAMINING = "everywhere", "first look", "learning", "examining"
"""Work that need not be asked for twice."""


class Service:
    """Carries out commands; everything that takes time happens in other threads."""

    def __init__(self, sender: Sender, readers: Readers) -> None:
        self._sender = sender
        self._session = 0
        self._watcher: Watcher | None = None
        self._keeper = Keeper(self._tell, readers)
        self._worker = Worker()
        self._answering = Answering(self._keeper, self._worker, self._send)

    def obey(self, command: Any) -> None:
        """Begin what a command or a question asks for."""
        match command:
            case Open():
                self._answering.hold()
                self._worker.call_off()
                self._worker.do(lambda off: self._open(command, off))
            case Refresh(places, force):
                self._refresh(places, force=force)
            case Stop():
                self._worker.call_off()
                self._answering.go_on()  # lest the opening never begins
            case Question():
                self._answering.ask(command)

    def close(self) -> None:
        """End all work, and the watching."""
        self._worker.end(PATIENCE)
        if self._watcher is not None:
            self._watcher.stop()
        self._keeper.close()

    # The listener of the watcher, in its thread

    def standing(self) -> None:
        """Look at what changed before changes were told."""
        self._worker.do(self._keeper.look, FIRST_LOOK)

    def changed(self, places: Sequence[str] | None) -> None:
        """Look again at what another program may have changed."""
        self._tell(Touched(tuple(places or ())))
        self._refresh(places, force=False)

    def reconfigured(self) -> None:
        """Open the folder anew, since other files may be posts now."""
        library = self._keeper.library
        if library is not None:
            again = Open(self._session, library.folder.root)
            self._worker.do(lambda off: self._open(again, off), EVERYWHERE)

    def away(self, message: str) -> None:
        """Tell why the folder cannot be reached."""
        self._tell(Away(message))

    def back(self) -> None:
        """Tell that the folder can be reached again."""
        self._tell(Away("", back=True))

    def slow(self, reason: str) -> None:
        """Tell that changes are noticed late."""
        self._tell(Slow(reason))

    # In the worker's thread

    def _open(self, command: Open, called_off: Callable[[], bool]) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None
        self._session = command.session
        self._answering.hold()
        self._keeper.open(command.root)
        self._answering.go_on()
        self._answering.prepare()  # what the index has from last time is mostly what there is
        self._keeper.refresh(None, called_off)
        self._worker.do(self._examine, EXAMINING)
        if self._keeper.library is not None:
            # Not before, since finding the folders to watch would make the first rows wait.
            self._watcher = Watcher(self._keeper.library.folder, self)
            self._watcher.start(look=not called_off())

    def _refresh(self, places: Sequence[str] | None, *, force: bool) -> None:
        key = EVERYWHERE if places is None and not force else None
        self._worker.do(lambda off: self._look(places, off, force=force), key)

    def _look(
        self, places: Sequence[str] | None, called_off: Callable[[], bool], *, force: bool
    ) -> None:
        self._keeper.refresh(places, called_off, force=force)
        self._worker.do(self._examine, EXAMINING)
        if self._keeper.is_outdated:  # which can wait until nothing else is to be done
            self._worker.do(self._keeper.learn_anew, LEARNING)

    def _examine(self, called_off: Callable[[], bool]) -> None:
        """Judge texts as long as nothing else is to be done."""
        self._keeper.examine(lambda: called_off() or self._worker.is_wanted)
        if self._worker.is_wanted and not called_off():
            self._worker.do(self._examine, EXAMINING)

    # To the other process

    def _tell(self, news: News) -> None:
        self._send(Happened(self._session, news))
        if isinstance(news, Read | Ready):
            self._answering.prepare()

    def _send(self, message: Any) -> None:
        try:
            self._sender.send(message)
        except Closed:
            os._exit(0)  # nobody is left to work for


def serve() -> None:
    """Obey the commands on standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    threading.excepthook = _die
    sys.setswitchinterval(TURN)
    # What prints anything by mistake must not print it among the messages.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with Readers() as readers:
        readers.start()  # while there is one thread only, which makes it a fork
        service = Service(Sender(output), readers)
        try:
            while True:
                service.obey(receive(sys.stdin.buffer))
        except Closed:
            service.close()


def _die(details: threading.ExceptHookArgs) -> None:
    """End the process with the thread: whoever started it starts another."""
    threading.__excepthook__(details)
    os._exit(1)


if __name__ == "__main__":
    serve()
