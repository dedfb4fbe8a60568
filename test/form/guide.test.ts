import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCode, checkTyping, usccRule, usccSchema } from '../../src/form/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

describe.each(['src/guide/en/forms.md', 'src/guide/zh/forms.md'])('%s', (name) => {
  it('shows every example as the tests run it', () => {
    const shown = new Map<string, string>();
    for (const [, path = '', text = ''] of read(name).matchAll(/<!-- (test\S+) -->\n```\w+\n([\s\S]*?)```/g))
      shown.set(path, text);
    const examples = readdirSync(`${root}test/form/examples`).map((file) => `test/form/examples/${file}`);
    expect([...shown.keys()].sort()).toEqual(examples.sort());
    for (const [path, text] of shown) expect([path, text]).toEqual([path, read(path)]);
  });

  it('says of the library what it does', () => {
    const lines: [string, unknown, unknown][] = [
      [
        "usccSchema()['~standard'].validate('9135-0100 m000100y43'); // { value: '91350100M000100Y43' }",
        usccSchema()['~standard'].validate('9135-0100 m000100y43'),
        { value: '91350100M000100Y43' },
      ],
      [
        "usccRule()('91350100M000100Y44'); // '校验码不符：按前 17 位算，第 18 位应为 3，现为 4，请对照证照核对'",
        usccRule()('91350100M000100Y44'),
        '校验码不符：按前 17 位算，第 18 位应为 3，现为 4，请对照证照核对',
      ],
      ["checkTyping('91350100M0').state; // 'incomplete'", checkTyping('91350100M0').state, 'incomplete'],
      ["checkCode('91350100M0').state; // 'invalid'", checkCode('91350100M0').state, 'invalid'],
      [
        "checkCode('9135O100M000100Y43').suggestions; // ['91350100M000100Y43']",
        checkCode('9135O100M000100Y43').suggestions,
        ['91350100M000100Y43'],
      ],
    ];
    for (const [line, value, told] of lines) {
      expect(read(name)).toContain(line);
      expect(value).toEqual(told);
    }
  });
});
