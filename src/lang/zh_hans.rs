//! Chinese in simplified characters.

use super::catalogue::translated_words;

translated_words! { Simplified;
    // The places of the screen.
    place_cards = "客户卡";

    // What was done.
    done_added(name) = "已添加 {name}。";

    // Errors of the card file.
    error_not_a_card_file(path) = "{path} 不是客户卡文件";

    // Errors of what a person typed.
    error_empty_name = "名称为空";

    // Commands.
    command_added_help = "新建客户卡，输出其编号";

    // Import and export.
    import_reading(path) = "正在读取 {path}";
}
