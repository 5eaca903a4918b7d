//! The contact history: what happened between us and the customer, and what was agreed.

use chrono::{NaiveDate, NaiveTime};

use super::choice::choices;
use super::id::{ContactId, PersonId, PromiseId, Uid};
use super::time_of_day::{first_time, time_of_day};

choices! {
    /// The way a contact took place.
    pub enum ContactKind {
        Visit = "visit", ["visit", "拜访", "拜訪"], ["visited", "上门拜访", "上门", "登门", "登门拜访", "去拜访", "走访", "实地拜访", "出访"];
        VisitIn = "visit-in", ["their visit", "来访", "來訪"], ["walk-in", "到访", "来公司", "来厂", "来店", "到店", "上门来访"];
        DropIn = "drop-in", ["drop-in call", "顺访", "順道拜訪"], ["顺便拜访", "dropped by", "陌拜", "陌生拜访", "扫街", "扫楼", "路过拜访"];
        Phone = "phone", ["phone", "电话", "電話"], ["call", "phoned", "called", "phone-out", "打电话", "致电", "通话", "通电话", "电访", "rang", "cold-call", "去电", "回电话", "打给", "拨打", "电话拜访", "电话联系", "电话回访", "陌电", "电销"];
        PhoneIn = "phone-in", ["phone in", "来电", "來電"], ["来电话", "接到电话", "打来电话", "来电咨询"];
        Mail = "mail", ["e-mail", "邮件", "電子郵件"], ["email", "emailed", "电邮", "发邮件", "寄邮件", "写邮件", "寄email", "发email"];
        Letter = "letter", ["letter", "函件", "函件"], ["fax", "传真", "寄信", "信函", "挂号信", "寄挂号"];
        Messenger = "wechat", ["messenger", "微信", "即時通訊"], ["message", "messenger", "sms", "短信", "简讯", "whatsapp", "发微信", "发短信", "发消息", "发信息", "传讯息", "texted", "line", "viber", "zalo", "telegram", "kakaotalk", "dm", "qq", "企微", "企业微信", "钉钉", "飞书", "微信语音", "微信电话", "微信视频", "发line", "传line", "加微信", "私信", "讯息"];
        Enquiry = "enquiry", ["web enquiry", "网络咨询", "線上諮詢"], ["inquiry", "询盘", "在线咨询", "网上咨询", "线上询问", "官网咨询", "网站留言"];
        Fair = "fair", ["exhibition", "展会", "展覽"], ["展示会", "trade-show", "expo", "参展", "展览", "展览会", "展销会", "广交会", "逛展"];
        Meeting = "meeting", ["meeting", "会议", "會議"], ["met", "讨论会", "开会", "zoom", "video-call", "面谈", "见面", "会面", "碰面", "洽谈", "约谈", "视频会议", "视讯会议", "线上会议", "腾讯会议"];
        Demonstration = "demo", ["demonstration", "演示", "產品展示"], ["试用", "trial", "展示", "产品演示", "示范"];
        Sample = "sample", ["sample", "送样", "送樣"], ["samples", "寄样", "送样品", "寄样品", "打样", "试样"];
        Quotation = "quote", ["quotation", "报价", "報價"], ["quoted", "估价", "发报价", "送报价", "出报价"];
        Tender = "tender", ["tender", "投标", "投標"], ["bid", "竞标", "招标", "标案"];
        Delivery = "delivery", ["delivery", "送货", "送貨"], ["delivered", "发货", "出货", "交货", "寄货", "配送"];
        Service = "service", ["service", "售后", "售後服務"], ["repair", "维修", "检修", "保养", "安装", "售后服务", "售后回访"];
        Complaint = "complaint", ["complaint", "投诉", "客訴"], ["抱怨", "客户投诉"];
        Collection = "collect", ["collection", "催款", "催款"], ["催收", "催账", "催帐", "收账", "收帐", "要账", "对账", "请款", "催收款"];
        Survey = "survey", ["survey", "调查", "調查"], ["问卷", "满意度调查"];
        ReferralGiven = "referral", ["referral given", "介绍", "介紹"];
        Gift = "gift", ["greeting, gift", "馈赠", "送禮"], ["问候", "送礼品", "拜年", "节日问候", "贺卡", "致意"];
        Social = "social", ["social event", "社交", "社交"], ["聚餐", "请客", "吃饭", "应酬", "饭局", "饭叙", "喝茶", "打球"];
        Other = "other", ["other", "其他", "其他"];
    }
}

choices! {
    /// What came of a contact; several may hold at once.
    pub enum Outcome {
        NotReached = "no-answer", ["not reached", "没联系上", "沒聯絡上"], ["not-reached", "没接", "noanswer", "no reply", "voicemail", "left voicemail", "left a message", "no one answered", "nobody answered", "no one picked up", "nobody picked up", "没人接", "没人接听", "无人接听", "未接", "打不通", "没打通", "无法接通", "占线", "关机", "没见到", "没遇到", "没接电话", "不接", "不接电话", "没接通", "未接通", "没通", "未接听", "没人", "不在", "人不在", "停机", "语音信箱", "转语音信箱"];
        CallBack = "call-back", ["call back asked", "要求回电", "要求回電"], ["callback", "回电", "请回电", "让回电", "要回电", "asked to call back"];
        WrongPerson = "wrong-person", ["wrong person", "找错人", "找錯人"], ["打错了", "不是负责人"];
        Appointment = "appointment", ["appointment made", "约好", "約好"], ["已约", "约定", "appointment", "meeting agreed", "约了", "约好了", "已约好", "约成"];
        InformationAsked = "info-asked", ["information asked", "要资料", "索取資料"], ["要目录", "要样册", "索要资料", "索取目录", "要型录", "索取型录"];
        Interested = "interested", ["interested", "感兴趣", "有興趣"], ["有兴趣", "有意向", "有意愿", "很感兴趣", "很有兴趣"];
        NotInterested = "not-interested", ["not interested now", "暂无兴趣", "暫無興趣"], ["没兴趣", "不感兴趣", "没有兴趣", "没意向", "无意向", "不需要", "暂不需要", "暂时不需要", "没需求", "暂无需求", "没有需求"];
        Refused = "refused", ["refused", "拒绝", "拒絕"], ["回绝", "婉拒", "被拒", "谢绝", "拒访"];
        Objection = "objection", ["objection raised", "有异议", "有異議"], ["异议", "too expensive", "嫌贵", "嫌价高", "嫌价格高"];
        SampleAgreed = "sample-agreed", ["sample or trial agreed", "同意试样", "同意試樣"], ["同意试用", "同意送样", "愿意试样", "愿意试用", "同意打样"];
        QuoteAsked = "quote-asked", ["quotation asked", "要报价", "要報價"], ["要报价单", "询价", "索要报价", "要求报价", "索价", "要估价", "要报价表"];
        Order = "order", ["order", "下单", "下單"], ["ordered", "已下单", "下了单", "下订单", "下订", "订货", "订购", "成交", "签单", "成单"];
        OrderPostponed = "order-postponed", ["order postponed", "推迟下单", "延後下單"], ["暂缓", "暂缓下单", "推迟", "延期下单", "暂缓采购"];
        ContractSigned = "contract-signed", ["contract signed", "签合同", "簽約"], ["签约", "已签约", "签了合同", "合同已签", "签合约"];
        ComplaintOpened = "complaint-opened", ["complaint opened", "有投诉", "有客訴"];
        ComplaintSolved = "complaint-solved", ["complaint solved", "投诉解决", "客訴已解決"], ["投诉已解决", "客诉解决"];
        PaymentPromised = "payment-promised", ["payment promised", "答应付款", "答應付款"], ["答应打款", "同意付款", "答应汇款"];
        PaymentReceived = "payment-received", ["payment received", "已付款", "已付款"], ["paid", "收款", "已收款", "收到款", "收到货款", "款到", "款已到", "已打款", "已到账", "到账", "入账", "回款", "已回款", "已汇款"];
        ReferralReceived = "referral-received", ["referral received", "得到介绍", "獲得介紹"], ["转介绍", "介绍客户", "介绍了客户"];
        RivalInTalks = "rival-in-talks", ["competitor in talks", "对手介入", "對手介入"], ["talks to a competitor", "talking to a competitor", "competitor quoted", "competitor visited", "竞品介入", "竞争对手介入", "同行介入", "对手报价", "同行报价", "在比价", "货比三家"];
        SurveyAnswered = "survey-answered", ["survey answered", "已答调查", "已填調查"];
        DoNotContact = "do-not-contact", ["do not contact again", "勿再联系", "請勿再聯絡"], ["别再打", "别再联系", "不要再联系", "不要再打", "不要再打扰"];
    }
}

choices! {
    /// Who came to whom.
    pub enum Direction {
        Out = "out", ["out", "主动", "主動"];
        In = "in", ["in", "来访", "來訪"];
        Both = "both", ["both", "双方", "雙方"];
    }
}

impl ContactKind {
    /// Whether both sides are in one place at an agreed time.
    pub fn is_meeting(self) -> bool {
        use ContactKind::{Demonstration, DropIn, Fair, Meeting, Social, Visit, VisitIn};
        matches!(self, Visit | VisitIn | DropIn | Meeting | Demonstration | Fair | Social)
    }

    /// Who came to whom, where nothing else is said: they, for a visit, call or enquiry of theirs; else we.
    pub fn usual_direction(self) -> Direction {
        match self {
            ContactKind::VisitIn | ContactKind::PhoneIn | ContactKind::Enquiry => Direction::In,
            _ => Direction::Out,
        }
    }
}

choices! {
    /// Who owes a promise.
    pub enum PromiseBy {
        Us = "us", ["we promised", "我方承诺", "我方承諾"];
        Them = "them", ["they promised", "对方承诺", "對方承諾"];
    }
}

/// Something promised in a contact, by us or by them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The row; `None`: not recorded yet.
    pub id: Option<PromiseId>,
    /// Who promised.
    pub by: PromiseBy,
    /// What, as typed.
    pub text: String,
    /// The day by which, where one was named.
    pub due_on: Option<NaiveDate>,
    /// How it was settled; `None`: it is open.
    pub settled: Option<Settlement>,
}

choices! {
    /// How a promise was settled.
    pub enum Kept {
        Kept = "kept", ["kept", "已兑现", "已兌現"];
        Broken = "broken", ["not kept", "未兑现", "未兌現"];
    }
}

/// The end of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// The day from which it was settled.
    pub on: NaiveDate,
    /// Whether what was promised was done.
    pub kept: Kept,
}

impl Promise {
    /// A promise that is open.
    pub fn open(by: PromiseBy, text: impl Into<String>, due_on: Option<NaiveDate>) -> Promise {
        Promise { id: None, by, text: text.into(), due_on, settled: None }
    }

    /// Whether it is open on a day.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.settled.is_none_or(|settled| settled.on > day)
    }
}

/// What is to be done next with a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextAction {
    /// The day it is due.
    pub on: NaiveDate,
    /// The way of contact meant, where one was named.
    pub kind: Option<ContactKind>,
    /// What it is about, as typed; empty when nothing was said.
    pub note: String,
}

impl NextAction {
    /// The time of day agreed upon, where the note names one.
    pub fn time(&self) -> Option<NaiveTime> {
        first_time(&self.note)
    }

    /// Whether a contact on a day is what was to be done. An appointment still ahead is done by meeting only: any
    /// other contact closes it all the same, and that is worth a word.
    pub fn is_done_by(&self, kind: ContactKind, on: NaiveDate) -> bool {
        let is_appointment = self.kind.is_some_and(ContactKind::is_meeting);
        !is_appointment || self.on < on || kind.is_meeting()
    }

    /// Whether a line of the log says all of it: it carries no words of its own but a time of day.
    pub fn can_be_said_in_a_line(&self) -> bool {
        self.note.is_empty() || time_of_day(&self.note).is_some()
    }
}

/// One entry of the contact history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its row.
    pub id: ContactId,
    /// Its identity in every file.
    pub uid: Uid,
    /// The day it took place (effective date).
    pub on: NaiveDate,
    /// When it was written down: UTC, milliseconds since 1970.
    pub recorded_at: i64,
    /// The way it took place.
    pub kind: ContactKind,
    /// Who came to whom.
    pub direction: Direction,
    /// With whom.
    pub person: Option<PersonId>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// What was said, as typed.
    pub note: String,
    /// What was promised.
    pub promises: Vec<Promise>,
}

/// Whether the customer's answer came through in a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// Both sides were heard.
    TwoWay,
    /// Only we spoke, or spoke to nobody who matters.
    OneWay,
}

/// Whether both sides were heard: by what came of it where that was noted, else by its kind. What only leaves
/// our house (mail, letters, gifts, quotations, goods) is one-way.
pub fn exchange(kind: ContactKind, direction: Direction, outcomes: &[Outcome]) -> Exchange {
    let heard = |outcome: &Outcome| {
        !matches!(outcome, Outcome::NotReached | Outcome::WrongPerson | Outcome::CallBack)
    };
    let two_way = if outcomes.is_empty() {
        direction == Direction::In || !is_sent(kind)
    } else {
        outcomes.iter().any(heard)
    };
    if two_way { Exchange::TwoWay } else { Exchange::OneWay }
}

impl Contact {
    /// Whether both sides were heard, see [`exchange`].
    pub fn exchange(&self) -> Exchange {
        exchange(self.kind, self.direction, &self.outcomes)
    }

    /// An attempt that reached nobody.
    pub fn is_failed_attempt(&self) -> bool {
        self.exchange() == Exchange::OneWay && self.outcomes.contains(&Outcome::NotReached)
    }

    /// Later by the day it took place, then by recording.
    pub fn moment(&self) -> (NaiveDate, i64, ContactId) {
        (self.on, self.recorded_at, self.id)
    }
}

fn is_sent(kind: ContactKind) -> bool {
    match kind {
        ContactKind::Mail
        | ContactKind::Letter
        | ContactKind::Gift
        | ContactKind::Sample
        | ContactKind::Quotation
        | ContactKind::Tender
        | ContactKind::Delivery => true,
        ContactKind::Visit
        | ContactKind::VisitIn
        | ContactKind::DropIn
        | ContactKind::Phone
        | ContactKind::PhoneIn
        | ContactKind::Messenger
        | ContactKind::Enquiry
        | ContactKind::Fair
        | ContactKind::Meeting
        | ContactKind::Demonstration
        | ContactKind::Service
        | ContactKind::Complaint
        | ContactKind::Collection
        | ContactKind::Survey
        | ContactKind::ReferralGiven
        | ContactKind::Social
        | ContactKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice;
    use crate::domain::specimen::{contact, nth_day};

    #[test]
    fn outcomes_say_whether_both_sides_were_heard_else_the_kind() {
        for (kind, outcomes, expected) in [
            (ContactKind::Visit, vec![], Exchange::TwoWay),
            (ContactKind::Phone, vec![], Exchange::TwoWay),
            (ContactKind::Messenger, vec![], Exchange::TwoWay),
            (ContactKind::Meeting, vec![], Exchange::TwoWay),
            (ContactKind::Fair, vec![], Exchange::TwoWay),
            (ContactKind::Demonstration, vec![], Exchange::TwoWay),
            (ContactKind::Mail, vec![], Exchange::OneWay),
            (ContactKind::Letter, vec![], Exchange::OneWay),
            (ContactKind::Gift, vec![], Exchange::OneWay),
            (ContactKind::Mail, vec![Outcome::Interested], Exchange::TwoWay),
            (ContactKind::Visit, vec![Outcome::NotReached], Exchange::OneWay),
            (ContactKind::Phone, vec![Outcome::WrongPerson, Outcome::CallBack], Exchange::OneWay),
            (ContactKind::Phone, vec![Outcome::CallBack, Outcome::Refused], Exchange::TwoWay),
        ] {
            assert_eq!(contact(1, nth_day(0), kind, &outcomes).exchange(), expected, "{kind:?} {outcomes:?}");
        }
        for &kind in ContactKind::ALL {
            let received = Contact { direction: Direction::In, ..contact(1, nth_day(0), kind, &[]) };
            assert_eq!(received.exchange(), Exchange::TwoWay, "{kind:?}");
        }
    }
}
