"""What has to happen next with the money of one visit: decided by one pure rule, written down by one verb."""
