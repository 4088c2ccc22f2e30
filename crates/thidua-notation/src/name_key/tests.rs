//! Laws and real cases of keys of names.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];

/// The beginnings of Vietnamese syllables.
const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// The vowels of Vietnamese syllables.
const NUCLEI: [&str; 30] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "iê", "oo", "ua", "uô", "ưa",
    "ươ", "yê", "oa", "oă", "oe", "uâ", "uê", "uơ", "uy", "uya", "uyê", "uă",
];

/// The ends of Vietnamese syllables.
const CODAS: [&str; 13] = ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"];

/// The spellings of a syllable without its tone, a tone mark on each of its
/// vowels: the old placement (`hòa`), the new one (`hoà`) and all slips.
fn placements(letters: &str, tone: &str) -> Vec<String> {
    let vowels = letters.char_indices().filter(|(_, letter)| "aăâeêioôơuưy".contains(*letter));
    let marked = vowels.map(|(at, vowel)| {
        let (before, after) = letters.split_at(at + vowel.len_utf8());
        format!("{before}{tone}{after}").nfc().collect()
    });
    marked.collect()
}

/// Syllables without their tones, each once.
fn syllables() -> Vec<String> {
    let mut syllables = Vec::new();
    for onset in ONSETS {
        for nucleus in NUCLEI {
            syllables.extend(CODAS.map(|coda| format!("{onset}{nucleus}{coda}")));
        }
    }
    syllables.sort();
    syllables.dedup();
    syllables
}

/// The definition itself, a step at a time.
fn key_by_definition(text: &str) -> String {
    let seen = text.chars().filter(|sign| !is_invisible(*sign));
    let signs: String = seen.nfd().flat_map(char::to_lowercase).map(meant).collect();
    let mut rest = signs.split_whitespace().collect::<Vec<_>>().join(" ");
    for joint in ["-", "'"] {
        rest = rest.replace(&format!(" {joint}"), joint).replace(&format!("{joint} "), joint);
    }
    let mut key = String::new();
    while let Some(first) = rest.chars().next() {
        let of_a_run = |sign| is_vowel(sign) || (is_vowel(first) && is_mark(sign));
        let end = rest.find(|sign| !of_a_run(sign)).unwrap_or(rest.len()).max(first.len_utf8());
        let run: String = rest.drain(..end).collect();
        let (tones, letters): (String, String) = run.chars().partition(|sign| is_tone(*sign));
        let one_tone = is_vowel(first) && tones.chars().count() == 1;
        key += &if one_tone { letters + &tones } else { run };
    }
    key
}

/// Texts of letters, marks and signs that a key has to do with, and any others.
fn texts() -> impl Strategy<Value = String> {
    let signs = "aAeoOuƯyăÂêơĐdđÐðnhKáÀậẾởỵọñÅ\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\
                 \u{31b}\u{308}\u{331}\u{16ff0} \u{a0}\u{2009}\t-\u{2013}\u{2212}\u{ad}\u{200b}\u{feff}'’`\u{b4}\"“.7";
    let sign = select(signs.chars().collect::<Vec<_>>());
    let nearly = prop::collection::vec(sign, 0..12).prop_map(String::from_iter);
    prop_oneof![4 => nearly, 1 => any::<String>()]
}

/// A syllable and its tone; few, so that words are often equal.
fn syllable() -> impl Strategy<Value = (&'static str, &'static str)> {
    let letters =
        select(vec!["hoa", "hoă", "quy", "quy", "uy", "my", "mi", "đinh", "dinh", "tiên"]);
    (letters, select(TONES.to_vec()))
}

/// What a careless hand may do to a word and what is behind it.
fn habits() -> impl Strategy<Value = Vec<(usize, usize, &'static str)>> {
    let blank = select(vec![" ", " ", "  ", "\u{a0}", " \u{202f}\n", "\t"]);
    prop::collection::vec((0..4_usize, 0..4_usize, blank), 4)
}

fn words(words: &[(&str, &str)], habits: &[(usize, usize, &str)]) -> String {
    let mut text = String::new();
    for ((letters, tone), (at, form, blank)) in words.iter().zip(habits) {
        let placements = placements(letters, tone);
        let word = &placements[at % placements.len()];
        text += &match form {
            0 => word.clone(),
            1 => word.to_uppercase(),
            2 => word.replace('đ', "ð"),
            _ => word.to_uppercase().nfd().collect(),
        };
        text += blank;
    }
    text
}

proptest! {
    /// Law: the fast key is the definition; any text has one.
    #[test]
    fn a_key_equals_its_definition(text in texts()) {
        let key = NameKey::of(&text);
        prop_assert_eq!(key.as_str(), key_by_definition(&text));
    }

    /// Law: marks apart or not, a name has one key.
    #[test]
    fn normal_forms_share_a_key(text in texts()) {
        let key = NameKey::of(&text);
        prop_assert_eq!(&NameKey::of(&text.nfd().collect::<String>()), &key);
        prop_assert_eq!(&NameKey::of(&text.nfc().collect::<String>()), &key);
    }

    /// Law: a key is its own key.
    #[test]
    fn a_key_is_its_own_key(text in texts()) {
        let key = NameKey::of(&text);
        prop_assert_eq!(NameKey::of(key.as_str()), key);
    }

    /// Law: names share a key exactly if they are the same words, whatever hand
    /// wrote each.
    #[test]
    fn names_share_a_key_if_their_words_are_equal(
        a in prop::collection::vec(syllable(), 0..=3),
        b in prop::collection::vec(syllable(), 0..=3),
        habits_of_a in habits(),
        habits_of_b in habits(),
    ) {
        let key = NameKey::of(&words(&a, &habits_of_a));
        prop_assert_eq!(&key, &NameKey::of(&words(&a, &habits_of_b)));
        prop_assert_eq!(key == NameKey::of(&words(&b, &habits_of_b)), a == b);
    }
}

/// Every tone of every syllable that the tables make, more than there are.
#[test]
fn a_syllable_has_one_key_and_shares_it_with_no_other() {
    let mut owners = BTreeMap::new();
    for letters in syllables() {
        for tone in TONES {
            for placed in placements(&letters, tone) {
                let key = NameKey::of(&placed);
                assert_eq!(key, NameKey::of(&placed.to_uppercase()), "{placed}");
                let owner = owners.entry(key).or_insert_with(|| (letters.clone(), tone));
                assert_eq!(*owner, (letters.clone(), tone), "{placed}");
            }
        }
    }
    assert_eq!(owners.len(), syllables().len() * TONES.len());
}

#[test]
fn spellings_of_one_name_share_a_key() {
    let cases: [&[&str]; 17] = [
        &["hòa", "hoà", "Hòa", "HOÀ", "ho\u{300}a", "hoa\u{300}", "ho\u{340}a"],
        &["Ủy ban", "Uỷ ban", "ủy ban", "UỶ BAN", "u\u{309}y ban"],
        &["quý", "qúy", "QUÝ"],
        &["khỏe", "khoẻ"],
        &["thúy", "thuý"],
        &["già", "gìa"],
        &["hiệu quả", "hiệu qủa"],
        &["của", "cuả"],
        &["Tân Tiến", "tân tiến", "Tân  Tiến", " Tân\u{a0}Tiến\n", "TÂN TIÊ\u{301}N"],
        &["Kim Giang", "kim\u{a0}giang"],
        &["Hạ Đình", "HẠ ĐÌNH", "Hạ Ðình", "hạ ðình", "Ha\u{323} Đi\u{300}nh"],
        &["Ea H'leo", "Ea H’leo", "Ea H' Leo", "EA H`LEO", "ea hʼleo", "Ea H\u{b4}leo"],
        &["Văn Miếu - Quốc Tử Giám", "Văn Miếu-Quốc Tử Giám", "Văn Miếu – Quốc Tử Giám"],
        &["Quỹ \"Vì người nghèo\"", "Quỹ “Vì người nghèo”"],
        &["", " ", "\u{a0}\n", "\u{feff}\u{200b}"],
        &[
            "Hà Nội",
            "\u{feff}Hà Nội",
            "Hà\u{200b} Nội",
            "Hà N\u{ad}ội\u{2060}",
            "Ha\u{200d}\u{300} Nội",
        ],
        &["a-b", "a\u{2010}b", "a\u{2011}b", "a\u{2012}b", "a–b", "a—b", "a―b", "a − b"],
    ];
    for spellings in cases {
        for spelling in spellings {
            assert_eq!(NameKey::of(spelling), NameKey::of(spellings[0]), "{spelling}");
        }
    }
}

#[test]
fn different_names_have_different_keys() {
    let cases: [&[&str]; 11] = [
        &["quy", "quỳ", "quý", "quỹ", "quỷ", "quỵ"],
        &["Mỹ", "Mĩ", "Mý", "My"],
        &["đa", "da", "ða\u{300}"],
        &["hoa", "hòa", "hoă", "hỏa", "hóa", "hõa", "họa", "hô\u{300}a"],
        &["cua", "cưa", "của", "cửa"],
        &["Tân Tiến", "Tân Tiên", "Tần Tiến", "Tấn Tiên", "Tântiến", "Tân Tiến 2"],
        &["Kim Giang", "Kim Giàng", "Kim-Giang"],
        &["Hạ Đình", "Hạ Dinh", "Ha Đình"],
        &["K'Bang", "KBang", "K Bang"],
        // A mark on a consonant is a letter of its own; vowels apart bear their own marks.
        &["Ñô", "Nô", "Nỗ", "Nõ"],
        &["Hànoi", "Hanòi", "Hànòi", "òa\u{301}", "óa\u{300}", "o\u{301}\u{300}a"],
    ];
    for names in cases {
        let keys: BTreeMap<NameKey, &str> =
            names.iter().map(|name| (NameKey::of(name), *name)).collect();
        assert_eq!(keys.len(), names.len(), "{keys:?}");
    }
}

/// Else NFC and NFD of the key would put the two marks in another order.
#[test]
fn a_tone_stands_behind_marks_of_other_scripts() {
    let key = NameKey::of("Èo\u{16ff0}");
    assert_eq!(key.as_str(), "eo\u{16ff0}\u{300}");
    assert_eq!(NameKey::of(key.as_str()), key);
}
