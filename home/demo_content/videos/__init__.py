"""The demo videos: what follows from their scripts, and the clips that go with them.

The words are final, the pictures are not: each clip shows the motif for as long as its words take.
`manage.py draw_demo_clips` draws the clips and posters in `home/demo_content/media/`.
"""
