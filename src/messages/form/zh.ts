/**
 * One text a line, in the order of `en`: names and quotes would be a tenth of what a form loads. Raw, so that no tool writes six characters
 * for each of these. A test holds that both have the same braces.
 */
export const zh: string = String.raw`请填写统一社会信用代码
表格软件丢失了后几位，请填写统一社会信用代码
第 {at} 位不能是“{actual}”：只用数字和除 I、O、S、V、Z 以外的大写字母
第 {at} 位应为 {expected}，现为“{actual}”，请对照证照核对
第 {at} 位的“{actual}”不是拉丁字母，请对照证照核对
第 {at} 位的“{actual}”不是拉丁字母，应为 {expected}，请对照证照核对
这是居民身份证号，请填写统一社会信用代码
第 3–8 位是行政区划码：第 {at} 位应为数字，现为“{actual}”，请对照证照核对
第 3–8 位是行政区划码：第 {at} 位应为 {expected}，现为“{actual}”，请对照证照核对
校验码不符：按前 17 位算，第 {at} 位应为 {expected}，现为 {actual}，请对照证照核对
主体标识码（第 9–17 位）不符：第 {at} 位应为 {expected}，现为 {actual}，请对照证照核对
这是旧的注册号，请填写统一社会信用代码
这是旧的纳税人识别号，请填写统一社会信用代码（第 9–17 位通常是 {last9}）
这是旧的组织机构代码，请填写统一社会信用代码（第 9–17 位通常是 {last9}）
这像旧的注册号，请填写统一社会信用代码
应为 18 位，现为 {count} 位，少 {rest} 位，请对照证照核对
应为 18 位，现为 {count} 位，多 {rest} 位，请对照证照核对
已去掉空格、横线等，改为半角大写
第 1–2 位不在已知的登记管理部门和机构类别中，请对照证照核对
第 3–8 位不在历年的行政区划码中（开发区常见），请对照证照核对
第 3–8 位的行政区划已撤销，代码继续有效
第 {positions} 位多半颠倒
第 {positions} 位多半有误
第 {positions} 位多半应为 {expected}，现为 {actual}
、
代码前后有其他文字，请只填代码
已输入 {count} 位，还差 {rest} 位
代码须为文本
正在查询是否已登记
未能查询是否已登记
这个代码已被登记
已被“{name}”登记
没有查到这个代码的登记
；是不是 {code}？
：应为 {code}，请对照证照核对`;
