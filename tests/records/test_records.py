"""Records against the standard library's dataclasses: the same source, made both ways, behaves alike."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from deckgen import records

T = TypeVar("T")
Decorator = Callable[..., Any]


def _spot(decorator: Decorator) -> Any:
    @decorator(frozen=True, slots=True, order=True)
    class Spot:
        """A place on a page."""

        x: int
        y: int = 2

        @property
        def total(self) -> int:
            return self.x + self.y

    return Spot


def _slide(decorator: Decorator) -> Any:
    @decorator(frozen=True, slots=True, kw_only=True)
    class Slide(Generic[T]):
        id: str
        title: T
        optional: bool = False

    @decorator(frozen=True, slots=True, kw_only=True)
    class Chart(Slide[T], Generic[T]):
        kind: str = "chart"
        bars: tuple[int, ...] = ()
        optional: bool = True

    return Chart


def _basket(decorator: Decorator, field: Callable[..., Any]) -> Any:
    @decorator(slots=True)
    class Basket:
        owner: str
        things: list[str] = field(default_factory=list)
        remark: str = field(default="none", repr=False, compare=False)

    return Basket


BOTH = pytest.mark.parametrize("decorator", [dataclasses.dataclass, records.dataclass])


@records.dataclass(frozen=True, slots=True)
class Kept:
    """Stands in the module, where pickle finds it."""

    name: str
    parts: tuple[int, ...] = ()


@BOTH
def test_values_are_given_by_position_or_by_name_and_defaults_fill_the_rest(decorator: Decorator) -> None:
    spot = _spot(decorator)
    assert (spot(1).x, spot(1).y, spot(y=5, x=4).total) == (1, 2, 9)


@BOTH
def test_wrong_arguments_are_refused(decorator: Decorator) -> None:
    spot, chart = _spot(decorator), _slide(decorator)
    for wrong in (spot, lambda: spot(1, 2, 3), lambda: spot(1, z=3), lambda: chart("id", "title")):
        with pytest.raises(TypeError):
            wrong()


@BOTH
def test_equality_hash_and_order_go_by_the_values(decorator: Decorator) -> None:
    spot = _spot(decorator)
    assert spot(1) == spot(1, 2)
    assert spot(1) != spot(2)
    assert spot(1) != (1, 2)
    assert {spot(1): "here"}[spot(1, 2)] == "here"
    assert sorted([spot(2, 1), spot(1, 9), spot(1, 3)]) == [spot(1, 3), spot(1, 9), spot(2, 1)]


@BOTH
def test_records_of_different_classes_are_never_equal(decorator: Decorator) -> None:
    assert _spot(decorator)(1) != _spot(decorator)(1)


@BOTH
def test_a_frozen_record_cannot_be_changed(decorator: Decorator) -> None:
    spot = _spot(decorator)(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        spot.x = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        del spot.x
    assert spot.x == 1


@BOTH
def test_an_open_record_can_be_changed_and_not_be_a_key(decorator: Decorator) -> None:
    basket = _basket(decorator, dataclasses.field if decorator is dataclasses.dataclass else records.field)
    mine = basket("me")
    mine.things.append("pear")
    assert mine.things == ["pear"]
    assert basket("you").things == []
    with pytest.raises(TypeError):
        hash(mine)
    with pytest.raises(AttributeError):
        mine.other = 1


@BOTH
def test_fields_may_stay_out_of_comparison_and_print(decorator: Decorator) -> None:
    basket = _basket(decorator, dataclasses.field if decorator is dataclasses.dataclass else records.field)
    assert basket("me", [], "a") == basket("me", [], "b")
    assert repr(basket("me", ["pear"])).endswith("Basket(owner='me', things=['pear'])")


@BOTH
def test_fields_are_inherited_in_order_and_may_get_another_default(decorator: Decorator) -> None:
    chart = _slide(decorator)
    made = chart(id="figures", title="Figures", bars=(3,))
    assert repr(made).endswith("Chart(id='figures', title='Figures', optional=True, kind='chart', bars=(3,))")
    assert not hasattr(made, "__dict__")


@BOTH
def test_positions_in_patterns_are_those_of_the_initialiser(decorator: Decorator) -> None:
    assert _spot(decorator).__match_args__ == ("x", "y")
    assert _slide(decorator).__match_args__ == ()


def test_replacing_makes_a_changed_copy() -> None:
    chart = _slide(records.dataclass)(id="figures", title="Figures")
    changed = records.replace(chart, title="More")
    assert (changed.id, changed.title, chart.title) == ("figures", "More", "Figures")
    with pytest.raises(TypeError):
        records.replace(chart, colour="red")


def test_fields_tell_what_the_standard_ones_tell() -> None:
    told = [
        [(each.name, each.type, each.kw_only, each.repr, each.compare) for each in module.fields(_slide(decorator))]
        for module, decorator in ((dataclasses, dataclasses.dataclass), (records, records.dataclass))
    ]
    assert told[0] == told[1]
    required = [each.name for each in records.fields(_slide(records.dataclass)) if each.default is records.MISSING]
    assert required == ["id", "title"]


def test_the_standard_functions_take_records() -> None:
    spot = _spot(records.dataclass)
    assert dataclasses.is_dataclass(spot(1))
    assert [each.name for each in dataclasses.fields(spot)] == ["x", "y"]
    assert dataclasses.asdict(spot(1)) == {"x": 1, "y": 2}
    assert dataclasses.replace(spot(1), y=7) == spot(1, 7)
    basket = _basket(records.dataclass, records.field)
    assert dataclasses.fields(basket)[1].default_factory is list
    assert dataclasses.fields(basket)[0].default is dataclasses.MISSING


def test_only_records_are_told_to_be_records() -> None:
    assert records.is_dataclass(Kept)
    assert records.is_dataclass(Kept("a"))
    assert not records.is_dataclass("a")


def test_records_are_copied_and_pickled_whole() -> None:
    kept = Kept("a", (1, 2))
    assert copy.deepcopy(kept) == kept
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_a_record_has_slots_or_is_refused() -> None:
    with pytest.raises(TypeError, match="records have slots"):
        records.dataclass(slots=False)


def test_a_record_may_look_at_itself_once_it_is_made() -> None:
    @records.dataclass(slots=True)
    class Doubled:
        value: int

        def __post_init__(self) -> None:
            self.value *= 2

    assert Doubled(3).value == 6
