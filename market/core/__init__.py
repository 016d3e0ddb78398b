"""The floor: what every table and every feature needs. Imports nothing of ours."""
