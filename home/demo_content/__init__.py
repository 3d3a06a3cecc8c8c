"""The site that `load_demo_content` builds from the files in `words/`, one a page."""

#: How the page log remembers which pages were made.
LOG_ACTION = "perspectief.demo_content"
