"""Telegram: an ordinary bot, over the Bot API."""

import os

# The library's documented switch: durations are durations, and it does not warn at each that they once will be.
os.environ.setdefault("PTB_TIMEDELTA", "1")
