"""What a template can name: the pages, the criteria of a phase, and what fills a section."""

from collections.abc import Mapping

#: Page keys in the order of the work; what a page holds when the template gives it no other title.
PAGES: Mapping[str, str] = {
    "forside": "Forløbet og dets mandat",
    "plan": "Faser, møder og tidsplan",
    "deltagere": "Hvem der er med, og i hvilken rolle",
    "viden": "Videnskort, vilkår, god praksis, interview, stemmer og organisation",
    "nulpunkt": "Tallene, som de er i dag",
    "aktoerer": "Interessenter, aktører og tilbud",
    "swot": "SWOT og forhindringer",
    "vision": "Drømme og de tekster, som udvalget vedtager",
    "indsatsomraader": "Grupper, forslag, valg og indsatser",
    "maal": "Performance, mål, delmål og kvalitetskriterier",
    "redskaber": "Skabelonens redskaber: tjek, sammenligninger, planer og skemaer",
    "udkast": "Udkastet, afsnit for afsnit",
    "hoering": "Gennemsyn af udkastet, det, der kom hjem, og høringen",
    "godkendelse": "Sagens vej gennem udvalgene, indstillingen og vedtagelsen",
}

#: Pages that every process shows, whether a phase names them or not.
ALWAYS_SHOWN = ("forside", "plan", "deltagere")

#: What must be there before a phase is begun or left, as the plan says it.
CRITERIA_SENTENCES: Mapping[str, str] = {
    "mandate_recorded": "Mandatet er skrevet ind",
    "baseline_frozen": "Nulpunktet er låst",
    "stakeholders_recorded": "Interessenterne er skrevet ind",
    "constraints_recorded": "Vilkårene er skrevet ind",
    "swot_prioritised": "Alle felter i SWOT er prioriteret med prikker",
    "texts_agreed": "Teksterne er vedtaget i udvalget",
    "candidates_decided": "Alle forslag er afgjort med en begrundelse, og mindst ét forfølges",
    "areas_have_ready_goal": "Hvert forslag, der forfølges, har mindst ét mål, der er klar",
    "instruments_filled": "Fasens redskaber er udfyldt",
    "recommendation_given": "Indstillingen er givet",
}

#: What a section of the Word document is filled with, beside its own sentences.
FILLS: Mapping[str, str] = {
    "text": "kun afsnittets egne sætninger",
    "foreword": "forordet, som formanden skriver det",
    "summary": "vision, valgte områder og mål på én side",
    "background": "mandat, opgave og formål",
    "process": "møderne og deres beslutninger",
    "opening": "åbningsspørgsmålene med svar",
    "knowledge": "videnskort, vilkår, god praksis og interview",
    "voices": "hvad de mennesker, strategien er for, har sagt, og hvad det ændrede",
    "baseline": "nulpunktets tal med diagrammer",
    "swot": "de prioriterede sedler, felt for felt",
    "obstacles": "forhindringerne efter slags",
    "vision": "visionen",
    "mission": "missionen",
    "statement": "en af de andre tekster, som udvalget vedtager",
    "dreams": "drømmene med flest prikker",
    "groups": "grupperne med behov og antal",
    "areas": "de valgte områder med mål, delmål og kvalitetskriterier",
    "set_back": "det, der træder i baggrunden, og hvorfor",
    "policies": "de politikker, strategien hænger sammen med",
    "economy": "udgifter, besparelser og finansiering",
    "follow_up": "hvem der gør status, hvornår og over for hvem",
    "recommendation": "udvalgets indstilling",
    "instrument": "det, der er udfyldt i et af skabelonens redskaber",
    "annex_notes": "alle sedler, samlet og med prikker",
    "annex_votes": "afstemninger, samtykke og mindretalsudtalelser",
    "annex_hearing": "høringssvarene med vurdering og ændring; intet uden en høring",
    "annex_heard": "svarene fra dem, der taler for dem, strategien er for, og hvad der blev gjort",
    "annex_actors": "aktører og tilbud",
    "annex_process": "møder og deltagere efter rolle",
    "annex_glossary": "ordlisten",
}

#: The fills that name what fills them, and the list that it is found in.
FILLS_BY_NAME: Mapping[str, str] = {"instrument": "instruments", "statement": "statements"}

#: The statement or board that a fill takes its text from; a template must have it.
FILL_NEEDS: Mapping[str, tuple[str, str]] = {
    "vision": ("statements", "vision"),
    "mission": ("statements", "mission"),
    "swot": ("boards", "swot"),
    "obstacles": ("boards", "forhindringer"),
    "dreams": ("boards", "droemme"),
}
