"""The referral: the summary as plain data, shared by the screen and the PDF."""
