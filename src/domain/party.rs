//! Who the customer is: party type, kind and size (three axes that are never mixed with position).

use super::choice::choices;

choices! {
    /// A natural person or an organisation.
    pub enum Party {
        Individual = "individual", ["individual", "个人", "個人"], ["person"];
        Organisation = "organisation", ["organisation", "单位", "機構"], ["organization", "company", "公司", "企业", "组织"];
    }
}

choices! {
    /// The role a party plays in trade. One main kind for each card.
    pub enum CustomerKind {
        Consumer = "consumer", ["consumer", "零售客户", "零售客戶"], ["消费者", "retail"];
        Enterprise = "enterprise", ["enterprise", "企业客户", "企業客戶"], ["企业"];
        WholesalerFirst = "wholesaler1", ["wholesaler, tier 1", "一级批发商", "一級批發商"], ["wholesaler", "批发商"];
        WholesalerSecond = "wholesaler2", ["wholesaler, tier 2", "二级批发商", "二級批發商"];
        Distributor = "distributor", ["distributor", "渠道分销商", "經銷商"], ["分销商", "经销商"];
        Agent = "agent", ["agent", "代理商", "代理商"];
        Retailer = "retailer", ["retailer", "零售商", "零售商"];
        Project = "project", ["project customer", "工程客户", "專案客戶"];
        Government = "government", ["government", "政府部门", "政府機關"], ["政府"];
        Nonprofit = "nonprofit", ["non-profit", "非营利组织", "非營利組織"];
        Professional = "professional", ["trade professional", "行业专业人士", "業界專業人士"];
        Media = "media", ["media, observer", "媒体与观察者", "媒體與觀察者"], ["媒体"];
        Supplier = "supplier", ["supplier", "供应商", "供應商"];
        Competitor = "competitor", ["competitor", "竞争者", "競爭者"], ["竞争对手"];
        Internal = "internal", ["internal", "内部客户", "內部客戶"];
    }
}

choices! {
    /// The size class of an organisation.
    pub enum Size {
        StartUp = "start-up", ["start-up", "初创", "新創"];
        Small = "small", ["small", "小型", "小型"];
        Medium = "medium", ["medium", "中型", "中型"];
        Large = "large", ["large, group", "大型、集团", "大型、集團"], ["group", "集团", "大型"];
    }
}
