import { ConfigProvider } from 'antd';
import { type ComponentType, createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** A form of an example. */
export type CompanyForm = ComponentType<{ onSave(values: { code: string }): void }>;

/** The colours that Ant Design comes with are too pale for small print. */
const theme = { token: { colorError: '#b3261e', colorWarning: '#7a4f00', colorPrimary: '#0b57d0' } };

export function mountReact(form: CompanyForm, at: Element, onSave: (values: { code: string }) => void): void {
  createRoot(at).render(createElement(ConfigProvider, { theme }, createElement(form, { onSave })));
}
