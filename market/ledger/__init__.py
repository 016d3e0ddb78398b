"""Double-entry money in whole pence. Rows are added, never changed; mistakes are corrected by more rows."""
