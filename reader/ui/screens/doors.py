"""Keys that lead out of Reader: where READER_SECURE shuts that way, they tell so and do nothing."""

import os
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from textual.message_pump import MessagePump

from reader.domain.doors import Door, refuse_if_secure
from reader.domain.errors import TurnedOff
from reader.ui.messages import Told

Pump = TypeVar("Pump", bound=MessagePump)


def leads_out(door: Door) -> Callable[[Callable[[Pump], None]], Callable[[Pump], None]]:
    """Marks an action that goes through `door`, so that a shut door is told before anything is asked."""

    def of(action: Callable[[Pump], None]) -> Callable[[Pump], None]:
        @wraps(action)
        def act(self: Pump) -> None:
            try:
                refuse_if_secure(door, os.environ)
            except TurnedOff as error:
                self.post_message(Told(error.sentence))
            else:
                action(self)

        return act

    return of
