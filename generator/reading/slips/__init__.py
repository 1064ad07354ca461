"""Slips of the hand by which a file is no YAML any more: each function knows one, and gives its place and the mend."""
