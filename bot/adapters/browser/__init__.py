"""The browser chat: a platform built in, on this machine only, where one picks which person one is."""
