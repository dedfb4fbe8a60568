import { usccSchema } from 'uscc-toolkit/form';
import * as v from 'valibot';

const uscc = usccSchema()['~standard'];

export const company = v.object({
  name: v.string(),
  code: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = uscc.validate(dataset.value);
      if (result.issues === undefined) return result.value;
      for (const { message } of result.issues) addIssue({ message });
      return NEVER;
    }),
  ),
});
