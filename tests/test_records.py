"""Dataclasses without the standard library's: they behave alike, and that library knows them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from labelcheck import records


@records.dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent."""

    sender: str
    weight: float = 1.5
    stamps: list[str] = records.field(default_factory=list)
    opened: list[str] = records.field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def heavy(self) -> bool:
        return self.weight > 10


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """What is sent."""

    sender: str
    weight: float = 1.5
    stamps: list[str] = dataclasses.field(default_factory=list)
    opened: list[str] = dataclasses.field(default_factory=list, init=False, repr=False, compare=False)


@records.dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


def test_it_is_made_compared_and_shown_like_a_standard_one() -> None:
    for first, second in [((), {"sender": "a"}), (("a", 2.0), {"stamps": ["b"]})]:
        ours, theirs = Parcel(*first, **second), Standard(*first, **second)  # type: ignore[arg-type]
        assert repr(ours) == repr(theirs).replace("Standard", "Parcel")
        assert [getattr(ours, name.name) for name in records.fields(ours)] == [*dataclasses.astuple(theirs)]
    assert Parcel("a") == Parcel("a")
    assert Parcel("a") != Parcel("b")
    assert Point(1).__eq__((1, 0)) is NotImplemented
    assert Parcel("a").stamps is not Parcel("a").stamps
    assert Parcel("a", 20).heavy
    assert Parcel.__doc__ == "What is sent."
    assert Parcel.__match_args__ == Standard.__match_args__ == ("sender", "weight", "stamps")
    assert Parcel.__slots__ == ("sender", "weight", "stamps", "opened")


def test_arguments_that_do_not_fit_are_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'sender'"):
        Parcel()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'opened'"):
        Parcel("a", opened=[])  # type: ignore[call-arg]


def test_it_is_a_value() -> None:
    assert {Point(1), Point(1, 0), Point(1, 2)} == {Point(1), Point(1, 2)}
    point = Point(1)
    with pytest.raises(AttributeError, match="cannot change field 'x' of a Point"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot change field 'y' of a Point"):
        del point.y
    assert not hasattr(point, "__dict__")
    match point:
        case Point(x, y):
            assert (x, y) == (1, 0)


def test_copies() -> None:
    parcel = Parcel("a", 2.0, ["b"])
    assert records.replace(parcel, sender="c") == Parcel("c", 2.0, ["b"])
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        records.replace(parcel, colour="red")  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(parcel)) == parcel  # noqa: S301 - of our own making
    twin = copy.deepcopy(parcel)
    assert twin == parcel
    assert twin.stamps is not parcel.stamps


def test_the_standard_library_takes_it_for_its_own() -> None:
    parcel = Parcel("a")
    assert dataclasses.is_dataclass(parcel)
    assert dataclasses.asdict(parcel) == {"sender": "a", "weight": 1.5, "stamps": [], "opened": []}
    assert dataclasses.replace(parcel, weight=3) == Parcel("a", 3)
    assert [field.name for field in dataclasses.fields(Parcel)] == ["sender", "weight", "stamps", "opened"]


def test_there_is_one_kind() -> None:
    with pytest.raises(TypeError, match="only frozen dataclasses with slots"):
        records.dataclass(frozen=False, slots=True)


def test_the_standard_module_is_not_imported() -> None:
    script = "import sys, labelcheck.records; sys.exit('dataclasses' in sys.modules or 'typing' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
