import { uscc, usccAsync } from 'uscc-toolkit/valibot';
import * as v from 'valibot';

export const code: string = v.parse(v.object({ code: v.pipe(v.string(), uscc()) }), {}).code;
export const later = v.objectAsync({ code: v.pipeAsync(v.string(), usccAsync({ lookup: async () => null })) });
