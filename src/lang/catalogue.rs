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

/// Declares the words of a place: their trait, and its implementation for the reference language.
macro_rules! reference_words {
    ($Place:ident in $Language:ident; $( $word:ident $( ( $($argument:ident),+ ) )? = $text:literal $( | $many:literal )? ; )+) => {
        /// The sentences of one place, in one language.
        ///
        /// Arguments that carry text from a card file must be made safe for the terminal by whoever shows
        /// the sentence.
        pub trait $Place {
            $( #[doc = concat!("“", $text, "”")]
               fn $word(&self $( , $($argument: &dyn std::fmt::Display),+ )?) -> String; )+
        }

        $crate::lang::catalogue::translated_words! {
            $Place in $Language; $( $word $( ( $($argument),+ ) )? = $text $( | $many )? ; )+
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

pub(crate) use {reference_words, sentence, translated_words};
