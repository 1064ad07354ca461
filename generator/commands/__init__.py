"""The command line, one thin file a command; the one place where problems become text and exit codes."""
