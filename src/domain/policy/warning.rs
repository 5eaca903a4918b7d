//! Warning policy: what counts as a signal that a customer may be about to leave.

use super::row::thresholds;

thresholds! {
    /// The signals of a loss that seldom announces itself.
    pub struct WarningPolicy {
        complaint_days: u32 = 90, Days, [
            "Complaints within so many days are a signal together.", "在这么多天之内的投诉一并算作信号。", "在這麼多天之內的投訴一併算作訊號。"];
        complaints: u32 = 2, Count, [
            "So many complaints within those days are a signal.", "期内投诉达到这么多次即为信号。", "期內投訴達到這麼多次即為訊號。"];
        contract_ahead: u32 = 60, Days, [
            "What a customer has subscribed to ends within so many days: a signal.",
            "客户的服务在这么多天之内到期即为信号。",
            "客戶的服務在這麼多天之內到期即為訊號。"];
        rival_days: u32 = 90, Days, [
            "A contact within so many days that tells of a competitor is a signal.",
            "在这么多天之内的联系记录提到竞争对手即为信号。",
            "在這麼多天之內的聯絡紀錄提到競爭對手即為訊號。"];
        unanswered: u32 = 3, Count, [
            "So many attempts in a row that reached nobody are a signal.", "连续这么多次联系不上即为信号。", "連續這麼多次聯絡不上即為訊號。"];
        unsatisfied: u32 = 2, Points, [
            "A customer no more satisfied than this, of 5, is a signal.", "满意度不高于此（满分 5）即为信号。", "滿意度不高於此（滿分 5）即為訊號。"];
    }
}
