//! The table of groups.

use super::super::choice::choices;
use super::super::field::FieldType as T;
use super::super::field::terms::Calendar;
use super::super::field::{CF, CardView, ChoiceList, Group, P, PC, PCF, Sensitive, Sign, Time, terms};
use super::super::field::{Field, part};
use super::super::man::assertion::Answer;
use super::super::names::{self, Names};
use super::super::party::Party;
use super::{DetailGroup, Whose};

choices! {
    /// What a need is to the customer.
    pub enum NeedLevel {
        Basic = "basic", ["basic", "基本", "基本"];
        Expected = "expected", ["expected", "期望", "期望"];
        Beyond = "beyond", ["beyond expectation", "超越期望", "超越期望"];
    }
}

choices! {
    /// The classes of a customer's file, in the order in which it is kept.
    pub enum FileClass {
        Basic = "1", ["basic data", "客户基础资料", "客戶基礎資料"], ["licence", "survey"];
        Contracts = "2", ["contracts and orders", "合同、订单", "合約、訂單"], ["contract", "order", "合同", "订单"];
        Arrears = "3", ["arrears and repayment", "欠款、还款", "欠款、還款"], ["invoice", "payment", "欠款", "还款"];
        Dealings = "4", ["dealings", "交易状况", "交易狀況"], ["交易"];
        Returns = "5", ["returns and discounts", "退赔、折价", "退賠、折價"], ["return", "退赔", "折价"];
    }
}

choices! {
    /// Which way a gift went.
    pub enum GiftWay {
        Given = "given", ["given by us", "我方送出", "我方送出"], ["送出"];
        Received = "received", ["received by us", "我方收到", "我方收到"], ["收到"];
    }
}

choices! {
    /// How two people, or customers, are bound to each other.
    pub enum Tie {
        Kin = "kin", ["kin", "亲戚", "親戚"], ["family"];
        Classmate = "classmate", ["classmate", "同学", "同學"];
        Hometown = "hometown", ["same home town", "老乡", "同鄉"];
        Colleague = "colleague", ["colleague", "同事", "同事"];
        Friend = "friend", ["friend", "朋友", "朋友"];
        Business = "business", ["business", "业务往来", "業務往來"];
    }
}

/// The key of the group of owners.
pub(super) const OWNER: &str = "owner";
/// The part with an owner's share.
pub(super) const SHARE: &str = "share";
/// The key of the group of files.
pub const FILE: &str = "file";
/// The part with the class of a file.
pub(super) const FILE_CLASS: &str = "class";

/// Points from weakest to strongest.
const POINTS: T = T::Score(1, 5);
const YES_NO: T = T::Choice(ChoiceList::of::<Answer>());

const fn row(group: Group, key: &'static str, names: names::Row, parts: &'static [Field]) -> DetailGroup {
    let names = Names::of(names);
    DetailGroup { key, names, group, whose: Whose::Card, party: None, first: &[], parts }
}

impl DetailGroup {
    const fn first(self, first: &'static [CardView]) -> DetailGroup {
        DetailGroup { first, ..self }
    }

    const fn of_organisations(self) -> DetailGroup {
        DetailGroup { party: Some(Party::Organisation), ..self }
    }

    const fn whose(self, whose: Whose) -> DetailGroup {
        DetailGroup { whose, ..self }
    }
}

/// The groups, in the order in which a card shows them.
#[rustfmt::skip]
pub static GROUPS: &[DetailGroup] = &[
    row(Group::People, "profile", ["Profile", "人员特征", "人員特徵"], &[
        part("department", ["department", "部门", "部門"], T::Text),
        part("address", ["form of address", "称呼", "稱呼"], T::Text),
        part("reports_to", ["reports to", "上级", "上級"], T::Name),
        part("attitude", ["attitude to us", "态度", "態度"], T::Score(-2, 2)),
        part("influence", ["influence", "影响力", "影響力"], POINTS),
        part("messenger", ["messenger", "即时通讯", "即時通訊"], T::Text),
        part("interests", ["interests", "特殊兴趣", "特殊興趣"], T::Tags),
        part("avoid", ["avoid", "忌谈话题", "忌談話題"], T::Text),
        part("temper", ["character", "性格", "性格"], T::Open(ChoiceList::of::<terms::Temper>())),
        part("abilities", ["abilities", "能力、经历", "能力、經歷"], T::Text),
        part("family", ["family", "家庭情况", "家庭情況"], T::Text).sensitive(Sensitive::Family),
        part("personal_life", ["personal life", "个人生活", "個人生活"], T::Text).sensitive(Sensitive::PersonalLife),
        part("other", ["other", "其他参考", "其他參考"], T::Text),
    ]).whose(Whose::Person).first(PC),
    row(Group::People, "education", ["Education", "教育背景", "教育背景"], &[
        part("school", ["school", "学校", "學校"], T::Text),
        part("degree", ["degree", "学历", "學歷"], T::Text),
        part("subject", ["subject", "专业", "主修"], T::Text),
        part("year", ["year", "年份", "年份"], T::PartialDay(Time::Past)),
    ]).whose(Whose::CardOrPerson),
    row(Group::People, "career", ["Career", "业务背景", "業務背景"], &[
        part("firm", ["firm", "单位", "單位"], T::Text),
        part("post", ["post", "职务", "職務"], T::Text),
        part("from", ["from", "起", "起"], T::PartialDay(Time::Past)),
        part("to", ["to", "止", "止"], T::PartialDay(Time::Past)),
        part("ties", ["ties, goals", "关系、目标", "關係、目標"], T::Text),
    ]).whose(Whose::CardOrPerson),
    row(Group::People, "anniversary", ["Anniversary", "纪念日", "紀念日"], &[
        part("what", ["what", "事由", "事由"], T::Text),
        part("date", ["date", "日期", "日期"], T::PartialDay(Time::Any)),
        part("calendar", ["calendar", "历法", "曆法"], T::Choice(ChoiceList::of::<Calendar>())),
    ]).whose(Whose::CardOrPerson),
    row(Group::People, "gift", ["Gift", "馈赠往来", "饋贈往來"], &[
        part("what", ["what", "礼品", "禮品"], T::Text),
        part("date", ["date", "日期", "日期"], T::Day(Time::Past)),
        part("way", ["way", "方向", "方向"], T::Choice(ChoiceList::of::<GiftWay>())),
        part("value", ["value", "价值", "價值"], T::Money(Sign::Positive)),
    ]).whose(Whose::CardOrPerson),
    row(Group::People, "relation", ["Relation", "社会关系", "社會關係"], &[
        part("to", ["to whom", "对象", "對象"], T::Name),
        part("tie", ["tie", "关系", "關係"], T::Choice(ChoiceList::of::<Tie>())),
        part("note", ["note", "说明", "說明"], T::Text),
    ]).whose(Whose::CardOrPerson),
    row(Group::Traits, "need", ["Need", "需求", "需求"], &[
        part("item", ["item", "内容", "內容"], T::Text),
        part("level", ["level", "层次", "層次"], T::Choice(ChoiceList::of::<NeedLevel>())),
        part("weight", ["weight", "权重", "權重"], POINTS),
        part("met", ["met by us", "我方满足", "我方滿足"], YES_NO),
    ]).first(PC),
    row(Group::Business, "year", ["Yearly figures", "年度业绩", "年度業績"], &[
        part("year", ["year", "年度", "年度"], T::Number),
        part("sales", ["sales", "销售额", "銷售額"], T::Money(Sign::Positive)),
        part("profit", ["profit", "利润", "利潤"], T::Money(Sign::Either)),
        part("staff", ["staff", "人数", "人數"], T::Number),
        part("source", ["source", "来源", "來源"], T::Text),
        part("audited", ["audited", "已审计", "已查核"], YES_NO),
    ]).of_organisations().first(PC),
    row(Group::Business, "product", ["Product in use", "现用产品", "現用產品"], &[
        part("product", ["product", "产品", "產品"], T::Text),
        part("maker", ["maker", "厂家", "廠商"], T::Name),
        part("quantity", ["quantity", "数量", "數量"], T::Text),
        part("since", ["since", "始用", "始用"], T::PartialDay(Time::Past)),
        part("replace", ["replacement planned", "计划更换", "計劃更換"], T::PartialDay(Time::Any)),
        part("satisfaction", ["satisfaction", "满意度", "滿意度"], POINTS),
    ]).first(PC),
    row(Group::Dealings, "owned", ["Bought from us", "已购产品与服务", "已購產品與服務"], &[
        part("product", ["product", "产品", "產品"], T::Text),
        part("model", ["model", "型号", "型號"], T::Text),
        part("serial", ["serial", "序列号", "序號"], T::Text),
        part("bought", ["bought on", "购买日期", "購買日期"], T::Day(Time::Past)),
        part("warranty", ["warranty until", "保修至", "保固至"], T::Day(Time::Any)),
        part("subscription", ["subscription until", "服务至", "服務至"], T::Day(Time::Any)),
        part("service", ["service notes", "服务记录", "服務紀錄"], T::Text),
    ]).first(&[CardView::Current]),
    row(Group::Dealings, "wish", ["Open wish", "待供需求", "待供需求"], &[
        part("item", ["item", "内容", "內容"], T::Text),
        part("wanted", ["wanted by", "需要日期", "需要日期"], T::Day(Time::Any)),
        part("available", ["available on", "到货日期", "到貨日期"], T::Day(Time::Any)),
        part("told", ["told on", "告知日期", "告知日期"], T::Day(Time::Past)),
    ]).first(&[CardView::Current]),
    row(Group::Dealings, "complaint", ["Complaint", "抱怨与处理", "抱怨與處理"], &[
        part("matter", ["matter", "事由", "事由"], T::Text),
        part("date", ["date", "日期", "日期"], T::Day(Time::Past)),
        part("severity", ["severity", "严重程度", "嚴重程度"], T::Score(1, 3)),
        part("promised", ["promised", "承诺", "承諾"], T::Text),
        part("solved", ["solved on", "解决日期", "解決日期"], T::Day(Time::Past)),
        part("satisfied", ["satisfied", "满意度", "滿意度"], POINTS),
    ]).first(CF),
    row(Group::Legal, OWNER, ["Owner", "所有权", "所有權"], &[
        part("name", ["name", "姓名", "姓名"], T::Name),
        part(SHARE, ["share", "比例", "比例"], T::Percent),
        part("kind", ["kind", "性质", "性質"], T::Text),
    ]).of_organisations().first(&[CardView::Current]),
    row(Group::Legal, "permit", ["Permit", "许可", "許可"], &[
        part("kind", ["kind", "种类", "種類"], T::Text),
        part("number", ["number", "号码", "號碼"], T::Text),
        part("until", ["until", "有效期至", "有效期至"], T::Day(Time::Any)),
    ]).of_organisations().first(&[CardView::Current]),
    row(Group::Legal, "lawsuit", ["Lawsuit, arrears", "诉讼、欠税、失信", "訴訟、欠稅、失信"], &[
        part("matter", ["matter", "事由", "事由"], T::Text),
        part("date", ["date", "日期", "日期"], T::Day(Time::Past)),
        part("open", ["open", "未结", "未結"], YES_NO),
    ]).of_organisations().first(&[CardView::Current]),
    row(Group::Competition, "competitor", ["Competitor", "竞争对手", "競爭對手"], &[
        part("name", ["name", "名称", "名稱"], T::Name),
        part("product", ["product in use", "使用产品", "使用產品"], T::Text),
        part("quantity", ["quantity", "数量", "數量"], T::Text),
        part("price", ["price", "价格", "價格"], T::Money(Sign::Positive)),
        part("contract_end", ["contract ends", "合同到期", "合約到期"], T::Day(Time::Any)),
        part("satisfaction", ["satisfaction", "满意度", "滿意度"], POINTS),
        part("judged", ["judged on", "评价日期", "評價日期"], T::Day(Time::Past)),
        part("salesperson", ["their sales person", "对手销售代表", "對手業務代表"], T::Text),
        part("manner", ["manner of selling", "销售特点", "銷售特點"], T::Text),
        part("tie", ["tie to the customer", "与客户关系", "與客戶關係"], POINTS),
        part("tie_note", ["tie, why", "关系说明", "關係說明"], T::Text),
        part("strengths", ["strengths", "优势", "優勢"], T::Text),
        part("weaknesses", ["weaknesses", "弱点", "弱點"], T::Text),
        part("answer", ["our answer", "对策", "對策"], T::Text),
    ]).first(PCF),
    row(Group::Qualification, "task", ["Task", "任务", "任務"], &[
        part("what", ["what", "内容", "內容"], T::Text),
        part("due", ["due", "期限", "期限"], T::Day(Time::Any)),
        part("done", ["done on", "完成日期", "完成日期"], T::Day(Time::Past)),
    ]).first(P),
    row(Group::Notes, FILE, ["File", "附件", "附件"], &[
        part("title", ["title", "标题", "標題"], T::Text),
        part(FILE_CLASS, ["class", "类别", "類別"], T::Choice(ChoiceList::of::<FileClass>())),
        part("path", ["path", "路径", "路徑"], T::Text),
        part("date", ["date", "日期", "日期"], T::Day(Time::Past)),
        part("note", ["note", "说明", "說明"], T::Text),
        part("lent_to", ["lent to", "借给", "借給"], T::Text),
        part("lent_on", ["lent on", "借出日期", "借出日期"], T::Day(Time::Past)),
        part("back_by", ["back by", "应还日期", "應還日期"], T::Day(Time::Any)),
        part("returned", ["returned on", "归还日期", "歸還日期"], T::Day(Time::Past)),
    ]),
    row(Group::Notes, "dated_note", ["Dated note", "日期备注", "日期備註"], &[
        part("text", ["text", "内容", "內容"], T::Text),
        part("date", ["date", "日期", "日期"], T::Day(Time::Past)),
        part("pinned", ["pinned", "置顶", "置頂"], YES_NO),
    ]),
];
