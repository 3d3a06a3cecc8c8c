"""The one owner of callbacks and registrations: their state, claim
and answers change nowhere else."""
