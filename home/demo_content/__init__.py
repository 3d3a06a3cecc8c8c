"""The site that `load_demo_content` builds: one module per page, Dutch and English side by side."""

#: How the page log remembers which pages were made.
LOG_ACTION = "perspectief.demo_content"
