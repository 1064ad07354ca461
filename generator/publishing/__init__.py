"""The sequence of a build, and the one place that writes to disk."""
