//! Simplified Chinese, the views of the list and their columns.

use crate::lang::catalogue::translated_words;

translated_words! { ViewWords in Simplified;
    key_view = "选择视图：显示哪些列，按什么排序";
    footer_view = "视图";
    title_views = "列表视图";
    view_named(view) = "视图：{view}";
    key_columns = "本视图的列：显示、顺序、宽度";
    footer_columns = "列";
    title_columns(view) = "列：{view}";
    context_columns = "视图的列";
    key_toggle_column = "显示或不显示该列";
    footer_toggle_column = "显示/不显示";
    key_wider = "加宽";
    key_narrower = "变窄";
    footer_width = "宽度";
    key_column_earlier = "向左移";
    key_column_later = "向右移";
    footer_column_order = "顺序";
    key_columns_reset = "恢复原样";
    footer_columns_reset = "恢复原样";
    key_columns_done = "完成，视图保持这样";
    footer_columns_done = "完成";
    key_columns_right = "看右边的列";
    key_columns_left = "看左边的列";
    footer_columns_more = "更多列";
    column_free = "自动";
    column_name_stays = "每个视图都显示名称。";
    columns_hidden(count) = "还有 {count} 列：Right 键";
}
