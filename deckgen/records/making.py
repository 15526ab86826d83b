"""Making a class a record, and what can then be done with its instances."""

from collections.abc import Callable
from operator import attrgetter, eq, ge, gt, le, lt
from typing import Any, NoReturn, TypeVar, cast

from deckgen.records.fields import MISSING, Field

C = TypeVar("C", bound=type)
R = TypeVar("R")

_FIELDS = "__record_fields__"
_INIT = "__init__"


def dataclass(
    *, frozen: bool = False, slots: bool = True, kw_only: bool = False, order: bool = False
) -> Callable[[C], C]:
    """The decorator: as `dataclasses.dataclass`, always with slots."""
    if not slots:
        raise TypeError("records have slots")
    return lambda cls: _record(cls, frozen=frozen, kw_only=kw_only, order=order)


def fields(record: Any) -> tuple[Field, ...]:
    """The fields of a record or of its class, in order."""
    return tuple(_fields_of(record).values())


def is_dataclass(thing: object) -> bool:
    """Whether a thing is a record, or a class of records."""
    return hasattr(thing, _FIELDS)


def replace(record: R, /, **changes: Any) -> R:
    """A copy of a record with some of its fields changed."""
    values = {name: getattr(record, name) for name in _fields_of(record)}
    return type(record)(**{**values, **changes})


def _fields_of(record: Any) -> dict[str, Field]:
    return cast("dict[str, Field]", getattr(record, _FIELDS))


# The class ----------------------------------------------------------------------------------------------------------


def _record(cls: C, *, frozen: bool, kw_only: bool, order: bool) -> C:
    own = _own_fields(cls, kw_only)
    inherited: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get(_FIELDS, {})
    found = inherited | own
    namespace = {name: value for name, value in cls.__dict__.items() if name not in own and name not in _OF_DICT}
    namespace["__slots__"] = tuple(name for name in own if name not in inherited)
    namespace[_FIELDS] = found
    for name, value in _methods(found, frozen=frozen, order=order).items():
        namespace.setdefault(name, value)
    if not frozen:
        namespace["__hash__"] = None
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    setattr(made, _INIT, _first_init(made, found, frozen))
    return made


_OF_DICT = ("__dict__", "__weakref__")
"""What a class without slots has, and one with slots does not."""


def _own_fields(cls: type, kw_only: bool) -> dict[str, Field]:
    found = {}
    for name, annotation in cls.__annotations__.items():
        given = cls.__dict__.get(name, MISSING)
        made = given if isinstance(given, Field) else Field(given, MISSING)
        made.name, made.type, made.kw_only = name, annotation, kw_only
        found[name] = made
    return found


def _methods(found: dict[str, Field], *, frozen: bool, order: bool) -> dict[str, Any]:
    methods: dict[str, Any] = {
        "__match_args__": tuple(name for name, each in found.items() if not each.kw_only),
        "__dataclass_fields__": _StandardFields(),
        "__repr__": _repr,
        "__getstate__": _state,
        "__setstate__": _set_state,
        "__replace__": replace,
    }
    key = _key([name for name, each in found.items() if each.compare])
    for compare in (eq, lt, le, gt, ge) if order else (eq,):
        methods[f"__{compare.__name__}__"] = _compared_by(key, compare)
    if frozen:
        methods |= {"__hash__": _hashed_by(key), "__setattr__": _refuse_setting, "__delattr__": _refuse_setting}
    return methods


# Comparing ----------------------------------------------------------------------------------------------------------


def _key(names: list[str]) -> Callable[[Any], Any]:
    """What two instances are compared by."""
    return attrgetter(*names) if names else lambda record: ()


def _hashed_by(key: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda record: hash(key(record))


def _compared_by(key: Callable[[Any], Any], compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def compared(one: Any, other: Any) -> Any:
        return compare(key(one), key(other)) if other.__class__ is one.__class__ else NotImplemented

    return compared


# Shared methods -----------------------------------------------------------------------------------------------------


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, each in _fields_of(self).items() if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _fields_of(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(_fields_of(self), state, strict=True):
        object.__setattr__(self, name, value)


def _refuse_setting(self: Any, name: str, value: object = None) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


class _StandardFields:
    """Gives the standard library's functions what they look for, where one of them is called."""

    def __get__(self, record: object, cls: type) -> dict[str, Any]:
        import dataclasses

        made = [(name, each.type, _standard(each)) for name, each in _fields_of(cls).items()]
        return {each.name: each for each in dataclasses.fields(dataclasses.make_dataclass(cls.__name__, made))}


def _standard(each: Field) -> Any:
    import dataclasses

    default = {} if each.default is MISSING else {"default": each.default}
    factory = {} if each.default_factory is MISSING else {"default_factory": each.default_factory}
    return dataclasses.field(**default, **factory, repr=each.repr, compare=each.compare, kw_only=each.kw_only)


# The initialiser ----------------------------------------------------------------------------------------------------


def _first_init(cls: type, found: dict[str, Field], frozen: bool) -> Callable[..., None]:
    """An initialiser that puts the class's own one in its place when it is first called."""

    def initialise(self: Any, *args: Any, **kwargs: Any) -> None:
        own = _init(cls, found, frozen)
        setattr(cls, _INIT, own)
        own(self, *args, **kwargs)

    return initialise


def _init(cls: type, found: dict[str, Field], frozen: bool) -> Callable[..., None]:
    """The initialiser of a class, compiled for its fields."""
    names: dict[str, Any] = {"MISSING": MISSING}
    positional, keywords = ["self"], list[str]()
    body = []
    for name, each in found.items():
        (keywords if each.kw_only else positional).append(_parameter(each, names))
        value = name
        if each.default_factory is not MISSING:
            names[f"make_{name}"] = each.default_factory
            value = f"make_{name}() if {name} is MISSING else {name}"
        if frozen:
            # Straight into the slot: the class's own __setattr__ refuses, and object's takes twice as long.
            names[f"set_{name}"] = getattr(cls, name).__set__
            body.append(f"set_{name}(self, {value})")
        else:
            body.append(f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join([*positional, *(["*", *keywords] if keywords else [])])
    source = f"def {_INIT}({parameters}):\n " + "\n ".join(body or ["pass"])
    exec(source, names)  # noqa: S102 - of field names alone; what the standard library does for each class at once
    return cast("Callable[..., None]", names[_INIT])


def _parameter(each: Field, names: dict[str, Any]) -> str:
    if each.is_required:
        return each.name
    names[f"default_{each.name}"] = each.default  # MISSING where a factory makes the value
    return f"{each.name}=default_{each.name}"
