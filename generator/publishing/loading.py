"""Values made of bytes that others may have written: values of the program, and nothing that is called."""

import pickle
from enum import Enum
from io import BytesIO
from typing import IO, Any

_ALLOWED = ("generator.", "datetime", "decimal", "pathlib", "collections", "array", "builtins")
_BUILTINS = frozenset({"set", "frozenset", "dict", "tuple", "list", "bytes", "bytearray", "complex"})


class _Unpickler(pickle.Unpickler):
    """Makes values of the program only."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module == "builtins" and name not in _BUILTINS:
            raise pickle.UnpicklingError(name)
        if not module.startswith(_ALLOWED) and (module, name) not in _CALLED:
            raise pickle.UnpicklingError(module)
        return super().find_class(module, name)


def _member(kind: type[Enum], name: str) -> Enum:
    """Give a member of an enumeration: before Python 3.11.4 these are pickled as a call of `getattr`."""
    if not (isinstance(kind, type) and issubclass(kind, Enum)):
        raise pickle.UnpicklingError(name)
    return kind[name]


_CALLED = frozenset({("types", "MappingProxyType"), ("copyreg", "_reconstructor")})


def loaded(data: bytes) -> Any:
    """Make the value of its bytes; None where they are not those of a value of the program."""
    return loaded_from(BytesIO(data))


def loaded_from(file: IO[bytes]) -> Any:
    """Make the value that a file holds from here on; None where it holds none of the program."""
    try:
        return _Unpickler(file).load()
    except Exception:  # whatever is wrong with foreign bytes, the value is made anew
        return None
