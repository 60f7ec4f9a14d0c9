"""The sections of the settings page; see `registry`."""
