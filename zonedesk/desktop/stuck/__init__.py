"""Parts of the page 三未."""
