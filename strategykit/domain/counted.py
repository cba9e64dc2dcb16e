"""What a process holds, counted in words: "30 sedler", "1 møde"."""

from collections.abc import Mapping

from strategykit.domain.actors import Actor, Offer, Stakeholder
from strategykit.domain.approvals import Adoption, Stage
from strategykit.domain.areas import Area, Measure, TargetGroup
from strategykit.domain.ballots import Ballot, StepResult
from strategykit.domain.baseline import Baseline, OwnFigure
from strategykit.domain.boards import Dot, Note, NoteGroup
from strategykit.domain.context import BudgetLine, FollowUp, OtherPolicy
from strategykit.domain.drafts import DraftVersion, Rewrite, Upload
from strategykit.domain.entry import Entry
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Criterion, Goal, Measurement, Performance, SubGoal
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.knowledge import (
    Constraint,
    EvidenceCard,
    Interview,
    Practice,
    Unit,
    Voice,
)
from strategykit.domain.meetings import (
    AgendaItem,
    Agreement,
    Decision,
    Disqualification,
    Meeting,
    Parked,
)
from strategykit.domain.minorities import Minority
from strategykit.domain.note_import import NoteImport
from strategykit.domain.numbers import danish
from strategykit.domain.people import Person
from strategykit.domain.process import Answer, PhaseStart
from strategykit.domain.reviews import (
    Point,
    ReceivedFile,
    ReviewMark,
    SectionApproval,
    SendOut,
)
from strategykit.domain.rooms import Room, Seat
from strategykit.domain.statements import Statement, StatementVersion
from strategykit.domain.steps import Step
from strategykit.domain.survey import SurveyAnswer, SurveyRound
from strategykit.domain.turns import PointTurn, PointWording

#: One and many of each kind, in the order in which a reader would miss them.
WORDS: Mapping[type[Entry], tuple[str, str]] = {
    Person: ("person", "personer"),
    Meeting: ("møde", "møder"),
    AgendaItem: ("punkt i drejebøgerne", "punkter i drejebøgerne"),
    Decision: ("beslutning", "beslutninger"),
    Minority: ("mindretalsudtalelse", "mindretalsudtalelser"),
    Agreement: ("aftale", "aftaler"),
    Disqualification: ("inhabilitet", "inhabiliteter"),
    Parked: ("emne på parkeringspladsen", "emner på parkeringspladsen"),
    Room: ("afholdelse af et møde", "afholdelser af møder"),
    Seat: ("plads ved et møde", "pladser ved møder"),
    Step: ("trin i møderne", "trin i møderne"),
    StepResult: ("resultat af et trin", "resultater af trin"),
    Ballot: ("stemme", "stemmer"),
    GoalTable: ("bord med mål", "borde med mål"),
    Note: ("seddel", "sedler"),
    NoteImport: ("fil med sedler", "filer med sedler"),
    NoteGroup: ("gruppe af sedler", "grupper af sedler"),
    Dot: ("prik", "prikker"),
    Statement: ("fælles tekst", "fælles tekster"),
    StatementVersion: ("tidligere udgave af teksterne", "tidligere udgaver af teksterne"),
    InstrumentRow: ("række i redskaberne", "rækker i redskaberne"),
    SurveyRound: ("runde af et spørgeskema", "runder af spørgeskemaer"),
    SurveyAnswer: ("svar på et spørgeskema", "svar på spørgeskemaer"),
    TargetGroup: ("målgruppe", "målgrupper"),
    Area: ("område", "områder"),
    Measure: ("indsats", "indsatser"),
    Goal: ("mål", "mål"),
    SubGoal: ("delmål", "delmål"),
    Criterion: ("kvalitetskriterium", "kvalitetskriterier"),
    Measurement: ("måling", "målinger"),
    Performance: ("vurdering af performance", "vurderinger af performance"),
    EvidenceCard: ("videnskort", "videnskort"),
    Constraint: ("vilkår", "vilkår"),
    Practice: ("eksempel på god praksis", "eksempler på god praksis"),
    Interview: ("interviewnotat", "interviewnotater"),
    Voice: ("tema fra dem, det handler om", "temaer fra dem, det handler om"),
    Unit: ("enhed i organisationen", "enheder i organisationen"),
    Stakeholder: ("interessent", "interessenter"),
    Actor: ("aktør", "aktører"),
    Offer: ("tilbud", "tilbud"),
    OwnFigure: ("eget tal", "egne tal"),
    Baseline: ("låst nulpunkt", "låste nulpunkter"),
    OtherPolicy: ("anden politik", "andre politikker"),
    BudgetLine: ("linje i økonomien", "linjer i økonomien"),
    FollowUp: ("opfølgning", "opfølgninger"),
    Rewrite: ("omskrevet afsnit", "omskrevne afsnit"),
    DraftVersion: ("gemt udkast", "gemte udkast"),
    SendOut: ("udsendelse til gennemsyn", "udsendelser til gennemsyn"),
    ReceivedFile: ("modtaget fil", "modtagne filer"),
    Point: ("punkt fra gennemsynet", "punkter fra gennemsynet"),
    ReviewMark: ("mærke fra gennemsynet", "mærker fra gennemsynet"),
    SectionApproval: ("tilslutning til et kapitel", "tilslutninger til kapitler"),
    PointTurn: ("behandling af et punkt", "behandlinger af punkter"),
    PointWording: ("forslag til ordlyd", "forslag til ordlyd"),
    Hearing: ("høring", "høringer"),
    HearingParty: ("høringspart", "høringsparter"),
    HearingResponse: ("høringssvar", "høringssvar"),
    Stage: ("led i behandlingen", "led i behandlingen"),
    Adoption: ("vedtagelse", "vedtagelser"),
    Upload: ("fil", "filer"),
    Answer: ("svar på åbningsspørgsmål", "svar på åbningsspørgsmål"),
    PhaseStart: ("faseskift", "faseskift"),
}


def counted(kind: type[Entry], count: int) -> str:
    """ "1 seddel" or "1.500 prikker"."""
    one, many = WORDS[kind]
    return f"{danish(count)} {one if count == 1 else many}"


def all_counted(counts: Mapping[type[Entry], int]) -> tuple[str, ...]:
    """Every kind that there is any of, in the order of WORDS."""
    return tuple(counted(kind, counts[kind]) for kind in WORDS if counts.get(kind))
