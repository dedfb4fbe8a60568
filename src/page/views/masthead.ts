import { pageMessagesFor } from '../../messages/page/index.ts';
import type { Language } from '../../messages/voice.ts';
import { make, makeButton } from '../make.ts';
import { type PageState, TABS } from '../state.ts';

/** Title, tabs and the other language. */
export function renderMasthead(
  { lang, tab, registry }: PageState,
  setLanguage: (lang: Language) => void,
  setTab: (tab: PageState['tab']) => void,
): HTMLElement {
  const words = pageMessagesFor(lang);
  // With a registry there is but one, which needs no tab.
  const tabs = (registry === null ? TABS : []).map((name, index) => {
    const isChosen = name === tab;
    const button = makeButton(words.tabs[name], () => setTab(name), {
      role: 'tab',
      id: `tab-${name}`,
      'aria-selected': String(isChosen),
      'aria-controls': 'panel',
      tabindex: isChosen ? '0' : '-1',
    });
    button.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      const step = key === 'ArrowRight' ? 1 : TABS.length - 1;
      setTab(TABS[(index + step) % TABS.length] ?? 'files');
      document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    });
    return button;
  });
  return make(
    'header',
    { class: 'masthead' },
    make(
      'div',
      { class: 'masthead-inner' },
      make('div', { class: 'titles' }, make('h1', {}, words.title), make('p', { class: 'subtitle' }, words.subtitle)),
      makeButton(words.otherLanguage, () => setLanguage(lang === 'zh' ? 'en' : 'zh'), {
        class: 'language',
        lang: lang === 'zh' ? 'en' : 'zh-CN',
      }),
      registry === null ? make('div', { role: 'tablist', class: 'tabs', 'aria-label': words.title }, ...tabs) : null,
    ),
  );
}
