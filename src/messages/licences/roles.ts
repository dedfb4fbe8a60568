/** What a column of a table of licences or penalties holds. */
export type LicenceRole =
  | 'name'
  | 'category'
  | 'code'
  | 'registration'
  | 'organization'
  | 'tax'
  | 'institution'
  | 'association'
  | 'identity'
  | 'representative-identity'
  | 'decision'
  | 'body'
  | 'body-code'
  | 'source'
  | 'source-code';

/** Roles as texts name them. */
export const licenceRoles: Record<'zh' | 'en', Record<LicenceRole, string>> = {
  zh: {
    name: '行政相对人名称',
    category: '行政相对人类别',
    code: '行政相对人代码',
    registration: '工商注册号',
    organization: '组织机构代码',
    tax: '税务登记号',
    institution: '事业单位证书号',
    association: '社会组织登记证号',
    identity: '证件号码',
    'representative-identity': '法定代表人证件号码',
    decision: '决定书文号',
    body: '许可/处罚机关',
    'body-code': '许可/处罚机关代码',
    source: '数据来源单位',
    'source-code': '数据来源单位代码',
  },
  en: {
    name: 'name of the person concerned',
    category: 'category of the person concerned',
    code: 'code of the person concerned',
    registration: 'registration number',
    organization: 'organization code',
    tax: 'tax number',
    institution: 'certificate number of a public institution',
    association: 'registration number of a social organization',
    identity: 'number of an identity document',
    'representative-identity': "number of the representative's identity document",
    decision: 'decision number',
    body: 'body that licensed or punished',
    'body-code': 'code of the body that licensed or punished',
    source: 'body that delivered the data',
    'source-code': 'code of the body that delivered the data',
  },
};
