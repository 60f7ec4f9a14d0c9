"""What falls due, by source; see `registry`. A new source is one file here."""
