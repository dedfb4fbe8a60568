import type {} from 'uscc-toolkit/element/vue';
import type { GlobalComponents } from 'vue';

/** What a template may give `<uscc-input>`, as vue-tsc asks. */
type Props = InstanceType<GlobalComponents['uscc-input']>['$props'];
export const props: Props = {
  name: 'code',
  modelValue: '',
  required: true,
  onUsccVerdict: ({ detail }) => console.log(detail.message?.length),
};
// @ts-expect-error What is registered is asked with a function.
export const wrong: Props = { lookup: '/registry/' };
