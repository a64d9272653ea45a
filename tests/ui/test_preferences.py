from __future__ import annotations

from pathlib import Path

import pytest

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.errors import FileError
from indicator_checker.settings import Settings, load_settings, settings_path
from indicator_checker.ui import preferences
from indicator_checker.ui.app import build_main_window
from indicator_checker.ui.preferences import Preferences
from indicator_checker.ui.walkthrough import Walkthrough
from tests.ui.conftest import OpenWindow

CHILD = ("R-2026-0042", "Amina", "afraid", "something_else", "RO")


def test_what_is_chosen_is_saved_at_once() -> None:
    kept = Preferences(Settings())
    kept.set_place("IE", "")
    kept.set_text_size(1.25)
    kept.set_contacts((OwnContact("Ms Okafor"),))
    assert load_settings() == Settings(
        country="IE", text_size=1.25, contacts=(OwnContact("Ms Okafor"),)
    )


@pytest.mark.parametrize(("steps", "size"), [(1, 1.25), (2, 1.6), (9, 1.6), (-1, 1.0)])
def test_text_size_stops_at_its_ends(steps: int, size: float) -> None:
    kept = Preferences(Settings())
    for _step in range(abs(steps)):
        kept.step_text_size(1 if steps > 0 else -1)
    assert kept.settings.text_size == size


def test_nothing_about_a_child_reaches_the_disk(way: Walkthrough, private_home: Path) -> None:
    way.session.set_reference("R-2026-0042")
    way.session.set_place("RO", "")
    way.session.set_field("worry", "Amina is afraid")
    way.session.answer("something_else", "seen")
    for place in way.order:
        way.open_page(place.id)
    way.preferences.set_place("GB", "GB-WLS")
    written = [path for path in private_home.rglob("*") if path.is_file()]
    assert settings_path() in written
    ours = [path for path in written if "fontconfig" not in path.as_posix()]
    for path in ours:
        text = path.read_bytes().decode("utf-8", "replace") + path.name
        assert not [word for word in CHILD if word in text], path


def test_settings_that_cannot_be_saved_are_said_and_hold_until_the_end(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()

    def fail(*_: object) -> None:
        raise FileError("file_not_written", name="settings.json", reason="No space left")

    monkeypatch.setattr(preferences, "save_settings", fail)
    window.start.place_chosen.emit("IE", "")
    assert window.messages.isVisible()
    assert "No space left" in window.messages.label.text()
    assert "112" in window.header.emergency.text()
    window.messages.close_button.click()
    assert not window.messages.isVisible()


def test_damaged_settings_are_said_and_not_touched(open_window: OpenWindow) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{broken")
    window = open_window()
    assert "settings.json" in window.messages.label.text()
    assert window.start.picker.place() == ("", "")
    assert path.read_text() == "{broken"


def test_the_size_of_the_window_is_remembered(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(1200, 760)
    window.close()
    assert load_settings().window == (1200, 760)
    again = build_main_window()
    assert (again.width(), again.height()) == (1200, 760)
    again.deleteLater()
