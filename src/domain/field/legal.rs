//! The legal person: master data. Statements, limits and scores are dealings, not fields.

use super::FieldType as T;
use super::terms::LegalForm;
use super::{C, ChoiceList, Field, Group, PC, Sensitive, Sign, Time, field};
use crate::domain::man::assertion::Answer;

const G: Group = Group::Legal;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "registered_name", ["Registered name", "注册名称", "註冊名稱"], T::Text).of_organisations().first(C)
        .headed(&["legal name", "公司全称", "工商名称"]),
    field(G, "registered_address", ["Registered address", "注册地址", "註冊地址"], T::Text).of_organisations().first(C)
        .headed(&["legal address"]),
    field(G, "registered_region", ["Registered in", "注册地", "註冊地"], T::Region).of_organisations(),
    field(G, "legal_form", ["Legal form", "法律形式", "法律形式"], T::Choice(ChoiceList::of::<LegalForm>())).of_organisations().first(PC)
        .headed(&["company type", "企业性质", "公司类型"]),
    field(G, "registration", ["Registration number", "统一社会信用代码", "統一編號"], T::Registration).of_organisations().first(C)
        .headed(&["uscc", "ubn", "tax id", "vat number", "vat id", "税号", "信用代码", "营业执照号", "证照号码", "纳税人识别号"]),
    field(G, "further_registrations", ["Further numbers", "其他证照号码", "其他證照號碼"], T::Tags).of_organisations(),
    field(G, "registered_capital", ["Registered capital", "注册资本", "註冊資本"], T::Money(Sign::Positive)).of_organisations().first(PC)
        .headed(&["capital", "注册资金", "注册资本金"]),
    field(G, "paid_in_capital", ["Paid-in capital", "实缴资本", "實收資本"], T::Money(Sign::Positive)).of_organisations().first(PC)
        .headed(&["paid in capital"]),
    field(G, "legal_representative", ["Legal representative", "法人代表", "法定代表人"], T::Name).of_organisations().first(PC)
        .headed(&["法定代表", "法人", "法人姓名", "法定代表人姓名", "法人代表姓名", "企业法人"]),
    field(G, "actual_controller", ["Actual controller", "实际控制人", "實際控制人"], T::Name).of_organisations().first(PC),
    field(G, "business_scope", ["Business scope", "经营范围", "經營範圍"], T::Note).of_organisations().first(C),
    field(G, "founded", ["Founded on", "注册日期", "設立日期"], T::PartialDay(Time::Past)).of_organisations().first(PC)
        .headed(&["founded", "date founded", "成立日期", "成立时间"]),
    field(G, "organisation_chart", ["Internal organisation", "内部组织机构", "內部組織機構"], T::Note).of_organisations().first(C)
        .headed(&["departments"]),
    field(G, "signer", ["Authorised signer", "签约授权人", "簽約授權人"], T::Name).of_organisations().first(C),
    field(G, "signer_document", ["Signer's authority", "授权文件", "授權文件"], T::Text).of_organisations(),
    field(G, "capacity_checked", ["Capacity checked on", "签约资格查验日", "簽約資格查驗日"], T::Day(Time::Past)).of_organisations().first(C),
    field(G, "capacity", ["Legal capacity", "签约资格", "簽約資格"], T::Choice(ChoiceList::of::<Answer>())).of_organisations().first(C),
    field(G, "capacity_note", ["Capacity, what was seen", "签约资格查验内容", "簽約資格查驗內容"], T::Text).of_organisations(),
    field(G, "bank", ["Bank", "开户行", "開戶行"], T::Text).sensitive(Sensitive::Account),
    field(G, "account_tail", ["Account, last digits", "账号尾号", "帳號末碼"], T::Text).sensitive(Sensitive::Account),
    field(G, "bank_reference", ["Bank reference", "银行资信", "銀行資信"], T::Text).sensitive(Sensitive::Account),
];
