"""Moved to `zonedesk.ops.table.derived`."""

from zonedesk.ops.table.derived import *  # noqa: F403
