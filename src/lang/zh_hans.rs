//! Chinese in simplified characters.

use super::catalogue::translated_words;

translated_words! { Simplified;
    // The places of the screen.
    place_cards = "客户卡";

    // What was done.
    done_added(name) = "已添加 {name}。";
    done_undone(name) = "已撤销：{name}";
    done_redone(name) = "已恢复：{name}";
    journal_entry(act, subject) = "{act}：{subject}";
    journal_entry_of_many(count, act, subject) = "{act}：{subject}（{count} 张卡）";
    journal_undone = "已撤销";

    // Errors of the card file.
    error_not_a_card_file(path) = "{path} 不是客户卡文件";

    // Errors of what a person typed.
    error_empty_name = "名称为空";
    error_no_data_folder = "找不到本系统的数据文件夹";
    error_no_terminal = "界面需要在终端中打开";
    error_file(path, reason) = "{path}：{reason}";
    error_output(reason) = "无法写出结果：{reason}";
    error_unknown_option(option) = "未知选项 {option}";
    error_unknown_command(command) = "未知命令 {command}";
    error_unexpected_argument(argument) = "多余的参数：{argument}";
    error_missing_argument(argument) = "缺少 {argument}";
    error_missing_value(option) = "{option} 需要一个值";
    error_wrong_value(option, value) = "{option} 不接受“{value}”";
    error_conflict(option, other) = "{option} 不能与 {other} 同用";
    error_twice(option) = "{option} 重复给出";
    error_not_text = "参数不是有效的 UTF-8 文本";
    error_nothing_to_undo = "没有可撤销的修改";
    error_nothing_to_redo = "没有可恢复的修改";
    error_no_date(value) = "“{value}”不是日期";
    error_no_language(value) = "fieldcard 不支持语言“{value}”";
    error_configuration(path, line, reason) = "{path} 第 {line} 行：{reason}";
    error_configuration_key(path, line, key) = "{path} 第 {line} 行：未知的键 {key}";
    hint_name_a_file = "请指定文件：--file 路径";
    hint_use_list = "没有终端时请用命令：fieldcard list";
    hint_did_you_mean(word) = "是否想输入 {word}？";
    hint_list_commands = "fieldcard --help 列出所有命令";
    hint_quote = "同属一项的词请用引号括起";
    hint_command_help(command) = "fieldcard {command} --help";
    hint_one_of(values) = "可用：{values}";
    hint_date = "格式如 2026-12-01";
    hint_languages = "可用 en 或 zh-Hans";

    // Commands.
    heading_usage = "用法：";
    heading_commands = "命令";
    heading_arguments = "参数";
    heading_options = "选项";
    heading_global_options = "通用选项";
    help_program = "销售人员的客户资料卡。不带命令时打开界面。";
    help_usage_program = "fieldcard [选项] [命令]";
    help_help = "显示帮助";
    help_version = "显示版本";
    help_file = "客户卡文件";
    help_lang = "语言：en、zh-Hans";
    help_as_of = "计算所依据的日期（默认今天）";
    help_passphrase_file = "存有口令的文件，- 表示标准输入";
    help_config = "配置文件";
    help_undo = "撤销最近的修改";
    help_redo = "恢复撤销的修改";
    help_undo_steps = "修改的数目（默认 1）";
    help_journal = "列出所有修改，最新的在前";
    help_json = "输出 JSON，供程序读取";
    help_fields = "列出客户卡的字段";
    help_completions = "输出 shell 补全脚本";
    help_completions_shell = "bash、elvish、fish、powershell 或 zsh";
    help_manual = "输出使用手册（man 格式）";
    column_key = "键";
    column_name = "名称";
    column_takes = "内容";
    column_number = "编号";
    column_when = "时间";
    column_by = "来源";
    column_change = "修改";
    takes_text = "文本";
    takes_note = "多行文本";
    takes_number = "整数";
    takes_day = "日期";
    takes_partial_day = "日期，可缺日或年";
    takes_tags = "若干词";
    takes_card = "另一张客户卡";
    takes_phones = "电话号码";
    takes_emails = "电子邮箱";
    takes_addresses = "地址";
    takes_people = "人员";

    // Import and export.
    import_reading(path) = "正在读取 {path}";
}
