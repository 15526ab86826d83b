"""A small course with a slide of every kind, written so that each part of each layout is there once."""

from dataclasses import replace
from datetime import date
from typing import Any

from deckgen.diagnostics import Place
from deckgen.model.blocks import Branch, CalloutBlock, ContentColumn, ListBlock, PointsBlock, TextBlock
from deckgen.model.course import Course, MergedSlide, Session
from deckgen.model.pieces import (
    Bar,
    Callout,
    ContactRow,
    Figure,
    Flow,
    Group,
    Point,
    Question,
    Reference,
    Setting,
    Spot,
    Topic,
)
from deckgen.model.slides import (
    AgendaSlide,
    BreakSlide,
    CaseSlide,
    ChangeMapSlide,
    ChartSlide,
    ChecklistSlide,
    ClosingSlide,
    ContentSlide,
    CoverSlide,
    DiscussionSlide,
    EmergencySlide,
    ObjectivesSlide,
    PictureSlide,
    QuestionsSlide,
    ReferencesSlide,
    RiskMapSlide,
    RulesSlide,
    SectionSlide,
    SelfCheckSlide,
    TableSlide,
    TextSlide,
    TopicsSlide,
    TwoFlowsSlide,
)
from deckgen.model.slots import Contact, Filling, Items, Missing, Prose, Ruling
from deckgen.model.text import Paragraph, Run, Text, plain_text
from tests.layout import content_blocks
from tests.layout.slides import course
from tests.layout.supply import SCENE, Supply, image

PLACE = Place("course.yaml", 1, 1)


def t(text: str) -> Text:
    return plain_text(text, PLACE)


def ts(*texts: str) -> tuple[Text, ...]:
    return tuple(map(t, texts))


def point(heading: str, body: str | None = None, icon: str | None = None) -> Point[Text]:
    return Point(heading=t(heading), body=t(body) if body else None, icon=icon)


def common(slide_id: str, title: str, minutes: float = 1) -> dict[str, Any]:
    return {
        "id": slide_id,
        "title": t(title),
        "notes": t("読み上げる文章です。"),
        "cues": t("問いかけます。"),
        "minutes": minutes,
    }


DESK = Contact(
    *ts("情報管理室", "03-0000-0001（内線 210）", "privacy@example.co.jp", "平日 9:00〜17:30", "夜間は守衛室へ")
)
REPORT = Flow(
    heading=t("社内への報告"),
    icon="building",
    steps=(
        point("気づく", "端末はそのままにします。", "eye"),
        point("上長へ連絡", "すぐに電話します。", "phone-call"),
        point("情報管理室へ", "30分以内に報告します。", "report-search"),
    ),
)
OUTSIDE = replace(REPORT, heading=t("社外への報告"), icon="report-search")
LINKED = Text(
    (
        Paragraph(
            (
                Run("くわしくは"),
                Run("指針", link="https://www.example.go.jp/guide"),
                Run("をご覧ください。", strong=True),
                Run("個人情報保護方針", ruby="こじんじょうほうほごほうしん"),
                Run("も読みます。"),
            )
        ),
    ),
    PLACE,
)


def content_slides() -> tuple[MergedSlide, ...]:
    """A slide of blocks in two columns."""
    return (
        ContentSlide(
            **common("words", "送る前の数秒が、事故を防ぎます"),
            lead=t("三つのことを確かめます。"),
            columns=(
                ContentColumn(
                    weight=2,
                    blocks=(
                        TextBlock(text=Prose(t("誤送信は、どの会社でも起きています。"))),
                        ListBlock(
                            heading=t("送る前に"),
                            ordered=True,
                            items=(t("宛先"), Branch(text=t("添付"), items=ts("中身", "パスワード")), t("件名")),
                        ),
                        CalloutBlock(text=t("迷ったら聞きます。"), contact=DESK),
                    ),
                ),
                ContentColumn(
                    blocks=(
                        PointsBlock(
                            heading=t("合図"), points=(point("急がせる", "今日中です。", "clock"), point("名乗る"))
                        ),
                    )
                ),
            ),
        ),
    )


def _slides() -> tuple[MergedSlide, ...]:
    return (
        CoverSlide(
            **common("cover", "テレワーク時の個人情報の取扱いを学ぶ研修"),
            subtitle=t("働く場所が変わっても、守る力を落とさないために"),
            scene=SCENE,
        ),
        AgendaSlide(**common("agenda", "今日の流れ"), lead=t("途中で話し合いの時間をとります。")),
        SectionSlide(
            **common("start", "はじめに", 2), lead=t("場所が変わると、何が変わるのでしょうか。"), icon="map-pin"
        ),
        TextSlide(
            **common("about", "この研修は、実際の事故報告から学びます"),
            lead=LINKED,
            points=(
                point("三つの柱", "起こり方と原因、防ぎ方を学びます。", "users"),
                point("全員が対象", "毎年一回行います。", "building"),
                point("最後にテスト", None, "clipboard-check"),
            ),
            callout=Callout(text=t("分からないことは、一人で判断せず相談します。"), contact=DESK),
        ),
        ChangeMapSlide(
            **common("change", "場所が変わると、事故の起こり方も変わります"),
            lead=t("四つのことが変わります。"),
            person=Spot(label=t("一人で大丈夫？"), icon="user-question"),
            origin=Spot(label=t("事務所"), icon="building"),
            destinations=(Spot(label=t("自宅"), icon="home"), Spot(label=t("カフェ"), icon="coffee")),
            changes=(
                point("持ち出し", "書類やPCを運びます。", "briefcase"),
                point("通信", "インターネットを使います。", "cloud-lock"),
                point("手順"),
            ),
            luggage=t("個人情報"),
        ),
        CaseSlide(
            **common("case", "送り先を間違えた事故から学びます"),
            setting=t("自宅：うっかり"),
            scene=SCENE,
            incidents=ts(
                "A社のサーバーに、B社のファイルを誤って載せてしまいました。",
                "小さな画面で宛先を見落とし、別の取引先に送りました。",
            ),
            causes=ts("環境が変わったことによる操作ミス", "作業データの管理の不足"),
            source=t("出典：社内の事故報告（2025年度）"),
        ),
        SectionSlide(**common("think", "考えましょう", 2)),
        ChartSlide(
            **common("figures", "事故の7割は、配り間違いと送り間違いです"),
            alt="種類ごとの件数の棒グラフ",
            unit="件",
            bars=(
                Bar(label=t("誤配達・誤交付"), value=3172, share=41.4, highlight=True),
                Bar(label=t("誤送信"), value=2250, share=29.4),
                Bar(label=t("紛失"), value=866),
            ),
            figures=(
                Figure(value=t("9,322件"), label=t("報告された件数")),
                Figure(value=t("1,866社"), label=t("報告した会社")),
            ),
            message=t("多くは毎日の作業の中のミスです。"),
            source=t("JIPDEC「事故報告」"),
            published_on=date(2025, 8, 29),
            checked_on=date(2026, 9, 1),
        ),
        RiskMapSlide(
            **common("risks", "場面ごとの危険を知りましょう"),
            lead=t("自分の一日に当てはめて考えます。"),
            settings=(
                Setting(label=t("自宅・カフェ"), icon="home", risks=tuple(point(f"危険その{n}") for n in range(1, 8))),
                Setting(
                    label=t("移動中"),
                    icon="briefcase",
                    risks=(point("置き忘れ", "電車の棚に置きません。"), point("盗難")),
                ),
            ),
        ),
        ChecklistSlide(
            **common("care", "出かける前と仕事中に確かめます"),
            groups=(
                Group(
                    heading=t("置き忘れを防ぐ"),
                    icon="briefcase",
                    items=ts("持ち物を手から離しません。", "持ち出す物を書き出します。"),
                ),
                Group(heading=t("のぞき見を防ぐ"), icon="eye", items=ts("画面にフィルターを付けます。")),
                Group(
                    heading=t("不正アクセスを防ぐ"),
                    icon="shield-lock",
                    items=ts("OSを更新します。", "パスワードを使い回しません。"),
                ),
            ),
            callout=Callout(text=t("あなたが情報の管理者です。")),
        ),
        DiscussionSlide(
            **common("talk", "みんなで考えましょう", 8),
            question=t("どうすれば事故を防げたでしょうか。"),
            prompts=Items(ts("急ぎの仕事で、確認を飛ばした。", "家族が画面を見てしまった。")),
            steps=ts("一人で3分", "組で5分", "全員で5分"),
        ),
        SelfCheckSlide(
            **common("before", "取り扱う、その前に"),
            lead=t("四つの問いに「はい」と答えられますか。"),
            questions=(
                Question(question=t("この取扱いはルールどおりですか"), hint=t("迷ったら規程を開きます。")),
                Question(question=t("この場所は適していますか")),
                Question(question=t("本当に持ち出す必要がありますか")),
                Question(question=t("持ち出すのは必要な分だけですか")),
            ),
            verdict=t("一つでも「いいえ」なら、始める前に相談します。"),
        ),
        BreakSlide(**common("pause", "ひと休みします", 10), text=t("14:10 に、この部屋で再開します。")),
        SectionSlide(**common("rules-part", "当社のルール", 2), icon="shield-lock"),
        TwoFlowsSlide(
            **common("flows", "報告には二つの道があります"),
            flows=(REPORT, OUTSIDE),
            conclusion=t("早い報告が被害を小さくします。"),
        ),
        TopicsSlide(
            **common("topics", "四つのことを覚えます"),
            lead=t("会社の言葉で説明します。"),
            topics=(
                Topic(heading=t("重要性"), icon="bulb", content=Prose(t("お客様の信頼は、毎日の取扱いで決まります。"))),
                Topic(heading=t("役割"), icon="users", content=Items(ts("社員は守ります。", "管理者は点検します。"))),
            ),
        ),
        RulesSlide(
            **common("rules", "当社のルールを守ります"),
            rules=tuple(
                Topic(heading=t(heading), icon="shield-lock", content=content) for heading, content in _rules()
            ),
        ),
        EmergencySlide(
            **common("emergency", "事故が起きたら"),
            actions=Items(
                ts("端末を電源につないだまま、通信を切ります。", "上長に電話します。", "操作の記録を残します。"),
                ordered=True,
            ),
            deadline=Prose(t("気づいてから30分以内")),
            report_items=Items(ts("いつ、どこで", "何が", "何件")),
            contacts=(
                ContactRow(duty=t("まず連絡する先"), contact=DESK),
                ContactRow(duty=t("夜間・休日"), contact=Contact(t("守衛室"), t("03-0000-0009"))),
                ContactRow(duty=t("システム"), contact=Missing("システム担当の連絡先", PLACE)),
            ),
            flows=(REPORT, OUTSIDE),
        ),
        TableSlide(
            **common("history", "改訂の記録"),
            lead=t("最近の版です。"),
            columns=ts("版", "日付", "内容"),
            widths=(1, 2, 6),
            rows=tuple(
                ts(f"{n}.0", f"20{30 - n}年4月1日", "持ち出しの手順を改めました。承認の記録を残すようにしました。")
                for n in range(20, 0, -1)
            ),
        ),
        *content_slides(),
        ObjectivesSlide(
            **common("goals", "三つのことができるようになります"),
            goals=ts("宛先と添付を確かめられる", "誰に知らせるかを言える", "持ち出してよい書類を見分けられる"),
        ),
        QuestionsSlide(
            **common("questions", "気になることを、聞かせてください", 3),
            text=t("どんな小さなことでもかまいません。"),
            contact=Contact(t("相談窓口"), t("03-0000-0001")),
        ),
        ClosingSlide(
            **common("closing", "今日から、二つを続けます"),
            takeaways=ts("送る前に、一度だけ止まる", "なくしたら、すぐに電話する"),
            callout=Callout(text=t("席に戻ったら、番号を登録します。"), icon="phone"),
        ),
        PictureSlide(
            **common("scene", "全体の姿"), scene=SCENE, caption=t("どこにいても、情報の通り道を思い浮かべます。")
        ),
        PictureSlide(**common("photo", "書庫の鍵"), file=image(40, 30), alt="鍵のかかった書庫", caption=None),
        ReferencesSlide(
            **common("references", "もっと知りたい人へ"),
            references=(
                Reference(
                    title=t("テレワークセキュリティガイドライン"),
                    publisher=t("総務省"),
                    edition=t("第5版"),
                    url="https://www.example.go.jp/telework",
                    checked_on=date(2026, 9, 1),
                    note=t("情報システム担当の方へ"),
                ),
                Reference(title=t("社内規程集"), publisher=t("総務部"), checked_on=date(2026, 9, 1)),
            ),
            credit=t("公開された教育資料を参考に作成しました。"),
        ),
    )


def _rules() -> tuple[tuple[str, Filling], ...]:
    return (
        ("Wi-Fi", Ruling("conditional", ts("会社が許可した回線に限ります。", "公衆Wi-Fiでは扱いません。"))),
        ("私物の端末", Ruling("forbidden", ())),
        ("印刷", Ruling("allowed", ts("自宅で保管できる量にします。"))),
        ("持ち出し", Items(ts("申請する", "承認を受ける", "返却を記録する"), ordered=True)),
        ("廃棄", Missing("廃棄の決まり", PLACE)),
        ("相談", DESK),
    )


def every_kind() -> Course:
    """The course."""
    return course(
        *_slides(),
        logo=image(80, 20),
        session=Session(date="2026年11月18日（水）14:00〜15:00", place="本社 3階 研修室", trainer="個人情報保護事務局"),
    )


def every_block() -> Course:
    """A course with a slide for each block."""
    slides = (
        ContentSlide(**common(f"block-{kind}", "一つのブロック"), blocks=(make(Supply()),))
        for kind, make in content_blocks.MAKERS.items()
    )
    return course(*slides)
