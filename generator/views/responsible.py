"""Who is responsible for an item, in lines of plain text, and which bodies have to do with it."""

from collections.abc import Iterable, Iterator

from generator.domain.responsibility import Assignment
from generator.views.bodies import body_link
from generator.views.context import Context

# Roles that help, watch or are told, beside those who answer for an item.
_BESIDE = frozenset(
    {"coordinate", "supervise", "monitor", "appraise", "approve", "report_to", "via", "invite", "member", "committee"}
)


def bodies_in(held: Iterable[Assignment]) -> tuple[str, ...]:
    """Give the ids of the bodies in some roles, each once."""
    return tuple(dict.fromkeys(one.body.agency for one in held))


def responsible_lines(context: Context, held: Iterable[Assignment]) -> Iterator[str]:
    """Give a line for each role whose holders answer for the item: "Chủ trì: A; B"."""
    by_role: dict[str, list[str]] = {}
    for one in held:
        if one.role not in _BESIDE:
            by_role.setdefault(_word(context, one), []).append(body_link(context, one.body).text.text)
    for word, names in by_role.items():
        yield f"{word}: {'; '.join(dict.fromkeys(names))}"


def _word(context: Context, one: Assignment) -> str:
    """Give the document's own wording of a role in Vietnamese, else the role's word."""
    own = one.wording if context.language == "vi" else None
    return own or context.word("roles", one.role)
