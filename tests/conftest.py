"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no failure: no test passes or fails by seconds. Nor does one by chance: the examples are always the
# same, and `pytest tests/properties --hypothesis-profile=campaign` looks for new ones.
settings.register_profile("labelcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("campaign", settings.get_profile("labelcheck"), derandomize=False, max_examples=20_000)
settings.load_profile("labelcheck")
