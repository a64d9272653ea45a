"""Who to tell in a place: channels, how fresh they are, how to dial, duties to report.

Country and region are always chosen by the person, never taken from the computer's settings:
the same three digits are a child helpline in one country and the fire brigade in the next.

- ``emergency`` and ``own_contact``: all that the start page needs, without any library.
- ``directory``: everything known for a country; checked by ``channels_schema`` when read.
- ``who_to_tell``: the channels of a place, in order, printable ones apart.
- ``freshness``, ``dialling``: what to say beside a number.
- ``model``, ``status``, ``pack``: the values, the rule what may be printed, the sealed files.

Nothing is imported here, so that the start page loads only what it needs.
"""
