"""The registries: every body, place and cited document that plans may name."""

from collections.abc import Mapping

from generator.domain.agency import Agency, Place
from generator.domain.document import CitedDocument
from generator.domain.value import value


@value
class Registry:
    """Bodies, places and documents by id, each mapping in the order of its file."""

    agencies: Mapping[str, Agency]
    places: Mapping[str, Place]
    documents: Mapping[str, CitedDocument]
