import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { attach, type FormVerdict } from 'uscc-toolkit/element';
import { antDesignRules } from 'uscc-toolkit/form';
import { hold, save } from './held.ts';

const rules = antDesignRules();

/** The form of Ant Design, whose input is attached: both say what they think of the code. */
function CompanyForm() {
  const [form] = Form.useForm<{ code: string }>();
  const code = Form.useWatch('code', form) ?? '';
  const [verdict, setVerdict] = useState<FormVerdict | null>(null);
  const field = useRef<InputRef>(null);
  hold(code, verdict);
  useEffect(() => {
    const input = field.current?.input;
    if (!input) return;
    const attached = attach(input, { onVerdict: setVerdict });
    return () => attached.detach();
  }, []);
  return (
    <Form form={form} onFinish={({ code }) => save(code.replace(/ /g, ''))}>
      <Form.Item name="code" label="代码" rules={rules} validateTrigger={['onChange', 'onBlur']} validateFirst>
        <Input ref={field} maxLength={18} />
      </Form.Item>
      <p>{verdict?.message}</p>
      <Button htmlType="submit">保存</Button>
      <Button id="reset" htmlType="reset">
        重填
      </Button>
    </Form>
  );
}

export function mountAntDesign(app: Element): void {
  createRoot(app).render(<CompanyForm />);
}
