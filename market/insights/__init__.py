"""What the market lacks, read from what people looked for. Counts only; small ones are not shown."""
