import type { CompressionCodec, RowGroup, SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BrokenError } from '../broken.ts';
import { type ByteSource, readBytes } from '../byte-source.ts';
import { holdsContents, type PageContents } from './page-contents.ts';
import { findColumn, type PageColumn } from './schema.ts';

/**
 * What the heads of pages say, before the library believes it: it makes room for as many values as a page claims, and one bad byte can
 * make that four milliards.
 *
 *   column chunk: │ head, a Thrift struct │ page, of as many bytes as the head says │ head │ page │ …
 */
interface PageHead {
  /** 0: data, 2: dictionary, 3: data of the second version. */
  type: number;
  headBytes: number;
  unpackedBytes: number;
  packedBytes: number;
  contents: PageContents;
  isPacked: boolean;
}

/** A head with the statistics of its page. */
const mostHeadBytes = 1 << 16;
const mostDepth = 16;
const [dataPage, dictionaryPage, secondDataPage] = [0, 2, 3];
/** Types of the compact protocol: false, whole numbers, a struct. */
const [no, int32, struct] = [2, 5, 12];

function noContents(version: 1 | 2): PageContents {
  return { version, encoding: 0, values: 0, nulls: 0, repetitionBytes: 0, definitionBytes: 0 };
}

/** @throws {BrokenError} when pages of the group hold more values or bytes than their columns do, or lie outside of them */
export async function verifyPages(
  source: ByteSource,
  { columns, num_rows }: RowGroup,
  schema: SchemaElement[],
): Promise<void> {
  for (const { meta_data } of columns) {
    if (meta_data === undefined) continue;
    const { data_page_offset, dictionary_page_offset, total_compressed_size, total_uncompressed_size, num_values } =
      meta_data;
    const starts = [data_page_offset, dictionary_page_offset].flatMap((at) => (at === undefined ? [] : [Number(at)]));
    const from = Math.min(...starts.filter((at) => at > 0));
    const end = from + Number(total_compressed_size);
    if (!(end <= source.size)) throw misplaced();
    const most = Math.max(Number(num_rows), Number(num_values));
    const column = findColumn(schema, meta_data.path_in_schema, meta_data.type);
    // A value takes a bit at least, or is one of a run; runs in lists of lists come to no more than that.
    let values = 0;
    // The library reads a flat column up to its last row, and any other to its end.
    for (let at = from; at < end - 1 && (!column.isFlat || values < most); ) {
      const head = readHead(await readBytes(source, at, Math.min(mostHeadBytes, end - at)));
      const next = at + head.headBytes + head.packedBytes;
      const isTooMuch = head.contents.values > most || head.unpackedBytes > Number(total_uncompressed_size);
      values += head.contents.values;
      if (isTooMuch || values > 2 * most || !(next > at && next <= end)) throw misplaced();
      if (head.type !== dictionaryPage) {
        verifyPage(await readBytes(source, at + head.headBytes, head.packedBytes), head, meta_data.codec, column);
      }
      at = next;
    }
    if (column.isFlat && values < Number(num_rows)) throw misplaced();
  }
}

/** Unpacks a page as the library will, to look at its runs. */
function verifyPage(bytes: Uint8Array, head: PageHead, codec: CompressionCodec, column: PageColumn): void {
  const { contents, unpackedBytes, isPacked } = head;
  const levelBytes = contents.repetitionBytes + contents.definitionBytes;
  if (levelBytes > bytes.length) throw misplaced();
  const rest = bytes.subarray(levelBytes);
  const unpack = codec === 'UNCOMPRESSED' || !isPacked ? undefined : compressors[codec];
  const page = unpack === undefined ? rest : unpack(rest, unpackedBytes - levelBytes);
  if (!holdsContents(bytes.subarray(0, levelBytes), page, contents, column)) throw misplaced();
}

function misplaced(): BrokenError {
  return new BrokenError({ kind: 'page-damaged' });
}

/** The fields of a page's head that say how much there is: sizes, and the values of a page of any kind. */
function readHead(bytes: Uint8Array): PageHead {
  let at = 0;
  const head: PageHead = {
    type: -1,
    headBytes: 0,
    unpackedBytes: 0,
    packedBytes: 0,
    isPacked: true,
    contents: noContents(1),
  };
  const pages = new Map<number, PageContents>();
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw misplaced();
    return byte;
  };
  const readNumber = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = next();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  // Zigzag: what is odd is negative, and no size.
  const readSize = (): number => {
    const folded = readNumber();
    if (folded % 2 === 1) throw misplaced();
    return folded / 2;
  };
  const skip = (type: number, depth: number): void => {
    if (depth > mostDepth) throw misplaced();
    if (type === 3) at++;
    else if (type >= 4 && type <= 6) readNumber();
    else if (type === 7) at += 8;
    else if (type === 8) at += readNumber();
    else if (type === 9 || type === 10) {
      const sizes = next();
      const count = sizes >> 4 === 15 ? readNumber() : sizes >> 4;
      for (let left = count; left > 0; left--) {
        if ((sizes & 15) <= 2) at++;
        else skip(sizes & 15, depth + 1);
        if (at > bytes.length) throw misplaced();
      }
    } else if (type === 12) readStruct(depth + 1, (_, inner) => skip(inner, depth + 1));
    else if (type > 2) throw misplaced();
  };
  const readStruct = (depth: number, take: (id: number, type: number) => void): void => {
    if (depth > mostDepth) throw misplaced();
    let id = 0;
    for (let mark = next(); mark !== 0; mark = next()) {
      id = mark >> 4 === 0 ? readSize() : id + (mark >> 4);
      take(id, mark & 15);
    }
  };
  const readContents = (version: 1 | 2): PageContents => {
    const contents = noContents(version);
    readStruct(1, (id, type) => {
      if (id === 1) contents.values = readField(type);
      else if (version === 1 && id === 2) contents.encoding = readField(type);
      else if (version === 1) skip(type, 1);
      else if (id === 2) contents.nulls = readField(type);
      else if (id === 4) contents.encoding = readField(type);
      else if (id === 5) contents.definitionBytes = readField(type);
      else if (id === 6) contents.repetitionBytes = readField(type);
      else if (id === 7) head.isPacked = type !== no;
      else skip(type, 1);
    });
    return contents;
  };
  // A dictionary holds values of which rows make use.
  const readDictionary = (type: number): void => {
    if (type !== struct) throw misplaced();
    readStruct(1, (id, inner) => {
      if (id !== 1) skip(inner, 1);
      else if (readField(inner) > head.unpackedBytes) throw misplaced();
    });
  };
  /** A size in its own type: the library would take it in another one too. */
  const readField = (type: number): number => {
    if (type !== int32) throw misplaced();
    return readSize();
  };
  readStruct(0, (id, type) => {
    if (id === 1) head.type = readField(type);
    else if (id === 2) head.unpackedBytes = readField(type);
    else if (id === 3) head.packedBytes = readField(type);
    else if (id === 7) readDictionary(type);
    else if (id === 5 || id === 8) {
      if (type !== struct) throw misplaced();
      pages.set(id, readContents(id === 5 ? 1 : 2));
    } else skip(type, 0);
  });
  const contents = head.type === dataPage ? pages.get(5) : head.type === secondDataPage ? pages.get(8) : noContents(1);
  if (contents === undefined) throw misplaced();
  return { ...head, contents, headBytes: at };
}
