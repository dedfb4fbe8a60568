import { Button, Form, Input } from 'antd';
import { normalize } from 'uscc-toolkit';
import { antDesignRules } from 'uscc-toolkit/form';
import { regions } from 'uscc-toolkit/regions';

const rules = antDesignRules({ regions });

export function CompanyForm({ onSave }: { onSave(values: { code: string }): void }) {
  return (
    <Form layout="vertical" onFinish={({ code }) => onSave({ code: normalize(code) })}>
      <Form.Item
        name="code"
        label="统一社会信用代码"
        rules={rules}
        validateTrigger={['onChange', 'onBlur']}
        validateFirst
      >
        <Input />
      </Form.Item>
      <Button htmlType="submit">保存</Button>
    </Form>
  );
}
