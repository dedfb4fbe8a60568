import fc from 'fast-check';
import { checkCharacter, organizationCheckCharacter } from '../../src/index.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code that conforms, of few enough bodies that duplicates occur. */
export const rightCode = fc
  .tuple(
    fc.constantFrom('91', '92', '11', '52', 'N2', 'Y1', '99', 'L1', '37'),
    fc.constantFrom('110101', '370902', '350211', '100000', '999999', '110103'),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([pair, region, a, b]) => {
    const body = `MA000${alphabet.charAt(a)}0${alphabet.charAt(b)}`;
    const first17 = pair + region + body + organizationCheckCharacter(body);
    return first17.includes('I') ? '91350100M000100Y43' : first17 + checkCharacter(first17);
  });

const damagedCode = fc
  .tuple(rightCode, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...'0123456789ABCXYIOSVZ'))
  .map(([code, at, character]) => code.slice(0, at) + character + code.slice(at + 1));

const otherCell = fc.constantFrom(
  '',
  '无',
  'N/A',
  '—',
  '0000000000000',
  '00000000X',
  '9.11E+17',
  '370902197001011235',
  '11010519491231002X',
  '913502110000000000',
  '91350211M0000XUF46',
  '91350100M0001TGQXM',
  '440301103097413',
  '440301103097414',
  '3709020000001',
  '370000NA000001X',
  '110101MA0001234',
  '110105802100433',
  '802100433',
  '80210043-3',
  'MA0000005',
  '企独粤深总字第300001号',
  'A123456789012',
  '1234567E8',
  '911101010000000',
  '9135 0100 M000 100Y 43',
  '９１３５０１００Ｍ０００１００Ｙ４３',
  '91350100m000100y43',
  "'91350100M000100Y43",
  '="91350100M000100Y43"',
  '91350100-M000100Y4-3',
  '(91350100M000100Y43)',
  '91350100M000100Y43\t',
  '91350100M000100Y43.',
  '９１３５０１００Ｍ０００１００Ｙ４３。',
  '（91350100M000100Y43）',
  '（91350100M000100Y43）。',
  '(91350100M000100Y43',
  '()',
  '91350100M000100Y43)',
  '((91350100M000100Y43))',
  '(91350100)M000100Y43',
  '91350100M000100Y43\u3000',
  '91350100\u200bM000100Y43',
  '\ufeff91350100M000100Y43',
  '91350100M000100Y43\u00a0',
  '91350100M000100Y43\u00a1',
  '＂91350100M000100Y43＂',
  '＝＂91350100M000100Y43＂',
  '91350100Ｍ000100Y43\u0301',
  '91350100M000100Y43｡',
  '。91350100M000100Y43',
  '91350100－M000100Y43',
  '370000NE000001X',
  '37000ANA000001X',
  'E123456789012',
  'A123456789012345',
  'A1234567890123456',
  '(A)123456789012',
  '4403010a3097413',
  'x,y',
  'a"b',
);

const cell = fc.oneof(
  { weight: 6, arbitrary: rightCode },
  { weight: 2, arbitrary: damagedCode },
  { weight: 3, arbitrary: otherCell },
);
const name = fc.constantFrom(
  '甲公司',
  '乙公司',
  '甲 公司',
  '甲公司（北京）',
  '甲公司(北京)',
  'abc',
  'ＡＢＣ',
  '',
  '',
  'é',
  '𠮷',
  '上海"好又多"超市',
  '多\n行',
);
const unit = fc.constantFrom(
  '甲局',
  '甲局',
  '乙局',
  '甲 局',
  '甲局\u3000',
  'Ａ局',
  'a局',
  '',
  '',
  '?',
  '市场监督管理局（北京市东城区分局）',
  '多\n局',
  '丙"局"',
  '丁,局',
  '11010519491231002X',
);
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');

/** How a cell is written: quoted when it must be, or by chance. */
function write(value: string, isQuoted: boolean, delimiter: string): string {
  return isQuoted || /[",\r\n;\t|]/.test(value) || value.includes(delimiter)
    ? `"${value.replaceAll('"', '""')}"`
    : value;
}

/** A registry export as text, with a header. Most of its records have a unit. */
export const registryExport = fc
  .tuple(
    fc.constantFrom(',', '\t', ';'),
    fc.array(fc.tuple(cell, name, fc.boolean(), fc.boolean(), lineBreak, fc.integer({ min: 0, max: 20 }), unit), {
      minLength: 1,
      maxLength: 30,
    }),
  )
  .map(([delimiter, rows]) => {
    const body = rows.map(([code, entity, quoteCode, quoteName, end, oddity, body]) => {
      const cells = [
        write(entity, quoteName, delimiter),
        write(code, quoteCode, delimiter),
        '2020-01-01',
        write(body, quoteName, delimiter),
      ];
      if (oddity === 0) cells.pop();
      if (oddity === 1) return cells.map(() => '').join(delimiter) + end;
      if (oddity === 2) return end + cells.join(delimiter) + end;
      return cells.join(delimiter) + end;
    });
    return `企业名称${delimiter}统一社会信用代码${delimiter}成立日期${delimiter}登记机关\n${body.join('')}91350100M000100Y43\n`;
  });
