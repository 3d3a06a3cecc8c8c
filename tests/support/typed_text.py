"""What tests of the forms have typed and sent: any writing there is, and what nobody types."""

from hypothesis import strategies as st

from perspectief.invisible import without_invisible

# Every writing, emoji, and what they need of marks that nobody sees; no control characters.
TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80).map(
    without_invisible
) | st.sampled_from(
    [
        "Zoë O'Brien",
        "محمد",
        "👩‍👩‍👧‍👦 thuis",
        "' OR 1=1 --",
        "<script>alert(1)</script><b>&amp;\"'</b></textarea></form>",
        "{{ 7 }} {% now %} %(name)s",
    ]
)
# What a program may send as well.
SENT = (
    TYPED
    | st.just("\u202eomgekeerd")
    | st.text(max_size=80)
    | st.sampled_from(["\x00", "x" * 5000, "../../etc"])
)
