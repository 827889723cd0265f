//! XMP: the packet of facts that Adobe's programs and others put into files.
//!
//! A fact stands as an attribute or as an element, whatever its prefix (ISO 16684-1).

use super::{Facts, stamp};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Fills what the file has not said otherwise.
pub(super) fn read(packet: &str, facts: &mut Facts) {
    let mut reader = Reader::from_str(packet);
    let mut inside: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                attributes(&start, facts);
                inside.push(local(start.name().as_ref()).to_owned());
            }
            Ok(Event::Empty(start)) => attributes(&start, facts),
            Ok(Event::End(_)) => {
                inside.pop();
            }
            Ok(Event::Text(text)) => {
                for name in inside.iter().rev().take(3) {
                    fill(name, &text, facts);
                }
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attributes(start: &BytesStart<'_>, facts: &mut Facts) {
    for attribute in start.attributes().flatten() {
        fill(local(attribute.key.as_ref()), &attribute.value, facts);
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

fn fill(name: &str, text: &str, facts: &mut Facts) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let slot = match name {
        "DocumentID" => &mut facts.document_id,
        "InstanceID" => &mut facts.instance_id,
        "CreatorTool" => &mut facts.tool,
        "Producer" => &mut facts.producer,
        "creator" => &mut facts.author,
        "CreateDate" if facts.created.is_none() => {
            facts.created = stamp::iso(text);
            return;
        }
        "ModifyDate" if facts.modified.is_none() => {
            facts.modified = stamp::iso(text);
            return;
        }
        _ => return,
    };
    slot.get_or_insert_with(|| text.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_as_elements_or_attributes() {
        let check = |packet: &str| {
            let mut facts = Facts::default();
            read(packet, &mut facts);
            assert_eq!(facts.document_id.as_deref(), Some("uuid:1"), "{packet}");
            assert_eq!(facts.author.as_deref(), Some("Jo Doe"), "{packet}");
            assert_eq!(facts.created.and_then(|stamp| stamp.offset), Some(60));
        };
        check(
            "<x:xmpmeta><rdf:RDF><rdf:Description xmpMM:DocumentID='uuid:1' \
             xmp:CreateDate='2024-01-31T12:00:00+01:00'><dc:creator><rdf:Seq><rdf:li>Jo Doe</rdf:li>\
             </rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>",
        );
        check(
            "<r><a:DocumentID>uuid:1</a:DocumentID><dc:creator>Jo Doe</dc:creator>\
             <xmp:CreateDate>2024-01-31T12:00:00+01:00</xmp:CreateDate></r>",
        );
        read("<a><b", &mut Facts::default());
    }
}
