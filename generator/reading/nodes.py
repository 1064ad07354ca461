"""A YAML file as a tree of nodes that know their line and column, and the plain data in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.domain.problem import DataPath
from generator.frozen import frozen


@dataclass(slots=True)
class Scalar:
    """A text as written, or None where nothing (or `~`, `null`) stands. Line and column count from 1."""

    line: int
    column: int
    text: str | None
    plain: bool = True


@dataclass(slots=True)
class Key:
    """A key of a mapping: where it stands."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Keys and their nodes, in the order of the file."""

    line: int
    column: int
    entries: dict[str, tuple[Key, "Node"]] = field(default_factory=dict)
    flow: bool = False


@dataclass(slots=True)
class Sequence:
    """The nodes of a list. `column` is that of its first dash or bracket."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)
    flow: bool = False


Node = Scalar | Mapping | Sequence


@frozen
class Found:
    """What stands at a path: the node, the key it hangs on if any, and the path as the file has it."""

    node: Node
    key: Key | None
    path: DataPath


def plain(node: Node) -> object:
    """Give the data of a node as dicts, lists, texts and None. Every scalar stays text: `no` is "no"."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(child) for name, (_, child) in node.entries.items()}


def find(root: Node, path: DataPath) -> Found:
    """Follow `path` from `root` as far as the file has it.

    A step that the file does not have is passed over: one value may stand for a list of one, and validators
    add steps of their own (tags of unions and functions).
    """
    node, key, followed = root, None, []
    for step in path:
        if isinstance(node, Mapping) and str(step) in node.entries:
            key, node = node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            key, node = None, node.items[step]
        else:
            continue
        followed.append(step)
    return Found(node, key, tuple(followed))


def empty_keys(node: Node, path: DataPath = ()) -> Iterator[DataPath]:
    """Give the paths of keys after which nothing stands."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from empty_keys(item, (*path, index))
    elif isinstance(node, Mapping):
        for name, (_, child) in node.entries.items():
            if isinstance(child, Scalar):
                if child.text is None:
                    yield (*path, name)
            else:
                yield from empty_keys(child, (*path, name))


def filled(node: Node) -> object:
    """Give the data of a node as `plain` does, without keys after which nothing stands: they say the same as no key."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [item.text if type(item) is Scalar else filled(item) for item in node.items]
    below = (
        (name, child.text if type(child) is Scalar else filled(child)) for name, (_, child) in node.entries.items()
    )
    return {name: value for name, value in below if value is not None}
