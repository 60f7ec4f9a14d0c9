"""One file a command: `import_.py` holds the command `import`. A new file joins by itself."""
