"""The fixed codes and values that everything else is told in.

Codes are database values and never change. Their labels may be edited by the coordinator; the
labels here are what everybody sees until then. Imports nothing of ours.
"""
