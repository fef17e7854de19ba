"""Names of two signs, which banks and builders have as well; and pinyin, by which nobody is listed."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.screening import NameScreen
from debadge.flow.world import World


@pytest.fixture(scope="module")
def screen(world: World) -> NameScreen:
    return NameScreen(world, as_of=date(2026, 11, 22))


@pytest.mark.parametrize(
    "name",
    [
        "浙江大华科技有限公司", "浙江大華智聯有限公司", "浙江大华存储科技有限公司", "浙江大华安防联网运营服务有限公司",
        "成都大华智慧物联科技有限公司",  # another city, and a word of the field
        "大华集团有限公司", "大华（集团）有限公司", "大华有限公司", "华为集团",  # were listed, by two signs alone
    ],
)  # fmt: skip
def test_few_signs_beside_what_the_party_makes_ask_for_a_look(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "possible"


@pytest.mark.parametrize(
    "name",
    ["浙江大华", "大华股份", "大華股份有限公司", "浙江大华技术股份有限公司", "大華技術", "华为", "华为技术", "商汤"],
)
def test_name_as_our_facts_have_it_is_the_party(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "listed"


@pytest.mark.parametrize(
    "name",
    [
        "大华银行", "大华银行（中国）有限公司", "大华会计师事务所（特殊普通合伙）",
        "上海大华房地产开发有限公司", "广东大华农生物股份有限公司",
        "浙江大华物业管理有限公司", "浙江大华建设集团有限公司", "北京大华电子有限公司", "上海大华智能家居有限公司",
    ],
)  # fmt: skip
def test_other_firms_of_that_name_stay_unaccused(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "no_match"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Da Hua Ke Ji",
            "Zhejiang Dahua Keji",
            "Zhejiang Dahua Jishu Gufen Youxian Gongsi",
            "dahuagufen",
            "Huawei Jishu",
        ),
        *("Haikangweishi", "Hangzhou Haikang Weishi Shuzi Jishu", "Da Hua Youxian Gongsi", "Zhejiang Da Hua Ji Shu"),
    ],
)
def test_pinyin_alone_is_never_listed(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "possible"


@pytest.mark.parametrize(
    "name", ["Dahua Technology", "Huawei SA", "HuaWei", "Hua Wei Technologies Co Ltd", "Dahua Co., Ltd."]
)
def test_name_in_latin_letters_is_no_pinyin(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "listed"
