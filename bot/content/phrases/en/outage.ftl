# What somebody is told whose message cannot be kept at this moment; it is handled once it can be.
kept-later = I can't save anything just now. I'll see to this as soon as I can, so there is no need to send it again.
