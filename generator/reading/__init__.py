"""From the files of a project to values of the domain, or to located problems."""
