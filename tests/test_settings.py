from pathlib import Path

import pytest

from reader.domain.errors import BadSettings
from reader.settings import SETTINGS, Folders, Recognition, folders, recognition


def test_reader_home_moves_everything(tmp_path: Path) -> None:
    found = folders(environment={"READER_HOME": str(tmp_path)})
    assert {found.library.parent, found.config.parent, found.state.parent, found.cache.parent} == {tmp_path}
    assert len({found.library, found.config, found.state, found.cache}) == 4


def test_reader_library_moves_the_library_alone(tmp_path: Path) -> None:
    plain = folders(environment={"READER_HOME": str(tmp_path)})
    moved = folders(environment={"READER_HOME": str(tmp_path), "READER_LIBRARY": str(tmp_path / "other")})
    assert moved.library == tmp_path / "other"
    assert (moved.config, moved.state, moved.cache) == (plain.config, plain.state, plain.cache)


def test_the_option_goes_before_the_variables(tmp_path: Path) -> None:
    found = folders(str(tmp_path / "named"), {"READER_LIBRARY": "elsewhere", "READER_HOME": str(tmp_path)})
    assert found.library == tmp_path / "named"


def test_without_any_word_the_platform_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = folders(environment={})
    assert all(tmp_path in folder.parents for folder in (found.library, found.config, found.state, found.cache))


def test_asking_for_folders_makes_none(tmp_path: Path) -> None:
    folders(environment={"READER_HOME": str(tmp_path / "home")})
    assert not (tmp_path / "home").exists()


@pytest.fixture
def home(tmp_path: Path) -> Folders:
    found = folders(environment={"READER_HOME": str(tmp_path)})
    found.config.mkdir()
    return found


def said(home: Folders, written: str | bytes) -> Recognition:
    """What the settings say of recognition when their file holds this."""
    raw = written.encode() if isinstance(written, str) else written
    (home.config / SETTINGS).write_bytes(raw)
    return recognition(home)


def test_without_a_settings_file_names_are_found_by_our_own_engine(home: Folders) -> None:
    assert recognition(home) == Recognition("own", "")
    assert list(home.config.iterdir()) == []


@pytest.mark.parametrize("written", ["", "# nothing yet\n", "[recognition]\n", "[colours]\ntheme = 'night'\n"])
def test_settings_that_say_nothing_of_recognition_leave_it_our_own(home: Folders, written: str) -> None:
    assert said(home, written) == Recognition()


def test_another_engine_and_its_model_are_read(home: Folders) -> None:
    written = '[recognition]\nengine = "spacy"\nmodel = "en_core_web_sm"\n'
    assert said(home, written) == Recognition("spacy", "en_core_web_sm")
    assert said(home, b"\xef\xbb\xbf" + written.replace("\n", "\r\n").encode()) == Recognition(
        "spacy", "en_core_web_sm"
    )
    assert said(home, "recognition.engine = 'gliner'\nrecognition.model = '~/models/é'") == Recognition(
        "gliner", "~/models/é"
    )


def test_a_model_may_stay_written_beside_our_own_engine(home: Folders) -> None:
    assert said(home, '[recognition]\nengine = "own"\nmodel = "en_core_web_sm"').engine == "own"


def test_the_settings_are_read_anew_each_time(home: Folders) -> None:
    assert said(home, '[recognition]\nengine = "own"').engine == "own"
    assert said(home, '[recognition]\nengine = "spacy"\nmodel = "x"').engine == "spacy"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ('[recognition]\nengine = "spaCy"', """engine is 'spaCy'; it may be "own", "spacy" or "gliner"."""),
        ("[recognition]\nengine = 3", "engine is 3; it may be"),
        ("[recognition]\nengine = ['own']", "engine is ['own']; it may be"),
        ('[recognition]\nengine = "spacy"', """engine = "spacy" needs a model; write model = "..." under it."""),
        ('[recognition]\nengine = "gliner"\nmodel = " "', 'engine = "gliner" needs a model'),
        ('[recognition]\nengine = "spacy"\nmodel = 1', "model is 1; it is to be a name or the path of a folder."),
        ('[recognition]\nengine = "spacy"\nmodel = "a\\u001b[31m"', r"model is 'a\x1b[31m'"),
        ('[recognition]\nengin = "spacy"', "[recognition] knows engine and model, not 'engin'."),
        ('recognition = "spacy"', "recognition is no table; write [recognition] on a line of its own."),
        ("[recognition", "(at end of document)"),
        ("engine = ", "(at end of document)"),
        (b"[recognition]\nmodel = '\xff'", "can't decode byte 0xff"),
        ("a = " + "[" * 100_000, "it is nested too deeply."),
    ],
)
def test_settings_that_cannot_be_used_are_told_in_one_sentence(home: Folders, written: str | bytes, what: str) -> None:
    with pytest.raises(BadSettings) as refused:
        said(home, written)
    sentence = refused.value.sentence
    assert sentence.startswith(f"The settings in {home.config / SETTINGS} cannot be used: ")
    assert what in sentence
    assert sentence.endswith("Your articles and notes are safe.")
    assert sentence.isprintable()


def test_settings_that_are_no_file_are_told(home: Folders) -> None:
    (home.config / SETTINGS).mkdir()
    with pytest.raises(BadSettings, match="Is a directory"):
        recognition(home)
