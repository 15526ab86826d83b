"""A place to work in."""

import pytest

from tests.places import same_place

tmp_path = pytest.fixture(same_place, name="tmp_path")
