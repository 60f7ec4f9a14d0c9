"""The same operations without a screen: `python -m zonedesk …`."""

from zonedesk.cli import messages as messages
