/** The four partitions of records; together they add up to all records. */
export type Partition = 'conforming' | 'erroneous' | 'unconverted' | 'missing';

/** The one reason that decides a cell's partition: a row of the decision table (guide: rates). */
export type IssueCode =
  | 'missing'
  | 'spreadsheet-notation'
  | 'charset'
  | 'identity-number'
  | 'region-format'
  | 'pilot-era'
  | 'check-digit'
  | 'organization-check-digit'
  | 'registration-number'
  | 'taxpayer-number'
  | 'organization-code'
  | 'registration-check-digit'
  | 'length';

/** Worth knowing, never a problem. */
export type NoteCode = 'format' | 'authority-category' | 'region-unlisted' | 'region-abolished';

/** A likely cause found beside the primary reason. */
export type Diagnosis = 'complement' | 'spreadsheet-rounding';

/** One reason, as data. Text for it lives in `src/messages`. */
export interface Issue {
  code: IssueCode;
  /** First wrong character in the normalized value, counted from 1; absent when the whole value is at fault. */
  at?: number;
  /** The character that stands at `at`. */
  actual?: string;
  /** What would have to stand at `at`. */
  expected?: string;
  diagnosis?: Diagnosis;
}

/** The parts of an 18-character code. Positions count from 1. */
export interface Parts {
  /** Position 1, 登记管理部门. `name` is null when GB 32100 lists none. */
  authority: { code: string; name: string | null };
  /** Position 2, 机构类别; its meaning depends on the authority. */
  category: { code: string; name: string | null };
  /** Positions 3–8, 登记管理机关行政区划. `name` and `status` are null without region facts. */
  region: { code: string; name: string | null; status: RegionStatus | null };
  /** Positions 9–17, 主体标识码 (GB 11714). */
  organizationCode: string;
  /** Position 18, 校验码. */
  checkCharacter: string;
}

/** Whether a region code is in use today, was once, or was never listed (`data/regions.csv`, counties and up, 1981–2024). */
export type RegionStatus = 'in-use' | 'abolished' | 'unlisted';

/** What is known of administrative divisions; handed in, so that a form can leave it out. */
export interface RegionFacts {
  status(code: string): RegionStatus;
  /** Full name (`山东省泰安市`), or null when the code was never listed. */
  name(code: string): string | null;
}

/** What one cell turned out to be. Resident ID numbers are masked in `input` and `normalized`. */
export interface Verdict {
  input: string;
  /** The cell freed of everything that is not the code itself, without dashes. */
  normalized: string;
  partition: Partition;
  /** Primary reason first; empty for a plain conforming code. */
  issues: Issue[];
  notes: NoteCode[];
  /** Present when the normalized value has 18 characters of the alphabet. Masked like `normalized`, but for the region. */
  parts: Parts | null;
}

/** What a wrong code probably was, and by which slip. */
export interface Repair {
  /** The suggested code; conforming. */
  value: string;
  /** 0–1, higher is likelier; the scores of one answer add up to at most 1. */
  score: number;
  /** Characters replaced, dropped and added between the normalized input and `value`; a swap counts as one. */
  edits: number;
  reason:
    | 'complement'
    | 'look-alike'
    | 'substitution'
    | 'swap'
    | 'missing-character'
    | 'extra-character'
    | 'spreadsheet-rounding'
    | 'organization-code'
    | 'taxpayer-number';
}
