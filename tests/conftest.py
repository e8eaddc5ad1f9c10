"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no failure: no test passes or fails by seconds.
settings.register_profile("labelcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("labelcheck")
