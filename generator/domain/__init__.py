"""What a plan is: plans, tasks, roles, times, bodies, documents, problems. Values only: no I/O and no clock."""
