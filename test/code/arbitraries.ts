import fc from 'fast-check';
import { checkCharacterByStandard, organizationCheckByStandard } from './by-standard.ts';

export const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const letters = fc.constantFrom(...alphabet);
const digits = fc.constantFrom(...'0123456789');

/** A conforming code; organization codes of digits and letters, authority and category drawn freely. */
export const codes: fc.Arbitrary<string> = fc
  .tuple(
    fc.string({ unit: letters, minLength: 2, maxLength: 2 }),
    fc.string({ unit: digits, minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.oneof(digits, letters), minLength: 8, maxLength: 8 }),
  )
  .map(([head, region, body]) => {
    const first17 = head + region + body + organizationCheckByStandard(body);
    return first17 + checkCharacterByStandard(first17);
  })
  .filter((code) => !/^0+$/.test(code));

/** Cells of every kind: codes, damaged ones, identifiers of other kinds, wrapped in all that exports wrap around them. */
export const cells: fc.Arbitrary<string> = fc.oneof(
  dressed(fc.oneof(codes, damaged())),
  dressed(fc.string({ unit: fc.constantFrom(...'0123456789ABCEIMNOSVXZabx年.-–−─—E+/'), maxLength: 20 })),
  dressed(fc.string({ unit: digits, minLength: 9, maxLength: 19 })),
  dressed(identityNumbers()),
  dressed(mistypedIdentityNumbers()),
  fc.string({ unit: 'binary', maxLength: 24 }),
  dressed(
    fc.constantFrom(
      '无',
      'null',
      'N/A',
      '--',
      '***',
      '0.00X',
      '000000000000000000',
      '企独粤总字第0001号',
      '(A)1234567890123',
    ),
  ),
);

/** ID numbers with another digit somewhere. */
export function mistypedIdentityNumbers(): fc.Arbitrary<string> {
  return fc
    .tuple(identityNumbers(), fc.constantFrom('11', '12', '31', '37', '44', '51', '53', '82'), fc.nat(17), digits)
    .map(([number, province, at, digit]) => {
      const whole = province + number.slice(2);
      return whole.slice(0, at) + digit + whole.slice(at + 1);
    });
}

export function identityNumbers(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.string({ unit: digits, minLength: 6, maxLength: 6 }),
      fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      fc.string({ unit: digits, minLength: 3, maxLength: 3 }),
    )
    .map(([region, date, order]) => {
      const first17 = region + date.toISOString().slice(0, 10).replaceAll('-', '') + order;
      const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
      const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
      return first17 + '10X98765432'.charAt(sum % 11);
    });
}

function damaged(): fc.Arbitrary<string> {
  return fc
    .tuple(codes, fc.nat(18), fc.constantFrom('', '0', 'O', 'I', 'A', '年', '?', '12'))
    .map(([code, at, instead]) => {
      return code.slice(0, at) + instead + code.slice(at + 1);
    });
}

function dressed(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const around = fc.constantFrom(
    '%',
    '%',
    '%',
    ' %',
    '\t%',
    "'%",
    '="%"',
    '"%"',
    '“%”',
    '(%)',
    '（%）',
    '【%】',
    '((%))',
    '%。',
    '%,',
    '%:;',
    '\ufeff%',
    '(%)(1)',
  );
  const change = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toLowerCase(),
    (text: string) => `${text.slice(0, 6)}-${text.slice(6)}`,
    (text: string) => `${text.slice(0, 4)} ${text.slice(4)}`,
    (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  );
  return fc.tuple(inner, around, change).map(([text, frame, apply]) => frame.replace('%', () => apply(text)));
}
