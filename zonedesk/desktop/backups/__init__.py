"""Parts of the page 备份与恢复."""
