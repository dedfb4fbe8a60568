const special = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
const markup = /[&<>"]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const notInXml = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const readsAsEscape = /_(?=x[0-9A-Fa-f]{4}_)/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as content or an attribute of a part of a workbook. What XML cannot hold is written `_x0007_`, and an underscore
 * that would be read so `_x005F_` (ECMA-376 part 1, 22.9.2.19); half a surrogate pair becomes U+FFFD.
 */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(readsAsEscape, '_x005F_')
    .replace(notInXml, spell)
    .replace(loneSurrogate, '\ufffd')
    .replace(markup, (character) => entities[character] ?? character);
}

function spell(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of a part of a workbook with the characters that its entities stand for; unknown ones stay as they are. */
export function unescapeXml(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return characters[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
