import { expect, test } from 'vitest';
import { checkAll, useFolder } from '../node/check.ts';
import { writeZip } from './archives.ts';

const folder = useFolder();

/** What is not read is called by its name. */
test.each([
  [
    'a.docx',
    writeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: '<w/>' },
    ]),
    { kind: 'not-read', format: 'Word (.docx)' },
  ],
  ['a.csv', Buffer.from('{\\rtf1 x}'), { kind: 'not-read', format: 'RTF' }],
  ['a.xls', Buffer.from('%PDF-1.4\n'), { kind: 'not-read', format: 'PDF' }],
  ['a.csv', Buffer.from('fffe0000df7e0000', 'hex'), { kind: 'not-read', format: 'UTF-32' }],
  ['a.db', Buffer.from('SQLite format 3\0'), { kind: 'not-read', format: 'SQLite' }],
  ['a.mdb', Buffer.from('\0\x01\0\0Standard Jet DB\0'), { kind: 'not-read', format: 'Access' }],
  [
    'a.fods',
    Buffer.from('<?xml version="1.0"?>\n<office:document/>'),
    { kind: 'not-read', format: 'OpenDocument (.fods)' },
  ],
  ['a.sql', Buffer.from('SELECT * FROM ent;\n'), { kind: 'no-inserts' }],
])('%s', async (name, bytes, refusal) => {
  await expect(checkAll([folder.write(name, bytes)])).rejects.toMatchObject({ code: 'input', refusal });
});
