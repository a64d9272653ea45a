from __future__ import annotations

import pytest

from indicator_checker.resources import resource_bytes, resource_path, resource_text


def test_a_shipped_file_is_found_by_its_logical_name() -> None:
    assert resource_path("fonts", "NotoSans-Regular.ttf").is_file()
    assert resource_bytes("fonts", "NotoSans-Regular.ttf").startswith(b"\x00\x01\x00\x00")
    assert "SIL OPEN FONT LICENSE" in resource_text("fonts", "OFL.txt")


@pytest.mark.parametrize("parts", [("fonts", "missing.ttf"), ("..", "README.md")])
def test_what_is_not_shipped_is_named_by_its_logical_name_only(parts: tuple[str, ...]) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        resource_path(*parts)
    assert str(caught.value) == f"no shipped file is called {'/'.join(parts)!r}"
