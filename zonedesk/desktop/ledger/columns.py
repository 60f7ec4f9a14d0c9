"""Moved to `zonedesk.ops.table.columns`."""

from zonedesk.ops.table.columns import *  # noqa: F403
