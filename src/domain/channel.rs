//! Source channels: how a customer became known to us, one code for the many words in use.

use super::choice::choices;

choices! {
    /// The first channel of a card.
    pub enum Channel {
        Door = "door", ["door-to-door", "逐户访问", "逐戶拜訪"], ["逐户寻访", "普遍识别", "地毯式", "走街串巷", "直接访问"];
        DropIn = "dropin", ["drop-in call", "顺便拜访", "順道拜訪"], ["T访问"];
        Phone = "phone", ["telephone", "电话寻找", "電話開發"], ["电话", "电话号码簿", "黄页"];
        Mail = "mail", ["direct mail", "直接邮寄", "直接郵寄"], ["函件找寻", "邮寄信件"];
        Email = "email", ["e-mail", "电子邮件", "電子郵件"], ["电子邮件法"];
        Advert = "advert", ["advertising", "广告搜寻", "廣告搜尋"], ["广告识别", "广告收集", "广告"];
        Web = "web", ["web", "网络查找", "網路搜尋"], ["网站", "社交媒体", "搜索", "网络", "website", "online"];
        Shop = "shop", ["walk-in", "坐店", "來店"];
        Referral = "referral", ["referral", "连锁介绍", "連鎖介紹"], ["客户引荐", "介绍识别", "无限连锁", "口碑", "介绍", "转介绍"];
        Partner = "partner", ["partner", "伙伴推荐", "夥伴推薦"], ["互利互惠", "专业人士帮助"];
        Halo = "halo", ["respected person", "光辉效应", "名人效應"], ["中心开花", "名人介绍", "影响中心"];
        AffinityKin = "affinity-kin", ["kin", "亲戚", "親戚"];
        AffinityColleague = "affinity-colleague", ["colleague", "同事", "同事"];
        AffinityFriend = "affinity-friend", ["friend", "朋友", "朋友"], ["朋友介绍"];
        AffinitySchool = "affinity-school", ["school", "师生", "師生"], ["同学"];
        AffinityHometown = "affinity-hometown", ["home town", "老乡", "同鄉"];
        AffinityAcquaintance = "affinity-acquaintance", ["acquaintance", "熟人", "熟人"], ["熟人法", "社会关系法"];
        Agent = "agent", ["paid helper", "代理人法", "代理人介紹"], ["代理寻找", "信息员", "兼职"];
        Fair = "fair", ["exhibition", "展示会", "展覽會"], ["展会", "展览会", "trade show"];
        Seminar = "seminar", ["own event", "讨论会", "討論會"];
        Conference = "conference", ["conference", "会议寻找", "會議開發"], ["会议"];
        Directory = "directory", ["directory", "资料查阅", "資料查閱"], ["资料分析", "名单寻找", "报刊名册", "企业名录", "行业协会"];
        Press = "press", ["press", "报纸、杂志", "報紙、雜誌"], ["报纸", "杂志"];
        Official = "official", ["official records", "政府统计、法院税务记录", "政府統計、法院稅務記錄"], ["政府统计"];
        Database = "database", ["data set", "计算机数据库", "資料庫"], ["数据库"];
        OwnRecords = "own-records", ["own records", "原始记录", "原始記錄"], ["新增记录", "询问记录", "反馈信息", "重复销售"];
        Purchase = "purchase", ["bought addresses", "直接购买法", "直接購買法"];
        Agency = "agency", ["agency", "专业机构", "專業機構"], ["市场调研公司", "广告公司", "咨询公司"];
        Survey = "survey", ["survey", "询问法", "詢問法"], ["问卷", "深度访谈"];
        Observe = "observe", ["observation", "观察法", "觀察法"];
        Experiment = "experiment", ["trial offer", "实验法", "實驗法"];
        Delphi = "delphi", ["expert panel", "德尔菲法", "德菲法"], ["集体思考"];
        Field = "field", ["field survey", "实地调查", "實地調查"];
        Rival = "rival", ["from a competitor", "争夺竞争对手客户", "爭取對手客戶"], ["从竞争对手中抢夺"];
        Industry = "industry", ["working one trade", "行业开拓", "產業開發"];
        TradeFive = "trade5", ["foreign-trade five steps", "外贸五步法", "外貿五步法"];
        ProjectCircle = "project-circle", ["project circle", "工程圈", "工程圈"], ["装修公司", "设计院"];
        Unknown = "unknown", ["unknown", "未知", "未知"];
    }
}

impl Channel {
    /// Whether somebody has written or rung and waits for an answer: who answers an advertisement or asks on the
    /// web. Telephone is calling numbers from lists; who comes to the shop or the stand was spoken to there.
    pub fn is_enquiry(self) -> bool {
        matches!(self, Channel::Web | Channel::Advert)
    }
}
