"""Open data: what the plans say as JSON and as tables, each row made once while its plan is open."""
