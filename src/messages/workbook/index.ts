import { workbookEn } from './en.ts';
import { workbookZh } from './zh.ts';

/** Columns of the lists of problems. */
export type ProblemColumn =
  | 'number'
  | 'file'
  | 'line'
  | 'name'
  | 'code'
  | 'normalized'
  | 'kind'
  | 'description'
  | 'suggestion'
  | 'authority'
  | 'region'
  | 'unit'
  | 'action'
  | 'corrected'
  | 'remark';

/** Columns of the list of suspected duplicates. */
export type SuspectColumn = 'group' | 'kind' | 'confidence' | 'code' | 'name' | 'file' | 'sheet' | 'line' | 'checked';

/** Columns of the tables of groups in the summary. */
export type GroupColumn =
  | 'authority'
  | 'region'
  | 'unit'
  | 'code'
  | 'conversion'
  | 'records'
  | 'conforming'
  | 'erroneous'
  | 'unconverted'
  | 'missing'
  | 'excess'
  | 'problems'
  | 'rate';

/** What stands in a cell's drop-down or question. */
export interface ValidationText {
  title: string;
  prompt: string;
  error: string;
}

/** The text of the Excel workbook; what the report says elsewhere, too, is in `ReportMessages`. */
export interface WorkbookMessages {
  sheets: {
    summary: string;
    problems: string;
    suspects: string;
    index: string;
    others: string;
    noUnit: string;
    noAuthority: string;
  };
  /** Stands at the end of a cell that was too long. */
  cut: string;
  tooLarge: string;

  columns: Record<ProblemColumn, string>;
  suspectColumns: Record<SuspectColumn, string>;
  /** `错码：校验码错误`. */
  kind(partition: string, issue: string): string;
  duplicate(kind: 'conflicting' | 'repeated' | null): string;
  duplicateAdvice(kind: 'conflicting' | 'repeated' | null, group: string): string;

  unitTitle(unit: string): string;
  /** What to fill in, and how. */
  instructions: string;
  /** Position 1 is not always the unit that must act. */
  authorityCaution: string;
  othersCaution(sheets: string): string;
  signature: string;
  action: ValidationText;
  corrected: ValidationText;

  summaryTitle: string;
  groupTitles: { authority: string; region: string; unit: string };
  groupColumns: Record<GroupColumn, string>;
  count: string;
  advice: string;
  codes: string;
  excess: string;
  definition: string;
  numerator: string;
  denominator: string;
  rate: string;
  conclusion: string;
  /** Marks the definition that judges. */
  judges(conclusion: string): string;
  total: string;
  codeTotal: string;
  encoding: string;
  codeColumn: string;
  nameColumn: string;
  causes: string;
  causeColumns: { message: string; count: string; total: string };
  assessments: string;
  assessmentColumns: { title: string; met: string; points: string; away: string; message: string };
  notJudged: string;
  /** Rows of a table that were left out. */
  moreRows(count: string): string;

  indexTitle: string;
  indexRemark: string;
  indexColumns: { number: string; unit: string; authority: string; all: string; duplicates: string; sheets: string };
}

export function workbookMessagesFor(lang: 'zh' | 'en'): WorkbookMessages {
  return lang === 'zh' ? workbookZh : workbookEn;
}
