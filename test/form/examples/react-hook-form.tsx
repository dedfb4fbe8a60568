import { useForm } from 'react-hook-form';
import { normalize } from 'uscc-toolkit';
import { usccRule } from 'uscc-toolkit/form';

const isCode = usccRule();

export function CompanyForm({ onSave }: { onSave(values: { code: string }): void }) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { code: '' },
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const error = formState.errors.code?.message;
  return (
    <form onSubmit={handleSubmit(onSave)} noValidate>
      <label htmlFor="code">统一社会信用代码</label>
      <input
        id="code"
        aria-invalid={error !== undefined}
        aria-describedby="code-error"
        {...register('code', { setValueAs: normalize, validate: isCode })}
      />
      <p id="code-error" role="status" style={{ minHeight: '1.5em' }}>
        {error}
      </p>
      <button type="submit">保存</button>
    </form>
  );
}
