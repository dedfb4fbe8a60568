import { useForm } from '@tanstack/react-form';
import { normalize } from 'uscc-toolkit';
import { usccSchema } from 'uscc-toolkit/form';

const uscc = usccSchema();

export function CompanyForm({ onSave }: { onSave(values: { code: string }): void }) {
  const form = useForm({
    defaultValues: { code: '' },
    canSubmitWhenInvalid: true, // else Enter does nothing until the field has been left again
    onSubmit: ({ value }) => onSave({ code: normalize(value.code) }),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      <form.Field name="code" validators={{ onBlur: uscc, onSubmit: uscc }}>
        {(field) => (
          <>
            <label htmlFor="code">统一社会信用代码</label>
            <input
              id="code"
              aria-invalid={!field.state.meta.isValid}
              aria-describedby="code-error"
              value={field.state.value}
              onBlur={field.handleBlur}
              onChange={(event) => field.handleChange(event.target.value)}
            />
            <p id="code-error" role="status" style={{ minHeight: '1.5em' }}>
              {field.state.meta.errors[0]?.message}
            </p>
          </>
        )}
      </form.Field>
      <button type="submit">保存</button>
    </form>
  );
}
