"""The demo videos: what is said in both languages, and the clips that go with it.

The words are final, the pictures are not: each clip shows the motif for as long as its words take.
`manage.py draw_demo_clips` draws the clips and posters in `home/demo_content/media/`.
"""
