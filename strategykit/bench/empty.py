"""An empty Streamlit page, as the yardstick."""

import streamlit as st

st.title("Tom")
