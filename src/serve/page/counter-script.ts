/** What the counter page does; `texts` stands before it. Plain text only is put on the page. */
export const counterScript = `
const code = document.getElementById('code');
const answer = document.getElementById('answer');
const access = document.getElementById('access');
const token = document.getElementById('token');
const toggle = document.getElementById('language');
let lang = /^zh/i.test(navigator.language) ? 'zh' : 'en';
let shown = null;
let asking = null;

function say() {
  const text = texts[lang];
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = text.title;
  document.querySelector('h1').textContent = text.title;
  document.querySelector('label[for=code]').textContent = text.label;
  document.querySelector('label[for=token]').textContent = text.token;
  document.getElementById('hint').textContent = text.hint;
  toggle.textContent = lang === 'zh' ? 'English' : '中文';
  if (shown !== null) show(shown);
}

function add(parent, name, text, kind) {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  parent.append(element);
  return element;
}

function show(result) {
  shown = result;
  const text = texts[lang];
  answer.replaceChildren();
  if (result.error) {
    add(answer, 'p', result.error[lang], 'name bad');
    return;
  }
  const isRight = result.partition === 'conforming';
  const state = isRight && result.registered ? text.registered : isRight ? text.conforming + ' · ' + text.free : text[result.partition];
  add(answer, 'p', state, 'verdict ' + (isRight ? 'good' : 'bad'));
  if (result.name) add(answer, 'p', result.name, 'name');
  if (!isRight) add(answer, 'p', result.text[lang]);
  const facts = add(answer, 'dl', '');
  const fact = (name, value) => { if (value) { add(facts, 'dt', name); add(facts, 'dd', value); } };
  fact(text.label, result.normalized);
  // Of a resident ID number they say nothing.
  const parts = result.issues[0] && result.issues[0].code === 'identity-number' ? null : result.parts;
  if (parts && lang === 'zh') {
    const { authority, category, region } = parts;
    fact('登记管理部门', authority.name);
    fact('机构类别', category.name);
    fact('行政区划', region.name);
  } else if (parts) fact('Region', parts.region.code);
  const taken = result.registry.organization;
  if (taken && taken.taken) for (const one of taken.entities) fact(text.organizationTaken, one.code + ' ' + one.name);
  for (const { number, status } of result.ledger || []) fact(text.ledger, number + ' ' + text.statuses[status]);
  for (const { value, entities } of result.registry.repairs) fact(text.maybe, value + ' ' + (entities[0] ? entities[0].name : ''));
}

async function ask() {
  const value = code.value.trim();
  if (asking) asking.abort();
  if (value === '') { shown = null; answer.replaceChildren(); return; }
  asking = new AbortController();
  const headers = { 'content-type': 'application/json' };
  if (token.value !== '') headers.authorization = 'Bearer ' + token.value;
  try {
    const body = JSON.stringify({ codes: [value] });
    const response = await fetch('v1/codes', { method: 'POST', headers, body, signal: asking.signal });
    const result = await response.json();
    if (response.status === 401) { access.hidden = false; token.focus(); }
    show(response.ok ? result.answers[0] : { error: result.error.text });
    if (response.ok) code.select();
  } catch (error) {
    if (error.name !== 'AbortError') show({ error: { zh: texts.zh.failed, en: texts.en.failed } });
  }
}

document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
for (const field of [code, token]) {
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); ask(); } });
}
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  code.value = '';
  code.focus();
  ask();
});
toggle.addEventListener('click', () => { lang = lang === 'zh' ? 'en' : 'zh'; say(); });
say();
`;
