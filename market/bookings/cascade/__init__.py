"""When a visit fails: the customer's own backup contacts are asked in their order, then a human.

The product introduces, it does not direct (SI 2014/2936 Sch 1 para 1(3)(b)): who is asked, and in what order, was agreed
beforehand by the customer. Nobody is ever assigned a stranger.
"""
