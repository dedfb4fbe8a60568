/** What is wrong with the value of an option: a flag of the command, or an option of a library call. */
export const en = {
  /** Of a call of the library. */
  noOptions: (name: string) => `${name}: options must be an object.`,
  unknown: (name: string, key: string, nearest: string | null) =>
    `${name} has no option "${key}".${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
  must: (value: string, wanted: string) => `${value} will not do; it must be ${wanted}.`,
  notOneOf: (value: string, choices: readonly string[], nearest: string | null) =>
    `${value} is none of ${choices.join(', ')}.${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
  noFiles: (name: string) =>
    `${name} takes paths, file: URLs, buffers, blobs or streams of bytes: one of them, or a list that is not empty.`,
  wanted: {
    bytes: 'a whole number of bytes, such as 2 ** 30',
    count: 'a whole number from 0',
    seconds: 'a number of seconds',
    boolean: 'true or false',
    text: 'a text',
    texts: 'a list of texts',
    rules: 'a list of assessments',
    object: 'an object of options',
    ruleChanges: 'an object with words, needs and severities, as the guide on licences lists them',
    handler: 'a function',
    signal: 'an AbortSignal',
    columns: 'a list of header names and numbers counted from 1',
    keepRule: 'a rule such as { rule: "last" } or { rule: "newest", column: "核准日期" }',
    choice: 'one of its values',
  },
  ofOption: (name: string, message: string) => `${name}: ${message}`,
  column: (text: string) => `${text} is not a column. Write a header name, or a number counted from 1.`,
  columns: (text: string) =>
    `${text} is not columns. Write header names or numbers counted from 1, several with commas, or auto.`,
  encoding: (text: string) =>
    `${text} is not an encoding we read. Write utf-8, gb18030 (also for GBK), utf-16le, utf-16be or auto.`,
  delimiter: (text: string) =>
    `${text} is not a delimiter. Write one to three characters such as , ; | or ||, or tab, or \\x01.`,
  sheet: (text: string) => `${text} is not a sheet. Write its name, or its number counted from 1.`,
  workers: (text: string) => `${text} is not a whole number from 1 to 256.`,
  count: (text: string) => `${text} is not a whole number to work with. Write 1000, 1_000_000 or 1e6.`,
  memory: (text: string) => `${text} is not an amount of memory. Write 512MiB or 2GiB; 16MiB is the least.`,
  size: (text: string) => `${text} is not a size. Write 10GiB or 500MB.`,
  target: (text: string) => `${text} is not a target between 0 and 100%. Write 0.01%, 0.0001 or 0.`,
  share: (text: string) => `${text} is not a share between 0 and 100%. Write 0.01%, 1% or 0.0001.`,
  keep: (text: string) => `not a rule: ${text}. Write first, last, newest:COLUMN, oldest:COLUMN or most-complete.`,
  port: (text: string) => `${text} is not a port. Write a whole number from 0 to 65535; 0 picks any.`,
  origin: (text: string) =>
    `${text} is not the origin of web pages. Write scheme, host and port, such as https://forms.example:8443; or null.`,
  period: (text: string) => `${text} is not a month. Write 2026-11.`,
  date: (text: string) => `${text} is not a day. Write 2026-11-30.`,
  flags: (text: string) => `${text} is not flags. Write 0, 1 or 2, several with commas.`,
};
