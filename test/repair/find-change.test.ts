import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet } from '../../src/code/standard/alphabet.ts';
import { generate, repair, validate } from '../../src/index.ts';
import { explain } from '../../src/messages/verdict/index.ts';
import { findChange } from '../../src/repair/find-change.ts';

const code = '91350100M000100Y43';
const swapped = '91350010M000100Y43';

describe('what leads', () => {
  it('is a swap, with both positions and the code', () => {
    const [issue] = validate(swapped).issues;
    if (issue === undefined) throw new Error('conforms');
    expect(findChange(issue, swapped, code)).toEqual({ kind: 'swap', positions: [6, 7], suggestion: code });
    expect(explain(issue, swapped, 'zh', code)).toMatch(`第 6、7 位多半颠倒：应为 ${code}。`);
    expect(explain(issue, swapped, 'en', code)).toMatch(
      `Positions 6 and 7 are probably swapped: it should be ${code}.`,
    );
  });

  it('is nothing where the check character itself is suggested, or nothing is', () => {
    const wrong = `${code.slice(0, 17)}4`;
    const [issue] = validate(wrong).issues;
    if (issue === undefined) throw new Error('conforms');
    expect(findChange(issue, wrong, code)).toBeNull();
    expect(explain(issue, wrong, 'zh', code)).toBe(explain(issue, wrong, 'zh'));
    expect(findChange(issue, wrong, null)).toBeNull();
  });

  it('is neither a position nor a check character where a spreadsheet has lost the last digits', () => {
    const rounded = '914403001922038000';
    const [issue] = validate(rounded).issues;
    if (issue === undefined) throw new Error('conforms');
    const suggestions = repair(rounded).map(({ value }) => value);
    expect(suggestions.length).toBeGreaterThan(1);
    for (const suggestion of [undefined, ...suggestions.filter((value) => value.startsWith(rounded.slice(0, 14)))]) {
      expect(explain(issue, rounded, 'zh', suggestion)).toBe(
        '末几位像是被电子表格或程序当作数字处理过，原来的数字已经丢失，请从原系统重新导出。',
      );
      expect(explain(issue, rounded, 'en', suggestion)).not.toMatch(/[Pp]osition/);
    }
  });

  it('never stands beside the check character that the first 17 call for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(16), fc.nat(29), (seed, index, step) => {
        const right = generate({ seed });
        const at = alphabet.indexOf(right.charAt(index));
        const wrong = right.slice(0, index) + alphabet.charAt((at + 1 + step) % 31) + right.slice(index + 1);
        const [issue] = validate(wrong).issues;
        const [best] = repair(wrong);
        const isLost = issue?.diagnosis === 'spreadsheet-rounding';
        if (
          issue?.code !== 'check-digit' ||
          isLost ||
          best === undefined ||
          best.value.slice(0, 17) === wrong.slice(0, 17)
        )
          return;
        const text = explain(issue, wrong, 'zh', best.value);
        expect(text).toContain(best.value);
        expect(text).not.toContain('按前 17 位算');
      }),
    );
  });
});
