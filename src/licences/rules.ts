import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';

/** The person concerned (行政相对人), as the category column calls it; `unknown`: it has another word, none, or there is no such column. */
export type Category = 'organization' | 'individual' | 'person' | 'unknown';

/** Columns that hold codes, each with a rule of its own. */
export type CodeRole =
  | 'code'
  | 'registration'
  | 'organization'
  | 'tax'
  | 'institution'
  | 'association'
  | 'body-code'
  | 'source-code';

/** Whether a column must be filled, may be, or must not be. */
export type Need = 'required' | 'optional' | 'empty';

/** What can be wrong with a record, or worth a look. */
export type LicenceRule =
  | 'missing'
  | 'not-wanted'
  | 'identity-number'
  | 'not-conforming'
  | 'check-fails'
  | 'organization-mismatch'
  | 'tax-mismatch'
  | 'code-mismatch'
  | 'several-codes'
  | 'several-names'
  | 'repeated-decision'
  | 'not-registered'
  | 'other-name'
  | 'category-code'
  | 'category-unknown'
  | 'body-authority'
  | 'format';

/** An `error` costs compliance, a `note` is only listed, `off` is not looked at. */
export type Severity = 'error' | 'note' | 'off';

/** All that decides whether a record is compliant. `uscc.json` overrules each of its entries, since provinces differ. */
export interface LicenceRules {
  /** Words of the category column, as names are compared. */
  words: Record<string, Category>;
  needs: Record<Category, Record<CodeRole, Need>>;
  severities: Record<LicenceRule, Severity>;
}

/** The columns of codes in the order in which findings of one record stand. */
export const CODE_ROLES = [
  'code',
  'registration',
  'organization',
  'tax',
  'institution',
  'association',
  'body-code',
  'source-code',
] as const satisfies readonly (CodeRole & LicenceRole)[];

/** Categories as the layouts spell them. */
export const CATEGORY_NAMES: Record<Category, string> = {
  organization: '法人及非法人组织',
  individual: '个体工商户',
  person: '自然人',
  unknown: '?',
};

const ofBodies = { 'body-code': 'required', 'source-code': 'required' } as const;
const ifGiven = {
  registration: 'optional',
  organization: 'optional',
  tax: 'optional',
  institution: 'optional',
  association: 'optional',
  ...ofBodies,
} as const;

/**
 * The rules where nobody overrules them.
 *
 * Sources: 发改办财金〔2018〕424号 (the layout with categories and six codes of the person concerned, code 1 required of all but natural
 * persons); 发改办财金〔2021〕 standards of licences and penalties (documents of representatives); Pingyin 2022 (误填、错填、漏填, 0.1 points a
 * record); Tai'an 2023 and Chengwu 2022 (合规率 100%). GB 32100 and GB 11714 for the codes themselves.
 */
export const LICENCE_RULES: LicenceRules = {
  words: {
    法人及非法人组织: 'organization',
    法人和非法人组织: 'organization',
    法人或非法人组织: 'organization',
    法人及其他组织: 'organization',
    法人和其他组织: 'organization',
    法人: 'organization',
    非法人组织: 'organization',
    个体工商户: 'individual',
    个体: 'individual',
    自然人: 'person',
  },
  needs: {
    organization: { code: 'required', ...ifGiven },
    individual: { code: 'required', ...ifGiven },
    person: { code: 'empty', ...ifGiven },
    unknown: { code: 'optional', ...ifGiven },
  },
  severities: {
    missing: 'error',
    'not-wanted': 'error',
    'identity-number': 'error',
    'not-conforming': 'error',
    'check-fails': 'error',
    'organization-mismatch': 'error',
    'tax-mismatch': 'error',
    'code-mismatch': 'error',
    'several-codes': 'error',
    'several-names': 'error',
    'repeated-decision': 'error',
    'not-registered': 'error',
    'other-name': 'error',
    'category-code': 'note',
    'category-unknown': 'note',
    'body-authority': 'note',
    format: 'note',
  },
};
