/** What is wrong with a file of assessments; stands after the field. */
export const en = {
  notJson: (reason: string) => `not valid JSON (${reason}).`,
  notList: (most: number) => `write {"assessments": [rule, …]} with 1 to ${most} rules.`,
  notRule: 'not a rule; write one like {"name": "county", "target": "0.01%"}.',
  unknownField: (known: string[]) => `there is no such field. There are: ${known.join(', ')}.`,
  notName:
    'every rule has a name: a letter, digit or Chinese character first, then those or . _ -, 64 characters at most.',
  nameTaken: (name: string) => `${name} is the name of another rule. Choose another.`,
  notText: 'write text, or {"zh": "…", "en": "…"}.',
  notPer: 'write "all" (all records together) or "unit" (each unit by itself).',
  notDefinition: (known: string[], isByUnit: boolean) =>
    `${isByUnit ? 'by unit, ' : ''}write one of ${known.join(', ')}.`,
  notTarget: (text: string) => `${text} is not a target between 0 and 100%. Write "0.01%", 0.0001 or 0.`,
  notPoints: 'write {"met": 0.2, "missed": -0.2, "most": 2.4} or {"each": -0.5, "most": 2}.',
  notNumber: 'write points with at most three decimals, such as 0.2 or -0.5.',
  notPositive: 'the most must be above 0.',
};
