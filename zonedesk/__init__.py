"""zonedesk: the project ledger of a development-zone office."""

__version__ = "0.1.0"
