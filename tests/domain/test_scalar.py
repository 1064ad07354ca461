import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.domain.scalar import Day, SchemaVersion, YesNo

DAY, YES_NO, VERSION = TypeAdapter(Day), TypeAdapter(YesNo), TypeAdapter(SchemaVersion)


@pytest.mark.parametrize("written", ["2024-08-09", " 2024-08-09 ", "9/8/2024", "09/8/2024", "09-08-2024", "9.8.2024"])
def test_a_day_is_written_as_iso_or_as_offices_do(written):
    assert DAY.validate_python(written) == datetime.date(2024, 8, 9)


@pytest.mark.parametrize("written", ["2025", "0", "20240809", "2024-8", "8/2024", "tomorrow", "2024-08-09T00:00"])
def test_what_is_no_day_is_not_taken_for_one(written):
    with pytest.raises(ValidationError) as caught:
        DAY.validate_python(written)
    assert caught.value.errors()[0]["type"] == "day_type"


@pytest.mark.parametrize("written", ["2024-02-30", "31/4/2024", "2023-02-29", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_impossible(written):
    with pytest.raises(ValidationError) as caught:
        DAY.validate_python(written)
    assert caught.value.errors()[0]["type"] == "day_impossible"


@pytest.mark.parametrize("written", ["có", "Có", "yes", "TRUE", "on", True])
def test_yes_is_said_in_both_languages(written):
    assert YES_NO.validate_python(written) is True


@pytest.mark.parametrize("written", ["không", "no", "False", "off", False])
def test_no_is_said_in_both_languages(written):
    assert YES_NO.validate_python(written) is False


def test_a_version_is_a_number_also_when_it_comes_as_text():
    assert VERSION.validate_python("1") == 1
    with pytest.raises(ValidationError):
        VERSION.validate_python("2")
