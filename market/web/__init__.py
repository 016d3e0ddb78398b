"""Pages: the edge that opens a transaction and knows who asks, the guards, and the routes by area."""
