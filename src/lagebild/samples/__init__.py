"""A sample article, written for this package: its persons hold real offices, its events are invented."""
