"""What the service must withstand: see README.md beside this file."""
