import type { en } from './en.ts';
import type { EvidenceFacts, ServedEntity } from './facts.ts';

const likeness: Record<string, string> = {
  brackets: '只差括号',
  form: '只差“有限公司”与“有限责任公司”',
  place: '只差前面的地名',
  'similar-character': '差一个容易写错的字',
};

const fields: Record<string, string> = {
  code: '代码',
  organizationCode: '主体标识码',
  registrationNumber: '原证号',
  name: '名称（同一区划）',
};

function list(entities: readonly ServedEntity[]): string {
  return entities.map(({ code, name }) => (name === '' ? code : `${code} ${name}`)).join('；');
}

export const zh: typeof en = {
  conforming: '代码合规。',
  outcomes: {
    ok: '没有发现不能赋码的情况。',
    suspected: '疑似已有代码的主体。请先核实下列情况，再决定是否赋码。',
    duplicate: '会造成重复赋码或一码多赋，请勿赋码。',
    invalid: '代码有误，或不属于该申请人，请勿赋码。',
  },
  evidence: {
    'code-not-conforming': ({ actual }: EvidenceFacts) => `${actual} 不符合 GB 32100 或 GB 11714。`,
    'organization-code-not-conforming': ({ actual }) => `主体标识码 ${actual} 不符合 GB 11714。`,
    'organization-code-differs': ({ expected, actual }) => `第 9–17 位是 ${actual}，而填写的主体标识码是 ${expected}。`,
    'positions-differ': ({ expected, actual }) =>
      `第 1–8 位是 ${actual}，按申请人的登记管理部门、机构类别和区划应为 ${expected}。`,
    'outside-block': () => '主体标识码不在本单位领取的码段内。',
    'code-registered': ({ entities }) => `代码已经登记：${list(entities)}。`,
    'organization-code-taken': ({ entities }) => `主体标识码已被占用：${list(entities)}。`,
    'registration-number-converted': ({ entities }) => `该原证号的主体已有代码：${list(entities)}。`,
    'application-pending': ({ field }) =>
      `另一份${fields[field ?? ''] ?? ''}相同的申请刚刚得到“可以赋码”的答复，或已经确认。`,
    'same-name': ({ entities }) => `同一区划已有同名主体：${list(entities)}。`,
    'similar-name': ({ entities, likeness: kinds = [] }) =>
      `同一区划有名称极易混淆的主体：${entities.map((entity, at) => `${list([entity])}（${likeness[kinds[at] ?? ''] ?? ''}）`).join('；')}。`,
    'similar-name-pending': ({ likeness: [kind = ''] = [] }) =>
      `同一区划另有一份名称极易混淆的申请（${likeness[kind] ?? ''}）刚刚得到“可以赋码”的答复，或已经确认。`,
    'erroneous-neighbour': ({ entities }) =>
      `登记数据中有一个只差一个字符的错码，可能就是该主体的：${list(entities)}。`,
  },
  errors: {
    'not-found': '没有这个地址。可用的地址见 /openapi.json。',
    'method-not-allowed': '这个地址不接受该请求方法。',
    'bad-code': '不是由代码字符集组成的 18 位字符。其他写法请用 POST /v1/codes。',
    'bad-json': '请求正文不是这里需要的 JSON。',
    'not-json': '请求正文必须是 JSON，并注明 Content-Type: application/json。',
    'too-large': '请求正文过大。',
    'too-many-codes': '一次请求超过 10,000 个代码。',
    'bad-fields': '有的字段缺少，或不合要求。',
    'bad-key': 'Idempotency-Key 应为 1 至 200 个可见字符。',
    'key-reused': '这个 Idempotency-Key 已用于另一个请求。',
    'no-such-application': '没有您名下的这份申请：已到期、已释放，或未曾得到“可以赋码”的答复。',
    unauthorized: '需要有效的令牌：Authorization: Bearer …。',
    forbidden: '该令牌没有这项权限。',
    'wrong-host': '本服务只答复本机的程序，不答复别处的网页（见 --allow-origin）。',
    'too-many-requests': '该令牌的请求过多，请稍后再试。',
    replica: '这是副本，只答复查询。申请请发往主服务。',
    unavailable: '答复未能可靠保存，所以没有给出。请重试；如仍不行，请看服务的日志。',
    'no-index': '索引尚未就绪。',
    internal: '服务出错，原因见服务的日志。',
  },
  page: {
    title: '赋码前查询',
    label: '统一社会信用代码',
    hint: '输入或粘贴代码，按回车查询；按 Esc 清空。',
    token: '令牌',
    registered: '已登记',
    free: '未登记',
    conforming: '合规',
    erroneous: '错码',
    unconverted: '旧证号，未换码',
    missing: '没有代码',
    organizationTaken: '主体标识码已被占用：',
    maybe: '可能是',
    ledger: '台账',
    statuses: { open: '未结', answered: '已答复', exempt: '豁免' },
    failed: '服务没有答复。',
  },
  help: {
    usage: '--registry <文件...> [选项]',
    summary: '通过 HTTP 在赋码之前答复：代码对不对、是否已登记、是否已被占用',
    footer:
      '\n示例：\n  $ uscc serve --registry 2026-11.csv\n  $ uscc serve --registry exports/ --ledger uscc-ledger.db --watch\n  $ uscc serve --registry exports/ --host 0.0.0.0 --tokens tokens.json\n\nhttp://127.0.0.1:8732/ 是窗口人员用的网页，/openapi.json 说明全部接口。\n按 Ctrl-C 结束；收到 SIGHUP 时重新读取登记数据。',
  },
  command: {
    listening: (url, records) => `正在 ${url} 答复查询（${records} 条记录）。按 Ctrl-C 结束。`,
    building: '索引已建成。',
    current: (records) => `索引是最新的（${records} 条记录）。`,
    switched: (records) => `已重新读取登记数据：${records} 条记录。`,
    buildFailed: '未能重新读取登记数据，服务继续使用原有数据。',
    needsTokens: (host) => `--host ${host} 可从其他电脑访问：请用 --tokens FILE 指明哪些令牌可以查询。`,
    nullNeedsTokens:
      '--allow-origin null 会让任何从文件打开、或放在任何网站框架中的网页都能查询：请用 --tokens FILE 指明哪些令牌可以查询。',
    portInUse: (port) => `端口 ${port} 已被占用。请换一个，如 --port ${port + 1}，或用 --port 0 任选一个。`,
    cannotListen: (host, reason) => `${host}：无法监听（${reason}）。`,
    noIndex: (folder) => `${folder}：没有索引；请先启动主服务，由它建立索引。`,
    lockedBy: (file, pid) => `进程 ${pid} 已在用这个文件夹答复申请（${file}）。请加 --replica，或换一个 --index。`,
    damagedLog: (lines, file) =>
      `申请日志第 ${lines} 行已损坏：那里答复过“可以赋码”的申请可能再次得到同样的答复。原日志保存在 ${file}，请核对这些申请。`,
    badTokens: (file, at, what) => `${file}：${at === 0 ? '' : `第 ${at} 个令牌：`}${what}。`,
    tokenFaults: {
      'not-a-list': '应为 { "tokens": [ … ] }，至少一个令牌',
      token: '"token" 应为至少 16 个字符的文本，或用 "sha256" 给出其十六进制散列值',
      name: '"name" 应为文本',
      rights: '"rights" 应为 "look-up"、"names"、"apply" 组成的列表',
      rate: '"requestsPerSecond" 应为大于 0 的数',
      twice: '令牌或名称重复',
      open: '其他用户可以改写该文件，请只允许所有者写入',
      readable: '其他用户可以读到其中的令牌，请只允许所有者和所属组读取，或改为写散列值（"sha256"）',
    },
    badBlocks: (file, line) =>
      `${file} 第 ${line} 行：码段为首、末两个主体标识码，以及代码的开头（可省略），用逗号隔开。`,
  },
};
