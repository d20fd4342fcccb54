"""What is asked about an alarm: is it real, what set it off, for how long and why it is put aside, and who agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.alarms import Aside, Outcome
from console.model import AlarmClass, By, PointId
from tests.unit.test_sounding import Notepad
from tests.widgets.desk import FAR_AWAY, LEAKAGE, SITE, SMOKE, Desk, texts
from widgets.alarms.alarm_acts import Deed
from widgets.alarms.aside_form import Way

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def chips(desk: Desk) -> set[Deed]:
    return {deed for deed, chip in desk.window.details.others.chips.items() if chip.isVisible()}


def test_a_fire_asks_whether_it_is_real_and_the_clock_says_what_follows_when_nobody_answers(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    panel = desk.window.details.verify
    assert panel.isVisible() and panel.texts()[0] == "1:30"
    desk.clock.advance(80_000)
    assert panel.texts()[0] == "0:10"
    desk.clock.advance(10_000)
    assert panel.texts()[1] == "Nobody verified in time"
    QTest.mouseClick(panel.outcomes[Outcome.FALSE], LEFT)
    assert desk.alarm(alarm).verify.outcome is Outcome.FALSE and not panel.isVisible()
    assert any(text.startswith("false · ") for text in texts(desk.window.details))


def test_the_keys_1_to_4_answer_only_while_the_focus_is_among_the_answers(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    panel = desk.window.details.verify
    QTest.keyClick(desk.window.table, Key.Key_3)
    assert desk.alarm(alarm).verify.is_running and desk.window.acts.entry.text == "3"
    desk.press(Key.Key_Escape)
    QTest.keyClick(panel.outcomes[Outcome.REAL], Key.Key_3)
    assert desk.alarm(alarm).verify.outcome is Outcome.TEST and desk.window.acts.entry.text == ""


def test_a_hazard_is_not_asked_for(desk: Desk) -> None:
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert not desk.window.details.verify.isVisible()


def test_the_reset_keeps_what_had_set_it_off_and_the_word_about_it(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    desk.press(Key.Key_F2)
    desk.clear(SMOKE)
    resets = desk.window.details.resets
    resets.cause.setCurrentIndex(resets.cause.findData("cooking"))
    resets.note.setText("Canteen kitchen")
    QTest.mouseClick(desk.window.details.outcomes[Outcome.FALSE], LEFT)
    assert desk.console.alarms.get(alarm) is None
    entry = next(one for one in desk.console._store.entries if one.kind == "AlarmReset")  # type: ignore[attr-defined]
    assert entry.data == {"outcome": "false", "cause_code": "cooking", "note": "Canteen kitchen"}


def test_a_reset_without_a_cause_keeps_the_usual_one(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F2)
    desk.clear(SMOKE)
    QTest.mouseClick(desk.window.details.outcomes[Outcome.TEST], LEFT)
    entry = next(one for one in desk.console._store.entries if one.kind == "AlarmReset")  # type: ignore[attr-defined]
    assert entry.data["cause_code"] == "maintenance"


def test_only_what_can_be_done_is_offered(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert chips(desk) == {Deed.SHELVE, Deed.OUT_OF_SERVICE, Deed.ON_TEST}
    desk.console.alarming.shelve(leak, 15, "measuring")
    desk.window.acts.choose(leak)
    assert Deed.UNSHELVE in chips(desk) and Deed.SHELVE not in chips(desk)
    desk.change(SMOKE)
    assert chips(desk) == set()  # a fire nobody has looked into is neither shelved nor taken away


def test_an_alarm_is_shelved_with_a_reason_and_for_the_time_that_was_chosen(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    QTest.mouseClick(desk.window.details.others.chips[Deed.SHELVE], LEFT)
    form = desk.window.details.aside
    assert form.isVisible() and not form.confirm.isEnabled()
    form.text.setText("Electrician is measuring")
    form._durations[1].click()
    QTest.keyClick(form.text, Key.Key_Return)
    shelf = desk.alarm(leak).shelved
    assert shelf is not None and shelf.reason == "Electrician is measuring"
    assert shelf.until_ms - desk.clock.now_ms() == 30 * 60_000


def test_what_was_typed_stays_with_its_alarm_while_a_fire_is_looked_at(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    QTest.mouseClick(desk.window.details.others.chips[Deed.SHELVE], LEFT)
    form = desk.window.details.aside
    form.text.setText("Electrician")
    desk.change(SMOKE)
    assert not form.isVisible() and desk.window.details.verify.isVisible()
    desk.window.acts.choose(leak)
    assert form.isVisible() and form.text.text() == "Electrician"
    desk.press(Key.Key_Escape)
    assert not form.isVisible() and desk.alarm(leak).aside is None


def test_a_fire_detector_goes_out_of_service_only_with_a_second_person_who_shows_who_he_is(desk: Desk) -> None:
    asked: list[tuple[str, str]] = []

    def vouch(person: str, secret: str, _right: object, given: object, _refused: object) -> None:
        asked.append((person, secret))
        given(By(person=person, position="desk-1"))  # type: ignore[operator]

    desk.console.people.vouch = vouch  # type: ignore[method-assign]
    desk.window.acts.deeds.ask_point(Way.OUT_OF_SERVICE)
    form = desk.window.details.aside
    assert form.point.isVisible() and form.person.isVisible() and form.secret.isVisible()
    filled = ((form.point, "Smoke detector far away"), (form.text, "P-7"), (form.measure, "guard"), (form.person, "Ng"))
    for field, text in filled:
        field.setText(text)
    assert not form.confirm.isEnabled()
    form.secret.setText("hunter2")
    QTest.mouseClick(form.confirm, LEFT)
    assert asked == [("Ng", "hunter2")] and form.secret.text() == ""
    duty = desk.console.alarms.service.of(FAR_AWAY)
    assert duty is not None and duty.out_of_service is not None
    assert duty.out_of_service.second == By(person="Ng", position="desk-1")


def test_a_detector_that_is_not_there_is_refused_in_words(desk: Desk) -> None:
    desk.window.acts.deeds.ask_point(Way.ON_TEST)
    form = desk.window.details.aside
    form.point.setText("Nowhere")
    QTest.mouseClick(form.confirm, LEFT)
    assert "There is no such detector" in texts(desk.window.details)


def test_of_detectors_with_the_same_name_none_is_taken_away_that_nobody_has_meant(
    open_desk: Callable[..., Desk],
) -> None:
    named = [replace(p, name="烟感", name_en="Smoke") if p.id in (SMOKE, FAR_AWAY) else p for p in SITE.points]
    desk = open_desk(site=replace(SITE, points=tuple(named)))
    desk.window.acts.deeds.ask_point(Way.ON_TEST)
    form = desk.window.details.aside
    offered = form._names.stringList()
    assert {f"Smoke · {SMOKE}", f"Smoke · {FAR_AWAY}"} <= set(offered) and "Smoke" not in offered
    form.point.setText("Smoke")
    QTest.mouseClick(form.confirm, LEFT)
    assert "Several detectors have this name: choose the one with its id" in texts(desk.window.details)
    assert not list(desk.console.alarms.service)
    desk.window.acts.deeds.ask_point(Way.ON_TEST)
    form.point.setText(f"Smoke · {FAR_AWAY}")
    QTest.mouseClick(form.confirm, LEFT)
    assert [duty.point for duty in desk.console.alarms.service] == [FAR_AWAY]


def test_a_trouble_that_is_on_test_with_its_detector_comes_back_with_it(desk: Desk) -> None:
    desk.console.alarming.put_on_test([SMOKE], desk.clock.now_ms() + 3_600_000)
    trouble = desk.change(PointId(f"{SMOKE}.trouble"), alarm_class=AlarmClass.TROUBLE)
    assert desk.alarm(trouble).aside is Aside.ON_TEST
    desk.window.acts.choose(trouble)
    QTest.mouseClick(desk.window.details.others.chips[Deed.END_TEST], LEFT)
    assert desk.alarm(trouble).aside is None and not list(desk.console.alarms.service)


def test_an_alarm_that_is_put_aside_can_be_brought_back(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.alarming.put_on_test([LEAKAGE], desk.clock.now_ms() + 3_600_000)
    assert desk.alarm(leak).aside is Aside.ON_TEST
    desk.window.acts.choose(leak)
    QTest.mouseClick(desk.window.details.others.chips[Deed.END_TEST], LEFT)
    found = desk.console.alarms.get(leak)
    assert found is None or found.aside is None


# ---- said aloud ----


def test_what_is_said_aloud_is_class_place_and_kind_in_the_language_of_the_desk(desk: Desk) -> None:
    speaking, sound = desk.console.sounding.speaking, Notepad()
    speaking._sound, speaking._classes = sound, frozenset(AlarmClass)
    desk.change(SMOKE)
    assert sound.said == [(1, "Fire. Smoke detector hall east. Smoke.", "en")]
    assert desk.window._speaker.more(2, 0).startswith("2 more fire alarm")
