//! How a catalogue of words is written: one file a language, one row a sentence.
//!
//! English is the reference: its rows declare the trait [`Words`](super::Words). Another language implements
//! it, so a missing word, a surplus word or a wrong placeholder does not compile.
//!
//! ```text
//! saved              = "Saved.";
//! added(name)        = "Added {name}.";
//! cards(count)       = "1 card" | "{count} cards";     // one | many, by the first argument
//! ```

/// Declares the reference catalogue: the trait and its implementation for the reference language.
macro_rules! reference_words {
    ($Language:ident; $( $(#[$doc:meta])* $word:ident $( ( $($argument:ident),+ ) )? = $text:literal $( | $many:literal )? ; )+) => {
        /// Every sentence a person reads, in one language.
        ///
        /// Arguments that carry text from a card file must be made safe for the terminal by whoever shows
        /// the sentence.
        pub trait Words: std::fmt::Debug + Sync {
            /// The language these words are in.
            fn language(&self) -> $crate::domain::language::Language;

            $( $(#[$doc])* #[doc = concat!("“", $text, "”")]
               fn $word(&self $( , $($argument: &dyn std::fmt::Display),+ )?) -> String; )+
        }

        $crate::lang::catalogue::translated_words! {
            $Language; $( $word $( ( $($argument),+ ) )? = $text $( | $many )? ; )+
        }
    };
}

/// Declares the catalogue of one further language.
macro_rules! translated_words {
    ($Language:ident; $( $word:ident $( ( $($argument:ident),+ ) )? = $text:literal $( | $many:literal )? ; )+) => {
        /// The words of this language.
        #[derive(Debug)]
        pub struct $Language;

        #[deny(unused_variables)]
        impl $crate::lang::Words for $Language {
            fn language(&self) -> $crate::domain::language::Language {
                $crate::domain::language::Language::$Language
            }

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

pub(crate) use {reference_words, sentence, translated_words};
