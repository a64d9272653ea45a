"""What can be observed, and how it is weighed."""
