"""Plain server-rendered pages for phones, reviewers and hearing parties: no Streamlit in here."""
