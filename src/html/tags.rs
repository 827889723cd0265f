//! The element names the parsing rules speak of, and sets of them.
//!
//! Knows names only: nothing of tokens, nodes or the stack of open elements. A name that no rule mentions is
//! [`Tag::Other`] and is told apart by its text.

macro_rules! tags {
    ($($id:ident $name:literal)*) => {
        /// An element name that some parsing rule mentions.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Tag {
            $($id,)*
            /// A foreign element in which HTML may stand again; bounds scopes like an HTML element.
            Point,
            /// Any other name, and every other foreign element.
            Other,
        }

        #[allow(non_upper_case_globals)]
        mod keys {
            $(pub(super) const $id: u64 = super::key($name.as_bytes());)*
        }

        impl Tag {
            /// The lower-case name; empty for `Point` and `Other`.
            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$id => $name,)*
                    Self::Point | Self::Other => "",
                }
            }

            fn by_key(key: u64) -> Self {
                match key {
                    $(keys::$id => Self::$id,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

tags! {
    A "a" Address "address" AnnotationXml "annotation-xml" Applet "applet" Area "area" Article "article"
    Aside "aside" B "b" Base "base" Basefont "basefont" Bgsound "bgsound" Big "big" Blockquote "blockquote"
    Body "body" Br "br" Button "button" Caption "caption" Center "center" Code "code" Col "col"
    Colgroup "colgroup" Dd "dd" Desc "desc" Details "details" Dialog "dialog" Dir "dir" Div "div" Dl "dl" Dt "dt"
    Em "em" Embed "embed" Fieldset "fieldset" Figcaption "figcaption" Figure "figure" Font "font"
    Footer "footer" ForeignObject "foreignobject" Form "form" Frame "frame" Frameset "frameset" H1 "h1" H2 "h2"
    H3 "h3" H4 "h4" H5 "h5" H6 "h6" Head "head" Header "header" Hgroup "hgroup" Hr "hr" Html "html" I "i"
    Iframe "iframe" Image "image" Img "img" Input "input" Keygen "keygen" Li "li" Link "link"
    Listing "listing" Main "main" Malignmark "malignmark" Marquee "marquee" Math "math" Menu "menu" Meta "meta"
    Mglyph "mglyph" Mi "mi" Mn "mn" Mo "mo" Ms "ms" Mtext "mtext" Nav "nav" Nobr "nobr" Noembed "noembed"
    Noframes "noframes" Noscript "noscript" Object "object" Ol "ol" Optgroup "optgroup" Option "option" P "p"
    Param "param" Plaintext "plaintext" Pre "pre" Rb "rb" Rp "rp" Rt "rt" Rtc "rtc" Ruby "ruby" S "s"
    Script "script" Search "search" Section "section" Select "select" Small "small" Source "source"
    Span "span" Strike "strike" Strong "strong" Style "style" Sub "sub" Summary "summary" Sup "sup" Svg "svg"
    Table "table" Tbody "tbody" Td "td" Template "template" Textarea "textarea" Tfoot "tfoot" Th "th"
    Thead "thead" Title "title" Tr "tr" Track "track" Tt "tt" U "u" Ul "ul" Var "var" Wbr "wbr" Xmp "xmp"
}

const _: () = assert!((Tag::Other as u8) < 128, "a set holds 128 names");

/// The first eight bytes of a name lie side by side in the key; longer names are folded in.
const fn key(mut name: &[u8]) -> u64 {
    let mut key = 0u64;
    while let [first, rest @ ..] = name {
        key = key.rotate_left(8) ^ (first.to_ascii_lowercase() as u64);
        name = rest;
    }
    key
}

impl Tag {
    /// The tag of a name in any case.
    pub(super) fn of(name: &str) -> Self {
        if name.len() > 14 {
            return Self::Other;
        }
        let found = Self::by_key(key(name.as_bytes()));
        if found.name().eq_ignore_ascii_case(name) {
            found
        } else {
            Self::Other
        }
    }
}

/// A set of names.
#[derive(Clone, Copy)]
pub(super) struct Set(u128);

impl Set {
    pub(super) const fn of(mut tags: &[Tag]) -> Self {
        let mut bits = 0;
        while let [first, rest @ ..] = tags {
            bits |= 1 << (*first as u8);
            tags = rest;
        }
        Self(bits)
    }

    pub(super) const fn plus(self, tags: &[Tag]) -> Self {
        Self(self.0 | Self::of(tags).0)
    }

    pub(super) const fn minus(self, tags: &[Tag]) -> Self {
        Self(self.0 & !Self::of(tags).0)
    }

    pub(super) const fn has(self, tag: Tag) -> bool {
        self.0 >> (tag as u8) & 1 == 1
    }
}

macro_rules! sets {
    ($($(#[$doc:meta])* $id:ident = $base:ident plus [$($tag:ident)*];)*) => {
        $($(#[$doc])* pub(super) const $id: Set = $base.plus(&[$(Tag::$tag),*]);)*
    };
}

const NAMES: Set = Set(0);

sets! {
    /// What ends a search for an open element of a name.
    SCOPE = NAMES plus [
        Applet Caption Html Table Td Th Marquee Object Select Template Point
    ];
    /// The same for `li`.
    LIST_SCOPE = SCOPE plus [Ol Ul];
    /// The same for `p`.
    BUTTON_SCOPE = SCOPE plus [Button];
    /// The same for the parts of a table.
    TABLE_SCOPE = NAMES plus [Html Table Template];
    /// Where a table section may stand.
    BODY_CONTEXT = NAMES plus [Tbody Tfoot Thead Template Html];
    /// Where a cell may stand.
    ROW_CONTEXT = NAMES plus [Tr Template Html];
    /// Cells.
    CELL = NAMES plus [Td Th];
    /// Sections of a table.
    SECTION = NAMES plus [Tbody Tfoot Thead];
    /// Where text of a table is moved out of the table.
    FOSTER = SECTION plus [Table Tr];
    /// Whose end tag may be left out.
    IMPLIED = NAMES plus [Dd Dt Li Option Optgroup P Rb Rp Rt Rtc];
    /// Whose end is implied by the end of a template.
    IMPLIED_ALL = IMPLIED plus [Caption Colgroup Tbody Td Tfoot Th Thead Tr];
    /// Headings.
    HEADING = NAMES plus [H1 H2 H3 H4 H5 H6];
    /// What an unmatched end tag does not close.
    SPECIAL = NAMES plus [
        Address Applet Area Article Aside Base Basefont Bgsound Blockquote Body
        Br Button Caption Center Col Colgroup Dd Details Dir Div Dl Dt
        Embed Fieldset Figcaption Figure Footer Form Frame Frameset H1 H2 H3
        H4 H5 H6 Head Header Hgroup Hr Html Iframe Img Input Li Link
        Listing Main Marquee Menu Meta Nav Noembed Noframes Noscript Object
        Ol P Param Plaintext Pre Script Section Select Source Style Summary
        Table Tbody Td Template Textarea Tfoot Th Thead Title Tr Track Ul
        Wbr Xmp
    ];
    /// Elements without content.
    VOID = NAMES plus [
        Area Base Basefont Bgsound Br Col Embed Frame Hr Image Img Input
        Keygen Link Meta Param Source Track Wbr
    ];
    /// Start tags that end foreign content.
    BREAKOUT = NAMES plus [
        B Big Blockquote Body Br Center Code Dd Div Dl Dt Em Embed
        H1 H2 H3 H4 H5 H6 Head Hr I Img Li Listing Menu Meta
        Nobr Ol P Pre Ruby S Small Span Strong Strike Sub Sup Table
        Tt U Ul Var
    ];
    /// Blocks that end a paragraph.
    BLOCK = NAMES plus [
        Address Article Aside Blockquote Center Details Dialog Dir Div Dl Fieldset Figcaption Figure Footer Header
        Hgroup Main Menu Nav Ol Search Section Summary Ul
    ];
    /// Formatting elements but `a` and `nobr`.
    FORMATTING = NAMES plus [B Big Code Em Font I S Small Strike Strong Tt U];
    /// Elements that bound formatting.
    OBJECT = NAMES plus [Applet Marquee Object];
    /// Elements under the rules of the head wherever they stand.
    IN_HEAD = NAMES plus [Base Basefont Bgsound Link Meta Noframes Script Style Template Title];
    /// Elements without content that stand in lines of text.
    INLINE_VOID = NAMES plus [Area Br Embed Img Keygen Wbr];
    /// Start tags that count nothing outside their context.
    STRAY = NAMES plus [Caption Col Colgroup Frame Head Tbody Td Tfoot Th Thead Tr];
}
