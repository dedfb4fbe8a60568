export type { Issue, IssueCode, NoteCode, RegionFacts, Repair } from '../code/verdict.ts';
export { checkCode } from './check-code.ts';
export { checkTyping } from './check-typing.ts';
export type { JsonSchemaOptions } from './json-schema.ts';
export type { FormLanguage, FormOptions, NoteEffect } from './options.ts';
export {
  type AntDesignRule,
  type AsyncRule,
  antDesignRules,
  type ElementPlusRule,
  elementPlusRules,
  type UsccRule,
  usccRule,
  usccTypingRule,
} from './rules.ts';
export { type SchemaIssue, type SchemaResult, type UsccSchema, usccSchema } from './standard-schema.ts';
export type { FormState, FormVerdict } from './verdict.ts';
