"""Moved to `zonedesk.ops.table.filtering`."""

from zonedesk.ops.table.filtering import *  # noqa: F403
