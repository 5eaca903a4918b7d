//! The customer's own business.

use super::FieldType as T;
use super::{C, CF, Field, Group, P, PC, Sign, field};

const G: Group = Group::Business;
/// Points from weakest to strongest.
const POINTS: T = T::Score(1, 5);

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "staff", ["Staff", "员工人数", "員工人數"], T::Number).of_organisations()
        .headed(&["employees", "number of employees", "headcount", "人数"]),
    field(G, "market_share", ["Market share", "市场份额", "市場份額"], T::Percent).of_organisations().first(C),
    field(G, "market_standing", ["Market standing", "市场地位", "市場地位"], T::Text).of_organisations().first(C),
    field(G, "competitiveness", ["Competitiveness", "竞争力", "競爭力"], POINTS).of_organisations().first(C),
    field(G, "rival_relation", ["Relation to our rivals", "与竞争者关系", "與競爭者關係"], T::Text).first(PC),
    field(G, "cooperation", ["Relation to us", "与本公司关系及合作", "與本公司關係及合作"], T::Note).first(CF),
    field(G, "yearly_demand", ["Yearly demand", "年需求额", "年需求額"], T::Money(Sign::Positive)).first(PC)
        .headed(&["annual demand", "年需求", "年采购额"]),
    field(G, "yearly_quantity", ["Yearly quantity", "年需求量", "年需求量"], T::Text).first(PC)
        .headed(&["annual quantity", "年用量"]),
    field(G, "suppliers", ["Main suppliers", "主要货源", "主要貨源"], T::Tags).of_organisations().first(C)
        .headed(&["suppliers", "供应商"]),
    field(G, "their_customers", ["Main customers", "主要客户", "主要客戶"], T::Tags).of_organisations().first(C),
    field(G, "latent_technique", ["Latent value: technique leads", "隐性价值：技术领先", "隱性價值：技術領先"], POINTS).of_organisations().first(P),
    field(G, "latent_channel", ["Latent value: channel works", "隐性价值：渠道政策有效", "隱性價值：通路政策有效"], POINTS).of_organisations().first(P),
    field(G, "latent_growth", ["Latent value: growth needs us", "隐性价值：增长带动需求", "隱性價值：成長帶動需求"], POINTS).of_organisations().first(P),
    field(G, "latent_rivals", ["Latent value: rivals and our plan", "隐性价值：对手与对策", "隱性價值：對手與對策"], POINTS).of_organisations().first(P),
    field(G, "latent_years", ["Latent value: years and risk", "隐性价值：年限与风险", "隱性價值：年限與風險"], POINTS).of_organisations().first(P),
    field(G, "latent_note", ["Latent value, why", "隐性价值说明", "隱性價值說明"], T::Text).of_organisations(),
    field(G, "image", ["Image, reputation", "形象、声誉", "形象、聲譽"], POINTS).first(C),
    field(G, "image_note", ["Image, why", "形象、声誉说明", "形象、聲譽說明"], T::Text),
    field(G, "activity_now", ["Sales activity, problems", "销售活动现状、问题", "銷售活動現狀、問題"], T::Note).first(CF),
    field(G, "outlook", ["Strategy, outlook", "战略、展望", "戰略、展望"], T::Note).of_organisations().first(C),
];
