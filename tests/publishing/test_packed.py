"""Values that stay packed are the same after any number of ways through the store."""

import pickle

import pytest

from generator.domain.text import Words
from generator.publishing import packed
from generator.publishing.packed import Packed
from generator.publishing.store import Store


def words(text: str) -> Words:
    return Words(vi=text)


@pytest.fixture
def opened(monkeypatch) -> list[bytes]:
    """Note what is opened."""
    found, before = [], packed.loaded
    monkeypatch.setattr(packed, "loaded", lambda data: found.append(data) or before(data))
    return found


def kept(store: Store, value: object) -> Packed:
    store.keep("kind", "ab", value)
    return store.find("kind", "ab")


def test_values_come_back_in_their_order_and_open_one_by_one(tmp_path, opened):
    values = {"b": words("hai"), "a": words("một")}
    found = kept(Store(tmp_path), Packed(values))
    assert list(found) == ["b", "a"]
    assert "a" in found
    assert "c" not in found
    assert opened == []
    assert found["a"] == words("một")
    assert found["a"] is found["a"]
    assert len(opened) == 1
    assert dict(found) == values


def test_what_did_not_change_is_written_again_without_being_opened(tmp_path, opened):
    store = Store(tmp_path)
    first = kept(store, Packed({"a": words("một"), "b": words("hai"), "c": words("ba")}))
    second = kept(store, first.renewed(["c", "a", "d"], Packed({"d": words("bốn"), "a": words("mốt")})))
    assert opened == []
    assert dict(second) == {"c": words("ba"), "a": words("mốt"), "d": words("bốn")}
    assert list(second) == ["c", "a", "d"]
    assert dict(first) == {"a": words("một"), "b": words("hai"), "c": words("ba")}


def test_a_value_that_is_not_there_is_a_key_error(tmp_path):
    found = kept(Store(tmp_path), Packed({"a": words("một")}))
    with pytest.raises(KeyError):
        found["b"]
    with pytest.raises(KeyError):
        found.renewed(["b"], Packed({}))


def test_values_that_were_never_packed_go_on_to_the_next_mapping():
    found = Packed({"a": words("một")}).renewed(["a"], Packed({})).renewed(["a"], Packed({}))
    assert found["a"] == words("một")
    assert pickle.loads(pickle.dumps(found))["a"] == words("một")


def test_values_can_be_looked_at_without_staying_open(tmp_path, opened):
    found = kept(Store(tmp_path), Packed({"a": words("một"), "b": words("hai")}))
    assert dict(found.apart()) == dict(found.apart()) == {"a": words("một"), "b": words("hai")}
    assert len(opened) == 4


def test_a_value_that_is_put_is_packed_at_once(opened):
    made: Packed[str, Words] = Packed({})
    made.put("a", words("một"))
    assert made["a"] == words("một")
    assert len(opened) == 1
