"""The page of the change of shift: the sheet, accepted line by line and signed by both; on paper, too."""
