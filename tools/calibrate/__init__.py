"""What the screening of names rests on, made again: word counts of ordinary suppliers, training names, the calibration."""
