"""The live index, the need as asked, what was kept, and shortlists."""
