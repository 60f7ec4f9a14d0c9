"""What an officer does, one small function per action. Knows no screen."""
