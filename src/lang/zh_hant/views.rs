//! Traditional Chinese, the views of the list and their columns.

use crate::lang::catalogue::translated_words;

translated_words! { ViewWords in Traditional;
    key_view = "選擇檢視：顯示哪些欄、依什麼排序";
    footer_view = "檢視";
    title_views = "清單檢視";
    view_named(view) = "檢視：{view}";
    key_columns = "本檢視的欄：顯示、順序、寬度";
    footer_columns = "欄";
    title_columns(view) = "欄：{view}";
    context_columns = "檢視的欄";
    key_toggle_column = "顯示或不顯示該欄";
    footer_toggle_column = "顯示/不顯示";
    key_wider = "加寬";
    key_narrower = "變窄";
    footer_width = "寬度";
    key_column_earlier = "向左移";
    key_column_later = "向右移";
    footer_column_order = "順序";
    key_columns_reset = "恢復原狀";
    footer_columns_reset = "恢復原狀";
    key_columns_done = "完成，檢視保持這樣";
    footer_columns_done = "完成";
    key_columns_right = "看右邊的欄";
    key_columns_left = "看左邊的欄";
    footer_columns_more = "更多欄";
    column_free = "自動";
    column_name_stays = "每個檢視都顯示名稱。";
    columns_hidden(count) = "還有 {count} 欄：Right 鍵";
}
