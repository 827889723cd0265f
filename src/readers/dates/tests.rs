//! Dates as candidates write them.

use super::*;

/// "2019-03..present".
fn dates_of(range: &Range) -> String {
    let start = range
        .start
        .map_or_else(|| "?".to_owned(), |date| date.to_string());
    let end = match range.end {
        Some(End::Date(date)) => date.to_string(),
        Some(End::Present) => "present".to_owned(),
        None => "?".to_owned(),
    };
    format!("{start}..{end}")
}

fn check(text: &str, expect: &str) {
    let found = find(text).map_or_else(String::new, |range| {
        let words = text.get(range.from..range.to).unwrap_or_default();
        format!("{} {words}", dates_of(&range))
    });
    assert_eq!(found, expect, "in {text:?}");
}

#[test]
fn ranges_in_many_forms() {
    check(
        "Jul 2021 - Present · 3 yrs 1 mo",
        "2021-07..present Jul 2021 - Present",
    );
    check(
        "December 2008 – Present (7 years 1 month)",
        "2008-12..present December 2008 – Present",
    );
    check("1993-2002", "1993..2002 1993-2002");
    check("03/2019 – 11/2020", "2019-03..2020-11 03/2019 – 11/2020");
    check("2019-03 to 2020-11", "2019-03..2020-11 2019-03 to 2020-11");
    check(
        "juil. 2019 – aujourd’hui",
        "2019-07..present juil. 2019 – aujourd’hui",
    );
    check(
        "janv. 2018 à mars 2020",
        "2018-01..2020-03 janv. 2018 à mars 2020",
    );
    check(
        "Okt. 2015 bis heute",
        "2015-10..present Okt. 2015 bis heute",
    );
    check("seit Mai 2018", "2018-05..present seit Mai 2018");
    check(
        "ene. de 2016 - actualidad",
        "2016-01..present ene. de 2016 - actualidad",
    );
    check(
        "jul de 2016 – o momento",
        "2016-07..present jul de 2016 – o momento",
    );
    check("2014 - Jun 2019", "2014..2019-06 2014 - Jun 2019");
    check(
        "2019年4月 - 2021年3月",
        "2019-04..2021-03 2019年4月 - 2021年3月",
    );
    check("2019年4月 〜 現在", "2019-04..present 2019年4月 〜 現在");
    check(
        "Paris, March 3, 2014 – April 2015",
        "2014-03..2015-04 March 3, 2014 – April 2015",
    );
    check("since 2019", "2019..present since 2019");
    check(
        "from March 2014 to April 2015",
        "2014-03..2015-04 from March 2014 to April 2015",
    );
}

#[test]
fn ranges_of_resumes() {
    for (text, expect) in [
        ("Oct '14 - Till", "2014-10..present"),
        ("Aug’12 – Oct’14", "2012-08..2014-10"),
        ("'19 – '21", "2019..2021"),
        ("Apr 94 – Jun 94", "1994-04..1994-06"),
        ("05/20 – 09/22", "2020-05..2022-09"),
        ("Jan. - Mar. 2020", "2020-01..2020-03"),
        ("Nov – Feb 2020", "2019-11..2020-02"),
        ("juin à août 2019", "2019-06..2019-08"),
        ("Summer 2019 – Winter 2020", "2019..2020"),
        ("Q1 2020 - Q3 2021", "2020..2021"),
        ("3. Quartal 2018 bis heute", "2018..present"),
        ("2019-20", "2019..2020"),
        ("2019–21", "2019..2021"),
        ("2012-16", "2012..2016"),
        ("1998-02", ""),
        ("2011-12", ""),
        ("2020.03 – 2021.05", "2020-03..2021-05"),
        ("2020. 3. ~ 현재", "2020-03..present"),
        ("2020년 3월 ~ 2021년 5월", "2020-03..2021-05"),
        ("2020.03 ~ 재직중", "2020-03..present"),
        ("2020年3月～2021年5月", "2020-03..2021-05"),
        ("2020年3月至今", "2020-03..present"),
        ("2018年7月至2020年2月", "2018-07..2020-02"),
        ("2019.07-至今", "2019-07..present"),
        ("２０１９年４月〜現在に至る", "2019-04..present"),
        ("平成30年4月～令和3年3月", "2018-04..2021-03"),
        ("2020/03/15 - 2021/05/31", "2020-03..2021-05"),
        ("01.03.2020 – 31.05.2021", "2020-03..2021-05"),
        ("01/03/2020 – 31/05/2021", "2020-03..2021-05"),
        ("03/01/2020 – 05/31/2021", "2020-03..2021-05"),
        ("01/03/2020 – 02/04/2021", "2020..2021"),
        ("depuis mars 2020", "2020-03..present"),
        ("seit 03/2020", "2020-03..present"),
        ("desde 2020", "2020..present"),
        ("août 2018 – sept. 2019", "2018-08..2019-09"),
        ("mars 2019 – à ce jour", "2019-03..present"),
        ("ene. 2016 hasta la fecha", "2016-01..present"),
        ("set/2019 – até o momento", "2019-09..present"),
        ("since ( 3RD April 2015 to till date)", "2015-04..present"),
        ("from 22nd Oct,2012 to till date.", "2012-10..present"),
        ("25th june 2012 to 9th june 2015", "2012-06..2015-06"),
        ("1er mars 2018 au 3 mai 2019", "2018-03..2019-05"),
        ("1. April 2018 – 30. Juni 2019", "2018-04..2019-06"),
        ("3 de março de 2020 a 5 de maio de 2021", "2020-03..2021-05"),
        ("Sep / 2014 to present", "2014-09..present"),
        ("OCT2014 to till date", "2014-10..present"),
        ("(June 2013 – Sept 2017)", "2013-06..2017-09"),
    ] {
        let found = find(text).map_or_else(String::new, |range| dates_of(&range));
        assert_eq!(found, expect, "in {text:?}");
    }
}

#[test]
fn what_is_no_range() {
    for text in [
        "in 2019",
        "May 2021",
        "8-10 people",
        "version 2019",
        "1000 - 2500 users",
        "mark - 2020",
        "scored 8/10 - 9/10",
        "version 1.2 - 1.4",
        "10.00 - 12.30",
        "call 020 7946 0018",
        "1-2 years",
        "the '90s - now",
        "",
    ] {
        check(text, "");
    }
}

#[test]
fn single_dates_and_durations() {
    assert_eq!(
        single("May 2016 · 1 mo").and_then(|range| range.start),
        Some(YearMonth::month(2016, 5))
    );
    assert_eq!(single("2016 was good"), None);
    assert_eq!(
        single("(2005)").and_then(|range| range.start),
        Some(YearMonth::year(2005))
    );
    assert!(!is_duration("2020年3月"));
    assert_eq!(
        any("Joined on Mar 3, 2014").and_then(|range| range.start),
        Some(YearMonth::month(2014, 3))
    );
    for text in [
        "2 yrs 7 mos",
        "(1 year 3 months)",
        "11 months",
        "2 ans 3 mois",
        "less than a year",
        "2年3个月",
        "1년 2개월",
    ] {
        assert!(is_duration(text), "{text:?}");
    }
    for text in ["2 years in Paris", "years", "7 people"] {
        assert!(!is_duration(text), "{text:?}");
    }
}
