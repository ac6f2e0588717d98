"""The same reading over whole archives: many processes, stopped and resumed at any point.

The doors are ``ingest.ingest``, ``pool.Pool`` and ``cluster.Cluster``; nothing is imported here, so that a program can
start its workers before it imports the rest.
"""
