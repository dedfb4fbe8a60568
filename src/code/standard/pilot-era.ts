import { codeLength, organizationValueAt } from './alphabet.ts';
import { isOrganizationCodeAt } from './organization-code.ts';

/**
 * The rule of codes issued in Fujian before GB 32100-2015 took effect: they are lawful and stay in use. Positions 3–4 are
 * `35`, the organization code begins with `M0` and passes GB 11714, and
 *
 *   Σ value36(cᵢ) · 2^(i−1)  for i = 1…17,  plus value36(c₁₈),  ≡ 0  (mod 37)
 *
 * Inferred from public cases; no official text is known.
 *
 * @param code 18 characters of the alphabet
 * @example isPilotEra('91350211M0000XUF46') // true
 */
export function isPilotEra(code: string): boolean {
  if (code.slice(2, 4) !== '35' || code.slice(8, 10) !== 'M0' || !isOrganizationCodeAt(code, 8)) return false;
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < codeLength - 1; index++) {
    sum += organizationValueAt(code, index) * weight;
    weight = (weight * 2) % 37;
  }
  return (sum + organizationValueAt(code, codeLength - 1)) % 37 === 0;
}
