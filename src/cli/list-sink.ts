import { parse } from 'csv-parse/sync';
import type { ListDialect } from '../clean/table-output.ts';
import { listWorkbookMessagesFor } from '../messages/dedup/list-workbook.ts';
import { workbookMessagesFor } from '../messages/workbook/index.ts';
import { nodePacking } from '../node/zlib.ts';
import { defaultLimits } from '../write/workbook/limits.ts';
import { createListSheet, type ListSheet } from '../write/workbook/list-sheet.ts';
import { relieveSeries } from '../write/workbook/sheet-series.ts';
import { createWorkbook } from '../write/workbook/workbook.ts';
import type { Language } from './language.ts';
import { openSink, type Sink } from './sink.ts';

/** Where a list of rows goes: its bytes as they are, or a workbook of them. */
export interface ListSink {
  write(bytes: Uint8Array, dialect: ListDialect): Promise<void>;
  finish(): Promise<void>;
  abort(): Promise<void>;
}

const [ownWidth, cellWidth] = [16, 24];

/**
 * Opens a list of removed rows or of conflicts; a path ending in `.xlsx` becomes a workbook, every cell of it text.
 *
 * @throws {UsccError} `output`, now or from the methods
 */
export async function openListSink(path: string, kind: 'removed' | 'conflicts', lang: Language): Promise<ListSink> {
  const sink = await openSink(path);
  return /\.xlsx$/i.test(path) ? createWorkbookList(sink, kind, lang) : sink;
}

function createWorkbookList(sink: Sink, kind: 'removed' | 'conflicts', lang: Language): ListSink {
  const words = listWorkbookMessagesFor(lang);
  const own = words.columns[kind];
  const whyAt = own.indexOf(words.why);
  const messages = workbookMessagesFor(lang);
  const workbook = createWorkbook((chunk) => sink.write(chunk), nodePacking, lang, messages, 'report');
  let list: ListSheet | null = null;
  let decoder: TextDecoder | undefined;

  function open(header: string[]): ListSheet {
    const columns = header.map((heading, index) => ({
      heading: own[index] ?? heading,
      width: index < own.length ? ownWidth : cellWidth,
      format: 'text' as const,
    }));
    const tab = { group: 'problems' as const, order: 0 };
    const opened = createListSheet({ workbook, name: words.sheets[kind], tab, columns, limits: defaultLimits });
    opened.series.open();
    return opened;
  }

  return {
    async write(bytes, { encoding, delimiter, hasHeader }) {
      decoder ??= new TextDecoder(encoding);
      const text = decoder.decode(bytes, { stream: true });
      const rows: string[][] = parse(text, {
        delimiter,
        relax_quotes: true,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      });
      for (const row of rows) {
        if (list === null) {
          list = open(hasHeader ? row : [...own, ...row.slice(own.length).map((_, index) => String(index + 1))]);
          if (hasHeader) continue;
        }
        list.add(row.map((cell, index) => (index === whyAt ? (words.reasons[cell] ?? cell) : cell)));
      }
      if (list !== null) await relieveSeries([list.series], defaultLimits);
    },
    async finish() {
      list ??= open([...own]);
      await list.series.turn();
      await workbook.end();
      await sink.finish();
    },
    abort: () => sink.abort(),
  };
}
