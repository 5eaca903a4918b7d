//! What generated names and notes are put together from, by language.

/// The words of one language.
#[derive(Debug)]
pub(super) struct Stock {
    pub(super) places: &'static [&'static str],
    pub(super) firms: &'static [&'static str],
    pub(super) trades: &'static [&'static str],
    pub(super) forms: &'static [&'static str],
    pub(super) families: &'static [&'static str],
    pub(super) given: &'static [&'static str],
    pub(super) titles: &'static [&'static str],
    pub(super) streets: &'static [&'static str],
    pub(super) zones: &'static [&'static str],
    pub(super) tags: &'static [&'static str],
    pub(super) notes: &'static [&'static str],
    pub(super) next: &'static [&'static str],
    /// What stands after the number of a house.
    pub(super) house: &'static str,
    /// What stands between the words of a name.
    pub(super) space: &'static str,
}

#[rustfmt::skip]
pub(super) const ENGLISH: Stock = Stock {
    places: &["Leeds", "York", "Boston", "Dover", "Austin", "Perth", "Cork", "Bristol", "Salem", "Derby", "Hull", "Oxford"],
    firms: &["Harbour", "Cedar", "Silver", "Northgate", "Beacon", "Juniper", "Falcon", "Granite", "Meadow", "Orchard",
        "Summit", "Willow", "Amber", "Copper", "Linden", "Marlow", "Raven", "Sterling", "Tidewater", "Fenwick"],
    trades: &["Print", "Packaging", "Lighting", "Foods", "Textiles", "Furniture", "Tools", "Logistics", "Dental", "Motors",
        "Ceramics", "Paper", "Electronics", "Garden Supply", "Hotels"],
    forms: &["Ltd", "Inc", "& Co", "Group", "GmbH"],
    families: &["Tam", "Okafor", "Marsh", "Rivera", "Brook", "Page", "Hill", "Novak", "Reed", "Stone", "Carter", "Larsen",
        "Dahl", "Moss", "Quick", "Bell", "Singh", "Murphy", "Costa", "Weber"],
    given: &["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ivy", "Joe", "Kit", "Lola", "Max", "Nora", "Omar",
        "Pia", "Ross", "Sue", "Tom", "Zoe"],
    titles: &["owner", "buyer", "works manager", "director", "accounts", "assistant"],
    streets: &["Dock Road", "Mill Lane", "High Street", "Canal Street", "Station Road", "Market Square"],
    zones: &["North", "South", "East", "West"],
    tags: &["vip", "fair", "slow payer", "newsletter", "sample sent"],
    notes: &["wants a quotation for the autumn", "asked for a sample", "compares us with two others", "happy with the last delivery",
        "call again after the holidays", "budget not yet approved", "new hall from next year", "price too high, he says"],
    next: &["send the quotation", "ask about the sample", "meet the director", "thank you call"],
    house: "",
    space: " ",
};

#[rustfmt::skip]
pub(super) const SIMPLIFIED: Stock = Stock {
    places: &["杭州", "宁波", "苏州", "上海", "重庆", "成都", "厦门", "广州", "青岛", "武汉", "西安", "台中"],
    firms: &["海虹", "青禾", "远图", "智云", "明达", "金石", "宏远", "恒泰", "新亚", "天成", "瑞丰", "华茂", "立信", "东升",
        "嘉禾", "泰和", "安邦", "顺达", "鼎新", "永盛"],
    trades: &["印刷", "包装", "照明", "食品", "纺织", "家具", "五金", "物流", "医疗器械", "汽配", "陶瓷", "纸业", "电子", "园艺", "酒店"],
    forms: &["有限公司", "股份有限公司", "厂", "商行", "集团"],
    families: &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "曾", "仇", "单", "欧阳", "林", "何", "高", "罗"],
    given: &["伟", "敏", "静", "磊", "洋", "艳", "勇", "娟", "涛", "明", "超", "秀英", "立", "薇", "子涵", "建国", "雨桐", "志强", "晓东", "丽华"],
    titles: &["老板", "采购", "厂长", "总经理", "财务", "助理"],
    streets: &["工业路", "科技路", "人民路", "运河街", "解放大道", "中山北路"],
    zones: &["北区", "南区", "东区", "西区"],
    tags: &["重点", "展会", "付款慢", "老客户", "已寄样"],
    notes: &["要秋季报价", "要样品", "在和另外两家比价", "对上次交货满意", "节后再联系", "预算还没批", "明年建新厂房", "嫌价格高"],
    next: &["送报价单", "问样品情况", "约见总经理", "电话致谢"],
    house: "号",
    space: "",
};

#[rustfmt::skip]
pub(super) const TRADITIONAL: Stock = Stock {
    places: &["台北", "新北", "桃園", "新竹", "台中", "彰化", "台南", "高雄", "基隆", "香港", "九龍", "澳門"],
    firms: &["海虹", "青禾", "遠圖", "智雲", "明達", "金石", "宏遠", "恆泰", "新亞", "天成", "瑞豐", "華茂", "立信", "東昇",
        "嘉禾", "泰和", "安邦", "順達", "鼎新", "永盛"],
    trades: &["印刷", "包裝", "照明", "食品", "紡織", "家具", "五金", "物流", "醫療器材", "汽車零件", "陶瓷", "紙業", "電子", "園藝", "飯店"],
    forms: &["有限公司", "股份有限公司", "工廠", "商行", "集團"],
    families: &["王", "李", "張", "劉", "陳", "楊", "趙", "黃", "周", "吳", "徐", "孫", "曾", "仇", "單", "歐陽", "林", "何", "高", "羅"],
    given: &["偉", "敏", "靜", "磊", "洋", "豔", "勇", "娟", "濤", "明", "超", "秀英", "立", "薇", "子涵", "建國", "雨桐", "志強", "曉東", "麗華"],
    titles: &["老闆", "採購", "廠長", "總經理", "會計", "助理"],
    streets: &["工業路", "科技路", "中正路", "運河街", "民生東路", "中山北路"],
    zones: &["北區", "南區", "東區", "西區"],
    tags: &["重點", "展覽", "付款慢", "老客戶", "已寄樣"],
    notes: &["要秋季報價", "要樣品", "正在和另外兩家比價", "對上次交貨滿意", "過完年再聯絡", "預算還沒核准", "明年蓋新廠房", "嫌價格高"],
    next: &["送報價單", "追蹤樣品", "約見總經理", "電話致謝"],
    house: "號",
    space: "",
};
