"""Exactly what a template may see: localised, dated, linked. One function a kind of page."""
