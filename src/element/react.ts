import type { HTMLAttributes, Ref } from 'react';
import type { FormVerdict } from '../form/verdict.ts';
import type { FieldOptions } from './field.ts';
import type { UsccInput } from './uscc-input.ts';

/** What `<uscc-input>` takes in JSX, React 19. */
export interface UsccInputProps extends HTMLAttributes<UsccInput>, FieldOptions {
  ref?: Ref<UsccInput>;
  key?: string | number;
  name?: string;
  value?: string;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  placeholder?: string;
  label?: string;
  legacy?: boolean;
  'onuscc-verdict'?: (event: CustomEvent<FormVerdict>) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'uscc-input': UsccInputProps;
    }
  }
}
