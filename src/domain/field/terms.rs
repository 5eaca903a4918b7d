//! The closed lists behind fields that no rule of the program asks for: they describe a customer.

use crate::domain::choice::choices;

choices! {
    /// The sex of a person, where known and of use.
    pub enum Sex {
        Female = "female", ["female", "女", "女"], ["f", "woman", "女士"];
        Male = "male", ["male", "男", "男"], ["m", "man", "先生"];
        Other = "other", ["other", "其他", "其他"];
    }
}

choices! {
    /// By which calendar a birthday is kept.
    pub enum Calendar {
        Solar = "solar", ["solar calendar", "公历", "國曆"], ["阳历", "gregorian"];
        Lunar = "lunar", ["lunar calendar", "农历", "農曆"], ["阴历"];
    }
}

choices! {
    /// A coarse band: of income, of a cost.
    pub enum Band {
        Low = "low", ["low", "低", "低"];
        Middle = "mid", ["middle", "中", "中"], ["medium"];
        High = "high", ["high", "高", "高"];
    }
}

choices! {
    /// The way a customer likes to be reached.
    pub enum ContactWay {
        Phone = "phone", ["phone", "电话", "電話"], ["call"];
        Messenger = "messenger", ["messenger", "微信、短信", "即時通訊"], ["wechat", "微信", "line", "sms"];
        Email = "email", ["e-mail", "邮件", "電子郵件"], ["mail"];
        Visit = "visit", ["visit", "上门", "登門"], ["拜访"];
        Letter = "letter", ["letter", "信函", "信函"];
    }
}

choices! {
    /// The language a customer is spoken and written to in; any other may be typed.
    pub enum SpokenLanguage {
        Simplified = "zh-Hans", ["Chinese, simplified", "简体中文", "簡體中文"], ["普通话", "中文", "mandarin"];
        Traditional = "zh-Hant", ["Chinese, traditional", "繁体中文", "繁體中文"], ["国语"];
        Cantonese = "yue", ["Cantonese", "粤语", "粵語"];
        English = "en", ["English", "英语", "英語"];
    }
}

choices! {
    /// Temper of a person, as it shows in talks; any other word may be typed.
    pub enum Temper {
        Cautious = "cautious", ["cautious", "谨慎", "謹慎"];
        Decisive = "decisive", ["decisive", "果断", "果斷"];
        Friendly = "friendly", ["friendly", "随和", "隨和"];
        Reserved = "reserved", ["reserved", "内向", "內向"];
        Lively = "lively", ["lively", "外向", "外向"];
        Strict = "strict", ["strict", "严格", "嚴格"];
    }
}

choices! {
    /// How much the relation has grown into, from single purchases to an alliance.
    pub enum RelationLevel {
        Trade = "trade", ["trade only", "买卖关系", "買賣關係"];
        Preferred = "preferred", ["preferred supply", "优先供应关系", "優先供應關係"];
        Partner = "partner", ["partnership", "合作伙伴关系", "合作夥伴關係"];
        Alliance = "alliance", ["strategic alliance", "战略联盟关系", "戰略聯盟關係"];
    }
}

choices! {
    /// Where the relation stands in its life.
    pub enum RelationPhase {
        Exploration = "exploration", ["exploration", "考察期", "考察期"];
        Formation = "formation", ["formation", "形成期", "形成期"];
        Stability = "stability", ["stability", "稳定期", "穩定期"];
        Decline = "decline", ["decline", "退化期", "退化期"];
    }
}

choices! {
    /// How tightly both sides fit together.
    pub enum Closeness {
        Hook = "hook", ["hook: one fixed contact", "扣钩", "扣鉤"], ["hook"];
        Zipper = "zipper", ["zipper: step by step", "拉链", "拉鍊"], ["zipper"];
        Velcro = "velcro", ["velcro: on all levels", "维可牢", "維可牢"], ["velcro"];
    }
}

choices! {
    /// The play by which a prospect is to become a customer.
    pub enum Play {
        Keep = "keep", ["keep actual customers", "留住现实客户", "留住現實客戶"];
        Open = "open", ["open a new market", "开辟新市场", "開闢新市場"];
        Contest = "contest", ["contest general prospects", "争夺一般潜在顾客", "爭奪一般潛在顧客"];
        Rival = "rival", ["win a rival's customers", "争夺竞争对手顾客", "爭奪競爭對手顧客"];
    }
}

choices! {
    /// Where a customer buys goods of our kind.
    pub enum BuyingWay {
        Direct = "direct", ["straight from makers", "直接采购", "直接採購"], ["direct"];
        Dealer = "dealer", ["through dealers", "经销商", "經銷商"];
        Tender = "tender", ["by tender", "招标", "招標"], ["投标"];
        Online = "online", ["online", "网上采购", "網路採購"], ["网购"];
        Shop = "shop", ["in shops", "门店", "門市"];
        Group = "group", ["through their group", "集团统购", "集團統購"];
    }
}

choices! {
    /// Why a customer wants to buy; any other word may be typed.
    pub enum Motive {
        Expand = "expand", ["to grow", "扩产", "擴產"];
        Replace = "replace", ["to replace", "更新换代", "汰舊換新"];
        Cost = "cost", ["to save cost", "降本", "降低成本"];
        Quality = "quality", ["for quality", "提升质量", "提升品質"];
        Trouble = "trouble", ["to end a trouble", "解决问题", "解決問題"];
        Rule = "rule", ["a rule asks for it", "合规要求", "法規要求"];
        Prestige = "prestige", ["for prestige", "形象", "形象"];
        Price = "price", ["a good offer", "价格优惠", "價格優惠"];
    }
}

choices! {
    /// The legal form of an organisation.
    pub enum LegalForm {
        Limited = "limited", ["limited company", "有限责任公司", "有限公司"], ["ltd", "llc", "有限公司"];
        JointStock = "joint-stock", ["joint-stock company", "股份有限公司", "股份有限公司"], ["股份公司", "plc"];
        Partnership = "partnership", ["partnership", "合伙企业", "合夥"], ["合伙"];
        SoleOwner = "sole-owner", ["sole proprietorship", "个人独资企业", "獨資"], ["独资"];
        SelfEmployed = "self-employed", ["self-employed", "个体工商户", "個體工商戶"], ["个体户"];
        Cooperative = "cooperative", ["cooperative", "合作社", "合作社"];
        PublicBody = "public", ["public body", "机关事业单位", "公部門"], ["事业单位"];
        Foreign = "foreign", ["foreign-invested", "外商投资企业", "外資企業"], ["外资"];
        Other = "other", ["other", "其他", "其他"];
    }
}

choices! {
    /// How sure a buying time is.
    pub enum Certainty {
        Certain = "certain", ["certain", "确定", "確定"];
        Likely = "likely", ["likely", "可能", "可能"];
        Open = "open", ["open", "未定", "未定"];
    }
}

choices! {
    /// The lines of business of the national classification GB/T 4754 by their letters; any other words may be
    /// typed.
    pub enum Industry {
        Farming = "A", ["A farming, forestry, fishing", "A 农、林、牧、渔业", "A 農、林、牧、漁業"], ["农业"];
        Mining = "B", ["B mining", "B 采矿业", "B 採礦業"], ["采矿业"];
        Manufacturing = "C", ["C manufacturing", "C 制造业", "C 製造業"], ["manufacturing", "制造业", "制造"];
        Utilities = "D", ["D power, heat, gas, water", "D 电力、热力、燃气及水", "D 電力、熱力、燃氣及水"];
        Construction = "E", ["E construction", "E 建筑业", "E 建築業"], ["construction", "建筑业"];
        Trade = "F", ["F wholesale and retail", "F 批发和零售业", "F 批發和零售業"], ["批发和零售业", "零售业", "批发业"];
        Transport = "G", ["G transport, storage, post", "G 交通运输、仓储和邮政业", "G 交通運輸、倉儲和郵政業"], ["物流"];
        Hospitality = "H", ["H hotels and restaurants", "H 住宿和餐饮业", "H 住宿和餐飲業"], ["餐饮", "酒店"];
        Information = "I", ["I software and IT", "I 信息传输、软件和信息技术", "I 資訊傳輸、軟體和資訊技術"], ["软件", "互联网"];
        Finance = "J", ["J finance", "J 金融业", "J 金融業"], ["金融业", "金融"];
        RealEstate = "K", ["K real estate", "K 房地产业", "K 房地產業"], ["房地产"];
        Business = "L", ["L leasing and business services", "L 租赁和商务服务业", "L 租賃和商務服務業"];
        Research = "M", ["M research and technical services", "M 科学研究和技术服务业", "M 科學研究和技術服務業"];
        Environment = "N", ["N water, environment, public facilities", "N 水利、环境和公共设施", "N 水利、環境和公共設施"];
        Repairs = "O", ["O household services, repairs", "O 居民服务、修理", "O 居民服務、修理"];
        Education = "P", ["P education", "P 教育", "P 教育"], ["education", "教育"];
        Health = "Q", ["Q health and social work", "Q 卫生和社会工作", "Q 衛生和社會工作"], ["医疗"];
        Culture = "R", ["R culture, sport, entertainment", "R 文化、体育和娱乐业", "R 文化、體育和娛樂業"];
        Administration = "S", ["S public administration", "S 公共管理、社会保障", "S 公共管理、社會保障"];
        International = "T", ["T international organisations", "T 国际组织", "T 國際組織"];
    }
}
