//! Why prospects do not convert, why customers leave, and why a party is excluded.

use super::choice::{Choice, choices};
use super::language::Language;

choices! {
    /// One list used as barrier for prospects and as loss reason for customers.
    pub enum LossReason {
        NeedNone = "need-none", ["no need", "无需求", "無需求"];
        NeedGone = "need-gone", ["need has gone", "需求消失", "需求消失"];
        MotiveWeak = "motive-weak", ["weak motive", "购买动机不足", "購買動機不足"];
        MeansShort = "means-short", ["cannot pay", "购买能力不足", "購買能力不足"];
        Timing = "timing", ["not the time", "购买时机未到", "購買時機未到"];
        NoAuthority = "no-authority", ["decider not found", "找不到决策人", "找不到決策人"];
        MovedClosed = "moved-closed", ["moved or closed", "搬迁、停业、合并", "搬遷、停業、合併"];
        Quality = "quality", ["quality", "质量低或不稳定", "品質低或不穩定"], ["质量"];
        ProductGap = "product-gap", ["product does not fit", "产品不合用", "產品不合用"];
        Price = "price", ["price", "价格高", "價格高"], ["价格"];
        ServiceProcess = "service-process", ["cumbersome service", "服务手续繁琐", "服務手續繁瑣"];
        ServiceSpeed = "service-speed", ["slow service", "服务效率低", "服務效率低"];
        Staff = "staff", ["staff", "服务人员素质", "服務人員素質"];
        Distribution = "distribution", ["distribution, out of stock", "分销渠道不畅、缺货", "配銷通路不順、缺貨"];
        Information = "information", ["lost touch", "信息传递失灵", "失去聯繫"];
        Promotion = "promotion", ["weak promotion", "促销乏力", "促銷不力"];
        FalseClaim = "false-claim", ["false claim", "宣传失实", "宣傳不實"];
        Image = "image", ["our image", "企业形象不佳", "企業形象不佳"];
        ContactLeft = "contact-left", ["their contact left", "对方联系人离职", "對方聯絡人離職"];
        CreditRefused = "credit-refused", ["we refused credit", "我方不给信用", "我方不給信用"];
        Competitor = "competitor", ["competitor", "竞争者行动", "競爭者行動"];
        Opinion = "opinion", ["public opinion", "媒体、公众、专家意见", "媒體、公眾、專家意見"];
        Policy = "policy", ["government policy", "政府政策、宏观", "政府政策、大環境"];
        NoDecision = "no-decision", ["no decision", "拖而不决", "遲遲未決"];
        Unspecified = "unspecified", ["not said", "未说明", "未說明"];
    }
}

/// What stands between several reasons typed in a line.
const BETWEEN: [char; 6] = [',', '，', '、', ';', '；', '/'];

impl LossReason {
    /// Several reasons typed one after the other, each once. A name may hold a comma itself: the longest piece that is
    /// a reason is one.
    ///
    /// # Errors
    /// What begins with no reason.
    pub fn several(text: &str) -> Result<Vec<LossReason>, &str> {
        let mut found = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let ends = rest.match_indices(BETWEEN).map(|(end, _)| end).chain([rest.len()]);
            let pieces: Vec<&str> = ends.filter_map(|end| rest.get(..end)).collect();
            let read = |piece: &&str| LossReason::from_word(piece.trim()).map(|reason| (reason, piece.len()));
            let (reason, taken) = pieces.iter().rev().find_map(read).ok_or(rest)?;
            if !found.contains(&reason) {
                found.push(reason);
            }
            rest = rest.get(taken..).unwrap_or_default().trim_start_matches(BETWEEN).trim_start();
        }
        Ok(found)
    }
}

choices! {
    /// Why a party is not, and will not be, a customer.
    pub enum Exclusion {
        Unconnected = "unconnected", ["no connection to our goods", "与我方产品无关", "與我方產品無關"];
        Hostile = "hostile", ["hostile", "敌意", "敵意"];
        Man = "man", ["no money, authority or need", "三者皆无", "三者皆無"];
        OutsideArea = "outside-area", ["outside our area", "区域之外", "區域之外"];
        Illegal = "illegal", ["illegal or blocked", "违法或封禁", "違法或遭封鎖"];
        Duplicate = "duplicate", ["duplicate", "重复", "重複"];
        NoContact = "no-contact", ["asked not to be contacted", "要求不再联系", "要求不再聯絡"];
    }
}

/// A reason recorded with a move: a loss reason or an exclusion code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Why the customer left or does not buy.
    Loss(LossReason),
    /// Why the party is excluded.
    Exclusion(Exclusion),
}

impl Reason {
    /// The stable code. No code stands in both lists.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Loss(reason) => reason.code(),
            Reason::Exclusion(exclusion) => exclusion.code(),
        }
    }

    /// The name in one language.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Reason::Loss(reason) => reason.name(language),
            Reason::Exclusion(exclusion) => exclusion.name(language),
        }
    }

    /// The reason with exactly this code.
    pub fn from_code(code: &str) -> Option<Reason> {
        LossReason::from_code(code)
            .map(Reason::Loss)
            .or_else(|| Exclusion::from_code(code).map(Reason::Exclusion))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_reasons_are_read_from_a_line() {
        use LossReason::{Distribution, MovedClosed, Price, Quality};
        for (text, expected) in [
            ("", Ok(vec![])),
            ("price", Ok(vec![Price])),
            ("price, quality", Ok(vec![Price, Quality])),
            ("质量、搬迁、停业、合并；价格", Ok(vec![Quality, MovedClosed, Price])),
            ("distribution, out of stock, price", Ok(vec![Distribution, Price])),
            ("distribution,price,", Ok(vec![Distribution, Price])),
            ("price, price", Ok(vec![Price])),
            ("price, too dear", Err("too dear")),
        ] {
            assert_eq!(LossReason::several(text), expected, "{text}");
        }
        for reason in LossReason::ALL {
            for language in Language::ALL {
                let line = format!("{}, {}", reason.name(*language), Price.name(*language));
                let expected: Vec<LossReason> =
                    if *reason == Price { vec![Price] } else { vec![*reason, Price] };
                assert_eq!(LossReason::several(&line), Ok(expected), "{line}");
            }
        }
    }
}
