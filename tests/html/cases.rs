//! Cases by hand in the manner of html5lib, one construct each.

use std::fmt::Write as _;

use touchstone::html::{Document, parse};

use crate::compare;

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
    check(
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
        r#"ul(li("a") li("b" ul(li("c"))) li("d"))"#,
    );
    check("<dl><dt>a<dd>b<dt>c</dl>", r#"dl(dt("a") dd("b") dt("c"))"#);
    check("<h1>a<h2>b</h1>c", r#"h1("a") h2("b") "c""#);
    check(
        "<button>a<button>b</button>c",
        r#"button("a") button("b") "c""#,
    );
    check(
        "<select><option>a<option>b<optgroup><option>c</select>d",
        r#"select(option("a") option("b") optgroup(option("c"))) "d""#,
    );
    check("a</p>b</br>c", r#""a" p "b" br "c""#);
    check("<ruby>a<rt>b<rp>c</ruby>", r#"ruby("a" rt("b") rp("c"))"#);
    check("<p><button><p>a</button>b", r#"p(button(p("a")) "b")"#);
    check(
        "<pre>\n\na</pre><textarea>\n&lt;b></textarea>",
        r#"pre("\na") textarea("<b>")"#,
    );
}

#[test]
fn formatting() {
    check("<b>1<p>2</b>3</p>4", r#"b("1") p(b("2") "3") "4""#);
    check("<p><b>1<p>2", r#"p(b("1")) p(b("2"))"#);
    check("<a href=1>x<a href=2>y", r#"a[href=1]("x") a[href=2]("y")"#);
    check(
        "<a>1<div>2<a>3</div>4",
        r#"a("1") div(a("2") a("3")) a("4")"#,
    );
    check("<b><i><u>1</b>2", r#"b(i(u("1"))) i(u("2"))"#);
    check(
        "<p><b><b><b><b>x<p>y",
        r#"p(b(b(b(b("x"))))) p(b(b(b("y"))))"#,
    );
    check(
        "<b><em><foo><foo><aside></b>x",
        r#"b(em(foo(foo))) em(aside(b "x"))"#,
    );
    check("<nobr>a<nobr>b", r#"nobr("a") nobr("b")"#);
}

#[test]
fn tables() {
    check(
        "<table><td>a<td>b<tr><th>c</table>d",
        r#"table(tbody(tr(td("a") td("b")) tr(th("c")))) "d""#,
    );
    check(
        "<table>a<tr>b<td>c</table>",
        r#""ab" table(tbody(tr(td("c"))))"#,
    );
    check("<table> <!-- -->x", r#""x" table(" ")"#);
    check(
        "<table><b>a<tr><td>c",
        r#"b("a") table(tbody(tr(td("c"))))"#,
    );
    check(
        "<table><caption>a<col><col><tbody><tr><table>b",
        r#"table(caption("a") colgroup(col col) tbody(tr)) "b" table"#,
    );
}

#[test]
fn raw_text() {
    check(
        "x<script>a(</b>'<p>'</script>d",
        r#""x" script("a(</b>'<p>'") "d""#,
    );
    check(
        "x<script><!--<script>a</script>--></script>b",
        r#""x" script("<!--<script>a</script>-->") "b""#,
    );
    check(
        "x<script><!--<script>a--></script>b",
        r#""x" script("<!--<script>a-->") "b""#,
    );
    check("x<style>a<b</STYLE >c", r#""x" style("a<b") "c""#);
    check(
        "<xmp><p>&amp;</xmp><iframe><p></iframe>",
        r#"xmp("<p>&amp;") iframe("<p>")"#,
    );
    check("a<noscript><p>b</noscript>", r#""a" noscript("<p>b")"#);
    check("a<title>&amp;<b></title", r#""a" title("&<b></title")"#);
    check(
        "a<plaintext></plaintext><p>",
        r#""a" plaintext("</plaintext><p>")"#,
    );
}

#[test]
fn comments_and_other_markup() {
    check("a<!-->b<!--->c<!-- > -- -->d<!-- x --!>e<!--", r#""abcde""#);
    check("a<?php b ?>c</ d>e<!x>f</>g<![CDATA[h]]>i", r#""acefgi""#);
    check("a<b <c>d", r#""a" b[<c=]("d")"#);
    check("a < b <1 </", r#""a < b <1 </""#);
    check("a<div x", r#""a""#);
    check(
        "<DIV Class=A a=b/c A=2 d = 'e' f=\"&lt;&copy=&copy\" =g=h / i/>x",
        r#"div[class=A][a=b/c][d=e][f=<&copy=©][=g=h][i=]("x")"#,
    );
    check("a\r\nb\rc\0d", r#""a\nb\ncd""#);
    check(
        "a&notit;&notin;&#x80;&#0;&#xD800;&#;&x;&amp",
        r#""a¬it;∉€��&#;&x;&""#,
    );
}

#[test]
fn foreign_content() {
    check(
        "<svg><![CDATA[a]>b]]]>c<![CDATA[]]>d<![CDATA[e",
        r#"svg("a]>b]cde")"#,
    );
    check(
        "<svg><path d=1 /><g><![CDATA[<a>]]></g></svg>b",
        r#"svg(path[d=1] g("<a>")) "b""#,
    );
    check(
        "<svg><foreignObject><p>a<p>b</foreignObject></svg>",
        r#"svg(foreignobject(p("a") p("b")))"#,
    );
    check(
        "<svg><title>a<b>c</b></title></svg><svg><p>d",
        r#"svg(title("a" b("c"))) svg p("d")"#,
    );
    check(
        "<math><mi>a<b>c</b></mi><annotation-xml encoding=text/html><p>d",
        r#"math(mi("a" b("c")) annotation-xml[encoding=text/html](p("d")))"#,
    );
    check(
        "<svg viewBox=0 xlink:href=a><font color=b>c",
        r#"svg[viewbox=0][xlink:href=a] font[color=b]("c")"#,
    );
}

#[test]
fn templates_and_frames() {
    check(
        "a<template><td>b</td><td>c</template>d",
        r#""a" template(td("b") td("c")) "d""#,
    );
    check(
        "a<template><p>b<template>c</p></template>d",
        r#""a" template(p("b" template("c") "d"))"#,
    );
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
    assert_eq!(
        (doc.next_sibling(head), doc.prev_sibling(body)),
        (Some(body), Some(head))
    );
    let p = doc.last_child(body).unwrap();
    assert_eq!(
        (doc.name(p), doc.attr(p, "hidden"), doc.attr(p, "id")),
        (Some("p"), Some(""), None)
    );
    assert_eq!(
        doc.attrs(p).collect::<Vec<_>>(),
        [("class", "x"), ("hidden", "")]
    );
    assert_eq!(doc.children(body).collect::<Vec<_>>(), [p]);
    assert_eq!(doc.descendants(doc.root()).count() + 1, doc.len());
    assert_eq!(doc.text(doc.first_child(p).unwrap()), Some("b"));
    assert!(!doc.is_empty());
}

/// In quirks mode a table stays inside the paragraph.
#[test]
fn doctypes() {
    let old = include_str!("../../src/html/quirks.txt").lines();
    let others = [
        "html",
        "-//w3c//dtd html 4.01 frameset//",
        "-//W3C//DTD XHTML 1.0 Transitional//EN",
        "x",
    ];
    let system = "\"http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd\"";
    for public in old.chain(others) {
        for rest in ["", " 's'", system, " s", " 's", "'s' x"] {
            compare(&format!(
                "<!DOCTYPE html PUBLIC \"{public}EN\"{rest}><p><table>"
            ));
            compare(&format!(
                "<!doctype HTML public '{public}'{rest}><p><table>"
            ));
        }
    }
    for doctype in [
        "",
        " x",
        " html x",
        " html system",
        " html SYSTEM 'a'",
        " html public",
        "html",
        " html ",
    ] {
        compare(&format!("<!doctype{doctype}><p><table>"));
        compare(&format!("<!doctype{doctype}"));
    }
    compare(&format!("<!doctype html system {system}><p><table>"));
}
