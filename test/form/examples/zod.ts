import { usccSchema } from 'uscc-toolkit/form';
import { z } from 'zod';

const uscc = usccSchema()['~standard'];

export const company = z.object({
  name: z.string(),
  code: z.string().transform((value, context) => {
    const result = uscc.validate(value);
    if (result.issues === undefined) return result.value;
    for (const { message } of result.issues) context.issues.push({ code: 'custom', message, input: value });
    return z.NEVER;
  }),
});
