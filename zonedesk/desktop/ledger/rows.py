"""Moved to `zonedesk.ops.table.rows`."""

from zonedesk.ops.table.rows import *  # noqa: F403
