/** A page of a web archive. */
export interface MhtmlPart {
  /** Where it was saved from. */
  location: string;
  bytes: Uint8Array;
  /** As its header names it; null: the page says. */
  charset: string | null;
}

const latin = new TextDecoder('latin1');

/** The pages of a web archive (MHTML, RFC 2557): what it holds of type text/html, decoded to bytes. */
export function readMhtmlParts(bytes: Uint8Array): MhtmlPart[] {
  const text = latin.decode(bytes);
  const { head, body } = splitHead(text);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(head);
  const boundaryText = boundary?.[1] ?? boundary?.[2];
  const parts = boundaryText === undefined ? [text] : body.split(`--${boundaryText}`).slice(1);
  return parts.flatMap((part) => {
    const { head: partHead, body: partBody } = splitHead(part.replace(/^\r?\n/, ''));
    if (/^--\s*$/.test(part.trim()) || !/content-type:\s*text\/html/i.test(partHead)) return [];
    return [
      {
        location: /content-location:\s*(\S+)/i.exec(partHead)?.[1] ?? '',
        bytes: decodeBody(partBody, /content-transfer-encoding:\s*(\S+)/i.exec(partHead)?.[1]?.toLowerCase() ?? ''),
        charset: /charset\s*=\s*"?([\w-]+)/i.exec(partHead)?.[1]?.toLowerCase() ?? null,
      },
    ];
  });
}

/** Header lines, folded ones in one; and what follows the first empty line. */
function splitHead(text: string): { head: string; body: string } {
  const at = /\r?\n\r?\n/.exec(text);
  if (at === null) return { head: text, body: '' };
  return { head: text.slice(0, at.index).replace(/\r?\n[ \t]+/g, ' '), body: text.slice(at.index + at[0].length) };
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return toBytes(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')));
  if (encoding !== 'quoted-printable') return toBytes(body);
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  return toBytes(
    joined.replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  );
}

function toBytes(latinText: string): Uint8Array {
  const bytes = new Uint8Array(latinText.length);
  for (let at = 0; at < latinText.length; at++) bytes[at] = latinText.charCodeAt(at);
  return bytes;
}
