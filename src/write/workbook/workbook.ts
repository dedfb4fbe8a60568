import type { WorkbookKind } from '../../tables/workbook/workbook-kind.ts';
import type { Write } from '../write.ts';
import { createArchive } from './archive.ts';
import { createCellTexts } from './cell-text.ts';
import { createPackedText, type PackedText } from './packed-text.ts';
import type { Packing } from './packing.ts';
import { formatSharedTexts, listParts } from './parts.ts';
import { closeSheet, type Sheet, type SheetSupply, type Validation } from './sheet.ts';
import { createSheetNames, type SheetNames } from './sheet-names.ts';
import { formatStyles } from './styles.ts';

/** Tabs stand in the order of these groups. */
export type Group = 'summary' | 'problems' | 'suspects' | 'index' | 'units';

/** Where the tab of a sheet stands; looked at when the workbook ends. */
export interface TabPosition {
  group: Group;
  /** Its position in the group. */
  order: number;
}

/** A sheet that is written. */
export interface WrittenSheet {
  sheet: Sheet;
  tab: TabPosition;
  /** Number in the name of its part, from 1. */
  number: number;
}

/** A workbook that is written sheet by sheet, in any order. */
export interface Workbook extends SheetSupply {
  names: SheetNames;
  add(sheet: Sheet, tab: TabPosition, validations: Validation[]): Promise<void>;
  end(): Promise<void>;
}

const groups: Group[] = ['summary', 'problems', 'suspects', 'index', 'units'];

export function createWorkbook(
  write: Write,
  packing: Packing,
  lang: 'zh' | 'en',
  messages: { cut: string },
  kind: WorkbookKind,
): Workbook {
  const startText = (): PackedText => createPackedText(packing);
  const archive = createArchive(write);
  const texts = createCellTexts(messages.cut);
  const written: WrittenSheet[] = [];

  async function addPart(path: string, xml: string): Promise<void> {
    const text = startText();
    text.append(xml);
    await archive.add(path, text);
  }

  return {
    names: createSheetNames(),
    texts,
    startText,
    async add(sheet, tab, validations) {
      closeSheet(sheet, validations);
      const number = written.length + 1;
      await archive.add(`xl/worksheets/sheet${number}.xml`, sheet.text);
      written.push({ sheet, tab, number });
    },
    async end() {
      const inOrder = written.toSorted(
        (a, b) =>
          groups.indexOf(a.tab.group) - groups.indexOf(b.tab.group) || a.tab.order - b.tab.order || a.number - b.number,
      );
      await addPart('xl/styles.xml', formatStyles(lang));
      await addPart('xl/sharedStrings.xml', formatSharedTexts(texts.list()));
      for (const { path, xml } of listParts(inOrder, kind)) await addPart(path, xml);
      await archive.end();
    },
  };
}
