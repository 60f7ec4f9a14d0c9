"""One project's 手续清单: followed, paused, ticked off, with its documents."""
