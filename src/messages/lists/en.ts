/** Columns of the lists in `lists.xlsx`. */
export type ListColumnName =
  | 'number'
  | 'group'
  | 'kind'
  | 'file'
  | 'sheet'
  | 'line'
  | 'row'
  | 'partition'
  | 'issue'
  | 'code'
  | 'normalized'
  | 'explanation'
  | 'suggestion'
  | 'authority'
  | 'region'
  | 'name'
  | 'unit'
  | 'confidence';

/** The text of `lists.xlsx`. */
export const en = {
  sheets: { findings: 'Findings', duplicates: 'Duplicates', suspects: 'Suspects' },
  columns: {
    number: 'No.',
    group: 'Group',
    kind: 'Kind',
    file: 'File',
    sheet: 'Sheet',
    line: 'Row',
    row: 'Record',
    partition: 'Partition',
    issue: 'Issue',
    code: 'Unified social credit code',
    normalized: 'Normalized',
    explanation: 'Explanation',
    suggestion: 'Suggested code',
    authority: 'Authority',
    region: 'Region',
    name: 'Name',
    unit: 'Unit responsible',
    confidence: 'Confidence',
  },
  kinds: { conflicting: 'one code, several names', repeated: 'repeated record' },
  unknownKind: 'duplicate',
};
