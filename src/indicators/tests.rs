
#[cfg(feature = "panel")]
#[test]
fn the_titles_by_themselves_are_those_of_the_texts() {
    for lang in crate::lang::Lang::ALL {
        for indicator in list() {
            let whole = texts(*lang, indicator.id).map(|texts| texts.title);
            assert!(whole.is_some_and(|title| !title.contains('{')));
            assert_eq!(title(*lang, indicator.id), whole, "{}", indicator.id);
        }
    }
    assert_eq!(title(crate::lang::Lang::En, "no/such-line"), None);
}
