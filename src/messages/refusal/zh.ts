import { describeDamage } from '../damage/index.ts';
import { formatBytes, formatCount } from '../numbers.ts';
import { describeCallFault } from '../options/call-fault.ts';
import { adviseOn, describeSystemError } from '../system-errors.ts';
import { describeAssessmentFault } from './assessment-fault.ts';
import type { en } from './en.ts';

export const zh: typeof en = {
  bundled: () =>
    'uscc-toolkit/registry 被打进了打包文件，找不到它的线程：请在打包工具里把 uscc-toolkit 设为外部依赖（external），并安装在打包文件旁边。',
  'not-found': ({ file }) => `${file}：没有这个文件。`,
  'is-folder': ({ file }) => `${file}：这是文件夹，请写出其中的文件。`,
  'cannot-read': ({ file, reason }) =>
    `${file === '-' ? '标准输入' : file}：无法读取（${describeSystemError(reason, 'zh')}）。${adviseOn(reason, 'read', 'zh')}`,
  'cannot-write': ({ file, reason }) =>
    `${file === '-' ? '标准输出' : file}：无法写入（${describeSystemError(reason, 'zh')}）。${adviseOn(reason, 'write', 'zh')}`,
  'output-is-no-file': ({ file }) => `${file}：不是普通文件，无法写入，请换一个文件名。`,
  'output-is-file': ({ file }) => `${file}：要写成文件夹，但这是一个文件。`,
  'output-has-other-files': ({ file, names }) =>
    `${file}：这个文件夹里有不属于以往报告的文件（${few(names)}），未做任何改动。`,
  'output-in-use': ({ file }) =>
    `${file}：这个文件夹不能整个替换：它是当前文件夹、当前文件夹的上级或挂载点；请写其中的文件夹，如 ${file}/report。`,
  'workbook-too-large': () => 'Excel 文件超过 4 GiB，程序打不开这么大的工作簿。',
  'different-delimiters': ({ file, delimiter, first }) =>
    `${file} 的分隔符是${showDelimiter(delimiter)}，${first.file} 是${showDelimiter(first.delimiter)}，不能合成一个表；请分别去重，或先统一。`,
  'different-columns': ({ file, column, name, first }) =>
    `${file} 的第 ${column} 列${called(name)}，${first.file} 的${called(first.name)}，不能合成一个表；请分别去重，或先统一各列。`,
  'different-encodings': ({ file, encoding, first }) =>
    `${file} 的编码是 ${encoding}，${first.file} 是 ${first.encoding}，不能合成一个表；请先转换成同一种编码。`,
  'needs-names': ({ file }) => `${file}：要按代码和名称区分记录，但没有找到名称列。`,
  'several-tables': ({ files }) => `一次只能改一个表，这里有 ${files.length} 个：${files.slice(0, 10).join('、')}。`,
  'index-too-many-tables': ({ limit }) => `登记数据的表超过 ${formatCount(limit)} 张，索引最多容纳这么多，请合并一些。`,
  'index-too-large': ({ limitBytes }) =>
    `登记数据的代码和名称超过 ${formatBytes(limitBytes)}，索引最多容纳这么多，请分成几部分提供服务。`,
  'too-many-records': ({ limit }) =>
    `两期数据合计超过 ${formatCount(limit)} 条，无法一次比较；请按地区或登记管理部门分开比较。`,
  'no-assessment': ({ name, names, nearest }) =>
    `没有叫 ${name} 的考核规则${nearest === null ? '。' : `，是不是 ${nearest}？`}可用的有：${names.join('、')}。`,
  'bad-assessments': ({ file, at, fault }) =>
    `${[file, at]
      .filter((part) => part !== null)
      .map((part) => `${part}：`)
      .join('')}${describeAssessmentFault(fault, 'zh')}`,
  'bad-call': ({ call, fault }) => describeCallFault(call, fault, 'zh'),
  'bad-target': ({ text }) => `${text}：不是 0 到 100% 之间的目标值；请写成 0.01%、0.0001 或 1/10000。`,
  'bad-period': ({ text }) => `${text}：不是月份；请写成 2026-11 的样子。`,
  interrupted: () => '已中断，临时文件已删除。',
  'is-empty': ({ file }) => `${file}：文件是空的。`,
  'no-rows': ({ file }) => `${file}：只有表头，没有数据行。`,
  'is-binary': ({ file, format }) =>
    format === null
      ? `${file}：不是文本文件，请导出为 CSV 再检查。`
      : `${file}：这是 ${format} 文件，不是 CSV；请另存为 CSV（UTF-8）再检查。`,
  'no-code-column': ({ file, columns }) => `${file}：没有找到统一社会信用代码列。各列：${list(columns)}。`,
  'no-licences': ({ file, columns }) =>
    `${file}：这不是双公示表：要有行政相对人的统一社会信用代码列（行政相对人代码_1、XK_XDR_SHXYM 或 CF_XDR_SHXYM），以及类别、文书号或机关列。各列：${list(columns)}。`,
  'several-code-columns': ({ file, columns }) => `${file}：有几列都像代码列：${list(columns)}。`,
  'same-code-header': ({ file, column, numbers }) =>
    `${file}：有 ${numbers.length} 列的表头都是“${column}”（第 ${numbers.join('、')} 列），只读一列会漏掉一半代码。`,
  'codes-elsewhere': ({ file, column, columns }) =>
    `${file}：表头为“${column}”的列里没有代码，代码却在：${list(columns)}。表头与数据对不上，请先核对。`,
  'on-its-side': ({ file }) =>
    `${file}：这张表是横着排的（一条记录占一列，左边是栏目名）；请转置成一行一条记录再检查。`,
  'one-column': ({ file, sample }) => `${file}：表格只有一列，代码与其他内容混在一起（${sample}），不知道用什么分隔。`,
  'reordered-header': ({ file, line }) =>
    `${file}：第 ${formatCount(line)} 行又是表头，但各列的次序不同；请在此处拆成两个文件，或统一列的次序。`,
  'two-arrays': ({ file, paths }) => `${file}：有几处数组都可能是记录：${paths.join('、')}。`,
  'no-records': ({ file, path }) => `${file}：${path} 处没有记录数组。`,
  'own-workbook': ({ file, what }) =>
    what === 'report'
      ? `${file}：这是本工具生成的报告，不是要检查的表格；请检查当初导出的数据文件。`
      : `${file}：这是本工具生成的纠错工作簿，不是要检查的表格；请用 uscc ledger collect 收回，或检查当初导出的数据文件。`,
  'too-large-format': ({ file, format, limit }) =>
    `${file}：${format} 表格超过 ${formatCount(limit)} 个单元格，不能读取；请另存为 .xlsx 或 CSV。`,
  'no-inserts': ({ file }) =>
    `${file}：这份 SQL 里没有数据：没有写明各行的 INSERT 语句，也没有 COPY 的数据；请把数据导出为 CSV 再检查。`,
  'no-inputs': () => '没有可读取的表格。',
  'several-damaged': ({ failures, reasons = [] }) =>
    `有 ${failures.length} 个文件无法读取：\n${reasons.map((reason) => `  ${reason}`).join('\n')}\n全部没有检查。`,
  'no-such-column': ({ file, column, columns, nearest }) =>
    `${file}：没有“${column}”这一列${nearest === null ? '。' : `，是不是“${nearest}”？`}各列：${list(columns)}。`,
  'unclear-encoding': ({ file, line, count }) =>
    `${file}：无法确定编码：有 ${formatCount(count)} 行无法解码，最早在第 ${formatCount(line)} 行。`,
  'record-too-long': ({ file, at, limitBytes }) =>
    `${file}：从第 ${at} 字节起 ${limitBytes >> 20} MiB 内没有换行，这是 CSV 文件吗？`,
  'too-many-units': ({ file, column, limit }) =>
    `${file}：“${column}”列的不同取值超过 ${formatCount(limit)} 个，不像单位。`,
  changed: ({ file }) => `${file}：读取期间文件有变动，请在没有程序写入时重新检查。`,

  'not-read': ({ file, format }) => `${file}：这是 ${format}，不能读取；请另存为 .xlsx 或 CSV（UTF-8）再检查。`,
  'not-unpacked': ({ file, format }) => `${file}：不能解压 ${format}；请先解压，或改用 zip、gzip 压缩。`,
  'is-encrypted': ({ file }) => `${file}：文件有密码保护，请去掉密码再检查。`,
  'is-broken': ({ file, format, damage }) =>
    `${file}：${format} 文件已损坏${describeDamage(damage, 'zh')}，请重新复制或导出。`,
  'has-doctype': ({ file }) => `${file}：其中的 XML 带有文档类型声明，正常的表格软件不会这样写，已拒绝。`,
  'expands-too-far': ({ file, limitBytes }) => `${file}：解压后超过 ${formatBytes(limitBytes)}。`,
  'expands-too-steeply': ({ file, ratio }) => `${file}：解压后超过原大小的 ${ratio} 倍，像是专为占满磁盘而做的压缩包。`,
  'too-large-for-page': ({ file, limitBytes }) =>
    `${file} 解压后超过本机浏览器能容纳的 ${formatBytes(limitBytes)}。没有打开，以免中途失败。请改用命令行，它不受此限制：`,
  'too-deep': ({ file, limit }) => `${file}：压缩包层层嵌套，超过 ${limit} 层，请先解压。`,
  'holds-no-tables': ({ file }) => `${file}：里面没有表格文件（CSV、Excel、JSON、Parquet、gzip 或 zip）。`,
  'matches-nothing': ({ pattern }) => `${pattern}：没有匹配的文件。`,
  'no-sheet': ({ file, sheet, sheets }) => `${file}：没有工作表“${sheet}”。各工作表：${list(sheets)}。`,
  'no-sheet-rows': ({ file }) => `${file}：各工作表都没有数据。`,
  'bad-json': ({ file, line, damage }) =>
    `${file}：第 ${formatCount(line)} 行不是有效的 JSON${describeDamage(damage, 'zh')}。`,
  'needs-xls-library': ({ file }) => `${file}：这是旧版 Excel（.xls）文件。`,

  'needs-space': ({ folder, neededBytes, freeBytes }) =>
    `${folder}：临时文件需要 ${formatBytes(neededBytes)}，只剩 ${formatBytes(freeBytes)}。`,
  'ran-out-of-space': ({ folder, writtenBytes }) => `${folder}：写了 ${formatBytes(writtenBytes)} 临时文件后空间用完。`,
  'cannot-spool': ({ folder, reason }) => `${folder}：无法写入临时文件（${describeSystemError(reason, 'zh')}）。`,

  'engine-refused': ({ engine, reason }) => `${engine}：数据库拒绝：“${reason}”。`,
  'no-driver': ({ driver }) => `没有安装这种数据库的驱动；请在 uscc-toolkit 旁用 npm install ${driver} 安装。`,
  'bad-address': ({ address }) =>
    `${address}：这不是数据库地址。地址形如 postgres://user@host/database、mysql://…、clickhouse://…、hive2://… 或 duckdb:FILE。`,
  'password-in-address': () => '地址中不得写密码，因为进程列表和报告会把它显示出来。',
  'no-table-named': ({ engine }) => `${engine}：要读哪一张表？`,
  'unwritable-name': ({ name }) =>
    `名称“${name}”不能写进脚本：分号、反斜杠和换行即使在引号里，客户端也会另作解释。请直接核查该表，或建一个名称普通的视图。`,
  'same-table': ({ engine, table }) => `${engine}：表 ${table} 写了两次，其中的代码会全部算成重码。`,
  'same-engine': ({ engine }) => `${engine}：这个数据库写了两次，请把要查的表写在一起。`,
  'no-engine': ({ file }) => `${file}：这是文件。只有查数据库时才写表、条件和主键列，请去掉，或写数据库的地址。`,
  'engine-not-read': ({ engine }) =>
    `${engine}：只有检查能读数据库中的表。请让数据库把所需的列导出成 CSV 或 Parquet 文件，再读该文件。`,
  'no-table-column': ({ engine, table, column, columns }) =>
    `${engine}：表 ${table} 没有列 ${column}。各列：${list(columns)}。`,
  'no-table-codes': ({ engine, table, columns }) =>
    `${engine}：表 ${table} 中没有一列的名称是代码。各列：${list(columns)}。`,
  'table-changed': ({ engine, before, after }) =>
    `${engine}：读取期间表有变化：先有 ${formatCount(before)} 行，后有 ${formatCount(after)} 行；请在无人写入时重新检查。`,
  'folder-not-empty': ({ file }) => `${file}：这个文件夹不是空的；请另起一个名称。`,
  'broken-result': ({ file, line }) => `${file} 第 ${line} 行：不是 JSON 对象；请重新运行它的脚本。`,
  'next-round': ({ file, run }) =>
    `还需一轮：请在 ${file} 中用数据库自带的客户端运行下面的命令，再核查这个文件夹：${run}。`,
  'no-ledger': ({ file }) => `${file}：没有这个台账；记录某月数据或录入上级清单时会新建。`,
  'not-a-ledger': ({ file }) => `${file}：这不是台账，未作改动。`,
  'newer-ledger': ({ file }) => `${file}：这个台账由更新版本的工具写成，未作改动；请使用该版本或更新的版本。`,
  'ledger-busy': ({ file, holder }) =>
    `${file}：${holder === null ? '另一个程序' : `进程 ${holder} `}正在写这个台账。本次未写入，请等它结束后再试。`,
  'ledger-full': ({ file }) => `${file}：磁盘空间不足，台账未写入。`,
  'ledger-read-only': ({ file }) => `${file}：台账不可写，未作改动；请检查文件及所在文件夹的权限。`,
  'ledger-damaged': ({ file }) => `${file}：台账已损坏，未写入；请用备份恢复。`,
  'ledger-unusable': ({ file, reason }) =>
    `${file}：台账无法打开或写入（${describeSystemError(reason, 'zh')}）。${adviseOn(reason, 'write', 'zh')}`,
  'same-ledger': ({ file }) => `${file}：这就是要并入的台账本身。`,
  'no-problem': ({ number }) => `${number}：台账中没有这个编号。`,
  'not-to-exempt': ({ number, why }) =>
    `${number}：${{ closed: '该问题已办结', 'exempt-already': '该问题已免于整改', 'not-exempt': '该问题并未免于整改' }[why]}，未作改动。`,
  'no-unit': ({ unit, units }) => `“${unit}”没有待办问题。有待办问题的单位：${units.join('、') || '无'}。`,
  'no-list': ({ file }) => `${file}：没有一个工作表的表头有代码列。`,
  'no-return': ({ file }) => `${file}：没有一个工作表的表头有“数据操作标识位”以及编号、代码或名称列。`,
  'no-form': ({ file }) => `${file}：表样中没有一个工作表的表头有“数据操作标识位”和代码列。`,
  'form-is-no-xlsx': ({ file, reason }) => `${file}：表样须为 .xlsx 工作簿（${reason}）。`,
  'not-confirmed': ({ period }) => `${period} 未记录，见上面的疑问；台账未作改动。`,
  'annotate-engine': () => '数据库里的表，各行不离开数据库，不能逐行写出结论。请改为检查导出的文件。',
  'nothing-to-submit': () => '没有已答复、可上报的问题。',
};

function list(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join('、')} 等 ${columns.length} 列` : shown.join('、');
}

function few(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')} 等` : names.join('、');
}

function called(name: string | null): string {
  return name === null ? '没有' : `是“${name}”`;
}

function showDelimiter(delimiter: string): string {
  return delimiter === '\t' ? '制表符' : `“${delimiter}”`;
}
