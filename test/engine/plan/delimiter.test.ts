import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { createPlatform, inputOf } from '../platform.ts';

const codes = ['91110000600037341L', '9144030071526726XG', '91110000710926094P'];

async function conforming(text: string): Promise<number> {
  const { counts, records } = await check([inputOf(text)], {}, createPlatform());
  expect(records).toBe(counts.conforming);
  return counts.conforming;
}

const short = [',', ';', '\t', '|', '^', '~', '#', '@', '!', '\x01', '\x1f'];
describe('one byte', () => {
  test.each(short)('%j', async (delimiter) => {
    const lines = codes.map((code, index) => [index, '甲公司', code].join(delimiter));
    const head = ['id', '企业名称', '统一社会信用代码'].join(delimiter);
    expect(await conforming([head, ...lines].join('\n'))).toBe(3);
    expect(await conforming(['某市企业名单', head, ...lines].join('\n'))).toBe(3);
    expect(
      await conforming([head.replace(/企.*称/, 'entname').replace(/统.*码/, 'uniscid'), ...lines].join('\n')),
    ).toBe(3);
  });
});

describe('a line of codes alone', () => {
  test.each(['统一社会信用代码', '统一社会信用代码（18位）', '统一社会信用代码：', '"统一社会信用代码"'])(
    '%s',
    async (head) => {
      expect(await conforming([head, ...codes].join('\n'))).toBe(3);
    },
  );

  test.each([' ', '  ', '/', '、', '-'])('but for what stands around them is refused: %j', async (delimiter) => {
    const text = [`企业名称${delimiter}统一社会信用代码`, ...codes.map((code) => `甲公司${delimiter}${code}`)].join(
      '\n',
    );
    await expect(check([inputOf(text)], {}, createPlatform())).rejects.toMatchObject({
      refusal: { kind: 'one-column' },
    });
  });
});
