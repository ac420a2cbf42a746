"""Discord: an ordinary bot, over the gateway and the HTTP API."""
