import { describe, expect, it } from 'vitest';
import { clean, normalize } from '../../src/code/cell/normalize.ts';
import { isValid, parse, type Verdict, validate } from '../../src/index.ts';
import { decideByStandard } from './by-standard.ts';
import { cases } from './cases.ts';

describe('every row of the decision table', () => {
  it.each(cases.map((one) => [one.why, one] as const))('%s', (_, one) => {
    const verdict = validate(one.cell);
    expect(verdict.partition).toBe(one.partition);
    expect(verdict.issues[0] ?? null).toEqual(one.issue);
    expect(verdict.normalized).toBe(one.normalized ?? one.cell);
    expect(verdict.notes).toEqual(one.notes ?? []);
    expect(isValid(one.cell)).toBe(one.partition === 'conforming');
    expect(decideByStandard(clean(one.cell), normalize(one.cell))).toEqual({
      partition: one.partition,
      issue: one.issue?.code ?? null,
    });
  });

  it('has a case for every issue, diagnosis and note', () => {
    const verdicts = cases.map((one) => validate(one.cell));
    const seen = (read: (verdict: Verdict) => (string | undefined)[]) => new Set(verdicts.flatMap(read));
    expect([...seen((verdict) => verdict.issues.map((issue) => issue.code))].sort()).toEqual(
      [
        'missing',
        'spreadsheet-notation',
        'charset',
        'identity-number',
        'region-format',
        'pilot-era',
        'check-digit',
        'organization-check-digit',
        'registration-number',
        'taxpayer-number',
        'organization-code',
        'registration-check-digit',
        'length',
      ].sort(),
    );
    expect(seen((verdict) => verdict.issues.map((issue) => issue.diagnosis))).toContain('complement');
    expect(seen((verdict) => verdict.issues.map((issue) => issue.diagnosis))).toContain('spreadsheet-rounding');
  });
});

describe('a verdict', () => {
  it('is plain data', () => {
    for (const { cell } of cases) {
      const verdict = validate(cell);
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    }
  });

  it('names the parts', () => {
    expect(validate('91350100M000100Y43').parts).toEqual({
      authority: { code: '9', name: '工商（市场监管）' },
      category: { code: '1', name: '企业' },
      region: { code: '350100', name: null, status: null },
      organizationCode: 'M000100Y4',
      checkCharacter: '3',
    });
  });

  it('names an authority whose category is unknown', () => {
    const parts = parse('98350100M000100Y43');
    expect(parts?.authority.name).toBe('工商（市场监管）');
    expect(parts?.category).toEqual({ code: '8', name: null });
    expect(parse('B1350100M000100Y43')?.authority).toEqual({ code: 'B', name: null });
  });

  it('has parts exactly for 18 characters of the alphabet', () => {
    expect(parse('9135-0100 m000100y44')?.checkCharacter).toBe('4');
    expect(parse('91350100M000100Y4')).toBeNull();
    expect(parse('9135O100M000100Y43')).toBeNull();
  });

  it('lists both wrong check characters, that of the whole code first', () => {
    expect(validate('91350100M000100Y54').issues).toEqual([
      { code: 'check-digit', at: 18, actual: '4', expected: '6' },
      { code: 'organization-check-digit', at: 17, actual: '5', expected: '4' },
    ]);
  });

  it('never shows the birth date of an identity number', () => {
    const shown = JSON.stringify(validate('１１０１０５－19491231 002x'));
    expect(shown).not.toMatch(/1231/);
    expect(validate('11010519491231002X').parts).toMatchObject({
      region: { code: '010519' },
      organizationCode: '******002',
      checkCharacter: 'X',
    });
  });

  it('notes regions only when region facts are given', () => {
    const regions = {
      status: (code: string) => (code === '350100' ? ('abolished' as const) : ('unlisted' as const)),
      name: (code: string) => (code === '350100' ? '福建省福州市' : null),
    };
    expect(validate('91350100M000100Y43', { regions }).notes).toEqual(['region-abolished']);
    expect(validate('91350100M000100Y43', { regions }).parts?.region).toEqual({
      code: '350100',
      name: '福建省福州市',
      status: 'abolished',
    });
    expect(validate('9144030071526726XG', { regions }).notes).toEqual(['region-unlisted']);
    expect(validate('9144030071526726Xg', { regions }).notes).toEqual(['format', 'region-unlisted']);
    expect(validate('91350100M000100Y44', { regions }).notes).toEqual(['region-abolished']);
    expect(validate('91350211M0000XUF46', { regions }).notes).toEqual(['region-unlisted']);
    expect(validate('11010519491231002X', { regions }).notes).toEqual([]);
    expect(validate('91A50100M000100Y43', { regions }).notes).toEqual([]);
    expect(validate('无', { regions }).notes).toEqual([]);
  });

  it('refuses what is not a string', () => {
    for (const refuse of [validate, isValid, parse] as ((input: never) => unknown)[]) {
      for (const input of [Number('914403001922038216'), null, undefined, {}]) {
        expect(() => refuse(input as never)).toThrowError(expect.objectContaining({ code: 'usage' }));
      }
    }
  });
});
