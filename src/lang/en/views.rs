//! English, the views of the list and their columns.

use crate::lang::catalogue::reference_words;

reference_words! { ViewWords in English;
    key_view = "choose the view: the columns and their order";
    footer_view = "view";
    title_views = "View of the list";
    view_named(view) = "View: {view}";
    key_columns = "columns of this view: which, in which order, how wide";
    footer_columns = "columns";
    title_columns(view) = "Columns: {view}";
    context_columns = "The columns of a view";
    key_toggle_column = "show the column, or leave it out";
    footer_toggle_column = "on/off";
    key_wider = "wider";
    key_narrower = "narrower";
    footer_width = "width";
    key_column_earlier = "further to the left";
    key_column_later = "further to the right";
    footer_column_order = "order";
    key_columns_reset = "as the view came";
    footer_columns_reset = "as it came";
    key_columns_done = "done: the view stays so";
    footer_columns_done = "done";
    key_columns_right = "columns further right";
    key_columns_left = "columns further left";
    footer_columns_more = "more columns";
    column_free = "rest";
    column_name_stays = "The name is in every view.";
    columns_hidden(count) = "1 more column: Right" | "{count} more columns: Right";
}
