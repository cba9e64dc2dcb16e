"""The only place that draws Streamlit: frame, page gate, widgets, server shell."""
