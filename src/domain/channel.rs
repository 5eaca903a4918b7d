//! Source channels: how a customer became known to us, one code for the many words in use.

use super::choice::choices;

choices! {
    /// The first channel of a card.
    pub enum Channel {
        Door = "door", ["door-to-door", "逐户访问"], ["逐户寻访", "普遍识别", "地毯式", "走街串巷", "直接访问"];
        DropIn = "dropin", ["drop-in call", "顺便拜访"], ["T访问"];
        Phone = "phone", ["telephone", "电话寻找"], ["电话", "电话号码簿", "黄页"];
        Mail = "mail", ["direct mail", "直接邮寄"], ["函件找寻", "邮寄信件"];
        Email = "email", ["e-mail", "电子邮件"], ["电子邮件法"];
        Advert = "advert", ["advertising", "广告搜寻"], ["广告识别", "广告收集", "广告"];
        Web = "web", ["web", "网络查找"], ["网站", "社交媒体", "搜索", "网络", "website", "online"];
        Shop = "shop", ["walk-in", "坐店"];
        Referral = "referral", ["referral", "连锁介绍"], ["客户引荐", "介绍识别", "无限连锁", "口碑", "介绍", "转介绍"];
        Partner = "partner", ["partner", "伙伴推荐"], ["互利互惠", "专业人士帮助"];
        Halo = "halo", ["respected person", "光辉效应"], ["中心开花", "名人介绍", "影响中心"];
        AffinityKin = "affinity-kin", ["kin", "亲戚"];
        AffinityColleague = "affinity-colleague", ["colleague", "同事"];
        AffinityFriend = "affinity-friend", ["friend", "朋友"], ["朋友介绍"];
        AffinitySchool = "affinity-school", ["school", "师生"], ["同学"];
        AffinityHometown = "affinity-hometown", ["home town", "老乡"];
        AffinityAcquaintance = "affinity-acquaintance", ["acquaintance", "熟人"], ["熟人法", "社会关系法"];
        Agent = "agent", ["paid helper", "代理人法"], ["代理寻找", "信息员", "兼职"];
        Fair = "fair", ["exhibition", "展示会"], ["展会", "展览会", "trade show"];
        Seminar = "seminar", ["own event", "讨论会"];
        Conference = "conference", ["conference", "会议寻找"], ["会议"];
        Directory = "directory", ["directory", "资料查阅"], ["资料分析", "名单寻找", "报刊名册", "企业名录", "行业协会"];
        Press = "press", ["press", "报纸、杂志"], ["报纸", "杂志"];
        Official = "official", ["official records", "政府统计、法院税务记录"], ["政府统计"];
        Database = "database", ["data set", "计算机数据库"], ["数据库"];
        OwnRecords = "own-records", ["own records", "原始记录"], ["新增记录", "询问记录", "反馈信息", "重复销售"];
        Purchase = "purchase", ["bought addresses", "直接购买法"];
        Agency = "agency", ["agency", "专业机构"], ["市场调研公司", "广告公司", "咨询公司"];
        Survey = "survey", ["survey", "询问法"], ["问卷", "深度访谈"];
        Observe = "observe", ["observation", "观察法"];
        Experiment = "experiment", ["trial offer", "实验法"];
        Delphi = "delphi", ["expert panel", "德尔菲法"], ["集体思考"];
        Field = "field", ["field survey", "实地调查"];
        Rival = "rival", ["from a competitor", "争夺竞争对手客户"], ["从竞争对手中抢夺"];
        Industry = "industry", ["working one trade", "行业开拓"];
        TradeFive = "trade5", ["foreign-trade five steps", "外贸五步法"];
        ProjectCircle = "project-circle", ["project circle", "工程圈"], ["装修公司", "设计院"];
        Unknown = "unknown", ["unknown", "未知"];
    }
}
