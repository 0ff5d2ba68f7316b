"""Where people are named in Chinese, Japanese and Korean, which part no words and have no capitals.

Like ``names``, only where the words around a name give it away: a form of address with a
well-known family name, or an introduction.
"""

import re
from collections.abc import Iterator

_FAMILY_ZH = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮鄧許蕭蘇盧蔣賈葉閻餘鍾譚鄒陸龍萬錢湯賀賴龔"
)
_FAMILY_KO = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현"
    "함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)
_ZH_END = r"(?=[，。！？、,.!?\s；;]|来自|从|的|是|$)"
_JA_NOT_LIST = (
    "お客 皆 みな お疲れ 何 担当者 店員 奥 旦那 ご主人 お母 お父 息子 娘 お嬢 御一行 "
    "患者 業者 貴方 神 王子 仏 有 多 同 模 一 異 両 外 各位"
)
_JA_NOT = frozenset(_JA_NOT_LIST.split())
_KO_NOT_LIST = (
    "고객 상담원 상담사 선생 사장 기사 담당자 판매자 회원 매니저 손 주인 부모 교수 여러분 점장 "
    "구매자 강사 임 하나 이용자 소비자"
)
_KO_NOT = frozenset(_KO_NOT_LIST.split())
_PATTERNS = (
    re.compile(
        rf"(?:我叫|我的名字是|我的名字叫|我名叫|姓名[:：是]|我是)([{_FAMILY_ZH}][\u4e00-\u9fff]{{1,2}}){_ZH_END}"
    ),
    re.compile(rf"([{_FAMILY_ZH}][\u4e00-\u9fff]{{0,2}}?)(?=先生|女士|小姐|太太|經理|经理|老师|老師)"),
    re.compile(
        r"((?:(?<![おご御\u4e00-\u9fff])(?:(?![様客氏])[\u4e00-\u9fff々]){1,4}|[ァ-ヶー]{2,10})"
        r"(?:[ 　](?:(?![様客氏])[\u4e00-\u9fff々ァ-ヶー]){1,8})?)(?=さん|様|さま|氏(?![名]))"
    ),
    re.compile(
        r"(?:私は|わたしは|名前は|^|[。、！\n])[ 　]?([\u4e00-\u9fffァ-ヶー々ぁ-ん]{2,10}?"
        r"(?:[ 　][\u4e00-\u9fffァ-ヶー々]{1,6})?)(?=と申します|といいます|と言います)"
    ),
    re.compile(r"名前は([\u4e00-\u9fffァ-ヶー々]{2,8}(?:[ 　][\u4e00-\u9fffァ-ヶー々]{1,6})?)(?=です|だ)"),
    re.compile(rf"(?<![가-힣])([{_FAMILY_KO}][가-힣]{{1,3}})(?= ?(?:고객님|회원님|님|씨)(?![가-힣]{{3}}))"),
    re.compile(r"(?:이름은|성함은) ?([가-힣]{2,4}?)(?=(?:입니다|이에요|예요|이라고|라고))"),
)
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff가-힣]")


def eastern_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Names in Chinese, Japanese and Korean, as ``(start, end, "name")``.

    >>> [text[start:end] for text in ["田中さん、ありがとう"] for start, end, _ in eastern_names(text)]
    ['田中']
    """
    if not _CJK.search(text):
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if found[1] not in _JA_NOT and found[1] not in _KO_NOT:
                yield found.start(1), found.end(1), "name"
