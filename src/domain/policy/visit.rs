//! Visit policy: how long visits take, and how long a day is.

use super::row::thresholds;

/// Minutes of any visit, unless it is said otherwise.
const LENGTH: u32 = 45;

thresholds! {
    /// Minutes and hours of a day on the road.
    pub struct VisitPolicy {
        minutes: u32 = LENGTH, Minutes, [
            "A visit to a prospect takes this long.", "拜访潜在客户的时长。", "拜訪潛在客戶的時長。"];
        customer_minutes: u32 = LENGTH, Minutes, [
            "A visit to an actual customer takes this long.", "拜访现实客户的时长。", "拜訪現實客戶的時長。"];
        drop_in_minutes: u32 = LENGTH, Minutes, [
            "A drop-in call takes this long.", "顺访的时长。", "順訪的時長。"];
        travel_minutes: u32 = 15, Minutes, [
            "The way between two visits of a zone.", "同一片区内两次拜访之间的路程。", "同一片區內兩次拜訪之間的路程。"];
        zone_travel_minutes: u32 = 30, Minutes, [
            "The way from one zone to another.", "从一个片区到另一个片区的路程。", "從一個片區到另一個片區的路程。"];
        day_minutes: u32 = 480, Minutes, [
            "What a day has for visits and ways.", "一天可用于拜访和路程的时间。", "一天可用於拜訪和路程的時間。"];
        first_hour: u32 = 9, Hour, [
            "The first visit begins at this hour, 0 to 23.", "第一次拜访几点开始（0 到 23）。", "第一次拜訪幾點開始（0 到 23）。"];
    }
}
