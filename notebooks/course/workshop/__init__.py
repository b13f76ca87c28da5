"""What instructors make of the course: plans, notebooks cut to them, slides."""
