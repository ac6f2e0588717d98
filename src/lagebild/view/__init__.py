"""The reading view of a record: the article with each statement marked, then tables.

Nothing is imported here: who wants its words or dates need not wait for the page or the terminal.
"""
