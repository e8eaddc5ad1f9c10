"""What ``import labelcheck`` offers."""

from __future__ import annotations

import pytest

import labelcheck


def test_a_text_in_three_lines() -> None:
    result = labelcheck.Linter.bundled().check_text("Весь день шёл дождь.")
    assert isinstance(result, labelcheck.Result)
    assert result.findings == ()


def test_all_of_it_is_there() -> None:
    assert all(hasattr(labelcheck, name) for name in labelcheck.__all__)
    with pytest.raises(AttributeError, match="module 'labelcheck' has no attribute 'lint'"):
        _ = labelcheck.lint
