import type { Damage, DamageKind, Subject } from './subject.ts';

/** A code that a spreadsheet took for a number and wrote in scientific notation. */
const write =
  (decimals: number, point: string, exponent: string): Damage =>
  (subject) => {
    const digits = numberOf(subject);
    return `${digits.charAt(0)}${decimals > 0 ? point : ''}${digits.slice(1, 1 + decimals)}${exponent}`;
  };

export const spreadsheetNotation: DamageKind = {
  kind: 'spreadsheet-notation',
  ways: [
    write(5, '.', 'E+17'),
    write(2, '.', 'E+17'),
    write(14, '.', 'E+17'),
    write(5, '.', 'e+17'),
    write(5, '.', 'E17'),
    write(4, ',', 'E+17'),
    write(0, '', 'E+17'),
  ],
};

/** 18 digits: the code itself, or its region and the serial number when it has letters. */
function numberOf({ code, serial }: Subject): string {
  return /^\d+$/.test(code) ? code : `91${code.slice(2, 8)}${serial}00`;
}
