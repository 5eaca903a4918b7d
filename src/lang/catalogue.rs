//! How a catalogue of words is written: one folder a language, one file a place, one row a sentence.
//!
//! English is the reference: its rows declare the trait of a place. Another language implements it, so a
//! missing word, a surplus word or a wrong placeholder does not compile.
//!
//! ```text
//! saved              = "Saved.";
//! added(name)        = "Added {name}.";
//! cards(count)       = "1 card" | "{count} cards";     // one | many, by the first argument
//! ```

/// Declares the words of a place: their trait, its implementation for the reference language, and the methods
/// by which everybody else asks for them.
macro_rules! reference_words {
    ($Place:ident in $Language:ident; $( $word:ident $( ( $($argument:ident),+ ) )? = $text:literal $( | $many:literal )? ; )+) => {
        /// What a language must say for this place.
        pub trait $Place {
            $( #[doc = concat!("“", $text, "”")]
               fn $word(&self $( , $($argument: &dyn std::fmt::Display),+ )?) -> String; )+
        }

        impl $crate::lang::Words {
            $( #[doc = concat!("“", $text, "”")]
               pub fn $word(&self $( , $($argument: &dyn std::fmt::Display),+ )?) -> String {
                   $crate::lang::catalogue::spoken!(self.$word($( $($argument),+ )?))
               } )+
        }

        $crate::lang::catalogue::translated_words! {
            $Place in $Language; $( $word $( ( $($argument),+ ) )? = $text $( | $many )? ; )+
        }
    };
}

/// A sentence in the language of the words. A table of functions a language would say the same, but the system
/// would have to fill in thousands of addresses at every start.
macro_rules! spoken {
    ($words:ident . $word:ident ( $($argument:ident),* )) => {
        $crate::domain::language::languages!([$crate::lang::catalogue::spoken_by_each] $words $word ($($argument),*))
    };
}

macro_rules! spoken_by_each {
    (
        ($words:ident $word:ident $arguments:tt)
        $( $(#[$attribute:meta])* $Language:ident in $folder:ident = $row:expr ; )+
    ) => {
        match $words.language() {
            $( $crate::domain::language::Language::$Language => $crate::lang::$folder::$Language.$word $arguments, )+
        }
    };
}

/// Declares the folder of each language, and the words in it.
macro_rules! folders {
    ( () $( $(#[$attribute:meta])* $Language:ident in $folder:ident = $row:expr ; )+ ) => {
        $( mod $folder; )+

        /// The catalogue of a language.
        pub fn words(language: Language) -> &'static Words {
            match language { $( Language::$Language => &Words { language: Language::$Language }, )+ }
        }
    };
}

/// Declares the words of a place in one further language.
macro_rules! translated_words {
    ($Place:ident in $Language:ident; $( $word:ident $( ( $($argument:ident),+ ) )? = $text:literal $( | $many:literal )? ; )+) => {
        #[deny(unused_variables)]
        impl $crate::lang::$Place for super::$Language {
            $( fn $word(&self $( , $($argument: &dyn std::fmt::Display),+ )?) -> String {
                $crate::lang::catalogue::sentence!($( $($argument),+ )? ; $text $( | $many )?)
            } )+
        }
    };
}

/// One sentence: plain, or one of two forms by whether the first argument reads `1`.
macro_rules! sentence {
    ($($argument:ident),* ; $text:literal) => {
        format!($text)
    };
    ($count:ident $(, $argument:ident)* ; $one:literal | $many:literal) => {
        if $count.to_string() == "1" { format!($one) } else { format!($many) }
    };
}

pub(crate) use {folders, reference_words, sentence, spoken, spoken_by_each, translated_words};
