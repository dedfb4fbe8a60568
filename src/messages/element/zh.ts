/** One text a line, in the order of `en`, as those of forms. */
export const zh: string = String.raw`统一社会信用代码
是不是：
登记管理部门
机构类别
行政区划
主体标识码
校验码
未收录`;
