"""Chinese in older encodings is told from everything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debadge.sources.decode import decode, encoding_of
from debadge.sources.interface import ReadContext, Report
from debadge.sources.purchases.read import read_rows
from debadge.sources.streaming.opening import Opened, bytes_source
from debadge.sources.streaming.texts import texts
from debadge.text.tables import Columns

MAINLAND = "物料描述,数量,品牌,型号\n半球摄像机,12,海康威视,DS-2CD2143G2-I\n"
TAIWAN = "品名,數量,廠牌,型號\n半球攝影機,12,海康威視,DS-2CD2143G2-I\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (MAINLAND, "gb18030"),
        ("描述,数量\n摄像机,2\n", "gb18030"),
        (TAIWAN, "big5"),
        ("品名,廠牌\n攝影機,大華\n", "big5"),
    ],
)
def test_chinese_is_read(text: str, encoding: str) -> None:
    assert encoding_of(text.encode(encoding)) == encoding
    assert decode(text.encode(encoding)) == (text, encoding, False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(("Désignation,Quantité\nCaméra dôme à extérieur,2\n", code) for code in ("cp1252", "cp850")),
        *(
            (text, "cp1252")
            for text in ("CAMÉRA DÉTECTÉE,N° 5\n", "90°C, 5µm, ½A, ²F, ®P ·x", "«déjà» éé", "ÉÉÉÉ ÀÀ ËË")
        ),
        *((text, "cp1251") for text in ("Описание,Количество\nКупольная камера,2\n", "ОПИСАНИЕ,КОЛИЧЕСТВО\nКАМЕРА,2")),
        ("품명,수량,제조사,모델\n돔 카메라,12,하이크비전,DS\n", "euc_kr"),
        *(("品名,数量,メーカー,型番\nドームカメラ,12,ハイク,DS\n", code) for code in ("euc_jp", "shift_jis")),
        ("Περιγραφή,Ποσότητα\nκάμερα θόλου,2\n", "cp1253"),
        ("תיאור,כמות\nמצלמה,2", "cp1255"),
        (MAINLAND, "utf-8"),
    ],
)
def test_nothing_else_is_taken_for_chinese(text: str, encoding: str) -> None:
    assert encoding_of(text.encode(encoding)) == "utf-8"


def test_bytes_of_a_program_are_no_text() -> None:
    assert encoding_of(b"\x01\x02" + MAINLAND.encode("gb18030")) == "utf-8"


def test_chinese_that_comes_late_is_read_from_where_it_comes(columns: Columns) -> None:
    context = ReadContext(columns=columns, report=Report())
    opened = Opened(bytes_source(b"a,b\n" * 30_000 + MAINLAND.encode("gb18030"), "x"))
    assert "".join(texts(opened, context)).endswith(MAINLAND)
    assert context.report.notes == []


@pytest.mark.parametrize("encode", [lambda text: text.encode("big5"), lambda text: text.encode()])
def test_traditional_headings_are_understood(encode: Callable[[str], bytes], columns: Columns) -> None:
    context = ReadContext(columns=columns, report=Report())
    content = "品名,數量（台）,廠牌,型號,供應商,採購日期\n攝影機,2,海康威視,DS-2CD2143G2-I,大同公司,2026年8月7日\n"
    assert len(list(read_rows(bytes_source(encode(content), "po.csv"), context))) == 1
    named = [*("description", "quantity", "maker", "model", "supplier", "ordered")]
    assert sorted(context.report.understood.values()) == sorted(named)
    assert context.report.left_over == set()
