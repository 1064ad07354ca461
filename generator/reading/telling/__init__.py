"""Tellers: each turns one kind of mistake into the problem that says what to write."""
