import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BrokenError, RefusedError } from '../broken.ts';
import { findBuiltInFormat, type NumberFormat, readFormat } from './number-text.ts';
import { asWorkbookKind, kindProperty, type WorkbookKind } from './workbook-kind.ts';

/** A sheet as the workbook lists it. */
export interface SheetListing {
  name: string;
  isHidden: boolean;
  relation: string;
}

/** The small parts of a workbook; 64 MiB are more than any has. */
const mostBytes = 64 << 20;

/** Parts of workbooks have ten levels. For each namespace the parser looks through all that are open. */
export const mostXmlDepth = 256;

type Attributes = Record<string, string>;

/** Parses a small part whole; every element is told by its name without prefix. */
async function parse(
  pieces: AsyncIterable<Uint8Array>,
  open: (name: string, attributes: Attributes, path: string[]) => void,
  read?: (text: string, path: string[]) => void,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  parser.on('doctype', () => {
    throw new RefusedError('doctype');
  });
  parser.on('error', (error) => {
    throw new BrokenError({ kind: 'technical', reason: error.message });
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes: Attributes = Object.create(null) as Attributes;
    for (const { local, prefix, value } of Object.values(tag.attributes)) {
      attributes[prefix === '' ? local : `:${local}`] = value;
    }
    open(tag.local, attributes, path);
    if (path.push(tag.local) > mostXmlDepth) throw new BrokenError({ kind: 'nested-too-deep' });
  });
  parser.on('text', (text) => read?.(text, path));
  parser.on('closetag', () => void path.pop());
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new BrokenError({ kind: 'part-too-large' });
    const wide = piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8';
    decoder ??= new TextDecoder(wide);
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.close();
}

/** The sheets, in order, and whether dates count from 1904. */
export async function readWorkbook(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ sheets: SheetListing[]; is1904: boolean }> {
  const sheets: SheetListing[] = [];
  let is1904 = false;
  await parse(pieces, (name, attributes) => {
    if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
    if (name !== 'sheet') return;
    const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    sheets.push({ name: attributes.name ?? '', isHidden, relation: attributes[':id'] ?? '' });
  });
  return { sheets, is1904 };
}

/** What a part refers to, by id: the kind and the path as it is written. */
export async function readRelations(
  pieces: AsyncIterable<Uint8Array>,
): Promise<Map<string, { kind: string; target: string }>> {
  const relations = new Map<string, { kind: string; target: string }>();
  await parse(pieces, (name, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (name === 'Relationship' && TargetMode !== 'External') {
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target: Target });
    }
  });
  return relations;
}

/** The part that is the workbook itself, and its content type; null: the package is none, or does not say. */
export async function readMainPart(pieces: AsyncIterable<Uint8Array>): Promise<{ path: string; type: string } | null> {
  let main: { path: string; type: string } | null = null;
  await parse(pieces, (name, { PartName = '', ContentType = '' }) => {
    const isMain =
      name === 'Override' && /(spreadsheetml\.(sheet|template)|ms-excel\.\w+\.\w+)\.main(\+xml)?$/i.test(ContentType);
    if (isMain) main ??= { path: PartName, type: ContentType };
  });
  return main;
}

/** What a workbook of ours says it is; null for anybody else's. */
export async function readWorkbookKind(pieces: AsyncIterable<Uint8Array>): Promise<WorkbookKind | null> {
  let isOurs = false;
  let kind: string | null = null;
  await parse(
    pieces,
    (name, attributes) => {
      if (name === 'property') isOurs = attributes.name === kindProperty;
    },
    (text, path) => {
      if (isOurs && path.at(-2) === 'property') kind = (kind ?? '') + text;
    },
  );
  return asWorkbookKind(kind);
}

/** The number format of every cell style. */
export async function readStyles(pieces: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const ids: number[] = [];
  await parse(pieces, (name, attributes, path) => {
    if (name === 'numFmt' && path.at(-1) === 'numFmts') {
      custom.set(Number(attributes.numFmtId), readFormat(attributes.formatCode ?? ''));
    }
    if (name === 'xf' && path.at(-1) === 'cellXfs') ids.push(Number(attributes.numFmtId ?? 0));
  });
  return ids.map((id) => (custom.has(id) ? (custom.get(id) ?? null) : findBuiltInFormat(id)));
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
