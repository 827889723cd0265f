//! Proves the trees of `touchstone::html` equal to those of html5ever: on real pages when they are there, on
//! generated trees and tag soup, and on hand cases; and that hostile pages cost no more than their size.

#[path = "html/dump.rs"]
mod dump;
#[path = "html/generate.rs"]
mod generate;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dump::{first_difference, ours, theirs};
use generate::Random;
use touchstone::html::{Document, Limits, Truncation, parse, parse_with};

/// Where the real pages lie that must not be committed.
fn shared() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("TOUCHSTONE_SHARED").map_or_else(beside, PathBuf::from)
}

fn pages(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "html") {
            found.push(path);
        }
    }
}

/// Names the page and the place of a difference, never what stands there: the pages name real people.
#[test]
fn real_pages_equal() {
    let mut found = Vec::new();
    pages(&shared().join("pages/html"), &mut found);
    if found.is_empty() {
        println!("shared pages absent: not compared");
        return;
    }
    let mut different = 0;
    for path in &found {
        let bytes = std::fs::read(path).unwrap();
        let page = String::from_utf8_lossy(&bytes);
        if let Some(at) = first_difference(&ours(&parse(&page)), &theirs(&page)) {
            println!("{}: differs at line {} near <{}>", path.display(), at.line, at.tag);
            different += 1;
        }
        assert!(parse(&page).truncated().is_none(), "{} truncated", path.display());
    }
    println!("{} pages compared", found.len());
    assert_eq!(different, 0, "pages read otherwise than by html5ever");
}

fn compare(page: &str) {
    let (mine, other) = (ours(&parse(page)), theirs(page));
    assert_eq!(mine, other, "\npage: {page}");
}

#[test]
fn serialised_trees_equal() {
    let mut random = Random::new(0x5eed_0001);
    for _ in 0..20_000 {
        compare(&generate::serialised(&mut random));
    }
}

#[test]
fn tag_soup_equal() {
    let mut random = Random::new(0x5eed_0002);
    for _ in 0..40_000 {
        compare(&generate::soup(&mut random));
    }
}

#[test]
fn every_entity_equal() {
    let table = include_str!("../src/html/entities.txt");
    let names = table.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for name in names.map(|line| line.split([' ', ':']).next().unwrap()) {
        let page = format!("<p t='&{name};&{name}=&{name}x&{name}'>&{name};|&{name}|&{name}x|&{name}");
        compare(&page);
        count += 1;
    }
    assert_eq!(count, 2125, "names that end in a semicolon");
    for number in (0..0x200).chain([0xd7ff, 0xd800, 0xdfff, 0xfffe, 0xffff, 0x0010_ffff, 0x0011_0000]) {
        compare(&format!("<p t='&#{number};'>&#{number};&#x{number:x};&#X{number:X}g"));
    }
}

/// Compares the body with the expected tree in one line: `p[class=x]("text" b("bold"))`, and with html5ever.
fn check(input: &str, expect: &str) {
    compare(input);
    compare(&format!("<!doctype html>{input}"));
    let page = format!("<!doctype html>{input}");
    let doc = parse(&page);
    assert_eq!(brief(&doc), expect, "\npage: {page}");
}

fn brief(doc: &Document<'_>) -> String {
    let body = doc.body().expect("a body");
    let mut out = String::new();
    let mut open = vec![body];
    for id in doc.descendants(body) {
        while open.last() != doc.parent(id).as_ref() {
            open.pop();
            out.push(')');
        }
        if !out.is_empty() && !out.ends_with('(') {
            out.push(' ');
        }
        match (doc.name(id), doc.text(id)) {
            (Some(name), _) => out.push_str(name),
            (_, text) => write!(out, "{:?}", text.unwrap_or_default()).unwrap(),
        }
        for (name, value) in doc.attrs(id) {
            write!(out, "[{name}={value}]").unwrap();
        }
        if doc.first_child(id).is_some() {
            out.push('(');
            open.push(id);
        }
    }
    out.push_str(&")".repeat(open.len() - 1));
    out
}

#[test]
fn implied_ends() {
    check("<p>a<p>b", r#"p("a") p("b")"#);
    check("<p>a<div>b</div>c", r#"p("a") div("b") "c""#);
    check("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", r#"ul(li("a") li("b" ul(li("c"))) li("d"))"#);
    check("<dl><dt>a<dd>b<dt>c</dl>", r#"dl(dt("a") dd("b") dt("c"))"#);
    check("<h1>a<h2>b</h1>c", r#"h1("a") h2("b") "c""#);
    check("<button>a<button>b</button>c", r#"button("a") button("b") "c""#);
    check("<select><option>a<option>b<optgroup><option>c</select>d", r#"select(option("a") option("b") optgroup(option("c"))) "d""#);
    check("</p>a</br>b", r#"p "a" br "b""#);
    check("<ruby>a<rt>b<rp>c</ruby>", r#"ruby("a" rt("b") rp("c"))"#);
    check("<p><button><p>a</button>b", r#"p(button(p("a")) "b")"#);
    check("<pre>\n\na</pre><textarea>\n&lt;b></textarea>", r#"pre("\na") textarea("<b>")"#);
}

#[test]
fn formatting() {
    check("<b>1<p>2</b>3</p>4", r#"b("1") p(b("2") "3") "4""#);
    check("<p><b>1<p>2", r#"p(b("1")) p(b("2"))"#);
    check("<a href=1>x<a href=2>y", r#"a[href=1]("x") a[href=2]("y")"#);
    check("<a>1<div>2<a>3</div>4", r#"a("1") div(a("2") a("3")) a("4")"#);
    check("<b><i><u>1</b>2", r#"b(i(u("1"))) i(u("2"))"#);
    check("<p><b><b><b><b>x<p>y", r#"p(b(b(b(b("x"))))) p(b(b(b("y"))))"#);
    check("<b><em><foo><foo><aside></b>x", r#"b(em(foo(foo))) em(aside(b "x"))"#);
    check("<nobr>a<nobr>b", r#"nobr("a") nobr("b")"#);
}

#[test]
fn tables() {
    check("<table><td>a<td>b<tr><th>c</table>d", r#"table(tbody(tr(td("a") td("b")) tr(th("c")))) "d""#);
    check("<table>a<tr>b<td>c</table>", r#""ab" table(tbody(tr(td("c"))))"#);
    check("<table> <!-- -->x", r#""x" table(" ")"#);
    check("<table><b>a<tr><td>c", r#"b("a") table(tbody(tr(td("c"))))"#);
    check(
        "<table><caption>a<col><col><tbody><tr><table>b",
        r#"table(caption("a") colgroup(col col) tbody(tr)) "b" table"#,
    );
}

#[test]
fn raw_text() {
    check("<script>if (a</b>c) '<p>'</script>d", r#"script("if (a</b>c) '<p>'") "d""#);
    check("<script><!--<script>a</script>--></script>b", r#"script("<!--<script>a</script>-->") "b""#);
    check("<script><!--<script>a--></script>b", r#"script("<!--<script>a-->") "b""#);
    check("<style>a<b</STYLE >c", r#"style("a<b") "c""#);
    check("<xmp><p>&amp;</xmp><iframe><p></iframe>", r#"xmp("<p>&amp;") iframe("<p>")"#);
    check("a<noscript><p>b</noscript>", r#""a" noscript("<p>b")"#);
    check("a<title>&amp;<b></title", r#""a" title("&<b></title")"#);
    check("a<plaintext></plaintext><p>", r#""a" plaintext("</plaintext><p>")"#);
}

#[test]
fn comments_and_other_markup() {
    check("a<!-->b<!--->c<!-- > -- -->d<!-- x --!>e<!--", r#""abcde""#);
    check("a<?php b ?>c</ d>e<!x>f</>g<![CDATA[h]]>i", r#""acefgi""#);
    check("a<b <c>d", r#""a" b[<c=]("d")"#);
    check("a < b <1 </", r#""a < b <1 </""#);
    check("a<div x", r#""a""#);
    check("<DIV Class=A a=b/c A=2 d = 'e' f=\"&lt;&copy=&copy\" =g=h / i/>x", r#"div[class=A][a=b/c][d=e][f=<&copy=©][=g=h][i=]("x")"#);
    check("a\r\nb\rc\0d", r#""a\nb\ncd""#);
    check("a&notit;&notin;&#x80;&#0;&#xD800;&#;&x;&amp", r#""a¬it;∉€��&#;&x;&""#);
}

#[test]
fn foreign_content() {
    check("<svg><path d=1 /><g><![CDATA[<a>]]></g></svg>b", r#"svg(path[d=1] g("<a>")) "b""#);
    check("<svg><foreignObject><p>a<p>b</foreignObject></svg>", r#"svg(foreignobject(p("a") p("b")))"#);
    check("<svg><title>a<b>c</title></svg><svg><p>d", r#"svg(title("a" b("c"))) svg p("d")"#);
    check("<math><mi>a<b>c</b></mi><annotation-xml encoding=text/html><p>d", r#"math(mi("a" b("c")) annotation-xml[encoding=text/html](p("d")))"#);
    check("<svg viewBox=0 xlink:href=a><font color=b>c", r#"svg[viewbox=0][xlink:href=a] font[color=b]("c")"#);
}

#[test]
fn templates_and_frames() {
    check("a<template><td>b</td><td>c</template>d", r#""a" template(td("b") td("c")) "d""#);
    check("a<template><p>b<template>c</p></template>d", r#""a" template(p("b" template("c" p) "d"))"#);
    compare("<frameset><frame><noframes>a<b></noframes></frameset> b <p>");
    compare("<p><frameset>a");
    compare("<html a=1><body b=2><html a=2 c=3><body b=3 d=4>x");
    compare("");
}

#[test]
fn parts_of_the_page() {
    let doc = parse("<!doctype html><title>a</title><p class='x' hidden>b");
    let [html, head, body] = [doc.html(), doc.head(), doc.body()].map(Option::unwrap);
    assert_eq!(doc.parent(html), Some(doc.root()));
    assert_eq!((doc.next_sibling(head), doc.prev_sibling(body)), (Some(body), Some(head)));
    let p = doc.last_child(body).unwrap();
    assert_eq!((doc.name(p), doc.attr(p, "hidden"), doc.attr(p, "id")), (Some("p"), Some(""), None));
    assert_eq!(doc.attrs(p).collect::<Vec<_>>(), [("class", "x"), ("hidden", "")]);
    assert_eq!(doc.children(body).collect::<Vec<_>>(), [p]);
    assert_eq!(doc.descendants(doc.root()).count() + 1, doc.len());
    assert_eq!(doc.text(doc.first_child(p).unwrap()), Some("b"));
    assert!(!doc.is_empty());
}

fn depth(doc: &Document<'_>) -> usize {
    let (mut deepest, mut depth, mut at) = (0, 0usize, doc.root());
    for id in doc.descendants(doc.root()) {
        while doc.parent(id) != Some(at) {
            at = doc.parent(at).unwrap();
            depth -= 1;
        }
        (at, depth) = (id, depth + 1);
        deepest = deepest.max(depth);
    }
    deepest
}

#[test]
fn deep_pages_are_flattened() {
    for tag in ["div", "b", "span", "x-y", "svg", "table", "template", "ul><li", "object"] {
        let page = format!("<{tag}>").repeat(100_000) + "end";
        let doc = parse(&page);
        assert_eq!(doc.truncated(), Some(Truncation::Depth), "{tag}");
        assert!(depth(&doc) <= 520, "{tag}: {}", depth(&doc));
    }
    let page = format!("{}deep{}after", "<div>".repeat(5_000), "</div>".repeat(5_000));
    let doc = parse(&page);
    let last = doc.last_child(doc.body().unwrap()).unwrap();
    assert_eq!(doc.text(last), Some("after"));
}

/// The nodes grow with the page, not faster.
#[test]
fn hostile_pages_stay_linear() {
    let units = [
        "<p><b>", "<a>", "<b>", "<a href=x><div>", "<b><div>", "</p>", "</b>", "</a>", "</x>", "<table><b>",
        "<table><tr><td>", "<b><object>", "<i><p></b>", "<svg><b>", "<li>", "<form>", "<template><p>", "<select>",
        "<![CDATA[", "<!--", "<script><!--<script>", "&", "&am", "<a b=", "<html a b><body c>", "</span></i>",
    ];
    for unit in units {
        let nodes = |count: usize| parse(&unit.repeat(count)).len();
        let (small, large) = (nodes(10_000), nodes(40_000));
        assert!(large <= 4 * small + 64, "{unit}: {small} then {large}");
    }
    let distinct = |count: usize| {
        let page: String = (0..count).map(|i| format!("<p><b x={i}>")).collect();
        parse(&page).len()
    };
    assert!(distinct(4_000) <= 4_000 * 140, "{}", distinct(4_000));
    let attributes: String = (0..200_000).map(|i| format!(" a{i}=1 a{i}=2")).collect();
    let page = format!("<p{attributes}>");
    let doc = parse(&page);
    let p = doc.first_child(doc.body().unwrap()).unwrap();
    assert_eq!(doc.attrs(p).count(), 200_000);
}

#[test]
fn limits_are_reported() {
    let page = "<p>äöü".repeat(100);
    let limits = Limits { bytes: 52, ..Limits::default() };
    let doc = parse_with(&page, limits);
    assert_eq!((doc.truncated(), doc.len()), (Some(Truncation::Bytes), 1 + 3 + 12));
    let limits = Limits { nodes: 50, ..Limits::default() };
    let doc = parse_with(&page, limits);
    assert_eq!((doc.truncated(), doc.len()), (Some(Truncation::Nodes), 50));
    let doc = parse_with("<p a b c d e f>", Limits { nodes: 5, ..Limits::default() });
    assert_eq!(doc.truncated(), Some(Truncation::Nodes));
    let limits = Limits { bytes: 0, nodes: 0, depth: 0 };
    assert_eq!(parse_with("<p>", limits).truncated(), Some(Truncation::Bytes));
    assert_eq!(parse_with("", limits).truncated(), None);
    assert_eq!(parse(&page).truncated(), None);
}

#[test]
fn random_bytes_do_not_panic() {
    let mut random = Random::new(0x5eed_0003);
    let marks = b"<>/!-=\"'&;#? \n\r\0[]abpx";
    for round in 0..20_000 {
        let bytes: Vec<u8> = (0..random.below(200))
            .map(|_| if round % 2 == 0 { random.below(256) as u8 } else { random.pick(marks) })
            .collect();
        let page = String::from_utf8_lossy(&bytes);
        compare(&page);
        let limits = Limits { bytes: random.below(200), nodes: random.below(20), depth: random.below(20) };
        parse_with(&page, limits);
    }
}
