"""Reading what devices answer, without touching a network.

Comes in: bytes or text of one answer, hostile until shown otherwise. Goes out: its fields as plain text, or nothing.
Never: a socket, an exception over bad input, an opinion about who made the device.
"""
