"""A link leads only where it says, is shown in full first, and goes to the browser as an argument, to no shell."""

import asyncio
import os
import select
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from reader.ui.dialogs.address import LONGEST, can_open, mixed_scripts, plain_address, plain_host
from reader.ui.dialogs.browser import browser_command, find_browser
from reader.ui.dialogs.link import LinkDialog, faults_of


@pytest.mark.parametrize(
    ("url", "handed_over"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://EXAMPLE.ORG", "http://example.org"),
        ("https://example.org/été", "https://example.org/%C3%A9t%C3%A9"),
        ("https://пример.example/x", "https://xn--e1afmkfd.example/x"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://שלום.example/x", "https://xn--9dbne9b.example/x"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("https://bank.example@elsewhere.example/", "https://bank.example@elsewhere.example/"),
        ("https://ann:secret@example.org/", "https://ann:secret@example.org/"),
        ("https://example.org/'\"`$(x);y|z", "https://example.org/%27%22%60$(x);y%7Cz"),
    ],
)
def test_an_address_of_the_web_is_handed_over_in_plain_letters(url: str, handed_over: str) -> None:
    assert plain_address(url) == handed_over


@pytest.mark.parametrize(
    "url",
    [
        "",
        "-flag",
        "--new-window=https://example.org",
        "//example.org",
        "example.org/page",
        "javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "file:///etc/passwd",
        "mailto:ann@example.org",
        "ssh://-oProxyCommand=x",
        "vscode://file/x",
        "x-apple.systempreferences:",
        "https:",
        "https://",
        "https:///example.org",
        "https:example.org",
        "https://[",
        "https://[::1",
        "https://-example.org",
        "https://example..org",
        "https://exa%6dple.org",
        "https://example.org:80x/",
        "https://example.org:123456/",
        "https://good.example\\@elsewhere.example/",
        "https://example.org\uff0felsewhere.example/",
        "https://example.org/a b",
        " https://example.org",
        "https://example.org/\n-flag",
        "https://example.org/\x1b]0;x\x07",
        "https://example.org/\x9b31m",
        "https://exam\u200bple.org",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\ud800",
        "https://example.org/\ue000",
        f"https://{'a' * 64}.example",
        f"https://example.org/{'a' * LONGEST}",
    ],
)
def test_nothing_else_is_ever_handed_over(url: str) -> None:
    assert plain_address(url) == ""
    assert not can_open(url)


@given(st.text().map(lambda text: f"https://{text}") | st.text())
def test_what_is_handed_over_is_ascii_and_has_nothing_that_a_shell_or_an_option_is_made_of(url: str) -> None:
    plain = plain_address(url)
    assert plain == "" or plain.startswith(("http://", "https://"))
    assert plain.isascii()
    assert plain.isprintable()
    assert not set(plain) & set(" '\"`<>\\^{|}")
    assert plain_address(plain) == plain


def test_a_host_in_other_letters_is_told_in_plain_ones() -> None:
    assert plain_host("https://example.org") == ""
    assert plain_host("https://ехаmple.org") == "xn--mple-43d3a6i.org"


def test_a_word_of_a_host_in_two_scripts_is_told() -> None:
    assert mixed_scripts("ехаmple.org") == ("Cyrillic", "Latin")
    assert mixed_scripts("пример.example") == ()
    assert mixed_scripts("東京タワー.example") == ()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://ехаmple.org/", "mixes Cyrillic and Latin: xn--mple-43d3a6i.org"),
        ("https://пример.example/", "xn--e1afmkfd.example"),
        ("https://bank.example:pay@elsewhere.example/", "It is not bank.example"),
        ("https://exam\u200bple.org/", "1 hidden character"),
        (f"https://example.org/{'a' * LONGEST}", "are not opened"),
    ],
)
def test_what_a_glance_would_miss_is_told(url: str, told: str) -> None:
    assert told in "\n".join(faults_of(url))


def test_of_a_plain_address_nothing_is_told() -> None:
    assert list(faults_of("https://example.org/a-long/path?with=questions")) == []


# -- the dialog


def shown(url: str, *keys: str) -> tuple[str, object]:
    """The screen with the dialog on it, and what came of the keys ("nothing" while the dialog is still there)."""

    async def run() -> tuple[str, object]:
        app: App[None] = App()
        answers: list[object] = []
        async with app.run_test(size=(100, 40)) as pilot:
            await app.push_screen(LinkDialog(url, opens=True), answers.append)
            await pilot.pause()
            screen = "\n".join(line.text for line in app.screen._compositor.render_strips())
            await pilot.press(*keys)
            await pilot.pause()
        return screen, next(iter(answers), "nothing")

    return asyncio.run(run())


def test_the_host_shows_by_itself_and_the_whole_address_with_it() -> None:
    screen, answer = shown("https://bank.example:pay@elsewhere.example/now?x=1", "enter")
    assert "leads to elsewhere.example" in screen
    assert "https://bank.example:pay@elsewhere.example/now?x=1" in screen
    assert "It is not bank.example" in screen
    assert answer == "open"


def test_the_host_of_a_very_long_address_is_still_seen() -> None:
    screen, answer = shown(f"https://user@elsewhere.example/{'a' * 5000}", "enter")
    assert "leads to elsewhere.example" in screen
    assert "⏎ open in the browser" in screen
    assert answer == "open"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://example.org/\x1b[2J", "-flag"])
def test_enter_opens_nothing_that_is_no_address_of_the_web(url: str) -> None:
    screen, answer = shown(url, "enter", "o")
    assert "Only addresses of the web are opened." in screen
    assert answer == "nothing"
    assert shown(url, "y")[1] == "copy"


# -- the browser


def test_over_ssh_no_browser_is_opened() -> None:
    assert find_browser({"SSH_CONNECTION": "x", "DISPLAY": ":0"}) is None
    if sys.platform not in {"win32", "darwin"}:
        assert find_browser({}) is None


def there(name: str) -> str:
    """Every program is there."""
    return f"/bin/{name}"


@pytest.mark.parametrize(
    ("browser", "command"),
    [
        ("", ["/bin/xdg-open"]),
        ("firefox", ["/bin/firefox"]),
        ("firefox --private-window", ["/bin/firefox", "--private-window"]),
        ("firefox %s", ["/bin/firefox"]),
        ("'my browser' %s:firefox", ["/bin/my browser"]),
        ("lynx:firefox", ["/bin/firefox"]),
        ("w3m", ["/bin/xdg-open"]),
        ("sh -c 'firefox %s'", ["/bin/xdg-open"]),
        ("firefox %s &", ["/bin/xdg-open"]),
        ("'open quote", ["/bin/xdg-open"]),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="BROWSER is split in another way there")
def test_the_browser_is_a_list_of_arguments(browser: str, command: list[str]) -> None:
    assert browser_command({"BROWSER": browser}, platform="linux", find=there) == command


def test_each_system_has_its_own_way_to_open_an_address() -> None:
    assert browser_command({}, platform="darwin", find=there) == ["/bin/open"]
    assert browser_command({}, platform="win32", find=there)[1:] == ["url.dll,FileProtocolHandler"]
    assert browser_command({}, platform="linux", find=lambda _: None) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_the_address_comes_to_the_program_as_one_argument(tmp_path: Path) -> None:
    pipe, program = tmp_path / "pipe", tmp_path / "browser"
    os.mkfifo(pipe)
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{pipe}"\n')
    program.chmod(0o700)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        opening = find_browser({"BROWSER": f"{program} --new", "DISPLAY": ":0"})
        assert opening is not None
        opening("https://example.org/$(touch);`y`&&z?a=ü")
        assert select.select([reading], [], [], 60)[0]
        assert os.read(reading, 4096).decode() == "--new\nhttps://example.org/$(touch);%60y%60&&z?a=%C3%BC\n"
        opening("-flag")  # starts nothing
    finally:
        os.close(reading)


def test_a_browser_that_cannot_be_started_is_an_error_to_be_told(tmp_path: Path) -> None:
    program = tmp_path / "browser"
    program.write_bytes(b"\x7fELF that is none")
    program.chmod(0o700)
    opening = find_browser({"BROWSER": str(program), "DISPLAY": ":0"})
    assert opening is not None
    with pytest.raises(OSError, match=r"."):
        opening("https://example.org/")
