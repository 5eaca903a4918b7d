//! How Chinese names are read: pinyin without tones, by character, with the readings that names have.

use std::sync::LazyLock;

use pinyin::ToPinyin;

use super::fold::fold;

/// One character of a folded name and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    /// The character.
    pub character: char,
    /// Its syllable, `v` for `ü`; `None` when it is no Chinese character.
    pub syllable: Option<&'static str>,
}

/// Names of at most so many Chinese characters are taken for a person's.
const LONGEST_PERSON: usize = 4;

/// Characters of the longest surname.
const LONGEST_SURNAME: usize = 2;

/// Surnames that are read in their own way at the start of any name.
#[rustfmt::skip]
const SURNAMES: &[(&str, &[&str])] = &[
    ("万俟", &["mo", "qi"]), ("尉迟", &["yu", "chi"]), ("单于", &["chan", "yu"]), ("长孙", &["zhang", "sun"]),
    ("澹台", &["tan", "tai"]), ("曾", &["zeng"]), ("仇", &["qiu"]), ("覃", &["qin"]), ("缪", &["miao"]),
    ("卜", &["bu"]), ("翟", &["zhai"]), ("贠", &["yun"]), ("乜", &["nie"]), ("佴", &["nai"]), ("阚", &["kan"]),
    ("逯", &["lu"]), ("繁", &["po"]), ("牟", &["mou"]), ("冼", &["xian"]),
];

/// Surnames that are read in their own way only at the start of a person's name: the characters are
/// common in other words.
#[rustfmt::skip]
const SURNAMES_OF_PERSONS: &[(&str, &[&str])] = &[
    ("单", &["shan"]), ("解", &["xie"]), ("查", &["zha"]), ("区", &["ou"]), ("朴", &["piao"]), ("盖", &["ge"]),
    ("洗", &["xian"]), ("种", &["chong"]), ("黑", &["he"]), ("员", &["yun"]), ("乐", &["yue"]), ("召", &["shao"]),
    ("句", &["gou"]), ("折", &["she"]), ("么", &["yao"]), ("祭", &["zhai"]), ("秘", &["bi"]), ("薄", &["bo"]),
    ("藏", &["zang"]), ("重", &["chong"]), ("谌", &["chen"]),
];

/// Words in which a character is read otherwise than alone; the longest comes first where two begin alike.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    ("重庆", &["chong", "qing"]), ("厦门", &["xia", "men"]), ("银行", &["yin", "hang"]),
    ("自行车", &["zi", "xing", "che"]), ("步行", &["bu", "xing"]), ("旅行", &["lv", "xing"]),
    ("行业", &["hang", "ye"]), ("行情", &["hang", "qing"]), ("行家", &["hang", "jia"]), ("行长", &["hang", "zhang"]),
    ("柏林", &["bo", "lin"]), ("什么", &["shen", "me"]), ("音乐", &["yin", "yue"]), ("乐器", &["yue", "qi"]),
    ("乐团", &["yue", "tuan"]), ("乐清", &["yue", "qing"]), ("西藏", &["xi", "zang"]), ("六安", &["lu", "an"]),
    ("蚌埠", &["beng", "bu"]), ("番禺", &["pan", "yu"]), ("会计", &["kuai", "ji"]), ("莘庄", &["xin", "zhuang"]),
    ("空调", &["kong", "tiao"]), ("调味", &["tiao", "wei"]), ("铅山", &["yan", "shan"]),
    ("单县", &["shan", "xian"]), ("大都会", &["da", "du", "hui"]), ("校长", &["xiao", "zhang"]),
    ("院长", &["yuan", "zhang"]), ("局长", &["ju", "zhang"]), ("部长", &["bu", "zhang"]),
    ("店长", &["dian", "zhang"]), ("厂长", &["chang", "zhang"]), ("科长", &["ke", "zhang"]),
    ("处长", &["chu", "zhang"]), ("市长", &["shi", "zhang"]), ("成长", &["cheng", "zhang"]),
    ("董事长", &["dong", "shi", "zhang"]), ("解放", &["jie", "fang"]), ("解决", &["jie", "jue"]),
    ("单位", &["dan", "wei"]), ("区域", &["qu", "yu"]), ("查询", &["cha", "xun"]), ("种子", &["zhong", "zi"]),
    ("重工", &["zhong", "gong"]), ("乐山", &["le", "shan"]), ("藏书", &["cang", "shu"]),
    ("黑龙江", &["hei", "long", "jiang"]),
];

/// Characters whose first reading in names is not the dictionary's first.
const ALONE: &[(char, &str)] =
    &[('长', "chang"), ('都', "du"), ('尉', "wei"), ('行', "xing"), ('柏', "bai"), ('什', "shi")];

/// Characters of names that are read in two ways, so that either is typed for them.
const EITHER: &[(char, [&str; 2])] =
    &[('行', ["hang", "xing"]), ('柏', ["bai", "bo"]), ('什', ["shi", "shen"])];

/// Of a name with many such characters not all ways to read it are worth being kept.
const MOST_READINGS: usize = 8;

/// A trade before this character is a house of that trade: 银行, 车行, 五金行.
const HOUSE_OF_TRADE: (char, &str) = ('行', "hang");

/// What is dealt in, or how, where a house of the trade is named after it.
const TRADES: &str = "银商车药茶洋金布米粮鱼肉果菜花酒烟糖油盐皮革鞋帽衣纸书笔墨文具表镜灯饰电器机料材木石砖瓦漆玻陶瓷\
    贸典当拍卖海鲜货品械件轮胎铁钢铜钉管线刀锁家私居床琴玩珠宝玉古董画像影具泰丰兴昌盛隆记和源分支总央";

/// The characters that words of any of the tables begin with, sorted: most characters begin none.
static FIRST_CHARACTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let words = [WORDS, SURNAMES, SURNAMES_OF_PERSONS].into_iter().flatten();
    let mut first: Vec<char> = words.filter_map(|(word, _)| word.chars().next()).collect();
    first.sort_unstable();
    first.dedup();
    first
});

/// Reads a name, character by character of its [folded](fold) form.
pub fn sounds(name: &str) -> Vec<Sound> {
    sounds_of_folded(&fold(name))
}

fn sounds_of_folded(folded: &str) -> Vec<Sound> {
    let persons = || folded.chars().filter(|character| alone(*character).is_some()).count() <= LONGEST_PERSON;
    let mut sounds = Vec::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(character) = rest.chars().next() {
        if character.is_ascii() {
            sounds.push(Sound { character, syllable: None });
            rest = &rest[character.len_utf8()..];
            continue;
        }
        let special = || {
            word_at_start(WORDS, rest).or_else(|| {
                let at_start = sounds.is_empty();
                let surname = || word_at_start(SURNAMES, rest);
                let of_person = || word_at_start(SURNAMES_OF_PERSONS, rest).filter(|_| persons());
                at_start.then(|| surname().or_else(of_person)).flatten()
            })
        };
        let trade_before = || sounds.last().is_some_and(|sound: &Sound| TRADES.contains(sound.character));
        if character == HOUSE_OF_TRADE.0 && trade_before() {
            sounds.push(Sound { character, syllable: Some(HOUSE_OF_TRADE.1) });
            rest = &rest[character.len_utf8()..];
            continue;
        }
        let may_be_special = FIRST_CHARACTERS.binary_search(&character).is_ok();
        let special = if may_be_special { special() } else { None };
        if let Some((word, syllables)) = special {
            sounds.extend(
                word.chars()
                    .zip(*syllables)
                    .map(|(character, syllable)| Sound { character, syllable: Some(syllable) }),
            );
            rest = &rest[word.len()..];
        } else {
            sounds.push(Sound { character, syllable: alone(character) });
            rest = &rest[character.len_utf8()..];
        }
    }
    sounds
}

/// Whether a character of a folded text is read as a Chinese syllable.
pub fn is_ideograph(character: char) -> bool {
    alone(character).is_some()
}

/// The ways a Chinese name is typed in latin letters: `zhang wei`, `zhangwei`, `zw`; `ü` as `v` and as `u`.
/// Other readings follow the one that is likely: the common one of a surname with a reading of its own, and
/// those of characters that are read in two ways. Not everybody knows which is right.
/// Nothing for a name without Chinese characters.
pub fn spellings(name: &str) -> Vec<String> {
    if name.is_ascii() { Vec::new() } else { spellings_of_folded(&fold(name)) }
}

/// As [`spellings`], of a name that is [folded](fold) already.
pub fn spellings_of_folded(folded: &str) -> Vec<String> {
    if folded.is_ascii() {
        return Vec::new();
    }
    let sounds = sounds_of_folded(folded);
    if sounds.iter().all(|sound| sound.syllable.is_none()) {
        return Vec::new();
    }
    let mut spellings: Vec<String> = Vec::new();
    for spelling in readings(sounds).iter().flat_map(|reading| spelled(reading)) {
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}

/// The ways to read a name, the likely one first.
fn readings(sounds: Vec<Sound>) -> Vec<Vec<Sound>> {
    let mut common = Vec::new();
    for place in 0..sounds.len().min(LONGEST_SURNAME) {
        let syllable = alone(sounds[place].character);
        if syllable.is_some() && syllable != sounds[place].syllable {
            // Few names have any such character.
            if common.is_empty() {
                common.clone_from(&sounds);
            }
            common[place].syllable = syllable;
        }
    }
    let mut readings = vec![sounds];
    if !common.is_empty() {
        readings.push(common);
    }
    for place in 0..readings[0].len() {
        let Some((_, syllables)) = EITHER.iter().find(|(known, _)| *known == readings[0][place].character)
        else {
            continue;
        };
        for known in 0..readings.len() {
            let mut other = readings[known].clone();
            let [first, second] = *syllables;
            other[place].syllable = Some(if other[place].syllable == Some(first) { second } else { first });
            if readings.len() < MOST_READINGS && !readings.contains(&other) {
                readings.push(other);
            }
        }
    }
    readings
}

fn spelled(sounds: &[Sound]) -> Vec<String> {
    /// Letters of a usual syllable, with its space.
    const USUAL: usize = 6;
    let mut spaced = String::with_capacity(USUAL * sounds.len());
    let mut joined = String::with_capacity(USUAL * sounds.len());
    let mut initials = String::with_capacity(sounds.len());
    for sound in sounds {
        match sound.syllable {
            Some(syllable) => {
                if !spaced.is_empty() && !spaced.ends_with(' ') {
                    spaced.push(' ');
                }
                spaced.push_str(syllable);
                spaced.push(' ');
                joined.push_str(syllable);
                initials.extend(syllable.chars().next());
            }
            None if sound.character.is_alphanumeric() => {
                spaced.push(sound.character);
                joined.push(sound.character);
                initials.push(sound.character);
            }
            None if spaced.is_empty() || spaced.ends_with(' ') => {}
            None => spaced.push(' '),
        }
    }
    if spaced.ends_with(' ') {
        spaced.pop();
    }
    let mut spellings = vec![spaced, joined, initials];
    if sounds.iter().any(|sound| sound.syllable.is_some_and(|syllable| syllable.contains('v'))) {
        let as_u: Vec<String> = spellings[..2].iter().map(|spelling| spelling.replace('v', "u")).collect();
        spellings.extend(as_u);
    }
    spellings
}

fn word_at_start(
    table: &'static [(&'static str, &'static [&'static str])],
    text: &str,
) -> Option<&'static (&'static str, &'static [&'static str])> {
    table.iter().find(|(word, _)| text.starts_with(word))
}

fn alone(character: char) -> Option<&'static str> {
    if character.is_ascii() {
        return None;
    }
    if let Some((_, syllable)) = ALONE.iter().find(|(known, _)| *known == character) {
        return Some(syllable);
    }
    match character.to_pinyin()?.plain() {
        "lü" => Some("lv"),
        "nü" => Some("nv"),
        "lüe" => Some("lve"),
        "nüe" => Some("nve"),
        syllable => Some(syllable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_typed_whole_spaced_and_by_initials() {
        assert_eq!(spellings("张伟"), ["zhang wei", "zhangwei", "zw"]);
        assert_eq!(spellings("吕布"), ["lv bu", "lvbu", "lb", "lu bu", "lubu"]);
        assert_eq!(spellings("曾伟"), ["zeng wei", "zengwei", "zw", "ceng wei", "cengwei", "cw"]);
        assert_eq!(spellings("TCL集团"), ["tcl ji tuan", "tcljituan", "tcljt"]);
        assert_eq!(spellings("柏青"), ["bai qing", "baiqing", "bq", "bo qing", "boqing"]);
        assert_eq!(spellings("Northwind"), [""; 0]);
        assert_eq!(spellings(""), [""; 0]);
    }

    #[test]
    fn readings_follow_the_name() {
        for (name, joined) in [
            ("曾国", "zengguo"),
            ("曾氏印刷有限公司", "zengshiyinshuayouxiangongsi"),
            ("仇英", "qiuying"),
            ("单田芳", "shantianfang"),
            ("解缙", "xiejin"),
            ("解放汽车有限公司", "jiefangqicheyouxiangongsi"),
            ("查良镛", "zhaliangyong"),
            ("区志强", "ouzhiqiang"),
            ("尉迟恭", "yuchigong"),
            ("万俟卨", "moqixie"),
            ("单于", "chanyu"),
            ("重庆小面", "chongqingxiaomian"),
            ("重慶", "chongqing"),
            ("中国银行长沙分行", "zhongguoyinhangchangshafenhang"),
            ("厦门大厦", "xiamendasha"),
            ("福泰五金行", "futaiwujinhang"),
            ("永兴眼镜行", "yongxingyanjinghang"),
            ("东风车行有限公司", "dongfengchehangyouxiangongsi"),
            ("兴业银行杭州分行", "xingyeyinhanghangzhoufenhang"),
            ("飞行体验馆", "feixingtiyanguan"),
            ("凤凰自行车", "fenghuangzixingche"),
            ("步行街旅行社", "buxingjielvxingshe"),
            ("柏林花园", "bolinhuayuan"),
            ("喀什市", "kashishi"),
            ("成都", "chengdu"),
            ("張偉", "zhangwei"),
        ] {
            assert_eq!(spellings(name)[1], joined, "{name}");
        }
    }

    #[test]
    fn a_character_of_two_readings_is_found_by_either() {
        for (name, others) in [
            ("广行", &["guangxing", "gx", "guanghang", "gh"][..]),
            ("中国银行", &["zhongguoyinhang", "zgyh", "zhongguoyinxing", "zgyx"]),
            ("柏青", &["baiqing", "boqing"]),
            ("什刹海", &["shishahai", "shenshahai"]),
            ("行行行行行", &["hanghanghanghanghang"][..0]),
        ] {
            let spellings = spellings(name);
            for other in others {
                assert!(spellings.iter().any(|spelling| spelling == other), "{name} {other} {spellings:?}");
            }
            assert!(spellings.len() <= 5 * MOST_READINGS, "{name}");
        }
    }
}
