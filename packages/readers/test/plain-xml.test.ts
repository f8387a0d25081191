import { describe, expect, it } from 'vitest';
import { requirePlainXml } from '../src/plain-xml.ts';

const read = (xml: string) => () => requirePlainXml(xml, 'a.docx');
const DEEP = '<a>'.repeat(301);

describe('XML that Word never writes', () => {
  it('is refused: document types in any place and case', () => {
    for (const xml of ['<?xml?><!DOCTYPE a>', '<a/><!doctype a>', '<!ENTITY a "b">', '<!-- --><!DOCTYPE a>'])
      expect(read(xml), xml).toThrow(/document type \(DTD\)/);
    for (const xml of ['<a><!-- <!DOCTYPE a> --></a>', '<a><![CDATA[<!DOCTYPE a>]]></a>'])
      expect(read(xml), xml).not.toThrow();
  });

  it('is refused: nesting, wherever something looks as if it ended', () => {
    const hidden = [
      DEEP,
      `<!--${'</a>'.repeat(500)}-->${DEEP}`,
      `<![CDATA[${'</a>'.repeat(500)}]]>${DEEP}`,
      `<?x ${'</a>'.repeat(500)}?>${DEEP}`,
      `<x y="${'</a>'.repeat(500)}">${DEEP}`,
      '<a b="/>">'.repeat(301),
      "<a b='/>' c>".repeat(301),
    ];
    for (const xml of hidden) expect(read(xml), xml.slice(0, 20)).toThrow(/nested more than 300 deep/);
  });

  it('leaves what is in order, and what is no XML, to the parser', () => {
    const fine = ['<a>'.repeat(300), `${'<a><b/></a>'.repeat(1000)}`, '<a b=">"/>'.repeat(1000)];
    const broken = ['', '<', '<'.repeat(10_000), '<a', '<a b="', '<!--', '<![CDATA[', '<?', 'a < b'];
    for (const xml of [...fine, ...broken]) expect(read(xml), xml.slice(0, 20)).not.toThrow();
  });
});
