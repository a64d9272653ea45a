"""What the file says about itself: never anything about the child, only the neutral title."""

from __future__ import annotations

from datetime import datetime
from html import escape

from indicator_checker.pdf.objects import date_string, text_string

PRODUCER = "Indicator Checker"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{producer}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:MetadataDate>{created}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _element_text(text: str) -> str:
    # Programs that repair damaged files look for the bare words.
    return escape(text, quote=False).replace("stream", "&#115;tream").replace("obj", "&#111;bj")


def metadata_packet(title: str, language: str, created: datetime) -> str:
    """Write the XMP packet (ISO 16684-1)."""
    return _PACKET.format(
        title=_element_text(title),
        language=_element_text(language),
        producer=PRODUCER,
        created=created.isoformat(timespec="seconds"),
    )


def information_dictionary(title: str, created: datetime) -> str:
    """Write the information dictionary; it says the same as the packet."""
    date = date_string(created)
    name = text_string(PRODUCER)
    return (
        f"<</Title{text_string(title)}/Author{name}/Creator{name}/Producer{name}"
        f"/CreationDate{date}/ModDate{date}>>"
    )
