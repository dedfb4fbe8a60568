import type { DefineComponent } from 'vue';
import type { FormVerdict } from '../form/verdict.ts';
import type { FieldOptions } from './field.ts';

/** What `<uscc-input>` takes in templates of Vue 3. */
export interface UsccInputProps extends FieldOptions {
  name?: string;
  value?: string;
  modelValue?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  placeholder?: string;
  label?: string;
  legacy?: boolean;
  onInput?: (event: Event) => void;
  onChange?: (event: Event) => void;
  onUsccVerdict?: (event: CustomEvent<FormVerdict>) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'uscc-input': DefineComponent<UsccInputProps>;
  }
}
