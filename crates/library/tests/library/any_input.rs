//! Any text is a query.

use durumi_base::Language;
use durumi_library::Library;
use proptest::prelude::*;

use crate::pack::{Files, library};

thread_local! {
    static LIBRARY: Library = library(Files::new("sample", 1).article(
        "one",
        "# 변호사를 찾는 법\n\n무료 변호사가 있습니다.",
        "# Как найти адвоката\n\nАдвокат, и точка.",
    ));
}

proptest! {
    #[test]
    fn any_text_is_searched_for_without_an_error(
        query in "(\\PC|[가-힣ㄱ-ㅎа-яa-z\"*()^:{}\\\\+\\- \0\n]){0,40}",
    ) {
        let hits = LIBRARY.with(|library| library.search(&query, 10, Some(Language::Ru)).unwrap());
        prop_assert!(hits.iter().all(|hit| !hit.snippet.is_empty() && !hit.title.is_empty()));
    }
}
