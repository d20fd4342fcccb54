"""Three languages, complete: every text of the windows, every code of the core, the right script, the right terms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import widgets
from console import alarms, child
from console.alarms import Outcome, Shown
from console.backends.feed import spool, trouble
from console.backends.store import faults
from console.cameras import Choice, Reason, ReasonCode
from console.cameras.choice import Tier
from console.kinds import KINDS
from console.model import AlarmClass, Camera, CameraId, CameraKind, Health
from console.parse.rejects import Reject
from console.ports import CameraState
from tests.widgets.translated import SOURCES
from widgets.application import Languages
from widgets.reasons import Reasons
from widgets.words import Words

CHINESE = ("zh_CN", "zh_TW")
MARK = re.compile(r"%(?:n|\d)")
Message = tuple[str, str]  # context, source

# Characters that only the simplified script has, as far as they can occur in a command room.
SIMPLIFIED = set(
    "报处号东丝两严个丰临为举么义乌乐习乡书买乱争亏亚产亲仅从仓仪们价众优会伞传伤伦伪体侧侨俭债倾偿储儿党兰关兴养兽冲决况冻净减凤凭"
    "击创删别刹剂剧劝办务动励劲劳势区医华协单卖卫厂厅历压厌厕县参双发变叠叶吗启员响哑团园围图圆圣场坏块坚坛坝垒垦垫声壳复够头夹夺奋"
    "奖妇妈姗娱孙学宁宝实宠审宪宫宽宾对寻导尔尘尝尽层届属岁岂岛岭币师帐帘带帧帮并广庄庆库应废开异弃张弹强归当录彻径忆忧怀态总恋恒恶"
    "悬惊惧惨惯愤愿戏战户扑执扩扫扬扰抚抛抢护报担拟拥拦择挂挡挤挥损换据掷摄摆摇撑撤敌数断无旧时显晒晓暂术机杂权条来杨极构枪标栈栏树样"
    "档桥检楼横欢欧歼残殴毁毕气汇汉汤沟没泽洁浅测济浓涂润涨温湿溃滚满滤滥灭灯灵灾炉点炼热烟烦烧爱牵状独狭狱猪环现玛电画畅疗疮盐监盖盘"
    "睁矿码砖础硕确离种积称稳穷窃竞笔笼筑签简类粮紧纠红纤约级纪纯纲纳纵纷纸纹线练组细织终绍经结绕绘给络绝统继绩绪续绳维综绿缆缓编缘缩"
    "网罗罚职联聪肃肠肤肿胀脉脏脑脱腾舰舱艺节芦苏范荐荣药获营虑虚虫虽蚀蛮补装览观规视觉触誉计订认讨让训议讯记讲许论设访证评识诉词译试"
    "话询该详语误说请读课谁调谈谋谓谢谱贝负贡财责败货质贩贪贫购贯贴费贺资赋赔赖赚赛赞赵赶趋跃践踪车轨转轮软轻载较辅辆输边达迁过运还这"
    "进远违连迟适选递逻遗邮邻郑释里鉴针钉钟钢钥钱钻铁铃铅铜银链销锁锅错键镇镜长门闪闭问闯间闷闹闻阀阅阔队阳阴阵阶际陆险随隐难雾静页顶项"
    "顺须顾顿预领频题额风飞饭饮馆驱驶验骑鱼鸟麦黄齐龄"
) - set("黄里撤")  # also written so in Taiwan
MAINLAND = (
    "視頻", "報警", "告警", "信息", "數據", "網絡", "服務器", "攝像機", "默認", "聯動", "打印", "硬盤", "用戶",
)  # fmt: skip
TERMS = {
    "FIRE": ("火警", "火警"), "Acknowledge": ("确认", "確認"), "to reset": ("待复位", "待復歸"),
    "Hydrant pressure": ("消火栓水压", "消防栓水壓"), "Fire lane blocked": ("消防通道占用", "消防通道占用"),
    "E-bike in lift": ("电动车进电梯", "電動車進電梯"), "Cameras": ("摄像机", "攝影機"), "False": ("误报", "誤報"),
    "Manual call point": ("手动报警按钮", "手動報警機"), "same fire zone": ("同防火分区", "同防火區劃"),
    "Alarms": ("报警", "警報"), "limit %1": ("限值 %1", "門檻 %1"), "Journal": ("事件日志", "事件紀錄"),
}  # fmt: skip


def entries(path: Path) -> Iterator[tuple[Message, list[str], bool]]:
    """Message, its translations (several when it counts), finished or not."""
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield (name, message.findtext("source") or ""), forms, "type" not in translation.attrib


def catalogue(language: str) -> dict[Message, list[str]]:
    return {message: forms for message, forms, _ in entries(SOURCES / f"watchroom_{language}.ts")}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> set[Message]:
    """Every text the windows ask a translation for, as the tool finds it in the code."""
    path = tmp_path_factory.mktemp("lupdate") / "found.ts"
    code = sorted(str(p) for p in Path(widgets.__path__[0]).rglob("*.py"))
    update = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([update, *code, "-ts", path], check=True, capture_output=True)
    return {message for message, _, _ in entries(path)}


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_of_the_windows_is_translated_and_nothing_else(language: str, found: set[Message]) -> None:
    assert len(found) > 100
    assert set(catalogue(language)) == found


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_every_translation_is_finished(language: str) -> None:
    path = SOURCES / f"watchroom_{language}.ts"
    assert [message for message, forms, finished in entries(path) if not finished or not all(forms)] == []


def test_every_text_that_counts_has_an_english_singular_and_plural(found: set[Message]) -> None:
    counting = {message for message in found if "%n" in message[1]}
    english = catalogue("en")
    assert counting and set(english) == counting
    for (_, source), forms in english.items():
        assert len(forms) == 2 and not any("(s)" in form for form in forms)
        assert (forms[0] != forms[1]) == ("(s)" in source)


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_the_compiled_file_knows_every_text(language: str, qm_folder: Path, qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(qm_folder / f"watchroom_{language}.qm"))
    for (context, source), forms in catalogue(language).items():
        count = 7 if "%n" in source else -1
        assert translator.translate(context, source, "", count) == forms[-1], (context, source)


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_every_translation_has_the_marks_of_its_source(language: str) -> None:
    for (_, source), forms in catalogue(language).items():
        assert all(sorted(MARK.findall(form)) == sorted(MARK.findall(source)) for form in forms), source


@pytest.mark.parametrize("language", CHINESE)
def test_the_same_text_has_the_same_translation_everywhere(language: str) -> None:
    by_source: dict[str, set[str]] = {}
    for (_, source), forms in catalogue(language).items():
        by_source.setdefault(source, set()).add(forms[0])
    assert {source: forms for source, forms in by_source.items() if len(forms) > 1} == {}


def test_taiwan_reads_its_own_script_and_its_own_words() -> None:
    for (_, source), forms in catalogue("zh_TW").items():
        text = "".join(forms).replace("手動報警機", "")  # the one device whose name keeps the word
        assert not SIMPLIFIED & set(text), (source, text)
        assert not [word for word in MAINLAND if word in text], (source, text)


def test_the_check_for_the_script_can_fail() -> None:
    simplified = "".join("".join(forms) for forms in catalogue("zh_CN").values())
    assert len(SIMPLIFIED & set(simplified)) > 80


@pytest.mark.parametrize("source", TERMS)
def test_the_terms_of_the_trade_are_used(source: str) -> None:
    for language, term in zip(CHINESE, TERMS[source], strict=True):
        words = {forms[0] for (_, text), forms in catalogue(language).items() if text == source}
        assert words == {term}


def test_only_self_is_asked_to_translate() -> None:
    """`lupdate` files a text of any other receiver under a name nobody looks up."""
    for path in Path(widgets.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                assert isinstance(node.func.value, ast.Name) and node.func.value.id == "self", (
                    f"{path.name}:{node.lineno}"
                )
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"


# ---- no code of the core reaches the operator as a code ----


def refusal_codes() -> set[str]:
    """Every code in a function of the alarms that refuses a command."""
    codes: set[str] = set()
    for path in Path(alarms.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and re.search("CommandRefused|_refuse", ast.dump(node)):
                strings = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
                codes |= {text for text in strings if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)}
    return codes


def child_reasons() -> set[str]:
    """What the keeper of a child process gives as the reason of its end."""
    tree = ast.parse(Path(child.__file__).read_text(encoding="utf-8"))
    strings: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            first = node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                strings.add(first.value)
    return strings - {"stopped"}  # asked for, so not a loss


def values(*kinds: type[StrEnum]) -> set[str]:
    return {member.value for kind in kinds for member in kind}


LINKS = ("broker", "store", "spool", "video", "message", "program", "clock")
COMPANIONS = ("", ".trouble", ".supervisory", ".silent")


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_no_code_falls_through_to_its_raw_form(language: str, languages: Languages) -> None:
    languages.choose(language)
    words = Words()
    reasons = values(trouble.Reason, faults.Reason, spool.Fault) | child_reasons() | {"died"}
    said = {
        "kind": [(kind + end, words.kind(kind + end)) for kind in (*KINDS, *LINKS, "picture") for end in COMPANIONS],
        "reason": [(code, words.reason(code)) for code in reasons | values(CameraState)],
        "rejection": [(code, words.rejection(code)) for code in values(Reject)],
        "refusal": [(code, words.refusal(code)) for code in refusal_codes()],
        "link": [(code, words.link(code)) for code in (*LINKS[:4], "cameras", "points")],
    }
    raw = {name: [code for code, word in pairs if _is_raw(code, word, language)] for name, pairs in said.items()}
    assert raw == {name: [] for name in said}
    assert len(refusal_codes()) >= 8 and len(child_reasons()) >= 3


def _is_raw(code: str, word: str, language: str) -> bool:
    if language == "en":
        return "_" in word or ("." in code and word.partition(":")[0] == code.partition(".")[0])
    return not re.search(r"[\u4e00-\u9fff]", word) or bool(re.search(r"[a-z]{3}", word))


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_every_member_of_every_enum_has_a_word_of_its_own(language: str, languages: Languages) -> None:
    languages.choose(language)
    words = Words()
    groups: Iterable[list[str]] = (
        [words.alarm_class(code) for code in AlarmClass],
        [words.priority(priority) for priority in range(5)],
        [words.shown(state) for state in Shown],
        [words.row_state(state) for state in Shown],
        [words.camera_state(state) for state in CameraState],
        [words.outcome(outcome) for outcome in Outcome],
        [words.tier(tier) for tier in Tier],
    )
    for group in groups:
        assert all(group) and len(set(group)) == len(group), group


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_of_a_choice_reads_as_words(code: ReasonCode, languages: Languages) -> None:
    camera = Camera(CameraId("C"), 1, "一", "One", CameraKind.FIXED, (0.0, 0.0))
    choice = Choice(camera, Tier.SEES, (Reason(code, (2.0,)),), 4.0, 0.0, 195.0, "", Health.OK)
    reasons = Reasons(Words())
    for language in ("en", *CHINESE):
        languages.choose(language)
        assert code.value not in reasons.line(choice) or "_" not in code.value
        assert "%1" not in reasons.line(choice) and reasons.chip(choice)


def test_no_word_stands_inside_a_formatted_string_where_the_tool_of_the_translators_does_not_look() -> None:
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in Path(widgets.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(call, ast.Attribute) and call.attr == "tr" for call in ast.walk(node))
    ]
    assert hidden == []
