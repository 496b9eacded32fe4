"""The slips that break front matter, one module each: what to look for and how to mend it.

A cause looks at one line of a ``Sheet`` and offers mends, likelier ones at a
lower cost. It may be wrong: whether a mend helps is found out by reading.
"""
