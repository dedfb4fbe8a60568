import type { FormVerdict } from '../form/verdict.ts';
import { UsccInput } from './uscc-input.ts';

export type { FormLanguage, FormText, Lookup, NoteEffect, RegistryAnswer } from '../form/options.ts';
export type { FormVerdict } from '../form/verdict.ts';
export { type Attachment, type AttachOptions, attach } from './attach.ts';
export { useRegions } from './regions.ts';
export { UsccInput } from './uscc-input.ts';

declare global {
  interface HTMLElementTagNameMap {
    'uscc-input': UsccInput;
  }

  interface HTMLElementEventMap {
    'uscc-verdict': CustomEvent<FormVerdict>;
  }
}

// Loading this module defines the element: package.json lists it under `sideEffects`.
if (typeof customElements !== 'undefined' && customElements.get('uscc-input') === undefined) {
  customElements.define('uscc-input', UsccInput);
}
