/** What is wrong with the value of an option: a flag of the command, or an option of a library call. */
export const en = {
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
  period: (text: string) => `${text} is not a month. Write 2026-11.`,
  date: (text: string) => `${text} is not a day. Write 2026-11-30.`,
  flags: (text: string) => `${text} is not flags. Write 0, 1 or 2, several with commas.`,
};
