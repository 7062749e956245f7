//! The rules of words, carried from `lang` to `store`.

use durumi_store::{Analyser, Purpose, Token};

/// Registered under the name that the migrations use.
pub const ANALYSER: Analyser = Analyser {
    name: c"durumi",
    analyse: |text, purpose, emit| {
        let purpose = match purpose {
            Purpose::Document => durumi_lang::Purpose::Document,
            Purpose::Query => durumi_lang::Purpose::Query,
            Purpose::Highlight => durumi_lang::Purpose::Highlight,
        };
        durumi_lang::analyse(text, purpose, &mut |token| {
            emit(Token {
                text: token.text,
                colocated: token.colocated,
                start: token.start,
                end: token.end,
            });
        });
    },
};

/// The version of the rules; an index of another one is made again.
pub(crate) use durumi_lang::ANALYSER_VERSION;
