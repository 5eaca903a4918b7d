//! The parts of a postal address, as they are called where one is typed.

use super::choice::choices;

choices! {
    /// A part of a postal address, in the order in which they stand. The codes are what commands and files call them.
    pub enum AddressPart {
        Kind = "kind", ["What for", "用途", "用途"];
        Region = "region", ["Region", "地区", "地區"];
        Street = "street", ["Street", "街道门牌", "街道門牌"];
        PostCode = "post_code", ["Post code", "邮编", "郵遞區號"];
        Zone = "zone", ["Zone", "片区", "責任區"];
        Order = "order", ["Order in it", "片区内顺序", "區內順序"];
        Minutes = "minutes", ["Minutes there", "路程（分钟）", "路程（分鐘）"];
        From = "from", ["Holds from", "启用日期", "啟用日期"];
        To = "to", ["Holds until", "停用日期", "停用日期"];
        Note = "note", ["Parking, access", "停车、进门", "停車、進門"];
    }
}
