"""Frozen dataclasses without the price of the standard library's.

``@dataclass(frozen=True, slots=True)`` as everywhere; only the import differs. Importing ``dataclasses`` takes a hook
10 ms, and each class that it makes half a millisecond: together more than reading an article. Type checkers see the
original, and the original takes these classes for its own: ``dataclasses.asdict(finding)`` works.
"""

from __future__ import annotations

__all__ = ["dataclass", "field", "fields", "replace"]

TYPE_CHECKING = False  # typing is another module that a start does without
if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    _MISSING = object()

    def field(**how):
        """A field with more to say than a default: ``default_factory``, ``init``, ``repr``, ``compare``."""
        return _Field(None, how)

    def dataclass(*, frozen, slots):
        """Make a frozen class with slots out of annotations; there is no other kind."""
        if not (frozen and slots):
            raise TypeError("only frozen dataclasses with slots can be made here")
        return _made

    def fields(record):
        """The fields of a dataclass or of one of its instances, each with its ``name``."""
        return record.__fields__

    def replace(record, /, **changes):
        """A copy of ``record`` with some fields changed."""
        for name in record.__match_args__:
            if name not in changes:
                changes[name] = getattr(record, name)
        return record.__class__(**changes)

    class _Field:
        __slots__ = ("how", "name")

        def __init__(self, name, how):
            self.name = name
            self.how = how

        def is_in(self, what):
            """Whether the field takes part in ``init``, ``repr`` or ``compare``."""
            return self.how.get(what, True)

    def _made(cls):
        body = dict(cls.__dict__)
        del body["__dict__"], body["__weakref__"]
        own = []
        for name in body["__annotations__"]:
            given = body.pop(name, _MISSING)
            how = given.how if isinstance(given, _Field) else {} if given is _MISSING else {"default": given}
            own.append(_Field(name, how))
        names = tuple(one.name for one in own)
        body |= {
            "__slots__": names,
            "__qualname__": cls.__qualname__,
            "__match_args__": tuple(one.name for one in own if one.is_in("init")),
            "__fields__": tuple(own),
            "__compared__": tuple(one.name for one in own if one.is_in("compare")),
            "__dataclass_fields__": _StandardFields(),
            "__eq__": _eq,
            "__hash__": _hash,
            "__reduce__": _reduce,
            "__repr__": body.get("__repr__", _repr),
            "__setattr__": _refuse,
            "__delattr__": _refuse,
        }
        made = type(cls.__name__, cls.__bases__, body)
        made.__new__ = _first_new(made)
        return made

    def _first_new(made):
        """``__new__`` of a class without instances. Most runs make none of many classes, so the real one can wait."""

        def __new__(cls, *args, **kwargs):  # noqa: N807
            made.__new__ = _new(made)
            return made.__new__(cls, *args, **kwargs)

        return __new__

    def _new(made):
        """``__new__``, written out, which fills an instance of a twin class and then makes it one of the frozen class.

        Some dozen instances are made a mention. To set the slots of a frozen one takes three times as long.
        """
        scope = {"Twin": type("Twin", made.__bases__, {"__slots__": made.__slots__}), "missing": _MISSING}
        parameters, lines = ["cls"], []
        for one in made.__fields__:
            name, how = one.name, one.how
            value = name
            if "default_factory" in how:
                scope[f"make_{name}"] = how["default_factory"]
                value = f"make_{name}()"
                if one.is_in("init"):
                    parameters.append(f"{name}=missing")
                    value = f"{value} if {name} is missing else {name}"
            elif "default" in how:
                scope[f"default_{name}"] = how["default"]
                parameters.append(f"{name}=default_{name}")
            else:
                parameters.append(name)
            lines.append(f" self.{name} = {value}")
        body = [" self = Twin()", *lines, " self.__class__ = cls", " return self"]
        exec(f"def __new__({', '.join(parameters)}):\n" + "\n".join(body), scope)  # noqa: S102 - names of fields only
        new = scope["__new__"]
        new.__qualname__ = f"{made.__qualname__}.__new__"  # for the messages of wrong calls
        return new

    def _key(record):
        return tuple([getattr(record, name) for name in record.__compared__])

    def _eq(self, other):
        return _key(self) == _key(other) if other.__class__ is self.__class__ else NotImplemented

    def _hash(self):
        return hash(_key(self))

    def _repr(self):
        shown = (f"{one.name}={getattr(self, one.name)!r}" for one in self.__fields__ if one.is_in("repr"))
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def _reduce(self):
        return self.__class__, tuple([getattr(self, name) for name in self.__match_args__])

    def _refuse(self, name, *_value):
        raise AttributeError(f"cannot change field {name!r} of a {self.__class__.__name__}")

    class _StandardFields:
        """Gives the ``dataclasses`` module what it looks for in a class, made when it looks."""

        def __get__(self, _record, cls):
            import dataclasses

            body = {one.name: dataclasses.field(**one.how) for one in cls.__fields__ if one.how}
            twin = dataclasses.dataclass(type(cls.__name__, (), {**body, "__annotations__": cls.__annotations__}))
            cls.__dataclass_fields__ = twin.__dataclass_fields__
            return twin.__dataclass_fields__
