"""plansite: a public bilingual website out of official plans. Read, know, show, publish."""
