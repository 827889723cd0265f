//! Pages out of chance, the same on every run.

/// A xorshift generator.
pub struct Random(u64);

impl Random {
    /// Starts from a seed other than zero.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap() % end.max(1)
    }

    /// One of the items.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

const PLAIN: [&str; 20] = [
    "div", "span", "section", "article", "ul", "li", "b", "i", "em", "strong", "h1", "h2", "main",
    "nav", "code", "x-y", "button", "label", "small", "time",
];
const VOID: [&str; 5] = ["br", "img", "hr", "input", "wbr"];
const WORDS: [&str; 12] = [
    "a",
    " ",
    "word ",
    "\n  ",
    "&amp;",
    "&lt;b&gt;",
    "ä€😀",
    "&nbsp;",
    "x = 1",
    "&quot;",
    "'",
    "--&gt;",
];
const ATTRS: [&str; 8] = [
    " class=\"a b\"",
    " id=\"x\"",
    " hidden",
    " href='/a?b=1&amp;c'",
    " data-x=\"&quot;\"",
    " title=\"ä\"",
    " a=b",
    " Data-Y='<p>'",
];

/// A tree as a browser writes it.
pub fn serialised(random: &mut Random) -> String {
    let mut out = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><title>a &amp; b</title></head><body>",
    );
    let mut open: Vec<&str> = Vec::new();
    for _ in 0..random.below(60) {
        match random.below(9) {
            0..=2 => {
                let name = random.pick(&PLAIN);
                out.push_str(&start(name, random));
                open.push(name);
            }
            3 => {
                let name = random.pick(&VOID);
                out.push_str(&start(name, random));
            }
            4 | 5 => out.push_str(random.pick(&WORDS)),
            6 => out.push_str(random.pick(&[
                "<!--[if IE]> <p> <![endif]-->",
                "<p>text</p>",
                "<script>if (a < b && c > d) { '<p>' }</script>",
                "<style>a > b { }</style>",
                "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
                "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"></path><g><use xlink:href=\"#a\"/></g></svg>",
                "<select><option>a</option><option selected>b</option></select>",
                "<template><p>x</p></template>",
                "<code style=\"display: none\"><!--{\"a\":\"--b\"}--></code>",
                "<textarea>\na &lt; b</textarea>",
            ])),
            _ => {
                if let Some(name) = open.pop() {
                    out.extend(["</", name, ">"]);
                }
            }
        }
    }
    for name in open.into_iter().rev() {
        out.extend(["</", name, ">"]);
    }
    out + "</body></html>"
}

fn start(name: &str, random: &mut Random) -> String {
    let attrs: String = (0..random.below(4)).map(|_| random.pick(&ATTRS)).collect();
    format!("<{name}{attrs}>")
}

const TAGS: [&str; 96] = [
    "a",
    "b",
    "i",
    "u",
    "em",
    "font",
    "nobr",
    "code",
    "p",
    "p",
    "div",
    "div",
    "span",
    "address",
    "article",
    "ul",
    "ol",
    "li",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "pre",
    "listing",
    "form",
    "button",
    "a",
    "b",
    "table",
    "table",
    "caption",
    "colgroup",
    "col",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "tr",
    "td",
    "td",
    "th",
    "select",
    "option",
    "optgroup",
    "input",
    "hr",
    "br",
    "img",
    "image",
    "textarea",
    "title",
    "script",
    "style",
    "xmp",
    "iframe",
    "noscript",
    "noembed",
    "noframes",
    "template",
    "template",
    "object",
    "marquee",
    "applet",
    "svg",
    "svg",
    "math",
    "mi",
    "mtext",
    "annotation-xml",
    "foreignObject",
    "desc",
    "g",
    "path",
    "mglyph",
    "head",
    "body",
    "html",
    "meta",
    "link",
    "base",
    "frameset",
    "frame",
    "ruby",
    "rt",
    "rp",
    "rb",
    "rtc",
    "x-y",
    "search",
    "summary",
    "param",
    "embed",
    "plaintext",
];
const BITS: [&str; 41] = [
    "a",
    " ",
    "\n",
    "\r\n",
    "x y",
    "&amp;",
    "&lt",
    "&notit;",
    "&copy",
    "&#x41;",
    "&#65",
    "&#128;",
    "&bogus;",
    "&",
    "<",
    "<1",
    "\0",
    "\u{c}",
    "<!-- c -->",
    "<!-->",
    "<!---->",
    "<!--a--!>",
    "<!",
    "<?x>",
    "</ x>",
    "</>",
    "<![CDATA[c<d>&amp;]]>",
    "]]>",
    "<!doctype html>",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2//EN\">",
    "ä",
    "😀",
    "\t",
    "--",
    ">",
    "<!--<script>",
    "</script>",
    "-->",
    "&ampx=",
    "<svg/>",
    "</p>",
];
const SOUP_ATTRS: [&str; 14] = [
    " a",
    " a=1",
    " A='2'",
    " b=\"&amp;&copy=\"",
    " type=hidden",
    " color=x",
    " encoding=text/html",
    " xlink:href=y",
    " /",
    " viewBox=0",
    " =x",
    " c = d",
    " a=\"\r\n\"",
    " d=\0",
];

/// Tags, texts and broken markup in any order.
pub fn soup(random: &mut Random) -> String {
    let mut out = String::new();
    if random.below(2) == 0 {
        out.push_str("<!doctype html>");
    }
    let few: Vec<&str> = (0..2 + random.below(10))
        .map(|_| random.pick(&TAGS))
        .collect();
    for _ in 0..random.below(60) {
        let name = if random.below(4) == 0 {
            random.pick(&TAGS)
        } else {
            random.pick(&few)
        };
        match random.below(10) {
            0..=3 => {
                let attrs: String = (0..random.below(3))
                    .map(|_| random.pick(&SOUP_ATTRS))
                    .collect();
                let end = if random.below(12) == 0 { "/>" } else { ">" };
                out.extend(["<", name, &attrs, end]);
            }
            4..=6 => out.extend(["</", name, ">"]),
            _ => out.push_str(random.pick(&BITS)),
        }
    }
    out
}
