"""What a Word file looks like, as a word for fingerprints: apart from what makes it, which is slow to load."""

FORMAT = "docx-3"
"""Changes when the same paper becomes another file."""
