"""What our driver and our way of leaving rely on in Textual beyond what it promises."""

import inspect
import os
from typing import Any

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the driver is for POSIX terminals")

PARSER = {"_sequence_to_key_events": ["sequence", "alt"], "parse_mouse_code": ["code"]}
APP = {
    "_build_driver": ["headless", "inline", "mouse", "size"],
    "_close_messages_no_wait": [],
    "_context": [],
    "_handle_exception": ["error"],
    "get_driver_class": [],
    "exit": ["result", "return_code", "message"],
}
DRIVER = {
    "_disable_in_band_window_resize": [],
    "_enable_in_band_window_resize": [],
    "_enable_mouse_pixels": [],
    "_get_terminal_size": [],
    "_run_input_thread": [],
    "_sigcont_application": ["_"],
    "_sigtstp_application": ["_"],
    "close": [],
    "disable_input": [],
    "process_message": ["message"],
    "resume_application_mode": [],
    "run_input_thread": [],
    "start_application_mode": [],
    "stop_application_mode": [],
    "suspend_application_mode": [],
    "write": ["data"],
}
DRIVER_NAMES = (
    "_file",
    "_writer_thread",
    "_key_thread",
    "attrs_before",
    "exit_event",
    "fileno",
    "_in_band_window_resize",
)


def parameters(of: object, name: str) -> list[str]:
    """The names of the parameters of a method, without the first."""
    return [one for one in inspect.signature(getattr(of, name)).parameters if one != "self"]


@pytest.mark.parametrize("name", PARSER)
def test_the_parser_knows_the_same(name: str) -> None:
    assert parameters(XTermParser, name) == PARSER[name]


@pytest.mark.parametrize("name", APP)
def test_the_app_is_left_the_same_way(name: str) -> None:
    assert parameters(App, name) == APP[name]


@pytest.mark.parametrize("name", DRIVER)
def test_the_driver_is_asked_the_same(name: str) -> None:
    from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 - not on Windows

    assert parameters(LinuxDriver, name) == DRIVER[name]


def test_the_driver_holds_the_same() -> None:
    from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415 - not on Windows

    source = inspect.getsource(LinuxDriver.__init__) + inspect.getsource(LinuxDriver.start_application_mode)
    assert [name for name in DRIVER_NAMES if f"self.{name}" not in source] == []
    assert "WriterThread(self._file)" in source
    assert "self._get_terminal_size()" in source


def test_suspending_gives_the_terminal_back_and_takes_it_again() -> None:
    source = inspect.getsource(App.suspend.__wrapped__)  # type: ignore[attr-defined]  # it is a context manager
    order = ["suspend_application_mode", "no_automatic_restart", "resume_application_mode"]
    assert [source.index(name) for name in order] == sorted(source.index(name) for name in order)


def test_the_parser_has_the_state_of_a_mouse_that_tells_pixels() -> None:
    parser: Any = XTermParser()
    assert (parser.mouse_pixels, parser.terminal_size, parser.terminal_pixel_size) == (False, None, None)


def test_the_app_has_what_leaving_needs() -> None:
    app: Any = App()
    assert (app._exception, app._driver, app._loop, app._return_code) == (None, None, None, None)
    assert app._screen_stacks[app._current_mode] == []
