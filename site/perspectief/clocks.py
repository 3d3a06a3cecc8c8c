"""What a clock that was ahead has left behind: moments that no right clock can have put so far off.

Whatever waits for such a moment is due now. Else one hour with a wrong clock could stop mail and
recurring work, or shut somebody out, for as long as the clock was ahead.
"""

from datetime import timedelta
from typing import Final

#: The clocks of several machines, and of one before and after it is set, differ by less than this.
CLOCK_DIFFERENCE: Final = timedelta(hours=1)
