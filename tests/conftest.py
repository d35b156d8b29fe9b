"""How thorough the property tests are: `HYPOTHESIS_PROFILE=ci` tries more."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("default"), max_examples=60)
# Applications come and go here by the hundred; collecting as often as usual takes a fifth longer.
gc.set_threshold(100_000, 20, 100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True, scope="session")
def _no_settings_of_the_tester(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What somebody has set for themselves says nothing about the program."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
