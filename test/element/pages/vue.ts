import { attach, type FormVerdict } from 'uscc-toolkit/element';
import { createApp, onMounted, ref } from 'vue';
import AttachedForm from './attached.vue';
import ElementForm from './element.vue';
import { hold, save } from './held.ts';

/** What both forms have in common. */
export function useCode(kind: string) {
  const code = ref('');
  const verdict = ref<FormVerdict | null>(null);
  const field = ref<HTMLInputElement | null>(null);
  onMounted(() => {
    if (kind !== 'element' && field.value !== null) {
      attach(field.value, { group: kind !== 'ungrouped', onVerdict: (told) => (verdict.value = told) });
    }
  });
  return { code, verdict, field, hold, save: () => save(code.value.replace(/ /g, '')) };
}

export function mountVue(app: Element, kind: string): void {
  const form = createApp(kind === 'element' || kind === 'bound' ? ElementForm : AttachedForm, { kind });
  form.config.compilerOptions.isCustomElement = (tag) => tag === 'uscc-input';
  form.mount(app);
}
