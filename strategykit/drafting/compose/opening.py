"""What the committee answered to the questions that open the process."""

from strategykit.domain.process import Answer
from strategykit.drafting.compose.danish import enumerated, quoted, sentence
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref


def opening(leaf: Leaf) -> None:
    """Question and answer in one paragraph; the unanswered ones are told together."""
    ground = leaf.ground
    answers = {answer.question: answer for answer in ground.of(Answer) if answer.text.strip()}
    unanswered = []
    for question in ground.template.opening_questions:
        asked = ground.render(question.text)
        answer = answers.get(question.key)
        if answer is None:
            unanswered.append(quoted(asked))
            continue
        told = f"{quoted(asked)} Udvalgets svar: {sentence(answer.text)}"
        leaf.say(f"svar:{question.key}", told, (ref(answer, asked),))
    if not answers:
        leaf.nothing("Udvalget har ikke besvaret spørgsmålene ved begyndelsen.", "forside")
    elif unanswered:
        which = "Spørgsmålet" if len(unanswered) == 1 else "Spørgsmålene"
        leaf.lack("svar", f"{which} {enumerated(unanswered)} er ikke besvaret.", "forside")
