import { generate, normalize, repair, type Verdict, validate } from 'uscc-toolkit';
import {
  antDesignRules,
  checkCode,
  checkRegistered,
  createChecker,
  elementPlusRules,
  type FormVerdict,
  type Lookup,
  usccRule,
  usccSchema,
} from 'uscc-toolkit/form';
import { registryLookup } from 'uscc-toolkit/lookup';
import { regions } from 'uscc-toolkit/regions';

const lookup: Lookup = registryLookup('/registry/');
const verdict: Verdict = validate('91350100M000100Y43', { regions });
const now: true | string = usccRule()('91350100M000100Y43');
const later: Promise<true | string> = usccRule({ lookup })('91350100M000100Y43');
const told: Promise<FormVerdict> = checkRegistered('91350100M000100Y43', { lookup });
// @ts-expect-error An effect is one of three.
checkCode('', { notes: { format: 'shout' } });
export const all = [verdict, now, later, told, generate(), normalize(''), checkCode('', { regions, repair })];
export const rules = [createChecker(() => {}), elementPlusRules(), antDesignRules(), usccSchema()];
