import { type Component, createApp, h } from 'vue';

export function mountVue(form: Component, at: Element, onSave: (values: { code: string }) => void): void {
  createApp({ render: () => h(form, { onSave }) }).mount(at);
}
