"""What a page does by the thousand, done quicker than by Jinja's own means: calling, escaping, macros.

Jinja asks at every call whether what is called wants the context of the template, at every macro whether it is to be
escaped, and wraps every piece of text that it escapes. Our templates always escape and call what wants nothing, so a
page takes half the time without these questions, and is the same. Where a later Jinja no longer takes what is given
here, its own means do the work.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_special = re.compile(r"[&<>'\"]").search


def escaped(value: Any) -> str:
    """Give `value` as it may stand in HTML. Text without any sign to escape is itself, as is finished HTML."""
    kind = type(value)
    if kind is Markup or (kind is str and not _special(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


class _Context(Context):
    """Calls macros and functions as they are."""

    def call(
        self, called: Callable[..., Any], /, *values: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        """Give what is called with its values; those of the loop and the block around the call are for nobody."""
        return called(*values, **named)


class _Macro:
    """A macro that is called at once with all its arguments in their order, as most are; else it is Jinja's own.

    A page makes all macros of a file that it imports, of which it needs a few.
    """

    __slots__ = ("_about", "_count", "_func")

    def __init__(
        self, environment: Environment, func: Callable[..., str], name: str, arguments: Sequence[str], *more: bool
    ) -> None:
        self._func, self._about = func, (environment, func, name, arguments, *more)
        # More keywords, more values, a caller: whatever of them the macro takes, Jinja finds it out.
        self._count = -1 if any(more[:3]) else len(arguments)

    def __call__(self, *values: Any, **named: Any) -> str:
        """Give the HTML of the macro."""
        if len(values) == self._count and not named:
            return Markup(self._func(*values))
        return Macro(*self._about)(*values, **named)  # type: ignore[arg-type]


class _Code(CodeGenerator):
    """Lets compiled templates take these names from the environment."""

    def write_commons(self) -> None:
        """Write what each template begins with."""
        super().write_commons()
        self.writeline("escape, Macro = environment.escaped, environment.macro_class")


class QuickEnvironment(Environment):
    """An environment for templates that always escape (`autoescape=True`) and pass no context to what they call."""

    context_class = _Context
    code_generator_class = _Code
    escaped = staticmethod(escaped)
    macro_class = _Macro
