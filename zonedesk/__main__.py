"""`python -m zonedesk`: the commands, and the desktop app where there is a display."""

from zonedesk.cli import main

if __name__ == "__main__":
    main()
