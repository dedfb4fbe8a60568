import { Ajv } from 'ajv';
import { addUscc } from 'uscc-toolkit/ajv';

export const validate = addUscc(new Ajv()).compile({ properties: { code: { type: 'string', uscc: true } } });
