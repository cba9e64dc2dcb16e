"""What stands around Streamlit: the doors, the Danish shell, the log and the start and stop."""
