"""A busy day in the queue, for the demo: some forty fictional people in all situations of the desk.

The same day gives the same people. As in `demo_registrations`, nobody can be called or mailed by
mistake: every number is the foundation's own, with an extension that says day and person, and every
address is at example.org.
"""
