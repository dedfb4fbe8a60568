import { createElement, StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { attach, type FormVerdict, type UsccInput } from 'uscc-toolkit/element';
import { hold, save } from './held.ts';

/** A controlled field whose verdict is state too. */
function CompanyForm({ kind }: { kind: string }) {
  const [code, setCode] = useState('');
  const [verdict, setVerdict] = useState<FormVerdict | null>(null);
  const field = useRef<HTMLInputElement & UsccInput>(null);
  hold(code, verdict);
  useEffect(() => {
    if (kind === 'element' || field.current === null) return;
    const attached = attach(field.current, { group: kind !== 'ungrouped', onVerdict: setVerdict });
    return () => attached.detach();
  }, [kind]);
  const typed = (event: { target: EventTarget }) => {
    const { value } = event.target as HTMLInputElement;
    setCode(kind === 'normalizing' ? value.replace(/ /g, '') : value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(code.replace(/ /g, ''));
      }}
      onReset={() => setCode('')}
    >
      <label htmlFor="code">代码</label>
      {kind === 'element' ? (
        createElement('uscc-input', {
          id: 'code',
          ref: field,
          value: code,
          onInput: typed,
          'onuscc-verdict': (event: CustomEvent<FormVerdict>) => setVerdict(event.detail),
        })
      ) : (
        <input id="code" ref={field} value={code} onChange={typed} maxLength={18} />
      )}
      <p>{verdict?.message}</p>
      <button id="save" type="submit">
        保存
      </button>
      <button id="reset" type="reset">
        重填
      </button>
    </form>
  );
}

export function mountReact(app: Element, kind: string): void {
  const form = <CompanyForm kind={kind} />;
  createRoot(app).render(kind === 'strict' ? <StrictMode>{form}</StrictMode> : form);
}
