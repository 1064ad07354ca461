"""How things are drawn, knowing nothing of plans."""
