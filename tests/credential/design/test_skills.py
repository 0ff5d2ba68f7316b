from humanely.credential.design.form import Form
from humanely.credential.design.skills import Career, Skill, career, skill


def test_codes_of_a_framework_are_kept_as_plain_data() -> None:
    form = Form(
        {"name": "Spanish", "framework": "CEFR", "code": "B1", "url": "https://www.coe.int/lang-CEFR", "level": "B1"}
    )
    assert skill(form) == Skill("Spanish", "CEFR", "B1", "https://www.coe.int/lang-CEFR", "B1")
    assert form.faults == []


def test_a_skill_in_ones_own_words_needs_no_framework() -> None:
    form = Form({"name": "listening"})
    assert skill(form) == Skill("listening")
    assert form.faults == []


def test_an_address_of_esco_is_an_identifier_and_may_begin_with_http() -> None:
    form = Form({"name": "x", "framework": "ESCO", "url": "http://data.europa.eu/esco/skill/S8"})
    skill(form)
    assert form.faults == []


def test_a_career_tells_what_else_it_takes() -> None:
    assert career(Form({"name": "Stock clerk", "code": "ISCO-08 4321", "note": "Lifting."})) == Career(
        "Stock clerk", "ISCO-08 4321", "Lifting."
    )
