import { expect, test } from 'vitest';
import { readDump } from '../../src/tables/sql/insert-rows.ts';
import { checkAll, useFolder } from '../node/check.ts';

const folder = useFolder();
const dump = `--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE TABLE public.corp (
    id integer NOT NULL,
    uscc character varying(18),
    name text
);

COPY public.corp FROM stdin;
1\t91110000600037341L\tJohn's \\\\ Co\\tA\\101\\x41
2\t91350100M000100Y43\t\\N
\\.


COPY public."Other" (id, v) FROM stdin;
1\tit's
\\.

INSERT INTO public.corp VALUES (3, '91110000600037341L', 'It''s');
`;

test('rows that PostgreSQL copies in', () => {
  expect(readDump(dump.replaceAll('\n', '\r\n'))).toEqual(readDump(dump));
  expect(readDump(dump)).toEqual([
    {
      name: 'corp',
      columns: ['id', 'uscc', 'name'],
      rows: [
        ['1', '91110000600037341L', "John's \\ Co\tAAA"],
        ['2', '91350100M000100Y43', ''],
        ['3', '91110000600037341L', "It's"],
      ],
    },
    { name: 'Other', columns: ['id', 'v'], rows: [['1', "it's"]] },
  ]);
});

test('a dump under another name; one that is cut', async () => {
  const { report } = await checkAll([folder.write('corp.txt', Buffer.from(dump))]);
  expect([report.records, report.counts.conforming, report.duplicates.codes]).toEqual([3, 3, 1]);
  const cut = dump.slice(0, dump.indexOf('\\N'));
  expect(readDump(cut)[0]?.rows).toHaveLength(2);
});
