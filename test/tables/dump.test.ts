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
  expect(readDump(dump).tables).toEqual([
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
  expect(readDump(cut).tables[0]?.rows).toHaveLength(2);
});

const [one, two] = ['91110000600037341L', '91350100M000100Y43'];

test.each([
  [
    `INSERT ALL\n  INTO t (code, name) VALUES ('${one}','甲')\n  INTO t (code, name) VALUES ('${two}','it''s; INTO')\nSELECT 1 FROM DUAL;`,
  ],
  [
    `INSERT INTO t (code, name)\nSELECT '${one}','甲' FROM dual UNION ALL\nSELECT '${two}','it''s; INTO' FROM sys.dual;`,
  ],
  [`INSERT INTO t (code, name) SELECT N'${one}' AS code, '甲' name UNION SELECT '${two}', 'it''s; INTO'`],
  [`insert into t(code,name) (select '${one}','甲') union all (select '${two}','it''s; INTO');`],
])('rows that are selected one by one, or inserted all at once: %s', (sql) => {
  const table = {
    name: 't',
    columns: ['code', 'name'],
    rows: [
      [one, '甲'],
      [two, "it's; INTO"],
    ],
  };
  expect(readDump(sql)).toEqual({ tables: [table], selectCount: 0 });
});

test('rows that stand in other tables are not there, and that is said', async () => {
  const select = 'INSERT INTO t (code, name) SELECT code, name FROM u WHERE x = 1;\n';
  const whole = `INSERT INTO t (code, name) VALUES ('${one}','甲');\n`;
  expect(readDump(select)).toEqual({ tables: [], selectCount: 1 });
  const { report } = await checkAll([folder.write('some.sql', whole + select + whole)]);
  expect(report.records).toBe(2);
  expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'rows-elsewhere', count: 1 }));
  await expect(checkAll([folder.write('none.sql', select)])).rejects.toMatchObject({ refusal: { kind: 'no-inserts' } });
});
