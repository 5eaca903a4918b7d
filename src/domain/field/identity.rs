//! Who the customer is.

use super::FieldType as T;
use super::terms::{Band, Calendar, Industry, Sex};
use super::{ChoiceList, Field, Group, PC, PCF, Time, field, key};
use crate::domain::party::{CustomerKind, Party, Size};
use crate::domain::position::Position;

const G: Group = Group::Identity;

#[rustfmt::skip]
pub(super) const ROWS: &[Field] = &[
    field(G, "name", ["Name", "名称", "名稱"], T::Text).first(PCF)
        .headed(&["full name", "display name", "customer", "customer name", "client", "file as",
          "client name", "lead name",
          "姓名", "客户", "客户名称", "客户姓名", "客户名", "名字", "全名", "全称"]),
    field(G, "code", ["Code", "客户编号", "客戶編號"], T::Text).first(PCF)
        .headed(&["customer code", "customer no", "customer number", "no.", "record id", "编号", "客户代码", "客户号"]),
    field(G, "short_name", ["Short name", "简称", "簡稱"], T::Text).first(PCF)
        .headed(&["nickname", "alias", "short name", "客户简称", "昵称"]),
    field(G, "former_names", ["Former names", "曾用名", "曾用名"], T::Tags)
        .headed(&["former name", "previous name", "原名"]),
    field(G, "party", ["Party", "客户性质", "客戶性質"], T::Choice(ChoiceList::of::<Party>())).first(PCF)
        .headed(&["party type", "个人/单位", "个人单位"]),
    field(G, "kind", ["Kind", "客户类型", "客戶類型"], T::Choice(ChoiceList::of::<CustomerKind>())).first(PCF)
        .headed(&["customer kind", "customer type", "type", "类型"]),
    field(G, "further_kinds", ["Further kinds", "其他类型", "其他類型"], T::Choices(ChoiceList::of::<CustomerKind>()))
        .headed(&["further kinds"]),
    field(G, "position", ["Position", "客户定位", "客戶定位"], T::Choice(ChoiceList::of::<Position>())).first(PCF)
        .by_command()
        .headed(&["status", "lifecycle stage", "lead status", "定位", "状态", "客户状态"]),
    field(G, "company", ["Company", "公司", "公司"], T::Text).of_individuals().first(PC)
        .headed(&["organization name", "organization 1 - name", "organisation", "organization", "company name",
          "associated company", "employer", "account", "单位", "工作单位", "所在公司", "企业", "公司名称", "单位名称", "企业名称",
          "account name", "business name", "firm", "公司名", "公司全名", "公司全称", "公司抬头", "所属公司", "所在单位",
          "公司/单位", "机构", "机构名称", "组织", "组织名称"]),
    field(G, "title", ["Title", "职务", "職稱"], T::Text).of_individuals().first(PC)
        .headed(&["job title", "organization title", "organization 1 - title", "position title", "职位", "职称",
          "岗位", "头衔"]),
    field(G, "department", ["Department", "部门", "部門"], T::Text).of_individuals()
        .headed(&["organization department", "organization 1 - department", "所属部门"]),
    field(G, "occupation", ["Occupation", "职业", "職業"], T::Text).of_individuals().first(PC)
        .headed(&["profession"]),
    field(G, "size", ["Size", "规模", "規模"], T::Choice(ChoiceList::of::<Size>())).of_organisations().first(PC)
        .headed(&["company size", "企业规模"]),
    field(G, "industry", ["Industry", "所属行业", "產業"], T::Open(ChoiceList::of::<Industry>())).first(PCF)
        .headed(&["sector", "trade", "行业", "行业类型", "产业别", "业别"]),
    field(G, "sex", ["Sex", "性别", "性別"], T::Choice(ChoiceList::of::<Sex>())).of_individuals().first(PC)
        .headed(&["gender"]),
    field(G, "birth_date", ["Birth date", "出生日期", "出生日期"], T::PartialDay(Time::Past)).of_individuals()
        .headed(&["birthday", "date of birth", "生日"]),
    field(G, "birth_calendar", ["Birthday by", "生日历法", "生日曆法"], T::Choice(ChoiceList::of::<Calendar>())).of_individuals(),
    field(G, "income", ["Income", "收入层次", "收入層次"], T::Choice(ChoiceList::of::<Band>())).of_individuals()
        .headed(&["income band", "收入"]),
    field(G, "parent", ["Parent or group", "所属集团", "所屬集團"], T::Card).of_organisations()
        .headed(&["parent company", "parent account", "group company", "母公司", "集团"]),
    field(G, key::TAGS, ["Tags", "标签", "標籤"], T::Tags).first(PCF)
        .headed(&["labels", "categories", "group membership", "groups", "tag", "类别", "分组", "分类",
          "group", "群组", "客户标签"]),
    field(G, "picture", ["Picture or map", "附图", "附圖"], T::Tags)
        .headed(&["map", "照片"]),
];
