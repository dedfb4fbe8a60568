import { attach } from 'uscc-toolkit/element';
import { hold, save } from './held.ts';

export function mountPlain(app: Element, kind: string): void {
  const field =
    kind === 'element'
      ? '<uscc-input id="code" name="code"></uscc-input>'
      : '<input id="code" name="code" maxlength="18">';
  app.innerHTML = `<form><label for="code">代码</label> ${field} <button id="save">保存</button><button id="reset" type="reset">重填</button></form>`;
  const form = app.querySelector('form');
  const input = app.querySelector<HTMLInputElement>('#code');
  if (form === null || input === null) return;
  const tell = () => hold(input.value, verdict);
  let verdict: { state: string } | null = null;
  const take = (told: { state: string }) => {
    verdict = told;
    tell();
  };
  if (kind === 'element') input.addEventListener('uscc-verdict', (event) => take(event.detail));
  else attach(input, { group: kind !== 'ungrouped', onVerdict: take });
  input.addEventListener('input', tell);
  form.addEventListener('reset', () => setTimeout(tell));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(String(new FormData(form).get('code')));
  });
}
