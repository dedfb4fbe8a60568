export type { Issue, IssueCode, NoteCode, RegionFacts, Repair } from '../code/verdict.ts';
export { checkCode } from './check-code.ts';
export { checkRegistered } from './check-registered.ts';
export { checkTyping } from './check-typing.ts';
export { type Checker, createChecker } from './checker.ts';
export type { JsonSchemaOptions } from './json-schema.ts';
export type { FormLanguage, FormOptions, FormText, Lookup, NoteEffect, RegistryAnswer } from './options.ts';
export { readPasted } from './read-pasted.ts';
export {
  type AntDesignRule,
  type AsyncRule,
  antDesignRules,
  type ElementPlusRule,
  elementPlusRules,
  type UsccAsyncRule,
  type UsccRule,
  usccRule,
  usccTypingRule,
} from './rules.ts';
export {
  type SchemaIssue,
  type SchemaResult,
  type UsccAsyncSchema,
  type UsccSchema,
  usccSchema,
} from './standard-schema.ts';
export type { FormState, FormVerdict } from './verdict.ts';
