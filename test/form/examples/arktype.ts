import { type } from 'arktype';
import { usccSchema } from 'uscc-toolkit/form';

export const company = type({ name: 'string', code: usccSchema() });
