"""What the pages about one person and a caseload show: words and shapes, made from what the services know."""
