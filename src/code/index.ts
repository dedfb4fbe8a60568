export { checkCharacter } from './check-character.ts';
export { UsccError, type UsccErrorCode } from './error.ts';
export { type GenerateOptions, generate } from './generate.ts';
export { maskIdentityNumbers } from './mask.ts';
export { normalize } from './normalize.ts';
export { organizationCheckCharacter } from './organization-code.ts';
export { repair } from './repair.ts';
export { isValid, parse, type ValidateOptions, validate } from './validate.ts';
export type * from './verdict.ts';
