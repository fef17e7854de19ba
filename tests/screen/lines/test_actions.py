"""What a line does with a name in it."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Does

from debadge.screen.lines.role import Role, weigh

PART = "spare_or_licence"


@pytest.mark.parametrize(
    "line",
    [
        "<crake> camera", "supply and install 12 <crake> cameras", "supply, delivery and maintenance of <crake> cameras",
        "replace [grebe] cameras with <crake>", "removal of old cameras and installation of <crake> nvr", "采购<crake>摄像机20台",
        "<crake> camera with wall bracket", "<crake> battery camera", "<crake> camera incl. installation and training",
        "<crake> camera, maintenance included", "cable, camera <crake>", "<crake> m8 router base configuration",
        "camera <crake> m3086 equivalent [grebe] ds-2",
    ],
)  # fmt: skip
def test_thing_itself_is_bought(line: str, does: Does) -> None:
    assert does(line)[0] == "buy"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("removal and disposal of 20 <crake> cameras", "ahead"), ("replace existing <crake> cameras", "ahead"),
        ("<crake> cameras to be dismantled", "behind"), ("<crake> camera removal", "behind"),
        ("depose et mise au rebut de 8 cameras <crake>", "ahead"), ("拆除现有<crake>摄像机", "ahead"),
        ("<crake> nvr - a retirer", "behind"), ("replace <crake> cameras with [grebe]", "ahead"),
        ("<crake> equipment removal replacement destruction", "behind"),
        ("[grebe]/<crake> rip & replace reimbursement", "behind"),
        ("[grebe] dome to replace existing <crake> domes", "ahead"), ("[grebe] dome x 14 replacing <crake> dome", "ahead"),
        ("storage of removed <crake> cameras", "ahead"), ("take away 18 <crake> cameras", "ahead"),
        ("donate used <crake> phones", "ahead"),
    ],
)  # fmt: skip
def test_thing_is_taken_away(line: str, place: str, does: Does) -> None:
    assert does(line) == ("removal", place)


@pytest.mark.parametrize(
    "line",
    [
        "annual maintenance of <crake> cctv system", "<crake> nvr repair", "<crake> nvr (annual maintenance)",
        "<crake> olt support and maintenance renewal",
        "entretien annuel des cameras <crake>", "<crake>监控系统维护", "replace the fan in a <crake> switch",
        "<crake> camera supplied by the owner", "call-out: <crake> nvr", "fault finding, <crake> nvr",
        "reset the password of a <crake> nvr",
        "<crake> nvr password reset", "reinitialisation du mot de passe, nvr <crake>",
    ],
)  # fmt: skip
def test_thing_that_is_there_is_looked_after(line: str, does: Does) -> None:
    assert does(line)[0] == "service"


@pytest.mark.parametrize(
    "line",
    [
        "battery for <crake> radio", "<crake> camera bracket", "wall bracket, <crake> dome", "support mural pour camera <crake>",
        "battery,radio,li-ion,<crake>",
        "cable, camera, <crake>", "batt, li-ion, bl2503, f/ <crake>", "batt, bl2503, <crake> radio",
        "supply of batteries for <crake> radios",
    ],
)  # fmt: skip
def test_part_is_a_part_whoever_supplies_it(line: str, does: Does) -> None:
    assert does(line)[0] == PART


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("bracket compatible with all existing <crake> cameras", "close"), ("ip camera, no <crake>", "close"),
        ("wiring for the <crake> recorder", "close"),
        ("[grebe] dome (was <crake>)", "close"), ("<crake> nvr stays in place", "behind"),
        ("security audit of <crake> cameras", "ahead"),
        ("<crake>, [grebe] and [dunlin] are excluded", "behind"), ("study of the removal of <crake> cameras", "ahead"),
        ("摄像机(非<crake>)", "close"), ("<crake> compatible bracket", "beside"), ("<crake> dome compatible bracket", "beside"),
        ("camera [grebe] m3086 equivalent <crake> ds-2", "close"), ("camera mount for [grebe] (not for <crake>)", "close"),
        ("engineering services: design of <crake> cctv", "ahead"), ("subscription: <crake> sanctions newsletter", "behind"),
    ],
)  # fmt: skip
def test_name_is_only_spoken_of(line: str, place: str, does: Does) -> None:
    assert does(line) == ("mention", place)


@pytest.mark.parametrize(
    "line",
    [
        "replace 4 old cameras with <crake> domes",
        "replacement of worn recorders by <crake> nvr", "swap old dvr for <crake> nvr",
        "old cameras to be replaced with <crake>", "remplacer le routeur par un <crake>", "旧摄像机更换为<crake>摄像机",
        "用<crake>摄像机替换旧摄像机",
        "将[grebe]换成<crake>", "camera swap: 3 [grebe] out, 3 <crake> in", "convert old dvr to <crake>",
        "replacement of a lamp, <crake> camera added", "replacement <crake> camera with bracket",
    ],
)  # fmt: skip
def test_what_comes_for_another_is_bought(line: str, does: Does) -> None:
    assert does(line)[0] == "buy"


@pytest.mark.parametrize(
    "line",
    [
        "swap <crake> for [grebe]", "<crake> cameras replaced with [grebe]", "cameras <crake> remplacees par des [grebe]",
        "将<crake>摄像机更换为[grebe]", "用[grebe]替换<crake>摄像机", "camera swap: 3 <crake> out, 3 [grebe] in",
        "change <crake> cameras to [grebe]", "return of <crake> dome", "retour de 3 cameras <crake>", "<crake>摄像机退货",
        "<crake> dome, return to vendor rma 77", "credit note: <crake> dome", "<crake> camera removal project",
    ],
)  # fmt: skip
def test_what_goes_for_another_or_back_is_removed(line: str, does: Does) -> None:
    assert does(line)[0] == "removal"


@pytest.mark.parametrize(
    "line",
    [
        "<crake> cameras incl. removal of old ones", "<crake> disposal bin camera", "<crake> camera compatible with onvif",
        "camera <crake> compatible onvif", "<crake>摄像机兼容onvif", "<crake> dome without power supply", "item no <crake> dome",
        "<crake> camera, free shipping", "shipping container camera <crake>",
    ],
)  # fmt: skip
def test_words_of_something_else_decide_nothing(line: str, does: Does) -> None:
    assert does(line)[0] == "buy"


@pytest.mark.parametrize(
    "line",
    [
        "remove and reinstall <crake> cameras", "depose et repose de 4 cameras <crake>", "拆除并重新安装<crake>摄像机",
        "<crake> camera de-installation and reinstallation after paint",
    ],
)  # fmt: skip
def test_what_is_put_back_is_looked_after(line: str, does: Does) -> None:
    assert does(line)[0] == "service"


@pytest.mark.parametrize(
    "line",
    [
        "禁止采购<crake>、[grebe]设备",
        "支持<crake>、[grebe]协议的nvr", "anything but <crake> router", "no <crake> or [grebe] equipment",
        "routeur, sauf <crake>", "freight - <crake> dome", "import duty on <crake> cameras", "<crake> dome - do not buy",
        "camera <crake> (commande annulee)", "拒收<crake>产品",
    ],
)  # fmt: skip
def test_nothing_of_what_is_refused_carried_or_cancelled_is_bought(line: str, does: Does) -> None:
    assert does(line)[0] == "mention"


@pytest.mark.parametrize("line", ["training centre <crake> camera", "salle de formation : camera <crake>"])
def test_name_of_a_place_is_no_action(line: str, does: Does) -> None:
    assert does(line) == ("buy", None)


def test_another_sentence_does_not_decide(does: Does) -> None:
    assert does("removal of old cabling. <crake> camera")[0] == "buy"
    assert does("maintenance, incl. <crake> camera")[0] == "service"  # the point behind an abbreviation ends none


def test_words_before_the_next_name_belong_to_that(does: Does) -> None:
    assert does("<crake> dome to replace [grebe] dome")[0] == "buy"
    assert does("[crake] dome to replace <grebe> dome") == ("mention", "close")


@pytest.mark.parametrize(
    ("after", "ahead", "told"),
    [
        (None, None, "buy"), ("service", "buy", "service"), ("service", "removal", "removal"), ("service", "mention", "mention"),
        (PART, "service", "service"), (PART, "buy", PART), (None, "removal", "removal"), ("removal", PART, "removal"),
    ],
)  # fmt: skip
def test_two_sayings_are_weighed(after: str | None, ahead: str | None, told: str) -> None:
    one, other = (Role(action, action, None) if action else None for action in (after, ahead))
    assert weigh(one, other).action == told
