"""What is paid once, to set things up: it goes with the first visit that takes place, and is paid that once.

A card shows it as "the first time", and our terms say that a visit that does not happen is not paid for. So where the visit
that carries it is called off or fails, it goes on to the next one of the same booking that the same provider is to make.
Where none is left nothing was set up: it is then a part of that visit's price, as it was shown, and falls or stays with it.
"""
