"""Strategiværksted: from a committee's mandate to an adopted strategy.

Who may import whom, held by import-linter and by tests/unit/test_architecture.py:

    app.py, __main__, commands -> everything
    pages                 ->  ui, actions, domain, errors
    ui | participation    ->  actions, charts, live, storage, domain, errors, settings
    actions               ->  storage, template_files, drafting, charts, live, domain, errors
    storage | drafting | charts | template_files | live  ->  domain, errors, never each other
    domain                ->  errors and the standard library

Only ui knows Streamlit, only storage knows SQL, only drafting knows Word.
"""
