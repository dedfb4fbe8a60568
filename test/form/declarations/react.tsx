import { useRef, useState } from 'react';
import type { UsccInput } from 'uscc-toolkit/element';
import type {} from 'uscc-toolkit/element/react';

export function CompanyForm() {
  const field = useRef<UsccInput>(null);
  const [code, setCode] = useState('');
  return (
    <uscc-input
      ref={field}
      name="code"
      value={code}
      required
      className="code"
      lookup={async () => null}
      onInput={({ currentTarget }) => setCode(currentTarget.value)}
      onuscc-verdict={({ detail }) => console.log(detail.message?.length)}
    />
  );
}

// @ts-expect-error What is registered is asked with a function.
export const wrong = <uscc-input lookup="/registry/" />;
