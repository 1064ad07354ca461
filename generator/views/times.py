"""Times as a reader meets them: words, a machine-readable day, and a state that the phone can compute again."""

from collections.abc import Iterable
from datetime import date

from generator.domain.phase import Changes, state_on
from generator.domain.progress import NO_PROGRESS, Progress, progressed
from generator.domain.text import Localised
from generator.domain.times import Period, TimeExpression, TimeKind, TimeState, boundaries, printed_time
from generator.frozen import frozen
from generator.views.context import Context


@frozen
class StateView:
    """A state on the day of reference, with the days on which it changes: (ISO day, state key) pairs."""

    key: str
    word: str
    changes: tuple[tuple[str, str], ...]


@frozen
class TimeView:
    """A time: its words, the ISO day of its boundary if it has one, and its state if it has one."""

    text: Localised
    iso: str | None
    state: StateView | None
    label: str | None = None
    """The document's own label of the time, e.g. "Thời gian hoàn thành"."""


def state_view(context: Context, changes: Changes) -> StateView | None:
    """Give the state of today and its changes; nothing where there is no state on any day."""
    if all(state is TimeState.NONE for _, state in changes):
        return None
    key = state_on(changes, context.as_of)
    pairs = tuple((since.isoformat(), state.value) for since, state in changes)
    return StateView(key.value, context.word("states", key.value), pairs)


def time_words(context: Context, time: TimeExpression) -> Localised:
    """Give the words of a time: verbatim in Vietnamese, by rule elsewhere; what is not understood stays as it is."""
    if context.language == "vi":
        return context.verbatim(time.text)
    if time.kind is TimeKind.UNKNOWN:
        return Localised(time.text, "vi", True)
    anchor = context.index.anchors.get((time.anchor or "").casefold())
    known = anchor.in_language(context.language) if anchor is not None else None
    translation = known.text if known is not None and not known.fallback else None
    printed = printed_time(time, context.strings.section("time"), anchor_translation=translation)
    return Localised(printed.text, context.language, printed.untranslated is not None)


def time_view(
    context: Context,
    time: TimeExpression,
    validity: Period | None = None,
    label: str | None = None,
    progress: Progress = NO_PROGRESS,
) -> TimeView:
    """Give the view of one time of a plan that holds for `validity`, of an item that has come as far as `progress`."""
    state = state_view(context, progressed(boundaries(time, validity=validity), progress))
    iso = time.end.isoformat() if time.end is not None and time.end != date.max else None
    return TimeView(time_words(context, time), iso, state, label)


def time_views(
    context: Context,
    times: Iterable[TimeExpression],
    validity: Period | None = None,
    progress: Progress = NO_PROGRESS,
) -> tuple[TimeView, ...]:
    """Give the views of several times of one item."""
    return tuple(time_view(context, time, validity, progress=progress) for time in times)
