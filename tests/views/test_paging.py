"""Lists cut into pages: nothing lost, in order, and what is added later leaves the pages of before as they are."""

from hypothesis import given
from hypothesis import strategies as st

from generator.views.paging import cut, page_path

LISTS = st.lists(st.integers(), max_size=60)
SIZES = st.integers(min_value=1, max_value=9)


@given(LISTS, SIZES)
def test_the_pages_together_are_the_list(found, size):
    assert [one for page in cut(found, size) for one in page] == found


@given(LISTS, SIZES)
def test_the_first_page_holds_up_to_twice_as_many_and_each_other_just_the_size(found, size):
    first, *others = cut(found, size)
    assert len(first) < 2 * size or not others
    assert len(first) <= 2 * size
    assert {len(page) for page in others} <= {size}


@given(LISTS, SIZES, st.lists(st.integers(), max_size=30))
def test_what_is_added_leaves_every_older_page_as_it_is_and_where_it_is(found, size, newer):
    before, after = cut(found, size), cut([*newer, *found], size)

    def older(pages):
        return {page_path("list/", at, len(pages)): list(page) for at, page in enumerate(pages) if at}

    assert older(before).items() <= older(after).items()


@given(SIZES)
def test_an_empty_list_is_one_empty_page(size):
    assert cut([], size) == [[]]


def test_the_newest_page_has_the_address_of_the_list():
    assert [page_path("list/", at, 3) for at in range(3)] == ["list/", "list/trang_2/", "list/trang_1/"]
